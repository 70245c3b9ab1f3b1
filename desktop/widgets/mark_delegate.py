"""Cells of item views: wrapped titles, screening marks, hatched gaps, and a frame round the current cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.look.pencil import CENTRE, LEFT, RIGHT, Pencil
from desktop.look.state_marks import paint_missing, paint_state

if TYPE_CHECKING:
    from desktop.look.look import Look

_USER: Final = int(Qt.ItemDataRole.UserRole)
StateRole: Final = _USER + 101
"""A screening state such as "refer": its mark is painted before the text."""
MissingRole: Final = _USER + 102
"""True where a value is missing: the cell is hatched."""
MutedRole: Final = _USER + 103
"""True for ids, units and excluded rows: muted ink."""
StrongRole: Final = _USER + 104
"""True for the number that matters: semibold."""
PremiseRole: Final = _USER + 105
"""A premise's role, for ids in its deep colour."""
NoteRole: Final = _USER + 106
"""Further muted words after the text, such as the range "(3-5)"."""

_STATE = QStyle.StateFlag


class CellDelegate(QStyledItemDelegate):
    """Paints a cell by the roles above; text wraps to `lines` lines, `kind` is its type token."""

    def __init__(
        self, look: Look, parent: QWidget | None = None, *, kind: str = "small", lines: int = 2
    ) -> None:
        super().__init__(parent)
        self.look = look
        self.kind = kind
        self.lines = lines

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        metrics = self.look.metrics
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        note = str(index.data(NoteRole) or "")
        mark = metrics.units(2.1) if index.data(StateRole) else 0
        words = metrics.width(text, self._kind_of(index)) + (
            metrics.width(" " + note, self.kind) if note else 0
        )
        width = words + 2 * metrics.units(0.6) + mark + 4
        return QSize(round(width), metrics.double_row if self.lines > 1 else metrics.dense_row)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        pencil = Pencil(painter, self.look.theme, self.look.metrics)
        box = QRectF(option.rect)
        ground = paint_ground(pencil, option)
        if index.data(MissingRole):
            paint_missing(painter, box, self.look.theme)
        self._paint_words(pencil, box, index, ground)
        paint_frame(pencil, option)
        painter.restore()

    def _paint_words(
        self, pencil: Pencil, box: QRectF, index: QModelIndex | QPersistentModelIndex, ground: str
    ) -> None:
        metrics = self.look.metrics
        air = metrics.units(0.6)
        inner = box.adjusted(air, 0, -air, 0)
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        state = index.data(StateRole)
        if state:
            size = metrics.units(1.6)
            x = inner.left() + size / 2 if text else inner.center().x()
            paint_state(pencil.painter, QPointF(x, inner.center().y()), size, state, self.look.theme, ground)
            inner.setLeft(inner.left() + size + metrics.space("xs"))
        if not text:
            return
        role = index.data(PremiseRole)
        ink = self.look.theme.premise(role, "deep") if role else self.look.colour("text")
        if index.data(MutedRole):
            ink = self.look.colour("text_muted")
        kind = self._kind_of(index)
        note = str(index.data(NoteRole) or "")
        align = _alignment(index)
        if note:
            pencil.text(inner, note, self.kind, "text_muted", RIGHT)
            inner.setRight(inner.right() - metrics.width(" " + note, self.kind))
        if self.lines > 1 and align == LEFT:
            pencil.paragraph(inner, text, kind, ink, self.lines)
        else:
            pencil.paragraph(inner, text, kind, ink, 1, align)

    def _kind_of(self, index: QModelIndex | QPersistentModelIndex) -> str:
        if not index.data(StrongRole):
            return self.kind
        return "small_strong" if self.kind == "small" else "strong"


def paint_ground(pencil: Pencil, option: QStyleOptionViewItem) -> str:
    """The cell's ground and the line under its row; gives the ground's colour name."""
    box = QRectF(option.rect)
    is_current = bool(option.state & _STATE.State_HasFocus)
    is_selected = bool(option.state & _STATE.State_Selected) and not is_current
    is_hot = bool(option.state & _STATE.State_MouseOver)
    ground = "selection" if is_selected else "hover" if is_hot else "surface"
    if is_selected or is_hot or is_current:  # the view has already filled the selected row
        pencil.fill(box, ground)
    pencil.line(box.bottomLeft() - QPointF(0, 1), box.bottomRight() - QPointF(0, 1), "grid")
    if is_selected and pencil.theme.name == "contrast":
        paint_selected_edges(pencil, box)
    return ground


def paint_selected_edges(pencil: Pencil, box: QRectF) -> None:
    """Lines above and below a selected row, for the theme in which its ground alone is hard to see."""
    thick = pencil.metrics.stroke(2)
    for y in (box.top(), box.bottom() - thick):
        pencil.fill(QRectF(box.left(), y, box.width(), thick), "accent")


def paint_frame(pencil: Pencil, option: QStyleOptionViewItem) -> None:
    """The frame of the current cell while its view has the keyboard."""
    if option.state & _STATE.State_HasFocus:
        width = pencil.metrics.stroke(2)
        half = width / 2
        pencil.painter.setBrush(Qt.BrushStyle.NoBrush)
        pencil.painter.setPen(QPen(pencil.ink("focus"), width))
        pencil.painter.drawRect(QRectF(option.rect).adjusted(half, half, -half, -half))


def _alignment(index: QModelIndex | QPersistentModelIndex) -> Qt.AlignmentFlag:
    wanted = index.data(Qt.ItemDataRole.TextAlignmentRole)
    if wanted is None:
        return LEFT
    flag = Qt.AlignmentFlag(int(wanted))
    if flag & Qt.AlignmentFlag.AlignRight:
        return RIGHT
    return CENTRE if flag & Qt.AlignmentFlag.AlignHCenter else LEFT
