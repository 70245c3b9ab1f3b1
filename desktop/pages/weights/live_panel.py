"""What the answers give, live: weights, their check, the most useful repair, the first five projects."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.charts.chart_view import ChartView
from desktop.charts.weight_bars import WeightBars, height, paint
from desktop.look.look import Look
from desktop.pages.weights.further_repairs import FurtherRepair, FurtherRepairs
from desktop.pages.weights.link_box import LinkBox
from desktop.pages.weights.links import LinkText
from desktop.pages.weights.live_text import LiveText
from desktop.pages.weights.repair_box import RepairBox
from desktop.pages.weights.verdict_view import VerdictNumbers, VerdictView
from desktop.pages.weights.verdicts import Verdict
from desktop.widgets.segments import Segments
from desktop.widgets.text import Rule


@dataclass(frozen=True)
class RepairText:
    """The repair in words."""

    title: str
    html: str
    button: str


@dataclass(frozen=True)
class LiveState:
    """Everything the panel shows; `verdict`, `link` and `repair` are None where they do not apply."""

    title: str
    note: str
    bars: WeightBars
    verdict: Verdict | None
    link: LinkText | None
    repair: RepairText | None
    further: tuple[FurtherRepair, ...]
    silence: str
    top_title: str
    top: tuple[tuple[str, str, str], ...]
    top_note: str


class LivePanel(QWidget):
    """Kept widgets, so that dragging the scale moves bars and ranks without building anything."""

    scope_chosen = Signal(str)
    repair_accepted = Signal()
    further_accepted = Signal(int)
    repair_question_asked = Signal()
    link_asked = Signal()

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
        self.verdict = VerdictView(look)
        self.link = LinkBox(look)
        self._silence = LiveText(look, "", "small", "text_muted")
        self.repair = RepairBox(look)
        self.further = FurtherRepairs(look)
        self._top_title = LiveText(look, "", "strong")
        self._top = QGridLayout()
        self._top_note = LiveText(look, "", "small", "text_muted")
        self._shown_top: tuple[tuple[str, str, str], ...] | None = None
        self._top_rows: list[tuple[LiveText, LiveText, LiveText]] = []
        self._numbers = VerdictNumbers(look)
        self.extra = QVBoxLayout()
        self._build()
        self._wire()

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
        for widget in (self.verdict, self.link, self._silence, self.repair, self.further):
            column.addWidget(widget)
        column.addWidget(Rule(self._look))
        column.addWidget(self._top_title)
        self._top.setHorizontalSpacing(metrics.space("s"))
        self._top.setVerticalSpacing(metrics.units(0.4))
        self._top.setColumnStretch(2, 1)
        column.addLayout(self._top)
        column.addWidget(self._top_note)
        column.addLayout(self.extra)
        column.addWidget(self._numbers)

    def _wire(self) -> None:
        self.scope.chosen.connect(self.scope_chosen)
        self.repair.accepted.connect(self.repair_accepted)
        self.repair.question_asked.connect(self.repair_question_asked)
        self.further.accepted.connect(self.further_accepted)
        self.link.question_asked.connect(self.link_asked)

    @property
    def heading(self) -> str:
        """What the bars show now."""
        return self._title.plain_text

    def show_state(self, state: LiveState) -> None:
        """Shows everything anew; what is equal costs little."""
        self._title.set_text(state.title)
        self._note.set_text(state.note)
        self.bars.show_data(state.bars)
        self.verdict.setVisible(state.verdict is not None)
        numbers = state.verdict.numbers if state.verdict is not None else ()
        self._numbers.setVisible(bool(numbers))
        if state.verdict is not None:
            self.verdict.show_verdict(state.verdict)
            self._numbers.show_numbers(numbers)
        self.link.show_link(state.link)
        self._silence.set_text(state.silence)
        self._silence.setVisible(bool(state.silence))
        self.repair.setVisible(state.repair is not None)
        if state.repair is not None:
            self.repair.show_repair(state.repair.title, state.repair.html, state.repair.button)
        self.further.show_repairs(state.further)
        self._top_title.set_text(state.top_title)
        self.show_top(state.top)
        self._top_note.set_text(state.top_note)

    def show_weights(self, bars: WeightBars, verdict: Verdict | None) -> None:
        """Shows weights and the figure of their check at once; markers of a repair stay until it is known."""
        self.bars.show_data(_with_markers(bars, self.bars.data))
        if verdict is not None and self.verdict.isVisible():
            self.verdict.show_figure(verdict)
        self.bars.repaint()

    def show_top(self, top: tuple[tuple[str, str, str], ...]) -> None:
        """Shows rank, id and title of the first projects."""
        if top == self._shown_top:
            return
        self._shown_top = top
        while len(self._top_rows) < len(top):
            self._add_row()
        for place, texts in enumerate(self._top_rows):
            words = top[place] if place < len(top) else ("", "", "")
            for text, word in zip(texts, words, strict=True):
                text.set_text(word)

    def _add_row(self) -> None:
        """Rows are kept: while the scale is dragged, projects change places many times a second."""
        row = len(self._top_rows)
        made = (
            LiveText(self._look, "", "small", "text_muted", wraps=False),
            LiveText(self._look, "", "small_strong", wraps=False),
            LiveText(self._look, "", "small"),
        )
        for column, text in enumerate(made):
            self._top.addWidget(text, row, column, Qt.AlignmentFlag.AlignTop)
        self._top_rows.append(made)


def _with_markers(bars: WeightBars, before: WeightBars) -> WeightBars:
    """The bars with the markers that stood at them before."""
    known = {bar.key: bar.marker for group in before.groups for bar in group.bars}
    groups = tuple(
        replace(group, bars=tuple(replace(bar, marker=known.get(bar.key)) for bar in group.bars))
        for group in bars.groups
    )
    return replace(bars, groups=groups)
