"""A quiet line with a lock: who sealed the weights, when, and how often they were amended since."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.widgets.marks import IconSign
from desktop.widgets.text import Text

if TYPE_CHECKING:
    from desktop.look.look import Look


class SealBadge(QWidget):
    """Hidden while nothing is sealed; a broken seal stands in the colour of an error."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._sign = IconSign(look, "lock", "text_muted")
        self._words = Text(look, "", "body", "text_muted")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._sign)
        self._row.addWidget(self._words, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()
        look.changed.connect(self._restyle)
        self._restyle()

    @property
    def text(self) -> str:
        """The words shown."""
        return self._words.plain_text

    def show_seal(self, words: str, *, is_intact: bool = True) -> None:
        """Shows the words of a seal; none hide the badge."""
        colour = "text_muted" if is_intact else "danger"
        self._sign.show_icon("lock" if is_intact else "unlock", colour)
        self._words.set_colour(colour)
        self._words.set_text(words)
        self.setVisible(bool(words))

    def _restyle(self) -> None:
        self._row.setSpacing(self._look.metrics.space("s"))
