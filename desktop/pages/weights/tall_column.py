"""A column of wrapped texts in a scroll area that scrolls only when it must."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desktop.look.look import Look


class TallColumn(QWidget):
    """A column within the room's margins; its height follows from its width alone."""

    def __init__(self, look: Look, widest: float) -> None:
        super().__init__()
        metrics = look.metrics
        side, air = metrics.space("xl"), metrics.space("m")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(side, air, side, air)
        self.column.setSpacing(air)
        self.setMaximumWidth(metrics.units(widest))
        self.setAutoFillBackground(False)

    def minimumSizeHint(self) -> QSize:
        # Wrapped labels ask for the height of their narrowest shape, and a scroll area would believe them.
        return QSize(super().minimumSizeHint().width(), 0)


def within(row: QHBoxLayout, widest: int) -> QHBoxLayout:
    """A row that ends where the column above it ends, however wide the room is."""
    holder = QWidget()
    holder.setLayout(row)
    holder.setMaximumWidth(widest)
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(0)
    line.addWidget(holder, 1000)
    line.addStretch(1)
    return line


def scrolled(inside: TallColumn) -> QScrollArea:
    """The column in a scroll area without a frame."""
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.viewport().setAutoFillBackground(False)
    return area
