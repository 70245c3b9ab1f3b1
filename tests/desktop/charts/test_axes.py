"""Ticks are round, and scales go there and back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.charts.axes import Scale, padded, round_ticks, write_ticks

numbers = st.floats(-1e6, 1e6, allow_nan=False)


def test_that_ticks_are_round() -> None:
    assert round_ticks(0.0, 1.0, 5) == pytest.approx((0, 0.2, 0.4, 0.6, 0.8, 1.0))
    assert round_ticks(0.537, 0.843, 7) == pytest.approx((0.55, 0.6, 0.65, 0.7, 0.75, 0.8))


@given(numbers, st.floats(1e-6, 1e6), st.integers(2, 9))
def test_that_ticks_lie_inside_and_are_not_too_many(low: float, span: float, count: int) -> None:
    ticks = round_ticks(low, low + span, count)
    assert len(ticks) <= count + 2
    air = span * 1e-6 + abs(low) * 1e-9
    assert all(low - air <= tick <= low + span + air for tick in ticks)


def test_that_an_empty_range_has_one_tick() -> None:
    assert round_ticks(3.0, 3.0) == (3.0,)
    assert round_ticks(float("nan"), 1.0) != ()


def test_that_ticks_are_written_with_equal_decimals() -> None:
    assert write_ticks((0.55, 0.6, 0.65)) == ("0.55", "0.60", "0.65")
    assert write_ticks((0.0, 0.1), is_percent=True) == ("0\N{NO-BREAK SPACE}%", "10\N{NO-BREAK SPACE}%")
    assert write_ticks((-1.0, 0.0)) == ("\N{MINUS SIGN}1", "0")


@given(st.floats(-100, 100), st.floats(0.1, 100), st.floats(-5, 5))
def test_that_a_scale_goes_there_and_back(low: float, span: float, value: float) -> None:
    scale = Scale(low, low + span, 400.0, 20.0)
    assert scale.value(scale(value)) == pytest.approx(value, abs=1e-6)


def test_that_a_pixel_is_brought_inside_a_backward_scale() -> None:
    assert Scale(0, 1, 400, 20).clip(500) == 400
    assert Scale(0, 1, 400, 20).clip(0) == 20


def test_that_a_single_value_gets_a_range_of_its_own() -> None:
    low, high = padded(0.5, 0.5)
    assert low < 0.5 < high
