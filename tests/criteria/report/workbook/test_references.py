"""Names of cells in formulas."""

from __future__ import annotations

import pytest

from criteria.report.workbook.references import ROW, Place, here, letters, number, quoted, same, span, verdict


@pytest.mark.parametrize(("column", "name"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")])
def test_that_columns_have_their_letters(column: int, name: str) -> None:
    assert letters(column) == name


def test_that_cells_and_rectangles_are_absolute() -> None:
    assert here(8, 6) == "$F$8"
    assert here(ROW, 6) == f"$F${ROW}"
    assert span(8, 6, 9, 7) == "$F$8:$G$9"


def test_that_a_sheet_name_of_several_words_is_quoted() -> None:
    assert Place("Scores").cell(5, 1) == "Scores!$A$5"
    assert Place("Decision matrix").across(4, 6, 3) == "'Decision matrix'!$F$4:$H$4"


def test_that_an_empty_range_still_names_one_cell() -> None:
    assert Place("TOPSIS").down(3, 8, 0) == "TOPSIS!$C$8:$C$8"


def test_that_quotes_and_forbidden_characters_cannot_break_out_of_a_text() -> None:
    assert quoted('say "x"\x00') == '"say ""x"""'


@pytest.mark.parametrize(("value", "text"), [(3.0, "3"), (0.1, "0.1"), (1e-12, "1e-12"), (-2.5, "-2.5")])
def test_that_constants_keep_every_digit(value: float, text: str) -> None:
    assert number(value) == text


def test_that_a_check_compares_numbers_within_a_tolerance_and_words_exactly() -> None:
    assert "<=1E-9" in same("$A$1", "$B$1")
    assert "EXACT($A$1,$B$1)" in same("$A$1", "$B$1")
    assert verdict([("$A$1", "$B$1"), ("$C$1", "$D$1")]).count("EXACT") == 2
