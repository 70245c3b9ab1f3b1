"""The robustness room: one weight moves from 0 to 100 %, and what that does to the ranking."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from criteria.model.settings import METHODS, Method
from criteria.model.study import Study
from criteria.ranking.results import Results, rank
from criteria.robustness.study_sensitivity import (
    elements,
    steady_rows,
    study_crossings,
    study_stability,
    study_sweep,
)
from desktop.app.context import Context
from desktop.app.jobs import Token
from desktop.app.words.counts import CountWords
from desktop.app.words.methods import MethodWords
from desktop.app.words.stability import StabilityWords
from desktop.charts import stability_bars
from desktop.charts.chart_view import ChartView
from desktop.charts.sensitivity_view import SensitivityView
from desktop.pages.page import Page
from desktop.pages.robustness.pictures import Pictures, nearest_premise, study_of
from desktop.pages.robustness.what_if import WhatIf
from desktop.widgets.buttons import secondary_button
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.segments import Segments
from desktop.widgets.text import caption, head


class RobustnessPage(Page):
    """Lines, intervals and a what-if that never touches anyone's answers."""

    key = "robustness"
    can_be_blind = True

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Robustness"))
        self._method: Method = "topsis"
        self._element, self._selected, self._kind = "", "", "winner"
        self._results: Results | None = None
        self._pictures, self._words = Pictures(), StabilityWords()
        self._job = context.job(self)
        self._build()
        self._wire()

    def _build(self) -> None:
        look, words = self.context.look, MethodWords()
        self._methods = Segments(look, self.tr("Method"), tuple((m, words.name(m)) for m in METHODS))
        self._methods.set_current(self._method)
        self.header.add_action(self._methods)
        self._lines = SensitivityView(look, self.tr("Scores along one weight"))
        self._bars = ChartView(
            look, stability_bars.paint, self.tr("Stability intervals"), stability_bars.height
        )
        self._chooser = QComboBox()
        self._chooser.setAccessibleName(self.tr("Weight that moves"))
        self._reset = secondary_button(look, self.tr("Reset"))
        self._what_if = WhatIf(look)
        self._ends = caption(look)
        self._kinds = Segments(
            look,
            self.tr("What must hold"),
            (("winner", self.tr("First place")), ("order", self.tr("Whole order"))),
        )
        self._kinds.set_current(self._kind)
        self._content = QWidget()
        row = QHBoxLayout(self._content)
        row.setContentsMargins(0, 0, 0, look.metrics.space("xs"))
        row.setSpacing(look.metrics.space("xl"))
        row.addLayout(self._left(), 3)
        row.addLayout(self._right(), 2)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._content)
        self._empty = EmptyState(
            look,
            "robustness",
            self.tr("Robustness needs two ranked projects with every figure known."),
            self.tr("Go to the projects"),
        )
        self._stack.addWidget(self._empty)
        self.add(self._stack, 1)

    def _left(self) -> QVBoxLayout:
        look = self.context.look
        top = QHBoxLayout()
        words = head(look, self.tr("If one weight changed"))
        words.setWordWrap(False)
        top.addWidget(words)
        top.addWidget(self._chooser, 1)
        top.addWidget(self._reset)
        column = QVBoxLayout()
        column.setSpacing(look.metrics.space("s"))
        column.addLayout(top)
        column.addWidget(self._lines, 1)
        hint = caption(
            look,
            self.tr(
                "Drag the line, or focus the chart and press the arrow keys. "
                "The other weights keep their proportions."
            ),
        )
        column.addWidget(hint)
        column.addWidget(self._what_if)
        column.addWidget(self._ends)
        for text in (hint, self._ends):
            # Its wished height is that of a narrow block; the chart needs the room.
            text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        return column

    def _right(self) -> QVBoxLayout:
        look = self.context.look
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self._bars)
        column = QVBoxLayout()
        column.setSpacing(look.metrics.space("s"))
        top = QHBoxLayout()
        top.addWidget(head(look, self.tr("Weights that keep")), 1)
        top.addWidget(self._kinds)
        column.addLayout(top)
        column.addWidget(scroll, 1)
        return column

    def _wire(self) -> None:
        self._methods.chosen.connect(self._choose_method)
        self._kinds.chosen.connect(self._choose_kind)
        self._chooser.activated.connect(self._choose_place)
        self._bars.activated.connect(self.choose)
        self._lines.activated.connect(self._select)
        self._lines.weight_dragged.connect(self._move)
        self._lines.weight_released.connect(self._move)
        self._job.finished.connect(self._arrive)
        self._job.failed.connect(self.header.set_statement)
        self._job.busy.connect(self._say_busy)
        self._reset.clicked.connect(self._back)
        self._empty.asked.connect(partial(self.context.navigator.go, "projects", ""))
        self._lines.export_requested.connect(partial(self.export_chart, self._lines, "sensitivity"))
        self._bars.export_requested.connect(self._export_bars)

    def show_study(self, study: Study) -> None:
        """See Page; what is on show stays until the new figures are there."""
        self._results = rank(study) if study.projects else None
        enough = self._results is not None and len(steady_rows(self._results)) > 1
        self._stack.setCurrentWidget(self._content if enough else self._empty)
        for control in (self._methods, self._kinds):
            control.setEnabled(enough)
        if not enough or self._results is None:
            self._job.cancel()
            self.header.set_statement(self.tr("Nothing can overtake yet."))
            return
        if self._element not in elements(self._results):
            self._element = ""
        self._ask()

    def choose(self, element: str) -> None:
        """Moves the weight of another premise or criterion."""
        self._element = element
        self._ask()

    def focus_on(self, place: str) -> None:
        """See Page; the place is a premise or a criterion."""
        if self._results is not None and place in elements(self._results):
            self.choose(place)

    @property
    def is_waiting(self) -> bool:
        """See Page."""
        return self._job.is_running

    def leave(self) -> None:
        """See Page."""
        self._job.cancel()

    def _ask(self) -> None:
        if self._results is not None:
            self._job.start(partial(_prepare, self._results, self._method, self._element))

    def _arrive(self, answer: object) -> None:
        if isinstance(answer, str) and self._results is not None:
            self._element = answer
            self._fill_chooser(self._results.study, elements(self._results))
            self._show(self._results)

    def _say_busy(self, is_busy: bool) -> None:
        if is_busy:
            self.header.set_statement(self.tr("The intervals are being computed…"))

    def _fill_chooser(self, study: Study, names: tuple[str, ...]) -> None:
        premises = {premise.id for premise in study.premises}
        texts = [name if name in premises else f"    {name}" for name in names]
        entries = [f"{text}  {study.name_of(name)}" for text, name in zip(texts, names, strict=True)]
        if [self._chooser.itemText(i) for i in range(self._chooser.count())] != entries:
            self._chooser.clear()
            for entry, name in zip(entries, names, strict=True):
                self._chooser.addItem(entry, name)
        self._chooser.setCurrentIndex(self._chooser.findData(self._element))

    def _show(self, results: Results) -> None:
        lines = self._pictures.lines(results, self._method, self._element, self._selected)
        found = study_of(results, self._method, self._element)
        if lines is None or found is None:
            return
        self._lines.show_data(lines)
        self._bars.show_data(self._pictures.bars(results, self._method, self._kind, self._element))
        self._what_if.show_weight(
            results, self._method, self._element, found.stability.weight, is_current=True
        )
        self._ends.set_text("\n".join(self._words.sentences(found)))
        self._reset.setEnabled(False)
        self.header.set_statement(self._statement(results))

    def _statement(self, results: Results) -> str:
        found = [item for item in study_stability(results) if item.method == self._method]
        intervals = [item.stability.winner for item in found]
        firm = sum(interval.lower_pair is None and interval.upper_pair is None for interval in intervals)
        text = self.tr(
            "First place stays, whatever a single weight is, for {firm} of {all} premises and criteria."
        ).format(firm=firm, all=len(found))
        out = len(results.ranked) - len(steady_rows(results))
        if not out:
            return text
        gaps = self.tr("Left out for missing figures: {projects}.")
        return f"{text} {gaps.format(projects=CountWords().projects(out))}"

    def _move(self, weight: float) -> None:
        if self._results is not None:
            self._what_if.show_weight(self._results, self._method, self._element, weight, is_current=False)
            self._reset.setEnabled(True)

    def _back(self) -> None:
        if self._results is not None:
            self._show(self._results)

    def _select(self, project: str) -> None:
        self._selected = "" if project == self._selected else project
        if self._results is not None:
            self._show(self._results)

    def _choose_method(self, key: str) -> None:
        self._method = cast("Method", key)
        self._ask()

    def _choose_kind(self, key: str) -> None:
        self._kind = key
        if self._results is not None:
            self._bars.show_data(self._pictures.bars(self._results, self._method, self._kind, self._element))

    def _choose_place(self, place: int) -> None:
        self.choose(str(self._chooser.itemData(place)))

    def _export_bars(self, kind: str) -> None:
        what = self.tr("first place") if self._kind == "winner" else self.tr("the whole order")
        title = self.tr("Weights that keep {what}, by {method}").format(
            what=what, method=MethodWords().name(self._method)
        )
        self.export_chart(self._bars, "stability", kind, title)


def _prepare(results: Results, method: Method, element: str, _token: Token) -> str:
    """Works out what the room shows, so that showing it is quick; gives the element to show.

    Without one the room opens on the premise whose weight is closest to another first place.
    """
    study_stability(results)
    chosen = element or nearest_premise(results, method)
    study_sweep(results, method, chosen)
    study_crossings(results, method, chosen)
    return chosen
