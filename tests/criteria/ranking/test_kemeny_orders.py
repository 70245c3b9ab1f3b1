"""Best orders of a few items against trying all of them."""

from __future__ import annotations

import time
from itertools import permutations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.arrays import Floats
from criteria.ranking.kemeny_orders import best_orders

SEEDS = st.integers(0, 100_000)


def leads(seed: int, count: int) -> Floats:
    """Small whole leads, so that several orders are often equally good."""
    drawn = np.triu(np.random.default_rng(seed).integers(-2, 3, (count, count)), 1)
    return np.asarray(drawn - drawn.T, dtype=float)


def loss(lead: Floats, order: tuple[int, ...]) -> float:
    return float(sum(lead[later, first] for place, first in enumerate(order) for later in order[place + 1 :]))


@settings(max_examples=60, deadline=None)
@given(seed=SEEDS, count=st.integers(1, 6))
def test_that_the_best_orders_are_those_found_by_trying_all(seed: int, count: int) -> None:
    lead = leads(seed, count)
    losses = {order: loss(lead, order) for order in permutations(range(count))}
    expected = sorted(order for order, value in losses.items() if value == min(losses.values()))
    found = best_orders(lead, 1000)
    assert list(found.orders) == expected
    assert found.count == len(expected)
    places = np.argsort(np.array(expected), axis=1) + 1
    assert found.best.tolist() == places.min(axis=0).tolist()
    assert found.worst.tolist() == places.max(axis=0).tolist()


@pytest.mark.parametrize("listed", [1, 5])
def test_that_no_more_orders_are_listed_than_asked_for(listed: int) -> None:
    found = best_orders(np.zeros((4, 4)), listed)
    assert found.orders == tuple(permutations(range(4)))[:listed]
    assert found.count == 24
    assert found.best.tolist() == [1] * 4
    assert found.worst.tolist() == [4] * 4


def test_that_twelve_items_take_less_than_a_second() -> None:
    start = time.perf_counter()
    found = best_orders(leads(1, 12), 24)
    assert time.perf_counter() - start < 1.0
    assert loss(leads(1, 12), found.orders[0]) <= 0
