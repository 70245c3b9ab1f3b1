"""Stability intervals in sentences: who overtakes whom, and at which weight."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.model.study import Study
from criteria.robustness.stability import Interval
from criteria.robustness.study_sensitivity import ElementStability
from desktop.app.words.numbers import per_cent


class StabilityWords(QObject):
    """Sentences about one weight."""

    def sentences(self, study: Study, found: ElementStability) -> tuple[str, ...]:
        """First place, then the whole order, each with what happens at both ends."""
        name, projects = study.name_of(found.element), found.projects
        winner, order, now = found.stability.winner, found.stability.order, found.stability.weight
        return (
            self._head(self.tr("First place"), winner, now),
            *self._ends(name, winner, projects, self.tr("takes first place from")),
            self._head(self.tr("The whole order"), order, now),
            *self._ends(name, order, projects, self.tr("overtakes")),
        )

    def range_text(self, interval: Interval) -> str:
        """The interval as 14.8–50.3 %."""
        low, high = per_cent(interval.lower, 1).removesuffix("\u00a0%"), per_cent(interval.upper, 1)
        return f"{low}–{high}"

    def _head(self, what: str, interval: Interval, now: float) -> str:
        if interval.lower_pair is None and interval.upper_pair is None:
            return self.tr("{what} stays the same at every weight.").format(what=what)
        return self.tr("{what} holds from {low} to {high}; the weight is {now}.").format(
            what=what, low=per_cent(interval.lower, 1), high=per_cent(interval.upper, 1), now=per_cent(now, 1)
        )

    def _ends(self, name: str, interval: Interval, projects: tuple[str, ...], verb: str) -> list[str]:
        ends = []
        if interval.lower_pair is not None:
            ends.append(
                self.tr("Below {weight} {other} {verb} {first}.").format(
                    weight=per_cent(interval.lower, 1),
                    other=projects[interval.lower_pair[1]],
                    verb=verb,
                    first=projects[interval.lower_pair[0]],
                )
            )
        if interval.upper_pair is not None:
            ends.append(
                self.tr("Above {weight} {other} {verb} {first}.").format(
                    weight=per_cent(interval.upper, 1),
                    other=projects[interval.upper_pair[1]],
                    verb=verb,
                    first=projects[interval.upper_pair[0]],
                )
            )
        return ends
