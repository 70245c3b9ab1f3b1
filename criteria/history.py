"""Undo and redo as a list of immutable values with a label for each step."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, replace

from criteria.model.study import Study


@dataclass(frozen=True, eq=False)
class Step:
    """The study before a change, with the words for that change."""

    study: Study
    label: str
    merge_key: Hashable | None = None


@dataclass(frozen=True, eq=False)
class History:
    """The present study with the steps that led to it and the ones that were undone."""

    present: Study
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()
    limit: int = 200

    def record(self, label: str, study: Study, merge_key: Hashable | None = None) -> History:
        """The history after a change; equal merge keys in a row count as one step."""
        if study == self.present:
            return self
        last = self.past[-1] if self.past else None
        if last is not None and merge_key is not None and last.merge_key == merge_key and not self.future:
            past = self.past[:-1] if last.study == study else self.past
            return replace(self, present=study, past=past)
        past = (*self.past, Step(self.present, label, merge_key))[-self.limit :]
        return replace(self, present=study, past=past, future=())

    def undo(self) -> History:
        """The history one step back, itself where there is none."""
        if not self.past:
            return self
        step = self.past[-1]
        future = (Step(self.present, step.label), *self.future)
        return replace(self, present=step.study, past=self.past[:-1], future=future)

    def redo(self) -> History:
        """The history one step forward, itself where there is none."""
        if not self.future:
            return self
        step = self.future[0]
        past = (*self.past, Step(self.present, step.label))
        return replace(self, present=step.study, past=past, future=self.future[1:])

    @property
    def undo_label(self) -> str | None:
        """What undo would take back."""
        return self.past[-1].label if self.past else None

    @property
    def redo_label(self) -> str | None:
        """What redo would do again."""
        return self.future[0].label if self.future else None
