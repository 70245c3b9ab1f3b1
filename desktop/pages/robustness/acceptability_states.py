"""Rank acceptability as the value of its chart."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QObject

from criteria.model.settings import Method
from criteria.ranking.results import Results
from criteria.robustness.study_acceptability import Figures, open_rows
from desktop.app.words.numbers import RankWords, per_cent
from desktop.app.words.states import StateWords
from desktop.charts.acceptability_map import SEEN, AcceptabilityMap, RankRow

#: Project id to its share of draws at each rank.
Shares = Mapping[str, Sequence[float]]
#: As many ranks are named in a tooltip.
_NAMED = 6


class AcceptabilityStates(QObject):
    """Puts the projects in the order of their present ranks, the excluded by their shadow ranks."""

    def __init__(self) -> None:
        super().__init__()
        self._ranks, self._states = RankWords(), StateWords()

    def build(
        self,
        results: Results,
        method: Method,
        figures: Figures,
        shares: Shares,
        shadows: Shares,
        selected: str,
    ) -> AcceptabilityMap:
        """The map; projects without shares, before the first draws, have empty rows."""
        found = results.methods[method]
        taking_part = set(open_rows(results, figures))
        ranked = [row for row in found.order() if row in taking_part]
        excluded = sorted(results.excluded, key=lambda row: (int(found.shadow[row]), row))
        keys = results.matrix.projects
        rows = tuple(self._row(results, row, shares.get(keys[row], (0.0,) * len(ranked))) for row in ranked)
        shadowed = tuple(
            self._row(results, row, shadows[keys[row]]) for row in excluded if keys[row] in shadows
        )
        return AcceptabilityMap(
            rows=rows,
            shadows=shadowed,
            selected=selected,
            shadow_head=self.tr(
                "Excluded by a red line: shadow ranks among all {count}, never counted"
            ).format(count=len(shadowed[0].shares) if shadowed else 0),
            legend=(self.tr("under 1\u00a0%"), self.tr("over 76\u00a0%")),
            summary=self.tr("How often each project takes each rank, in per cent of draws: {first}").format(
                first="; ".join(f"{row.label} {per_cent(row.shares[0])}" for row in rows[:10] if row.shares)
            ),
        )

    def _row(self, results: Results, row: int, shares: Sequence[float]) -> RankRow:
        project, screened = results.study.projects[row], results.screening.projects[row]
        return RankRow(
            key=project.id,
            label=project.id,
            name=project.country or project.title,
            state=screened.screen,
            shares=tuple(shares),
            tip=f"{project.id} {project.title}\n{self._states.in_sentence(screened.screen)}\n"
            + self._places(shares),
        )

    def _places(self, shares: Sequence[float]) -> str:
        """The ranks taken most often, in their order."""
        often = sorted(range(len(shares)), key=lambda rank: -shares[rank])[:_NAMED]
        named = [rank for rank in sorted(often) if shares[rank] >= SEEN]
        return ", ".join(f"{self._ranks.ordinal(rank + 1)} {per_cent(shares[rank])}" for rank in named)
