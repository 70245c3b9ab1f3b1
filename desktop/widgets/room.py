"""A room: its title, the sentence that says what is the case, its acts, its content and "Why?"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.widgets.planes import set_plane
from desktop.widgets.text import Rule, Text, caption, title

if TYPE_CHECKING:
    from desktop.look.look import Look
    from desktop.widgets.side_panel import SidePanel


class RoomHeader(QWidget):
    """Title and statement at the left, segments and buttons at the right."""

    def __init__(self, look: Look, text: str, statement: str = "") -> None:
        super().__init__()
        self._look = look
        self.title = title(look, text)
        self.statement = Text(look, statement, "body", "text_muted")
        self._actions = QHBoxLayout()
        self._row = QHBoxLayout()
        self._row.addWidget(self.title, 1)
        self._row.addLayout(self._actions)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        self._column.addWidget(self.statement)
        look.changed.connect(self._restyle)
        self._restyle()

    def set_title(self, text: str) -> None:
        """The room's name."""
        self.title.set_text(text)

    def set_statement(self, text: str) -> None:
        """One sentence that says what is the case, with a number in it."""
        self.statement.set_text(text)

    def add_action(self, widget: QWidget) -> None:
        """Adds a control at the right; the primary button comes last."""
        self._actions.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)

    def _restyle(self) -> None:
        metrics = self._look.metrics
        side, air = metrics.space("xl"), metrics.space("m")
        self._column.setContentsMargins(side, air, side, air)
        self._row.setSpacing(metrics.space("l"))
        self._column.setSpacing(metrics.space("xs") // 2)
        self._actions.setSpacing(metrics.space("s"))


class Room(QWidget):
    """The frame every page fills: header, tabs, content within the margins, side panel at the right."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__()
        self._look = look
        self._inset: list[QHBoxLayout] = []
        self._starts_bleeding = False
        self.header = RoomHeader(look, text)
        self._tabs = QHBoxLayout()
        self._tabs.setContentsMargins(0, 0, 0, 0)
        self._notices = QVBoxLayout()
        self._rule = Rule(look)
        self.body = QVBoxLayout()
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(self._tabs)
        column.addWidget(self._rule)
        column.addLayout(self._notices)
        column.addLayout(self.body, 1)
        self._columns = QHBoxLayout(self)
        self._columns.setContentsMargins(0, 0, 0, 0)
        self._columns.setSpacing(0)
        self._columns.addLayout(column, 1)
        set_plane(self, "surface")
        look.changed.connect(self._restyle)
        self._restyle()

    def add(self, widget: QWidget, stretch: int = 0, *, bleeds: bool = False) -> None:
        """Adds a widget under the last one; `bleeds` lets a full-width table touch the room's edges."""
        if not self.body.count():
            self._starts_bleeding = bleeds
            self._restyle()
        if bleeds:
            self.body.addWidget(widget, stretch)
            return
        row = self._inset_row()
        row.addWidget(widget)
        self.body.addLayout(row, stretch)

    def set_tabs(self, tabs: QWidget, right: QWidget | None = None) -> None:
        """Puts a row of tabs under the header, with another control at its right end."""
        self._tabs.addWidget(tabs, 0, Qt.AlignmentFlag.AlignBottom)
        self._tabs.addStretch(1)
        if right is not None:
            self._tabs.addWidget(right, 0, Qt.AlignmentFlag.AlignVCenter)
        self._restyle()

    def set_side_panel(self, panel: SidePanel) -> None:
        """Puts the panel that explains the selected thing at the right edge."""
        self._columns.addWidget(panel)

    def set_notice(self, notice: QWidget) -> None:
        """Puts a notice line between the header and the content."""
        self._notices.addWidget(notice)

    def _inset_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        side = self._look.metrics.space("xl")
        row.setContentsMargins(side, 0, side, 0)
        self._inset.append(row)
        return row

    def _restyle(self) -> None:
        metrics = self._look.metrics
        side = metrics.space("xl")
        for row in self._inset:
            row.setContentsMargins(side, 0, side, 0)
        self.body.setSpacing(metrics.space("l"))
        self.body.setContentsMargins(0, 0 if self._starts_bleeding else metrics.space("l"), 0, 0)
        # A tab's word begins at the room's margin, not its box.
        self._tabs.setContentsMargins(side - metrics.units(0.5) if self._tabs.count() else 0, 0, side, 0)


def part(look: Look, heading: str, unit: str = "") -> tuple[QWidget, QVBoxLayout]:
    """A part of a room under a head, its unit at the right; gives the widget and the layout to fill."""
    widget = QWidget()
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.metrics.space("s"))
    line = QHBoxLayout()
    line.addWidget(Text(look, heading, "head"), 1)
    if unit:
        note = caption(look, unit)
        note.setWordWrap(False)
        line.addWidget(note, 0, Qt.AlignmentFlag.AlignBottom)
    column.addLayout(line)
    return widget, column
