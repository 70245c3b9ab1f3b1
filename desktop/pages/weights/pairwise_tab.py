"""Pairwise comparison: questions, matrix and stops, and what the panel beside them asks of the answers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from criteria.model.people import GOAL, Stakeholder
from criteria.model.study import Study
from desktop.app.context import Context
from desktop.pages.weights.acts import WeightActs
from desktop.pages.weights.answers import (
    Question,
    every_question,
    first_of,
    first_open,
    question_nodes,
    questions,
)
from desktop.pages.weights.enough import Enough, EnoughWords
from desktop.pages.weights.links import linking_question
from desktop.pages.weights.matrix_view import MatrixView
from desktop.pages.weights.method_tab import MethodTab
from desktop.pages.weights.pairwise_foot import PairwiseFoot
from desktop.pages.weights.question_order import QuestionOrder
from desktop.pages.weights.question_states import QuestionStates
from desktop.pages.weights.question_view import QuestionView
from desktop.pages.weights.repairs import Repair, repairs
from desktop.pages.weights.selection import Selection
from desktop.pages.weights.stop_view import StopState, StopView
from desktop.pages.weights.stops import Stops
from desktop.pages.weights.weight_words import WeightWords
from desktop.widgets.segments import Segments


class PairwiseTab(MethodTab):
    """One question at a time or the matrix; `views` is the choice between them, for the room's header."""

    def __init__(self, context: Context, selection: Selection, acts: WeightActs) -> None:
        super().__init__(context, selection, acts, "pairwise")
        look = context.look
        self._states = QuestionStates()
        self._stops = Stops()
        self._order = QuestionOrder()
        self._enough, self._enough_words = Enough(context, self), EnoughWords()
        self.question: Question | None = None
        self._person = ""
        #: Counts gestures, so that the moves of one make one undo step.
        self._gesture = 0
        #: What stands between the last question and the next step, as long as the study is the same.
        self._stopped: tuple[Study, StopState] | None = None
        #: The study just after a repair and the node repaired: its outcome is told before the next one.
        self._repaired: tuple[Study, str] | None = None
        self.views = Segments(
            look, self.tr("View"), (("questions", self.tr("Questions")), ("matrix", self.tr("Matrix")))
        )
        self.question_view = QuestionView(look, WeightWords().scale_words())
        self.matrix_view = MatrixView(look)
        self.stop_view = StopView(look)
        self.foot = PairwiseFoot(look)
        self._middle = QStackedWidget()
        for view in (self.question_view, self.matrix_view, self.stop_view):
            self._middle.addWidget(view)
        self.widget = QWidget()
        column = QVBoxLayout(self.widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._middle, 1)
        column.addWidget(self.foot)
        self._wire()

    def _wire(self) -> None:
        view = self.question_view
        view.answered.connect(self._answer)
        view.back_asked.connect(self._back)
        view.skip_asked.connect(self._next)
        view.unknown_asked.connect(self._cannot_say)
        view.next_asked.connect(self._next)
        view.clear_asked.connect(self._clear)
        view.place_chosen.connect(self._go_to_place)
        self.matrix_view.judged.connect(self.acts.answer)
        self.stop_view.review_asked.connect(self._review)
        self.stop_view.go_on_asked.connect(self._go_on)
        self.views.chosen.connect(self.refresh_asked)
        self._enough.arrived.connect(self.refresh_asked)
        self.foot.order_chosen.connect(self._choose_order)
        self.foot.scale_chosen.connect(self._choose_scale)

    def nodes(self, study: Study, person: Stakeholder) -> tuple[str, ...]:
        """The sets of questions that are asked pair by pair, compared projects included."""
        return question_nodes(study)

    def keep_place(self, study: Study, person: Stakeholder) -> None:
        """Stays at the question in view; else at the set of questions; else the first open question."""
        nodes, node = question_nodes(study), self.selection.node
        is_other = bool(self._person) and self._person != person.id
        self._person = person.id
        if is_other:
            self._order.forget()
            self._stopped = None
            self._gesture += 1
        known = self.question
        if known is not None and known.node == node and known in questions(study, node):
            return
        kept = first_of(study, node) if node in nodes and known is not None else None
        self.question = kept or first_open(study, person) or next(every_question(study), None)
        self.selection.node = GOAL if self.question is None else self.question.node

    def show_study(self, study: Study, person: Stakeholder) -> None:
        """Brings the view in line with the study."""
        answered, asked = self._states.count(study, person)
        line = self._enough_words.line(answered, asked, self._enough.found(study, person))
        self.foot.show_choices(self._order.way, person.judgement_scale, line)
        if self.views.current == "matrix":
            self._middle.setCurrentWidget(self.matrix_view)
            self.matrix_view.show_state(*self._states.matrix(study, person, self.selection.node))
        elif self._stopped is not None and self._stopped[0] is study:
            self._middle.setCurrentWidget(self.stop_view)
            self.stop_view.show_state(self._stopped[1])
        elif self.question is not None:
            self._middle.setCurrentWidget(self.question_view)
            self.question_view.show_state(self._states.question(study, person, self.question, self._order))

    def show_typed(self, study: Study, person: Stakeholder) -> None:
        """Shows the answer that is being given, and nothing that takes longer."""
        if self._middle.currentWidget() is self.question_view and self.question is not None:
            self.question_view.show_answer(*self._states.answer(study, person, self.question))
        else:
            self.show_study(study, person)

    def has_repaired(self, study: Study) -> bool:
        """Whether what is shown is what the repair just made has left."""
        known = self._repaired
        return known is not None and known[0] is study and known[1] == self.selection.node

    @property
    def is_waiting(self) -> bool:
        """Whether it is still computed whether enough is answered."""
        return self._enough.is_running

    def leave(self) -> None:
        """Gives up the question whether enough is answered."""
        self._enough.cancel()

    def go(self, question: Question | None) -> None:
        """Shows another question; a new gesture begins with it."""
        if question is None:
            return
        self.question, self.selection.node = question, question.node
        self._stopped = None
        self._gesture += 1
        self.refresh_asked.emit()
        self.take_keyboard()

    def go_to_node(self, node: str) -> None:
        """Shows the first question of another set."""
        self.selection.node, self._stopped = node, None
        if self.question is None or self.question.node != node:
            self.question = first_of(self.acts.study, node)
            self._gesture += 1
        self.refresh_asked.emit()

    def take_keyboard(self) -> None:
        """Lets the keys answer."""
        if not self.widget.isVisible():
            return
        if self._middle.currentWidget() is self.question_view:
            self.question_view.scale.setFocus()
        elif self._middle.currentWidget() is self.stop_view:
            self.stop_view.take_keyboard()

    def answer_by_key(self, event: QKeyEvent) -> None:
        """Hands a key from the list on to the scale."""
        if self._middle.currentWidget() is self.question_view:
            self.take_keyboard()
            QCoreApplication.sendEvent(self.question_view.scale, event)

    def _go_to_place(self, place: int) -> None:
        asked = questions(self.acts.study, self.selection.node)
        self.go(asked[place] if place < len(asked) else None)

    def _next(self) -> None:
        study, person = self.acts.study, self.acts.stakeholder
        if self.question is None or person is None:
            return
        following = self._order.following(study, person, self.question)
        stop = self._stops.before(study, person, self.question, following)
        if stop is None:
            self._go_on()
            return
        self._stopped = (study, stop)
        self.refresh_asked.emit()
        self.take_keyboard()

    def _go_on(self) -> None:
        study, person = self.acts.study, self.acts.stakeholder
        if self.question is None or person is None:
            return
        following = self._order.following(study, person, self.question)
        self._stopped = None
        if following is None:
            self.refresh_asked.emit()
            self.context.navigator.go("ranking")
        else:
            self._order.leave(self.question)
            self.go(following)

    def _back(self) -> None:
        if self.question is not None:
            self.go(self._order.before(self.acts.study, self.question))

    def _answer(self, value: float | None) -> None:
        if self.question is not None:
            with self.typing():
                self.acts.answer(self.question, value, ("answer", self._person, self.question, self._gesture))

    def _cannot_say(self) -> None:
        if self.question is not None:
            self.acts.say_unknown(self.question)
            self._next()

    def _clear(self) -> None:
        self.acts.clear(self.selection.node)
        self.take_keyboard()

    def _choose_order(self, way: str) -> None:
        self._order.way = way
        self.refresh_asked.emit()
        self.take_keyboard()

    def _choose_scale(self, scale: str) -> None:
        self.acts.answer_otherwise("judgement_scale", scale)

    def _review(self, node: str) -> None:
        self.selection.node = node
        if not self.show_repair():
            self.go(first_of(self.acts.study, node))

    def show_repair(self) -> bool:
        """Goes to the question of the most useful repair; False where there is none."""
        known = self._repairs()
        if known:
            self.show_answer_of(known[0].question)
        return bool(known)

    def accept_repair(self, place: int) -> None:
        """Makes one of the repairs, the most useful one first, and goes to its question."""
        known = self._repairs()
        if place < len(known):
            node = self.selection.node
            self.acts.repair(known[place].judgement)
            self._repaired = (self.acts.study, node)
            self.show_answer_of(known[place].question)

    def _repairs(self) -> tuple[Repair, ...]:
        person = self.acts.stakeholder
        return () if person is None else repairs(self.acts.study, person, self.selection.node)

    def show_next_repair(self) -> None:
        """Ends the telling of what the last repair achieved."""
        self._repaired = None
        self.refresh_asked.emit()

    def link(self) -> None:
        """Goes to the question that links what no answer links yet."""
        person = self.acts.stakeholder
        if person is not None:
            self.show_answer_of(linking_question(self.acts.study, person, self.selection.node))

    def show_answer_of(self, question: Question | None) -> None:
        """Goes to a question whichever way round it is asked."""
        if question is None:
            return
        self.views.set_current("questions")
        pair = {question.first, question.second}
        asked = questions(self.acts.study, question.node)
        self.go(next((known for known in asked if {known.first, known.second} == pair), None))
