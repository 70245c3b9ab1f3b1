"""The rooms of the study, each with its state as a sign and a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import (
    QAbstractListModel,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from desktop.look.focus_ring import is_keyboard_reason
from desktop.widgets.planes import set_plane
from desktop.widgets.text import caption

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent

    from desktop.look.look import Look

WIDTH = 24
"""Units the sidebar is wide."""

_SIGNS = {"done": ("tick", "text_muted"), "attention": ("warning", "attention"), "error": ("error", "danger")}
Index = QModelIndex | QPersistentModelIndex


class Entry(msgspec.Struct, frozen=True):
    """A room: key, name, icon, state in a word or number, severity "", done, attention or error."""

    key: str
    text: str
    icon: str
    state: str = ""
    severity: str = ""
    tip: str = ""


class _Entries(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.entries: tuple[Entry, ...] = ()

    def show_entries(self, entries: tuple[Entry, ...]) -> None:
        if [entry.key for entry in entries] != [entry.key for entry in self.entries]:
            self.beginResetModel()
            self.entries = entries
            self.endResetModel()
        elif entries != self.entries:
            self.entries = entries
            self.dataChanged.emit(self.index(0), self.index(len(entries) - 1))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return entry.tip
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(word for word in (entry.text, entry.severity, entry.state) if word)
        return None


class _EntryDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, entries: _Entries, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self._entries = entries

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        metrics = self._look.metrics
        return QSize(metrics.units(WIDTH), metrics.units(4.25))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = self._entries.entries[index.row()]
        metrics, look = self._look.metrics, self._look
        rect: QRect = option.rect
        state = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        is_hot = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        if is_selected or is_hot:
            painter.fillRect(rect, look.colour("selection" if is_selected else "hover"))
        if is_selected:
            edge = metrics.stroke(3)
            painter.fillRect(QRectF(rect.left(), rect.top(), edge, rect.height()), look.colour("accent"))
        left = rect.left() + metrics.space("l")
        edge = metrics.icon
        box = QRect(left, rect.top() + (rect.height() - edge) // 2, edge, edge)
        look.paint_icon(painter, box, entry.icon, "accent" if is_selected else "text_muted")
        self._paint_words(painter, rect, left + edge + metrics.space("m"), entry, is_selected=is_selected)
        view = option.widget
        if state & QStyle.StateFlag.State_HasFocus and isinstance(view, _List) and view.is_by_keys:
            self._paint_ring(painter, rect)
        painter.restore()

    def _paint_words(
        self, painter: QPainter, rect: QRect, left: int, entry: Entry, *, is_selected: bool
    ) -> None:
        """Name and state; where both do not fit with a space between, they are written smaller."""
        metrics, look = self._look.metrics, self._look
        right = rect.right() - metrics.space("m")
        kind, state_kind = self._kinds(entry, right - left, is_selected=is_selected)
        end = right - self._state_width(entry, state_kind) - metrics.space("s")
        painter.setFont(look.font(kind))
        painter.setPen(look.colour("text"))
        words = QRect(left, rect.top(), end - left, rect.height())
        shown = metrics.measure(kind).elidedText(entry.text, Qt.TextElideMode.ElideRight, words.width() + 1)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        self._paint_state(painter, QRect(left, rect.top(), right - left, rect.height()), entry, state_kind)

    def _kinds(self, entry: Entry, room: int, *, is_selected: bool) -> tuple[str, str]:
        """The first kinds of text for name and state that leave a space between them."""
        metrics = self._look.metrics
        name = "strong" if is_selected else "body"
        state = "strong" if is_selected or entry.severity in ("attention", "error") else "body"
        for kinds in ((name, state), (name, "small")):
            wide = round(metrics.width(entry.text, kinds[0])) + self._state_width(entry, kinds[1])
            if wide + metrics.space("s") <= room:
                return kinds
        return "body", "small"

    def _state_width(self, entry: Entry, kind: str) -> int:
        metrics = self._look.metrics
        words = round(metrics.width(entry.state, kind)) + 1 if entry.state else 0
        sign = round(metrics.icon * 0.9) if entry.severity in _SIGNS else 0
        return words + sign + (metrics.space("xs") if words and sign else 0)

    def _paint_state(self, painter: QPainter, rect: QRect, entry: Entry, kind: str) -> None:
        metrics, look = self._look.metrics, self._look
        right = rect.right()
        icon, colour = _SIGNS.get(entry.severity, ("", "text_muted"))
        if entry.state:
            width = round(metrics.width(entry.state, kind)) + 1
            painter.setFont(look.font(kind))
            painter.setPen(look.colour(colour))
            box = QRect(right - width, rect.top(), width, rect.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, entry.state)
            right -= width + metrics.space("xs")
        if icon:
            edge = round(metrics.icon * 0.9)
            box = QRect(right - edge, rect.top() + (rect.height() - edge) // 2, edge, edge)
            look.paint_icon(painter, box, icon, colour)

    def _paint_ring(self, painter: QPainter, rect: QRect) -> None:
        width = self._look.metrics.stroke(2)
        pen = painter.pen()
        pen.setColor(self._look.colour("focus"))
        pen.setWidthF(width)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        half = width / 2
        painter.drawRect(QRectF(rect).adjusted(half, half, -half, -half))


class _List(QListView):
    """A list that is as tall as its rows, so that nothing scrolls while there is room."""

    is_by_keys = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.is_by_keys = is_keyboard_reason(event, self.is_by_keys)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.is_by_keys = True
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.is_by_keys = False
        super().mousePressEvent(event)

    def sizeHint(self) -> QSize:
        rows = self.model().rowCount()
        return QSize(super().sizeHint().width(), self.sizeHintForRow(0) * rows if rows else 0)


class Sidebar(QWidget):
    """The list of rooms and, at its foot, how the file stands; `chosen(key)` when the user goes to a room."""

    chosen = Signal(str)

    def __init__(self, look: Look, name: str = "") -> None:
        super().__init__()
        self._look = look
        self._model = _Entries()
        self.list = _List()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_EntryDelegate(look, self._model, self.list))
        self.list.setAccessibleName(name or self.tr("Rooms"))
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.viewport().setAutoFillBackground(False)
        set_plane(self.list, "window")
        self.list.selectionModel().currentChanged.connect(self._tell)
        self._footer = caption(look)
        self._holder = QVBoxLayout()
        self._holder.addWidget(self._footer)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self.list, 1)
        self._column.addLayout(self._holder)
        set_plane(self, "window")
        look.changed.connect(self._restyle)
        self._restyle()

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Shows these rooms; the chosen one stays chosen."""
        current = self.current
        self._model.show_entries(tuple(entries))
        if current:
            self.set_current(current)

    @property
    def current(self) -> str:
        """The key of the chosen room; empty before one is chosen."""
        row = self.list.currentIndex().row()
        return self._model.entries[row].key if 0 <= row < len(self._model.entries) else ""

    def set_current(self, key: str) -> None:
        """Chooses a room without a signal; a key that is not listed changes nothing."""
        selection = self.list.selectionModel()
        for row, entry in enumerate(self._model.entries):
            # A list that takes the keyboard makes its first row current without choosing it.
            if entry.key == key and not (
                key == self.current and selection.isSelected(self._model.index(row))
            ):
                was_blocked = self.blockSignals(True)
                selection.setCurrentIndex(
                    self._model.index(row), QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
                self.blockSignals(was_blocked)

    def set_footer(self, text: str) -> None:
        """The lines at the foot: when it was saved, which study it is."""
        self._footer.set_text(text)

    def _tell(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.chosen.emit(self._model.entries[current.row()].key)

    def _restyle(self) -> None:
        metrics = self._look.metrics
        self.setFixedWidth(metrics.units(WIDTH))
        self._column.setContentsMargins(0, metrics.space("s"), 0, 0)
        self._holder.setContentsMargins(*(metrics.space("l"),) * 4)
        self.list.doItemsLayout()
