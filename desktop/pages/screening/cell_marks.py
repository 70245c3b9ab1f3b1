"""The mark of a cell in the screening grid: state, borderline, undecided or waived."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from desktop.look.look import Look
from desktop.look.state_marks import paint_hatch, paint_state
from desktop.pages.screening.grid_rows import Mark


def paint_mark(painter: QPainter, rect: QRectF, mark: Mark, look: Look, ground: str) -> None:
    """Paints a mark into its cell; `ground` names the colour the cell already has."""
    theme, metrics = look.theme, look.metrics
    if mark.is_borderline:
        paint_borderline(painter, rect, look)
    edge = min(metrics.units(1.6), rect.width() - 4)
    if mark.is_unknown:
        _paint_unknown(painter, rect, look)
    elif mark.state:
        faint = 0.45 if mark.is_waived else 1.0
        paint_state(painter, rect.center(), edge, mark.state, theme, ground, faint)
    if mark.is_waived:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("text"), metrics.stroke(1.5)))
        reach = edge * 0.62
        painter.drawLine(rect.center() - QPointF(reach, 0), rect.center() + QPointF(reach, 0))
        painter.restore()


def paint_borderline(painter: QPainter, rect: QRectF, look: Look) -> None:
    """Paints the bar at the left of a cell that is decided within the uncertainty of a figure."""
    bar = QRectF(rect.left() + 1, rect.top() + 1, look.metrics.stroke(3), rect.height() - 3)
    painter.fillRect(bar, look.colour("attention"))


def _paint_unknown(painter: QPainter, rect: QRectF, look: Look) -> None:
    theme, metrics = look.theme, look.metrics
    stripe = theme.faded("attention", 0.3, "attention_quiet")
    inside = rect.adjusted(1, 0, 0, -1)
    paint_hatch(painter, inside, stripe, theme.colour("attention_quiet"), metrics.units(0.75))
    painter.setFont(metrics.font("small_strong"))
    painter.setPen(theme.colour("text"))
    painter.drawText(inside, Qt.AlignmentFlag.AlignCenter, "?")
