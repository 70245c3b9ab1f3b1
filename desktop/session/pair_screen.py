"""A comparison that fills the screen: two sides, the scale, the answer in words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from desktop.look.look import Look
from desktop.pages.weights.stakes import Item
from desktop.session.fitted_text import FittedText
from desktop.session.key_row import KeyAct
from desktop.session.screen import Screen
from desktop.session.side import Side
from desktop.widgets.saaty_scale import SaatyScale
from desktop.widgets.text import Text


@dataclass(frozen=True)
class PairState:
    """A comparison as shown: what is asked, both sides, the ratio answered and what it says."""

    title: str
    left: Item
    right: Item
    value: float | None
    answer_html: str


class StageScale(SaatyScale):
    """The scale on a stage: Tab changes sides; letters and Backspace are left to the screen."""

    def event(self, event: QEvent) -> bool:
        """Tab belongs to the question: nothing else here takes the keyboard."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == _TAB:
            if self.value is not None and self.value != 1.0:
                self.set_value(1.0 / self.value)
                self.value_changed.emit(self.value)
            return True
        return super().event(event)

    def _margin(self) -> float:
        """Room for the frame that tells where the keyboard is, beside the outermost words."""
        return super()._margin() + self._look.metrics.units(0.75)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_X, Qt.Key.Key_Backspace):
            event.ignore()
            return
        super().keyPressEvent(event)


_TAB = Qt.Key.Key_Tab


class PairScreen(Screen):
    """`answered(ratio)` at each move; None where the answer is taken back."""

    answered = Signal(object)

    def __init__(self, look: Look, large: Look, scale_words: tuple[str, ...]) -> None:
        super().__init__(look)
        self._title = Text(look, "", "title", "text_muted")
        self.left, self.right = Side(look), Side(look)
        self.scale = StageScale(large, self.tr("How many times more one side matters"))
        self.scale.set_words(scale_words)
        self.scale.value_changed.connect(self.answered)
        self._answer = FittedText(look, most=1, largest="figure")
        self._answer.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sides = QHBoxLayout()
        self._sides.addWidget(self.left, 1)
        self._sides.addWidget(self.right, 1)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addLayout(self._sides, 1)
        self._column.addWidget(self.scale)
        self._column.addWidget(self._answer)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_state(self, state: PairState) -> None:
        """Shows another comparison, or another answer to the same."""
        self._title.set_text(state.title)
        self.left.show_item(state.left)
        self.right.show_item(state.right)
        self.scale.set_value(state.value)
        self._answer.set_html(state.answer_html)

    def take_keyboard(self) -> None:
        """The scale reads the keys."""
        self.scale.setFocus(Qt.FocusReason.OtherFocusReason)

    def acts(self) -> tuple[KeyAct, ...]:
        """How the scale is moved."""
        return (
            KeyAct(("←", "→", "1–9"), self.tr("answer")),
            KeyAct(("Tab",), self.tr("other side")),
        )

    def _restyle(self) -> None:
        metrics = self._look.metrics
        self._sides.setSpacing(metrics.space("xxl"))
        self._column.setSpacing(metrics.space("m"))
