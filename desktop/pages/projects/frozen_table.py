"""A table whose first columns stay where they are while the others scroll underneath."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionRange,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    Qt,
)
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView

from desktop.pages.projects.grouped_header import GroupedHeader

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.look.look import Look

Index = QModelIndex | QPersistentModelIndex


class TablePainter(Protocol):
    """Paints single cells of a table, ground and all."""

    def begin(self, current_row: int, *, is_block: bool) -> None:
        """Called before cells are painted; `is_block` where several cells are selected."""

    def paint(
        self, painter: QPainter, rect: QRectF, row: int, column: int, *, is_selected: bool, is_current: bool
    ) -> None:
        """Paints one cell."""


class FrozenTable(QTableView):
    """One view, one selection, one focus: the frozen columns are painted last, at the left edge.

    `frozen` counts logical columns from the first. Mouse, editors and scrolling find them where they
    are painted, since everything asks `indexAt` and `visualRect`.
    """

    def __init__(self, look: Look, frozen: int, painter: TablePainter) -> None:
        super().__init__()
        self._look = look
        self._frozen = frozen
        self.painter = painter
        self.grouped_header = GroupedHeader(look, frozen)
        self.setHorizontalHeader(self.grouped_header)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)

    @property
    def frozen_width(self) -> int:
        """The pixels at the left that never scroll."""
        return sum(self.columnWidth(column) for column in range(self._frozen))

    def is_frozen(self, column: int) -> bool:
        """Whether a column never scrolls."""
        return column < self._frozen

    def visualRect(self, index: Index) -> QRect:
        if not index.isValid() or not self.is_frozen(index.column()):
            return super().visualRect(index)
        left = sum(self.columnWidth(column) for column in range(index.column()))
        top, height = self.rowViewportPosition(index.row()), self.rowHeight(index.row())
        return QRect(left, top, self.columnWidth(index.column()), height)

    def indexAt(self, position: QPoint) -> QModelIndex:
        if position.x() >= self.frozen_width:
            return super().indexAt(position)
        row, right = self.rowAt(position.y()), 0
        for column in range(self._frozen):
            right += self.columnWidth(column)
            if position.x() < right and row >= 0:
                return self.model().index(row, column, self.rootIndex())
        return QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if self.is_frozen(index.column()):
            bar.setValue(before)
            return
        hidden = self.frozen_width - self.columnViewportPosition(index.column())
        if hidden > 0:
            bar.setValue(bar.value() - hidden)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        if dx:
            self.viewport().update()
            self.grouped_header.viewport().update()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()

    def dataChanged(self, top_left: Index, bottom_right: Index, roles: object = ()) -> None:
        super().dataChanged(top_left, bottom_right)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        dirty = event.rect()
        painter.fillRect(dirty, self._look.colour("surface"))
        edge, rows = self.frozen_width, self._rows_in(dirty)
        selected, current = self._selected(rows), self.currentIndex()
        self.painter.begin(current.row(), is_block=self.has_block())
        moving = [
            (place, self.columnViewportPosition(place), self.columnWidth(place))
            for place in range(self._frozen, self.grouped_header.count())
            if not self.isColumnHidden(place)
        ]
        left = max(dirty.left(), edge)
        painter.setClipRect(QRect(left, dirty.top(), dirty.right() + 1 - left, dirty.height()))
        shown = [span for span in moving if span[1] + span[2] > left and span[1] <= dirty.right()]
        self._paint_cells(painter, rows, shown, selected, current)
        if dirty.left() <= edge:
            painter.setClipRect(dirty)
            self._paint_cells(painter, rows, self._frozen_spans(), selected, current)
            width = round(self._look.metrics.stroke(2))
            below = self.rowViewportPosition(rows.stop - 1) + self.rowHeight(rows.stop - 1) if rows else 0
            painter.fillRect(
                edge - width, dirty.top(), width, below - dirty.top(), self._look.colour("line_strong")
            )
        painter.end()

    def has_block(self) -> bool:
        """Whether more than one cell is selected."""
        ranges = self._ranges()
        return len(ranges) > 1 or any(found.width() * found.height() > 1 for found in ranges)

    def _ranges(self) -> list[QItemSelectionRange]:
        # A selection is a list of ranges, which the stubs do not say.
        return list(cast("Iterable[QItemSelectionRange]", self.selectionModel().selection()))

    def _rows_in(self, dirty: QRect) -> range:
        first, last = self.rowAt(dirty.top()), self.rowAt(dirty.bottom())
        if first < 0:
            return range(0)
        return range(first, (last if last >= 0 else self.model().rowCount() - 1) + 1)

    def _frozen_spans(self) -> list[tuple[int, int, int]]:
        spans, left = [], 0
        for place in range(self._frozen):
            spans.append((place, left, self.columnWidth(place)))
            left += spans[-1][2]
        return spans

    def _selected(self, rows: range) -> set[tuple[int, int]]:
        found: set[tuple[int, int]] = set()
        for block in self._ranges():
            lines = range(max(block.top(), rows.start), min(block.bottom() + 1, rows.stop))
            columns = range(block.left(), block.right() + 1)
            found.update((row, column) for row in lines for column in columns)
        return found

    def _paint_cells(
        self, painter: QPainter, rows: range, spans: list[tuple[int, int, int]],
        selected: set[tuple[int, int]], current: Index,
    ) -> None:  # fmt: skip
        place_of_focus = (current.row(), current.column())
        for row in rows:
            top, height = self.rowViewportPosition(row), self.rowHeight(row)
            for column, left, width in spans:
                place = (row, column)
                rect = QRectF(left, top, width, height)
                self.painter.paint(
                    painter,
                    rect,
                    row,
                    column,
                    is_selected=place in selected,
                    is_current=place == place_of_focus,
                )

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """As a table moves, but Home and End go to the ends of the row, and with Ctrl of the table."""
        kinds = QAbstractItemView.CursorAction
        if action not in (kinds.MoveHome, kinds.MoveEnd) or self.model().rowCount() == 0:
            return super().moveCursor(action, modifiers)
        is_far = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        row = self.currentIndex().row()
        if is_far:
            row = 0 if action == kinds.MoveHome else self.model().rowCount() - 1
        shown = [c for c in range(self.model().columnCount()) if self._is_landing(row, c)]
        return self.model().index(row, shown[0 if action == kinds.MoveHome else -1])

    def _is_landing(self, row: int, column: int) -> bool:
        enabled = self.model().flags(self.model().index(row, column)) & Qt.ItemFlag.ItemIsEnabled
        return not self.isColumnHidden(column) and bool(enabled)
