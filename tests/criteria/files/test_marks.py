"""What is written into a table from the marks of its cells, and how far a sheet may reach."""

from __future__ import annotations

from pathlib import Path

import pytest

from criteria.errors import UnsafeFileError
from criteria.files.cells import Cell
from criteria.files.marks import Mark, SheetMarks
from criteria.files.notes import NAMED_PLACES, NoteCode, TableNote


def test_that_errors_become_texts_and_per_cent_what_people_see() -> None:
    table: list[list[Cell]] = [["", 0.205, 0.29], [0.07, True, "text"]]
    marks = SheetMarks(
        errors=[Mark(0, 0, text="#N/A")], percent=[Mark(0, 1, columns=2), Mark(1, 0, columns=3)]
    )
    marks.apply(table)
    assert table == [["#N/A", 20.5, 29.0], [7.0, True, "text"]]


def test_that_marks_outside_the_table_are_noted_and_do_no_harm() -> None:
    table: list[list[Cell]] = [[0.5]]
    marks = SheetMarks(errors=[Mark(5, 5)], percent=[Mark(0, 0, rows=9, columns=9), Mark(7, 7)])
    marks.apply(table)
    assert table == [[50.0]]
    assert marks.notes("S", table) == (
        TableNote(NoteCode.ERROR_VALUE, "S", 5, 5, "#ERROR!"),
        TableNote(NoteCode.PERCENT, "S", 0, 0, "50"),
    )


def test_that_notes_of_each_kind_are_shortened_on_their_own() -> None:
    many = [Mark(row, 0, text="#N/A") for row in range(NAMED_PLACES + 3)]
    marks = SheetMarks(errors=many, without_result=[Mark(1, 1)], merged=[Mark(0, 0, columns=3)])
    notes = marks.notes("S", [])
    assert [note.detail for note in notes if note.row is None] == ["3"]
    assert notes[0] == TableNote(NoteCode.MERGED_CELLS, "S", 0, 0, "A1:C1")
    assert notes[1] == TableNote(NoteCode.FORMULA_WITHOUT_RESULT, "S", 1, 1)


@pytest.mark.parametrize(
    ("row", "column", "sentence"),
    [
        (200_000, 0, r"Sheet “S” of “p\.xlsx” has 200,001 rows.*last cell is A200001"),
        (0, 2_000, r"2,001 columns.*last cell is BXY1"),
        (100_000, 200, "20,100,201 cells"),
    ],
)
def test_that_a_sheet_that_reaches_too_far_is_unsafe(row: int, column: int, sentence: str) -> None:
    marks = SheetMarks()
    marks.reaches(row, column)
    with pytest.raises(UnsafeFileError, match=sentence):
        marks.check_extent(Path("p.xlsx"), "S")


def test_that_the_largest_tables_are_read() -> None:
    marks = SheetMarks()
    marks.reaches(199_999, 3)
    marks.reaches(3, 49)
    marks.check_extent(Path("p.xlsx"), "S")
    assert (marks.last_row, marks.last_column) == (199_999, 49)
