"""The sets of questions in the left column: name, how many are answered, how consistent the answers are."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.look.look import Look

Index = QModelIndex | QPersistentModelIndex
NodeRole = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class NodeEntry:
    """One set of questions; `severity` is done, attention or empty; `head` opens a group."""

    key: str
    name: str
    state: str
    severity: str = ""
    head: str = ""


class NodeModel(QAbstractListModel):
    """The entries as rows; rows are replaced only when the keys change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[NodeEntry, ...] = ()

    def show_entries(self, entries: tuple[NodeEntry, ...]) -> None:
        """Shows other entries; equal ones change nothing."""
        if entries == self._entries:
            return
        if [entry.key for entry in entries] == [entry.key for entry in self._entries]:
            self._entries = entries
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))
            return
        if self._entries:
            self.beginRemoveRows(QModelIndex(), 0, len(self._entries) - 1)
            self._entries = ()
            self.endRemoveRows()
        if entries:
            self.beginInsertRows(QModelIndex(), 0, len(entries) - 1)
            self._entries = entries
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.name
        if role == NodeRole:
            return entry
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{entry.name}, {entry.state}"
        return None

    def place_of(self, key: str) -> QModelIndex:
        """The row of a key; invalid where it is not shown."""
        for row, entry in enumerate(self._entries):
            if entry.key == key:
                return self.index(row)
        return QModelIndex()


class _NodeDelegate(QStyledItemDelegate):
    """Name at the left, wrapped; state with its sign at the right; a head above the first of a group."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        entry = index.data(NodeRole)
        metrics = self._look.metrics
        if not isinstance(entry, NodeEntry):
            return QSize()
        width = self._view.viewport().width()
        room = width - self._state_width(entry) - 2 * self._air - metrics.space("s")
        measure = metrics.measure("small_strong")
        box = QRectF(0, 0, max(room, metrics.units(6)), 1000)
        text = measure.boundingRect(box, int(Qt.TextFlag.TextWordWrap), entry.name)
        height = max(metrics.line("small"), round(text.height())) + 2 * metrics.units(0.7)
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
        entry = index.data(NodeRole)
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
        painter.drawText(words, int(flags), entry.name)
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


class NodeList(QListView):
    """The sets of questions; `chosen(key)` when the user goes to another one.

    `key_passed(event)` hands on the keys that answer a question, `pressed_enter()` goes over to it.
    """

    chosen = Signal(str)
    key_passed = Signal(object)
    pressed_enter = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._look = look
        self._is_told = True
        self.entries = NodeModel(self)
        self.setModel(self.entries)
        self.setItemDelegate(_NodeDelegate(look, self))
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        look.changed.connect(self.doItemsLayout)

    def show_entries(self, entries: tuple[NodeEntry, ...], current: str) -> None:
        """Shows the entries with one of them chosen, without a signal."""
        self._is_told = False
        self.entries.show_entries(entries)
        place = self.entries.place_of(current)
        if place != self.currentIndex():
            self.setCurrentIndex(place)
        self._is_told = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.pressed_enter.emit()
        elif Qt.Key.Key_1 <= key <= Qt.Key.Key_9 or key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.key_passed.emit(event)
        else:
            super().keyPressEvent(event)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        entry = current.data(NodeRole)
        if self._is_told and isinstance(entry, NodeEntry):
            self.chosen.emit(entry.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.doItemsLayout()
