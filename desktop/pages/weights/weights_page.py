"""The weights room: pairwise questions, the matrix and direct points, with their effect beside them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from criteria.model.people import GOAL, Stakeholder, WeightMethod
from criteria.model.study import Study
from desktop.app.context import Context
from desktop.pages.page import Page
from desktop.pages.weights.acts import WeightActs
from desktop.pages.weights.answers import (
    Question,
    every_question,
    first_of,
    first_open,
    next_question,
    previous_question,
    question_nodes,
    questions,
)
from desktop.pages.weights.direct_acts import DirectActs
from desktop.pages.weights.direct_view import DirectView
from desktop.pages.weights.left_column import LeftColumn
from desktop.pages.weights.live_panel import LivePanel
from desktop.pages.weights.live_states import LiveStates
from desktop.pages.weights.matrix_view import MatrixView
from desktop.pages.weights.method_bar import MethodBar
from desktop.pages.weights.question_states import QuestionStates
from desktop.pages.weights.question_view import QuestionView
from desktop.pages.weights.repairs import Repair, best_repair
from desktop.pages.weights.selection import shown_stakeholder
from desktop.pages.weights.settings_menu import SettingsMenu
from desktop.pages.weights.stop_view import StopState, StopView
from desktop.pages.weights.stops import Stops
from desktop.pages.weights.weight_words import WeightWords
from desktop.widgets.buttons import menu_button
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.panel_parts import PanelContent, Section, Widget
from desktop.widgets.segments import Segments
from desktop.widgets.side_panel import SidePanel
from desktop.widgets.tabs import TabStrip
from desktop.widgets.text import Rule


class WeightsPage(Page):
    """Left who and what is asked, in the middle the question, at the right what the answers give."""

    key = "weights"

    def __init__(self, context: Context) -> None:
        super().__init__(context, "")
        self.header.set_title(self.tr("Weights"))
        self._words = WeightWords()
        self._acts = WeightActs(context)
        self._states = QuestionStates()
        self._live_states = LiveStates()
        self._node = GOAL
        self._question: Question | None = None
        #: Counts gestures, so that the moves of one make one undo step.
        self._gesture = 0
        self._stops = Stops()
        #: What stands between the last question and the next step, as long as the study is the same.
        self._stopped: tuple[Study, StopState] | None = None
        #: The study just after a repair and the node repaired: its outcome is told before the next one.
        self._repaired: tuple[Study, str] | None = None
        self._build()
        self._wire()
        self.setFocusProxy(self.question_view.scale)

    def _build(self) -> None:
        look = self.context.look
        self.menu = SettingsMenu(self)
        self._method = menu_button(look, "", self.menu)
        self._method.setToolTip(self.tr("How weights and CR are drawn from the answers."))
        self.header.add_action(self._method)
        self.tabs = TabStrip(
            look,
            self.tr("Ways to weigh"),
            (("pairwise", self.tr("Pairwise")), ("direct", self.tr("Direct"))),
        )
        self.views = Segments(
            look, self.tr("View"), (("questions", self.tr("Questions")), ("matrix", self.tr("Matrix")))
        )
        self.set_tabs(self.tabs, self.views)
        self.bar = MethodBar(look)
        self.set_notice(self.bar)
        self.question_view = QuestionView(look, self._words.scale_words())
        self.matrix_view = MatrixView(look)
        self.direct_view = DirectView(look)
        self._middle = QStackedWidget()
        self.stop_view = StopView(look)
        for view in (self.question_view, self.matrix_view, self.direct_view, self.stop_view):
            self._middle.addWidget(view)
        self._whole = QStackedWidget()
        self._whole.addWidget(self._build_columns())
        self._empty = EmptyState(
            look,
            "weights",
            self.tr("Somebody has to say what matters more. Begin with the one who decides."),
            self.tr("Add the decision maker"),
        )
        self._whole.addWidget(self._empty)
        self.add(self._whole, 1, bleeds=True)
        self._build_panel()

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

    def _build_panel(self) -> None:
        look = self.context.look
        self.live = LivePanel(look)
        self.panel = SidePanel(look, self.tr("What the answers give"))
        self.panel.show_content(
            PanelContent(self.tr("What the answers give"), "", (Section("", (Widget(self._made_panel),)),))
        )
        self.set_side_panel(self.panel)

    def _made_panel(self) -> QWidget:
        return self.live

    def _wire(self) -> None:
        self.menu.chosen.connect(self._acts.choose_setting)
        self.tabs.chosen.connect(self._refresh)
        self.views.chosen.connect(self._refresh)
        self.bar.asked.connect(self._let_count)
        self.left.nodes.chosen.connect(self._go_to_node)
        self.left.nodes.clicked.connect(self._take_keyboard)
        self.left.nodes.pressed_enter.connect(self._take_keyboard)
        self.left.nodes.key_passed.connect(self._answer_by_key)
        self.left.stakeholder.renamed.connect(self._rename)
        view = self.question_view
        view.answered.connect(self._answer)
        view.back_asked.connect(self._back)
        view.skip_asked.connect(self._next)
        view.unknown_asked.connect(self._cannot_say)
        view.next_asked.connect(self._next)
        view.clear_asked.connect(self._clear)
        view.place_chosen.connect(self._go_to_place)
        self.matrix_view.judged.connect(self._acts.answer)
        self._direct_acts = DirectActs(self.direct_view, self._acts, self._states, self._shown_node)
        self.stop_view.review_asked.connect(self._review)
        self.stop_view.go_on_asked.connect(self._go_on)
        self.live.repair.next_asked.connect(self._show_next_repair)
        self.live.scope_chosen.connect(self._refresh)
        self.live.repair_accepted.connect(self._repair)
        self.live.repair_question_asked.connect(self._show_repair)
        self.live.bars.export_requested.connect(self._export_bars)
        self._empty.asked.connect(self._acts.add_decision_maker)

    @property
    def method(self) -> WeightMethod:
        """The method whose tab is open."""
        return "direct" if self.tabs.current == "direct" else "pairwise"

    def show_study(self, study: Study) -> None:
        """Brings every part of the room in line with the study."""
        stakeholder = shown_stakeholder(study)
        self.header.set_statement(self._words.statement(study, stakeholder))
        settings = study.settings
        self.menu.show_settings(settings)
        label = self.tr("{method}; random index {table}").format(
            method=self._words.prioritisation(settings.prioritisation),
            table=self._words.random_index(settings.random_index),
        )
        self._method.setText(label)
        self._whole.setCurrentIndex(0 if stakeholder is not None else 1)
        self.panel.setVisible(stakeholder is not None)
        if stakeholder is None:
            self.bar.show_methods(None, self.method)
            return
        self._keep_place(study, stakeholder)
        self.bar.show_methods(stakeholder.method, self.method)
        self._show_left(study, stakeholder)
        self._show_middle(study, stakeholder)
        scope = self.live.scope.current
        self.live.show_state(self._live_states.state(study, stakeholder, self._node, self.method, scope))
        if self._has_repaired(study):
            self.live.repair.show_outcome(*self._live_states.outcome(study, stakeholder, self._node))

    def _has_repaired(self, study: Study) -> bool:
        """Whether what is shown is what the repair just made has left."""
        if self._repaired is None or self.method != "pairwise":
            return False
        return self._repaired[0] is study and self._repaired[1] == self._node

    def _keep_place(self, study: Study, stakeholder: Stakeholder) -> None:
        """Stays at the question shown; else the first open one, else the first of all."""
        if self.method == "direct" and self._node not in study.nodes:
            self._node = GOAL
        if self._question is not None and self._question in questions(study, self._question.node):
            return
        kept = first_of(study, self._node) if self._node in question_nodes(study) and self._question else None
        self._question = kept or first_open(study, stakeholder) or next(every_question(study), None)
        if self._question is not None:
            self._node = self._question.node

    def _show_left(self, study: Study, stakeholder: Stakeholder) -> None:
        self.left.show_state(
            stakeholder.name,
            self._states.progress(study, stakeholder),
            self._states.entries(study, stakeholder, self.method),
            self._node,
            has_ratios=self.method == "pairwise",
        )

    def _show_middle(self, study: Study, stakeholder: Stakeholder) -> None:
        self.views.setVisible(self.method == "pairwise")
        if self.method == "direct":
            self._middle.setCurrentWidget(self.direct_view)
            self.direct_view.show_rows(*self._states.points(study, stakeholder, self._node))
        elif self.views.current == "matrix":
            self._middle.setCurrentWidget(self.matrix_view)
            self.matrix_view.show_state(*self._states.matrix(study, stakeholder, self._node))
        elif self._stopped is not None and self._stopped[0] is study:
            self._middle.setCurrentWidget(self.stop_view)
            self.stop_view.show_state(self._stopped[1])
        elif self._question is not None:
            self._middle.setCurrentWidget(self.question_view)
            self.question_view.show_state(self._states.question(study, stakeholder, self._question))

    def _refresh(self, _key: str = "") -> None:
        self.show_study(self.context.store.study)

    def _go(self, question: Question | None) -> None:
        """Shows another question; a new gesture begins with it."""
        if question is None:
            return
        self._question, self._node = question, question.node
        self._stopped = None
        self._gesture += 1
        self._refresh()
        self._take_keyboard()

    def showEvent(self, event: QShowEvent) -> None:
        """On arrival the keys answer at once, wherever the focus was before."""
        super().showEvent(event)
        # The window moves the focus itself while it changes rooms; this comes after it.
        QTimer.singleShot(0, self, self._take_keyboard)

    def _take_keyboard(self, *_place: object) -> None:
        if self.isVisible() and self._middle.currentWidget() is self.question_view:
            self.question_view.scale.setFocus()
        elif self.isVisible() and self._middle.currentWidget() is self.stop_view:
            self.stop_view.take_keyboard()

    def _answer_by_key(self, event: QKeyEvent) -> None:
        if self._middle.currentWidget() is self.question_view:
            self._take_keyboard()
            QCoreApplication.sendEvent(self.question_view.scale, event)

    def _go_to_node(self, node: str) -> None:
        study = self.context.store.study
        self._node, self._stopped = node, None
        if self.method == "pairwise" and (self._question is None or self._question.node != node):
            self._question = first_of(study, node)
            self._gesture += 1
        self._refresh()

    def _go_to_place(self, place: int) -> None:
        asked = questions(self.context.store.study, self._node)
        self._go(asked[place] if place < len(asked) else None)

    def _next(self) -> None:
        study, stakeholder = self._acts.study, self._acts.stakeholder
        if self._question is None or stakeholder is None:
            return
        following = next_question(study, self._question)
        stop = self._stops.before(study, stakeholder, self._question, following)
        if stop is None:
            self._go_on()
            return
        self._stopped = (study, stop)
        self._refresh()
        self._take_keyboard()

    def _go_on(self) -> None:
        following = next_question(self._acts.study, self._question) if self._question is not None else None
        self._stopped = None
        if following is None:
            self._refresh()
            self.context.navigator.go("ranking")
        else:
            self._go(following)

    def _review(self, node: str) -> None:
        self._node = node
        repair = self._best_repair()
        if repair is None:
            self._go(first_of(self._acts.study, node))
        else:
            self._show_answer_of(repair.question)

    def _back(self) -> None:
        if self._question is not None:
            self._go(previous_question(self.context.store.study, self._question))

    def _answer(self, value: float | None) -> None:
        if self._question is not None:
            self._acts.answer(self._question, value, ("answer", self._question, self._gesture))

    def _cannot_say(self) -> None:
        if self._question is not None:
            self._acts.say_unknown(self._question)
            self._next()

    def _clear(self) -> None:
        self._acts.clear(self._node)
        self._take_keyboard()

    def _rename(self, name: str) -> None:
        self.left.stakeholder.show_refusal(self._acts.rename(name))

    def _let_count(self) -> None:
        self._acts.let_count(self.method)

    def _best_repair(self) -> Repair | None:
        stakeholder = self._acts.stakeholder
        return None if stakeholder is None else best_repair(self._acts.study, stakeholder, self._node)

    def _repair(self) -> None:
        repair = self._best_repair()
        if repair is not None:
            self._acts.answer(repair.question, repair.suggested)
            self._repaired = (self._acts.study, self._node)
            self._show_answer_of(repair.question)

    def _show_next_repair(self) -> None:
        self._repaired = None
        self._refresh()

    def _show_repair(self) -> None:
        repair = self._best_repair()
        if repair is not None:
            self._show_answer_of(repair.question)

    def _show_answer_of(self, question: Question) -> None:
        """Goes to a question whichever way round it is asked."""
        self.views.set_current("questions")
        pair = {question.first, question.second}
        asked = questions(self._acts.study, question.node)
        self._go(next((known for known in asked if {known.first, known.second} == pair), None))

    def _shown_node(self) -> str:
        return self._node

    def _export_bars(self, kind: str) -> None:
        self.export_chart(self.live.bars, "weights", kind, self.live.heading)

    def focus_on(self, place: str) -> None:
        """Shows a node ("P4", "goal", "ST1/P4") or the questions in which a criterion is compared."""
        study = self._acts.study
        for wanted in (place, place.partition("/")[2], place.rpartition("/")[2]):
            known = wanted in {criterion.id for criterion in study.active_criteria}
            node = study.criterion(wanted).premise if known else wanted
            if node in question_nodes(study):
                self.tabs.set_current("pairwise")
                self._go(first_of(study, node))
                return
