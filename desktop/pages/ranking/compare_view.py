"""The ranks of every project by the three methods side by side, and how alike the methods rank."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from criteria.model.settings import METHODS, Method
from criteria.ranking.explain import agreement
from criteria.ranking.results import Results
from desktop.app.words.methods import MethodWords
from desktop.app.words.numbers import figure
from desktop.app.words.ranks import ResultRankWords, rank_text
from desktop.app.words.states import StateWords
from desktop.look.look import Look
from desktop.pages.ranking.cell_table import Cell, CellTable, Column
from desktop.pages.ranking.list_rows import STRIKING
from desktop.widgets.text import caption, head


class CompareView(QWidget):
    """Ranked projects in the order of one method, the excluded below with the ranks they would have had."""

    activated = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._methods, self._states, self._ranks = MethodWords(), StateWords(), ResultRankWords()
        self._results: Results | None = None
        self.table = CellTable(look, self.tr("Ranks by every method"), lines=2)
        self.pairs = CellTable(look, self.tr("How alike the methods rank"), is_whole=True)
        self.table.row_chosen.connect(self._choose)
        side, air = look.metrics.space("xl") - look.metrics.units(0.6), look.metrics.space("s")
        column = QVBoxLayout(self)
        column.setContentsMargins(side, 0, side, air)
        column.setSpacing(air)
        column.addWidget(self.table, 1)
        for below in (head(look, self.tr("How alike the methods rank")), caption(look, self._explanation())):
            below.setContentsMargins(look.metrics.units(0.6), 0, 0, 0)
            column.addWidget(below)
        column.insertWidget(2, self.pairs)

    def show_results(self, results: Results, method: Method, selected: str) -> None:
        """Shows every project, in the order of one method."""
        self._results = results
        found = results.methods[method]
        out = sorted(results.excluded, key=lambda row: (int(found.shadow[row]), row))
        self.table.show_cells(self._columns(results), (*found.order(), *out), results.index(selected))
        alike = agreement(results)
        top = alike[0].top if alike else 0
        self.pairs.show_cells(self._pair_columns(results, top), tuple(range(len(alike))))

    def _columns(self, results: Results) -> tuple[Column, ...]:
        ranks = tuple(
            Column(
                self._methods.name(method),
                self.tr("Rank by {method}, with the score beside it").format(
                    method=self._methods.name(method)
                ),
                partial(self._rank_cell, results, method),
            )
            for method in METHODS
        )
        return (
            Column("", self.tr("Id of the project"), partial(self._id_cell, results), is_text=True),
            Column(
                self.tr("Project"),
                self.tr("Ranked projects first, then those that a red line excludes"),
                partial(self._title_cell, results),
                is_text=True,
                is_wide=True,
            ),
            Column(
                self.tr("Screening"),
                self.tr("What the red lines say"),
                partial(self._state_cell, results),
                is_text=True,
            ),
            *ranks,
            Column(
                self.tr("Difference"),
                self.tr("Places between the best and the worst of the three ranks"),
                partial(self._difference_cell, results),
            ),
        )

    def _id_cell(self, results: Results, row: int) -> Cell:
        return Cell(results.study.projects[row].id, is_muted=True)

    def _title_cell(self, results: Results, row: int) -> Cell:
        project = results.study.projects[row]
        return Cell(
            project.title, is_muted=row in results.excluded, tip=f"{project.title}\n{project.country}"
        )

    def _state_cell(self, results: Results, row: int) -> Cell:
        screen = results.screening.projects[row].screen
        return Cell(self._states.in_cell(screen), state=screen)

    def _rank_cell(self, results: Results, method: Method, row: int) -> Cell:
        found = results.methods[method]
        if row in results.excluded:
            tip = self.tr("Excluded; it would have ranked {rank} among all").format(
                rank=self._ranks.shadow(found, row)
            )
            return Cell("–", f"({int(found.shadow[row])})", is_muted=True, tip=tip)
        low, high = float(found.low[row]), float(found.high[row])
        score = figure(low, 3) if low == high else f"{figure(low, 2)}–{figure(high, 2)}"
        return Cell(rank_text(found, row), score, is_strong=True)

    def _difference_cell(self, results: Results, row: int) -> Cell:
        if row in results.excluded:
            return Cell("", is_muted=True)
        ranks = [int(found.rank_best[row]) for found in results.methods.values()]
        apart = max(ranks) - min(ranks)
        return Cell(str(apart), is_strong=apart >= STRIKING)

    def _pair_columns(self, results: Results, top: int) -> tuple[Column, ...]:
        alike = agreement(results)

        def names(place: int) -> Cell:
            one, other = self._methods.name(alike[place].first), self._methods.name(alike[place].second)
            return Cell(self.tr("{one} and {other}").format(one=one, other=other))

        def rho(place: int) -> Cell:
            return Cell(figure(alike[place].spearman, 3))

        def tau(place: int) -> Cell:
            return Cell(figure(alike[place].kendall, 3))

        def shared(place: int) -> Cell:
            return Cell(self.tr("{shared} of {top}").format(shared=alike[place].shared_top, top=top))

        return (
            Column(self.tr("Methods"), "", names, is_text=True, is_wide=True),
            Column(self.tr("Spearman’s ρ"), self.tr("Correlation of the ranks, −1 to 1"), rho),
            Column(
                self.tr("Kendall’s τ-b"),
                self.tr("Share of pairs in the same order minus share in the other one, corrected for ties"),
                tau,
            ),
            Column(
                self.tr("Best {top} shared").format(top=top),
                self.tr(
                    "How many of the best {top} by one method are among the best {top} by the other"
                ).format(top=top),
                shared,
            ),
        )

    def _explanation(self) -> str:
        return self.tr(
            "1 means the same order, 0 none in common. Over the projects with every figure known; "
            "in brackets, the rank an excluded project would have had."
        )

    def _choose(self, row: int) -> None:
        if self._results is not None:
            self.activated.emit(self._results.study.projects[row].id)
