"""What cells are called and how they read."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.files.cells import Cell, cell_name, cell_text, column_name, position, where


@pytest.mark.parametrize(
    ("row", "column", "name"),
    [
        (0, 0, "A1"),
        (6, 2, "C7"),
        (0, 25, "Z1"),
        (0, 26, "AA1"),
        (9, 701, "ZZ10"),
        (1_048_575, 16_383, "XFD1048576"),
    ],
)
def test_that_cells_are_named_as_in_a_spreadsheet(row: int, column: int, name: str) -> None:
    assert cell_name(row, column) == name


@given(st.integers(0, 10**6), st.integers(0, 20_000))
def test_that_a_name_leads_back_to_its_place(row: int, column: int) -> None:
    assert position(cell_name(row, column)) == (row, column)


@given(st.integers(0, 20_000))
def test_that_names_of_columns_grow_in_order(column: int) -> None:
    name, after = column_name(column), column_name(column + 1)
    assert (len(name), name) < (len(after), after)


@pytest.mark.parametrize("reference", ["", "A", "7", "A-1", "Ä1", "A1:B2", "ABCDE1", "A1234567890", "$A$1"])
def test_that_other_texts_are_no_places(reference: str) -> None:
    assert position(reference) is None


def test_that_a_place_names_its_sheet_where_there_is_one() -> None:
    assert where("Projects", 6, 2) == "cell C7 of sheet “Projects”"
    assert where("", 6, 2) == "cell C7"


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        (None, ""),
        ("  a b ", "a b"),
        (3.0, "3"),
        (0.461, "0.461"),
        (1e300, "1e+300"),
        (7, "7"),
        (True, "TRUE"),
        (False, "FALSE"),
        (dt.date(2024, 5, 1), "2024-05-01"),
        (dt.datetime.fromisoformat("2024-05-01T12:03"), "2024-05-01 12:03:00"),
    ],
)
def test_that_a_cell_reads_as_its_user_sees_it(cell: Cell, text: str) -> None:
    assert cell_text(cell) == text
