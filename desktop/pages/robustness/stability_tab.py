"""How far each weight may move before first place, or the order, changes."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout

from criteria.model.study import Study
from criteria.ranking.results import Results, rank
from criteria.robustness.study_sensitivity import study_stability
from desktop.app.context import Context
from desktop.app.jobs import Token
from desktop.app.words.methods import MethodWords
from desktop.charts import stability_bars
from desktop.charts.chart_view import ChartView
from desktop.pages.robustness.pictures import Pictures
from desktop.pages.robustness.robustness_tab import RobustnessTab, RoomChoice
from desktop.widgets.segments import Segments
from desktop.widgets.text import head


class StabilityTab(RobustnessTab):
    """The interval of every premise and criterion on one scale."""

    def __init__(self, context: Context, choice: RoomChoice) -> None:
        super().__init__(context, choice)
        self._results: Results | None = None
        self._pictures = Pictures()
        self._job = context.job(self)
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
            (("winner", self.tr("First place")), ("order", self.tr("Whole order"))),
        )
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self.bars)
        top = QHBoxLayout()
        top.addWidget(head(look, self.tr("Weights that keep")), 1)
        top.addWidget(self.kinds)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look.metrics.space("xs"))
        column.setSpacing(look.metrics.space("s"))
        column.addLayout(top)
        column.addWidget(scroll, 1)

    def _wire(self) -> None:
        self.kinds.chosen.connect(self._show)
        self.bars.activated.connect(partial(self.choice.choose_element, tab="gradient"))
        self._job.finished.connect(self._arrive)
        self._job.failed.connect(self.failed)
        self.offer_export(self.bars, self.tr("stability"), self._title)

    def show_study(self, study: Study) -> None:
        """See RobustnessTab."""
        self._results = rank(study)
        self._job.start(partial(_prepare, self._results))

    @property
    def is_waiting(self) -> bool:
        """See RobustnessTab."""
        return self._job.is_running

    def leave(self) -> None:
        """See RobustnessTab."""
        self._job.cancel()

    def _arrive(self, _answer: object) -> None:
        self._show()

    def _show(self, _kind: str = "") -> None:
        if self._results is not None:
            self.bars.show_data(
                self._pictures.bars(
                    self._results, self.choice.method, self.kinds.current, self.choice.element
                )
            )

    def _title(self) -> str:
        what = self.tr("first place") if self.kinds.current == "winner" else self.tr("the whole order")
        return self.tr("Weights that keep {what}, by {method}").format(
            what=what, method=MethodWords().name(self.choice.method)
        )


def _prepare(results: Results, _token: Token) -> None:
    study_stability(results)
