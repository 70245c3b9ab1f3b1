"""Which worksheets need a closer look."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.files.cells import cell_name
from criteria.files.plain_sheet import is_plain_sheet
from tests.support.workbooks import sheet_xml


@pytest.mark.parametrize(
    "rows",
    [
        "",
        '<row r="1"/>',
        '<row r="1" spans="1:3"><c r="A1" s="1" t="s"><v>0</v></c><c r="B1"><v>1</v></c></row>',
        '<row spans="1:3" r="9999"><c r="ZZ9999"><v>1</v></c></row>',
        '<row r="1"><c r="A1" t="inlineStr"><is><t xml:space="preserve"> a</t></is></c></row>',
        '<row r="1"><c r="A1" s="12345"/><c r="AB1" s="1"/></row>',
    ],
)
def test_that_usual_sheets_are_plain(rows: str) -> None:
    assert is_plain_sheet(sheet_xml(rows))


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>',
        '<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>',
        "<row r=\"1\"><c r='A1'><v>1</v></c></row>",
        '<row r="1"><c r = "A1"><v>1</v></c></row>',
        '<row r="1"><c  r="A1"><v>1</v></c></row>',
        '<row r="1"><c t="n" r="A1"><v>1</v></c></row>',
        '<row r="1"><c><v>1</v></c></row>',
        '<row r="1"><x:c r="A1"><v>1</v></x:c></row>',
        '<row r="1"><cx:c r="A1"><v>1</v></cx:c></row>',
        '<row r="1"><!-- --><c r="A1"><v>1</v></c></row>',
        '<row r="1"><c r="A1"><v><![CDATA[1]]></v></c></row>',
        '<row><c r="A1"><v>1</v></c></row>',
        '<row r="2"/><row r="1"/>',
        '<row r="1"/><row r="1"/>',
        '<row r="10000"/>',
        '<row r="1"><c r="AAA1"><v>1</v></c></row>',
        '<row r="1"><c r="A10000"><v>1</v></c></row>',
        '<row r="1"><c r="AB10000"><v>1</v></c></row>',
        '<row r="1"><c r="XFD1048576"><v>1</v></c></row>',
    ],
)
def test_that_anything_else_is_looked_at_closely(rows: str) -> None:
    assert not is_plain_sheet(sheet_xml(rows))


@pytest.mark.parametrize(
    "xml", [b"", b"<worksheet/>", b"<x:sheetData></x:sheetData>", b"</sheetData><sheetData>"]
)
def test_that_sheets_without_the_usual_frame_are_looked_at_closely(xml: bytes) -> None:
    assert not is_plain_sheet(xml)


@given(st.integers(0, 30_000), st.integers(0, 2_000), st.sampled_from(["", ' s="1"', ' t="n"']))
def test_that_far_cells_are_never_overlooked(row: int, column: int, more: str) -> None:
    xml = sheet_xml(f'<row r="1"><c r="{cell_name(row, column)}"{more}><v>1</v></c></row>')
    assert is_plain_sheet(xml) == (row < 9_999 and column < 702)
