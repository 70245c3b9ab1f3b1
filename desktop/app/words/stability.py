"""Stability intervals in sentences: who overtakes whom, and at which weight."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.robustness.stability import Interval
from criteria.robustness.study_sensitivity import ElementStability
from desktop.app.words.numbers import per_cent


class StabilityWords(QObject):
    """Sentences about one weight."""

    def sentences(self, found: ElementStability) -> tuple[str, str]:
        """First place, then the whole order: where each holds, and who overtakes beyond."""
        first = self._sentence(
            self.tr("First place"), found.stability.winner, found.projects, self.tr("takes it from")
        )
        order = self._sentence(
            self.tr("The whole order"), found.stability.order, found.projects, self.tr("overtakes")
        )
        return first, order

    def _sentence(self, what: str, interval: Interval, projects: tuple[str, ...], verb: str) -> str:
        ends = []
        if interval.lower_pair is not None:
            ends.append(
                self._end(self.tr("below that {other} {verb} {one}"), interval.lower_pair, projects, verb)
            )
        if interval.upper_pair is not None:
            ends.append(
                self._end(self.tr("above that {other} {verb} {one}"), interval.upper_pair, projects, verb)
            )
        if not ends:
            return self.tr("{what} stays the same at every weight.").format(what=what)
        return self.tr("{what} holds from {low} to {high}; {ends}.").format(
            what=what,
            low=per_cent(interval.lower, 1),
            high=per_cent(interval.upper, 1),
            ends=", ".join(ends),
        )

    def _end(self, text: str, pair: tuple[int, int], projects: tuple[str, ...], verb: str) -> str:
        return text.format(other=projects[pair[1]], verb=verb, one=projects[pair[0]])
