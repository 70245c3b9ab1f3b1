"""The ranking room: list, maps, methods side by side, calculation, and why a project stands where it is."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtWidgets import QStackedWidget, QWidget

from criteria.model.settings import METHODS, Method
from criteria.model.study import Study
from criteria.ranking.explain import agreement
from criteria.ranking.ranks import TIE_TOLERANCE
from criteria.ranking.results import Results, rank
from desktop.app.context import Context
from desktop.app.words.decision import DecisionWords
from desktop.app.words.methods import MethodWords
from desktop.pages.page import Page, Pictured
from desktop.pages.ranking.compare_view import CompareView
from desktop.pages.ranking.firmness import Firmness
from desktop.pages.ranking.list_view import ListView
from desktop.pages.ranking.map_view import MapView
from desktop.pages.ranking.method_menu import MethodMenu
from desktop.pages.ranking.why import Why
from desktop.pages.ranking.workings_view import WorkingsView
from desktop.widgets.buttons import icon_button
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.segments import Segments
from desktop.widgets.side_panel import SidePanel


class RankingPage(Page):
    """Who stands where, by which method, how firmly and why."""

    key = "ranking"
    can_be_blind = True

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Ranking"))
        self._method: Method = "topsis"
        self._selected, self._other = "", ""
        self._results: Results | None = None
        self._why = Why()
        self._firmness = Firmness(context, self)
        self._build()
        self._wire()

    def _build(self) -> None:
        look, words = self.context.look, MethodWords()
        self._methods = Segments(look, self.tr("Method"), tuple((m, words.name(m)) for m in METHODS))
        self._methods.set_current(self._method)
        self._views = Segments(
            look,
            self.tr("View"),
            (
                ("list", self.tr("List")),
                ("maps", self.tr("Maps")),
                ("compare", self.tr("Compare")),
                ("workings", self.tr("Steps")),
            ),
        )
        self._views.set_current("list")
        self._menu = MethodMenu(self.context, self)
        options = icon_button(look, "settings", self.tr("Options of the methods"))
        options.setMenu(self._menu)
        for widget in (options, self._methods, self._views):
            self.header.add_action(widget)
        self._list, self._maps = ListView(self.context), MapView(look)
        self._compare, self._workings = CompareView(look), WorkingsView(look)
        self._panel = SidePanel(look, self.tr("Why?"))
        self._empty = EmptyState(
            look,
            "ranking",
            self.tr("Nothing can be ranked yet: there is no project that passes the red lines."),
            self.tr("Go to the projects"),
        )
        self._stack = QStackedWidget()
        for view in (*self._by_key().values(), self._empty):
            self._stack.addWidget(view)
        self.add(self._stack, 1, bleeds=True)
        self.set_side_panel(self._panel)

    def _by_key(self) -> dict[str, QWidget]:
        return {
            "list": self._list,
            "maps": self._maps,
            "compare": self._compare,
            "workings": self._workings,
        }

    def _wire(self) -> None:
        self._methods.chosen.connect(self._choose_method)
        self._views.chosen.connect(self.show_view)
        for view in (self._list, self._maps, self._compare):
            view.activated.connect(self.select)
        self._list.other_chosen.connect(self._choose_other)
        for source in (self._list.room_asked, self._workings.room_asked, self._panel.link_activated):
            source.connect(self._follow)
        self._empty.asked.connect(partial(self.context.navigator.go, "projects", ""))
        self._firmness.arrived.connect(self._show_firmness)
        self._list.list.export_requested.connect(self._export_list)
        charts: tuple[tuple[Pictured, str], ...] = (
            (self._list.pair.view, "head to head"),
            (self._maps.risk, "benefit-risk map"),
            (self._maps.country, "context map"),
        )
        for chart, name in charts:
            chart.export_requested.connect(partial(self.export_chart, chart, name))

    def show_study(self, study: Study) -> None:
        """See Page."""
        self._menu.show_study(study)
        self._results = rank(study) if study.projects else None
        results = self._results
        is_ranking = results is not None and bool(results.ranked)
        self._panel.setVisible(is_ranking)
        for control in (self._methods, self._views):
            control.setEnabled(is_ranking)
        if results is None or not is_ranking:
            self._stack.setCurrentWidget(self._empty)
            self.header.set_statement(self.tr("No project is ranked."))
            return
        self._settle_selection(results)
        self.header.set_statement(self._statement(results))
        self._show(results)

    def select(self, project: str) -> None:
        """Explains a project; excluded ones too."""
        if project != self._selected and self._results is not None:
            self._selected = project
            self._settle_selection(self._results)
            self._show(self._results)

    def show_view(self, key: str) -> None:
        """Shows the list, the maps, the methods side by side or the calculation."""
        self._views.set_current(key)
        if self._results is not None and self._results.ranked:
            self._show(self._results)

    def focus_on(self, place: str) -> None:
        """See Page; the place is a project's id."""
        self.select(place.split("/", maxsplit=1)[0])

    @property
    def is_waiting(self) -> bool:
        """See Page."""
        return self._firmness.is_running

    def leave(self) -> None:
        """See Page."""
        self._firmness.cancel()

    def _settle_selection(self, results: Results) -> None:
        order = results.methods[self._method].order()
        ids = [results.study.projects[row].id for row in order]
        known = {project.id for project in results.study.projects}
        if self._selected not in known:
            self._selected = ids[0]
        if self._other not in ids or self._other == self._selected:
            self._other = self._opponent(results, order)

    def _opponent(self, results: Results, order: list[int]) -> str:
        """The best other project with another score, because equals have nothing to tell apart."""
        low, projects = results.methods[self._method].low, results.study.projects
        mine = low[results.index(self._selected)]
        others = [row for row in order if projects[row].id != self._selected]
        different = [row for row in others if abs(low[row] - mine) > TIE_TOLERANCE]
        return next((projects[row].id for row in (*different, *others)), "")

    def _show(self, results: Results) -> None:
        """Brings the view in sight and the panel up to date; other views follow when they are chosen."""
        view, row = self._views.current, results.index(self._selected)
        if view == "list":
            shares = self._firmness.shares(results, self._method)
            self._list.show_results(results, self._method, self._selected, self._other, shares)
        elif view == "maps":
            self._maps.show_results(results, self._selected)
        elif view == "compare":
            self._compare.show_results(results, self._method, self._selected)
        else:
            self._workings.show_results(results, self._method, self._selected)
        self._stack.setCurrentWidget(self._by_key()[view])
        if row in results.ranked:
            self._panel.show_content(self._why.content(results, self._method, row))
        else:
            self._panel.show_content(self._why.excluded(results, row))

    def _statement(self, results: Results) -> str:
        leader = DecisionWords().leader(results)
        found = agreement(results)
        known = [item.kendall for item in found if item.kendall is not None]
        if not known:
            return leader
        text = self.tr("The methods share {shared} of their best {top}; lowest rank agreement (tau‑b) {tau}.")
        return f"{leader} " + text.format(
            shared=min(item.shared_top for item in found), top=found[0].top, tau=f"{min(known):.2f}"
        )

    def _choose_method(self, key: str) -> None:
        self._method = cast("Method", key)
        self.show_study(self.context.store.shown)

    def _choose_other(self, project: str) -> None:
        self._other = project
        if self._results is not None:
            self._show(self._results)

    def _show_firmness(self) -> None:
        if self._results is not None and self._views.current == "list":
            shares = self._firmness.shares(self._results, self._method)
            self._list.show_list(self._results, self._method, self._selected, shares)

    def _follow(self, target: str) -> None:
        """A link leads to a view of this room or to another room."""
        if target in self._by_key():
            self.show_view(target)
        else:
            self.context.navigator.go(target)

    def _export_list(self, kind: str) -> None:
        title = self.tr("Ranking by {method}").format(method=MethodWords().name(self._method))
        self.export_chart(self._list.list, "ranking", kind, title)
