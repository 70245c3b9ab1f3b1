"""The weightings that were kept by name, each with what it changes, to be set again with one press."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.widgets.buttons import Button, link_button
from desktop.widgets.choices import clear_layout
from desktop.widgets.flow import FlowLayout
from desktop.widgets.panel_builder import PanelText
from desktop.widgets.text import Rule

#: The place of the weighting in which all weigh alike: it is offered, not kept.
EQUAL = -1


@dataclass(frozen=True)
class WhatIfEntry:
    """A weighting: its place in the study, its name, and lines that compare it with the stated weights."""

    place: int
    name: str
    lines: tuple[str, ...]
    note: str = ""
    is_current: bool = False


class WhatIfPanel(QWidget):
    """Each signal carries the place of a what-if."""

    set_asked = Signal(int)
    rename_asked = Signal(int)
    note_asked = Signal(int)
    remove_asked = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.entries: tuple[WhatIfEntry, ...] = ()
        self.buttons: dict[tuple[int, str], Button] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.metrics.space("xs"))

    def show_entries(self, entries: tuple[WhatIfEntry, ...]) -> None:
        """Shows these what-ifs; the same again costs nothing."""
        if entries == self.entries:
            return
        self.entries = entries
        self.buttons = {}
        while self._column.count():
            item = self._column.takeAt(0)
            if item is not None:
                clear_layout(item)
        for number, entry in enumerate(entries):
            if number:
                self._column.addWidget(Rule(self._look))
            self._add(entry)

    def _add(self, entry: WhatIfEntry) -> None:
        name = self.tr("{name} (on show)").format(name=entry.name) if entry.is_current else entry.name
        self._column.addWidget(PanelText(self._look, name, "strong"))
        for line in entry.lines:
            self._column.addWidget(PanelText(self._look, line, "small"))
        if entry.note:
            self._column.addWidget(PanelText(self._look, entry.note, "small", "text_muted"))
        acts = FlowLayout(self._look.metrics.space("m"), 0)
        self._act(acts, entry, "set", self.tr("Set these weights"), self.set_asked)
        if entry.place != EQUAL:
            self._act(acts, entry, "rename", self.tr("Rename"), self.rename_asked)
            self._act(acts, entry, "note", self.tr("Note"), self.note_asked)
            self._act(acts, entry, "remove", self.tr("Remove"), self.remove_asked)
        self._column.addLayout(acts)

    def _act(self, acts: FlowLayout, entry: WhatIfEntry, key: str, text: str, asked: SignalInstance) -> None:
        button = link_button(self._look, text)
        button.setAccessibleName(self.tr("{act}: {name}").format(act=text, name=entry.name))
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(partial(self._ask, asked, entry.place))
        acts.addWidget(button)
        self.buttons[entry.place, key] = button

    def _ask(self, asked: SignalInstance, place: int, _is_checked: bool = False) -> None:
        asked.emit(place)
