"""A row of nine steps from "equally" to "extremely": how many times more one thing matters."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.look.look import Look

STEPS = 9


class StepScale(QWidget):
    """`value_changed(1 to 9, or None)` by click, digit, arrow or Delete."""

    value_changed = Signal(object)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._value: float | None = None
        self._needs_look = False
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    @property
    def value(self) -> float | None:
        """The step answered; None while it is open."""
        return self._value

    def set_value(self, value: float | None, word: str, *, needs_look: bool = False) -> None:
        """Shows an answer and its word without a signal; `needs_look` marks the one that contradicts most."""
        self._value, self._needs_look = value, needs_look
        self.setAccessibleDescription(word)
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self._look.metrics
        return QSize(round(STEPS * self._cell()) + 1, metrics.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _cell(self) -> float:
        return self._look.metrics.units(3.4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(key), 0)
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            self._answer(float(key - Qt.Key.Key_0))
        elif step:
            now = self._value if self._value is not None else 1.0 - step
            self._answer(min(max(round(now) + step, 1.0), float(STEPS)))
        elif key == Qt.Key.Key_Delete:
            self._answer(None)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            place = int(event.position().x() / self._cell())
            self._answer(float(min(max(place, 0), STEPS - 1) + 1))

    def _answer(self, value: float | None) -> None:
        if value != self._value:
            self._value = value
            self.update()
            self.value_changed.emit(value)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme, metrics = self._look.theme, self._look.metrics
        painter = QPainter(self)
        for step in range(1, STEPS + 1):
            box = QRectF((step - 1) * self._cell(), 0, self._cell(), self.height()).adjusted(
                0.5, 0.5, 0.5, -0.5
            )
            is_chosen = self._value is not None and round(self._value) == step
            painter.fillRect(box, theme.colour("selection" if is_chosen else "surface"))
            painter.setPen(theme.colour("line_strong"))
            painter.drawRect(box)
            if is_chosen:
                edge = metrics.stroke(3)
                ink = "attention" if self._needs_look else "accent"
                painter.fillRect(
                    QRectF(box.left(), box.bottom() - edge, box.width(), edge), theme.colour(ink)
                )
            painter.setFont(metrics.font("strong" if is_chosen else "body"))
            painter.setPen(theme.colour("text" if is_chosen else "text_muted"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(step))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("focus"), metrics.stroke(2)))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5))
        painter.end()
