"""A row of exclusive choices: the shared behaviour of segments and tabs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QWidget,
)

from desktop.look.focus_ring import is_keyboard_reason

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QEnterEvent, QFocusEvent
    from PySide6.QtWidgets import QLayoutItem

    from desktop.look.look import Look


class Choice(QAbstractButton):
    """One part of a row; subclasses paint it. Arrow keys move along the row, as Qt's button groups do."""

    def __init__(self, look: Look, key: str, text: str, *, is_first: bool, is_last: bool) -> None:
        super().__init__()
        self.look = look
        self.key = key
        self.is_first = is_first
        self.is_last = is_last
        self.setText(text)
        self._is_by_keys = False
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        self.setProperty("ownFocus", True)

    def sizeHint(self) -> QSize:
        metrics = self.look.metrics
        width = metrics.width(self.text(), "strong") + 2 * metrics.space("m")
        return QSize(round(width) + 1, metrics.control)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._is_by_keys = is_keyboard_reason(event, self._is_by_keys)
        super().focusInEvent(event)

    def paint_focus(self, painter: QPainter) -> None:
        """The ring, inside the part because its neighbours leave no room outside."""
        if self.hasFocus() and self._is_by_keys:
            width = self.look.metrics.stroke(2)
            painter.setPen(QPen(self.look.colour("focus"), width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            inset, radius = width / 2 + 1, self.look.metrics.units(0.4)
            box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(box, radius, radius)

    @property
    def ink(self) -> str:
        """The colour name of the words, by state."""
        return "text" if self.isChecked() or self.underMouse() else "text_muted"


class ChoiceRow(QWidget):
    """Exclusive choices side by side; `chosen` tells the key when the user, not the program, chooses."""

    chosen = Signal(str)
    part: type[Choice] = Choice

    def __init__(self, look: Look, name: str, options: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self._look = look
        self._buttons: dict[str, Choice] = {}
        self._group = QButtonGroup(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group.buttonClicked.connect(self._tell)
        look.changed.connect(self._restyle)
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Shows these (key, text) choices and keeps the current key where it still exists."""
        if [(key, button.text()) for key, button in self._buttons.items()] == list(options):
            return
        kept = self.current
        for button in self._buttons.values():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.deleteLater()
        self._buttons = {}
        for place, (key, text) in enumerate(options):
            button = self.part(self._look, key, text, is_first=place == 0, is_last=place == len(options) - 1)
            self._buttons[key] = button
            self._group.addButton(button)
            self._row.addWidget(button)
        if options:
            self.set_current(kept if kept in self._buttons else options[0][0])

    @property
    def current(self) -> str:
        """The key chosen now; empty when there are no options."""
        return next((key for key, button in self._buttons.items() if button.isChecked()), "")

    def set_current(self, key: str) -> None:
        """Chooses without a signal; KeyError for a key that is not offered."""
        self._buttons[key].setChecked(True)
        self.update()

    def set_text(self, key: str, text: str) -> None:
        """Renames a choice."""
        self._buttons[key].setText(text)
        self._buttons[key].setAccessibleName(text)
        self._buttons[key].updateGeometry()

    def button(self, key: str) -> QAbstractButton:
        """The part of the row for `key`, for tooltips and tests."""
        return self._buttons[key]

    def _tell(self, button: QAbstractButton) -> None:
        if isinstance(button, Choice):
            self.chosen.emit(button.key)

    def _restyle(self) -> None:
        for button in self._buttons.values():
            button.updateGeometry()
        self.update()


def clear_layout(item: QLayoutItem) -> None:
    """Deletes the widget, or all that a nested layout holds, of an item taken from a layout."""
    widget, layout = item.widget(), item.layout()
    if widget is not None:
        widget.hide()
        widget.deleteLater()
    elif layout is not None:
        while layout.count():
            child = layout.takeAt(0)
            if child is not None:
                clear_layout(child)
