"""The verdict on one set of answers: figure and word, why, CR on its scale, and the numbers behind it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.look.look import Look
from desktop.pages.weights.consistency_strip import ConsistencyStrip
from desktop.pages.weights.live_text import LiveText
from desktop.pages.weights.verdicts import Verdict
from desktop.widgets.marks import IconSign
from desktop.widgets.text import Rule, strong

_ICONS = {"attention": "warning", "success": "tick"}


class VerdictView(QWidget):
    """Kept widgets that take on another verdict."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._figure = LiveText(look, "", "figure", wraps=False)
        self._sign = IconSign(look, "")
        self._word = LiveText(look, "", "strong")
        self._word_colour = "text"
        self._sentence = LiveText(look, "", "small")
        self.strip = ConsistencyStrip(look)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.space("s"))
        row = QHBoxLayout()
        row.setSpacing(look.metrics.space("s"))
        row.addWidget(self._figure)
        row.addWidget(self._sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._word, 1)
        column.addLayout(row)
        column.addWidget(self._sentence)
        column.addWidget(self.strip)

    @property
    def words(self) -> str:
        """Figure, word and sentence as they stand."""
        return f"{self._figure.plain_text} {self._word.plain_text}. {self._sentence.plain_text}"

    def show_verdict(self, verdict: Verdict) -> None:
        """Shows another verdict; what is equal costs little."""
        self.show_figure(verdict)
        self._sentence.set_text(verdict.sentence)
        self.strip.setVisible(verdict.has_strip)
        self.strip.show_ratios(verdict.now, verdict.after, f"{verdict.figure}, {verdict.word}")

    def show_figure(self, verdict: Verdict) -> None:
        """Shows another figure and its word; the sentence below stays until it is known."""
        self._figure.set_text(verdict.figure)
        self._sign.show_icon(_ICONS.get(verdict.colour, ""), verdict.colour)
        self._word.set_text(verdict.word)
        if verdict.colour != self._word_colour:
            self._word_colour = verdict.colour
            self._word.set_colour(verdict.colour)


class VerdictNumbers(QWidget):
    """The figures behind a verdict, for those who check."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.space("s"))
        column.addWidget(Rule(look))
        column.addWidget(strong(look, self.tr("Consistency in numbers")))
        self._grid = QGridLayout()
        self._grid.setVerticalSpacing(look.metrics.units(0.3))
        self._grid.setColumnStretch(0, 1)
        self._texts: list[tuple[LiveText, LiveText]] = []
        column.addLayout(self._grid)

    def show_numbers(self, numbers: tuple[tuple[str, str], ...]) -> None:
        """Shows names and figures; rows that are not needed are empty."""
        while len(self._texts) < len(numbers):
            left = LiveText(self._look, "", "small", "text_muted")
            right = LiveText(self._look, "", "small", wraps=False)
            row = len(self._texts)
            self._grid.addWidget(left, row, 0)
            self._grid.addWidget(right, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._texts.append((left, right))
        for place, (left, right) in enumerate(self._texts):
            name, value = numbers[place] if place < len(numbers) else ("", "")
            left.set_text(name)
            right.set_text(value)
