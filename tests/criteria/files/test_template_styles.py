"""Cells that hold texts as texts, rows that are high enough."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from criteria.files.template_styles import fit_height, put


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"])
def test_that_a_text_never_becomes_a_formula(text: str) -> None:
    cell = put(Workbook().worksheets[0], 1, 1, text)
    assert (cell.data_type, cell.value, cell.quotePrefix) == ("s", text, True)


def test_that_an_ordinary_text_is_not_marked_and_a_number_stays_one() -> None:
    sheet = Workbook().worksheets[0]
    assert not put(sheet, 1, 1, "a = b").quotePrefix
    assert put(sheet, 1, 2, 0.5).data_type == "n"


def test_that_characters_no_workbook_can_hold_are_left_out() -> None:
    assert put(Workbook().worksheets[0], 1, 1, "a\x00b\ud800c").value == "abc"


def test_that_a_row_grows_with_its_longest_text_up_to_a_limit() -> None:
    sheet = Workbook().worksheets[0]
    sheet.column_dimensions["A"].width = 20
    heights = []
    for row, words in enumerate((1, 10, 1000), 1):
        fit_height(sheet, row, ["word " * words, None, 3], most=5)
        heights.append(float(sheet.row_dimensions[row].height or 0))
    assert heights[0] < heights[1] < heights[2]
    assert heights[2] == pytest.approx(heights[0] * 5 - 8)
