"""Asks for a name and a reason before sealed weights are changed, once for each gesture."""

from __future__ import annotations

from collections.abc import Hashable

import msgspec
from PySide6.QtCore import QObject

from criteria.edits.sealing import amend, sealed_sentence
from criteria.errors import SealedError
from criteria.model.study import Study
from desktop.app.clock import Clock, local_time
from desktop.app.questions import Questions, Signature


class _Given(msgspec.Struct, frozen=True, eq=False):
    """What was signed for a gesture, and the study it has led to so far."""

    merge_key: Hashable
    signature: Signature
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
        signature = self._known(before, merge_key) or self._ask(label, before)
        if signature is None:
            raise SealedError(sealed_sentence(before))
        amended = amend(before, after, label, signature.who, signature.reason, self._clock())
        self._given = _Given(merge_key, signature, amended)
        self._who = signature.who
        return amended

    def _known(self, before: Study, merge_key: Hashable | None) -> Signature | None:
        """What was signed a moment ago, while one and the same gesture goes on."""
        given = self._given
        if given is None or merge_key is None or given.merge_key != merge_key or given.after is not before:
            return None
        return given.signature

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
