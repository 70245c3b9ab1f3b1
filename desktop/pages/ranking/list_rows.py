"""The ranked list as chart values."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject

from criteria.model.settings import METHODS, Method
from criteria.model.tree import ROLES
from criteria.ranking.results import MethodResult, Results
from criteria.ranking.scoring import premise_totals
from desktop.app.words.methods import MethodWords
from desktop.app.words.numbers import figure
from desktop.app.words.states import StateWords
from desktop.charts.ranking_bars import BarRow, Extra, RankingBars, Segment

#: A rank that differs by at least this many places between methods is striking.
STRIKING = 4


class ListRows(QObject):
    """Turns one method's result into rows: ranked projects first, the excluded with shadow ranks below."""

    def __init__(self) -> None:
        super().__init__()
        self._methods, self._states = MethodWords(), StateWords()

    def build(
        self, results: Results, method: Method, selected: str, firmness: Mapping[str, float]
    ) -> RankingBars:
        """The list for one method."""
        found = results.methods[method]
        others = [name for name in METHODS if name != method]
        totals = premise_totals(found.contributions, results.matrix)
        rows = [
            self._row(results, found, others, row, totals[row].tolist(), firmness) for row in found.order()
        ]
        study = results.study
        by_role = {premise.role: premise.short for premise in study.premises}
        return RankingBars(
            rows=tuple(rows),
            full=1.0,
            selected=selected,
            heads=(self.tr("Rank"), self.tr("Project"), self.tr("Screening"), self._methods.score(method)),
            premises=tuple((role, by_role[role]) for role in ROLES if role in by_role),
            extra_heads=tuple(self._methods.short(name) for name in others),
            firmness_head=self.tr("Firmness") if firmness else "",
            summary="; ".join(
                f"{row.rank_text} {row.label} {row.title} {row.value_text}" for row in rows[:10]
            ),
        )

    def _row(
        self,
        results: Results,
        found: MethodResult,
        others: list[Method],
        row: int,
        totals: list[float],
        firmness: Mapping[str, float],
    ) -> BarRow:
        project = results.study.projects[row]
        screen = results.screening.projects[row].screen
        best, worst = int(found.rank_best[row]), int(found.rank_worst[row])
        is_open = bool(found.low[row] != found.high[row])
        value = (
            f"{figure(found.low[row], 2)}–{figure(found.high[row], 2)}"
            if is_open
            else figure(found.low[row], 3)
        )
        return BarRow(
            key=project.id,
            label=project.id,
            title=project.title,
            country=project.country,
            segments=self._segments(results, found, row, totals),
            value_text=value,
            rank_text=str(best) if best == worst else f"{best}–{worst}",
            state=screen,
            state_word=self._states.in_cell(screen),
            low=float(found.low[row]) if is_open else None,
            high=float(found.high[row]) if is_open else None,
            extras=tuple(self._extra(results.methods[name], row, best) for name in others),
            firmness=firmness.get(project.id),
            tip=self._tip(results, row),
        )

    def _segments(
        self, results: Results, found: MethodResult, row: int, totals: list[float]
    ) -> tuple[Segment, ...]:
        """The score parted by premise: exact for AHP, in proportion to the contributions otherwise."""
        whole = sum(totals)
        scale = float(found.low[row]) / whole if whole > 0 else 0.0
        return tuple(Segment(role, total * scale) for role, total in zip(ROLES, totals, strict=True))

    def _extra(self, other: MethodResult, row: int, rank: int) -> Extra:
        best, worst = int(other.rank_best[row]), int(other.rank_worst[row])
        text = str(best) if best == worst else f"{best}–{worst}"
        return Extra(text, is_striking=abs(best - rank) >= STRIKING)

    def _tip(self, results: Results, row: int) -> str:
        project = results.study.projects[row]
        missing = [
            c for c, gap in zip(results.matrix.criteria, results.matrix.missing[row], strict=True) if gap
        ]
        if not missing:
            return f"{project.id} {project.title}"
        return self.tr(
            "{id} {title}\nNo figure for {criteria}: the rank is a range until it is entered"
        ).format(id=project.id, title=project.title, criteria=", ".join(missing))
