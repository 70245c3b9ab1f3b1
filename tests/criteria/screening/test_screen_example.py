"""The screening of the example equals what was worked out for its table by hand from the rules."""

from __future__ import annotations

import csv

import pytest

from criteria.files.example import example_study
from criteria.screening.screen import screen
from criteria.shipped import resource

with resource("example", "portfolio.csv").open(encoding="utf-8-sig", newline="") as stream:
    ROWS = {row["project_id"]: row for row in csv.DictReader(stream)}


def items(cell: str) -> tuple[str, ...]:
    return tuple(item.strip() for item in cell.split(";") if item.strip())


@pytest.mark.parametrize("project", sorted(ROWS))
def test_that_a_project_is_screened_as_its_table_says(project: str) -> None:
    expected = ROWS[project]
    found = screen(example_study()).of(project)
    assert found.screen == expected["expected_screen"]
    assert found.flags == items(expected["red_line_flags"])
    assert found.open_conditions == items(expected["open_conditions"])


def test_that_the_counts_are_those_of_the_call() -> None:
    result = screen(example_study())
    counts = {
        name: result.count(name)
        for name in ("pass", "conditional-met", "conditional-open", "refer", "exclude")
    }
    assert counts == {"pass": 6, "conditional-met": 6, "conditional-open": 4, "refer": 3, "exclude": 5}
