"""All methods on the same figures and weights: ranks side by side, and how alike they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import cast

from criteria.model.settings import Method
from criteria.model.study import Study
from criteria.ranking.method_comparison import Figures, MethodComparison, method_comparison
from criteria.ranking.results import Results, rank
from desktop.app.context import Context
from desktop.app.jobs import Token
from desktop.charts.rank_table_view import RankTableView
from desktop.pages.robustness.job_tab import StatedTab
from desktop.pages.robustness.methods_panel import MethodsPanel
from desktop.pages.robustness.methods_states import MethodsStates, striking_places
from desktop.pages.robustness.robustness_tab import RoomChoice
from desktop.widgets.segments import Segments
from desktop.widgets.side_panel import SidePanel


@dataclass(frozen=True)
class _Asked:
    results: Results
    method: Method
    figures: Figures


@dataclass(frozen=True)
class _Told:
    asked: _Asked
    found: MethodComparison | None


class MethodsTab(StatedTab):
    """A table of ranks; the panel speaks of the method or the project that was clicked."""

    def __init__(self, context: Context, choice: RoomChoice) -> None:
        super().__init__(context, choice)
        self._results: Results | None = None
        self._asked: _Asked | None = None
        self._told: _Told | None = None
        self._selected = self._column = ""
        self._states, self._content = MethodsStates(), MethodsPanel()
        self._build()
        self._wire()

    def _build(self) -> None:
        look = self.context.look
        self.figures = Segments(
            look,
            self.tr("What the methods rank"),
            (("unit", self.tr("Values")), ("raw", self.tr("Figures"))),
        )
        self.figures.button("unit").setToolTip(
            self.tr("What the value functions of the study give: all from 0 to 1, more is better")
        )
        self.figures.button("raw").setToolTip(
            self.tr("The figures as entered; some methods are not defined for them")
        )
        self.table = RankTableView(look, self.tr("Ranks by every method"))
        self._lay_out(self.table, beside=self.figures)
        self.panel: SidePanel = SidePanel(look, self.tr("What the methods agree on"))

    def _wire(self) -> None:
        self.figures.chosen.connect(self._ask_again)
        self.table.activated.connect(self._select_project)
        self.table.column_chosen.connect(self._select_method)
        self._follow_work(self.tr("The methods are being computed"), self.table, self.tr("methods"))

    def show_study(self, study: Study) -> None:
        """See RobustnessTab."""
        self._results = rank(study)
        self._ask(self._results)

    def _ask(self, results: Results) -> None:
        asked = _Asked(results, self.choice.method, cast("Figures", self.figures.current))
        self._asked = asked
        if self._told is not None and self._told.asked == asked:
            self._show()
        else:
            self._job.start(partial(_tell, asked))

    def _ask_again(self, _key: str) -> None:
        if self._results is not None:
            self._ask(self._results)

    def _give_up(self) -> None:
        """What is on show stays; without anything on show the statement says so."""
        super()._give_up()
        if self._told is None:
            self.statement.set_text(self.tr("Not computed; choose values or figures to compute it"))

    def _arrive(self, told: object) -> None:
        if isinstance(told, _Told) and told.asked == self._asked:
            self._told = told
            self._show()

    def _show(self) -> None:
        if self._told is None or self._told.found is None:
            return
        results, found = self._told.asked.results, self._told.found
        table = self._states.build(results, found, self._selected, self._column)
        if self._column not in {head.key for head in table.heads}:
            self._column = ""
            table = self._states.build(results, found, self._selected, "")
        self.table.show_data(table)
        self.statement.set_text(self._content.statement(found))
        hint = self.tr(
            "Click a method or a project. In colour: {count} places or more from the first column."
        )
        self.foot.hint.set_text(hint.format(count=striking_places(found.comparison)))
        self.panel.show_content(self._content.content(results, found, self._selected, self._column))

    def _select_project(self, key: str) -> None:
        self._selected, self._column = ("" if key == self._selected else key), ""
        self._show()

    def _select_method(self, key: str) -> None:
        self._selected, self._column = "", ("" if key == self._column else key)
        self._show()


def _tell(asked: _Asked, token: Token) -> _Told:
    found = method_comparison(asked.results, asked.method, asked.figures, progress=token.progress)
    return _Told(asked, found)
