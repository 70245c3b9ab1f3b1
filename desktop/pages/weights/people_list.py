"""The stakeholders in the left column: name, progress, own check, and whether their weights count."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.look.look import Look
from desktop.pages.weights.entry_list import EntryList
from desktop.pages.weights.entry_model import EntryRole, Index
from desktop.pages.weights.wrapped_heights import WrappedHeights
from desktop.widgets.breaking import breakable


@dataclass(frozen=True)
class PersonEntry:
    """One stakeholder; `severity` is done, attention or empty, `mark` the name of a colour or empty."""

    key: str
    name: str
    state: str
    severity: str = ""
    counts: bool = False
    mark: str = ""
    tip: str = ""
    spoken: str = ""


class _PersonDelegate(QStyledItemDelegate):
    """The name, wrapped; below it progress with its sign; the scales at the right where the weights count."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._heights = WrappedHeights(look)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = index.data(EntryRole)
        width = self._view.viewport().width()
        if not isinstance(entry, PersonEntry):
            return QSize()
        metrics = self._look.metrics
        return QSize(width, self._name_height(entry, width) + metrics.line("small") + 2 * metrics.units(0.6))

    def _room(self, entry: PersonEntry, width: int) -> int:
        """Pixels for the words: without air, the sign that they count, and the mark."""
        metrics = self._look.metrics
        return width - 2 * metrics.space("s") - metrics.icon - metrics.space("xs")

    def _name_height(self, entry: PersonEntry, width: int) -> int:
        return self._heights.height(entry.name, "strong", self._room(entry, width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(EntryRole)
        if not isinstance(entry, PersonEntry):
            return
        look, theme, metrics = self._look, self._look.theme, self._look.metrics
        painter.save()
        rect = QRect(option.rect)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("selection" if is_chosen else "hover"))
        if is_chosen:
            edge = round(metrics.stroke(3))
            painter.fillRect(QRect(rect.left(), rect.top(), edge, rect.height()), theme.colour("accent"))
        inside = rect.adjusted(metrics.space("s"), metrics.units(0.6), -metrics.space("s"), 0)
        high = self._name_height(entry, rect.width())
        painter.setFont(metrics.font("strong" if is_chosen else "body"))
        painter.setPen(theme.colour("text"))
        room = self._room(entry, rect.width())
        painter.drawText(QRect(inside.left(), inside.top(), room, high), _wrapped(), breakable(entry.name))
        line = QRect(inside.left(), inside.top() + high, inside.width(), metrics.line("small"))
        self._paint_state(painter, line, entry, look)
        self._paint_signs(painter, inside, entry)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.colour("focus"))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        painter.restore()

    def _paint_state(self, painter: QPainter, line: QRect, entry: PersonEntry, look: Look) -> None:
        metrics, left = look.metrics, line.left()
        needs = entry.severity == "attention"
        ink = "attention" if needs else "text_muted"
        if entry.severity:
            box = QRect(left, line.center().y() - metrics.icon // 2, metrics.icon, metrics.icon)
            look.icon("warning" if needs else "tick", ink).paint(painter, box)
            left += metrics.icon + metrics.space("xs")
        painter.setFont(metrics.font("small_strong" if needs else "small"))
        painter.setPen(look.colour(ink))
        room = line.adjusted(left - line.left(), 0, -metrics.icon if entry.mark else 0, 0)
        measure = metrics.measure("small_strong" if needs else "small")
        shown = measure.elidedText(entry.state, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, shown)

    def _paint_signs(self, painter: QPainter, inside: QRect, entry: PersonEntry) -> None:
        look, metrics = self._look, self._look.metrics
        box = QRect(inside.right() - metrics.icon + 1, inside.top(), metrics.icon, metrics.icon)
        if entry.counts:
            look.icon("weights", "text").paint(painter, box)
        if entry.mark:
            edge = metrics.units(1.1)
            square = QRectF(box.center().x() - edge / 2, box.bottom() + metrics.space("xs"), edge, edge)
            painter.setPen(look.colour("axis"))
            painter.setBrush(look.colour(entry.mark))
            painter.drawRoundedRect(square, 2, 2)


def _wrapped() -> int:
    return int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class PeopleList(EntryList):
    """The stakeholders; `edit_asked` by double click or F2, `remove_asked` by Delete, `entered` by Enter."""

    edit_asked = Signal()
    remove_asked = Signal()
    entered = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name, is_movable=True)
        self.setItemDelegate(_PersonDelegate(look, self))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wishes = {
            Qt.Key.Key_F2: self.edit_asked,
            Qt.Key.Key_Delete: self.remove_asked,
            Qt.Key.Key_Return: self.entered,
            Qt.Key.Key_Enter: self.entered,
        }
        wish = wishes.get(Qt.Key(event.key()))
        if wish is None:
            super().keyPressEvent(event)
        else:
            wish.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.edit_asked.emit()
