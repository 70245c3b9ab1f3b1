"""The sheet Rules hit."""

from __future__ import annotations

from criteria.ranking.results import rank
from criteria.report.workbook.hits import trigger_text
from criteria.screening.conditions import Fact, Trigger
from tests.criteria.report.workbook import cases, cells


def test_that_a_trigger_names_field_value_bounds_and_cut_off() -> None:
    trigger = Trigger("S3", ">=", (1.0,), "conflict", Fact(2.592, 2.1, 3.0), holds=True, borderline=False)
    assert trigger_text(trigger) == "S3 is 2.592 (2.1 to 3); rule: >= 1 (conflict)"


def test_that_lists_flags_and_unknown_values_are_words() -> None:
    tags = Trigger(
        "tags", "has", ("military",), "", Fact(("speech", "military")), holds=True, borderline=False
    )
    assert trigger_text(tags) == "tags is speech; military; rule: has military"
    unknown = Trigger("oda_recipient", "=", (False,), "", Fact(None), holds=None, borderline=False)
    assert trigger_text(unknown) == "oda_recipient is unknown; rule: = no"


def test_that_every_hit_of_every_project_has_a_row(example: cells.Sheets) -> None:
    results = rank(cases.example_study())
    expected = [
        (found.project, hit.red_line)
        for found in results.screening.projects
        for hit in (*found.hits, *found.undetermined, *found.near)
    ]
    sheet = example["Rules hit"]
    rows = [(sheet[f"A{row}"].value, sheet[f"C{row}"].value) for row in range(5, 5 + len(expected))]
    assert rows == expected
    assert f"A{5 + len(expected)}" not in sheet


def test_that_the_state_is_live(example: cells.Sheets) -> None:
    assert example["Rules hit"]["E5"].formula.startswith("Screening!")
