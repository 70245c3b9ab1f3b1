"""The curtain between two people: whose turn is next, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QVBoxLayout

from desktop.look.look import Look
from desktop.session.fitted_text import FittedText
from desktop.session.screen import Screen
from desktop.widgets.text import Text


@dataclass(frozen=True)
class CurtainState:
    """A line above, the words that fill the screen, a sentence below."""

    kicker: str
    words: str
    sentence: str


class Curtain(Screen):
    """Large words in the middle of an empty screen."""

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._kicker = Text(look, "", "statement", "text_muted")
        self._words = FittedText(look, most=3)
        self._sentence = Text(look, "", "statement", "text")
        self._column = QVBoxLayout(self)
        self._column.addStretch(2)
        for widget in (self._kicker, self._words, self._sentence):
            self._column.addWidget(widget)
        self._column.addStretch(3)
        look.changed.connect(self._restyle)
        self._restyle()

    def show_state(self, state: CurtainState) -> None:
        """Shows other words."""
        self._kicker.set_text(state.kicker)
        self._words.set_text(state.words)
        self._sentence.set_text(state.sentence)

    def _restyle(self) -> None:
        metrics = self._look.metrics
        side = metrics.units(8)
        self._column.setContentsMargins(side, 0, side, 0)
        self._column.setSpacing(metrics.space("l"))
