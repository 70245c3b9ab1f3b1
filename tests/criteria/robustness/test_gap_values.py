"""What a gap leaves open, in numbers."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.robustness.gap_values import draw_gaps, ends_of, explained, known_widths
from criteria.robustness.open_figures import OpenFigures
from criteria.robustness.score_stacks import AdditiveStack, TopsisStack


def test_that_explained_variance_is_that_of_an_additive_outcome() -> None:
    """y = 3 a + b with a, b uniform: a explains 9/10 of the variance, b 1/10, a stranger nothing."""
    generator = np.random.default_rng(1)
    a, b, stranger = generator.random((3, 40_000))
    y = 3 * a + b
    assert explained(a, y) == pytest.approx(0.9, abs=0.01)
    assert explained(b, y) == pytest.approx(0.1, abs=0.01)
    assert explained(stranger, y) < 0.002
    assert explained(a, np.zeros(40_000)) == 0.0
    assert explained(a, a) > 0.99


def test_that_figures_are_drawn_alike_in_any_order() -> None:
    generator = np.random.default_rng(2)
    mode = generator.random((6, 4))
    mode[[1, 4], [0, 2]] = np.nan
    low, high = np.where(np.isnan(mode), 0.0, mode), np.where(np.isnan(mode), 1.0, mode)
    given = OpenFigures.of(low, mode, high)
    order = np.array([5, 1, 3, 0, 2, 4])
    method, weights = TopsisStack("vector", np.ones(4, dtype=np.int64)), np.full(4, 0.25)
    plain = draw_gaps(given, method, weights, 500, 3)
    mixed = draw_gaps(given.rows(order), method, weights, 500, 3)
    np.testing.assert_array_equal(mixed.ranks, plain.ranks[:, order])
    assert sorted(map(tuple, plain.cells.tolist())) == [(1, 0), (4, 2)]


def test_that_the_ends_of_a_cost_are_turned_round() -> None:
    figures = OpenFigures.of([[1.0, 0.0]], [[np.nan, np.nan]], [[9.0, 1.0]])
    low, high = ends_of(figures, TopsisStack("minmax", np.array([-1, 1])))
    assert (low.tolist(), high.tolist()) == ([[9, 0]], [[1, 1]])
    turned = OpenFigures.of([[1.0]], [[np.nan]], [[9.0]], [lambda x: 1 - x / 10])
    low, high = ends_of(turned, AdditiveStack())
    np.testing.assert_allclose([low[0, 0], high[0, 0]], [0.1, 0.9])


def test_that_knowing_the_only_gap_leaves_one_rank() -> None:
    """Five others at 0.1 to 0.9: the gap may put the sixth anywhere, and once known puts it somewhere."""
    mode = np.array([[0.1], [0.3], [0.5], [0.7], [0.9], [np.nan]])
    low, high = np.where(np.isnan(mode), 0.0, mode), np.where(np.isnan(mode), 1.0, mode)
    now, then = known_widths(OpenFigures.of(low, mode, high), AdditiveStack(), np.ones(1), np.array([[5, 0]]))
    assert (now.tolist(), then.tolist()) == ([5], [0])
