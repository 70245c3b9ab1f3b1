"""One side of a question: what it is, and what is at stake: the best rather than the worst."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from criteria.weighting.stakes import Anchor
from desktop.look.look import Look
from desktop.pages.weights.range_bar import RangeBar
from desktop.pages.weights.role_colours import RoleRule, deep_colour
from desktop.pages.weights.stakes import Item, Range
from desktop.widgets.choices import clear_layout
from desktop.widgets.text import Text, caption


class StakeCard(QWidget):
    """Name under a rule in the premise's colour, then the range; premises list their criteria instead."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: Item | None = None
        self._rule = RoleRule(look)
        self._key = Text(look, "", "small_strong")
        self._name = Text(look, "", "head")
        self._bar = RangeBar(look)
        self._span = caption(look)
        self._words = QWidget()
        self._grid = QGridLayout(self._words)
        self._grid.setContentsMargins(0, look.metrics.space("s"), 0, look.metrics.space("s"))
        self._grid.setHorizontalSpacing(look.metrics.space("m"))
        self._grid.setVerticalSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.space("xs"))
        for widget in (self._rule, self._key, self._name, self._words):
            column.addWidget(widget)
        # The bars of both sides stand on one line, however long the words above are.
        column.addStretch(1)
        column.addWidget(self._bar)
        column.addWidget(self._span)

    def show_item(self, item: Item) -> None:
        """Shows another item; the same one again changes nothing."""
        if item == self._shown:
            return
        self._shown = item
        self._rule.set_role(item.role)
        self._key.set_text(item.key)
        self._key.set_colour(deep_colour(item.role))
        self._name.set_text(item.name)
        while self._grid.count():
            taken = self._grid.takeAt(0)
            if taken is not None:
                clear_layout(taken)
        self._bar.setVisible(item.range is not None)
        self._span.setVisible(item.range is not None)
        if item.range is not None:
            self._show_range(item.role, item.range)
        for row, (head, text) in enumerate(item.lines):
            self._add_line(row, head, text)

    def _show_range(self, role: str, found: Range) -> None:
        self._add_end(0, self.tr("a project with"), found.best)
        self._add_end(2, self.tr("rather than"), found.worst)
        self._grid.setColumnStretch(0, 0)
        self._grid.setColumnStretch(1, 1)
        scale = self.tr("Scale {low}–{high}").format(low=found.scale[0], high=found.scale[1])
        if found.spanned is not None:
            span = self.tr("{scale}; these projects span {low}–{high}")
            scale = span.format(scale=scale, low=found.spanned[0], high=found.spanned[1])
        self._span.set_text(scale)
        self._bar.show_range(role, found.shares, found.steps, scale)

    def _add_end(self, row: int, word: str, anchor: Anchor) -> None:
        label = caption(self._look, word)
        label.setWordWrap(False)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(Text(self._look, anchor.label, "small_strong"), row, 1)
        if anchor.text:
            self._grid.addWidget(caption(self._look, anchor.text), row + 1, 1)

    def _add_line(self, row: int, head: str, text: str) -> None:
        self._grid.addWidget(Text(self._look, head, "small"), 2 * row, 0)
        if text:
            self._grid.addWidget(caption(self._look, text), 2 * row + 1, 0)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0)
