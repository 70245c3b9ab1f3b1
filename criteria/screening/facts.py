"""What a red line can read of a project: scores by criterion id, profile fields by name."""

from __future__ import annotations

from collections.abc import Callable

from criteria.errors import StudyError
from criteria.model.projects import Project
from criteria.model.study import Study
from criteria.screening.conditions import Fact

#: Profile fields a condition may name, beside criteria; `tags` and `selected` are words of the language.
READABLE = frozenset(
    {
        "biometric_mode",
        "end_user_type",
        "mode",
        "pillar",
        "iso3",
        "sector",
        "oda_recipient",
        "ldc",
        "end_user_known_violation",
        "less_intrusive_alternative",
        "budget_eur",
        "rule_of_law",
        "freedom_total",
    }
)


def facts_about(study: Study, project: Project, selected: bool | None = None) -> Callable[[str], Fact]:
    """A function from a field name to what is known of it, on the scores as proposed."""
    criteria = {criterion.id for criterion in study.criteria}

    def fact(field: str) -> Fact:
        if field in criteria:
            score = project.score(field)
            return Fact(score.value, score.low, score.high)
        if field == "tags":
            return Fact(project.technology_tags)
        if field == "selected":
            return Fact(selected)
        if field == "end_user_known_violation":
            # A finding exists or it does not; an empty cell means that none was recorded.
            return Fact(bool(project.end_user_known_violation))
        if field in READABLE:
            return Fact(getattr(project, field))
        raise StudyError(f"A red line reads {field!r}, which is neither a criterion nor a profile field.")

    return fact
