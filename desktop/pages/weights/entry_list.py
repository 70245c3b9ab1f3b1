"""A list of entries with one chosen, whose rows can be put into another order by pointer or keys."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy

from desktop.look.look import Look
from desktop.pages.weights.entry_model import Entry, EntryModel, EntryRole, Index

_MOVING = (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)


class EntryList(QListView):
    """`chosen(key)` when the user goes to another row; it is as tall as its rows where there is room.

    A movable list tells `step_asked(key, -1 or 1)` for Ctrl or Alt with an arrow, and
    `dropped(key, row, is_on)` for a row let go before another one, or on it.
    """

    chosen = Signal(str)
    step_asked = Signal(str, int)
    dropped = Signal(str, int, bool)

    def __init__(self, look: Look, name: str, *, is_movable: bool = False, least_rows: int = 2) -> None:
        super().__init__()
        self._look = look
        #: How many rows stay in view however little room there is.
        self._least_rows = least_rows
        self._is_told = True
        self.entries = EntryModel(self, is_movable=is_movable)
        self.setModel(self.entries)
        self.setAccessibleName(name)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        if is_movable:
            self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
            self.setDropIndicatorShown(True)
        look.changed.connect(self.doItemsLayout)

    def show_entries(self, entries: tuple[Entry, ...], current: str) -> None:
        """Shows the entries with one of them chosen, without a signal."""
        self._is_told = False
        before = [entry.name for entry in self.entries.entries]
        self.entries.show_entries(entries)
        if [entry.name for entry in entries] != before:
            self.doItemsLayout()
            self.updateGeometry()
        place = self.entries.place_of(current)
        if place != self.currentIndex():
            self.setCurrentIndex(place)
        self._is_told = True

    @property
    def current(self) -> str:
        """The key of the chosen row, empty where there is none."""
        entry = self.currentIndex().data(EntryRole)
        return "" if entry is None else str(entry.key)

    def sizeHint(self) -> QSize:
        rows = range(self.entries.rowCount())
        return QSize(super().sizeHint().width(), sum(self.sizeHintForRow(row) for row in rows) + 2)

    def minimumSizeHint(self) -> QSize:
        rows = range(min(self.entries.rowCount(), self._least_rows))
        least = min(sum(self.sizeHintForRow(row) for row in rows), self._look.metrics.units(24))
        return QSize(super().minimumSizeHint().width(), least + 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()), 0)
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if step and held in _MOVING and self.dragEnabled():
            self.step_asked.emit(self.current, step)
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Tells where a row was let go; the study decides what is shown then."""
        where = self.dropIndicatorPosition()
        row = self.indexAt(event.position().toPoint()).row()
        spots = QAbstractItemView.DropIndicatorPosition
        self.setState(QAbstractItemView.State.NoState)
        self.viewport().update()
        event.acceptProposedAction()
        if where == spots.OnViewport or row < 0:
            row = self.entries.rowCount()
        elif where == spots.BelowItem:
            row += 1
        self.dropped.emit(self.current, row, where == spots.OnItem)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        entry = current.data(EntryRole)
        if self._is_told and entry is not None:
            self.chosen.emit(entry.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.doItemsLayout()
            self.updateGeometry()
        self.scrollTo(self.currentIndex())
