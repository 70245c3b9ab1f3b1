"""The ranking under weights that are being tried, as chart values."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from PySide6.QtCore import QObject

from criteria.arrays import Floats
from criteria.model.settings import METHODS, Method
from criteria.model.tree import ROLES
from criteria.ranking.results import Results
from criteria.robustness.live import LiveRanking, LiveResult
from desktop.app.words.counts import CountWords
from desktop.app.words.lists import ListWords
from desktop.app.words.methods import MethodWords
from desktop.app.words.numbers import figure
from desktop.charts.live_bars import LiveBars, LiveRow

#: Changes of a score below this are not printed.
_NONE = 0.0005


class LiveList(QObject):
    """Made once for each study; `bars` gives the list at some weights, ready to be painted."""

    def __init__(self, results: Results) -> None:
        super().__init__()
        self._methods, self._counts, self._lists = MethodWords(), CountWords(), ListWords()
        self._results = results
        self._ranking = LiveRanking(results)
        projects = [results.study.projects[row] for row in self._ranking.rows]
        self._keys = [project.id for project in projects]
        self._titles = [project.title for project in projects]
        self.stated = self._ranking.at(_shares(results.weights.values))
        self._stated_ranks = {method: _rank_texts(found) for method, found in self.stated.items()}
        shorts = {premise.role: premise.short for premise in results.study.premises}
        self._premises = tuple((role, shorts[role]) for role in ROLES if role in shorts)

    def at(self, weights: Floats) -> Mapping[Method, LiveResult]:
        """Every method's ranking under weights."""
        return self._ranking.at(weights)

    def bars(self, found: Mapping[Method, LiveResult], method: Method, selected: str) -> LiveBars:
        """The list by one method, with the ranks by the others beside it."""
        now, others = found[method], [other for other in METHODS if other != method]
        texts = {name: _rank_texts(result) for name, result in found.items()}
        order = np.lexsort((np.arange(len(now.low)), now.rank_worst, now.rank_best)).tolist()
        parts = self._parts(method, now)
        extras = list(zip(*(texts[other] for other in others), strict=True))
        moved = (self.stated[method].rank_best - now.rank_best).tolist()
        rows = tuple(
            self._row(method, row, now, texts[method][row], moved[row], parts[row], extras[row])
            for row in order
        )
        ranges = any(row.low is not None for row in rows)
        count = len(rows)
        return LiveBars(
            rows=rows,
            heads=(
                self.tr("Rank"),
                self.tr("Stated"),
                self.tr("Project"),
                self._methods.score(method),
                self.tr("Change"),
                *(self._methods.short(other) for other in others),
            ),
            widest=(
                f"{count}–{count}" if ranges else f"={count}",
                max(self._keys, key=len),
                "0.00–0.00" if ranges else "0.000",
            ),
            premises=() if method == "topsis" else self._premises,
            full=self._full(method),
            selected=selected,
            summary="; ".join(f"{row.rank} {row.key} {row.title} {row.value}" for row in rows[:10]),
        )

    def sentence(self, found: Mapping[Method, LiveResult], method: Method, *, is_stated: bool) -> str:
        """Who leads under these weights, and how many projects change places."""
        if is_stated:
            leaders = self.leaders(found[method])
            return self.tr("These are the stated weights; {leaders} first.").format(leaders=leaders)
        return self.difference(found, method)

    def difference(self, found: Mapping[Method, LiveResult], method: Method) -> str:
        """Who leads and led, and how many places differ from the stated ranking."""
        now, before = found[method], self.stated[method]
        leaders, stated = self.leaders(now), self.leaders(before)
        count = int((now.rank_best != before.rank_best).sum())
        text = (
            self.tr("{leaders} first, as stated; {count} of {all} projects change places.")
            if leaders == stated
            else self.tr("{leaders} first instead of {stated}; {count} of {all} projects change places.")
        )
        return text.format(leaders=leaders, stated=stated, count=count, all=len(now.low))

    def gaps(self) -> str:
        """Which projects have ranges, "" where every figure is known."""
        matrix = self._results.matrix
        out = sum(bool(matrix.incomplete[row]) for row in self._ranking.rows)
        if not out:
            return ""
        return self.tr("A figure is missing for {projects}: scores and ranks are ranges there.").format(
            projects=self._counts.projects(out)
        )

    def leaders(self, found: LiveResult) -> str:
        """Who is first, or shares first place, or may be first while figures are missing."""
        best = np.flatnonzero(found.rank_best == 1).tolist()
        return self._lists.joined([self._keys[row] for row in best])

    def _parts(self, method: Method, now: LiveResult) -> list[tuple[float, ...]]:
        """Closeness has no parts; the others' are exact for AHP, in proportion for benefit and risk."""
        if method == "topsis":
            return [(score,) for score in now.low.tolist()]
        whole = now.contributions.sum(axis=1)
        scale = np.divide(now.low, whole, out=np.zeros_like(whole), where=whole > 0)
        present = [ROLES.index(role) for role, _name in self._premises if role in ROLES]
        return [tuple(row) for row in (now.contributions[:, present] * scale[:, None]).tolist()]

    def _row(
        self,
        method: Method,
        row: int,
        now: LiveResult,
        rank: str,
        moved: int,
        parts: tuple[float, ...],
        extras: tuple[str, ...],
    ) -> LiveRow:
        low, high, stated = float(now.low[row]), float(now.high[row]), float(self.stated[method].low[row])
        is_open = low != high
        change = low - stated
        key, title = self._keys[row], self._titles[row]
        return LiveRow(
            key=key,
            title=title,
            rank=rank,
            stated_rank=self._stated_ranks[method][row],
            moved=moved,
            parts=parts,
            stated=stated,
            value=f"{figure(low, 2)}–{figure(high, 2)}" if is_open else figure(low, 3),
            change=("+" if change > 0 else "") + figure(change, 3) if abs(change) >= _NONE else "",
            extras=extras,
            low=low if is_open else None,
            high=high if is_open else None,
            tip=f"{key} {title}",
        )

    def _full(self, method: Method) -> float:
        """The end of the bars: shares of a whole are far below 1, and need a scale of their own."""
        if method != "ahp" or self._results.study.settings.ahp_synthesis == "ideal":
            return 1.0
        return self._ranking.highest(method)


def _shares(weights: Floats) -> Floats:
    return np.asarray(weights / weights.sum())


def _rank_texts(found: LiveResult) -> list[str]:
    """Ranks for a table, as the ranking prints them: 3, =2 where shared, 11–14 while figures are missing."""
    best, worst = found.rank_best.tolist(), found.rank_worst.tolist()
    firm = [low for low, high in zip(best, worst, strict=True) if low == high]
    counts = np.bincount(firm) if firm else np.zeros(1, dtype=np.int64)
    shared = counts.tolist()
    return [
        f"{low}–{high}" if low != high else f"={low}" if shared[low] > 1 else str(low)
        for low, high in zip(best, worst, strict=True)
    ]
