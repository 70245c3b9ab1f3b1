"""What a cell of a table read from a file can hold, and what a place in a table is called."""

from __future__ import annotations

import datetime as dt
from typing import TypeAlias

#: A value as a spreadsheet user understands it; `datetime.datetime` is a kind of date, an empty cell is None.
Cell: TypeAlias = str | float | int | bool | dt.date | None
Row: TypeAlias = tuple[Cell, ...]


def column_name(column: int) -> str:
    """The letters of a column counted from 0: 0 is A, 27 is AB."""
    letters = ""
    number = column + 1
    while number:
        number, digit = divmod(number - 1, 26)
        letters = chr(ord("A") + digit) + letters
    return letters


def cell_name(row: int, column: int) -> str:
    """The name of a cell counted from 0 as spreadsheet programs write it: (6, 2) is C7."""
    return f"{column_name(column)}{row + 1}"


def where(sheet: str, row: int, column: int) -> str:
    """The place of a cell in words, for use inside a sentence; text files have no sheet name."""
    name = f"cell {cell_name(row, column)}"
    return f"{name} of sheet “{sheet}”" if sheet else name


def position(reference: str) -> tuple[int, int] | None:
    """The row and column, from 0, that a name such as C7 means; None where it is no such name."""
    letters = reference.rstrip("0123456789")
    digits = reference[len(letters) :]
    if not digits or not letters.isascii() or not letters.isalpha() or len(letters) > 4 or len(digits) > 9:
        return None
    column = 0
    for letter in letters.upper():
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(digits) - 1, column - 1


def cell_text(cell: Cell) -> str:
    """The cell as its user reads it, trimmed: 3.0 is "3", True "TRUE", nothing "", a date ISO 8601."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return f"{cell:.0f}" if cell.is_integer() and abs(cell) < 1e15 else repr(cell)
    if isinstance(cell, dt.datetime):
        return cell.isoformat(" ")
    if isinstance(cell, dt.date):
        return cell.isoformat()
    return str(cell).strip()
