"""What a weight is about: a criterion's scale from its worst to its best end, as people read it."""

from __future__ import annotations

from dataclasses import dataclass

from criteria.model.tree import Criterion

#: Keeps a number and its unit on one line.
NO_BREAK = "\u00a0"


@dataclass(frozen=True)
class Anchor:
    """One end of a range: its name and, where the scale has levels, what it means."""

    label: str
    text: str = ""


def anchors(criterion: Criterion) -> tuple[float, float]:
    """The figures of value 0 and of value 1."""
    function = criterion.value_function
    if function.kind in ("piecewise", "levels") and function.points:
        by_value = sorted(function.points, key=lambda point: point[1])
        return by_value[0][0], by_value[-1][0]
    return function.worst, function.best


def ends(criterion: Criterion) -> tuple[Anchor, Anchor]:
    """The worst and the best end of a criterion's scale; figures of both have equally many decimals."""
    worst, best = anchors(criterion)
    return _anchor(criterion, worst, best), _anchor(criterion, best, worst)


def span(criterion: Criterion) -> tuple[str, str]:
    """The best and the worst end in a word each; a unit stands once, at the best."""
    low, high = (end.label for end in ends(criterion))
    unit = unit_name(criterion)
    if unit:
        low = low.removeprefix(f"{unit}{NO_BREAK}").removesuffix(f"{NO_BREAK}{unit}")
    return high, low


def with_unit(criterion: Criterion, number: str) -> str:
    """A figure with the unit of its criterion, in the order in which it is read."""
    unit = unit_name(criterion)
    if not unit:
        return number
    return f"{unit}{NO_BREAK}{number}" if _leads(unit) else f"{number}{NO_BREAK}{unit}"


def unit_name(criterion: Criterion) -> str:
    """The unit without the ends of its scale, which stand beside it anyway."""
    return "" if criterion.levels else criterion.unit.partition(" 0–")[0]


def short_figure(value: float) -> str:
    """A figure with thousands grouped and no empty decimals."""
    digits = 0 if abs(value) >= 1000 else 1 if abs(value) >= 10 else 3
    text = f"{value:,.{digits}f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text).replace("-", "−")


def _anchor(criterion: Criterion, value: float, other: float) -> Anchor:
    level = next((level for level in criterion.levels if level.value == value), None)
    if level is not None:
        return Anchor(level.label, level.anchor)
    digits = max(len(short_figure(end).partition(".")[2]) for end in (value, other))
    return Anchor(with_unit(criterion, f"{value:,.{digits}f}".replace("-", "−")))


def _leads(unit: str) -> bool:
    """Whether the name of an index stands before its figure."""
    return unit.isupper() or unit == "index"
