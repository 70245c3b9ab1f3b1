"""Rows and frame joined into one file."""

from __future__ import annotations

import datetime
import io
import zipfile
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from criteria.report.workbook.package import Rows, workbook_bytes

NOON = datetime.datetime(2026, 11, 22, 12, tzinfo=datetime.UTC)


def joined(folder: Path, book: Workbook) -> bytes:
    rows = folder / "rows.xml"
    rows.write_text('<row r="2"><c r="B2"><f>1+1</f><v>2</v></c></row>')
    return workbook_bytes(book, {"Sheet": Rows(rows, "A1:B2")}, NOON)


def test_that_formulas_arrive_with_their_values(tmp_path: Path) -> None:
    data = joined(tmp_path, Workbook())
    assert load_workbook(io.BytesIO(data), data_only=True)["Sheet"]["B2"].value == 2
    assert load_workbook(io.BytesIO(data))["Sheet"]["B2"].value == "=1+1"


def test_that_cells_of_the_frame_give_way_but_their_notes_stay(tmp_path: Path) -> None:
    from openpyxl.comments import Comment

    book = Workbook()
    book["Sheet"]["B2"].comment = Comment("why", "me")
    book["Sheet"]["C3"] = "left over"
    sheet = load_workbook(io.BytesIO(joined(tmp_path, book)))["Sheet"]
    assert sheet["B2"].comment.text == "why"
    assert sheet["C3"].value is None


def test_that_the_same_workbook_is_the_same_bytes(tmp_path: Path) -> None:
    assert joined(tmp_path, Workbook()) == joined(tmp_path, Workbook())


def test_that_times_are_those_given(tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(joined(tmp_path, Workbook()))) as archive:
        assert {item.date_time for item in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2026-11-22T12:00:00Z</dcterms:modified>" in archive.read("docProps/core.xml")


def test_that_a_sheet_without_rows_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        workbook_bytes(Workbook(), {}, NOON)
