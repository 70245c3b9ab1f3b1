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
from desktop.app.words.ranks import rank_text
from desktop.app.words.states import StateWords
from desktop.charts.ranking_bars import BarRow, Extra, RankingBars, Segment

#: A rank that differs by at least this many places between methods is striking.
STRIKING = 4


class ListRows(QObject):
    """Turns one method's result into the rows of the ranked projects; the excluded enter no chart."""

    def __init__(self) -> None:
        super().__init__()
        self._methods, self._states = MethodWords(), StateWords()

    def build(
        self, results: Results, method: Method, selected: str, firmness: Mapping[str, float] | None
    ) -> RankingBars:
        """The list for one method; `firmness` is empty while it is computed, None where there is none."""
        found = results.methods[method]
        others = [name for name in METHODS if name != method]
        totals = premise_totals(found.contributions, results.matrix)
        rows = [
            self._row(results, found, others, row, totals[row].tolist(), firmness or {})
            for row in found.order()
        ]
        by_role = {premise.role: premise.short for premise in results.study.premises}
        return RankingBars(
            rows=tuple(rows),
            full=1.0,
            selected=selected,
            heads=(self.tr("Rank"), self.tr("Project"), self.tr("Screening"), self._methods.score(method)),
            premises=tuple((role, by_role[role]) for role in ROLES if role in by_role),
            extra_heads=tuple(self._methods.short(name) for name in others),
            firmness_head="" if firmness is None else self.tr("Firmness"),
            head_tips=self._tips(results, method, others),
            summary="; ".join(
                f"{row.rank_text} {row.label} {row.title} {row.value_text}" for row in rows[:10]
            ),
        )

    def _tips(self, results: Results, method: Method, others: list[Method]) -> tuple[str, ...]:
        """What the heads mean, in the order that the chart asks for."""
        other_tips = [
            self.tr("Rank by {method}; in colour where it differs by {places} places or more").format(
                method=self._methods.name(name), places=STRIKING
            )
            for name in others
        ]
        return (
            self.tr("1 is best. = marks a shared rank; a range stands while a figure is missing"),
            self.tr("Projects that no red line excludes"),
            self.tr("What the red lines say: pass, met, open or refer"),
            self._methods.meaning(method),
            *other_tips,
            self.tr("The score, parted by what each premise contributes"),
            self.tr(
                "In how many of {draws} randomly drawn weightings the project keeps its rank within one place"
            ).format(draws=f"{results.study.settings.draws:,}"),
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
        low, high = float(found.low[row]), float(found.high[row])
        is_open = low != high
        value = f"{figure(low, 2)}–{figure(high, 2)}" if is_open else figure(low, 3)
        return BarRow(
            key=project.id,
            label=project.id,
            title=project.title,
            country=project.country,
            segments=_segments(low, totals),
            value_text=value,
            rank_text=rank_text(found, row),
            state=screen,
            state_word=self._states.in_cell(screen),
            low=low if is_open else None,
            high=high if is_open else None,
            extras=tuple(self._extra(results, found, name, row) for name in others),
            firmness=firmness.get(project.id),
            tip=self._tip(results, row),
        )

    def _extra(self, results: Results, found: MethodResult, other: Method, row: int) -> Extra:
        there = results.methods[other]
        apart = abs(int(there.rank_best[row]) - int(found.rank_best[row]))
        return Extra(rank_text(there, row), is_striking=apart >= STRIKING)

    def _tip(self, results: Results, row: int) -> str:
        project, matrix = results.study.projects[row], results.matrix
        name = f"{project.id} {project.title}" + (f"\n{project.country}" if project.country else "")
        if not matrix.incomplete[row]:
            return name
        missing = [c for c, gap in zip(matrix.criteria, matrix.missing[row], strict=True) if gap]
        note = self.tr("No figure for {criteria}: the rank is a range until it is entered")
        return f"{name}\n{note.format(criteria=', '.join(missing))}"


def _segments(score: float, totals: list[float]) -> tuple[Segment, ...]:
    """The score parted by premise: exact for AHP, in proportion to the contributions otherwise."""
    whole = sum(totals)
    scale = score / whole if whole > 0 else 0.0
    return tuple(Segment(role, total * scale) for role, total in zip(ROLES, totals, strict=True))
