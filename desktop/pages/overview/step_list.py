"""The steps as a list of rows that lead to their rooms."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.pages.overview.steps import StepRow

#: By severity; what is not computed yet has no sign.
_ICONS = {"done": ("tick", "success"), "attention": ("warning", "attention"), "todo": ("todo", "text_muted")}


class StepList(QWidget):
    """One button for each step."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._buttons: list[StepButton] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_rows(self, rows: tuple[StepRow, ...]) -> None:
        """Brings the buttons in line with the steps."""
        while len(self._buttons) < len(rows):
            button = StepButton(self._look)
            button.clicked.connect(partial(self._choose, len(self._buttons)))
            self._buttons.append(button)
            self._column.addWidget(button)
        for button, row in zip(self._buttons, rows, strict=True):
            button.show_row(row)

    def _choose(self, place: int, _checked: bool = False) -> None:
        row = self._buttons[place].row
        if row is not None:
            self.chosen.emit(row.room)


class StepButton(QAbstractButton):
    """Sign, name and sentence of one step, its state at the right."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.row: StepRow | None = None
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)

    def show_row(self, row: StepRow) -> None:
        """Shows a step."""
        self.row = row
        self.setText(row.name)
        self.setToolTip(row.sentence)
        self.setAccessibleName(f"{row.name}: {row.sentence}. {row.state}")
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines with air."""
        metrics = self._look.metrics
        return QSize(metrics.units(40), metrics.line("strong") + metrics.line("small") + metrics.units(2))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the row."""
        if self.row is None:
            return
        look, metrics, row = self._look, self._look.metrics, self.row
        painter = QPainter(self)
        if self.underMouse():
            painter.fillRect(self.rect(), look.colour("hover"))
        side, first, second = metrics.units(2), metrics.line("strong"), metrics.line("small")
        top = (self.height() - first - second) // 2
        if row.severity in _ICONS:
            icon, colour = _ICONS[row.severity]
            look.paint_icon(painter, QRect(0, top + (first - side) // 2, side, side), icon, colour)
        left = metrics.units(3.5)
        painter.setFont(look.font("small_strong" if row.severity == "attention" else "small"))
        painter.setPen(look.colour("attention" if row.severity == "attention" else "text_muted"))
        state_width = painter.fontMetrics().horizontalAdvance(row.state) + metrics.space("s")
        edge = QRect(self.width() - state_width, top, state_width, first)
        painter.drawText(edge, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.state)
        painter.setFont(look.font("strong"))
        painter.setPen(look.colour("text"))
        name = QRect(left, top, self.width() - left - state_width, first)
        painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, row.name)
        painter.setFont(look.font("small"))
        painter.setPen(look.colour("text_muted"))
        room = self.width() - left
        shown = painter.fontMetrics().elidedText(row.sentence, Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRect(left, top + first, room, second), Qt.AlignmentFlag.AlignVCenter, shown)
        painter.fillRect(QRect(0, self.height() - 1, self.width(), 1), look.colour("line"))
