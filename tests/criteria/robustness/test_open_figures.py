"""Draws of figures that are known from lowest to highest."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.arrays import Floats
from criteria.errors import MethodError
from criteria.robustness.open_figures import FigureDraws, OpenFigures

LOW = np.array([[0.0, 2.0, 5.0], [1.0, 4.0, -1.0]])
MODE = np.array([[0.5, 2.0, np.nan], [1.0, 9.0, 2.0]])
HIGH = np.array([[2.0, 4.0, 9.0], [1.0, 9.0, 3.0]])


def drawn(figures: OpenFigures, size: int = 40_000) -> Floats:
    """Tables in one block."""
    return FigureDraws(figures).blocks(np.random.default_rng(1), size)(size)


def test_that_figures_are_triangular_and_uniform_where_none_is_likelier() -> None:
    """Mean (a + b + c) / 3 and variance (a^2 + b^2 + c^2 - ab - ac - bc) / 18; or uniform."""
    found = drawn(OpenFigures.of(LOW, MODE, HIGH))
    c = np.where(np.isnan(MODE), 0.0, MODE)
    mean = np.where(np.isnan(MODE), (LOW + HIGH) / 2, (LOW + c + HIGH) / 3)
    spread = (LOW**2 + HIGH**2 + c**2 - LOW * HIGH - LOW * c - HIGH * c) / 18
    variance = np.where(np.isnan(MODE), (HIGH - LOW) ** 2 / 12, spread)
    np.testing.assert_allclose(found.mean(axis=0), mean, atol=0.03)
    np.testing.assert_allclose(found.var(axis=0), variance, rtol=0.03)
    assert (found[:, 1, 0] == 1.0).all()
    assert ((found >= LOW) & (found <= HIGH)).all()


def test_that_the_whole_distribution_is_triangular() -> None:
    """The distribution function is (x - a)^2 / ((b - a)(c - a)) up to the mode."""
    found = drawn(OpenFigures.of([[0.0]], [[0.3]], [[1.0]]))[:, 0, 0]
    for x in (0.1, 0.2, 0.3):
        np.testing.assert_allclose((found <= x).mean(), x * x / 0.3, atol=0.008)
    for x in (0.5, 0.8):
        np.testing.assert_allclose((found <= x).mean(), 1 - (1 - x) ** 2 / 0.7, atol=0.008)


def test_that_cells_are_drawn_apart_from_each_other() -> None:
    found = drawn(OpenFigures.of(np.zeros((2, 2)), np.full((2, 2), 0.5), np.ones((2, 2)))).reshape(-1, 4)
    np.testing.assert_allclose(np.corrcoef(found.T), np.eye(4), atol=0.02)


def test_that_curves_turn_figures_into_values() -> None:
    figures = OpenFigures.of(LOW, MODE, HIGH, [np.square, None, None])
    found, plain = drawn(figures), drawn(OpenFigures.of(LOW, MODE, HIGH))
    np.testing.assert_array_equal(found[:, :, 0], plain[:, :, 0] ** 2)
    np.testing.assert_array_equal(found[:, :, 1:], plain[:, :, 1:])
    np.testing.assert_array_equal(figures.centre, [[0.25, 2, 7], [1, 9, 2]])


def test_that_figures_out_of_order_are_refused() -> None:
    with pytest.raises(MethodError, match="Row 2, column 1 is stated as 3 to 2"):
        OpenFigures.of([[0.0], [3.0]], [[0.0], [2.5]], [[0.0], [2.0]])
    with pytest.raises(MethodError, match="most likely 4"):
        OpenFigures.of([[0.0]], [[4.0]], [[2.0]])
    with pytest.raises(MethodError, match="same size"):
        OpenFigures.of([[0.0]], [[0.0, 1.0]], [[2.0]])
