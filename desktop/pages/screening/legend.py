"""The line under the grid that says what the marks mean and what the sets of scores change."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from desktop.look.look import Look
from desktop.pages.screening.cell_marks import paint_mark
from desktop.pages.screening.grid_rows import Mark
from desktop.widgets.flow import FlowLayout
from desktop.widgets.marks import Sign
from desktop.widgets.text import Text


class MarkSign(Sign):
    """One mark of the grid as an example."""

    def __init__(self, look: Look, mark: Mark, name: str) -> None:
        self._mark = mark
        super().__init__(look, name)

    def _paint(self, painter: QPainter, box: QRectF) -> None:
        paint_mark(painter, box, self._mark, self._look, "surface")


class Legend(QWidget):
    """Every mark of the grid with its words: the five results first, then what can stand beside them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        gap = look.metrics.space("l")
        self._flow = FlowLayout(gap, look.metrics.space("xs"), self)
        entries = (
            (Mark("pass"), self.tr("Pass")),
            (Mark("conditional-met"), self.tr("Met: guarantees offered")),
            (Mark("conditional-open"), self.tr("Open: guarantee missing")),
            (Mark("refer"), self.tr("Refer: licensing authority")),
            (Mark("exclude"), self.tr("Exclude")),
            (Mark(is_borderline=True), self.tr("borderline: bounds straddle the cut-off")),
            (Mark(is_unknown=True), self.tr("a value is missing")),
            (Mark("exclude", is_waived=True), self.tr("waived, with a reason on record")),
        )
        for mark, word in entries:
            self._flow.addWidget(self._entry(mark, word))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _entry(self, mark: Mark, word: str) -> QWidget:
        entry = QWidget()
        row = QHBoxLayout(entry)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.metrics.space("xs"))
        row.addWidget(MarkSign(self._look, mark, word))
        row.addWidget(Text(self._look, word, "small", "text_muted", wraps=False))
        return entry
