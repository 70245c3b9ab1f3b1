"""Settings outside the range for which the methods are defined, and what some do to ranks with gaps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from criteria.checks.problem import Problem
from criteria.model.settings import Method
from criteria.model.study import Study
from criteria.ranking.scoring import is_relative
from criteria.screening.screen import Screening

#: By attribute: its name, the least and the greatest value.
_RANGES: Mapping[str, tuple[str, float, float]] = {
    "theta": ("The share of severity that always counts (theta)", 0.0, 1.0),
    "risk_aversion": ("Risk aversion", 0.0, float("inf")),
    "draws": ("The number of draws", 1, float("inf")),
    "budget_eur": ("The budget of the call", 0.0, float("inf")),
}
#: By method: its name, the setting that makes projects depend on each other, and the way out.
_RELATIVE: Mapping[Method, tuple[str, str, str]] = {
    "topsis": ("TOPSIS", "topsis_normalisation", "fixed scales"),
    "ahp": ("AHP", "ahp_synthesis", "ideal mode"),
}


def setting_problems(study: Study) -> Iterator[Problem]:
    """Every setting whose value no method accepts; only a file written elsewhere can hold one."""
    for attribute, (name, low, high) in _RANGES.items():
        value = getattr(study.settings, attribute)
        if value is not None and not low <= value <= high:
            facts = {"name": name, "figure": value, "minimum": low, "maximum": high}
            yield Problem("error", "setting-out-of-range", ("study", "settings", attribute), facts)


def range_problems(study: Study, screening: Screening) -> Iterator[Problem]:
    """Each method by which ranges of ranks are estimates: a ranked project has gaps that move all scores."""
    pairs = zip(study.projects, screening.projects, strict=True)
    ranked = [project for project, found in pairs if not found.excluded]
    active = [criterion.id for criterion in study.active_criteria]
    if all(project.score(criterion).value is not None for project in ranked for criterion in active):
        return
    for method, (name, attribute, remedy) in _RELATIVE.items():
        # Projects compared in pairs need no figure.
        is_compared = method == "ahp" and study.settings.ahp_intensities == "projects"
        if is_relative(study.settings, method) and not is_compared:
            facts = {"name": name, "remedy": remedy}
            yield Problem("note", "ranges-estimated", ("study", "settings", attribute), facts)
