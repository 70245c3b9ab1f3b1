"""Settings outside the range for which the methods are defined."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from criteria.checks.problem import Problem
from criteria.model.study import Study

#: By attribute: its name, the least and the greatest value.
_RANGES: Mapping[str, tuple[str, float, float]] = {
    "theta": ("The share of severity that always counts (theta)", 0.0, 1.0),
    "risk_aversion": ("Risk aversion", 0.0, float("inf")),
    "draws": ("The number of draws", 1, float("inf")),
    "budget_eur": ("The budget of the call", 0.0, float("inf")),
}


def setting_problems(study: Study) -> Iterator[Problem]:
    """Every setting whose value no method accepts; only a file written elsewhere can hold one."""
    for attribute, (name, low, high) in _RANGES.items():
        value = getattr(study.settings, attribute)
        if value is not None and not low <= value <= high:
            facts = {"name": name, "figure": value, "minimum": low, "maximum": high}
            yield Problem("error", "setting-out-of-range", ("study", "settings", attribute), facts)
