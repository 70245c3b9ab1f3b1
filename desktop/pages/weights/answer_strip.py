"""All answers of a node side by side, the current one marked; a click goes to its question."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.look.state_marks import paint_hatch
from desktop.pages.weights.answers import Question
from desktop.widgets.choices import clear_layout
from desktop.widgets.flow import FlowLayout
from desktop.widgets.text import Text, caption


class AnswerCell(QAbstractButton):
    """One answer as "H1 : H3  7"; hatched while nothing is known."""

    def __init__(self, look: Look, pair: str) -> None:
        super().__init__()
        self._look = look
        self._pair = pair
        self._value = ""
        self._is_open = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_answer(self, value: str, name: str, *, is_open: bool, is_current: bool) -> None:
        """The answer as text, whether it is unknown, and whether it is asked now."""
        if (value, is_open, is_current, name) == (
            self._value, self._is_open, self.isChecked(), self.accessibleName()
        ):  # fmt: skip
            return
        self._value, self._is_open = value, is_open
        self.setChecked(is_current)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self._look.metrics
        width = metrics.width(self._pair, "small") + metrics.width("0.333", "strong") + metrics.units(3.5)
        return QSize(round(max(width, metrics.units(13))), metrics.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        look = self._look
        theme, metrics = look.theme, look.metrics
        painter = QPainter(self)
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.fillRect(box, theme.colour("selection" if self.isChecked() else "surface"))
        air = metrics.units(1.2)
        if self._is_open:
            stripe = theme.faded("attention", 0.3, "attention_quiet")
            part = QRectF(box.right() - metrics.units(4), box.top(), metrics.units(4), box.height())
            paint_hatch(painter, part, stripe, theme.colour("attention_quiet"), metrics.units(0.75))
        painter.setFont(metrics.font("small"))
        painter.setPen(theme.colour("text" if self.isChecked() else "text_muted"))
        upright = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box.adjusted(air, 0, -air, 0), upright | Qt.AlignmentFlag.AlignLeft, self._pair)
        painter.setFont(metrics.font("strong"))
        painter.setPen(theme.colour("text"))
        painter.drawText(box.adjusted(air, 0, -air, 0), upright | Qt.AlignmentFlag.AlignRight, self._value)
        width = metrics.stroke(2) if self.isChecked() else 1.0
        painter.setPen(QPen(theme.colour("accent" if self.isChecked() else "line"), width))
        inset = (width - 1) / 2
        painter.drawRect(box.adjusted(inset, inset, -inset, -inset))
        painter.end()


class AnswerStrip(QWidget):
    """The answers of one node in reading order; `chosen(place)` when one is clicked."""

    chosen = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._questions: tuple[Question, ...] = ()
        self._pairs: tuple[str, ...] = ()
        self.cells: list[AnswerCell] = []
        self._title = Text(look, "", "strong", wraps=False)
        self._note = caption(look, self.tr("How many times more the first matters than the second"))
        self._flow = FlowLayout(0, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.space("xs"))
        heads = QHBoxLayout()
        heads.setSpacing(look.metrics.space("m"))
        heads.addWidget(self._title)
        heads.addWidget(self._note, 1, Qt.AlignmentFlag.AlignBottom)
        column.addLayout(heads)
        column.addLayout(self._flow)

    def show_answers(
        self,
        questions: tuple[Question, ...],
        pairs: tuple[str, ...],
        answers: tuple[tuple[str, str, bool], ...],
        current: int,
    ) -> None:
        """Pair, text, spoken name and openness of each answer; cells are made anew only for another node."""
        if (questions, pairs) != (self._questions, self._pairs):
            self._make_cells(questions, pairs)
        self.update_answers(answers, current)
        count = len(questions)
        self._title.set_text(
            self.tr("All {count} answers").format(count=count) if count > 1 else self.tr("The answer")
        )

    def update_answers(self, answers: tuple[tuple[str, str, bool], ...], current: int) -> None:
        """Other answers to the same questions."""
        for place, (cell, (value, name, is_open)) in enumerate(zip(self.cells, answers, strict=True)):
            cell.show_answer(value, name, is_open=is_open, is_current=place == current)

    def _make_cells(self, questions: tuple[Question, ...], pairs: tuple[str, ...]) -> None:
        while self._flow.count():
            item = self._flow.takeAt(0)
            if item is not None:
                clear_layout(item)
        self._questions, self._pairs = questions, pairs
        self.cells = []
        for place, pair in enumerate(pairs):
            cell = AnswerCell(self._look, pair)
            cell.clicked.connect(partial(self._choose, place))
            self._flow.addWidget(cell)
            self.cells.append(cell)

    def _choose(self, place: int, _checked: bool = False) -> None:
        self.chosen.emit(place)
