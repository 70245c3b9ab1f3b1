"""Paints the cells of the table of projects: words, figures, screening marks, the hatch of a gap."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen

from desktop.look.state_marks import paint_missing, paint_state
from desktop.pages.projects.cell_views import CellView
from desktop.pages.projects.wrapped_text import paint_wrapped

if TYPE_CHECKING:
    from desktop.look.look import Look
    from desktop.pages.projects.columns import Column
    from desktop.pages.projects.project_filter import ProjectFilter
    from desktop.pages.projects.project_model import ProjectModel

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_COLOURS = ("surface", "selection", "hover", "grid", "line", "text", "text_muted", "focus", "attention_quiet")


class CellPainter:
    """Paints a cell of the filtered table; colours and sizes are looked up once for each look."""

    def __init__(self, look: Look, model: ProjectModel, rows: ProjectFilter) -> None:
        self._look = look
        self._model = model
        self._rows = rows
        self._current_row = -1
        self._is_block = False
        self._sources: dict[int, int] = {}
        self._colours: dict[str, QColor] = {}
        self._font = QFont()
        self._side = 0
        self._gap = 0.0
        look.changed.connect(self._forget)

    def begin(self, current_row: int, *, is_block: bool) -> None:
        """See TablePainter."""
        self._current_row, self._is_block = current_row, is_block
        self._sources.clear()
        if not self._colours:
            self._colours = {name: self._look.colour(name) for name in _COLOURS}
            self._font = self._look.font("small")
            self._side = self._look.metrics.units(0.6)
            self._gap = self._look.metrics.width(" ", "small")

    def _forget(self) -> None:
        self._colours = {}

    def paint(
        self, painter: QPainter, rect: QRectF, row: int, column: int, *, is_selected: bool, is_current: bool
    ) -> None:
        """See TablePainter."""
        if row not in self._sources:
            self._sources[row] = self._rows.mapToSource(self._rows.index(row, 0)).row()
        kind = self._model.columns[column]
        painter.fillRect(rect, self._ground(kind, row, is_selected=is_selected))
        if kind.kind != "strip":
            self._paint_view(painter, rect, kind, self._model.view(self._sources[row], column))
        if kind.is_first:
            painter.fillRect(QRectF(rect.left(), rect.top(), 1, rect.height()), self._colours["line"])
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), self._colours["grid"])
        if row == self._current_row and self._look.theme.name == "contrast":
            self._paint_row_edges(painter, rect)
        if is_current:
            self._paint_frame(painter, rect)

    def _paint_row_edges(self, painter: QPainter, rect: QRectF) -> None:
        """Lines above and below the current row, where its ground hardly differs from the others."""
        width = self._look.metrics.stroke(2)
        for top in (rect.top(), rect.bottom() - width):
            painter.fillRect(QRectF(rect.left(), top, rect.width(), width), self._colours["focus"])

    def _paint_view(self, painter: QPainter, rect: QRectF, column: Column, view: CellView) -> None:
        inner = rect.adjusted(self._side, 0, -self._side, 0)
        if view.is_missing:
            paint_missing(painter, rect.adjusted(0, 0, -1, -1), self._look.theme)
        if column.is_numeric:
            self._paint_figure(painter, inner, view)
        elif column.kind == "state":
            self._paint_state(painter, inner, view)
        elif view.text:
            ink = self._colours["text_muted" if column.kind == "id" else "text"]
            mark = (self._rows.needle, self._colours["attention_quiet"])
            paint_wrapped(painter, inner, view.text, self._font, ink, mark)

    def _ground(self, column: Column, row: int, *, is_selected: bool) -> QColor:
        if column.kind == "strip":
            return self._look.theme.premise(column.role, "tint")
        if is_selected:
            return self._colours["selection"]
        if row == self._current_row:
            return self._colours["hover" if self._is_block else "selection"]
        return self._colours["surface"]

    def _paint_figure(self, painter: QPainter, inner: QRectF, view: CellView) -> None:
        painter.setFont(self._font)
        if view.muted:
            painter.setPen(self._colours["text_muted"])
            used = painter.boundingRect(inner, _RIGHT, view.muted)
            painter.drawText(inner, _RIGHT, view.muted)
            inner.setRight(used.left() - self._gap)
        painter.setPen(self._colours["text"])
        painter.drawText(inner, _RIGHT, view.text)

    def _paint_state(self, painter: QPainter, inner: QRectF, view: CellView) -> None:
        metrics = self._look.metrics
        size = metrics.units(1.75)
        paint_state(
            painter, QPointF(inner.left() + size / 2, inner.center().y()), size, view.state, self._look.theme
        )
        painter.setFont(self._font)
        painter.setPen(self._colours["text"])
        inner.setLeft(inner.left() + size + metrics.space("xs"))
        painter.drawText(inner, _LEFT, view.text)

    def _paint_frame(self, painter: QPainter, rect: QRectF) -> None:
        width = self._look.metrics.stroke(2)
        pen = QPen(self._colours["focus"], width)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(width / 2, width / 2, -width / 2, -width / 2))
