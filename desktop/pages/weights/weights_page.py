"""The weights room: whose answers, by which method, and what they give."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from criteria.edits.sealing import is_intact
from criteria.model.people import Stakeholder, WeightMethod
from criteria.model.study import Study
from desktop.app.context import Context
from desktop.app.words.seal import SealWords
from desktop.pages.page import Page
from desktop.pages.weights.acts import WeightActs
from desktop.pages.weights.answers import first_of, question_nodes
from desktop.pages.weights.left_column import LeftColumn, LeftState
from desktop.pages.weights.live_desk import LiveDesk
from desktop.pages.weights.method_bar import MethodBar
from desktop.pages.weights.method_strip import GROUP_TAB, MethodStrip
from desktop.pages.weights.method_tab import MethodTab
from desktop.pages.weights.method_tabs import made_tab
from desktop.pages.weights.node_entries import NodeEntries
from desktop.pages.weights.pairwise_tab import PairwiseTab
from desktop.pages.weights.people_acts import PeopleActs
from desktop.pages.weights.people_desk import PeopleDesk
from desktop.pages.weights.people_states import PeopleStates
from desktop.pages.weights.selection import Selection
from desktop.pages.weights.settings_menu import SettingsMenu
from desktop.pages.weights.statements import Statements
from desktop.pages.weights.weight_words import WeightWords
from desktop.pages.weights.whose_menu import WhoseStates
from desktop.widgets.buttons import menu_button
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.text import Rule

if TYPE_CHECKING:
    from desktop.pages.weights.group_tab import GroupTab

#: Long enough for what was shown to be painted before more is computed.
FRAME_MS = 16


class WeightsPage(Page):
    """Left who and what is asked, in the middle the question, at the right what the answers give."""

    key = "weights"

    def __init__(self, context: Context) -> None:
        super().__init__(context, "")
        self.header.set_title(self.tr("Weights"))
        self._words, self._statements = WeightWords(), Statements()
        self.selection = Selection()
        self._acts = WeightActs(context, self.selection)
        self._people_acts = PeopleActs(context, self.selection)
        self._people_states, self._whose_states = PeopleStates(), WhoseStates()
        self._entries = NodeEntries()
        # What takes longer than a frame follows when the weights stand on screen.
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._show_rest)
        self._has_first_five = True
        #: The tabs whose views were opened once, by method.
        self._opened: dict[WeightMethod, MethodTab] = {}
        self._group: GroupTab | None = None
        self._seal_words = SealWords()
        self._shown_person = ""
        self._build()
        self._wire()
        self.setFocusProxy(self.pairwise.question_view.scale)

    def _build(self) -> None:
        look = self.context.look
        self.menu = SettingsMenu(self)
        self.tabs = MethodStrip(look)
        self.pairwise = PairwiseTab(self.context, self.selection, self._acts)
        self.set_tabs(self.tabs)
        self.header.add_action(self.pairwise.views)
        self._settings = menu_button(look, self.tr("How weights are derived"), self.menu)
        self.header.add_action(self._settings)
        self.bar = MethodBar(look)
        self.set_notice(self.bar)
        self._middle, self._whole = QStackedWidget(), QStackedWidget()
        self._desk = self._build_columns()
        self._empty = EmptyState(
            look,
            "weights",
            self.tr("Somebody has to say what matters more. Begin with the one who decides."),
            self.tr("Add the decision maker"),
        )
        self._curtain = EmptyState(
            look,
            "lock",
            self.tr("Answers are hidden until the reveal. Hand over in the session, or reveal."),
            self.tr("Open the session"),
        )
        self._middle.addWidget(self._curtain)
        self._whole.addWidget(self._desk)
        self._whole.addWidget(self._empty)
        self.add(self._whole, 1, bleeds=True)
        self._beside = LiveDesk(look)
        self.live, self.spread, self.panel = self._beside.live, self._beside.spread, self._beside.panel
        self.set_side_panel(self.panel)
        self._open("pairwise", self.pairwise)
        self.people = PeopleDesk(self.left, self._people_acts, self.selection, self)

    def _build_columns(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.left = LeftColumn(self.context.look)
        row.addWidget(self.left)
        row.addWidget(Rule(self.context.look, upright=True))
        row.addWidget(self._middle, 1)
        return holder

    def _wire(self) -> None:
        self.menu.chosen.connect(self._acts.choose_setting)
        self.tabs.chosen.connect(self._refresh)
        self.bar.asked.connect(self._let_count)
        self.left.nodes.chosen.connect(self._go_to_node)
        self.left.nodes.clicked.connect(self._take_keyboard)
        self.left.nodes.pressed_enter.connect(self._take_keyboard)
        self.left.nodes.key_passed.connect(self._answer_by_key)
        self.people.refresh_asked.connect(self._refresh)
        self.people.entered.connect(self._take_keyboard)
        self.live.repair.next_asked.connect(self.pairwise.show_next_repair)
        self.live.scope_chosen.connect(self._refresh)
        self.live.repair_accepted.connect(lambda: self.pairwise.accept_repair(0))
        self.live.further_accepted.connect(lambda place: self.pairwise.accept_repair(place + 1))
        self.live.repair_question_asked.connect(self.pairwise.show_repair)
        self.live.link_asked.connect(self.pairwise.link)
        self.live.bars.export_requested.connect(self._export_bars)
        self.spread.chosen.connect(self._refresh)
        self._empty.asked.connect(self._people_acts.add)
        self._curtain.asked.connect(partial(self.context.navigator.run, "session"))

    @property
    def method(self) -> WeightMethod | None:
        """The method whose tab is open; None for the group result."""
        return self.tabs.method

    @property
    def tab(self) -> MethodTab:
        """The tab in view, or for the group result the one to come back to."""
        method = self.method or "pairwise"
        if method not in self._opened:
            self._open(method, made_tab(method, self.context, self.selection, self._acts))
        return self._opened[method]

    def _open(self, method: WeightMethod, tab: MethodTab) -> None:
        self._opened[method] = tab
        self._middle.addWidget(tab.widget)
        tab.refresh_asked.connect(self._refresh)

    def show_study(self, study: Study) -> None:
        """Brings every part of the room in line with the study; while someone types, the weights first."""
        person = self.selection.stakeholder(study)
        is_hidden = study.session.hidden
        if person is not None and self.method is not None and self.tab.is_typing and not is_hidden:
            self._show_typed(study, person, self.tab)
            self._has_first_five = False
            self._rest.start(0)
            return
        self._rest.stop()
        self._follow_person(None if is_hidden else person)
        self.menu.show_settings(study.settings)
        is_group = person is not None and self.tabs.current == GROUP_TAB
        # Whoever's answers may not be seen has no method, no questions and no weights in view.
        seen = None if is_hidden else person
        self.pairwise.views.setVisible(seen is not None and self.method == "pairwise")
        self.panel.setVisible(seen is not None and not is_group)
        self._settings.setToolTip(self._statements.settings(study.settings))
        self.tabs.mark(None if seen is None else seen.method)
        self.bar.show_methods(None if seen is None else seen.method, self.method)
        self.people.show_study(study)
        if self._group is not None and not is_group:
            self._group.close()
        if is_group:
            self._show_group(study)
            return
        self.header.set_statement(self._statements.statement(study, person))
        self._whole.setCurrentWidget(self._empty if person is None else self._desk)
        if person is not None and is_hidden:
            self._show_left(study, person, None)
            self._middle.setCurrentWidget(self._curtain)
        elif person is not None:
            self._show_answers(study, person, self.tab)

    def _follow_person(self, person: Stakeholder | None) -> None:
        """With another stakeholder the tab turns to the method whose answers count for that one."""
        key = "" if person is None else person.id
        if key == self._shown_person:
            return
        self._shown_person = key
        if person is not None and self.method is not None:
            self.tabs.set_current(person.method)

    def _show_typed(self, study: Study, person: Stakeholder, tab: MethodTab) -> None:
        """The answer and the weights that follow, painted at once: the frame of the window takes its time."""
        tab.show_typed(study, person)
        self._beside.show_weights(study, person, self.selection.node, tab.method)

    def _show_rest(self) -> None:
        """The first five projects, and once they are painted all the rest."""
        study = self.context.store.study
        person = self.selection.stakeholder(study)
        if self._has_first_five or person is None:
            self.show_study(study)
            return
        self._has_first_five = True
        self._beside.show_first_five(study, person, self.tab.method)
        self._rest.start(FRAME_MS)

    def _show_answers(self, study: Study, person: Stakeholder, tab: MethodTab) -> None:
        tab.keep_place(study, person)
        self._show_left(study, person, tab)
        self._middle.setCurrentWidget(tab.widget)
        tab.show_study(study, person)
        self._beside.show_all(study, person, self.selection.node, tab.method)
        if tab is self.pairwise and self.pairwise.has_repaired(study):
            self._beside.tell_repair(study, person, self.selection.node)

    def _show_left(self, study: Study, person: Stakeholder, tab: MethodTab | None) -> None:
        nodes = () if tab is None else tab.nodes(study, person)
        method = "pairwise" if tab is None else tab.method
        self.left.show_state(
            LeftState(
                people=self._people_states.entries(study),
                whose=self._whose_states.whose(study, person),
                nodes=self._entries.entries(study, person, method, nodes),
                current=(person.id, self.selection.node),
                check=self._entries.column(method),
                is_hidden=study.session.hidden,
                seal=self._seal_words.badge(study),
                is_intact=is_intact(study),
            )
        )

    def _show_group(self, study: Study) -> None:
        if self._group is None:
            from desktop.pages.weights.group_tab import GroupTab

            self._group = GroupTab(self.context)
            self._group.said.connect(self.header.set_statement)
            self._group.view.export_asked.connect(self.export_chart)
            self._whole.addWidget(self._group.view)
            self.set_side_panel(self._group.panel)
        self._whole.setCurrentWidget(self._group.view)
        self._group.show_study(study)
        self.header.set_statement(self._group.view.statement or self._statements.waiting())

    @property
    def is_catching_up(self) -> bool:
        """Whether weights are shown whose further effects follow."""
        return self._rest.isActive()

    @property
    def is_waiting(self) -> bool:
        """Whether something follows: the rest after a key, the group result, whether enough is answered."""
        return (
            self._rest.isActive()
            or self.pairwise.is_waiting
            or (self._group is not None and self._group.is_waiting)
        )

    def leave(self) -> None:
        """Gives up work in hand and closes the particulars."""
        self._rest.stop()
        self.people.close()
        for tab in self._opened.values():
            tab.leave()
        if self._group is not None:
            self._group.view.leave()

    def _refresh(self, _key: str = "") -> None:
        self.show_study(self.context.store.study)

    def showEvent(self, event: QShowEvent) -> None:
        """On arrival the keys answer at once, wherever the focus was before."""
        super().showEvent(event)
        # The window moves the focus itself while it changes rooms; this comes after it.
        QTimer.singleShot(0, self, self._take_keyboard)

    def _take_keyboard(self, *_place: object) -> None:
        is_asking = self._middle.currentWidget() is not self._curtain
        if self.isVisible() and self._whole.currentWidget() is self._desk and is_asking:
            self.tab.take_keyboard()

    def _answer_by_key(self, event: QKeyEvent) -> None:
        self.tab.answer_by_key(event)

    def _go_to_node(self, node: str) -> None:
        self.tab.go_to_node(node)

    def _let_count(self) -> None:
        if self.method is not None:
            self._acts.let_count(self.method)

    def _export_bars(self, kind: str) -> None:
        self.export_chart(self.live.bars, "weights", kind, self.live.heading)

    def focus_on(self, place: str) -> None:
        """Shows a stakeholder ("ST1/P4"), a set of questions ("P4", "goal") or that of a criterion."""
        study = self._acts.study
        known = {person.id for person in study.stakeholders}
        named = next((part for part in place.split("/") if part in known), None)
        if named is not None:
            self.selection.choose(study, named)
            self.tabs.set_current(study.stakeholder(named).method)
        for wanted in (place, place.partition("/")[2], place.rpartition("/")[2]):
            is_criterion = wanted in {criterion.id for criterion in study.active_criteria}
            node = study.criterion(wanted).premise if is_criterion else wanted
            if node in question_nodes(study):
                self._show_node(study, node)
                return
        if named is not None:
            self._refresh()

    def _show_node(self, study: Study, node: str) -> None:
        """Without a stakeholder named a node is shown where its questions are asked one by one."""
        if self.method in (None, "pairwise"):
            self.tabs.set_current("pairwise")
            self.pairwise.go(first_of(study, node))
        else:
            self.selection.node = node
            self._refresh()
