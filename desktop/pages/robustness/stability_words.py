"""What holds along one weight and what ends it, in sentences."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.ranking.results import Results
from criteria.robustness.kept_ranges import ElementKept, Kept
from criteria.robustness.stability import Interval
from desktop.app.words.lists import ListWords
from desktop.app.words.numbers import per_cent

#: With more exceptions than this only the one with the least room is named.
MOST = 3


class RangeWords(QObject):
    """Sentences about the ranges of all weights, or of one."""

    def __init__(self) -> None:
        super().__init__()
        self._lists = ListWords()

    def result(self, kind: Kept, top: int) -> str:
        """What must hold."""
        if kind == "order":
            return self.tr("The whole order")
        if kind == "winner" or top == 1:
            return self.tr("First place")
        return self.tr("The set of the best {count}").format(count=top)

    def summary(self, results: Results, found: tuple[ElementKept, ...], kind: Kept, top: int) -> str:
        """Which single weights the result survives, and which it does not."""
        what = self.result(kind, top)
        open_rows = sorted((item for item in found if room(item) <= 1.0), key=room)
        if not open_rows:
            return self.tr("{what} survives any change of any single weight.").format(what=what)
        if len(open_rows) <= MOST:
            names = [self._exception(results, item) for item in open_rows]
            return self.tr("{what} survives any change of a single weight except {names}.").format(
                what=what, names=self._lists.joined(names)
            )
        nearest = open_rows[0]
        return self.tr(
            "{what} survives any change of a single weight except of {count} of {all}; {name} has the least "
            "room: {range}, {weight} now."
        ).format(
            what=what,
            count=len(open_rows),
            all=len(found),
            name=results.study.name_of(nearest.element),
            range=self.range_text(nearest.ranges.now),
            weight=per_cent(nearest.ranges.weight, 1),
        )

    def lines(self, item: ElementKept, kind: Kept, top: int) -> tuple[str, ...]:
        """One weight: where the result holds, what ends it at each end, and where it holds again."""
        what, now = self.result(kind, top), item.ranges.now
        if now.lower_pair is None and now.upper_pair is None:
            return (self.tr("{what} holds at every weight.").format(what=what),)
        if now.lower == now.upper:
            first = self.tr("{what} is shared now, and any change of this weight parts it.")
        else:
            first = self.tr("{what} holds from {range}; the weight is {weight} now.")
        lines = [
            first.format(what=what, range=self.range_text(now), weight=per_cent(item.ranges.weight, 1)),
            *self._ends(item, now),
        ]
        for again in item.ranges.again:
            text = self.tr("It holds again from {range}.").format(range=self.range_text(again))
            lines += [text, *self._ends(item, again)]
        return tuple(lines)

    def leaders(self, item: ElementKept) -> tuple[tuple[str, str], ...]:
        """Who is first where along the weight: a range and names."""
        return tuple(
            (
                self.tr("{low} to {high}").format(low=per_cent(band.lower, 1), high=per_cent(band.upper, 1)),
                self._lists.joined([item.projects[place] for place in band.winners]),
            )
            for band in item.bands
        )

    def range_text(self, interval: Interval) -> str:
        """The interval as 14.8 % to 50.3 %."""
        return self.tr("{low} to {high}").format(
            low=per_cent(interval.lower, 1), high=per_cent(interval.upper, 1)
        )

    def _exception(self, results: Results, item: ElementKept) -> str:
        return self.tr("{name} ({range}, now {weight})").format(
            name=results.study.name_of(item.element),
            range=self.range_text(item.ranges.now),
            weight=per_cent(item.ranges.weight, 1),
        )

    def _ends(self, item: ElementKept, interval: Interval) -> list[str]:
        """Who overtakes whom beyond each end, and on which side."""
        names, lines = item.projects, []
        for text, end, pair in (
            (self.tr("Below {end} {other} comes before {one}."), interval.lower, interval.lower_pair),
            (self.tr("Above {end} {other} comes before {one}."), interval.upper, interval.upper_pair),
        ):
            if pair is not None:
                lines.append(text.format(end=per_cent(end, 1), other=names[pair[1]], one=names[pair[0]]))
        return lines


def room(item: ElementKept) -> float:
    """How far the weight may move before the result changes, 2 where it never does."""
    now, weight = item.ranges.now, item.ranges.weight
    ends = ((now.lower, now.lower_pair), (now.upper, now.upper_pair))
    return min((abs(end - weight) for end, pair in ends if pair is not None), default=2.0)
