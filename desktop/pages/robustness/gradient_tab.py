"""One weight runs from 0 to 100 %: every project's line, and the order at any weight."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from criteria.model.settings import Method
from criteria.model.study import Study
from criteria.ranking.results import Results, rank
from criteria.robustness.study_sensitivity import elements, study_crossings, study_stability, study_sweep
from desktop.app.context import Context
from desktop.app.jobs import Token
from desktop.app.words.stability import StabilityWords
from desktop.charts.sensitivity_view import SensitivityView
from desktop.pages.robustness.order_there import OrderThere
from desktop.pages.robustness.pictures import Pictures, nearest_premise, study_of
from desktop.pages.robustness.robustness_tab import RobustnessTab, RoomChoice
from desktop.widgets.buttons import secondary_button
from desktop.widgets.panel_builder import PanelText
from desktop.widgets.panel_parts import PanelContent, Section, Widget
from desktop.widgets.side_panel import SidePanel
from desktop.widgets.text import caption, head


class GradientTab(RobustnessTab):
    """The lines with a handle; at the right the order where the handle stands."""

    def __init__(self, context: Context, choice: RoomChoice) -> None:
        super().__init__(context, choice)
        self._results: Results | None = None
        self._selected = ""
        self._pictures, self._words = Pictures(), StabilityWords()
        self._job = context.job(self)
        self._build()
        self._wire()

    def _build(self) -> None:
        look = self.context.look
        self.lines = SensitivityView(look, self.tr("Scores along one weight"))
        self.chooser = QComboBox()
        self.chooser.setAccessibleName(self.tr("Weight that moves"))
        self.reset = secondary_button(look, self.tr("Reset"))
        words = head(look, self.tr("If one weight changed"))
        words.setWordWrap(False)
        top = QHBoxLayout()
        top.addWidget(words)
        top.addWidget(self.chooser, 1)
        top.addWidget(self.reset)
        hint = caption(
            look,
            self.tr(
                "Drag the line, or focus the chart and press the arrow keys. "
                "The other weights keep their proportions."
            ),
        )
        # Its wished height is that of a narrow block; the chart needs the room.
        hint.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, look.metrics.space("s"))
        column.setSpacing(look.metrics.space("s"))
        column.addLayout(top)
        column.addWidget(self.lines, 1)
        column.addWidget(hint)
        self._build_panel()

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
        self._job.finished.connect(self._arrive)
        self._job.failed.connect(self.failed)
        self.offer_export(self.lines, self.tr("sensitivity"))

    def show_study(self, study: Study) -> None:
        """See RobustnessTab."""
        self._results = rank(study)
        self._job.start(partial(_prepare, self._results, self.choice.method, self.choice.element))

    @property
    def is_waiting(self) -> bool:
        """See RobustnessTab."""
        return self._job.is_running

    def leave(self) -> None:
        """See RobustnessTab."""
        self._job.cancel()

    def _arrive(self, element: object) -> None:
        if isinstance(element, str) and self._results is not None:
            self.choice.element = element
            self._fill_chooser(self._results.study, elements(self._results))
            self._show(self._results)

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


def _prepare(results: Results, method: Method, element: str, _token: Token) -> str:
    """Works out what the tab shows, so that showing it is quick; gives the element to show.

    Without one the tab opens on the premise whose weight is closest to another first place.
    """
    study_stability(results)
    chosen = element or nearest_premise(results, method)
    study_sweep(results, method, chosen)
    study_crossings(results, method, chosen)
    return chosen
