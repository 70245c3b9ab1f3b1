"""Formulas of one row of the sheet Scores, written once for each criterion and filled in for each row."""

from __future__ import annotations

from dataclasses import dataclass

from criteria.report.workbook.credibility_columns import CredibilityColumns
from criteria.report.workbook.geometry import CREDIBILITY, SAFEGUARDS, CriterionColumn, Geometry, ScoreColumn
from criteria.report.workbook.references import ROW, SOURCE, here
from criteria.report.workbook.value_formula import value_formula
from criteria.screening.safeguards import DESCOPING


def _cell(column: ScoreColumn) -> str:
    return here(ROW, column)


_FIGURE, _LOW, _HIGH = (_cell(c) for c in (ScoreColumn.FIGURE, ScoreColumn.LOW, ScoreColumn.HIGH))
_BOUNDED = f"OR(ISNUMBER({_FIGURE}),AND(ISNUMBER({_LOW}),ISNUMBER({_HIGH})))"


@dataclass(frozen=True)
class ScoreFormulas:
    """The formulas of one criterion; `SOURCE` stands for the row of the project on Credibility."""

    offered: str
    required: str
    used_change: str
    used: str
    used_low: str
    used_high: str
    value: str
    value_low: str
    value_high: str
    as_proposed: str
    as_offered: str

    @classmethod
    def of(cls, geometry: Geometry, criterion: int) -> ScoreFormulas:
        """The formulas of a criterion."""
        ends = (
            geometry.criterion(CriterionColumn.MINIMUM, criterion),
            geometry.criterion(CriterionColumn.MAXIMUM, criterion),
        )
        offered, change = _cell(ScoreColumn.OFFERED), _cell(ScoreColumn.CHANGE)
        required = _cell(ScoreColumn.REQUIRED)
        value, low, high = (
            value_formula(geometry, criterion, _cell(column))
            for column in (ScoreColumn.USED, ScoreColumn.USED_LOW, ScoreColumn.USED_HIGH)
        )
        return cls(
            offered=_capped(geometry, criterion, required=False),
            required=_capped(geometry, criterion, required=True),
            used_change=f'IF(score_set="proposed",0,IF(score_set="offered",{offered},{required}))',
            used=f'IF(ISNUMBER({_FIGURE}),{_moved(_FIGURE, change, ends)},"missing")',
            used_low=_bound(_LOW, change, ends, ends[0]),
            used_high=_bound(_HIGH, change, ends, ends[1]),
            value=f'IF(ISNUMBER({_cell(ScoreColumn.USED)}),{value},"missing")',
            value_low=f"MIN({low},{high})",
            value_high=f"MAX({low},{high})",
            as_proposed=_at_worst(geometry, criterion, "0", ends),
            as_offered=_at_worst(geometry, criterion, offered, ends),
        )


def _capped(geometry: Geometry, criterion: int, *, required: bool) -> str:
    """The capped sum of believed levels: of the safeguards a project offers, or of all required."""
    columns = CredibilityColumns(geometry.study)
    if not columns.count:
        return "0"
    flags, believed = columns.offered, columns.believed
    if required:
        flags, believed = columns.required, columns.believed_required
    column = columns.effect_column(criterion)
    effects = SAFEGUARDS.down(column, columns.first_safeguard, columns.count)
    levels = f"MMULT({CREDIBILITY.across(SOURCE, believed, columns.count)},{effects})"
    cap, descoping = "cap", columns.place_of(DESCOPING)
    if descoping is not None:
        effect = SAFEGUARDS.cell(columns.first_safeguard + descoping, column)
        cap = f"IF({CREDIBILITY.cell(SOURCE, flags + descoping)}*{effect}<>0,cap_descoped,cap)"
    return f"MAX(-{cap},MIN({cap},{levels}))"


def _moved(figure: str, change: str, ends: tuple[str, str]) -> str:
    """A figure moved by a change, never past an end of the scale; left alone where nothing changes it."""
    if change == "0":
        return figure
    return f"IF({change}=0,{figure},MIN({ends[1]},MAX({ends[0]},{figure}+{change})))"


def _bound(own: str, change: str, ends: tuple[str, str], end: str) -> str:
    """A bound of the figure used: as stated, the figure itself, or, with nothing known, the scale's end."""
    return f"IF({_BOUNDED},{_moved(f'IF(ISNUMBER({own}),{own},{_FIGURE})', change, ends)},{end})"


def _at_worst(geometry: Geometry, criterion: int, change: str, ends: tuple[str, str]) -> str:
    """The value with another change than the one used; a missing figure at its worst."""
    known = value_formula(geometry, criterion, _moved(_FIGURE, change, ends))
    sides = (
        f"IF(AND(ISNUMBER({_LOW}),ISNUMBER({_HIGH})),{_moved(own, change, ends)},{end})"
        for own, end in zip((_LOW, _HIGH), ends, strict=True)
    )
    low, high = (value_formula(geometry, criterion, side) for side in sides)
    return f"IF(ISNUMBER({_FIGURE}),{known},MIN({low},{high}))"
