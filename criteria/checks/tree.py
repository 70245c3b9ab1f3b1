"""Scales and premises that no ranking can be computed with."""

from __future__ import annotations

from collections.abc import Iterator

from criteria.checks.problem import Problem
from criteria.errors import StudyError
from criteria.model.study import Study
from criteria.model.tree import ROLES
from criteria.ranking.value_functions import unit_value


def tree_problems(study: Study) -> Iterator[Problem]:
    """Value functions that cannot be evaluated, and parts of benefit and risk without any criterion."""
    for criterion in study.active_criteria:
        try:
            unit_value(criterion.value_function, criterion.minimum)
        except StudyError as error:
            place = ("criterion", criterion.id, "value_function")
            yield Problem("error", "value-function-unusable", place, {"reason": str(error)})
    used = {premise.role for premise in study.active_premises}
    for role in ROLES:
        if role not in used:
            yield Problem("error", "premise-without-criteria", ("study", "premises", role), {"role": role})
