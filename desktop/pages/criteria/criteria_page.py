"""The criteria room: the hierarchy at the left, the selected criterion in full at the right."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QWidget

from criteria.model.study import Study
from desktop.app.context import Context
from desktop.pages.criteria.criteria_list import CriteriaList
from desktop.pages.criteria.criterion_view import CriterionView
from desktop.pages.page import Page
from desktop.widgets.roomy import Upright


class CriteriaPage(Page):
    """What is measured, why, on which scale, and what a figure is worth."""

    key = "criteria"
    depends_on = frozenset({"criteria", "premises", "projects", "stakeholders", "settings"})

    def __init__(self, context: Context) -> None:
        super().__init__(context, self.tr("Criteria"))
        self._selected = ""
        self._study: Study | None = None
        look = context.look
        self._list = CriteriaList(look)
        self._view = CriterionView(context)
        self._scroll = Upright(self._view)
        content = QWidget()
        row = QHBoxLayout(content)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.metrics.space("xl"))
        row.addWidget(self._list, 3)
        row.addWidget(self._scroll, 3)
        self.add(content, 1)
        self._list.chosen.connect(self.select)
        self._view.chart.export_requested.connect(
            partial(self.export_chart, self._view.chart, "value function")
        )

    def show_study(self, study: Study) -> None:
        """See Page."""
        self._study = study
        known = {*(p.id for p in study.premises), *(c.id for c in study.criteria)}
        if self._selected not in known:
            self._selected = study.criteria[0].id if study.criteria else ""
        off = len(study.criteria) - len(study.active_criteria)
        words = self.tr("{criteria} criteria in {premises} premises count").format(
            criteria=len(study.active_criteria), premises=len(study.active_premises)
        )
        self.header.set_statement(words + (self.tr("; {off} switched off").format(off=off) if off else ""))
        self._list.show_study(study, self._selected)
        self._show_selected(study)

    def select(self, element: str) -> None:
        """Shows another premise or criterion."""
        if element != self._selected and self._study is not None:
            self._selected = element
            self._list.show_study(self._study, element)
            self._show_selected(self._study)
            self._scroll.verticalScrollBar().setValue(0)

    def focus_on(self, place: str) -> None:
        """See Page; the place is a premise or a criterion."""
        first = place.split("/", maxsplit=1)[0]
        study = self._study
        if study is not None and first in {p.id for p in study.premises} | {c.id for c in study.criteria}:
            self.select(first)

    def _show_selected(self, study: Study) -> None:
        for premise in study.premises:
            if premise.id == self._selected:
                self._view.show_premise(premise)
        for criterion in study.criteria:
            if criterion.id == self._selected:
                self._view.show_criterion(study, criterion)
