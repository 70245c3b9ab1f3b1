"""What the answers give, live: weights, consistency, the most useful repair, the first five projects."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desktop.charts.chart_view import ChartView
from desktop.charts.weight_bars import WeightBars, height, paint
from desktop.look.look import Look
from desktop.pages.weights.consistency_strip import ConsistencyStrip
from desktop.pages.weights.live_text import LiveText
from desktop.pages.weights.repair_box import RepairBox
from desktop.widgets.choices import clear_layout
from desktop.widgets.marks import IconSign
from desktop.widgets.panel_builder import PanelText
from desktop.widgets.segments import Segments
from desktop.widgets.text import Rule, Text, strong


@dataclass(frozen=True)
class Verdict:
    """The consistency of one node: the figure, a plain word in a colour, why, the numbers, the two ratios."""

    figure: str
    word: str
    colour: str
    sentence: str
    numbers: tuple[tuple[str, str], ...]
    now: float | None
    after: float | None


@dataclass(frozen=True)
class RepairText:
    """The repair in words."""

    title: str
    html: str
    button: str


@dataclass(frozen=True)
class LiveState:
    """Everything the panel shows; `verdict` and `repair` are None where they do not apply."""

    title: str
    note: str
    bars: WeightBars
    verdict: Verdict | None
    repair: RepairText | None
    silence: str
    top_title: str
    top: tuple[tuple[str, str, str], ...]
    top_note: str


class LivePanel(QWidget):
    """Kept widgets, so that dragging the scale moves bars and ranks without building anything."""

    scope_chosen = Signal(str)
    repair_accepted = Signal()
    repair_question_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._title = LiveText(look, "", "strong")
        self._note = LiveText(look, "", "small", "text_muted")
        self.scope = Segments(
            look,
            self.tr("Which weights"),
            (("local", self.tr("In this group")), ("global", self.tr("All criteria"))),
        )
        self.bars = ChartView(look, paint, self.tr("Weights"), height, least=(20, 4))
        self._verdict = QWidget()
        self._build_verdict()
        self._silence = LiveText(look, "", "small", "text_muted")
        self.repair = RepairBox(look)
        self._top_title = LiveText(look, "", "strong")
        self._top = QGridLayout()
        self._top_note = LiveText(look, "", "small", "text_muted")
        self._shown_top: tuple[tuple[str, str, str], ...] | None = None
        self._build()
        self.scope.chosen.connect(self.scope_chosen)
        self.repair.accepted.connect(self.repair_accepted)
        self.repair.question_asked.connect(self.repair_question_asked)

    def _build(self) -> None:
        metrics = self._look.metrics
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.space("s"))
        column.addWidget(self._title)
        column.addWidget(self._note)
        column.addWidget(self.scope)
        column.addWidget(self.bars)
        column.addWidget(Rule(self._look))
        column.addWidget(self._verdict)
        column.addWidget(self._silence)
        column.addWidget(self.repair)
        column.addWidget(Rule(self._look))
        column.addWidget(self._top_title)
        self._top.setHorizontalSpacing(metrics.space("s"))
        self._top.setVerticalSpacing(metrics.units(0.4))
        self._top.setColumnStretch(2, 1)
        column.addLayout(self._top)
        column.addWidget(self._top_note)
        column.addWidget(self._build_numbers())

    def _build_verdict(self) -> None:
        look = self._look
        self._figure = LiveText(look, "", "figure", wraps=False)
        self._sign = IconSign(look, "")
        self._word = LiveText(look, "", "strong")
        self._word_colour = "text"
        self._sentence = LiveText(look, "", "small")
        self.strip = ConsistencyStrip(look)
        column = QVBoxLayout(self._verdict)
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

    def _build_numbers(self) -> QWidget:
        """The figures behind the verdict, for those who check: they come last."""
        metrics = self._look.metrics
        self._figures = QWidget()
        column = QVBoxLayout(self._figures)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(metrics.space("s"))
        column.addWidget(Rule(self._look))
        column.addWidget(strong(self._look, self.tr("Consistency in numbers")))
        self._numbers = QGridLayout()
        self._numbers.setVerticalSpacing(metrics.units(0.3))
        self._numbers.setColumnStretch(0, 1)
        self._number_texts: list[tuple[LiveText, LiveText]] = []
        column.addLayout(self._numbers)
        return self._figures

    @property
    def heading(self) -> str:
        """What the bars show now."""
        return self._title.plain_text

    def show_state(self, state: LiveState) -> None:
        """Shows everything anew; what is equal costs little."""
        self._title.set_text(state.title)
        self._note.set_text(state.note)
        self.bars.show_data(state.bars)
        self._verdict.setVisible(state.verdict is not None)
        self._figures.setVisible(state.verdict is not None)
        if state.verdict is not None:
            self._show_verdict(state.verdict)
        self._silence.set_text(state.silence)
        self._silence.setVisible(bool(state.silence))
        self.repair.setVisible(state.repair is not None)
        if state.repair is not None:
            self.repair.show_repair(state.repair.title, state.repair.html, state.repair.button)
        self._top_title.set_text(state.top_title)
        self._show_top(state.top)
        self._top_note.set_text(state.top_note)

    def _show_verdict(self, verdict: Verdict) -> None:
        self._figure.set_text(verdict.figure)
        icons = {"attention": "warning", "success": "tick"}
        self._sign.show_icon(icons.get(verdict.colour, ""), verdict.colour)
        self._word.set_text(verdict.word)
        if verdict.colour != self._word_colour:
            self._word_colour = verdict.colour
            self._word.set_colour(verdict.colour)
        self._sentence.set_text(verdict.sentence)
        self.strip.show_ratios(verdict.now, verdict.after, f"{verdict.figure}, {verdict.word}")
        while len(self._number_texts) < len(verdict.numbers):
            left = LiveText(self._look, "", "small", "text_muted")
            right = LiveText(self._look, "", "small", wraps=False)
            row = len(self._number_texts)
            self._numbers.addWidget(left, row, 0)
            self._numbers.addWidget(right, row, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            self._number_texts.append((left, right))
        for place, (left, right) in enumerate(self._number_texts):
            name, value = verdict.numbers[place] if place < len(verdict.numbers) else ("", "")
            left.set_text(name)
            right.set_text(value)

    def _show_top(self, top: tuple[tuple[str, str, str], ...]) -> None:
        if top == self._shown_top:
            return
        self._shown_top = top
        while self._top.count():
            item = self._top.takeAt(0)
            if item is not None:
                clear_layout(item)
        for row, (rank, project, title) in enumerate(top):
            place = Text(self._look, rank, "small", "text_muted", wraps=False)
            self._top.addWidget(place, row, 0, Qt.AlignmentFlag.AlignTop)
            name = Text(self._look, project, "small_strong", wraps=False)
            self._top.addWidget(name, row, 1, Qt.AlignmentFlag.AlignTop)
            self._top.addWidget(PanelText(self._look, title, "small"), row, 2)
