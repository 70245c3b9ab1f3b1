"""Edits of stakeholders and their answers."""

from __future__ import annotations

import pytest

from criteria.edits.people import add_stakeholder, set_stakeholder, set_way_of_answering
from criteria.edits.weights import clear_judgements, judge, ratio, set_figures, withdraw_judgement
from criteria.errors import StudyError
from criteria.model.people import Judgement
from criteria.model.study import Study
from criteria.template import new_study


@pytest.fixture
def study() -> Study:
    return new_study()


def test_that_an_answer_replaces_the_one_given_the_other_way_round(study: Study) -> None:
    once = judge(study, "ST1", Judgement("goal", "P1", "P2", 3.0))
    twice = judge(once, "ST1", Judgement("goal", "P2", "P1", 2.0))
    assert twice.stakeholder("ST1").judgements == (Judgement("goal", "P2", "P1", 2.0),)
    assert ratio(twice.stakeholder("ST1"), "goal", "P1", "P2") == 0.5


@pytest.mark.parametrize("value", [0.0, -1.0, float("nan"), float("inf"), 1000.0])
def test_that_an_answer_off_every_scale_is_refused(study: Study, value: float) -> None:
    with pytest.raises(StudyError, match="judgement"):
        judge(study, "ST1", Judgement("goal", "P1", "P2", value))


def test_that_nothing_is_compared_with_itself(study: Study) -> None:
    with pytest.raises(StudyError, match="two different"):
        judge(study, "ST1", Judgement("goal", "P1", "P1", 1.0))


def test_that_cannot_say_is_recorded_and_gives_no_ratio(study: Study) -> None:
    said = judge(study, "ST1", Judgement("goal", "P1", "P2", None)).stakeholder("ST1")
    assert len(said.judgements) == 1
    assert ratio(said, "goal", "P1", "P2") is None


def test_that_answers_are_taken_back_one_by_one_or_for_a_node(study: Study) -> None:
    answered = judge(study, "ST1", Judgement("goal", "P1", "P2", 3.0))
    answered = judge(answered, "ST1", Judgement("P1", "N1", "N2", 3.0))
    assert withdraw_judgement(answered, "ST1", "goal", "P2", "P1") == clear_judgements(
        answered, "ST1", "goal"
    )
    assert clear_judgements(clear_judgements(answered, "ST1", "goal"), "ST1", "P1") == study


def test_that_points_are_zero_or_more(study: Study) -> None:
    assert set_figures(study, "ST1", "direct", {"N1": 40.0}).stakeholder("ST1").points == {"N1": 40.0}
    with pytest.raises(StudyError, match="zero or more"):
        set_figures(study, "ST1", "direct", {"N1": -1.0})
    with pytest.raises(StudyError, match="X9"):
        set_figures(study, "ST1", "direct", {"X9": 1.0})


def test_that_changing_the_method_keeps_answers_and_points(study: Study) -> None:
    answered = set_figures(
        judge(study, "ST1", Judgement("goal", "P1", "P2", 3.0)), "ST1", "direct", {"P1": 10.0}
    )
    direct = set_way_of_answering(answered, "ST1", method="direct")
    assert direct.stakeholder("ST1").method == "direct"
    assert set_way_of_answering(direct, "ST1", method="pairwise") == answered


def test_that_a_stakeholder_needs_a_name(study: Study) -> None:
    assert set_stakeholder(study, "ST1", name="  Ministry ").stakeholder("ST1").name == "Ministry"
    with pytest.raises(StudyError, match="name"):
        set_stakeholder(study, "ST1", name=" ")
    with pytest.raises(StudyError, match="name"):
        add_stakeholder(study, "")


def test_that_a_new_stakeholder_gets_an_id_of_its_own(study: Study) -> None:
    grown = add_stakeholder(add_stakeholder(study, "Regulator"), "Civil society")
    assert [person.id for person in grown.stakeholders] == ["ST1", "ST2", "ST3"]
    assert grown.stakeholders[2].judgements == ()
