"""Which sheet, which rows and which columns of a file are taken over."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from criteria.errors import ImportProblemError
from criteria.files.column_mapping import propose_mapping
from criteria.files.import_sheet import project_rows, sheet_of_projects, without_prose
from criteria.files.tables import Sheet, read_tables
from criteria.template import new_study
from tests.support.project_tables import HEAD, ROW, workbook

STUDY = new_study()


def test_that_the_sheet_that_names_most_columns_is_read(tmp_path: Path) -> None:
    sheets: dict[str, list[Sequence[object]]] = {
        "Notes": [["Title", "Id"], ["x", "y"]],
        "List": [HEAD, ROW],
        "Rain": [["May", "June"], [1, 2]],
    }
    sheet, mapping, others = sheet_of_projects(read_tables(workbook(tmp_path, sheets)), STUDY)
    assert (sheet.name, mapping.header_row, others) == ("List", 0, ())


def test_that_another_sheet_of_projects_is_told(tmp_path: Path) -> None:
    file = read_tables(workbook(tmp_path, {"2025": [HEAD[:4], ROW[:4]], "2026": [HEAD, ROW]}))
    assert sheet_of_projects(file, STUDY)[2] == ("2025",)
    assert sheet_of_projects(file, STUDY, "2025")[0].name == "2025"


def test_that_a_sheet_that_is_not_there_is_refused_with_those_that_are(tmp_path: Path) -> None:
    file = read_tables(workbook(tmp_path, {"List": [HEAD, ROW]}))
    with pytest.raises(ImportProblemError, match="no sheet “Projects”; choose one of “List”"):
        sheet_of_projects(file, STUDY, "Projects")


def test_that_rows_without_content_and_rows_left_out_are_no_projects() -> None:
    rows = (HEAD, ROW, (None,) * 5, ("", " ", None, None, None), ROW, ROW)
    mapping = propose_mapping(rows, STUDY)
    assert project_rows(Sheet("", rows), mapping) == (1, 4, 5)
    assert project_rows(Sheet("", rows), mapping, skip=(4,)) == (1, 5)


def test_that_a_column_of_prose_is_not_taken_for_a_criterion() -> None:
    rows = (
        ("id", "title", "Evidence", "N1"),
        ("P01", "A", "two trials in Ghana", "high"),
        ("P02", "B", None, 0.4),
    )
    mapping, prose = without_prose(propose_mapping(rows, STUDY), rows, STUDY)
    assert [column.head for column in prose] == ["Evidence"]
    assert [column.kind for column in mapping.columns] == ["profile", "profile", "none", "value"]


@pytest.mark.parametrize("cell", ["Pilot", "3", "#REF!", 3, "12 km"])
def test_that_a_column_with_anything_like_a_figure_is_kept(cell: str | int) -> None:
    rows = (("id", "title", "Evidence"), ("P01", "A", cell), ("P02", "B", 3))
    assert without_prose(propose_mapping(rows, STUDY), rows, STUDY)[1] == ()
