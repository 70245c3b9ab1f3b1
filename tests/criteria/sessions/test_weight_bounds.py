"""Bounds of local weights hold for every state they speak of."""

from __future__ import annotations

from itertools import chain, combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.sessions.weight_bounds import (
    eigenvector_bounds,
    least_squares_bounds,
    local_bounds,
    reachable_answers,
)
from criteria.weighting.pairwise import priorities
from criteria.weighting.repair import SAATY_VALUES
from criteria.weighting.stacks import least_squares_stack, priorities_of_stack
from tests.support.reference import CITY_CRITERIA, reciprocal, without

LIMIT = float(np.log(9))
PAIRS = np.array([(0, 3), (1, 4)])
GAPPED = without(CITY_CRITERIA, (0, 3), (1, 4))


def with_answers(ratios: np.ndarray, pairs: np.ndarray, logs: np.ndarray) -> np.ndarray:
    """The matrix once for each row of logarithms (k x m) of the pairs."""
    stack = np.repeat(ratios[None], len(logs), axis=0)
    stack[:, pairs[:, 0], pairs[:, 1]] = np.exp(logs)
    stack[:, pairs[:, 1], pairs[:, 0]] = np.exp(-logs)
    return stack


@settings(max_examples=40, deadline=None)
@given(data=st.data(), n=st.integers(3, 5), seed=st.integers(0, 10_000))
def test_that_no_answers_within_a_box_lead_outside_the_bounds(data: st.DataObject, n: int, seed: int) -> None:
    upper = data.draw(
        st.lists(st.sampled_from(SAATY_VALUES), min_size=n * (n - 1) // 2, max_size=n * (n - 1) // 2)
    )
    every = list(combinations(range(n), 2))
    pairs = data.draw(st.lists(st.sampled_from(every), min_size=1, max_size=3, unique=True))
    ratios, places = without(reciprocal(upper, n), *pairs), np.array(pairs)
    generator = np.random.default_rng(seed)
    ends = np.sort(generator.uniform(-LIMIT, LIMIT, (2, len(pairs))), axis=0)
    within = generator.uniform(ends[0], ends[1], (60, len(pairs)))
    within[:20] = np.where(within[:20] > ends.mean(axis=0), ends[1], ends[0])
    stack = with_answers(ratios, places, within)
    for bound, prioritisation in (
        (least_squares_bounds, "geometric_mean"),
        (eigenvector_bounds, "eigenvector"),
    ):
        weights = priorities_of_stack(stack, prioritisation)
        bounds = bound(ratios, places, ends[:1], ends[1:])
        logs = np.log(weights)
        assert (logs[:, :, None] - logs[:, None, :] <= bounds + 1e-9).all()
        least, most = local_bounds(bounds)
        assert (weights >= least).all()
        assert (weights <= most).all()


@pytest.mark.parametrize("bound", [least_squares_bounds, eigenvector_bounds])
def test_that_known_answers_leave_next_to_no_room(bound: object) -> None:
    logs = np.log(CITY_CRITERIA[PAIRS[:, 0], PAIRS[:, 1]])[None]
    least, most = local_bounds(bound(GAPPED, PAIRS, logs, logs))  # type: ignore[operator]
    method = "geometric_mean" if bound is least_squares_bounds else "eigenvector"
    weights = priorities(CITY_CRITERIA, method)
    assert (least[0] <= weights).all()
    assert (weights <= most[0]).all()
    np.testing.assert_allclose(least[0], weights, rtol=4e-3)
    np.testing.assert_allclose(most[0], weights, rtol=4e-3)


def test_that_least_squares_differences_are_bounded_exactly() -> None:
    """The fit is linear in the logarithms, so its differences are extreme at corners of the box."""
    low, high = np.full((1, 2), -LIMIT), np.full((1, 2), LIMIT)
    corners = np.array([(a, b) for a in (-LIMIT, LIMIT) for b in (-LIMIT, LIMIT)])
    logs = least_squares_stack(with_answers(GAPPED, PAIRS, corners))
    found = (logs[:, :, None] - logs[:, None, :]).max(axis=0)
    np.testing.assert_allclose(least_squares_bounds(GAPPED, PAIRS, low, high)[0], found, atol=1e-12)


def test_that_halving_a_box_narrows_the_bounds() -> None:
    wide = local_bounds(eigenvector_bounds(GAPPED, PAIRS, np.full((1, 2), -1.0), np.full((1, 2), 1.0)))
    slim = local_bounds(eigenvector_bounds(GAPPED, PAIRS, np.full((1, 2), -0.1), np.full((1, 2), 0.1)))
    assert ((slim[1] - slim[0]) < 0.3 * (wide[1] - wide[0])).all()


@pytest.mark.parametrize(
    "pairs", [[(0, 3), (1, 4)], [(0, 1), (0, 2), (0, 3), (0, 4)], [(0, 1), (1, 2), (3, 4)]]
)
def test_that_states_with_gaps_lie_among_the_answers_that_can_be_reached(
    pairs: list[tuple[int, int]],
) -> None:
    """Leaving answers off counts like answering what is fitted, which may be more than the scale's end."""
    ratios, places = without(CITY_CRITERIA, *pairs), np.array(pairs)
    low, high = reachable_answers(ratios, places, LIMIT)
    assert (low <= -LIMIT).all()
    assert (high >= LIMIT).all()
    generator = np.random.default_rng(2)
    every = range(len(pairs))
    for left in chain.from_iterable(combinations(every, size) for size in range(1, len(pairs) + 1)):
        drawn = generator.choice([-LIMIT, 0.3, LIMIT], (40, len(pairs)))
        stack = with_answers(ratios, places, drawn)
        gone = places[list(left)]
        stack[:, gone[:, 0], gone[:, 1]] = stack[:, gone[:, 1], gone[:, 0]] = np.nan
        logs = least_squares_stack(stack)
        fitted = logs[:, places[:, 0]] - logs[:, places[:, 1]]
        as_if = np.where(np.isin(every, left), fitted, drawn)
        assert (as_if >= low - 1e-9).all()
        assert (as_if <= high + 1e-9).all()
        np.testing.assert_allclose(least_squares_stack(with_answers(ratios, places, as_if)), logs, atol=1e-9)


def test_that_many_open_answers_are_bounded_by_their_chains() -> None:
    n = 5
    places = np.array(list(combinations(range(n), 2))[:9])
    ratios = without(reciprocal([1.0] * 10, n), *map(tuple, places.tolist()))
    low, high = reachable_answers(ratios, places, LIMIT)
    np.testing.assert_allclose((low, high), ([-4 * LIMIT] * 9, [4 * LIMIT] * 9))
