"""What a workbook says of its cells beside values: errors, missing results, per cent, merging, extent."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from criteria.errors import UnsafeFileError
from criteria.files.cells import Cell, cell_name, cell_text
from criteria.files.notes import NoteCode, TableNote, shortened

MOST_ROWS = 200_000
MOST_COLUMNS = 2_000
MOST_CELLS = 10_000_000
#: Letters of all cells together; a workbook may name one long text from many cells.
MOST_TEXT = 500_000_000


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell, counted from 0, or a rectangle of cells that starts there; `text` is what it shows."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1
    text: str = ""

    def cells(self, table: list[list[Cell]]) -> Iterator[tuple[int, int]]:
        """The rows and columns of the rectangle that lie inside the table."""
        for row in range(self.row, min(self.row + self.rows, len(table))):
            for column in range(self.column, min(self.column + self.columns, len(table[row]))):
                yield row, column

    def range_name(self) -> str:
        """The rectangle as spreadsheet programs write it: A1:C1."""
        last = cell_name(self.row + self.rows - 1, self.column + self.columns - 1)
        return f"{cell_name(self.row, self.column)}:{last}"


@dataclass(slots=True)
class SheetMarks:
    """The marked cells of one sheet and how far its filled cells reach."""

    errors: list[Mark] = field(default_factory=list)
    without_result: list[Mark] = field(default_factory=list)
    percent: list[Mark] = field(default_factory=list)
    merged: list[Mark] = field(default_factory=list)
    last_row: int = -1
    last_column: int = -1

    def reaches(self, row: int, column: int) -> None:
        """Records that the cell, or the last of its repetitions, is filled."""
        self.last_row = max(self.last_row, row)
        self.last_column = max(self.last_column, column)

    @property
    def excess(self) -> str:
        """In what way the sheet is larger than what is read, "" where it is not."""
        rows, columns = self.last_row + 1, self.last_column + 1
        for count, most, name in (
            (rows, MOST_ROWS, "rows"),
            (columns, MOST_COLUMNS, "columns"),
            (rows * columns, MOST_CELLS, "cells"),
        ):
            if count > most:
                return f"{count:,} {name}, more than the {most:,}"
        return ""

    def check_extent(self, path: Path, sheet: str) -> None:
        """Refuses a sheet that would take more memory than any table of projects or countries."""
        if not self.excess:
            return
        place = f"Sheet “{sheet}” of “{path.name}”" if sheet else f"“{path.name}”"
        last = cell_name(self.last_row, self.last_column)
        raise UnsafeFileError(
            f"{place} has {self.excess} that are read (its last cell is {last}); keep only what you need."
        )

    def apply(self, table: list[list[Cell]]) -> None:
        """Writes into the table what its reader leaves out: error texts, and per cent as people see it."""
        for mark in self.errors:
            for row, column in mark.cells(table):
                table[row][column] = mark.text or "#ERROR!"
        for mark in self.percent:
            for row, column in mark.cells(table):
                value = table[row][column]
                if isinstance(value, int | float) and not isinstance(value, bool):
                    table[row][column] = float(Decimal(repr(value)) * 100)

    def notes(self, sheet: str, table: list[list[Cell]]) -> tuple[TableNote, ...]:
        """The marks as notes, after `apply`."""

        def note(code: NoteCode, mark: Mark, detail: str = "") -> TableNote:
            return TableNote(code, sheet, mark.row, mark.column, detail)

        percent = [
            note(NoteCode.PERCENT, mark, cell_text(table[mark.row][mark.column]))
            for mark in self.percent
            if next(mark.cells(table), None)
        ]
        return (
            *shortened(note(NoteCode.MERGED_CELLS, mark, mark.range_name()) for mark in self.merged),
            *shortened(note(NoteCode.FORMULA_WITHOUT_RESULT, mark) for mark in self.without_result),
            *shortened(note(NoteCode.ERROR_VALUE, mark, mark.text or "#ERROR!") for mark in self.errors),
            *shortened(percent),
        )
