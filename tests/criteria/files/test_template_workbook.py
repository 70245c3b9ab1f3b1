"""The data-entry workbook, filled in and read back."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest
from openpyxl import load_workbook

from criteria.errors import SaveError
from criteria.files import template_workbook
from criteria.files.example import example_study
from criteria.files.project_table import apply_import, preview_import
from criteria.files.template_workbook import FIRST_ROW, ROOM, write_template
from criteria.template import new_study
from tests.support.programs import LibreOffice


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "entry.xlsx"
    write_template(path, new_study("Call 2026"))
    return path


def filled(path: Path, *rows: dict[str, str | float]) -> None:
    """Types rows into the workbook as a user does, by the heads of the columns."""
    book = load_workbook(path)
    sheet = book["Projects"]
    heads = {str(cell.value): number for number, cell in enumerate(sheet[1], 1)}
    for number, row in enumerate(rows, FIRST_ROW):
        for head, value in row.items():
            sheet.cell(number, heads[head]).value = value
    book.save(path)


def test_that_projects_written_into_the_workbook_come_back_the_same(tmp_path: Path) -> None:
    path = tmp_path / "entry.xlsx"
    study = example_study()
    write_template(path, study, with_projects=True)
    found = preview_import(path, new_study())
    assert (found.sheet.name, found.mapping.header_row, found.mapping.first_row) == (
        "Projects",
        0,
        FIRST_ROW - 1,
    )
    assert found.problems == ()
    assert apply_import(new_study(), found).projects == study.projects


def test_that_what_a_user_types_is_read(empty: Path, tmp_path: Path) -> None:
    path = tmp_path / "entry.xlsx"
    path.write_bytes(empty.read_bytes())
    filled(path, {"id": "P01", "title": "A", "country": "Ghana", "N1": 0.5, "A3": 3, "A3_low": 2, "ldc": "no",
                  "sdg_targets": "3.10", "A3_source": "Trial", "A3_year": 2025})  # fmt: skip
    (project,) = apply_import(new_study(), preview_import(path, new_study())).projects
    assert (project.iso3, project.ldc, project.sdg_targets) == ("GHA", False, ("3.10",))
    score = project.score("A3")
    assert (score.value, score.low, score.high, score.evidence.year) == (3, 2, None, 2025)


def test_that_the_empty_workbook_holds_no_project(empty: Path) -> None:
    assert [problem.code for problem in preview_import(empty, new_study()).errors] == ["no-projects"]


def test_that_the_workbook_explains_itself(empty: Path) -> None:
    book = load_workbook(empty)
    assert book.sheetnames == ["Instructions", "Projects", "Levels", "Dictionary", "Vocabularies"]
    sheet = book["Projects"]
    assert sheet.freeze_panes == "C3"
    assert sheet.print_title_rows == "$1:$2"
    rules = sheet.data_validations.dataValidation
    assert len(rules) == sheet.max_column
    assert str(rules[0].sqref) == f"A{FIRST_ROW}:A{FIRST_ROW + ROOM - 1}"


def test_that_no_cell_of_the_workbook_is_a_formula(tmp_path: Path) -> None:
    study = example_study()
    first = msgspec.structs.replace(study.projects[0], title="=1+1", rationale="@SUM(A1)")
    odd = msgspec.structs.replace(study, title="=cmd", projects=(first, *study.projects[1:]))
    path = tmp_path / "entry.xlsx"
    write_template(path, odd, with_projects=True)
    types = {cell.data_type for sheet in load_workbook(path) for row in sheet.iter_rows() for cell in row}
    assert "f" not in types
    assert preview_import(path, new_study()).projects[0].title == "=1+1"


def test_that_the_workbook_comes_back_from_another_spreadsheet_program(
    libreoffice: LibreOffice, tmp_path: Path
) -> None:
    path = tmp_path / "entry.xlsx"
    write_template(path, example_study(), with_projects=True)
    converted = libreoffice.convert(path, "ods", tmp_path / "out")
    found = preview_import(converted, example_study())
    assert found.errors == ()
    assert len(found.unchanged) == 24


def test_that_there_is_room_for_more_than_the_projects_at_hand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(template_workbook, "ROOM", 30)
    path = tmp_path / "entry.xlsx"
    write_template(path, example_study(), with_projects=True)
    rule = load_workbook(path)["Projects"].data_validations.dataValidation[0]
    assert str(rule.sqref) == f"A{FIRST_ROW}:A{FIRST_ROW + 24 + 50 - 1}"


def test_that_a_folder_in_the_way_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(SaveError):
        write_template(tmp_path, new_study())
