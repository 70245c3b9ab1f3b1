"""Edits of criteria."""

from __future__ import annotations

import pytest

from criteria.edits.criteria_tree import set_criterion_active, set_value_function
from criteria.errors import StudyError
from criteria.model.scales import ValueFunction
from tests.support.studies import project, study_with


def test_that_a_criterion_is_switched_off_without_losing_its_scores() -> None:
    study = set_criterion_active(study_with(project("P1")), "N1", active=False)
    assert "N1" not in [criterion.id for criterion in study.active_criteria]
    assert study.project("P1").score("N1").value == 0.6
    assert len(set_criterion_active(study, "N1", active=True).active_criteria) == 16


def test_that_a_premise_keeps_one_criterion() -> None:
    study = study_with()
    for criterion in ("N1", "N2", "N3"):
        study = set_criterion_active(study, criterion, active=False)
    with pytest.raises(StudyError, match="last criterion"):
        set_criterion_active(study, "N4", active=False)


def test_that_a_value_function_is_replaced() -> None:
    function = ValueFunction("piecewise", 1, 7, ((1, 0), (4, 0.8), (7, 1)))
    assert set_value_function(study_with(), "N3", function).criterion("N3").value_function == function


@pytest.mark.parametrize(
    ("criterion", "function"),
    [
        ("N3", ValueFunction("linear", 3, 3)),
        ("N3", ValueFunction("linear", 0, 7)),
        ("N3", ValueFunction("piecewise", 1, 7, ((1, 0),))),
        ("N3", ValueFunction("piecewise", 1, 7, ((1, 0), (1, 1)))),
        ("N3", ValueFunction("piecewise", 1, 7, ((1, 0), (7, 1.2)))),
        ("N3", ValueFunction("levels", 1, 7, ((1, 1), (7, 0)))),
        ("H1", ValueFunction("levels", 7, 1, ((1, 0), (7, 1)))),
        ("N3", ValueFunction("linear", float("nan"), 7)),
    ],
)
def test_that_a_senseless_value_function_is_refused(criterion: str, function: ValueFunction) -> None:
    with pytest.raises(StudyError, match=criterion):
        set_value_function(study_with(), criterion, function)
