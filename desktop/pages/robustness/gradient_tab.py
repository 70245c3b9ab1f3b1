"""One weight runs from 0 to 100 %: every project's line, and the order at any weight."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from criteria.model.settings import Method
from criteria.model.study import Study
from criteria.ranking.results import Results, rank
from criteria.robustness.kept_ranges import study_kept
from criteria.robustness.study_sensitivity import (
    elements,
    study_crossings,
    study_stability,
    study_sweep,
    study_sweeps,
)
from desktop.app.context import Context
from desktop.app.jobs import Token
from desktop.app.words.stability import StabilityWords
from desktop.charts.sensitivity_view import SensitivityView
from desktop.charts.spark_view import SparkView
from desktop.pages.robustness.job_tab import JobTab
from desktop.pages.robustness.order_there import OrderThere
from desktop.pages.robustness.pictures import Pictures, nearest_premise, study_of
from desktop.pages.robustness.robustness_tab import RoomChoice
from desktop.widgets.buttons import secondary_button
from desktop.widgets.panel_builder import PanelText
from desktop.widgets.panel_parts import PanelContent, Section, Widget
from desktop.widgets.segments import Segments
from desktop.widgets.side_panel import SidePanel
from desktop.widgets.text import caption

ONE, ALL = "one", "all"


class GradientTab(JobTab):
    """The lines with a handle; at the right the order where the handle stands."""

    def __init__(self, context: Context, choice: RoomChoice) -> None:
        super().__init__(context, choice)
        self._results: Results | None = None
        self._selected = ""
        self._pictures, self._words = Pictures(), StabilityWords()
        self._build()
        self._wire()

    def _build(self) -> None:
        look = self.context.look
        self.lines = SensitivityView(look, self.tr("Scores along one weight"))
        self.chooser = QComboBox()
        self.chooser.setAccessibleName(self.tr("Weight that moves"))
        self.reset = secondary_button(look, self.tr("Reset"))
        self.views = Segments(
            look,
            self.tr("How many weights are shown"),
            ((ONE, self.tr("One weight")), (ALL, self.tr("All weights"))),
        )
        self.panels = SparkView(look, self.tr("Scores along every weight"))
        top = QHBoxLayout()
        top.addWidget(self.views)
        top.addWidget(self.chooser, 1)
        top.addWidget(self.reset)
        top.addStretch(0)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._one())
        self._stack.addWidget(self._all())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look.metrics.space("s"))
        column.setSpacing(look.metrics.space("s"))
        column.addLayout(top)
        column.addWidget(self._stack, 1)
        self._build_panel()

    def _one(self) -> QWidget:
        """The large chart."""
        look, holder = self.context.look, QWidget()
        hint = caption(
            look,
            self.tr(
                "Drag the line, or focus the chart and press the arrow keys. "
                "The other weights keep their proportions."
            ),
        )
        # Its wished height is that of a narrow block; the chart needs the room.
        hint.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.space("s"))
        column.addWidget(self.lines, 1)
        column.addWidget(hint)
        return holder

    def _all(self) -> QWidget:
        """The small pictures, as high as they need to be."""
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, self.context.look.metrics.space("s"), 0)
        column.addWidget(self.panels)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(holder)
        return scroll

    def _build_panel(self) -> None:
        look, title = self.context.look, self.tr("The order there")
        self.order = OrderThere(look)
        self.ends = PanelText(look, "")
        parts = (Section("", (Widget(self._order_part), Widget(self._ends_part))),)
        panel = SidePanel(look, title)
        panel.show_content(PanelContent(title, "", parts))
        self.panel = panel

    def _order_part(self) -> QWidget:
        return self.order

    def _ends_part(self) -> QWidget:
        return self.ends

    def _wire(self) -> None:
        self.chooser.activated.connect(self._choose_place)
        self.lines.activated.connect(self._select)
        self.lines.weight_dragged.connect(self._move)
        self.lines.weight_released.connect(self._move)
        self.reset.clicked.connect(self._back)
        self.views.chosen.connect(self._choose_view)
        self.panels.activated.connect(self._mark)
        self.panels.opened.connect(self._enlarge)
        self.offer_export(self.lines, self.tr("sensitivity"))
        self.offer_export(self.panels, self.tr("all weights"))

    def show_study(self, study: Study) -> None:
        """See RobustnessTab."""
        self._results = rank(study)
        is_all = self.views.current == ALL
        work = partial(_prepare, self._results, self.choice.method, self.choice.element, with_all=is_all)
        self._job.start(work)

    def _arrive(self, element: object) -> None:
        if isinstance(element, str) and self._results is not None:
            self.choice.element = element
            self._fill_chooser(self._results.study, elements(self._results))
            self._show(self._results)
            self._show_all(self._results)

    def _fill_chooser(self, study: Study, names: tuple[str, ...]) -> None:
        premises = {premise.id for premise in study.premises}
        texts = [name if name in premises else f"    {name}" for name in names]
        entries = [f"{text}  {study.name_of(name)}" for text, name in zip(texts, names, strict=True)]
        if [self.chooser.itemText(i) for i in range(self.chooser.count())] != entries:
            self.chooser.clear()
            for entry, name in zip(entries, names, strict=True):
                self.chooser.addItem(entry, name)
        self.chooser.setCurrentIndex(self.chooser.findData(self.choice.element))

    def _show(self, results: Results) -> None:
        method, element = self.choice.method, self.choice.element
        lines = self._pictures.lines(results, method, element, self._selected)
        found = study_of(results, method, element)
        if lines is None or found is None:
            return
        self.lines.show_data(lines)
        self.order.show_weight(results, method, element, found.stability.weight, is_current=True)
        self.ends.set_text("\n".join(self._words.sentences(found)))
        self.reset.setEnabled(False)

    def _show_all(self, results: Results) -> None:
        is_all = self.views.current == ALL
        self._stack.setCurrentIndex(1 if is_all else 0)
        for control in (self.chooser, self.reset):
            control.setVisible(not is_all)
        panels = self._pictures.panels(results, self.choice.method, self.choice.element) if is_all else None
        if panels is not None:
            self.panels.show_data(panels)

    def _choose_view(self, view: str) -> None:
        self.shows_panel = view == ONE
        self.choice.changed.emit()

    def _mark(self, element: str) -> None:
        self.choice.element = element
        if self._results is not None:
            self._show_all(self._results)

    def _enlarge(self, element: str) -> None:
        self.views.set_current(ONE)
        self.shows_panel = True
        self.choice.choose_element(element)

    def _move(self, weight: float) -> None:
        if self._results is not None:
            self.order.show_weight(
                self._results, self.choice.method, self.choice.element, weight, is_current=False
            )
            self.reset.setEnabled(True)

    def _back(self) -> None:
        if self._results is not None:
            self._show(self._results)

    def _select(self, project: str) -> None:
        self._selected = "" if project == self._selected else project
        if self._results is not None:
            self._show(self._results)

    def _choose_place(self, place: int) -> None:
        self.choice.choose_element(str(self.chooser.itemData(place)))


def _prepare(results: Results, method: Method, element: str, _token: Token, *, with_all: bool) -> str:
    """Works out what the tab shows, so that showing it is quick; gives the element to show.

    Without one the tab opens on the premise whose weight is closest to another first place.
    """
    study_stability(results)
    chosen = element or nearest_premise(results, method)
    study_sweep(results, method, chosen)
    study_crossings(results, method, chosen)
    study_kept(results, method, "winner", 1)
    if with_all:
        study_sweeps(results, method)
    return chosen
