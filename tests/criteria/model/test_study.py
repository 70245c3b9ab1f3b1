"""The Study finds its parts by id and says in a sentence what it does not have."""

from __future__ import annotations

import msgspec
import pytest

from criteria.edits.criteria_tree import set_criterion_active
from criteria.errors import StudyError
from criteria.model.people import GOAL
from criteria.model.study import Study
from criteria.template import new_study
from tests.support.studies import answered, project, study_with


@pytest.fixture
def study() -> Study:
    """The four premises with two projects and one stakeholder."""
    return answered(study_with(project("A"), project("B")))


@pytest.mark.parametrize(
    ("branch", "finder"),
    [
        ("premises", "premise"),
        ("criteria", "criterion"),
        ("projects", "project"),
        ("red_lines", "red_line"),
        ("safeguards", "safeguard"),
        ("thresholds", "threshold"),
        ("stakeholders", "stakeholder"),
    ],
)
def test_that_each_part_is_found_by_its_id(study: Study, branch: str, finder: str) -> None:
    parts = getattr(study, branch)
    assert parts
    assert [getattr(study, finder)(part.id) for part in parts] == list(parts)
    with pytest.raises(StudyError, match=f"The study has no {finder.replace('_', ' ')} 'nowhere'"):
        getattr(study, finder)("nowhere")


def test_that_active_criteria_follow_the_order_of_premises(study: Study) -> None:
    turned = msgspec.structs.replace(study, premises=study.premises[::-1])
    assert [study.premise_of[item.id].id for item in turned.active_criteria[::4]] == [
        premise.id for premise in turned.premises
    ]


def test_that_a_criterion_switched_off_is_not_asked_about(study: Study) -> None:
    off = set_criterion_active(study, "N2", False)
    premise = study.premise_of["N2"].id
    assert "N2" in study.children(premise)
    assert "N2" not in off.children(premise)


def test_that_a_premise_without_active_criteria_is_no_node(study: Study) -> None:
    premise = study.premises[0].id
    off = msgspec.structs.replace(
        study, criteria=tuple(item for item in study.criteria if item.premise != premise)
    )
    assert study.nodes == (GOAL, *(item.id for item in study.premises))
    assert off.nodes == (GOAL, *(item.id for item in study.premises[1:]))
    assert premise not in off.children(GOAL)


def test_that_premises_and_criteria_have_names_for_sentences(study: Study) -> None:
    assert study.name_of("N1") == study.criterion("N1").name
    assert study.name_of(study.premises[1].id) == study.premises[1].name
    with pytest.raises(StudyError, match="'goalpost'"):
        study.name_of("goalpost")


def test_that_derived_parts_are_not_taken_over_by_a_changed_study() -> None:
    before = new_study()
    assert len(before.active_criteria) == 16
    after = msgspec.structs.replace(before, criteria=before.criteria[:3])
    assert len(after.active_criteria) == 3


def test_that_equality_does_not_depend_on_what_was_derived() -> None:
    one, other = new_study(), new_study()
    assert one.active_premises
    assert one == other
