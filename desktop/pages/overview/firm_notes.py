"""How firm the ranking is, in two short paragraphs that arrive a moment after the rest."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.widgets.text import Text, small, strong


class FirmNotes(QWidget):
    """Paragraphs side by side, each under its question."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._parts: list[tuple[Text, Text]] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.metrics.space("xl"))
        for _ in range(2):
            heading, text = strong(look), small(look)
            self._parts.append((heading, text))
            column = QVBoxLayout()
            column.setSpacing(look.metrics.space("xs"))
            column.addWidget(heading)
            column.addWidget(text)
            column.addStretch(1)
            row.addLayout(column, 1)

    def show_paragraphs(self, paragraphs: tuple[tuple[str, str], ...]) -> None:
        """Shows up to two (heading, text)."""
        for (heading, text), (question, answer) in zip(self._parts, paragraphs, strict=False):
            heading.set_text(question)
            text.set_text(answer)
