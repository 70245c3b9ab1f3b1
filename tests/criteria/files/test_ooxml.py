"""What .xlsx workbooks say of their cells beside values."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.errors import UnreadableFileError, UnsafeFileError
from criteria.files.archive import open_archive
from criteria.files.cells import cell_name
from criteria.files.marks import Mark, SheetMarks
from criteria.files.ooxml import scan_ooxml
from tests.support.workbooks import packed, sheet_xml, xlsx, xlsx_parts

STYLES = (
    b'<styleSheet><numFmts><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>'
    b'<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
    b'<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="164"/></cellXfs></styleSheet>'
)


def scanned(data: bytes) -> dict[str, SheetMarks]:
    return scan_ooxml(open_archive(Path("projects.xlsx"), data))


def test_that_a_plain_sheet_has_no_marks() -> None:
    marks = scanned(xlsx('<row r="1"><c r="A1"><v>1</v></c></row>'))
    assert marks == {"Projects": SheetMarks(last_row=0, last_column=0)}


def test_that_formulas_without_result_are_marked_and_empty_texts_are_results() -> None:
    cells = (
        '<c r="A1"><f>1+1</f></c><c r="B1"><f>1+1</f><v/></c><c r="C1"><f>1+1</f><v>2</v></c>'
        '<c r="D1" t="str"><f>""</f><v></v></c><c r="E1"><v>5</v></c>'
    )
    marks = scanned(xlsx(f'<row r="1">{cells}</row>'))["Projects"]
    assert marks.without_result == [Mark(0, 0), Mark(0, 1)]
    assert (marks.last_row, marks.last_column) == (0, 4)


def test_that_error_values_are_marked_with_their_text() -> None:
    cells = '<c r="B7" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C7" t="e"/>'
    marks = scanned(xlsx(f'<row r="7">{cells}</row>'))["Projects"]
    assert marks.errors == [Mark(6, 1, text="#DIV/0!"), Mark(6, 2, text="")]


def test_that_cells_without_a_name_follow_each_other() -> None:
    rows = '<row><c/><c t="e"><v>#N/A</v></c></row><row r="5"><c r="C5"/><c t="e"><v>#N/A</v></c></row>'
    marks = scanned(xlsx(rows))["Projects"]
    assert [(mark.row, mark.column) for mark in marks.errors] == [(0, 1), (4, 3)]


def test_that_per_cent_is_told_by_the_format_of_a_number() -> None:
    cells = (
        '<c r="A1" s="0"><v>1</v></c><c r="B1" s="1"><v>0.5</v></c><c r="C1" s="2"><v>0.2</v></c>'
        '<c r="D1" s="2" t="s"><v>0</v></c><c r="E1" s="2"/>'
    )
    marks = scanned(xlsx(f'<row r="1">{cells}</row>', styles=STYLES))["Projects"]
    assert marks.percent == [Mark(0, 1, text="0.5"), Mark(0, 2, text="0.2")]


def test_that_prefixed_xml_is_understood() -> None:
    xml = sheet_xml('<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>')
    for name in (b"worksheet", b"sheetData", b"row", b"c ", b"c>", b"v>"):
        xml = xml.replace(b"<" + name, b"<x:" + name).replace(b"</" + name, b"</x:" + name)
    xml = xml.replace(b"xmlns=", b"xmlns:x=")
    assert scanned(packed(xlsx_parts({"Projects": xml})))["Projects"].errors == [Mark(0, 0, text="#N/A")]


def test_that_sheets_are_found_by_their_names_and_links() -> None:
    error = sheet_xml('<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>')
    parts = xlsx_parts({"One": sheet_xml(""), "Two &amp; three": error})
    links = "xl/_rels/workbook.xml.rels"
    parts[links] = parts[links].replace(b'Target="worksheets/', b'Target="/xl/worksheets/')
    assert [(name, len(marks.errors)) for name, marks in scanned(packed(parts)).items()] == [
        ("One", 0),
        ("Two & three", 1),
    ]


def test_that_far_cells_without_content_are_harmless() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="1"/></row><row r="1048576" ht="15"/>'
    marks = scanned(xlsx(rows))["Projects"]
    assert (marks.last_row, marks.last_column) == (0, 0)


@given(
    st.lists(
        st.tuples(
            st.integers(0, 40),
            st.integers(0, 30),
            st.sampled_from(["", ' s="1"', ' s="2"', ' t="e"', ' t="str"', ' s="2" t="n"', ' t="s" s="1"']),
            st.sampled_from(["", "<f>X</f>", "<f/>", '<f t="shared" si="0"/>']),
            st.sampled_from(["", "<v/>", "<v />", "<v></v>", "<v>1</v>"]),
        ),
        unique_by=lambda cell: cell[:2],
    )
)
def test_that_the_quick_and_the_thorough_way_find_the_same(
    cells: list[tuple[int, int, str, str, str]],
) -> None:
    rows = "".join(
        f'<row r="{row + 1}">'
        + "".join(
            f'<c r="{cell_name(row, at)}"{more}>{formula}{value}</c>' for _, at, more, formula, value in own
        )
        + "</row>"
        for row, own in groupby(sorted(cells), key=itemgetter(0))
    )
    quick = scanned(xlsx(rows, styles=STYLES))["Projects"]
    thorough = scanned(xlsx(rows + "<!-- -->", styles=STYLES))["Projects"]
    assert quick.errors == thorough.errors
    assert quick.without_result == thorough.without_result
    assert quick.percent == thorough.percent
    assert quick.last_row >= thorough.last_row


@pytest.mark.parametrize("name", ["XFD1", "A1048576", "BXY3"])
def test_that_far_cells_with_content_are_unsafe(name: str) -> None:
    row = name.lstrip("ABDFXY")
    with pytest.raises(UnsafeFileError, match=f"Sheet “Projects” of “projects.xlsx” has .*{name}"):
        scanned(xlsx(f'<row r="{row}"><c  r="{name}"><v>1</v></c></row>'))


def test_that_one_long_text_in_few_cells_is_harmless() -> None:
    strings = f"<sst><si><t>{'x' * 200_000}</t></si></sst>".encode()
    row = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    assert list(scanned(xlsx(row, sharedStrings=strings))) == ["Projects"]


def test_that_a_workbook_without_sheets_is_damage() -> None:
    with pytest.raises(UnreadableFileError, match="has no sheets"):
        scanned(packed(xlsx_parts({})))


@pytest.mark.parametrize("part", ["xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml"])
def test_that_parts_that_break_off_are_damage(part: str) -> None:
    parts = xlsx_parts({"Projects": sheet_xml("")}, styles=STYLES)
    parts[part] = parts[part][:-20]
    with pytest.raises(UnreadableFileError, match="breaks off"):
        scanned(packed(parts))
