"""Where choices of method, cut-offs and waivers stand, and the names formulas use for them."""

from __future__ import annotations

from criteria.model.study import Study
from criteria.report.workbook.geometry import SETTINGS, TABLE_FIRST, WAIVERS
from criteria.report.workbook.rule_formula import cutoff_name

#: Names that formulas read, in the order of the rows: name in formulas, what it is.
CHOICES = ("score_set", "prioritisation", "normalisation", "synthesis", "theta", "cap", "cap_descoped")
#: Names that formulas of a group read; their rows follow the cut-offs.
GROUP_CHOICES = ("group_method", "weights_of")
#: The value column of the sheet Settings.
VALUE = 3
#: The column of the sheet Waivers that says whether a waiver counts.
COUNTS = 6


def choice_row(name: str) -> int:
    """The row of a choice on the sheet Settings."""
    return TABLE_FIRST + CHOICES.index(name)


def group_row(study: Study, name: str) -> int:
    """The row of a choice about a group, below the cut-offs."""
    return TABLE_FIRST + len(CHOICES) + len(study.thresholds) + GROUP_CHOICES.index(name)


def cutoff_row(study: Study, threshold: str) -> int:
    """The row of a cut-off on the sheet Settings, below the choices."""
    place = next(place for place, item in enumerate(study.thresholds) if item.id == threshold)
    return TABLE_FIRST + len(CHOICES) + place


def cutoff_cell(study: Study, threshold: str) -> str:
    """How formulas name a cut-off: by its name, by its cell where its id makes no valid name."""
    return cutoff_name(threshold) or SETTINGS.cell(cutoff_row(study, threshold), VALUE)


def waiver_cell(place: int) -> str:
    """The cell that says whether a waiver counts."""
    return WAIVERS.cell(TABLE_FIRST + place, COUNTS)
