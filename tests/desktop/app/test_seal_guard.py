"""Sealed weights change only with a name and a reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from criteria.edits.sealing import is_intact, seal_weights
from criteria.edits.session import add_remark, hide_answers
from criteria.edits.weights import judge
from criteria.errors import SealedError
from criteria.files.study_file import decode_study, encode_study
from criteria.model.people import GOAL, Judgement
from criteria.model.session import Remark
from criteria.model.study import Study
from desktop.app.questions import Signature
from desktop.app.seal_guard import SealGuard, TurnKey
from desktop.app.store import Store
from tests.support.studies import answered, example
from tests.support.windows import FakeQuestions

WHEN = "2026-11-20T10:00:00+01:00"


def sealed() -> Study:
    return seal_weights(answered(example()), "Rosa Diaz", WHEN)


def ratio_of(value: float) -> Callable[[Study], Study]:
    def change(study: Study) -> Study:
        first, second, *_ = study.children(GOAL)
        return judge(study, "ST1", Judgement(GOAL, first, second, value))

    return change


class Desk:
    """A store with a guard and a person who signs, or does not."""

    def __init__(self, signature: Signature | None) -> None:
        self.questions = FakeQuestions(signature=signature)
        self.store = Store(sealed(), SealGuard(self.questions, lambda: WHEN))
        self.refusals: list[str] = []
        self.store.refused.connect(self.refusals.append)


SIGNED = Signature("Kofi Mensah", "a slip of the hand")


def test_that_a_change_is_signed_and_is_one_step_with_its_amendment(qapp: Any) -> None:
    desk = Desk(SIGNED)
    assert desk.store.edit("Answer", ratio_of(5.0))
    (amendment,) = desk.store.study.session.amendments
    assert (amendment.who, amendment.reason) == ("Kofi Mensah", "a slip of the hand")
    assert amendment.what.startswith("Answer: ")
    assert amendment.what.endswith(" → 5")
    assert amendment.when == WHEN
    assert is_intact(desk.store.study)
    assert len(desk.questions.asked) == 1


def test_that_an_amendment_is_undone_and_redone_only_with_a_reason_that_stays(qapp: Any) -> None:
    desk = Desk(SIGNED)
    desk.store.edit("Answer", ratio_of(5.0))
    changed = desk.store.study
    desk.questions.signature = None
    desk.store.undo()
    assert desk.store.study is changed
    assert "Rosa Diaz" in desk.refusals[0]
    desk.questions.signature = Signature("Kofi Mensah", "it was right")
    desk.store.undo()
    assert desk.store.study.stakeholders == sealed().stakeholders
    desk.store.redo()
    assert desk.store.study.stakeholders == changed.stakeholders
    words = [one.what.partition(":")[0] for one in desk.store.study.session.amendments]
    assert words == ["Answer", "Undo “Answer”", "Redo “Answer”"]
    assert is_intact(desk.store.study)


def test_that_undo_of_what_is_not_sealed_asks_nothing_and_keeps_the_amendments(qapp: Any) -> None:
    desk = Desk(SIGNED)
    remark = Remark(GOAL, "", "", "Rights divide us.", WHEN)
    desk.store.edit("Note", lambda study: add_remark(study, remark))
    desk.store.edit("Answer", ratio_of(5.0))
    desk.store.undo()
    asked = len(desk.questions.asked)
    desk.store.undo()
    assert desk.store.study.session.remarks == ()
    assert len(desk.questions.asked) == asked
    assert len(desk.store.study.session.amendments) == 2
    assert is_intact(desk.store.study)


def test_that_a_seal_is_taken_back_only_with_a_reason_and_is_not_forgotten(qapp: Any) -> None:
    questions = FakeQuestions()
    store = Store(answered(example()), SealGuard(questions, lambda: WHEN))
    store.edit("Seal", lambda study: seal_weights(study, "Rosa Diaz", WHEN))
    store.undo()
    assert store.study.session.seal is not None
    questions.signature = Signature("Kofi Mensah", "sealed too soon")
    store.edit("Answer", ratio_of(5.0))
    store.undo()
    store.undo()
    (lifted,) = store.study.session.lifted_seals
    assert store.study.session.seal is None
    assert (lifted.seal.who, lifted.who, lifted.reason) == ("Rosa Diaz", "Kofi Mensah", "sealed too soon")
    assert len(lifted.amendments) == 2
    assert store.history.redo_label is None
    assert decode_study(encode_study(store.study), "a.proportio") == store.study
    store.edit("Seal", lambda study: seal_weights(study, "Rosa Diaz", WHEN))
    store.undo()
    assert len(store.study.session.lifted_seals) == 2


def test_that_neither_undo_nor_redo_shows_what_is_hidden(qapp: Any) -> None:
    store = Store(answered(example()))
    refusals: list[str] = []
    store.refused.connect(refusals.append)
    store.edit("Hide answers", lambda study: hide_answers(study, hidden=True))
    store.undo()
    assert store.study.session.hidden
    assert "hidden" in refusals[0]
    store.edit("Reveal answers", lambda study: hide_answers(study, hidden=False))
    assert not store.study.session.hidden


def test_that_thinking_better_of_it_changes_nothing_and_says_why(qapp: Any) -> None:
    desk = Desk(None)
    before = desk.store.study
    assert not desk.store.edit("Answer", ratio_of(5.0))
    assert desk.store.study is before
    assert desk.store.history.undo_label is None
    assert "Rosa Diaz" in desk.refusals[0]


def test_that_one_gesture_asks_once_and_the_next_again(qapp: Any) -> None:
    desk = Desk(SIGNED)
    for value in (2.0, 3.5, 5.0):
        desk.store.edit("Answer", ratio_of(value), merge_key="drag 1")
    assert len(desk.questions.asked) == 1
    assert len(desk.store.study.session.amendments) == 1
    desk.questions.signature = Signature("Kofi Mensah", "thought again")
    desk.store.edit("Answer", ratio_of(7.0), merge_key="drag 2")
    assert len(desk.questions.asked) == 2
    assert [a.reason for a in desk.store.study.session.amendments] == ["a slip of the hand", "thought again"]
    assert [a.what.rpartition(": ")[2] for a in desk.store.study.session.amendments] == ["3 → 5", "5 → 7"]
    assert is_intact(desk.store.study)


def test_that_a_gesture_taken_back_is_signed_anew(qapp: Any) -> None:
    desk = Desk(SIGNED)
    desk.store.edit("Answer", ratio_of(5.0), merge_key="drag")
    desk.store.undo()
    desk.store.edit("Answer", ratio_of(5.0), merge_key="drag")
    assert len(desk.questions.asked) == 3


def test_that_what_is_not_sealed_needs_no_reason(qapp: Any) -> None:
    desk = Desk(None)
    remark = Remark(GOAL, "", "", "Rights divide us.", WHEN)
    assert desk.store.edit("Note", lambda study: add_remark(study, remark))
    assert desk.questions.asked == []


def test_that_without_a_guard_the_edit_is_refused(qapp: Any) -> None:
    store = Store(sealed())
    with pytest.raises(SealedError, match="Rosa Diaz"):
        store.edit_or_raise("Answer", ratio_of(5.0))
    assert store.study == sealed()


def test_that_a_turn_is_signed_once_and_tells_each_answer(qapp: Any) -> None:
    desk = Desk(SIGNED)
    for gesture, value in enumerate((5.0, 7.0)):
        desk.store.edit("Answer", ratio_of(value), merge_key=TurnKey("turn 1", gesture))
    assert len(desk.questions.asked) == 1
    assert len(desk.store.study.session.amendments) == 2
    desk.store.edit("Answer", ratio_of(9.0), merge_key=TurnKey("turn 2", 0))
    assert len(desk.questions.asked) == 2
    assert is_intact(desk.store.study)
