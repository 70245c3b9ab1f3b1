"""The hidden sheet: written and read back, and refused where it was changed."""

from __future__ import annotations

import pytest

from criteria.files.ballot_plan import plan_ballot
from criteria.files.ballot_sheet import DataSheetError, data_rows, is_data_sheet, question_row, read_data
from criteria.model.people import Stakeholder
from criteria.template import new_study

PLAN = plan_ballot(new_study(), Stakeholder(id="ST1", name="Ministry"), "pairwise", "2026-11-20T09:00:00")


def rows() -> list[list[str | float]]:
    cells = [(f"D{number + 5}", f"E{number + 5}") for number in range(1, 31)]
    return data_rows(PLAN, "Questions", cells, [("a", "b")] * 30)


def test_that_the_plan_comes_back_with_the_places_of_answers() -> None:
    found = read_data(rows())
    assert found.plan == PLAN
    assert found.asked[0].cells == ((5, 3), (5, 4))
    assert found.asked[0].sheet == "Questions"


def test_that_each_question_stands_in_its_row() -> None:
    last = PLAN.questions[-1]
    assert rows()[question_row(PLAN, last) - 1][:2] == ["question", 30.0]


def test_that_other_sheets_are_not_taken_for_it() -> None:
    assert is_data_sheet(rows())
    assert not is_data_sheet([])
    assert not is_data_sheet([("id", "title")])


@pytest.mark.parametrize(
    ("row", "column", "value", "says"),
    [
        (0, 1, "", "format unknown"),
        (2, 0, "nothing", "no line “title”"),
        (7, 1, "guessing", "Invalid enum value"),
        (11, 0, "nothing", "which has no line"),
        (31, 1, "one", "has no place"),
        (31, 7, "somewhere", "has no place"),
        (31, 3, "riddle", "question 1: Invalid enum value"),
        (32, 1, 1.0, "missing or repeated"),
    ],
)
def test_that_a_changed_line_is_named(row: int, column: int, value: str | float, says: str) -> None:
    changed = rows()
    changed[row][column] = value
    with pytest.raises(DataSheetError, match=says):
        read_data(changed)
