"""The strips of all weights as chart values."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.ranking.results import Results
from criteria.robustness.kept_ranges import ElementKept, Kept
from criteria.robustness.stability import Interval
from desktop.app.words.numbers import per_cent
from desktop.charts.stability_bars import StabilityBar, StabilityBars, Stretch
from desktop.pages.robustness.stability_words import RangeWords, room


class StabilityStates(QObject):
    """Turns ranges into strips, in the order of the tree or with the least room first."""

    def __init__(self) -> None:
        super().__init__()
        self._words = RangeWords()

    def bars(
        self,
        results: Results,
        found: tuple[ElementKept, ...],
        kind: Kept,
        top: int,
        selected: str,
        *,
        by_room: bool,
    ) -> StabilityBars:
        """A strip for every premise and criterion."""
        rows = sorted(found, key=room) if by_room else list(found)
        bars = tuple(self._bar(results, item, kind, top, is_flat=by_room) for item in rows)
        summary = "; ".join(f"{bar.label.strip()} {bar.range_text}" for bar in bars)
        return StabilityBars(bars, 1.0, selected, summary, is_dense=True)

    def _bar(
        self, results: Results, item: ElementKept, kind: Kept, top: int, *, is_flat: bool
    ) -> StabilityBar:
        study, now = results.study, item.ranges.now
        premises = {premise.id: premise for premise in study.premises}
        if item.element in premises:
            premise = premises[item.element]
            label, role = premise.short, premise.role
        else:
            indent = "" if is_flat else "   "
            short = study.criterion(item.element).short
            label, role = f"{indent}{item.element} {short}", study.premise_of[item.element].role
        ranges = ", ".join(_range_text(part) for part in (now, *item.ranges.again))
        return StabilityBar(
            key=item.element,
            label=label,
            role=role,
            weight=item.ranges.weight,
            lower=now.lower,
            upper=now.upper,
            weight_text=per_cent(item.ranges.weight, 1),
            range_text=ranges,
            tip="\n".join((study.name_of(item.element), *self._words.lines(item, kind, top))),
            again=tuple((again.lower, again.upper) for again in item.ranges.again),
            others=self._others(item) if kind == "winner" else (),
        )

    def _others(self, item: ElementKept) -> tuple[Stretch, ...]:
        """Who is first where somebody else is."""
        kept = (item.ranges.now, *item.ranges.again)
        return tuple(
            Stretch(band.lower, band.upper, ", ".join(item.projects[place] for place in band.winners[:2]))
            for band in item.bands
            if not any(band.lower < part.upper - 1e-9 and band.upper > part.lower + 1e-9 for part in kept)
        )


def _range_text(interval: Interval) -> str:
    """The interval as 14.8–50.3 %."""
    low, high = per_cent(interval.lower, 1).removesuffix("\u00a0%"), per_cent(interval.upper, 1)
    return f"{low}–{high}"
