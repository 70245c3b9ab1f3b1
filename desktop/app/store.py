"""The one mutable place: holds the history of the study and says what changed."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from criteria.change import compare
from criteria.edits.sealing import breaks_seal, lifts_seal, sealed_sentence, with_record
from criteria.errors import ProportioError, SealedError
from criteria.history import History
from criteria.model.study import Study
from desktop.app.veil import veiled

#: Asked before a change of what is sealed, with its label, the study before and after and the merge key:
#: gives the study with the reason on record, or raises SealedError.
Guard = Callable[[str, Study, Study, Hashable | None], Study]


class Store(QObject):
    """The study in hand; every change of it goes through `edit`, `undo`, `redo` or `open_study`.

    Without a guard, edits of what is sealed are refused.
    """

    #: A `criteria.change.Change` after the study became another value.
    changed = Signal(object)
    #: The sentence of an edit that was refused; nothing changed.
    refused = Signal(str)

    def __init__(self, study: Study, guard: Guard | None = None) -> None:
        super().__init__()
        self._guard = guard
        self._history = History(study)
        self._saved = study

    @property
    def study(self) -> Study:
        """The study as it is now."""
        return self._history.present

    @property
    def shown(self) -> Study:
        """The study as it may be seen: without the names of projects while scoring is blind."""
        return veiled(self.study) if self.study.settings.blind_scoring else self.study

    @property
    def history(self) -> History:
        """Past and future of the study, for labels of undo and redo."""
        return self._history

    @property
    def is_modified(self) -> bool:
        """Whether the study differs from the one last saved or opened."""
        return self.study is not self._saved and self.study != self._saved

    def edit(self, label: str, function: Callable[[Study], Study], merge_key: Hashable | None = None) -> bool:
        """Applies a pure function as one undo step; a refusal is announced by `refused` and gives False."""
        try:
            self.edit_or_raise(label, function, merge_key)
        except ProportioError as error:
            self.refused.emit(str(error))
            return False
        return True

    def edit_or_raise(
        self, label: str, function: Callable[[Study], Study], merge_key: Hashable | None = None
    ) -> None:
        """As `edit`, but a refusal raises its ProportioError, for pages that show it beside the field."""
        after = self._signed(label, function(self.study), merge_key)
        self._move(self._history.record(label, after, merge_key))

    def undo(self) -> None:
        """Takes the last step back; past a seal or an amendment only with a name and a reason."""
        text = self.tr("Undo “{step}”")
        self._step(self._history.undo(), text.format(step=self._history.undo_label))

    def redo(self) -> None:
        """Does the step again that was taken back last, under the same condition."""
        text = self.tr("Redo “{step}”")
        self._step(self._history.redo(), text.format(step=self._history.redo_label))

    def open_study(self, study: Study) -> None:
        """Puts another study in hand with an empty history; it counts as saved."""
        self._saved = study
        self._move(History(study))

    def mark_saved(self, study: Study) -> None:
        """Takes note that this value of the study is on disk."""
        self._saved = study

    def _signed(self, label: str, after: Study, merge_key: Hashable | None = None) -> Study:
        """The study after a change, signed where it breaks the seal; SealedError where nobody signs."""
        before = self.study
        if not breaks_seal(before, after):
            return after
        if self._guard is None:
            raise SealedError(sealed_sentence(before))
        return self._guard(label, before, after, merge_key)

    def _step(self, history: History, label: str) -> None:
        """Goes back or forward; what was signed and what is hidden are no matter of undo."""
        if history is self._history:
            return
        before, wanted = self.study, history.present
        try:
            after = self._signed(label, with_record(before, wanted))
        except ProportioError as error:
            self.refused.emit(str(error))
            return
        # A seal that was taken back is never put back by redo: somebody has to seal anew.
        future = () if lifts_seal(before, wanted) else history.future
        self._move(replace(history, present=after, future=future))
        if after.session.hidden and not wanted.session.hidden:
            self.refused.emit(self.tr("Answers stay hidden until they are revealed."))

    def _move(self, history: History) -> None:
        before = self.study
        self._history = history
        if before is not history.present:
            self.changed.emit(compare(before, history.present))
