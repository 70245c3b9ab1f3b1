"""Says that the weights on screen are not the ones that count, and offers to let them count."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from criteria.model.people import WeightMethod
from desktop.look.look import Look
from desktop.widgets.buttons import secondary_button
from desktop.widgets.planes import set_plane
from desktop.widgets.text import Text


class MethodBar(QWidget):
    """A quiet line under the tabs; `asked()` when these weights shall count."""

    asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        metrics = look.metrics
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

    def show_methods(self, counts: WeightMethod | None, shown: WeightMethod) -> None:
        """Says which weights count now; nothing where the questions shown are what counts."""
        sentence = button = ""
        if counts == shown == "direct":
            sentence = self.tr("These direct weights count now. The pairwise answers are kept, unused.")
            button = self.tr("Let pairwise answers count")
        elif counts == "direct":
            sentence = self.tr("Direct weights count now. Answers given here are kept, but change nothing.")
            button = self.tr("Let pairwise answers count")
        elif counts == "pairwise" and shown == "direct":
            sentence = self.tr("Pairwise answers count now. Points given here are kept, but change nothing.")
            button = self.tr("Let direct weights count")
        self._text.set_text(sentence)
        self.button.setText(button)
        self.setVisible(bool(sentence))
