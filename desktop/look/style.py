"""What a style sheet cannot say: ticks, arrows, sliders, drop-downs and splitters, painted over Fusion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QProxyStyle, QStyle, QStyledItemDelegate, QStyleOptionSlider

from desktop.look.field_painter import paint_chevron, paint_combo_box, paint_spin_box
from desktop.look.sign_painter import CHECK, paint_check, paint_menu_tick, paint_radio, paint_slider

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPalette
    from PySide6.QtWidgets import QApplication, QStyleHintReturn, QStyleOption, QStyleOptionComplex, QWidget

    from desktop.look.look import Look

_STATE = QStyle.StateFlag
_PART = QStyle.PrimitiveElement
_COMPLEX = QStyle.ComplexControl
_SIGNS: dict[QStyle.PrimitiveElement, Callable[[QPainter, QStyleOption, Look], None]] = {
    _PART.PE_IndicatorCheckBox: paint_check,
    _PART.PE_IndicatorItemViewItemCheck: paint_check,
    _PART.PE_IndicatorRadioButton: paint_radio,
    _PART.PE_IndicatorMenuCheckMark: paint_menu_tick,
}
_ARROWS = {
    _PART.PE_IndicatorArrowDown: (0.0, 1.0),
    _PART.PE_IndicatorArrowUp: (0.0, -1.0),
    _PART.PE_IndicatorArrowRight: (1.0, 0.0),
    _PART.PE_IndicatorArrowLeft: (-1.0, 0.0),
}
# The focus ring and the delegates draw focus where it can be seen; tabs have no base line of their own.
_UNPAINTED = (_PART.PE_FrameFocusRect, _PART.PE_FrameTabBarBase)


class LookStyle(QProxyStyle):
    """Fusion with flat check boxes, radio buttons, arrows, sliders, drop-downs and splitters."""

    def __init__(self, look: Look) -> None:
        super().__init__("Fusion")
        self._look = look
        self._sizes = self._measure()

    def restyle(self) -> None:
        """Takes the sizes anew after the font has changed."""
        self._sizes = self._measure()

    def _measure(self) -> dict[QStyle.PixelMetric, int]:
        metrics, metric = self._look.metrics, QStyle.PixelMetric
        check, grip = metrics.units(CHECK), metrics.units(2)
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
            metric.PM_FocusFrameHMargin: round(metrics.stroke(2)) + 1,
            metric.PM_FocusFrameVMargin: round(metrics.stroke(2)) + 1,
            metric.PM_MenuBarPanelWidth: 0,
            metric.PM_ButtonShiftHorizontal: 0,
            metric.PM_ButtonShiftVertical: 0,
            metric.PM_ScrollView_ScrollBarSpacing: 0,
        }

    def polish(self, target: QWidget | QPalette | QApplication) -> None:  # type: ignore[override]
        super().polish(target)
        if isinstance(target, QComboBox) and not isinstance(target.itemDelegate(), QStyledItemDelegate):
            # Qt gives the list of a drop-down a delegate that ignores the style sheet's row height.
            target.setItemDelegate(QStyledItemDelegate(target))

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
        if hint == QStyle.StyleHint.SH_ComboBox_Popup:
            return 0  # a list under the field, with scroll bars, also on macOS
        return super().styleHint(hint, option, widget, data)

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        made = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        if kind in (QStyle.ContentsType.CT_ComboBox, QStyle.ContentsType.CT_SpinBox):
            made = QSize(made.width() + self._look.metrics.space("m"), self._look.metrics.control)
        return made

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        is_text = (control == _COMPLEX.CC_ComboBox and part == QStyle.SubControl.SC_ComboBoxEditField) or (
            control == _COMPLEX.CC_SpinBox and part == QStyle.SubControl.SC_SpinBoxEditField
        )
        if is_text:
            metrics = self._look.metrics
            box = QRect(option.rect)
            return box.adjusted(metrics.space("s"), 2, -metrics.units(3), -2)
        return super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element in _UNPAINTED:
            return
        if element in _SIGNS:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            _SIGNS[element](painter, option, self._look)
            painter.restore()
        elif element in _ARROWS:
            centre = QRectF(option.rect).center()
            is_enabled = bool(option.state & _STATE.State_Enabled)
            paint_chevron(painter, centre, self._look, way=_ARROWS[element], is_enabled=is_enabled)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == QStyle.ControlElement.CE_Splitter:
            self._paint_splitter(painter, option)
        elif element == QStyle.ControlElement.CE_MenuBarEmptyArea:
            box = QRectF(option.rect)
            line = self._look.metrics.stroke(1)
            painter.fillRect(box, self._look.colour("window"))
            painter.fillRect(
                QRectF(box.left(), box.bottom() - line, box.width(), line), self._look.colour("line")
            )
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == _COMPLEX.CC_Slider and isinstance(option, QStyleOptionSlider):
            handle = self.subControlRect(control, option, QStyle.SubControl.SC_SliderHandle, widget)
            groove = self.subControlRect(control, option, QStyle.SubControl.SC_SliderGroove, widget)
            paint_slider(painter, option, QRectF(handle), QRectF(groove), self._look)
        elif control == _COMPLEX.CC_ComboBox:
            paint_combo_box(painter, option, widget, self._look)
        elif control == _COMPLEX.CC_SpinBox:
            paint_spin_box(painter, option, widget, self._look)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def _paint_splitter(self, painter: QPainter, option: QStyleOption) -> None:
        box = QRect(option.rect)
        line = round(self._look.metrics.stroke(1))
        if option.state & _STATE.State_Horizontal:
            box = QRect(box.center().x(), box.top(), line, box.height())
        else:
            box = QRect(box.left(), box.center().y(), box.width(), line)
        is_hot = bool(option.state & _STATE.State_MouseOver)
        painter.fillRect(box, self._look.colour("line_strong" if is_hot else "line"))
