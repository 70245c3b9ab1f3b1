"""Saaty's scale from 9 over 1 to 9 (Saaty 1977): how many times more one thing matters than the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.look.pencil import CENTRE, Pencil

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent

    from desktop.look.look import Look

STOPS: Final = 17
_MIDDLE: Final = 8


def stop_of(ratio: float) -> float:
    """The place 0 to 16 of a ratio on the scale: 0 is 9 for the left, 8 is equal, 16 is 9 for the right."""
    offset = ratio - 1 if ratio >= 1 else 1 - 1 / ratio
    return min(max(_MIDDLE - offset, 0.0), STOPS - 1.0)


def ratio_of(stop: int) -> float:
    """The ratio at a stop; above 1 the left matters more."""
    return float(_MIDDLE - stop + 1) if stop <= _MIDDLE else 1.0 / (stop - _MIDDLE + 1)


class SaatyScale(QWidget):
    """Seventeen stops, a solid handle once answered, a dashed ring for a suggested answer.

    `value_changed(ratio)` when the user answers (above 1 favours the left), None when the answer is
    taken back. Keys: arrows move, a digit sets the strength on the side chosen, X changes sides, Home and
    End are the ends, Delete takes the answer back.
    """

    value_changed = Signal(object)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._value: float | None = None
        self._suggestion: float | None = None
        self._suggestion_caption = ""
        self._words: tuple[str, ...] = ("", "", "", "", "")
        self._hover: int | None = None
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setProperty("ownFocus", True)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._restyle)

    @property
    def value(self) -> float | None:
        """The ratio answered; None while the question is open."""
        return self._value

    def set_value(self, ratio: float | None) -> None:
        """Shows an answer without a signal."""
        self._value = ratio
        self._describe()
        self.update()

    def set_suggestion(self, ratio: float | None, caption: str = "") -> None:
        """Shows a suggested answer as a dashed ring with its caption above; None takes it away."""
        self._suggestion, self._suggestion_caption = ratio, caption
        self.update()

    def set_words(self, words: Sequence[str]) -> None:
        """The five words under 1, 3, 5, 7 and 9, from "equal" to "extremely"."""
        self._words = tuple(words)
        self._describe()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self._look.metrics
        return QSize(metrics.units(72), self._line_y() + metrics.units(3) + 3 * metrics.line("small"))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.metrics.units(44), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        pencil = Pencil(painter, self._look.theme, self._look.metrics)
        self._paint_line(pencil)
        self._paint_numbers(pencil)
        self._paint_words(pencil)
        self._paint_suggestion(pencil)
        self._paint_handle(pencil)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._answer(self._stop_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        stop = self._stop_at(event.position().x())
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._answer(stop)
        elif stop != self._hover:
            self._hover = stop
            self.update()

    def leaveEvent(self, event: object) -> None:
        self._hover = None
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        stop = self._stop_for(event)
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._value = None
            self._describe()
            self.update()
            self.value_changed.emit(None)
        elif stop is None:
            super().keyPressEvent(event)
        else:
            self._answer(stop)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _stop_for(self, event: QKeyEvent) -> int | None:
        """The stop a key leads to; an arrow on an open question starts at "equal"."""
        key = event.key()
        now = None if self._value is None else round(stop_of(self._value))
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            step = -1 if key == Qt.Key.Key_Left else 1
            return _MIDDLE if now is None else min(max(now + step, 0), STOPS - 1)
        if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            strength = key - Qt.Key.Key_0
            side = 1 if now is not None and now > _MIDDLE else -1
            return _MIDDLE + side * (strength - 1)
        others = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: STOPS - 1}
        if now is not None:
            others[Qt.Key.Key_X] = 2 * _MIDDLE - now
        return others.get(Qt.Key(key))

    def _answer(self, stop: int) -> None:
        ratio = ratio_of(stop)
        if ratio != self._value:
            self._value = ratio
            self._describe()
            self.update()
            self.value_changed.emit(ratio)

    def _describe(self) -> None:
        if self._value is None:
            self.setAccessibleDescription(self.tr("not answered"))
            return
        strength = self._value if self._value >= 1 else 1 / self._value
        word = self._words[min(4, round((strength - 1) / 2))]
        side = self.tr("left") if self._value > 1 else self.tr("right") if self._value < 1 else ""
        self.setAccessibleDescription(f"{word} {side} {strength:.2g}".strip())

    def _line_y(self) -> int:
        metrics = self._look.metrics
        return metrics.line("small") + metrics.units(2.6)

    def _x(self, stop: float) -> float:
        margin = self._margin()
        return margin + stop * (self.width() - 2 * margin) / (STOPS - 1)

    def _margin(self) -> float:
        widest = max(self._look.metrics.width(self._words[-1], "small") / 2, self._look.metrics.units(2))
        return widest + 1

    def _stop_at(self, x: float) -> int:
        step = (self.width() - 2 * self._margin()) / (STOPS - 1)
        return min(max(round((x - self._margin()) / step), 0), STOPS - 1)

    def _paint_line(self, pencil: Pencil) -> None:
        y, metrics = self._line_y(), self._look.metrics
        pencil.line(QPointF(self._x(0), y), QPointF(self._x(STOPS - 1), y), "line_strong", 2)
        for stop in range(STOPS):
            reach = metrics.units(0.75 if stop % 2 == 0 else 0.5)
            x = self._x(stop)
            pencil.line(QPointF(x, y - reach), QPointF(x, y + reach), "line_strong", 1.5)
        if self._value is not None:
            start, end = self._x(_MIDDLE), self._x(stop_of(self._value))
            pencil.line(QPointF(start, y), QPointF(end, y), "accent", 4)

    def _paint_numbers(self, pencil: Pencil) -> None:
        metrics = self._look.metrics
        chosen = None if self._value is None else round(stop_of(self._value))
        top, high = self._line_y() + metrics.units(1.9), metrics.line("small")
        for stop in range(STOPS):
            number = str(abs(stop - _MIDDLE) + 1)
            is_chosen = stop == chosen
            box = QRectF(self._x(stop) - 20, top, 40, high)
            kind = "strong" if is_chosen else "small"
            ink = "text" if is_chosen or stop in (self._hover, _MIDDLE) else "text_muted"
            pencil.text(box, number, kind, ink, CENTRE)

    def _paint_words(self, pencil: Pencil) -> None:
        """Words under the odd stops; every other word one line lower where they stand too close."""
        metrics = self._look.metrics
        room = self._x(2) - self._x(0) - metrics.space("xs")
        parts = [word for words in self._words for word in words.split(" ")]
        is_staggered = max(metrics.width(part, "small") for part in parts) > room
        top, high = self._line_y() + metrics.units(2.2) + metrics.line("small"), metrics.line("small")
        for place in range(9):
            word = self._words[abs(place - 4)]
            stop = place * 2
            is_chosen = self._value is not None and round(stop_of(self._value)) == stop
            kind, ink = ("small_strong", "text") if is_chosen else ("small", "text_muted")
            lines = [word] if is_staggered else word.split(" ")
            lower = high if is_staggered and place % 2 else 0
            for row, line in enumerate(lines):
                wide = metrics.width(line, kind) + 2
                left = min(max(self._x(stop) - wide / 2, 0.0), self.width() - wide)
                pencil.text(QRectF(left, top + lower + row * high, wide, high), line, kind, ink, CENTRE)

    def _paint_suggestion(self, pencil: Pencil) -> None:
        if self._suggestion is None:
            return
        metrics, painter = self._look.metrics, pencil.painter
        at = QPointF(self._x(stop_of(self._suggestion)), self._line_y())
        pen = QPen(pencil.ink("attention"), metrics.stroke(1.5))
        pen.setDashPattern([2, 1.6])
        painter.setPen(pen)
        painter.setBrush(pencil.ink("surface"))
        radius = metrics.units(1.15)
        painter.drawEllipse(at, radius, radius)
        if self._suggestion_caption:
            wide = metrics.width(self._suggestion_caption, "small_strong") + 2
            left = min(max(at.x() - wide / 2, 0.0), self.width() - wide)
            box = QRectF(left, 0, wide, metrics.line("small"))
            pencil.text(box, self._suggestion_caption, "small_strong", "attention", CENTRE)
            tip, reach = at.y() - radius - metrics.units(0.4), metrics.units(0.5)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(pencil.ink("attention"))
            corners = (
                QPointF(at.x() - reach, tip - reach),
                QPointF(at.x() + reach, tip - reach),
                QPointF(at.x(), tip),
            )
            painter.drawPolygon(QPolygonF(list(corners)))

    def _paint_handle(self, pencil: Pencil) -> None:
        metrics, painter = self._look.metrics, pencil.painter
        has_keyboard = self.hasFocus()
        if self._value is None:
            if has_keyboard:
                box = QRectF(self.rect()).adjusted(1, metrics.line("small"), -1, -1)
                pencil.frame(box, "focus", 2, metrics.units(0.5))
            return
        at = QPointF(self._x(stop_of(self._value)), self._line_y())
        radius = metrics.units(1.375)
        if has_keyboard:
            painter.setPen(QPen(pencil.ink("focus"), metrics.stroke(2)))
            painter.setBrush(pencil.ink("surface"))
            painter.drawEllipse(at, radius + metrics.units(0.5), radius + metrics.units(0.5))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(pencil.ink("accent"))
        painter.drawEllipse(at, radius, radius)

    def _restyle(self) -> None:
        self.updateGeometry()
        self.update()
