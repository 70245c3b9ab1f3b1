"""What a style sheet cannot say: ticks, arrows, sliders and splitters, painted over Fusion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QProxyStyle, QStyle, QStyleOptionSlider

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor
    from PySide6.QtWidgets import QStyleHintReturn, QStyleOption, QStyleOptionComplex, QWidget

    from desktop.look.look import Look

_STATE = QStyle.StateFlag
_PART = QStyle.PrimitiveElement
_ARROWS = {
    _PART.PE_IndicatorArrowDown: (0.0, 1.0),
    _PART.PE_IndicatorSpinDown: (0.0, 1.0),
    _PART.PE_IndicatorArrowUp: (0.0, -1.0),
    _PART.PE_IndicatorSpinUp: (0.0, -1.0),
    _PART.PE_IndicatorArrowRight: (1.0, 0.0),
    _PART.PE_IndicatorArrowLeft: (-1.0, 0.0),
}


class LookStyle(QProxyStyle):
    """Fusion with flat check boxes, radio buttons, arrows, sliders and splitters in the look's colours."""

    def __init__(self, look: Look) -> None:
        super().__init__("Fusion")
        self._look = look
        self._painters: dict[QStyle.PrimitiveElement, Callable[[QPainter, QStyleOption], None]] = {
            _PART.PE_IndicatorCheckBox: self._paint_check,
            _PART.PE_IndicatorItemViewItemCheck: self._paint_check,
            _PART.PE_IndicatorRadioButton: self._paint_radio,
            _PART.PE_IndicatorMenuCheckMark: self._paint_menu_tick,
        }
        self._sizes = self._measure()

    def restyle(self) -> None:
        """Takes the sizes anew after the font has changed."""
        self._sizes = self._measure()

    def _measure(self) -> dict[QStyle.PixelMetric, int]:
        metrics, metric = self._look.metrics, QStyle.PixelMetric
        check, grip = metrics.units(1.9), metrics.units(2)
        return {
            metric.PM_IndicatorWidth: check,
            metric.PM_IndicatorHeight: check,
            metric.PM_ExclusiveIndicatorWidth: check,
            metric.PM_ExclusiveIndicatorHeight: check,
            metric.PM_CheckBoxLabelSpacing: metrics.space("s"),
            metric.PM_RadioButtonLabelSpacing: metrics.space("s"),
            metric.PM_SliderThickness: metrics.units(2.5),
            metric.PM_SliderControlThickness: grip,
            metric.PM_SliderLength: grip,
            metric.PM_SplitterWidth: max(7, metrics.units(0.9)),
            metric.PM_SmallIconSize: metrics.icon,
            metric.PM_ButtonIconSize: metrics.icon,
            metric.PM_MenuBarPanelWidth: 0,
            metric.PM_ButtonShiftHorizontal: 0,
            metric.PM_ButtonShiftVertical: 0,
            metric.PM_ScrollView_ScrollBarSpacing: 0,
        }

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        size = self._sizes.get(metric)
        return super().pixelMetric(metric, option, widget) if size is None else size

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        data: QStyleHintReturn | None = None,
    ) -> int:
        if hint in (QStyle.StyleHint.SH_EtchDisabledText, QStyle.StyleHint.SH_DitherDisabledText):
            return 0
        return super().styleHint(hint, option, widget, data)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == _PART.PE_FrameFocusRect:
            return  # the focus ring and the delegates draw it where it can be seen
        paint = self._painters.get(element)
        if paint is not None:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint(painter, option)
            painter.restore()
        elif element in _ARROWS:
            self._paint_arrow(painter, option, _ARROWS[element])
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element != QStyle.ControlElement.CE_Splitter:
            super().drawControl(element, option, painter, widget)
            return
        rect = QRect(option.rect)
        line = round(self._look.metrics.stroke(1))
        if option.state & _STATE.State_Horizontal:
            rect = QRect(rect.center().x(), rect.top(), line, rect.height())
        else:
            rect = QRect(rect.left(), rect.center().y(), rect.width(), line)
        is_hot = bool(option.state & _STATE.State_MouseOver)
        painter.fillRect(rect, self._look.colour("line_strong" if is_hot else "line"))

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == QStyle.ComplexControl.CC_Slider and isinstance(option, QStyleOptionSlider):
            self._paint_slider(painter, option, widget)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def _ink(self, option: QStyleOption, name: str) -> QColor:
        is_enabled = bool(option.state & _STATE.State_Enabled)
        return self._look.colour(name) if is_enabled else self._look.theme.faded("text_muted", 0.45)

    def _paint_check(self, painter: QPainter, option: QStyleOption) -> None:
        edge = self._look.metrics.units(1.9)
        box = QRectF(0, 0, edge - 1, edge - 1)
        box.moveCenter(QRectF(option.rect).center())
        is_on = bool(option.state & _STATE.State_On)
        is_partial = bool(option.state & _STATE.State_NoChange)
        fill = self._ink(option, "accent") if is_on or is_partial else self._look.colour("surface")
        border = "text_muted" if option.state & _STATE.State_Selected else "line_strong"
        painter.setBrush(fill)
        painter.setPen(QPen(fill if is_on or is_partial else self._ink(option, border), 1))
        painter.drawRoundedRect(box, edge * 0.14, edge * 0.14)
        painter.setPen(self._tick_pen("accent_text", edge))
        if is_partial:
            middle = box.center().y()
            painter.drawLine(
                QPointF(box.left() + edge * 0.25, middle), QPointF(box.right() - edge * 0.25, middle)
            )
        elif is_on:
            painter.drawPolyline(_tick(box))

    def _paint_radio(self, painter: QPainter, option: QStyleOption) -> None:
        edge = self._look.metrics.units(1.9)
        box = QRectF(0, 0, edge - 1, edge - 1)
        box.moveCenter(QRectF(option.rect).center())
        is_on = bool(option.state & _STATE.State_On)
        painter.setBrush(self._look.colour("surface"))
        painter.setPen(QPen(self._ink(option, "accent" if is_on else "line_strong"), 1.6 if is_on else 1))
        painter.drawEllipse(box)
        if is_on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._ink(option, "accent"))
            painter.drawEllipse(box.center(), edge * 0.24, edge * 0.24)

    def _paint_menu_tick(self, painter: QPainter, option: QStyleOption) -> None:
        edge = self._look.metrics.units(1.6)
        box = QRectF(0, 0, edge, edge)
        box.moveCenter(QRectF(option.rect).center())
        painter.setPen(self._tick_pen("text", edge))
        painter.drawPolyline(_tick(box))

    def _tick_pen(self, name: str, edge: float) -> QPen:
        pen = QPen(self._look.colour(name), edge * 0.12)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        return pen

    def _paint_arrow(self, painter: QPainter, option: QStyleOption, way: tuple[float, float]) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._ink(option, "text_muted"), self._look.metrics.stroke(1.4)))
        size, centre = self._look.metrics.unit * 0.4, QRectF(option.rect).center()
        tip = centre + QPointF(*way) * (size / 2)
        side, back = QPointF(way[1], way[0]) * size, QPointF(*way) * size
        painter.drawPolyline(QPolygonF([tip - back - side, tip, tip - back + side]))
        painter.restore()

    def _paint_slider(self, painter: QPainter, option: QStyleOptionSlider, widget: QWidget | None) -> None:
        part = QStyle.SubControl
        handle = QRectF(self._slider_rect(option, part.SC_SliderHandle, widget))
        groove = QRectF(self._slider_rect(option, part.SC_SliderGroove, widget))
        metrics, centre = self._look.metrics, handle.center()
        thin, thick = metrics.stroke(3), metrics.stroke(5)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        is_flat = option.orientation == Qt.Orientation.Horizontal
        first, last = _groove_ends(groove, centre, is_flat=is_flat)
        low, high = (last, first) if option.upsideDown else (first, last)
        painter.setPen(_groove_pen(self._ink(option, "line_strong"), thin))
        painter.drawLine(centre, high)
        painter.setPen(_groove_pen(self._ink(option, "accent"), thick))
        painter.drawLine(low, centre)
        painter.setBrush(self._look.colour("surface"))
        rim = metrics.stroke(2.4)
        painter.setPen(QPen(self._ink(option, "accent"), rim))
        radius = metrics.unit - rim / 2
        painter.drawEllipse(centre, radius, radius)
        painter.restore()

    def _slider_rect(
        self, option: QStyleOptionSlider, part: QStyle.SubControl, widget: QWidget | None
    ) -> QRect:
        return super().subControlRect(QStyle.ComplexControl.CC_Slider, option, part, widget)  # type: ignore[arg-type]


def _tick(box: QRectF) -> QPolygonF:
    places = ((0.24, 0.53), (0.43, 0.72), (0.77, 0.31))
    return QPolygonF([QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in places])


def _groove_ends(groove: QRectF, centre: QPointF, *, is_flat: bool) -> tuple[QPointF, QPointF]:
    if is_flat:
        return QPointF(groove.left() + 2, centre.y()), QPointF(groove.right() - 2, centre.y())
    return QPointF(centre.x(), groove.top() + 2), QPointF(centre.x(), groove.bottom() - 2)


def _groove_pen(colour: QColor, width: float) -> QPen:
    pen = QPen(colour, width)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    return pen
