"""Repairs beside the most useful one: what each would do, and a button that makes it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.pages.weights.live_text import LiveText
from desktop.widgets.buttons import Button, link_button, secondary_button
from desktop.widgets.text import Rule


@dataclass(frozen=True)
class FurtherRepair:
    """A repair in words, and the words on its button."""

    html: str
    button: str


class _Row(QWidget):
    """One repair: its effect over its button."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.text = LiveText(look, "", "small")
        self.accept: Button = secondary_button(look, "")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.metrics.space("xs"), 0, look.metrics.space("xs"))
        column.setSpacing(look.metrics.space("xs"))
        column.addWidget(Rule(look))
        column.addWidget(self.text)
        line = QHBoxLayout()
        line.addWidget(self.accept)
        line.addStretch(1)
        column.addLayout(line)


class FurtherRepairs(QWidget):
    """Folded until asked for; `accepted(place)` with the place in the list, from 0."""

    accepted = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[FurtherRepair, ...] = ()
        self.unfold = link_button(look, "")
        self.unfold.clicked.connect(self._toggle)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._list.hide()
        self.rows: list[_Row] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.space("xs"))
        column.addWidget(self.unfold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._list)

    def show_repairs(self, repairs: tuple[FurtherRepair, ...]) -> None:
        """Shows other repairs; none hides the list."""
        self.setVisible(bool(repairs))
        if repairs == self._shown:
            return
        self._shown = repairs
        while len(self.rows) < len(repairs):
            row = _Row(self._look)
            row.accept.clicked.connect(partial(self._accept, len(self.rows)))
            self._column.addWidget(row)
            self.rows.append(row)
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(repairs))
            if place < len(repairs):
                row.text.set_html(repairs[place].html)
                row.accept.setText(repairs[place].button)
        self._name()

    def _toggle(self) -> None:
        self._list.setVisible(self._list.isHidden())
        self._name()

    def _name(self) -> None:
        count = len(self._shown)
        if not self._list.isHidden():
            self.unfold.setText(self.tr("Hide other repairs"))
        elif count == 1:
            self.unfold.setText(self.tr("One other repair"))
        else:
            self.unfold.setText(self.tr("{count} other repairs").format(count=count))

    def _accept(self, place: int, _checked: bool = False) -> None:
        self.accepted.emit(place)
