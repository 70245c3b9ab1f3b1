"""What no answer links yet, with the button that goes to the question."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.pages.weights.links import LinkText
from desktop.pages.weights.live_text import LiveText
from desktop.widgets.buttons import secondary_button
from desktop.widgets.planes import set_plane
from desktop.widgets.text import Rule


class LinkBox(QWidget):
    """`question_asked()` when the user wants to answer the question that links the items."""

    question_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._text = LiveText(look, "", "small")
        self.go = secondary_button(look, "")
        self.go.clicked.connect(self.question_asked)
        set_plane(self, "card")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.metrics.space("m"))
        row.addWidget(Rule(look, "attention", 3, upright=True))
        air = look.metrics.space("m")
        words = QVBoxLayout()
        words.setContentsMargins(0, air, air, air)
        words.setSpacing(look.metrics.space("s"))
        words.addWidget(self._text)
        words.addWidget(self.go, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)

    def show_link(self, link: LinkText | None) -> None:
        """Says what is not linked; None hides the box."""
        self.setVisible(link is not None)
        if link is not None:
            self._text.set_text(link.text)
            self.go.setText(link.button)
            self.go.setVisible(bool(link.button))
