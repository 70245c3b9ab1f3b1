"""The small chart of a figure between its bounds beside the cut-off of a red line."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from criteria.model.study import Study
from criteria.screening.conditions import Trigger
from desktop.app.words.numbers import short_figure
from desktop.charts.chart_view import ChartView
from desktop.charts.interval_strip import IntervalStrip, height, paint
from desktop.look.look import Look


def cutoff_strip(study: Study, trigger: Trigger) -> IntervalStrip:
    """The figure, its bounds and the cut-off on the part of the scale where they lie.

    Only for a numeric comparison of a criterion.
    """
    criterion = study.criterion(trigger.field)
    cutoff = float(trigger.operand[0])
    figures = [float(x) for x in (trigger.fact.value, trigger.fact.low, trigger.fact.high) if _is_number(x)]  # type: ignore[arg-type]
    nearest, farthest = min(cutoff, *figures), max(cutoff, *figures)
    air = max(farthest - nearest, (criterion.maximum - criterion.minimum) / 20)
    value = float(trigger.fact.value) if _is_number(trigger.fact.value) else None  # type: ignore[arg-type]
    low, high = trigger.fact.low, trigger.fact.high
    text = _value_text(value, low, high)
    return IntervalStrip(
        lowest=max(criterion.minimum, nearest - air),
        highest=min(criterion.maximum, farthest + air),
        threshold=cutoff,
        value=value,
        low=low,
        high=high,
        bad_side="below" if trigger.operator.startswith("<") else "above",
        value_text=text,
        threshold_text=short_figure(cutoff),
        role=study.premise_of[criterion.id].role,
        summary=f"{criterion.id} {criterion.short}: {text}; {trigger.operator} {short_figure(cutoff)}",
    )


def strip_maker(look: Look) -> Callable[[Study, Trigger], Callable[[], QWidget]]:
    """What makes the chart of a comparison when the side panel shows it."""

    def make(study: Study, trigger: Trigger) -> Callable[[], QWidget]:
        return partial(_strip, look, cutoff_strip(study, trigger))

    return make


def _strip(look: Look, data: IntervalStrip) -> QWidget:
    view = ChartView(look, paint, data.summary, height, least=(20, 4))
    # It explains the figure above it; there is nothing in it to choose and no picture to take away.
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
    view.show_data(data)
    return view


def _value_text(value: float | None, low: float | None, high: float | None) -> str:
    parts = [] if value is None else [short_figure(value)]
    if low is not None and high is not None:
        parts.append(f"({short_figure(low)}–{short_figure(high)})")
    return " ".join(parts)


def _is_number(value: object) -> bool:
    return isinstance(value, float | int) and not isinstance(value, bool)
