"""Scales and premises that no ranking can be computed with."""

from __future__ import annotations

import msgspec
import pytest

from criteria.checks.tree import tree_problems
from criteria.model.scales import ValueFunction
from criteria.template import new_study


def test_that_the_template_can_be_computed_with() -> None:
    assert list(tree_problems(new_study())) == []


@pytest.mark.parametrize(
    "function",
    [ValueFunction("linear", 1, 1), ValueFunction("logarithmic", -2, 5), ValueFunction("piecewise", 0, 1)],
)
def test_that_a_value_function_without_values_is_an_error(function: ValueFunction) -> None:
    study = new_study()
    first = msgspec.structs.replace(study.criteria[0], value_function=function)
    (problem,) = tree_problems(msgspec.structs.replace(study, criteria=(first, *study.criteria[1:])))
    assert (problem.severity, problem.code) == ("error", "value-function-unusable")
    assert problem.where == ("criterion", "N1", "value_function")


def test_that_a_premise_without_active_criteria_is_an_error() -> None:
    study = new_study()
    criteria = tuple(
        msgspec.structs.replace(criterion, active=criterion.premise != "P2") for criterion in study.criteria
    )
    (problem,) = tree_problems(msgspec.structs.replace(study, criteria=criteria))
    assert (problem.code, problem.details["role"]) == ("premise-without-criteria", "structures")
