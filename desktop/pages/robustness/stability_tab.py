"""How far each weight may move before first place, the best k or the order changes."""

from __future__ import annotations

from functools import partial
from html import escape
from typing import cast

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout

from criteria.model.settings import Method
from criteria.model.study import Study
from criteria.ranking.results import Results, rank
from criteria.robustness.kept_ranges import ElementKept, Kept, study_kept
from desktop.app.context import Context
from desktop.app.jobs import Token
from desktop.app.words.methods import MethodWords
from desktop.charts import stability_bars
from desktop.charts.chart_view import ChartView
from desktop.pages.robustness.job_tab import JobTab
from desktop.pages.robustness.robustness_tab import RoomChoice
from desktop.pages.robustness.stability_states import StabilityStates
from desktop.pages.robustness.stability_words import RangeWords, room
from desktop.widgets.buttons import secondary_button
from desktop.widgets.panel_parts import PanelContent, Rows, Section, Sentence
from desktop.widgets.segments import Segments
from desktop.widgets.side_panel import SidePanel
from desktop.widgets.text import Text, caption

#: The largest k of the best k.
LARGEST = 10
BY_PREMISE, BY_ROOM = "premise", "room"


class StabilityTab(JobTab):
    """A strip for every premise and criterion; at the right the selected one in words."""

    def __init__(self, context: Context, choice: RoomChoice) -> None:
        super().__init__(context, choice)
        self._results: Results | None = None
        self._found: tuple[ElementKept, ...] = ()
        self._states, self._words = StabilityStates(), RangeWords()
        self._build()
        self._wire()

    def _build(self) -> None:
        look = self.context.look
        self.bars = ChartView(
            look, stability_bars.paint, self.tr("Stability intervals"), stability_bars.height
        )
        self.kinds = Segments(
            look,
            self.tr("What must hold"),
            (
                ("winner", self.tr("First place")),
                ("top", self.tr("The best…")),
                ("order", self.tr("Whole order")),
            ),
        )
        self.top = QComboBox()
        self.top.setAccessibleName(self.tr("How many of the best must stay the same"))
        for count in range(1, LARGEST + 1):
            self.top.addItem(str(count), count)
        self.top.setCurrentIndex(2)
        self.order = Segments(
            look,
            self.tr("Order of the strips"),
            ((BY_PREMISE, self.tr("By premise")), (BY_ROOM, self.tr("Least room first"))),
        )
        self.sentence = Text(look, "", "strong")
        self.hint = caption(
            look,
            self.tr(
                "Coloured: the result is the same as now. The upright mark is the weight now; "
                "the other weights keep their proportions."
            ),
        )
        for text in (self.sentence, self.hint):
            # The wished height is that of a narrow block; the strips need the room.
            text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._lay_out()
        panel = SidePanel(look, self.tr("The selected weight"))
        self.see = secondary_button(look, self.tr("See the lines"))
        panel.add_action(self.see)
        self.panel: SidePanel = panel

    def _lay_out(self) -> None:
        look = self.context.look
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self.bars)
        tools = QHBoxLayout()
        tools.setSpacing(look.metrics.space("s"))
        tools.addWidget(self.kinds)
        tools.addWidget(self.top)
        tools.addStretch(1)
        tools.addWidget(self.order)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look.metrics.space("s"))
        column.setSpacing(look.metrics.space("s"))
        column.addLayout(tools)
        column.addWidget(self.sentence)
        column.addWidget(scroll, 1)
        column.addWidget(self.hint)

    def _wire(self) -> None:
        self.kinds.chosen.connect(self._ask)
        self.top.activated.connect(self._ask)
        self.order.chosen.connect(self._show)
        self.bars.activated.connect(self._select)
        self.see.clicked.connect(self._see)
        self.offer_export(self.bars, self.tr("stability"), self._title)

    @property
    def kind(self) -> Kept:
        """What must hold."""
        return cast("Kept", self.kinds.current)

    @property
    def count(self) -> int:
        """The k of the best k."""
        return int(self.top.currentData())

    def show_study(self, study: Study) -> None:
        """See RobustnessTab."""
        self._results = rank(study)
        self._ask()

    def _ask(self, _key: object = None) -> None:
        self.top.setVisible(self.kind == "top")
        if self._results is not None:
            self._job.start(partial(_work_out, self._results, self.choice.method, self.kind, self.count))

    def _arrive(self, answer: object) -> None:
        self._found = cast("tuple[ElementKept, ...]", answer)
        self._show()

    def _show(self, _key: str = "") -> None:
        results, found = self._results, self._found
        if results is None or not found:
            return
        if self.choice.element not in {item.element for item in found}:
            self.choice.element = min(found, key=room).element
        self.sentence.set_text(self._words.summary(results, found, self.kind, self.count))
        self.bars.show_data(
            self._states.bars(
                results,
                found,
                self.kind,
                self.count,
                self.choice.element,
                by_room=self.order.current == BY_ROOM,
            )
        )
        self._explain(results, next(item for item in found if item.element == self.choice.element))

    def _explain(self, results: Results, item: ElementKept) -> None:
        lines = tuple(Sentence(escape(line)) for line in self._words.lines(item, self.kind, self.count))
        leaders = tuple((escape(where), escape(who)) for where, who in self._words.leaders(item))
        first = Section(
            self.tr("Who is first where"), (Rows(leaders, (self.tr("Weight"), self.tr("First"))),)
        )
        self.panel.show_content(
            PanelContent(
                item.element,
                results.study.name_of(item.element),
                (Section(self._words.result(self.kind, self.count), lines), first),
            )
        )

    def _select(self, element: str) -> None:
        self.choice.element = element
        self._show()

    def _see(self) -> None:
        self.choice.choose_element(self.choice.element, "gradient")

    def _title(self) -> str:
        return self.tr("{sentence} By {method}.").format(
            sentence=self.sentence.plain_text, method=MethodWords().name(self.choice.method)
        )


def _work_out(
    results: Results, method: Method, kind: Kept, top: int, _token: Token
) -> tuple[ElementKept, ...]:
    return study_kept(results, method, kind, top)
