"""The sheet Projects."""

from __future__ import annotations

from criteria.report.workbook.geometry import field_column
from criteria.report.workbook.projects import LIVE, listed
from criteria.report.workbook.references import letters
from criteria.screening.facts import READABLE
from tests.criteria.report.workbook import cases, cells


def cell(sheets: cells.Sheets, row: int, attribute: str) -> object:
    found = sheets["Projects"].get(f"{letters(field_column(attribute))}{row}")
    return None if found is None else found.value


def test_that_the_profile_is_as_entered(example: cells.Sheets) -> None:
    project = cases.example_study().projects[0]
    assert cell(example, 5, "title") == project.title
    assert cell(example, 5, "budget_eur") == project.budget_eur
    assert cell(example, 5, "safeguards") == listed(project.safeguards) == "SG02; SG03; SG05; SG08; SG12"
    assert cell(example, 5, "ldc") == "yes"


def test_that_the_unknown_stays_empty() -> None:
    assert listed(()) == ""


def test_that_an_unknown_flag_is_an_empty_cell(gaps: cells.Sheets) -> None:
    study = cases.minmax_incomplete()
    row = 5 + next(i for i, p in enumerate(study.projects) if p.end_user_known_violation is None)
    assert cell(gaps, row, "end_user_known_violation") is None


def test_that_every_field_a_red_line_can_read_is_an_input() -> None:
    assert READABLE <= LIVE
