"""Edits of the list of stakeholders."""

from __future__ import annotations

import pytest

from criteria.edits.people import (
    add_stakeholder,
    choose_weights_of,
    duplicate_stakeholder,
    move_stakeholder,
    remove_stakeholder,
    set_stakeholder,
    set_way_of_answering,
)
from criteria.edits.weights import judge
from criteria.errors import StudyError
from criteria.model.people import Judgement
from criteria.model.study import Study
from criteria.template import new_study


@pytest.fixture
def study() -> Study:
    one = judge(new_study(), "ST1", Judgement("goal", "P1", "P2", 3.0))
    return add_stakeholder(add_stakeholder(one, "Regulator", organisation="Authority"), "Civil society")


def names(study: Study) -> list[str]:
    return [person.name for person in study.stakeholders]


def test_that_particulars_are_trimmed_and_checked(study: Study) -> None:
    changed = set_stakeholder(study, "ST2", name=" Data office ", voting_power=2.0, role="Observer ")
    person = changed.stakeholder("ST2")
    assert (person.name, person.voting_power, person.role) == ("Data office", 2.0, "Observer")
    for power in (-1.0, float("nan"), 1e9):
        with pytest.raises(StudyError, match="Voting power"):
            set_stakeholder(study, "ST2", voting_power=power)
    with pytest.raises(StudyError, match="no field"):
        set_stakeholder(study, "ST2", age=3)
    with pytest.raises(StudyError, match="cannot answer"):
        set_stakeholder(study, "ST2", colour=3)


def test_that_a_copy_keeps_the_answers_and_gets_an_id_of_its_own(study: Study) -> None:
    copied = duplicate_stakeholder(study, "ST1", "Deputy")
    assert names(copied)[1] == "Deputy"
    assert copied.stakeholders[1].judgements == study.stakeholders[0].judgements
    assert len({person.id for person in copied.stakeholders}) == 4


def test_that_moving_there_and_back_is_nothing(study: Study) -> None:
    moved = move_stakeholder(study, "ST1", 2)
    assert names(moved)[2] == names(study)[0]
    assert move_stakeholder(moved, "ST1", 0) == study
    assert names(move_stakeholder(study, "ST1", 99))[-1] == names(study)[0]


def test_that_removing_whose_weights_counted_returns_to_the_group(study: Study) -> None:
    chosen = choose_weights_of(study, "ST2")
    assert remove_stakeholder(chosen, "ST2").settings.weights_of == "group"
    assert remove_stakeholder(chosen, "ST1").settings.weights_of == "ST2"
    with pytest.raises(StudyError, match="no stakeholder"):
        choose_weights_of(study, "ST9")


def test_that_an_id_is_not_given_twice_after_a_removal(study: Study) -> None:
    again = add_stakeholder(remove_stakeholder(study, "ST2"), "New")
    assert len({person.id for person in again.stakeholders}) == 3


def test_that_other_ways_of_answering_keep_what_was_answered(study: Study) -> None:
    swung = set_way_of_answering(study, "ST1", method="swing", layout="flat")
    assert swung.stakeholder("ST1").is_flat
    assert set_way_of_answering(swung, "ST1", method="pairwise", layout="hierarchy") == study
    with pytest.raises(StudyError, match="cannot answer"):
        set_way_of_answering(study, "ST1", method="dice")


def test_that_a_scale_that_cannot_hold_an_answer_is_refused(study: Study) -> None:
    extreme = judge(study, "ST1", Judgement("goal", "P1", "P3", 12.0))
    with pytest.raises(StudyError, match="above 9"):
        set_way_of_answering(extreme, "ST1", judgement_scale="geometric")
    assert set_way_of_answering(study, "ST1", judgement_scale="geometric") != study
