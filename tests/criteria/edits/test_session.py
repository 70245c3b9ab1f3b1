"""Edits of the record of a weighting session."""

from __future__ import annotations

import pytest

from criteria.edits.session import (
    add_receipt,
    add_remark,
    change_answer,
    hide_answers,
    set_closing_day,
)
from criteria.edits.weights import judge
from criteria.errors import StudyError
from criteria.model.people import Judgement
from criteria.model.session import Receipt, Remark
from criteria.model.study import Study
from criteria.template import new_study

NOW = "2026-11-23T10:00:00"
ANSWER = Judgement("goal", "P1", "P2", 3.0)


@pytest.fixture
def study() -> Study:
    return judge(new_study(), "ST1", ANSWER)


def test_that_a_change_of_mind_keeps_before_and_after(study: Study) -> None:
    changed = change_answer(study, "ST1", Judgement("goal", "P2", "P1", 2.0), "discussion", " heard ", NOW)
    (entry,) = changed.session.changed_answers
    assert (entry.first, entry.after) == ("P2", 2.0)
    assert entry.before == pytest.approx(1 / 3)
    assert (entry.reason, entry.when, entry.occasion) == ("heard", NOW, "discussion")
    assert changed.stakeholder("ST1").judgements == (Judgement("goal", "P2", "P1", 2.0),)


def test_that_the_same_answer_leaves_no_record(study: Study) -> None:
    assert change_answer(study, "ST1", ANSWER, "repair", "", NOW) is study


def test_that_an_answer_can_be_taken_back_on_record(study: Study) -> None:
    changed = change_answer(study, "ST1", Judgement("goal", "P1", "P2", None), "discussion", "", NOW)
    assert changed.stakeholder("ST1").judgements == ()
    assert changed.session.changed_answers[0].after is None


def test_that_notes_are_kept_in_order_and_need_words(study: Study) -> None:
    first, second = (Remark("goal", "P1", "P2", text, NOW) for text in ("one ", "two"))
    noted = add_remark(add_remark(study, first), second)
    assert [remark.text for remark in noted.session.remarks] == ["one", "two"]
    with pytest.raises(StudyError, match="needs words"):
        add_remark(study, Remark("goal", "", "", "  ", NOW))


def test_that_hiding_closing_and_receipts_are_on_record(study: Study) -> None:
    receipt = Receipt(stakeholder="ST1", file="a.xlsx", digest="d", when=NOW)
    changed = add_receipt(set_closing_day(hide_answers(study, True), " 2026-12-01 "), receipt)
    session = changed.session
    assert (session.hidden, session.closes, session.receipts) == (True, "2026-12-01", (receipt,))
    assert hide_answers(changed, False).session.hidden is False
