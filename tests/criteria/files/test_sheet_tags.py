"""Cells found in the bytes of a worksheet; test_ooxml compares the marks with those of a thorough reading."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.files.cells import cell_name
from criteria.files.marks import Mark
from criteria.files.sheet_tags import SheetTags, sheet_tags
from tests.support.workbooks import sheet_xml


def tags_of(rows: str) -> SheetTags:
    tags = sheet_tags(sheet_xml(rows))
    assert tags is not None
    return tags


@pytest.mark.parametrize(
    ("rows", "places"),
    [
        ("", []),
        ('<row r="1"/>', []),
        ('<row r="1" spans="1:3"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"/></row>', [(0, 0), (0, 1)]),
        ('<row><c r="ZZ9999" t="inlineStr"><is><t xml:space="preserve"> a</t></is></c></row>', [(9998, 701)]),
        ('<row r="1"><c r="XFD1048576"><f>1</f><v/></c></row>', [(1_048_575, 16_383)]),
    ],
)
def test_that_cells_are_found_with_their_places(rows: str, places: list[tuple[int, int]]) -> None:
    tags = tags_of(rows)
    assert list(zip(tags.rows.tolist(), tags.columns.tolist(), strict=True)) == places


@given(st.lists(st.tuples(st.integers(0, 9_999_998), st.integers(0, 18_277)), min_size=1, max_size=5))
def test_that_every_place_is_read_from_its_name(places: list[tuple[int, int]]) -> None:
    tags = tags_of("".join(f'<row><c r="{cell_name(*place)}" s="1"/></row>' for place in places))
    assert list(zip(tags.rows.tolist(), tags.columns.tolist(), strict=True)) == places
    assert tags.is_in_order == (sorted(row for row, _ in places) == [row for row, _ in places])


@pytest.mark.parametrize(
    "rows",
    [
        "<row r=\"1\"><c r='A1'><v>1</v></c></row>",
        '<row r="1"><c r = "A1"><v>1</v></c></row>',
        '<row r="1"><c  r="A1"><v>1</v></c></row>',
        '<row r="1"><c t="n" r="A1"><v>1</v></c></row>',
        '<row r="1"><c><v>1</v></c></row>',
        '<row r="1"><c r="A"><v>1</v></c></row>',
        '<row r="1"><c r="1"><v>1</v></c></row>',
        '<row r="1"><c r="A0"><v>1</v></c></row>',
        '<row r="1"><c r="a1"><v>1</v></c></row>',
        '<row r="1"><c r="AAAA1"><v>1</v></c></row>',
        '<row r="1"><c r="A12345678"><v>1</v></c></row>',
        '<row r="1"><x:c r="A1"><v>1</v></x:c></row>',
        '<row r="1"><cx:c r="A1"><v>1</v></cx:c></row>',
        '<row r="1"><!-- --><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v><![CDATA[1]]></v></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><r><t>rich</t></r></is></c></row>',
    ],
)
def test_that_other_spellings_are_left_to_a_thorough_reading(rows: str) -> None:
    assert sheet_tags(sheet_xml(rows)) is None


@pytest.mark.parametrize(
    "xml", [b"", b"<worksheet/>", b"<x:sheetData></x:sheetData>", b"</sheetData><sheetData>"]
)
def test_that_sheets_without_the_usual_frame_are_left_to_it_too(xml: bytes) -> None:
    assert sheet_tags(xml) is None


def test_that_marks_are_those_of_their_own_cells() -> None:
    marks = tags_of(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="e"><f>1/0</f><v>#DIV/0!</v></c>'
        '<c r="C1"><f> t="e" s="7"</f><v/></c><c r="D1" s="7"><v>0.5</v></c><c r="E1" s="7"/></row>'
    ).marks({"7"})
    assert marks.errors == [Mark(0, 1, text="#DIV/0!")]
    assert marks.without_result == [Mark(0, 2)]
    assert marks.percent == [Mark(0, 3, text="0.5")]
    assert (marks.last_row, marks.last_column) == (0, 4)
