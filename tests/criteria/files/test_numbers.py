"""Numbers written in the ways of several countries, and texts that are none."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.files.numbers import DecimalStyle, NotANumberError, NumberProblem, decimal_style, parse_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7.0),
        ("-5", -5.0),
        ("+5", 5.0),
        ("−5", -5.0),
        ("0.461", 0.461),
        ("0,461", 0.461),
        (".5", 0.5),
        (",5", 0.5),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1 234,5", 1234.5),
        ("1\u00a0234,5", 1234.5),
        ("1\u202f234\u202f567", 1_234_567.0),
        ("1'234", 1234.0),
        ("1’234.50", 1234.5),
        ("12,345,678", 12_345_678.0),
        ("1,2345", 1.2345),
        ("1e5", 100_000.0),
        ("2,5E-3", 0.0025),
        ("45 %", 45.0),
        ("45%", 45.0),
        ("1,5 %", 1.5),
        ("  6800000  ", 6_800_000.0),
    ],
)
def test_that_numbers_are_read_where_only_one_reading_is_possible(text: str, value: float) -> None:
    assert parse_number(text) == value


@pytest.mark.parametrize(
    ("text", "decimal", "value"),
    [
        ("1,234", ".", 1234.0),
        ("1,234", ",", 1.234),
        ("19.939", ".", 19.939),
        ("19.939", ",", 19_939.0),
        ("123,456,789", ".", 123_456_789.0),
        ("7", ",", 7.0),
    ],
)
def test_that_the_decimal_mark_decides_what_else_would_be_open(
    text: str, decimal: DecimalStyle, value: float
) -> None:
    assert parse_number(text, decimal) == value


@pytest.mark.parametrize(
    ("text", "decimal", "problem"),
    [
        ("", None, NumberProblem.EMPTY),
        ("   ", None, NumberProblem.EMPTY),
        ("..", None, NumberProblem.MISSING_MARK),
        ("NA", None, NumberProblem.MISSING_MARK),
        ("n/a", None, NumberProblem.MISSING_MARK),
        ("–", None, NumberProblem.MISSING_MARK),
        ("1,234", None, NumberProblem.AMBIGUOUS),
        ("1.234", "ambiguous", NumberProblem.AMBIGUOUS),
        ("0,5", ".", NumberProblem.OTHER_DECIMAL),
        ("1.234,5", ".", NumberProblem.OTHER_DECIMAL),
        ("nan", None, NumberProblem.NOT_FINITE),
        ("-Infinity", None, NumberProblem.NOT_FINITE),
        ("1e999", None, NumberProblem.NOT_FINITE),
        ("#DIV/0!", None, NumberProblem.ERROR_VALUE),
        ("2024-05-01", None, NumberProblem.DATE),
        ("01.02.2024", ",", NumberProblem.DATE),
        ("5/1/2024", None, NumberProblem.DATE),
        ("12 km", None, NumberProblem.UNIT),
        ("€ 12", None, NumberProblem.UNIT),
        ("high", None, NumberProblem.TEXT),
        ("1.2.3", None, NumberProblem.TEXT),
        ("1,00,000", None, NumberProblem.TEXT),
        ("1'234 567", None, NumberProblem.TEXT),
        ("1 23", None, NumberProblem.TEXT),
        ("5.", None, NumberProblem.TEXT),
        ("=1+1", None, NumberProblem.TEXT),
        ("٣", None, NumberProblem.TEXT),
        ("9" * 400, None, NumberProblem.TEXT),
    ],
)
def test_that_everything_else_is_refused_with_its_reason(
    text: str, decimal: DecimalStyle | None, problem: NumberProblem
) -> None:
    with pytest.raises(NotANumberError) as caught:
        parse_number(text, decimal)
    assert caught.value.problem is problem
    assert caught.value.text == text


@given(st.text(max_size=40) | st.from_regex(r"[-+0-9.,' eE%]{1,20}", fullmatch=True))
def test_that_a_text_gives_one_finite_number_or_a_reason(text: str) -> None:
    try:
        value = parse_number(text)
    except NotANumberError:
        return
    assert math.isfinite(value)


@given(st.floats(-1e9, 1e9, allow_subnormal=False))
def test_that_every_number_written_with_its_mark_is_read_again(value: float) -> None:
    text = f"{value:.6f}"
    assert parse_number(text, ".") == float(text)
    assert parse_number(text.replace(".", ","), ",") == float(text)
    assert parse_number(f"{value:,.6f}", ".") == float(text)


@pytest.mark.parametrize(
    ("texts", "style"),
    [
        ([], "."),
        (["1", "2", "", "NA"], "."),
        (["1,5", "2"], ","),
        (["1,234", "0.5"], "."),
        (["1,234", "0,5"], ","),
        (["1.234,5", "1.234"], ","),
        (["1,5", "1.5"], "ambiguous"),
        (["1,234", "2,345"], "ambiguous"),
        (["2.592", "19.939"], "ambiguous"),
        (["12,345,678"], "."),
        (["high", "1 km"], "."),
    ],
)
def test_that_the_mark_of_a_column_is_told_by_its_clear_numbers(
    texts: list[str], style: DecimalStyle
) -> None:
    assert decimal_style(texts) == style


def test_that_a_file_parted_by_commas_has_decimal_points() -> None:
    assert decimal_style(["2.592", "19.939"], delimiter=",") == "."
    assert decimal_style(["2.592", "19.939"], delimiter=";") == "ambiguous"
    assert decimal_style(["2,592", "19.939"], delimiter=",") == "ambiguous"
