"""The comparison of methods as the value of its table."""

from __future__ import annotations

import math

from PySide6.QtCore import QObject

from criteria.ranking.comparison import Comparison, Likeness, Spread
from criteria.ranking.method_comparison import MethodComparison
from criteria.ranking.results import Results
from desktop.app.words.compared_methods import ComparedMethodWords
from desktop.app.words.numbers import figure
from desktop.charts.rank_table import FootLine, RankHead, RankLine, RankTable

#: A rank that differs from the main one by at least as many places, and this share of all, is striking.
STRIKING, STRIKING_SHARE = 4, 0.1
MEASURES = ("spearman", "kendall", "weighted_spearman", "ws")


class MethodsStates(QObject):
    """Projects in the order of the main method; the main method first, the compromises apart at the end."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ComparedMethodWords()

    def build(self, results: Results, found: MethodComparison, selected: str, column: str) -> RankTable:
        """The table, with the likeness of each method at its foot."""
        held = found.comparison
        names = (held.main, *(name for name in held.names if name != held.main))
        heads = [RankHead(name, self._words.name(name), self._tip(name), name == held.main) for name in names]
        compromises = compromise_ranks(held)
        heads += [
            RankHead(name, self._words.name(name), self._words.meaning(name), is_apart=place == 0)
            for place, name in enumerate(compromises)
        ]
        order = sorted(range(len(held.items)), key=lambda place: (held.spreads[place].main, place))
        rows = tuple(self._row(results, held, names, compromises, place) for place in order)
        return RankTable(
            heads=tuple(heads),
            rows=rows,
            feet=tuple(self._foot(held, names, measure, len(compromises)) for measure in MEASURES),
            spread_head=self.tr("Best–worst"),
            selected=selected,
            column=column,
            summary=self.tr("Ranks by {count} methods: {first}").format(
                count=len(names), first="; ".join(f"{row.label} {row.spread}" for row in rows[:10])
            ),
        )

    def _tip(self, name: str) -> str:
        return f"{self._words.name(name)}\n{self._words.meaning(name)}"

    def _row(
        self,
        results: Results,
        held: Comparison,
        names: tuple[str, ...],
        compromises: dict[str, tuple[str, ...]],
        place: int,
    ) -> RankLine:
        spread = held.spreads[place]
        ranks = [int(held.ranks[held.names.index(name), place]) for name in names]
        project = results.study.project(held.items[place])
        striking = {at for at, rank in enumerate(ranks) if abs(rank - spread.main) >= striking_places(held)}
        return RankLine(
            key=project.id,
            label=project.id,
            name=project.country or project.title,
            ranks=(*map(str, ranks), *(texts[place] for texts in compromises.values())),
            spread=f"{spread.best}–{spread.worst}" if spread.width else str(spread.best),
            striking=frozenset(striking),
            tip=f"{project.id} {project.title}\n{self.ends(spread)}",
        )

    def ends(self, spread: Spread) -> str:
        """Which methods rank a project best and worst."""
        if not spread.width:
            return self.tr("{rank} by every method").format(rank=spread.best)
        return self.tr("Best: {best} by {best_by}\nWorst: {worst} by {worst_by}").format(
            best=spread.best,
            best_by=self._words.names(spread.best_by),
            worst=spread.worst,
            worst_by=self._words.names(spread.worst_by),
        )

    def _foot(self, held: Comparison, names: tuple[str, ...], measure: str, compromises: int) -> FootLine:
        title, tip = self._words.measure(measure)
        values = [_value(held.likeness[name], measure) for name in names]
        texts = [
            "" if name == held.main else _short(value) for name, value in zip(names, values, strict=True)
        ]
        whole = self.tr("{measure} with {main}\n{meaning}").format(
            measure=title, main=self._words.name(held.main), meaning=tip
        )
        return FootLine(title, (*texts, *("",) * compromises), whole)


def striking_places(held: Comparison) -> int:
    """By how many places a rank must differ from the main one to strike the eye."""
    return max(STRIKING, math.ceil(STRIKING_SHARE * len(held.items)))


def _short(value: float | None) -> str:
    """A figure between -1 and 1 for a narrow column: .91, 1, a dash where there is none."""
    if value is None:
        return figure(None)
    return "1" if value > 0.995 else figure(value).replace("0.", ".", 1)


def _value(likeness: Likeness, measure: str) -> float | None:
    return {
        "spearman": likeness.spearman,
        "kendall": likeness.kendall,
        "weighted_spearman": likeness.weighted_spearman,
        "ws": likeness.ws,
    }[measure]


def compromise_ranks(held: Comparison) -> dict[str, tuple[str, ...]]:
    """The ranks by each way to join the methods; several best orders give a range."""
    found = {
        "borda": tuple(map(str, held.borda.ranks.tolist())),
        "copeland": tuple(map(str, held.copeland.ranks.tolist())),
    }
    if held.kemeny is not None:
        ends = zip(held.kemeny.best.tolist(), held.kemeny.worst.tolist(), strict=True)
        found["kemeny"] = tuple(str(best) if best == worst else f"{best}–{worst}" for best, worst in ends)
    return found


def compromise_winners(held: Comparison) -> dict[str, tuple[int, ...]]:
    """Who is, or may be, first by each way to join the methods, as places in the comparison."""
    ranks = {"borda": held.borda.ranks, "copeland": held.copeland.ranks}
    if held.kemeny is not None:
        ranks["kemeny"] = held.kemeny.best
    return {
        name: tuple(i for i, rank in enumerate(found.tolist()) if rank == 1) for name, found in ranks.items()
    }
