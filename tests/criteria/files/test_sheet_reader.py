"""Rows of workbooks; the same workbook gives the same rows in each of its three formats."""

from __future__ import annotations

import datetime as dt
import struct
from pathlib import Path

import pytest

from criteria.errors import UnreadableFileError
from criteria.files.notes import NoteCode, TableNote
from criteria.files.sheet_reader import Sheets, read_workbook
from criteria.files.sniff import FileKind
from tests.support.workbooks import packed, sheet_xml, xls, xls_number, xlsx, xlsx_parts

#: Made once with LibreOffice 7.4 from one workbook with dates, per cent, errors, formulas and a hidden sheet.
FIXTURES = Path(__file__).parents[2] / "files" / "tables"
STYLES = (
    b'<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/>'
    b'<xf numFmtId="46" applyNumberFormat="1"/></cellXfs></styleSheet>'
)


def of_rows(rows: str, rest: str = "") -> tuple[Sheets, tuple[TableNote, ...]]:
    return read_workbook(Path("projects.xlsx"), xlsx(rows, rest, styles=STYLES), FileKind.XLSX)


@pytest.mark.parametrize("kind", [FileKind.XLSX, FileKind.XLS, FileKind.ODS])
def test_that_every_format_gives_the_same_rows(kind: FileKind) -> None:
    path = FIXTURES / f"projects.{kind.value}"
    sheets, _ = read_workbook(path, path.read_bytes(), kind)
    assert [name for name, _ in sheets] == ["Projects", "Notes", "Blank"]
    rows = dict(sheets)["Projects"]
    assert rows[0] == ("project_id", "title", "country", "N1", "share", "start", "approved", "note")
    assert rows[1][:6] == (
        "P01",
        "Tuberculosis detection from chest X-rays",
        "Mozambique",
        0.461,
        20.5,
        dt.date(2025, 3, 1),
    )
    assert rows[2][2:] == (
        "Côte d'Ivoire",
        0.534,
        29.0,
        dt.datetime.fromisoformat("2025-04-01T09:30"),
        False,
        "Two\nlines",
    )
    assert rows[3][3:] == (3.0, 50.0, None, None, "#DIV/0!")
    assert rows[4] == (None,) * 8
    assert rows[5][3] == pytest.approx(3.995)
    assert dict(sheets)["Notes"] == ((None, None), (None, "Merged"), (None, "#N/A"))


@pytest.mark.parametrize("kind", [FileKind.XLSX, FileKind.XLS, FileKind.ODS])
def test_that_every_format_gives_the_same_notes(kind: FileKind) -> None:
    path = FIXTURES / f"projects.{kind.value}"
    _, notes = read_workbook(path, path.read_bytes(), kind)
    assert set(notes) == {
        TableNote(NoteCode.ERROR_VALUE, "Projects", 3, 7, "#DIV/0!"),
        TableNote(NoteCode.PERCENT, "Projects", 1, 4, "20.5"),
        TableNote(NoteCode.PERCENT, "Projects", 2, 4, "29"),
        TableNote(NoteCode.PERCENT, "Projects", 3, 4, "50"),
        TableNote(NoteCode.HIDDEN_SHEET, "Notes"),
        TableNote(NoteCode.MERGED_CELLS, "Notes", 1, 1, "B2:D2"),
        TableNote(NoteCode.ERROR_VALUE, "Notes", 2, 1, "#N/A"),
        TableNote(NoteCode.EMPTY_SHEET, "Blank"),
    }


def test_that_positions_are_those_of_the_spreadsheet() -> None:
    sheets, _ = of_rows('<row r="3"><c r="B3"><v>7</v></c></row>')
    assert sheets == [("Projects", ((None, None), (None, None), (None, 7.0)))]


def test_that_nought_and_false_are_no_empty_cells() -> None:
    sheets, _ = of_rows(
        '<row r="1"><c r="A1"><v>0</v></c><c r="B1" t="b"><v>0</v></c><c r="C1" s="1"/></row>'
    )
    assert sheets[0][1] == ((0.0, False),)


@pytest.mark.parametrize("text", ["NaN", "inf", "-inf", "1e999"])
def test_that_numbers_that_are_not_finite_become_texts_with_a_note(text: str) -> None:
    sheets, notes = of_rows(f'<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>{text}</v></c></row>')
    (value,) = sheets[0][1][0][1:]
    assert isinstance(value, str)
    assert notes == (TableNote(NoteCode.NOT_A_NUMBER, "Projects", 0, 1, value),)


def test_that_two_infinities_do_not_hide_each_other() -> None:
    _, notes = of_rows('<row r="1"><c r="A1"><v>inf</v></c><c r="B1"><v>-inf</v></c></row>')
    assert [note.column for note in notes] == [0, 1]


def test_that_large_finite_numbers_stay_numbers() -> None:
    sheets, notes = of_rows('<row r="1"><c r="A1"><v>1.7e308</v></c><c r="B1"><v>1.7e308</v></c></row>')
    assert sheets[0][1] == ((1.7e308, 1.7e308),)
    assert notes == ()


def test_that_binary_numbers_that_are_not_finite_become_texts_too() -> None:
    sheets, notes = read_workbook(Path("p.xls"), xls(xls_number(0, 0, float("nan"))), FileKind.XLS)
    assert sheets == [("Projects", (("nan",),))]
    assert [note.code for note in notes] == [NoteCode.NOT_A_NUMBER]


def test_that_dates_are_dates_and_durations_are_texts() -> None:
    sheets, _ = of_rows('<row r="1"><c r="A1" s="1"><v>45413</v></c><c r="B1" s="2"><v>1.25</v></c></row>')
    assert sheets[0][1] == ((dt.date(2024, 5, 1), "1 day, 6:00:00"),)


def test_that_merged_ranges_are_noted() -> None:
    merged = '<mergeCells count="1"><mergeCell ref="A1:C1"/></mergeCells>'
    _, notes = of_rows('<row r="1"><c r="A1"><v>1</v></c></row>', merged)
    assert notes == (TableNote(NoteCode.MERGED_CELLS, "Projects", 0, 0, "A1:C1"),)


def test_that_hidden_sheets_are_read_and_noted() -> None:
    row = sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>')
    parts = xlsx_parts({"Shown": row, "Hidden": row, "Secret": row})
    book = parts["xl/workbook.xml"].replace(b'name="Hidden"', b'name="Hidden" state="hidden"')
    parts["xl/workbook.xml"] = book.replace(b'name="Secret"', b'name="Secret" state="veryHidden"')
    sheets, notes = read_workbook(Path("p.xlsx"), packed(parts), FileKind.XLSX)
    assert [name for name, _ in sheets] == ["Shown", "Hidden", "Secret"]
    assert notes == (TableNote(NoteCode.HIDDEN_SHEET, "Hidden"), TableNote(NoteCode.HIDDEN_SHEET, "Secret"))


def test_that_text_in_a_number_is_damage_with_the_name_of_the_file() -> None:
    with pytest.raises(UnreadableFileError, match=r"“projects\.xlsx” is damaged"):
        of_rows('<row r="1"><c r="A1" t="n"><v>abc</v></c></row>')


def test_that_an_inner_failure_of_the_library_is_damage(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(UnreadableFileError, match="damaged"):
        read_workbook(Path("p.xls"), xls((0x00E5, struct.pack("<H", 60_000))), FileKind.XLS)
    capfd.readouterr()
