"""Says that the weights on screen are not the ones that count, and offers to let them count."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from criteria.model.people import WeightMethod
from desktop.look.look import Look
from desktop.pages.weights.weight_words import WeightWords
from desktop.widgets.buttons import secondary_button
from desktop.widgets.planes import set_plane
from desktop.widgets.text import Text


class MethodBar(QWidget):
    """A quiet line under the tabs; `asked()` when these weights shall count."""

    asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        metrics = look.metrics
        self._words = WeightWords()
        self._text = Text(look, "", "body")
        self.button = secondary_button(look, "")
        self.button.clicked.connect(self.asked)
        set_plane(self, "window")
        row = QHBoxLayout(self)
        row.setContentsMargins(
            metrics.space("xl"), metrics.space("xs"), metrics.space("l"), metrics.space("xs")
        )
        row.setSpacing(metrics.space("l"))
        row.addWidget(self._text, 1)
        row.addWidget(self.button)

    def show_methods(self, counts: WeightMethod | None, shown: WeightMethod | None) -> None:
        """Says by which method the weights in view count; nothing where it is the one that is shown."""
        if counts is None or shown is None or counts == shown:
            self.hide()
            return
        text = self.tr("{method} count for this stakeholder now. These answers are kept, but change nothing.")
        self._text.set_text(text.format(method=self._words.answers_by(counts)))
        self.button.setText(self.tr("Let these answers count"))
        self.show()
