"""The ring around whatever has the keyboard, drawn over any widget without moving it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QFocusFrame,
    QLineEdit,
    QTabBar,
    QWidget,
)
from shiboken6 import isValid

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QPaintEvent

    from desktop.look.look import Look

_OWN_MARK = (QLineEdit, QAbstractSpinBox, QComboBox, QAbstractItemView, QAbstractScrollArea, QTabBar)


def is_keyboard_reason(event: QFocusEvent, before: bool) -> bool:
    """Whether a widget that just got the keyboard marks itself; back in the window it stays as before."""
    reason, reasons = event.reason(), Qt.FocusReason
    if reason in (reasons.ActiveWindowFocusReason, reasons.PopupFocusReason, reasons.MenuBarFocusReason):
        return before
    return reason != reasons.MouseFocusReason


class FocusRing(QObject):
    """Two pixels of the focus colour around the focused widget; fields and item views mark themselves.

    Shown when the focus came by keyboard; a widget with the property `ownFocus` draws its own mark.
    """

    def __init__(self, look: Look, app: QApplication) -> None:
        super().__init__()
        self._look = look
        self._frame: _Frame | None = None
        app.focusChanged.connect(self._follow)

    def widget(self) -> QWidget | None:
        """The widget with the ring, None where there is none."""
        frame = self._living()
        return None if frame is None else frame.widget()

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        by_pointer = QApplication.mouseButtons() != Qt.MouseButton.NoButton
        frame = self._living()
        if new is None or by_pointer or isinstance(new, _OWN_MARK) or new.property("ownFocus"):
            if frame is not None:
                frame.setWidget(None)  # type: ignore[arg-type]
            return
        if frame is None:
            frame = self._frame = _Frame(self._look)
        frame.setWidget(new)

    def _living(self) -> _Frame | None:
        """The frame, unless it went with the dialog or panel in which it stood last."""
        return self._frame if self._frame is not None and isValid(self._frame) else None


class _Frame(QFocusFrame):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look

    def paintEvent(self, _event: QPaintEvent) -> None:
        width = self._look.metrics.stroke(2)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._look.colour("focus"), width))
        radius = self._look.metrics.units(0.6)
        inset = width / 2
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)
        painter.end()
