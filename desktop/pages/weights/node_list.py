"""The sets of questions in the left column: name, how many are answered, how consistent the answers are."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.look.look import Look
from desktop.pages.weights.entry_list import EntryList
from desktop.pages.weights.entry_model import EntryRole, Index
from desktop.pages.weights.wrapped_heights import WrappedHeights
from desktop.widgets.breaking import breakable


@dataclass(frozen=True)
class NodeEntry:
    """One set of questions; `severity` is done, attention or empty; `head` opens a group."""

    key: str
    name: str
    state: str
    severity: str = ""
    head: str = ""
    tip: str = ""

    @property
    def spoken(self) -> str:
        """Name and state, as a screen reader says them."""
        return f"{self.name}, {self.state}"


class _NodeDelegate(QStyledItemDelegate):
    """Name at the left, wrapped; state with its sign at the right; a head above the first of a group."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._heights = WrappedHeights(look)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = index.data(EntryRole)
        metrics = self._look.metrics
        if not isinstance(entry, NodeEntry):
            return QSize()
        width = self._view.viewport().width()
        room = width - self._state_width(entry) - 2 * self._air - metrics.space("s")
        height = self._heights.height(entry.name, "small_strong", round(room)) + 2 * metrics.units(0.7)
        return QSize(width, height + self._head_height(entry))

    @property
    def _air(self) -> int:
        return self._look.metrics.space("s")

    def _head_height(self, entry: NodeEntry) -> int:
        return self._look.metrics.line("strong") + self._look.metrics.space("m") if entry.head else 0

    def _state_width(self, entry: NodeEntry) -> float:
        metrics = self._look.metrics
        sign = metrics.icon + metrics.space("xs") if entry.severity else 0
        return metrics.width(entry.state, "small_strong") + sign

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(EntryRole)
        if not isinstance(entry, NodeEntry):
            return
        look, theme, metrics = self._look, self._look.theme, self._look.metrics
        painter.save()
        rect = QRect(option.rect)
        head = self._head_height(entry)
        if head:
            painter.setFont(metrics.font("strong"))
            painter.setPen(theme.colour("text"))
            top = QRect(rect.left() + self._air, rect.top(), rect.width(), head - metrics.space("xs"))
            painter.drawText(top, Qt.AlignmentFlag.AlignBottom, entry.head)
            rect.setTop(rect.top() + head)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("selection" if is_chosen else "hover"))
        if is_chosen:
            edge = round(metrics.stroke(3))
            painter.fillRect(QRect(rect.left(), rect.top(), edge, rect.height()), theme.colour("accent"))
        room = round(self._state_width(entry)) + metrics.space("s")
        words = rect.adjusted(self._air, 0, -self._air - room, 0)
        painter.setFont(metrics.font("small_strong" if is_chosen else "small"))
        painter.setPen(theme.colour("text"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(words, int(flags), breakable(entry.name))
        self._paint_state(painter, rect.adjusted(self._air, 0, -self._air, 0), entry, look)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("focus"))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_state(self, painter: QPainter, rect: QRect, entry: NodeEntry, look: Look) -> None:
        metrics = look.metrics
        needs = entry.severity == "attention"
        ink = "attention" if needs else "text_muted"
        painter.setFont(metrics.font("small_strong" if needs else "small"))
        painter.setPen(look.colour(ink))
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect, int(flags), entry.state)
        if entry.severity:
            kind = "small_strong" if needs else "small"
            right = rect.right() - round(metrics.width(entry.state, kind)) - metrics.space("xs")
            box = QRect(
                right - metrics.icon, rect.center().y() - metrics.icon // 2, metrics.icon, metrics.icon
            )
            look.icon("warning" if needs else "tick", ink).paint(painter, box)


class NodeList(EntryList):
    """The sets of questions; `chosen(key)` when the user goes to another one.

    `key_passed(event)` hands on the keys that answer a question, `pressed_enter()` goes over to it.
    """

    key_passed = Signal(object)
    pressed_enter = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name, least_rows=5)
        self.setItemDelegate(_NodeDelegate(look, self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed_enter.emit()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9 or key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.key_passed.emit(event)
        else:
            super().keyPressEvent(event)
