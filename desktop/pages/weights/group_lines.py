"""Paragraphs of the group's panel, built anew only when they say something else."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.widgets.choices import clear_layout
from desktop.widgets.panel_builder import PanelText
from desktop.widgets.text import Rule

#: What makes a paragraph of a list: the token of the type scale, a colour, the words as HTML.
Line = tuple[str, str, str]


class Lines(QWidget):
    """Paragraphs under each other; built anew only when they say something else."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[tuple[Line, ...], ...] = ()
        self._texts: list[PanelText] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.metrics.space("s"))

    @property
    def plain_text(self) -> str:
        """Everything that is said."""
        return "\n".join(text.plain_text for text in self._texts)

    def show_lines(self, blocks: tuple[tuple[Line, ...], ...], *, is_edged: bool = False) -> None:
        """Shows blocks of paragraphs, each along an edge if wished."""
        if blocks == self._shown:
            return
        self._shown = blocks
        while self._column.count():
            item = self._column.takeAt(0)
            if item is not None:
                clear_layout(item)
        self._texts = []
        for block in blocks:
            self._column.addLayout(self._block(block, is_edged=is_edged))

    def _block(self, block: tuple[Line, ...], *, is_edged: bool) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.metrics.space("s"))
        if is_edged:
            row.addWidget(Rule(self._look, "axis", 3, upright=True))
        words = QVBoxLayout()
        words.setSpacing(0)
        for kind, colour, html in block:
            text = PanelText(self._look, "", kind, colour)
            text.set_html(html)
            words.addWidget(text)
            self._texts.append(text)
        row.addLayout(words, 1)
        return row
