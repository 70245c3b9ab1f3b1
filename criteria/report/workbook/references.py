"""Names of cells as formulas write them, always absolute, so that sorting or copying a row breaks nothing."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TypeAlias

from criteria.report.workbook.safe_text import safe_text

#: Stands in a formula for the row it is written in, so that one formula serves a whole column.
ROW = "\0"
#: Stands for the row of another sheet that a row draws on.
SOURCE = "\1"
#: Stands for the last row of another sheet that a row draws on.
SOURCE_END = "\2"
#: The number of a row, or what stands for it.
Row: TypeAlias = int | str


@functools.cache
def letters(column: int) -> str:
    """The letters of a column counted from 1: 1 is A, 28 is AB."""
    name = ""
    while column:
        column, digit = divmod(column - 1, 26)
        name = chr(ord("A") + digit) + name
    return name


def here(row: Row, column: int) -> str:
    """A cell of the sheet the formula stands in, such as $F$8."""
    return f"${letters(column)}${row}"


def span(row: Row, column: int, last_row: Row, last_column: int) -> str:
    """A rectangle of the sheet the formula stands in, ends included, such as $F$8:$U$8."""
    return f"${letters(column)}${row}:${letters(last_column)}${last_row}"


@dataclass(frozen=True)
class Place:
    """A sheet as formulas on other sheets name it."""

    sheet: str

    @functools.cached_property
    def prefix(self) -> str:
        """The sheet's name in front of a cell, quoted where it is not one word."""
        return f"{self.sheet}!" if self.sheet.isalnum() else f"'{self.sheet}'!"

    def cell(self, row: Row, column: int) -> str:
        """A cell, such as 'Decision matrix'!$F$8."""
        return f"{self.prefix}${letters(column)}${row}"

    def span(self, row: Row, column: int, last_row: Row, last_column: int) -> str:
        """A rectangle, ends included."""
        return f"{self.prefix}${letters(column)}${row}:${letters(last_column)}${last_row}"

    def down(self, column: int, first_row: int, count: int) -> str:
        """Part of a column: `count` cells from `first_row` on, at least one."""
        return self.span(first_row, column, first_row + max(1, count) - 1, column)

    def across(self, row: Row, first_column: int, count: int) -> str:
        """Part of a row: `count` cells from `first_column` on, at least one."""
        return self.span(row, first_column, row, first_column + max(1, count) - 1)


def quoted(text: str) -> str:
    """A text as a formula holds it."""
    return '"' + safe_text(text)[0].replace('"', '""') + '"'


def number(value: float) -> str:
    """A constant as a formula holds it, with every digit."""
    plain = float(value)
    return str(int(plain)) if plain.is_integer() and abs(plain) < 1e15 else repr(plain)


def same(first: str, second: str) -> str:
    """A condition that is true where two cells hold equal numbers (within 1E-9) or equal words."""
    return (
        f"IF(AND(ISNUMBER({first}),ISNUMBER({second})),ABS({first}-{second})<=1E-9,EXACT({first},{second}))"
    )


def verdict(pairs: list[tuple[str, str]]) -> str:
    """The check formula: "equal" where each formula cell agrees with the program's own number beside it."""
    conditions = ",".join(same(first, second) for first, second in pairs)
    return f'IF(AND({conditions}),"equal","differs")'
