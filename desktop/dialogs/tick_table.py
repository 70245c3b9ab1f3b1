"""A list whose rows can be ticked: the tick stands in the first column, Space and clicks change it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionButton,
    QStyleOptionViewItem,
    QTableView,
)

from desktop.look.pencil import Pencil
from desktop.widgets.mark_delegate import CellDelegate, paint_frame, paint_ground

if TYPE_CHECKING:
    from PySide6.QtCore import QAbstractItemModel

    from desktop.look.look import Look

_CHECK = Qt.ItemDataRole.CheckStateRole


class TickDelegate(CellDelegate):
    """Paints the tick of a cell that has one; cells without look as those of other lists."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """See QStyledItemDelegate."""
        state = index.data(_CHECK)
        if state is None:
            super().paint(painter, option, index)
            return
        painter.save()
        pencil = Pencil(painter, self.look.theme, self.look.metrics)
        paint_ground(pencil, option)
        paint_frame(pencil, option)
        painter.restore()
        view = self.parent()
        if not isinstance(view, QTableView):
            return
        box = QStyleOptionButton()
        box.initFrom(view)
        edge = view.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth, None, view)
        box.rect = QRect(0, 0, edge, edge)
        box.rect.moveCenter(option.rect.center())
        is_ticked = Qt.CheckState(state) == Qt.CheckState.Checked
        flags = QStyle.StateFlag.State_On if is_ticked else QStyle.StateFlag.State_Off
        if index.flags() & Qt.ItemFlag.ItemIsUserCheckable:
            flags |= QStyle.StateFlag.State_Enabled
        box.state = flags
        view.style().drawPrimitive(QStyle.PrimitiveElement.PE_IndicatorCheckBox, box, painter, view)

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """A click anywhere in the cell changes the tick."""
        if not index.flags() & Qt.ItemFlag.ItemIsUserCheckable or index.data(_CHECK) is None:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease and isinstance(event, QMouseEvent):
            return _toggle(model, index)
        return event.type() == QEvent.Type.MouseButtonDblClick


class TickTable(QTableView):
    """A list with ticks in its first column; Space changes the tick of the row one stands on."""

    def __init__(self, look: Look, model: QAbstractTableModel, name: str, stretched: int) -> None:
        super().__init__()
        self._look = look
        self.setModel(model)
        self.setItemDelegate(TickDelegate(look, self, lines=2))
        self.setAccessibleName(name)
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
        look.changed.connect(self._restyle)
        self._restyle()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks the current row whichever column one stands in."""
        index = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and index.isValid():
            first = index.siblingAtColumn(0)
            if first.flags() & Qt.ItemFlag.ItemIsUserCheckable:
                _toggle(self.model(), first)
            return
        super().keyPressEvent(event)

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self._look.metrics.double_row)


def _toggle(model: QAbstractItemModel, index: QModelIndex | QPersistentModelIndex) -> bool:
    now = Qt.CheckState(index.data(_CHECK))
    after = Qt.CheckState.Unchecked if now == Qt.CheckState.Checked else Qt.CheckState.Checked
    return model.setData(index, after, _CHECK)
