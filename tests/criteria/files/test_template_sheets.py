"""The sheets that explain the data-entry workbook."""

from __future__ import annotations

from openpyxl import Workbook

from criteria.files.template_columns import template_columns
from criteria.files.template_sheets import (
    write_dictionary,
    write_instructions,
    write_levels,
    write_vocabularies,
)
from criteria.model.fields import MODES
from criteria.template import new_study

STUDY = new_study("Call 2026")


def column(sheet: object, letter: str) -> list[object]:
    return [cell.value for cell in sheet[letter]]  # type: ignore[index]


def test_that_every_level_stands_with_its_anchor() -> None:
    sheet = Workbook().worksheets[0]
    write_levels(sheet, STUDY)
    levels = [(c.id, level.value, level.anchor) for c in STUDY.criteria for level in c.levels]
    rows = list(zip(column(sheet, "A")[3:], column(sheet, "C")[3:], column(sheet, "E")[3:], strict=True))
    assert rows == levels


def test_that_every_column_stands_in_the_dictionary() -> None:
    sheet = Workbook().worksheets[0]
    write_dictionary(sheet, template_columns(STUDY))
    assert column(sheet, "A")[3:] == [found.head for found in template_columns(STUDY)]


def test_that_the_words_of_a_field_stand_in_the_range_that_is_told() -> None:
    sheet = Workbook().worksheets[0]
    sheet.title = "Vocabularies"
    ranges = write_vocabularies(sheet, STUDY)
    place = ranges["mode"].removeprefix("Vocabularies!").replace("$", "")
    assert tuple(row[0].value for row in sheet[place]) == MODES
    assert "SG15" in [cell.value for row in sheet.iter_rows() for cell in row]


def test_that_the_instructions_name_study_and_premises() -> None:
    sheet = Workbook().worksheets[0]
    write_instructions(sheet, STUDY)
    assert sheet["A1"].value == "Call 2026: data entry"
    assert "Development need (P1): N1, N2, N3, N4" in column(sheet, "B")
