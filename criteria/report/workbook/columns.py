"""Columns of a table: one formula for all rows, or constants, with the values of every project."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from criteria.arrays import Floats, Ints
from criteria.report.workbook.references import ROW, here
from criteria.report.workbook.sheet_builder import SheetBuilder, Value
from criteria.report.workbook.styles import CHECK, Style, figures, in_app

#: What a project that is not ranked has instead of a rank.
DASH = "–"


@dataclass(frozen=True, eq=False)
class Column:
    """One column; `formula` holds ROW for the row, an empty one makes constants; `values` are by project.

    Where the formula draws on other rows of another sheet, `sources` has the first and last for each project.
    """

    number: int
    values: Sequence[Value | None]
    style: Style
    formula: str = ""
    sources: Sequence[tuple[int, int]] = ()


def derived(
    number: int, formula: str, values: Floats | Sequence[Value], style: Style | None = None
) -> Column:
    """A column of live formulas with the values they have."""
    return Column(number, _listed(values), style or figures("0.000"), formula)


def constants(number: int, values: Floats | Sequence[Value | None], style: Style | None = None) -> Column:
    """A column of the program's own numbers."""
    return Column(number, _listed(values), style or in_app())


def derived_block(
    first: int, formulas: Sequence[str], table: Floats, style: Style | None = None
) -> list[Column]:
    """Columns side by side, one for each column of a table (projects x criteria)."""
    look = style or figures("0.000")
    return [
        Column(first + place, table[:, place].tolist(), look, formula)
        for place, formula in enumerate(formulas)
    ]


def rank_values(ranks: Ints) -> list[Value]:
    """Ranks as cells hold them, a dash for a project that is not ranked."""
    return [float(rank) if rank > 0 else DASH for rank in ranks.tolist()]


def fill_columns(builder: SheetBuilder, rows: Iterable[tuple[int, int]], columns: Sequence[Column]) -> None:
    """Writes columns in rows, each given as (row, project)."""
    patterns = [
        builder.pattern(column.number, column.formula, builder.style(column.style))
        if column.formula
        else None
        for column in columns
    ]
    styles = [builder.style(column.style) for column in columns]
    prepared = list(zip(columns, patterns, styles, strict=True))
    for row, project in rows:
        for column, pattern, style in prepared:
            value = column.values[project]
            if pattern is None or value is None:
                builder.value(row, column.number, value, style)
            else:
                builder.fill(row, pattern, value, column.sources[project] if column.sources else None)


def fill_checks(
    builder: SheetBuilder, rows: Iterable[tuple[int, int]], number: int, pairs: Sequence[tuple[int, int]]
) -> None:
    """Writes a check in each row: whether the columns of each pair agree."""
    cells = [(here(ROW, first), here(ROW, second)) for first, second in pairs]
    pattern = builder.check_pattern(number, cells, builder.style(CHECK))
    for row, _ in rows:
        builder.fill_check(row, pattern)


def _listed(values: Floats | Sequence[Value | None]) -> Sequence[Value | None]:
    return values.tolist() if isinstance(values, np.ndarray) else values
