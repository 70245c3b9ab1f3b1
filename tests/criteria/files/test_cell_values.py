"""Cells as figures, levels, flags, years and lists."""

from __future__ import annotations

import datetime as dt
import math

import pytest

from criteria.files.cell_values import (
    CellError,
    is_blank,
    known_word,
    level_of,
    read_figure,
    read_flag,
    read_list,
    read_number,
    read_year,
)
from criteria.files.cells import Cell
from criteria.files.numbers import DecimalStyle
from criteria.template import new_study

EVIDENCE = new_study().criterion("A3")
HDI = new_study().criterion("N1")


def code_of(cell: Cell) -> str:
    with pytest.raises(CellError) as caught:
        read_number(cell)
    assert caught.value.clause
    return caught.value.code


@pytest.mark.parametrize(
    ("cell", "decimal", "number"),
    [
        (3, None, 3.0),
        (0.25, None, 0.25),
        ("0.25", None, 0.25),
        ("0,25", None, 0.25),
        ("1,234", ",", 1.234),
        ("1,234", ".", 1234.0),
        ("1.234,5", None, 1234.5),
        (" 12 ", None, 12.0),
        ("45 %", None, 45.0),
        (None, None, None),
        ("  ", None, None),
        ("n/a", None, None),
        ("..", None, None),
        ("–", None, None),
    ],
)
def test_that_a_number_is_read(cell: Cell, decimal: DecimalStyle | None, number: float | None) -> None:
    assert read_number(cell, decimal) == number


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("abc", "not-a-number"),
        ("12 km", "not-a-number"),
        (True, "not-a-number"),
        (math.nan, "not-finite"),
        (math.inf, "not-finite"),
        ("NaN", "not-finite"),
        ("-inf", "not-finite"),
        ("#REF!", "error-value"),
        ("1,234", "ambiguous-number"),
        (dt.date(2026, 5, 3), "date-in-number-cell"),
        ("3.5.2026", "date-in-number-cell"),
    ],
)
def test_that_another_content_says_why_it_is_no_number(cell: Cell, code: str) -> None:
    assert code_of(cell) == code


def test_that_a_long_text_is_shortened_in_the_sentence() -> None:
    with pytest.raises(CellError) as caught:
        read_number("words " * 100)
    assert len(caught.value.clause) < 120


def test_that_a_figure_off_the_scale_is_refused_with_the_scale() -> None:
    with pytest.raises(CellError, match=r"1\.2 is off the scale 0 to 1 of Human development gap"):
        read_figure(1.2, HDI)


@pytest.mark.parametrize(
    "text", ["Pilot", "pilot", " PILOT ", "3 Pilot", "3: Pilot", "3 – pilot", "Level 3 Pilot", 3]
)
def test_that_a_level_may_be_named(text: Cell) -> None:
    assert read_figure(text, EVIDENCE) == 3.0


@pytest.mark.parametrize("text", ["Pilots", "4 Pilot", "Pilot study", ""])
def test_that_other_texts_name_no_level(text: str) -> None:
    assert level_of(text, EVIDENCE) is None


def test_that_a_level_and_a_name_that_disagree_are_refused() -> None:
    with pytest.raises(CellError):
        read_figure("4 Pilot", EVIDENCE)


@pytest.mark.parametrize("cell", ["yes", "Y", "TRUE", True, 1, 1.0, "ja", "Oui", "x"])
def test_that_yes_is_understood(cell: Cell) -> None:
    assert read_flag(cell) is True


@pytest.mark.parametrize("cell", ["no", "N", "false", False, 0, "nein", "non"])
def test_that_no_is_understood(cell: Cell) -> None:
    assert read_flag(cell) is False


def test_that_blank_is_neither_and_maybe_is_refused() -> None:
    assert read_flag(None) is None
    with pytest.raises(CellError, match="neither yes nor no"):
        read_flag("maybe")


@pytest.mark.parametrize(("cell", "year"), [(2022, 2022), ("2022", 2022), (2022.0, 2022), (None, None)])
def test_that_a_year_is_read(cell: Cell, year: int | None) -> None:
    assert read_year(cell) == year


@pytest.mark.parametrize("cell", [2022.5, 22, 20222, "FY22"])
def test_that_no_year_is_refused(cell: Cell) -> None:
    with pytest.raises(CellError):
        read_year(cell)


@pytest.mark.parametrize(
    ("cell", "items"),
    [
        ("a;b; c", ("a", "b", "c")),
        ("a | b", ("a", "b")),
        ("a, b", ("a", "b")),
        ("a, b; c", ("a, b", "c")),
        ("a\nb", ("a", "b")),
        ("a; a;;", ("a",)),
        (None, ()),
        (3.3, ("3.3",)),
    ],
)
def test_that_a_list_is_parted(cell: Cell, items: tuple[str, ...]) -> None:
    assert read_list(cell) == items


def test_that_a_list_turned_into_a_date_is_refused() -> None:
    with pytest.raises(CellError, match="enter it again as text"):
        read_list(dt.date(2026, 4, 3))


def test_that_a_word_is_known_in_any_spelling() -> None:
    words = ("public_health_service", "judiciary")
    assert known_word("Public health-service", words) == "public_health_service"
    assert known_word("judiciary", words) == "judiciary"
    assert known_word("court", words) is None


def test_that_spaces_are_blank_and_zero_is_not() -> None:
    assert [is_blank(cell) for cell in (None, "", " \n", 0, False, "-")] == [
        True,
        True,
        True,
        False,
        False,
        False,
    ]
