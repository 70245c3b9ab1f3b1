"""The value function of one criterion: its kind, its anchors, its points; each change is one undo step."""

from __future__ import annotations

from functools import partial
from typing import cast

from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from criteria.edits.criteria_tree import set_value_function
from criteria.errors import ProportioError
from criteria.model.scales import ValueFunction, ValueKind
from criteria.model.study import Study
from criteria.model.tree import Criterion
from criteria.ranking.value_functions import unit_value
from desktop.app.context import Context
from desktop.widgets.fields import LabelledField, NumberField
from desktop.widgets.text import Text, caption

#: Points of a new piecewise function along the scale.
NEW_POINTS = 5


class ValueEditor(QWidget):
    """Fields for the anchors, or a value for each level or point."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._criterion: Criterion | None = None
        look = context.look
        self._kind = QComboBox()
        self._kind.setAccessibleName(self.tr("Shape of the value function"))
        policy = QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        self._kind.setSizeAdjustPolicy(policy)  # the longest shape must not widen the room
        self._kind.setMinimumContentsLength(12)
        for key, text in (
            ("linear", self.tr("Straight between two anchors")),
            ("logarithmic", self.tr("Logarithmic between two anchors")),
            ("levels", self.tr("A value for each level")),
            ("piecewise", self.tr("Straight pieces between points")),
        ):
            self._kind.addItem(text, key)
        self._worst = NumberField(look, self.tr("Worst figure, value 0"), decimals=3)
        self._best = NumberField(look, self.tr("Best figure, value 1"), decimals=3)
        self._ends = QWidget()
        row = QHBoxLayout(self._ends)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.metrics.space("m"))
        row.addWidget(LabelledField(look, self.tr("Worst figure (value 0)"), self._worst))
        row.addWidget(LabelledField(look, self.tr("Best figure (value 1)"), self._best))
        self._points = QWidget()
        self._grid = QGridLayout(self._points)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._fields: list[NumberField] = []
        self._error = Text(look, "", "small", "danger")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.metrics.space("s"))
        for widget in (self._kind, self._ends, self._points, self._error):
            column.addWidget(widget)
        self._kind.activated.connect(self._choose_kind)
        self._worst.value_committed.connect(partial(self._commit_end, "worst"))
        self._best.value_committed.connect(partial(self._commit_end, "best"))

    def show_criterion(self, criterion: Criterion) -> None:
        """Shows the value function of a criterion."""
        is_other = self._criterion is None or self._criterion.id != criterion.id
        self._criterion = criterion
        function = criterion.value_function
        self._kind.setCurrentIndex(self._kind.findData(function.kind))
        has_points = function.kind in ("levels", "piecewise")
        self._ends.setVisible(not has_points)
        self._points.setVisible(has_points)
        self._worst.set_value(function.worst)
        self._best.set_value(function.best)
        if has_points:
            self._show_points(criterion)
        if is_other:
            self._tell("")

    def _show_points(self, criterion: Criterion) -> None:
        points = sorted(criterion.value_function.points)
        if len(self._fields) != len(points):
            self._rebuild(len(points))
        for place, (figure, value) in enumerate(points):
            level = criterion.level(figure) if criterion.levels else None
            name = f"{figure:g}  {level.label}" if level else f"{figure:g} {criterion.unit}"
            item = self._grid.itemAtPosition(place, 0)
            label = item.widget() if item is not None else None
            if isinstance(label, Text):
                label.set_text(name)
            self._fields[place].setAccessibleName(self.tr("Value at {figure}").format(figure=name))
            self._fields[place].set_value(value)

    def _rebuild(self, count: int) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._fields = []
        for place in range(count):
            self._grid.addWidget(caption(self._context.look, ""), place, 0)
            field = NumberField(self._context.look, "", decimals=2, lowest=0.0, highest=1.0)
            field.value_committed.connect(partial(self._commit_point, place))
            self._fields.append(field)
            self._grid.addWidget(field, place, 1)
        self._grid.setColumnStretch(0, 1)

    def _choose_kind(self, place: int) -> None:
        criterion = self._criterion
        if criterion is None:
            return
        kind = cast("ValueKind", self._kind.itemData(place))
        old = criterion.value_function
        if kind != old.kind:
            points = _points_for(criterion, kind)
            self._apply(ValueFunction(kind, old.worst, old.best, points))

    def _commit_end(self, end: str, value: object) -> None:
        if self._criterion is not None and isinstance(value, int | float):
            old = self._criterion.value_function
            worst = float(value) if end == "worst" else old.worst
            best = float(value) if end == "best" else old.best
            self._apply(ValueFunction(old.kind, worst, best, old.points))

    def _commit_point(self, place: int, value: object) -> None:
        if self._criterion is not None and isinstance(value, int | float):
            old = self._criterion.value_function
            points = sorted(old.points)
            points[place] = (points[place][0], float(value))
            self._apply(ValueFunction(old.kind, old.worst, old.best, tuple(points)))

    def _apply(self, function: ValueFunction) -> None:
        if self._criterion is None:
            return
        label = self.tr("change the value function of {id}").format(id=self._criterion.id)
        try:
            self._context.store.edit_or_raise(label, partial(_with, self._criterion.id, function))
        except ProportioError as error:
            self._tell(str(error))
            self.show_criterion(self._context.store.study.criterion(self._criterion.id))
        else:
            self._tell("")

    def _tell(self, sentence: str) -> None:
        self._error.set_text(sentence)
        self._error.setVisible(bool(sentence))


def _points_for(criterion: Criterion, kind: ValueKind) -> tuple[tuple[float, float], ...]:
    """Points that start where the present curve is, so that choosing a shape changes no value by itself."""
    function = criterion.value_function
    if kind not in ("levels", "piecewise"):
        return function.points
    if criterion.levels:
        figures = [float(level.value) for level in criterion.levels]
    else:
        low, high = sorted((function.worst, function.best))
        figures = [low + (high - low) * i / (NEW_POINTS - 1) for i in range(NEW_POINTS)]
    return tuple((figure, round(unit_value(function, figure), 6)) for figure in figures)


def _with(criterion_id: str, function: ValueFunction, study: Study) -> Study:
    return set_value_function(study, criterion_id, function)
