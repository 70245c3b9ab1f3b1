"""The items of an order of importance: place, name, what is at stake, and the weight that follows."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.look.look import Look
from desktop.pages.weights.entry_list import EntryList
from desktop.pages.weights.entry_model import EntryRole, Index
from desktop.pages.weights.role_colours import deep_colour
from desktop.pages.weights.wrapped_heights import WrappedHeights
from desktop.widgets.breaking import breakable


@dataclass(frozen=True)
class OrderEntry:
    """One item; `place` is its place in words, empty while it has none; `head` opens a group of rows."""

    key: str
    name: str
    place: str
    stake: str
    role: str
    share: str
    is_tied: bool = False
    head: str = ""
    tip: str = ""
    spoken: str = ""


class _OrderDelegate(QStyledItemDelegate):
    """Place at the left, name over what is at stake, weight at the right; a head above the open ones."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._measured = WrappedHeights(look)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = index.data(EntryRole)
        width = self._view.viewport().width()
        if not isinstance(entry, OrderEntry):
            return QSize()
        name, stake = self._heights(entry, width)
        return QSize(width, self._head(entry) + name + stake + 2 * self._look.metrics.units(0.9))

    def _head(self, entry: OrderEntry) -> int:
        metrics = self._look.metrics
        return metrics.line("strong") + metrics.space("m") if entry.head else 0

    def _left(self) -> int:
        return self._look.metrics.units(7.5)

    def _right(self) -> int:
        return self._look.metrics.units(8)

    def _heights(self, entry: OrderEntry, width: int) -> tuple[int, int]:
        metrics = self._look.metrics
        room = max(width - self._left() - self._right(), metrics.units(10))
        name = self._measured.height(f"{entry.key} {entry.name}", "strong", room)
        return name, self._measured.height(entry.stake, "small", room)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(EntryRole)
        if not isinstance(entry, OrderEntry):
            return
        theme, metrics = self._look.theme, self._look.metrics
        painter.save()
        rect = QRect(option.rect)
        if entry.head:
            painter.setFont(metrics.font("strong"))
            painter.setPen(theme.colour("text_muted"))
            top = QRect(rect.left(), rect.top(), rect.width(), self._head(entry) - metrics.space("xs"))
            painter.drawText(top, Qt.AlignmentFlag.AlignBottom, entry.head)
            rect.setTop(rect.top() + self._head(entry))
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        ground = "selection" if is_chosen else "hover"
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour(ground))
        if is_chosen:
            edge = round(metrics.stroke(3))
            painter.fillRect(QRect(rect.left(), rect.top(), edge, rect.height()), theme.colour("accent"))
        painter.setPen(theme.colour("grid"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        self._paint_words(painter, rect, entry)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("focus"))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, entry: OrderEntry) -> None:
        theme, metrics = self._look.theme, self._look.metrics
        air = metrics.units(0.9)
        name, stake = self._heights(entry, rect.width())
        upright = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(metrics.font("strong"))
        painter.setPen(theme.colour("text" if entry.place else "text_muted"))
        place = QRect(rect.left() + metrics.space("s"), rect.top(), self._left(), rect.height())
        painter.drawText(place, upright | int(Qt.AlignmentFlag.AlignLeft), entry.place or "–")
        room = rect.width() - self._left() - self._right()
        line = QRect(rect.left() + self._left(), rect.top() + air, room, name)
        painter.setFont(metrics.font("strong"))
        painter.setPen(theme.colour("text"))
        # The id is drawn once more in its colour, over the one that sets where the name begins.
        painter.drawText(line, _wrapped(), breakable(f"{entry.key} {entry.name}"))
        painter.setPen(theme.colour(deep_colour(entry.role)))
        painter.drawText(line, _wrapped(), entry.key)
        painter.setFont(metrics.font("small"))
        painter.setPen(theme.colour("text_muted"))
        painter.drawText(
            QRect(line.left(), line.bottom() + 1, room, stake), _wrapped(), breakable(entry.stake)
        )
        painter.setFont(metrics.font("strong"))
        painter.setPen(theme.colour("text" if entry.place else "text_muted"))
        right = rect.adjusted(0, 0, -metrics.space("s"), 0)
        painter.drawText(right, upright | int(Qt.AlignmentFlag.AlignRight), entry.share)


def _wrapped() -> int:
    return int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class OrderList(EntryList):
    """`placed(key)` for Enter or a double click, `tie_asked(key)` for T, `taken_back(key)` for Delete."""

    placed = Signal(str)
    tie_asked = Signal(str)
    taken_back = Signal(str)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name, is_movable=True)
        self.setItemDelegate(_OrderDelegate(look, self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wishes = {
            Qt.Key.Key_Return: self.placed,
            Qt.Key.Key_Enter: self.placed,
            Qt.Key.Key_Space: self.placed,
            Qt.Key.Key_T: self.tie_asked,
            Qt.Key.Key_Delete: self.taken_back,
        }
        wish = wishes.get(Qt.Key(event.key()))
        if wish is None:
            super().keyPressEvent(event)
        else:
            wish.emit(self.current)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.placed.emit(self.current)
