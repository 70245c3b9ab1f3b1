"""The ranking room: the list, the maps, two projects head to head, and why."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from criteria.model.settings import METHODS, Method
from criteria.model.study import Study
from criteria.ranking.explain import agreement
from criteria.ranking.results import Results, rank
from desktop.app.context import Context
from desktop.app.jobs import Token
from desktop.app.pictures import benefit_risk_picture
from desktop.app.words.decision import DecisionWords
from desktop.app.words.methods import MethodWords
from desktop.charts import project_map
from desktop.charts.chart_view import ChartView
from desktop.pages.page import Page
from desktop.pages.ranking.list_rows import ListRows
from desktop.pages.ranking.maps import ContextMap
from desktop.pages.ranking.method_menu import MethodMenu
from desktop.pages.ranking.pair_view import PairView
from desktop.pages.ranking.ranking_list import RankingList
from desktop.pages.ranking.why import Why
from desktop.widgets.buttons import menu_button
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.segments import Segments
from desktop.widgets.side_panel import SidePanel
from desktop.widgets.text import Text


class RankingPage(Page):
    """Who stands where, by which method, how firmly and why."""

    key = "ranking"

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Ranking"))
        self._method: Method = "topsis"
        self._selected, self._other = "", ""
        self._results: Results | None = None
        self._firm_for: tuple[Study, Method] | None = None
        self._firmness: dict[str, float] = {}
        self._rows, self._why, self._context_map = ListRows(), Why(), ContextMap()
        self._job = context.job(self)
        self._build()
        self._wire()

    def _build(self) -> None:
        look, words = self.context.look, MethodWords()
        self._methods = Segments(look, self.tr("Method"), tuple((m, words.name(m)) for m in METHODS))
        self._methods.set_current(self._method)
        self._views = Segments(look, self.tr("View"), (("list", self.tr("List")), ("maps", self.tr("Maps"))))
        self._views.set_current("list")
        self._menu = MethodMenu(self.context, self)
        for widget in (menu_button(look, self.tr("Options"), self._menu), self._methods, self._views):
            self.header.add_action(widget)
        self._list, self._pair = RankingList(look), PairView(look)
        self._note = Text(look, "", "small", "text_muted")
        self._panel = SidePanel(look, self.tr("Why?"))
        self._risk_map = ChartView(look, project_map.paint, self.tr("Benefit-risk map"))
        self._country_map = ChartView(look, project_map.paint, self.tr("Context map"))
        self._risk_title, self._country_title = Text(look, "", "head"), Text(look, "", "head")
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list_view())
        self._stack.addWidget(self._map_view())
        self._empty = EmptyState(
            look,
            "ranking",
            self.tr("Nothing can be ranked yet: there is no project that passes the red lines."),
            self.tr("Go to the projects"),
        )
        self._stack.addWidget(self._empty)
        self.add(self._stack, 1, bleeds=True)
        self.set_side_panel(self._panel)

    def _list_view(self) -> QWidget:
        metrics = self.context.look.metrics
        below = QWidget()
        column = QVBoxLayout(below)
        column.setContentsMargins(
            metrics.space("xl"), metrics.space("s"), metrics.space("xl"), metrics.space("m")
        )
        column.addWidget(self._note)
        column.addWidget(self._pair, 1)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.addWidget(self._list)
        splitter.addWidget(below)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setChildrenCollapsible(False)
        return splitter

    def _map_view(self) -> QWidget:
        metrics, view = self.context.look.metrics, QWidget()
        row = QHBoxLayout(view)
        row.setContentsMargins(
            metrics.space("xl"), metrics.space("l"), metrics.space("xl"), metrics.space("l")
        )
        row.setSpacing(metrics.space("xl"))
        for title, chart in ((self._risk_title, self._risk_map), (self._country_title, self._country_map)):
            column = QVBoxLayout()
            column.addWidget(title)
            column.addWidget(chart, 1)
            row.addLayout(column, 1)
        return view

    def _wire(self) -> None:
        self._methods.chosen.connect(self._choose_method)
        self._views.chosen.connect(self._choose_view)
        for chart in (self._list, self._risk_map, self._country_map):
            chart.activated.connect(self.select)
        self._pair.other_chosen.connect(self._choose_other)
        self._empty.asked.connect(partial(self.context.navigator.go, "projects", ""))
        self._job.finished.connect(self._show_firmness)
        for view, name in (
            (self._list.view, "ranking"),
            (self._pair.view, "head to head"),
            (self._risk_map, "benefit-risk map"),
            (self._country_map, "context map"),
        ):
            view.export_requested.connect(partial(self.export_chart, view, name))

    def show_study(self, study: Study) -> None:
        """See Page."""
        self._menu.show_study(study)
        self._results = rank(study) if study.projects else None
        results = self._results
        if results is None or not results.ranked:
            self._stack.setCurrentWidget(self._empty)
            self._panel.setVisible(False)
            self.header.set_statement(self.tr("No project is ranked."))
            return
        self._panel.setVisible(True)
        self._stack.setCurrentIndex(0 if self._views.current == "list" else 1)
        self.header.set_statement(self._statement(results))
        self._settle_selection(results)
        if self._firm_for is None or self._firm_for[0] is not study or self._firm_for[1] != self._method:
            self._firmness = {}
            self._job.start(partial(_firmness, results, self._method))
        self._show(results)

    def select(self, project: str) -> None:
        """Explains a project; excluded ones too."""
        if project != self._selected and self._results is not None:
            self._selected = project
            self._settle_selection(self._results)
            self._show(self._results)

    def focus_on(self, place: str) -> None:
        """See Page; the place is a project's id."""
        self.select(place.split("/", maxsplit=1)[0])

    def leave(self) -> None:
        """See Page."""
        self._job.cancel()

    def _settle_selection(self, results: Results) -> None:
        order = results.methods[self._method].order()
        ids = [results.study.projects[row].id for row in order]
        known = {project.id for project in results.study.projects}
        if self._selected not in known:
            self._selected = ids[0]
        if self._other not in ids or self._other == self._selected:
            self._other = next((key for key in ids if key != self._selected), "")

    def _show(self, results: Results) -> None:
        row = results.index(self._selected)
        self._list.show_data(self._rows.build(results, self._method, self._selected, self._firmness))
        self._list.reveal(self._selected)
        self._note.set_text(self._below_the_list(results))
        is_ranked = row in results.ranked
        make = self._why.content if is_ranked else None
        self._panel.show_content(
            make(results, self._method, row) if make else self._why.excluded(results, row)
        )
        self._pair.setVisible(is_ranked and bool(self._other))
        if is_ranked and self._other:
            self._pair.show_pair(results, self._method, row, results.index(self._other))
        risk = benefit_risk_picture(results, self._selected)
        self._risk_title.set_text(risk.summary)
        self._risk_map.show_data(risk)
        country = self._context_map.picture(results, self._selected)
        self._country_map.setVisible(country is not None)
        if country is not None:
            self._country_title.set_text(country.summary)
            self._country_map.show_data(country)

    def _statement(self, results: Results) -> str:
        leader = DecisionWords().leader(results)
        found = agreement(results)
        known = [item.kendall for item in found if item.kendall is not None]
        if not known:
            return leader
        text = self.tr(
            "The methods share {shared} of their best {top}; rank agreement (tau-b) {low} to {high}."
        )
        return f"{leader} " + text.format(
            shared=min(item.shared_top for item in found),
            top=found[0].top,
            low=f"{min(known):.2f}",
            high=f"{max(known):.2f}",
        )

    def _below_the_list(self, results: Results) -> str:
        out = len(results.excluded)
        if not out:
            return ""
        shadows = ", ".join(
            f"{results.study.projects[row].id} ({int(results.methods[self._method].shadow[row])})"
            for row in sorted(results.excluded, key=lambda r: int(results.methods[self._method].shadow[r]))
        )
        return self.tr(
            "Excluded by a red line and never ranked; in brackets the rank they would have had: {ids}"
        ).format(ids=shadows)

    def _choose_method(self, key: str) -> None:
        self._method = cast("Method", key)
        self.show_study(self.context.store.study)

    def _choose_view(self, key: str) -> None:
        self._stack.setCurrentIndex(0 if key == "list" else 1)

    def _choose_other(self, project: str) -> None:
        self._other = project
        if self._results is not None:
            self._show(self._results)

    def _show_firmness(self, answer: object) -> None:
        if isinstance(answer, dict) and self._results is not None:
            self._firmness = answer
            self._firm_for = (self._results.study, self._method)
            self._list.show_data(
                self._rows.build(self._results, self._method, self._selected, self._firmness)
            )


def _firmness(results: Results, method: Method, token: Token) -> dict[str, float]:
    """Share of uniformly drawn weightings in which a project keeps its rank within one place."""
    from criteria.robustness.acceptability import acceptability
    from criteria.robustness.study_sensitivity import scorer, steady_rows

    asked = scorer(results, method)
    if asked is None:
        return {}
    settings = results.study.settings
    found = acceptability(asked, draws=settings.draws, seed=settings.seed, cancelled=token.is_cancelled)
    if found is None:
        return {}
    shares = {}
    for place, row in enumerate(steady_rows(results)):
        rank_now = int(results.methods[method].rank_best[row])
        near = found.ranks[place, max(0, rank_now - 2) : rank_now + 1]
        shares[results.study.projects[row].id] = float(min(1.0, near.sum()))
    return shares
