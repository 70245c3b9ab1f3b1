"""The robustness room: whether another weighting would have given another result."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from criteria.model.settings import METHODS, Method
from criteria.model.study import Study
from criteria.ranking.results import Results, rank
from criteria.robustness.study_sensitivity import elements, steady_rows, study_stability
from desktop.app.context import Context
from desktop.app.jobs import Token
from desktop.app.words.methods import MethodWords
from desktop.pages.page import Page
from desktop.pages.robustness.answer import Answer
from desktop.pages.robustness.robustness_tab import RobustnessTab, RoomChoice
from desktop.widgets.buttons import secondary_button
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.segments import Segments
from desktop.widgets.side_panel import SidePanel
from desktop.widgets.tabs import TabStrip

Build = Callable[[Context, RoomChoice], RobustnessTab]


@dataclass(frozen=True)
class TabKind:
    """A tab of the room: its key, its name and what builds it when it is first opened."""

    key: str
    name: str
    build: Build


class RobustnessPage(Page):
    """One answer above, and below it a tab for each way to ask; none touches anyone's answers."""

    key = "robustness"
    can_be_blind = True

    def __init__(self, context: Context) -> None:
        super().__init__(context, "")
        self.header.set_title(self.tr("Robustness"))
        self.choice = RoomChoice()
        self._kinds = self._tab_kinds()
        self._opened: dict[str, RobustnessTab] = {}
        self._study: Study | None = None
        self._results: Results | None = None
        self._answer = Answer()
        self._job = context.job(self)
        self._build()
        self._wire()

    def _tab_kinds(self) -> tuple[TabKind, ...]:
        """The tabs in their order; a new one is a line here and a function at the foot of the file."""
        return (
            TabKind("live", self.tr("Live weights"), _live),
            TabKind("gradient", self.tr("Gradient"), _gradient),
            TabKind("stability", self.tr("Stability"), _stability),
            TabKind("acceptability", self.tr("Acceptability"), _acceptability),
            TabKind("tornado", self.tr("Tornado"), _tornado),
            TabKind("methods", self.tr("Methods"), _methods),
            TabKind("reversal", self.tr("Reversal"), _reversal),
            TabKind("flips", self.tr("Flips"), _flips),
        )

    def _build(self) -> None:
        look, words = self.context.look, MethodWords()
        self._methods = Segments(look, self.tr("Method"), tuple((m, words.name(m)) for m in METHODS))
        self._methods.set_current(self.choice.method)
        self.moved = secondary_button(look, self.tr("Why did it move?"))
        self.moved.setToolTip(self.tr("Compares with an earlier state of the study, or with another file"))
        self.header.add_action(self.moved)
        self.header.add_action(self._methods)
        names = tuple((kind.key, kind.name) for kind in self._kinds)
        self.tabs = TabStrip(look, self.tr("Ways to ask how firm the ranking is"), names)
        self.set_tabs(self.tabs)
        self._stack = QStackedWidget()
        self._empty = EmptyState(
            look, "robustness", self._answer.no_projects(), self.tr("Go to the projects")
        )
        self._stack.addWidget(self._empty)
        self.add(self._stack, 1)

    def _wire(self) -> None:
        self._methods.chosen.connect(self._choose_method)
        self.moved.clicked.connect(self._explain_moves)
        self.tabs.chosen.connect(self._refresh)
        self.choice.changed.connect(self._refresh)
        self.choice.tab_asked.connect(self.tabs.set_current)
        self._job.finished.connect(self._arrive)
        self._job.failed.connect(self.header.set_statement)
        self._job.busy.connect(self._say_busy)
        self._empty.asked.connect(partial(self.context.navigator.go, "projects", ""))

    @property
    def tab(self) -> RobustnessTab:
        """The tab in view, built when it is first opened."""
        key = self.tabs.current
        if key not in self._opened:
            build = next(kind.build for kind in self._kinds if kind.key == key)
            self._opened[key] = self._open(build(self.context, self.choice))
        return self._opened[key]

    def _open(self, tab: RobustnessTab) -> RobustnessTab:
        self._stack.addWidget(tab)
        tab.export_asked.connect(self.export_chart_as)
        tab.failed.connect(self.header.set_statement)
        if isinstance(tab.panel, SidePanel):
            self.set_side_panel(tab.panel)
        return tab

    def show_study(self, study: Study) -> None:
        """See Page; what is on show stays until the new figures are there."""
        self._study = study
        self._results = results = rank(study) if study.projects else None
        if results is not None and self.choice.element not in elements(results):
            self.choice.element = ""
        self._show_answer(results)
        self._show_tab(study, results)

    def _show_answer(self, results: Results | None) -> None:
        if results is None or len(steady_rows(results)) < 2:
            self._job.cancel()
            self.header.set_statement(self._answer.nothing())
        else:
            self._job.start(partial(_prepare, results))

    def _show_tab(self, study: Study, results: Results | None) -> None:
        tab = self.tab
        for other in self._opened.values():
            if other is not tab:
                other.leave()
        obstacle = self._answer.no_projects() if results is None else tab.obstacle(results)
        for other in self._opened.values():
            if other.panel is not None:
                other.panel.setVisible(other is tab and not obstacle and tab.shows_panel)
        self._methods.setVisible(tab.uses_method)
        self._methods.setEnabled(not obstacle)
        if obstacle:
            tab.leave()
            self._empty.set_sentence(obstacle)
            self._stack.setCurrentWidget(self._empty)
            return
        self._stack.setCurrentWidget(tab)
        tab.show_study(study)

    def focus_on(self, place: str) -> None:
        """See Page; the place is a tab ("stability"), a premise or criterion, or both ("stability/N3")."""
        keys = {kind.key for kind in self._kinds}
        tab, _, element = place.partition("/") if place.partition("/")[0] in keys else ("", "", place)
        known = self._results is not None and element in elements(self._results)
        if known:
            self.choice.choose_element(element, tab or "gradient")
        elif tab:
            self.tabs.set_current(tab)
            self._refresh()

    @property
    def is_waiting(self) -> bool:
        """See Page."""
        return self._job.is_running or any(tab.is_waiting for tab in self._opened.values())

    def leave(self) -> None:
        """See Page."""
        self._job.cancel()
        for tab in self._opened.values():
            tab.leave()

    def export_chart_as(self, view: object, name: str, kind: str, title: str) -> None:
        """Saves a chart that a tab asks to save."""
        self.export_chart(view, name, kind, title)  # type: ignore[arg-type]  # a signal carries objects

    def _refresh(self, _key: str = "") -> None:
        # Not the study of the store: while scoring is blind the room is shown another one.
        if self._study is not None:
            self.show_study(self._study)

    def _arrive(self, results: object) -> None:
        if isinstance(results, Results):
            self.header.set_statement(self._answer.sentence(results, self.choice.method))

    def _say_busy(self, is_busy: bool) -> None:
        if is_busy:
            self.header.set_statement(self.tr("The intervals are being computed…"))

    def _explain_moves(self) -> None:
        """Opens the comparison with another state of the study; its table can be saved as a chart can."""
        from desktop.dialogs.moves_dialog import MovesDialog

        dialog = MovesDialog(self.window(), self.context, self.choice.method)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.export_asked.connect(self.export_chart_as)
        dialog.open()

    def _choose_method(self, key: str) -> None:
        self.choice.choose_method(cast("Method", key))


def _prepare(results: Results, _token: Token) -> Results:
    """Works out what the answer rests on, so that saying it is quick."""
    study_stability(results)
    return results


def _live(context: Context, choice: RoomChoice) -> RobustnessTab:
    from desktop.pages.robustness.live_tab import LiveTab

    return LiveTab(context, choice)


def _gradient(context: Context, choice: RoomChoice) -> RobustnessTab:
    from desktop.pages.robustness.gradient_tab import GradientTab

    return GradientTab(context, choice)


def _stability(context: Context, choice: RoomChoice) -> RobustnessTab:
    from desktop.pages.robustness.stability_tab import StabilityTab

    return StabilityTab(context, choice)


def _acceptability(context: Context, choice: RoomChoice) -> RobustnessTab:
    from desktop.pages.robustness.acceptability_tab import AcceptabilityTab

    return AcceptabilityTab(context, choice)


def _tornado(context: Context, choice: RoomChoice) -> RobustnessTab:
    from desktop.pages.robustness.tornado_tab import TornadoTab

    return TornadoTab(context, choice)


def _methods(context: Context, choice: RoomChoice) -> RobustnessTab:
    from desktop.pages.robustness.methods_tab import MethodsTab

    return MethodsTab(context, choice)


def _reversal(context: Context, choice: RoomChoice) -> RobustnessTab:
    from desktop.pages.robustness.reversal_tab import ReversalTab

    return ReversalTab(context, choice)


def _flips(context: Context, choice: RoomChoice) -> RobustnessTab:
    from desktop.pages.robustness.flips_tab import FlipsTab

    return FlipsTab(context, choice)
