"""One question at a time: two sides with what is at stake, the scale, the answer in words, the next step."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.pages.weights.answer_strip import AnswerStrip
from desktop.pages.weights.answers import Question
from desktop.pages.weights.key_caps import KeyCaps
from desktop.pages.weights.live_text import LiveText
from desktop.pages.weights.stake_card import StakeCard
from desktop.pages.weights.stakes import Item
from desktop.pages.weights.tall_column import TallColumn, scrolled, within
from desktop.widgets.buttons import link_button, primary_button, secondary_button
from desktop.widgets.flow import FlowLayout
from desktop.widgets.saaty_scale import SaatyScale
from desktop.widgets.text import Rule, caption

#: Units beyond which a question does not grow: longer lines are read badly.
WIDEST = 108


@dataclass(frozen=True)
class QuestionState:
    """Everything the view shows of a question; texts are ready, `suggestion` is the repair of this answer."""

    crumb: str
    place: str
    title: str
    left: Item
    right: Item
    value: float | None
    suggestion: float | None
    answer_html: str
    next_text: str
    has_previous: bool
    questions: tuple[Question, ...]
    pairs: tuple[str, ...]
    answers: tuple[tuple[str, str, bool], ...]
    current: int


class QuestionScale(SaatyScale):
    """The scale inside a question: Delete takes the answer back, Backspace is left to go back."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace:
            event.ignore()
            return
        super().keyPressEvent(event)


class QuestionView(QWidget):
    """Signals say what the user wants; the page decides and shows the result."""

    answered = Signal(object)
    back_asked = Signal()
    skip_asked = Signal()
    unknown_asked = Signal()
    next_asked = Signal()
    clear_asked = Signal()
    place_chosen = Signal(int)

    def __init__(self, look: Look, scale_words: tuple[str, ...]) -> None:
        super().__init__()
        self._look = look
        self._crumb = LiveText(look, "", "small", "text_muted")
        self._place = LiveText(look, "", "small", "text_muted", wraps=False)
        self._title = LiveText(look, "", "title")
        self.left, self.right = StakeCard(look), StakeCard(look)
        self.scale = QuestionScale(look, self.tr("How many times more one side matters"))
        self.scale.set_words(scale_words)
        self._answer = LiveText(look)
        self.back = secondary_button(look, self.tr("Back"))
        self.skip = secondary_button(look, self.tr("Skip"))
        self.unknown = secondary_button(look, self.tr("Cannot say"))
        self.next = primary_button(look, self.tr("Next question"))
        self.clear = link_button(look, self.tr("Clear these answers"))
        self.strip = AnswerStrip(look)
        self._explain()
        self._build()
        self._wire()

    def _explain(self) -> None:
        self.skip.setToolTip(self.tr("Leave this question open and go on; it can be answered later."))
        self.unknown.setToolTip(
            self.tr("Record that this cannot be told; weights then come from the other answers.")
        )

    def _build(self) -> None:
        self._inside = TallColumn(self._look, WIDEST)
        column = self._inside.column
        top = QHBoxLayout()
        top.addWidget(self._crumb, 1)
        top.addWidget(self._place)
        column.addLayout(top)
        column.addWidget(self._title)
        column.addLayout(self._build_sides())
        column.addWidget(self.scale)
        column.addWidget(self._answer)
        column.addLayout(self._build_keys())
        column.addWidget(Rule(self._look))
        column.addWidget(self.strip)
        column.addWidget(self.clear)
        self._area = scrolled(self._inside)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(0, 0, 0, 0)
        frame.setSpacing(0)
        frame.addWidget(self._area, 1)
        # Outside of what scrolls: however long the words above are, the way on stays in view.
        frame.addLayout(self._build_acts())
        frame.addStretch(0)

    def _build_sides(self) -> QHBoxLayout:
        metrics = self._look.metrics
        row = QHBoxLayout()
        row.setSpacing(metrics.space("m"))
        row.addWidget(self.left, 1)
        between = caption(self._look, self.tr("or"))
        between.setWordWrap(False)
        row.addWidget(between, 0, Qt.AlignmentFlag.AlignTop)
        between.setContentsMargins(0, metrics.units(3), 0, 0)
        row.addWidget(self.right, 1)
        return row

    def _build_acts(self) -> QHBoxLayout:
        row = QHBoxLayout()
        metrics = self._look.metrics
        row.setContentsMargins(metrics.space("xl"), metrics.space("xs"), metrics.space("xl"), 0)
        row.setSpacing(metrics.space("s"))
        for button in (self.back, self.skip, self.unknown):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.next)
        return within(row, metrics.units(WIDEST))

    def _build_keys(self) -> FlowLayout:
        flow = FlowLayout(self._look.metrics.space("l"), 0)
        groups = (
            (("←", "→", "1–9"), self.tr("answer")),
            (("X",), self.tr("change sides")),
            ((self.tr("Enter"),), self.tr("next")),
            (("⌫",), self.tr("back")),
        )
        for keys, word in groups:
            flow.addWidget(KeyCaps(self._look, keys, word))
        return flow

    def _wire(self) -> None:
        self.scale.value_changed.connect(self.answered)
        self.back.clicked.connect(self.back_asked)
        self.skip.clicked.connect(self.skip_asked)
        self.unknown.clicked.connect(self.unknown_asked)
        self.next.clicked.connect(self.next_asked)
        self.clear.clicked.connect(self.clear_asked)
        self.strip.chosen.connect(self.place_chosen)

    def show_state(self, state: QuestionState) -> None:
        """Shows a question with its answer."""
        self._crumb.set_text(state.crumb)
        self._place.set_text(state.place)
        self._title.set_text(state.title)
        self.left.show_item(state.left)
        self.right.show_item(state.right)
        self.scale.set_value(state.value)
        self.scale.set_suggestion(state.suggestion, self.tr("repair") if state.suggestion is not None else "")
        self._answer.set_html(state.answer_html)
        self.back.setEnabled(state.has_previous)
        if self.next.text() != state.next_text:
            self.next.setText(state.next_text)
        self.strip.show_answers(state.questions, state.pairs, state.answers, state.current)
        count = sum(not is_open for *_, is_open in state.answers)
        self.clear.setVisible(count > 0)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """What scrolls is no taller than its words, so that the acts follow them in a large window."""
        width = min(self.width(), self._inside.maximumWidth())
        self._area.setMaximumHeight(max(self._inside.heightForWidth(width), self._look.metrics.units(20)))

    def show_answer(
        self, value: float | None, html: str, answers: tuple[tuple[str, str, bool], ...], current: int
    ) -> None:
        """Shows another answer to the same question."""
        self.scale.set_value(value)
        self._answer.set_html(html)
        self.strip.update_answers(answers, current)
        self.scale.repaint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = self.focusWidget()
            if isinstance(focused, QAbstractButton):
                focused.click()
            else:
                self.next_asked.emit()
        elif event.key() == Qt.Key.Key_Backspace and self.back.isEnabled():
            self.back_asked.emit()
        else:
            super().keyPressEvent(event)
