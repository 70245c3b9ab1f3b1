"""Asks for a name and a reason before sealed weights are changed, once for each gesture or turn."""

from __future__ import annotations

from collections.abc import Hashable

import msgspec
from PySide6.QtCore import QObject

from criteria.edits.sealing import amend, lift_seal, lifts_seal, sealed_sentence
from criteria.errors import SealedError
from criteria.model.study import Study
from desktop.app.clock import Clock, local_time
from desktop.app.questions import Questions, Signature


class TurnKey(msgspec.Struct, frozen=True):
    """The merge key of a gesture within a turn: one signature holds for all of a turn's gestures."""

    turn: Hashable
    gesture: Hashable


class _Given(msgspec.Struct, frozen=True, eq=False):
    """What was signed for a gesture, the study it began with and the one it has led to so far."""

    merge_key: Hashable
    signature: Signature
    start: Study
    after: Study


class SealGuard(QObject):
    """A guard of the store: turns a change of what is sealed into an amendment, or refuses it."""

    def __init__(self, questions: Questions, clock: Clock = local_time) -> None:
        super().__init__()
        self._questions, self._clock = questions, clock
        self._given: _Given | None = None
        self._who = ""

    def __call__(self, label: str, before: Study, after: Study, merge_key: Hashable | None) -> Study:
        """The study after the change with its reason on record; SealedError where nobody gives one."""
        given = self._known(before, merge_key)
        signature = self._of_turn(merge_key) if given is None else given.signature
        signature = signature or self._ask(label, before)
        if signature is None:
            raise SealedError(sealed_sentence(before))
        self._who = signature.who
        if lifts_seal(before, after):
            return lift_seal(before, after, signature.who, signature.reason, self._clock())
        # All moves of a gesture are one amendment, told from where the gesture began.
        start = before if given is None else given.start
        amended = amend(start, after, label, signature.who, signature.reason, self._clock())
        self._given = _Given(merge_key, signature, start, amended)
        return amended

    def _known(self, before: Study, merge_key: Hashable | None) -> _Given | None:
        """What was signed a moment ago, while one and the same gesture goes on."""
        given = self._given
        if given is None or merge_key is None or given.merge_key != merge_key or given.after is not before:
            return None
        return given

    def _of_turn(self, merge_key: Hashable | None) -> Signature | None:
        """What was signed for another gesture of the same turn."""
        last = None if self._given is None else self._given.merge_key
        if self._given is None or not isinstance(last, TurnKey) or not isinstance(merge_key, TurnKey):
            return None
        return self._given.signature if last.turn == merge_key.turn else None

    def _ask(self, label: str, before: Study) -> Signature | None:
        text = self.tr(
            "{sentence}\n\nThe change “{step}” is kept on record with both, in the study and in every export."
        )
        return self._questions.sign(
            self.tr("Change sealed weights"),
            text.format(sentence=sealed_sentence(before), step=label),
            self.tr("Change"),
            who=self._who,
        )
