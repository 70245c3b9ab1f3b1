"""The order of questions."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.weighting.incomplete import components
from criteria.weighting.next_question import next_pair, resistances, useful_order
from tests.support.reference import CITY_CRITERIA, without


def nothing(n: int) -> np.ndarray:
    """A matrix of n items without any answer."""
    return np.where(np.eye(n) == 1, 1.0, np.nan)


def answer(matrix: np.ndarray, *pairs: tuple[int, int]) -> np.ndarray:
    """The matrix with answers of 1 at the pairs."""
    filled = matrix.copy()
    for i, j in pairs:
        filled[i, j] = filled[j, i] = 1.0
    return filled


@pytest.mark.parametrize("n", [2, 4, 7])
def test_that_the_first_answers_make_a_chain_of_all_items(n: int) -> None:
    matrix = nothing(n)
    for _ in range(n - 1):
        pair = next_pair(matrix)
        assert pair is not None
        matrix = answer(matrix, pair)
    assert len(components(matrix)) == 1
    assert (~np.isnan(matrix)).sum(axis=1).max() <= 3  # itself and two neighbours


def test_that_after_a_chain_its_ends_are_compared() -> None:
    """The variance of u_i - u_j along a chain is its length, largest between the ends."""
    chain = answer(nothing(5), (0, 1), (1, 2), (2, 3), (3, 4))
    assert next_pair(chain) == (0, 4)
    assert resistances(~np.isnan(chain))[0, 4] == pytest.approx(4.0)


def test_that_resistances_are_those_of_series_and_parallel_wires() -> None:
    """A square of unit resistors: 3/4 between neighbours, 1 across."""
    square = answer(nothing(4), (0, 1), (1, 2), (2, 3), (0, 3))
    found = resistances(~np.isnan(square))
    assert found[0, 1] == pytest.approx(0.75)
    assert found[0, 2] == pytest.approx(1.0)
    assert resistances(~np.isnan(nothing(2)))[0, 1] == np.inf


def test_that_a_resistance_is_the_variance_of_the_fitted_difference() -> None:
    from criteria.weighting.stacks import least_squares_stack

    gapped = without(CITY_CRITERIA, (0, 3), (1, 4))
    known = ~np.isnan(gapped)
    generator = np.random.default_rng(1)
    errors = np.triu(generator.standard_normal((40_000, 5, 5)), 1)
    errors -= errors.transpose(0, 2, 1)
    fits = least_squares_stack(np.where(known, np.exp(errors), np.nan))
    for pair in ((0, 3), (1, 4), (0, 1)):
        variance = float(np.var(fits[:, pair[0]] - fits[:, pair[1]]))
        assert variance == pytest.approx(resistances(known)[pair], rel=0.03)


@settings(max_examples=30, deadline=None)
@given(data=st.data(), n=st.integers(3, 7))
def test_that_the_pair_asked_next_shrinks_the_uncertainty_most(data: st.DataObject, n: int) -> None:
    """The volume of uncertainty shrinks by the number of spanning trees, which the answer multiplies."""
    pairs = list(combinations(range(n), 2))
    known = data.draw(st.lists(st.sampled_from(pairs), min_size=n, unique=True))
    matrix = answer(nothing(n), *known)
    if len(components(matrix)) > 1:
        return

    def trees(state: np.ndarray) -> float:
        adjacency = ~np.isnan(state) & ~np.eye(n, dtype=bool)
        laplacian = np.diag(adjacency.sum(axis=1)) - adjacency.astype(float)
        return float(np.linalg.det(laplacian[1:, 1:]))

    chosen = next_pair(matrix)
    rest = [pair for pair in pairs if pair not in known]
    if chosen is None:
        assert not rest
    else:
        assert trees(answer(matrix, chosen)) >= max(trees(answer(matrix, pair)) for pair in rest) - 1e-6


def test_that_equals_go_by_the_order_given_and_what_is_skipped_is_never_asked() -> None:
    assert next_pair(nothing(4), [(3, 1), (0, 2), (2, 3)]) == (1, 3)
    linked = answer(nothing(3), (0, 1), (1, 2))
    assert next_pair(linked, skip={(2, 0)}) is None
    assert next_pair(answer(nothing(4), (0, 1), (1, 2)), skip=[(0, 3), (1, 3)]) == (2, 3)
    assert next_pair(CITY_CRITERIA) is None
    assert next_pair([[1.0]]) is None


def test_that_where_links_are_declined_the_rest_is_still_asked() -> None:
    matrix = answer(nothing(4), (0, 1), (1, 2))
    declined = {(0, 3), (1, 3), (2, 3)}
    assert next_pair(matrix, skip=declined) == (0, 2)


@pytest.mark.parametrize("n", [1, 2, 4, 9])
def test_that_an_order_holds_every_pair_once_and_is_the_same_for_a_seed(n: int) -> None:
    order = useful_order(n, 3)
    assert sorted(order) == list(combinations(range(n), 2))
    assert order == useful_order(n, 3)


def test_that_seeds_differ_and_every_start_of_an_order_is_well_spread() -> None:
    orders = {useful_order(5, seed) for seed in range(6)}
    assert len(orders) > 3
    for order in orders:
        assert len(components(answer(nothing(5), *order[:4]))) == 1
        answers = np.bincount(np.array(order[:5]).ravel(), minlength=5)
        assert answers.tolist() == [2] * 5
