"""The facilitator's view: who has answered what, who is next, what can be done now."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout

from desktop.look.look import Look
from desktop.session.key_row import KeyAct
from desktop.session.people_grid import GridRow, PeopleGrid
from desktop.session.screen import Screen, framed
from desktop.widgets.seal_badge import SealBadge
from desktop.widgets.text import Text


@dataclass(frozen=True)
class FacilitatorState:
    """Title, what is the case in a sentence, the grid, a note below, and the words of the seal."""

    title: str
    sentence: str
    heads: tuple[str, ...]
    rows: tuple[GridRow, ...]
    note: str
    seal: str
    is_intact: bool = True


class FacilitatorScreen(Screen):
    """`chosen(key)` when another person is chosen."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._rows: tuple[GridRow, ...] = ()
        self._key = ""
        self._title = Text(look, "", "title")
        self._sentence = Text(look, "", "statement")
        self.grid = PeopleGrid(look)
        self.grid.pressed.connect(self._choose)
        self._area = framed(self.grid)
        # Somebody who was just added has a place once the list has grown.
        self._area.verticalScrollBar().rangeChanged.connect(self._show_chosen)
        self._note = Text(look, "", "body", "text_muted")
        self.badge = SealBadge(look)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(self._title)
        self._column.addWidget(self._sentence)
        self._column.addWidget(self._area, 1)
        self._column.addWidget(self.badge)
        self._column.addWidget(self._note)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_state(self, state: FacilitatorState, chosen: str) -> None:
        """Shows the people and the one who is chosen."""
        is_other = chosen != self._key
        self._rows, self._key = state.rows, chosen
        self._title.set_text(state.title)
        self._sentence.set_text(state.sentence)
        self.grid.show_rows(state.heads, state.rows, chosen)
        self._note.set_text(state.note)
        self.badge.show_seal(state.seal, is_intact=state.is_intact)
        if is_other:
            self._show_chosen()

    def acts(self) -> tuple[KeyAct, ...]:
        """How a person is chosen."""
        return (KeyAct(("↑", "↓"), self.tr("choose")),) if len(self._rows) > 1 else ()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = [row.key for row in self._rows]
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self._key in keys:
            step = -1 if event.key() == Qt.Key.Key_Up else 1
            self._choose(keys[min(len(keys) - 1, max(0, keys.index(self._key) + step))])
        else:
            super().keyPressEvent(event)

    def _choose(self, key: str) -> None:
        self._key = key
        self.chosen.emit(key)
        self._show_chosen()

    def _show_chosen(self, _least: int = 0, _most: int = 0) -> None:
        """Scrolls to the person who is chosen."""
        box = self.grid.box_of(self._key).toRect()
        self._area.ensureVisible(box.center().x(), box.center().y(), 0, box.height())

    def _restyle(self) -> None:
        self._column.setSpacing(self._look.metrics.space("m"))
