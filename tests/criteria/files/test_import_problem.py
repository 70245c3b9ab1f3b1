"""Places in words."""

from __future__ import annotations

import pytest

from criteria.files.import_problem import ACCEPTABLE, Place


@pytest.mark.parametrize(
    ("sheet", "row", "column", "head", "words"),
    [
        ("", None, None, "", "a.csv"),
        ("Projects", None, None, "", "a.csv, sheet Projects"),
        ("Projects", 6, None, "", "a.csv, sheet Projects, row 7"),
        ("Projects", 6, 5, "N1", "a.csv, sheet Projects, row 7, column N1 (F7)"),
        ("", 6, 5, "", "a.csv, row 7, F7"),
    ],
)
def test_that_a_place_is_told_from_the_file_to_the_cell(
    sheet: str, row: int | None, column: int | None, head: str, words: str
) -> None:
    assert Place("a.csv", sheet).words(row, column, head) == words


def test_that_a_problem_opens_with_its_place() -> None:
    problem = Place("a.csv", "").problem("error", "off-scale", "it is off.", 1, 2, "N1")
    assert problem.message == "a.csv, row 2, column N1 (C2): it is off."
    assert not problem.acceptable


@pytest.mark.parametrize("code", sorted(ACCEPTABLE))
def test_that_some_problems_can_be_waved_through(code: str) -> None:
    assert Place("a.csv", "").problem("error", code, "c").acceptable
