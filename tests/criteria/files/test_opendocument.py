"""What .ods spreadsheets say of their cells beside values."""

from __future__ import annotations

from pathlib import Path

import pytest

from criteria.errors import UnreadableFileError, UnsafeFileError
from criteria.files.archive import open_archive
from criteria.files.marks import Mark, SheetMarks
from criteria.files.opendocument import scan_opendocument
from tests.support.workbooks import ods_parts, packed


def cell(attributes: str, text: str = "") -> str:
    return f"<table:table-cell {attributes}>{text and f'<text:p>{text}</text:p>'}</table:table-cell>"


def row(*cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}</table:table-row>'


def scanned(table: str) -> SheetMarks:
    return scan_opendocument(open_archive(Path("projects.ods"), packed(ods_parts(table))))["Projects"]


NUMBER = cell('office:value-type="float" office:value="1"', "1")
BLANK = cell('table:number-columns-repeated="16384"')


def test_that_blank_repetitions_do_not_count() -> None:
    marks = scanned(row(NUMBER, BLANK) + row(BLANK, repeated=1_048_575))
    assert (marks.last_row, marks.last_column) == (0, 0)


def test_that_positions_count_repetitions_and_covered_cells() -> None:
    error = cell('table:formula="of:=1/0" office:value-type="string"', "#DIV/0!")
    covered = '<table:covered-table-cell table:number-columns-repeated="2"/>'
    marks = scanned(row(BLANK, repeated=3) + row(cell('table:number-columns-repeated="4"'), covered, error))
    assert [(mark.row, mark.column, mark.text) for mark in marks.errors] == [(3, 6, "#DIV/0!")]


def test_that_errors_are_told_by_type_or_formula_and_not_by_text() -> None:
    marks = scanned(
        row(
            cell(
                'office:value-type="string" calcext:value-type="error"'.replace("calcext:", "calcext_"),
                "#N/A",
            ),
            cell('table:formula="of:=X" office:value-type="float" office:value="0"', "Err:502"),
            cell('office:value-type="string"', "#N/A"),
            cell('table:formula="of:=X" office:value-type="string"', "#1 in the list"),
        )
    )
    assert [mark.text for mark in marks.errors] == ["Err:502"]


def test_that_comments_are_no_part_of_an_error() -> None:
    text = "<office:annotation><text:p>why?</text:p></office:annotation><text:p>#REF!</text:p>"
    error = f'<table:table-cell table:formula="of:=X" office:value-type="string">{text}</table:table-cell>'
    assert [mark.text for mark in scanned(row(error)).errors] == ["#REF!"]


def test_that_formulas_without_result_per_cent_and_merging_are_marked() -> None:
    marks = scanned(
        row(
            cell('table:formula="of:=1+1"'),
            cell(
                'office:value-type="percentage" office:value="0.5" table:number-columns-repeated="2"', "50%"
            ),
            cell(
                'table:number-columns-spanned="3" table:number-rows-spanned="2" office:value-type="string"',
                "x",
            ),
        )
    )
    assert marks.without_result == [Mark(0, 0)]
    assert marks.percent == [Mark(0, 1, 1, 2, "50%")]
    assert marks.merged == [Mark(0, 3, 2, 3)]


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        (row(NUMBER, repeated=200_001), "200,001 rows"),
        (row(cell('office:value-type="float" table:number-columns-repeated="2001"')), "2,001 columns"),
        (row(BLANK, repeated=1_000_000) + row(NUMBER), "1,000,001 rows"),
        (row(cell('office:value-type="string"', "x" * 60_000), repeated=9_999), "repeats long texts"),
    ],
)
def test_that_repetitions_that_reach_too_far_are_unsafe(table: str, sentence: str) -> None:
    with pytest.raises(UnsafeFileError, match=sentence):
        scanned(table)


def test_that_content_that_breaks_off_is_damage() -> None:
    parts = ods_parts(row(NUMBER))
    parts["content.xml"] = parts["content.xml"][:-30]
    with pytest.raises(UnreadableFileError, match="breaks off"):
        scan_opendocument(open_archive(Path("projects.ods"), packed(parts)))
