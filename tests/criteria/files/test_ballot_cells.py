"""Cells as people fill them in: chosen, typed, in other languages and locales."""

from __future__ import annotations

import datetime as dt

import pytest

from criteria.files.ballot_cells import (
    AnswerError,
    read_choice,
    read_place,
    read_points,
    read_ratio,
    read_strength,
)
from criteria.files.cells import Cell

LABELS = {"P1": "Development need", "N1": "“2024 goals”"}


@pytest.mark.parametrize(
    ("cell", "key"),
    [
        ("Development need", "P1"), (" development  NEED ", "P1"), ("2024 goals", "N1"), ("p1", "P1"),
        ("equal", "equal"), ("gleich", "equal"), ("Cannot say", "cannot say"),
        ("", None), (None, None), ("  ", None),
    ],
)  # fmt: skip
def test_that_a_choice_is_found_however_it_is_typed(cell: Cell, key: str | None) -> None:
    assert read_choice(cell, LABELS) == key


@pytest.mark.parametrize("cell", ["needs", True, 3.0, "#N/A", dt.date(2026, 3, 1)])
def test_that_another_answer_is_refused_with_what_was_offered(cell: Cell) -> None:
    with pytest.raises(AnswerError, match="“Development need” or"):
        read_choice(cell, LABELS)


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("3 moderately more", 3.0), ("3 moderately more ", 3.0), ("moderately more", 3.0), ("3", 3.0),
        (3.0, 3.0),
        ("3,0", 3.0), ("3.0", 3.0), ("2,5", 2.5), ("5: stronger", 5.0), (7, 7.0), ("1 equally", 1.0),
    ],
)  # fmt: skip
def test_that_how_much_more_is_read(cell: Cell, value: float) -> None:
    found = read_strength(cell)
    assert found is not None
    assert found.value == value


@pytest.mark.parametrize("cell", ["", None, " "])
def test_that_an_empty_cell_is_no_answer(cell: Cell) -> None:
    assert read_strength(cell) is None
    assert read_points(cell) is None
    assert read_place(cell, 4) is None


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("much", "not-a-number"), (0.0, "out-of-range"), (12.0, "out-of-range"), ("1/3", "not-a-number"),
        (True, "not-a-number"), (dt.date(2026, 3, 1), "not-a-number"), ("#REF!", "not-a-number"),
        ("–", "not-a-number"),
    ],
)  # fmt: skip
def test_that_what_is_no_strength_is_refused(cell: Cell, code: str) -> None:
    with pytest.raises(AnswerError) as refused:
        read_strength(cell)
    assert refused.value.code == code


def test_that_ratios_may_go_beyond_nine() -> None:
    found = read_ratio(12.0)
    assert found is not None
    assert found.value == 12.0


@pytest.mark.parametrize(("cell", "value"), [(37.5, 37.5), ("37,5", 37.5), (" 40 ", 40.0), (0, 0.0)])
def test_that_points_are_read_in_any_locale(cell: Cell, value: float) -> None:
    assert read_points(cell) == value


@pytest.mark.parametrize("cell", [-1.0, "1,234", "forty", "12 points"])
def test_that_what_is_no_figure_is_refused(cell: Cell) -> None:
    with pytest.raises(AnswerError):
        read_points(cell)


def test_that_places_are_whole_and_within_the_group() -> None:
    assert [read_place(cell, 4) for cell in (1.0, "2", "3.", "4,0")] == [1, 2, 3, 4]
    for wrong in (0, 5, 1.5, "first"):
        with pytest.raises(AnswerError):
            read_place(wrong, 4)
