"""One criterion, or one premise, in full: meaning, source, scale, value function."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from criteria.edits.criteria_tree import set_criterion_active
from criteria.model.study import Study
from criteria.model.tree import Criterion, Premise
from desktop.app.context import Context
from desktop.app.words.numbers import short_figure
from desktop.charts import value_function
from desktop.charts.chart_view import ChartView
from desktop.pages.criteria.scale_curve import ScaleCurve
from desktop.pages.criteria.value_editor import ValueEditor
from desktop.widgets.text import Text, caption, head, strong


class CriterionView(QWidget):
    """Headings stay; what stands below them follows the criterion."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._criterion: Criterion | None = None
        self._curve = ScaleCurve()
        look = context.look
        self._title, self._question = head(look, ""), Text(look, "")
        self._facts = caption(look, "")
        self._active = QCheckBox(self.tr("Counts in this study"))
        self._active.clicked.connect(self._toggle)
        self.chart = ChartView(look, value_function.paint, self.tr("Value function"), least=(20, 26))
        self._editor = ValueEditor(context)
        self._levels = QGridLayout()
        self._levels.setHorizontalSpacing(look.metrics.space("m"))
        self._parts = [(strong(look, name), Text(look, "")) for name in self._names()]
        self._build()

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("Why it follows from the paper"),
            self.tr("Evidence and public sources"),
            self.tr("Caution"),
        )

    def _build(self) -> None:
        look = self._context.look
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, look.metrics.space("l"), look.metrics.space("l"))
        column.setSpacing(look.metrics.space("s"))
        for widget in (self._title, self._question, self._facts, self._active):
            column.addWidget(widget)
        self._worth = strong(look, self.tr("What a figure is worth"))
        column.addWidget(self._worth)
        column.addWidget(self.chart)
        column.addWidget(self._editor)
        self._levels_head = strong(look, self.tr("Anchored levels"))
        column.addWidget(self._levels_head)
        column.addLayout(self._levels)
        for heading, text in self._parts:
            column.addWidget(heading)
            column.addWidget(text)
        column.addStretch(1)

    def show_criterion(self, study: Study, criterion: Criterion) -> None:
        """Shows a criterion."""
        self._criterion = criterion
        self._title.set_text(f"{criterion.id}  {criterion.name}")
        self._question.set_text(criterion.definition)
        self._facts.set_text(self._fact_line(study, criterion))
        self._active.setVisible(True)
        self._active.setChecked(criterion.active)
        self.chart.show_data(self._curve.picture(study, criterion))
        self._editor.show_criterion(criterion)
        self._show_scale(has=True)
        self._show_levels(criterion)
        texts = (criterion.paper, criterion.evidence, criterion.caution)
        for (heading, label), text in zip(self._parts, texts, strict=True):
            label.set_text(text)
            heading.setVisible(bool(text))
            label.setVisible(bool(text))

    def show_premise(self, premise: Premise) -> None:
        """Shows a premise."""
        self._criterion = None
        self._title.set_text(premise.name)
        self._question.set_text(premise.question)
        self._facts.set_text("")
        self._active.setVisible(False)
        self._show_scale(has=False)
        self._clear_levels()
        for place, (heading, label) in enumerate(self._parts):
            label.set_text(premise.paper if place == 0 else "")
            heading.setVisible(place == 0)
            label.setVisible(place == 0)

    def _show_scale(self, *, has: bool) -> None:
        for part in (self._worth, self.chart, self._editor, self._levels_head):
            part.setVisible(has)

    def _fact_line(self, study: Study, criterion: Criterion) -> str:
        figures = [p.score(criterion.id).value for p in study.projects]
        known = [x for x in figures if x is not None]
        direction = (
            self.tr("higher is better") if criterion.direction == "benefit" else self.tr("lower is better")
        )
        parts = [criterion.unit, direction]
        if criterion.country_level:
            parts.append(self.tr("same for all projects in a country"))
        if known:
            parts.append(
                self.tr("these projects span {low} to {high}").format(
                    low=short_figure(min(known)), high=short_figure(max(known))
                )
            )
        return "; ".join(parts)

    def _show_levels(self, criterion: Criterion) -> None:
        self._clear_levels()
        self._levels_head.setVisible(bool(criterion.levels))
        for row, level in enumerate(criterion.levels):
            number = strong(self._context.look, str(level.value))
            words = Text(self._context.look, "", "body")
            words.set_html(f"<b>{level.label}</b>. {level.anchor}")
            self._levels.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
            self._levels.addWidget(words, row, 1)
        self._levels.setColumnStretch(1, 1)

    def _clear_levels(self) -> None:
        while (item := self._levels.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def _toggle(self, checked: bool) -> None:
        if self._criterion is None:
            return
        label = self.tr("switch {id} on or off").format(id=self._criterion.id)
        if not self._context.store.edit(label, partial(_switched, self._criterion.id, checked)):
            self._active.setChecked(self._criterion.active)


def _switched(criterion_id: str, active: bool, study: Study) -> Study:
    return set_criterion_active(study, criterion_id, active)
