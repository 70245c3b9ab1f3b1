"""Clusters of members who weigh alike."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.arrays import Floats
from criteria.errors import MethodError
from criteria.weighting.clusters import Clustering, cluster, distances, silhouettes
from criteria.weighting.consensus import consensus

#: Three who put need first, two who put rights first.
CAMPS = np.array(
    [
        [0.60, 0.20, 0.10, 0.10],
        [0.10, 0.10, 0.20, 0.60],
        [0.55, 0.25, 0.10, 0.10],
        [0.62, 0.18, 0.12, 0.08],
        [0.12, 0.08, 0.18, 0.62],
    ]
)


def members(found: Clustering) -> list[tuple[int, ...]]:
    """Who is with whom."""
    return [one.members for one in found.clusters]


def test_that_two_camps_are_told_apart() -> None:
    found = cluster(CAMPS)
    assert members(found) == [(0, 2, 3), (1, 4)]
    assert found.silhouette is not None
    assert found.silhouette > 0.8
    assert (found.largest, found.of(4)) == (0, 1)
    assert found.clusters[0].share == pytest.approx(0.6)
    np.testing.assert_allclose(found.clusters[0].weights, CAMPS[[0, 2, 3]].mean(axis=0))
    assert found.clusters[0].medoids == (0,)
    assert found.clusters[1].medoids == (1, 4)


def test_that_consensus_within_camps_is_higher_than_between_them() -> None:
    found = cluster(CAMPS)
    whole = consensus(CAMPS)
    assert whole is not None
    assert found.between is not None
    assert max(whole.indicator, found.between.indicator) < 0.6
    for one in found.clusters:
        assert one.consensus is not None
        assert one.consensus.band == "very-high"


def test_that_distance_is_the_part_of_weight_placed_differently() -> None:
    apart = distances(np.array([[0.5, 0.3, 0.2], [0.3, 0.3, 0.4], [0.0, 0.0, 1.0]]))
    np.testing.assert_allclose(apart, [[0, 0.2, 0.8], [0.2, 0, 0.6], [0.8, 0.6, 0]], atol=1e-15)


def test_that_silhouettes_follow_their_definition() -> None:
    """Rousseeuw (1987): (b - a) / max(a, b), 0 for one alone in a cluster."""
    apart = np.array([[0, 1, 4, 4], [1, 0, 2, 6], [4, 2, 0, 3], [4, 6, 3, 0]], dtype=float)
    found = silhouettes(apart, np.array([0, 0, 1, 2]))
    np.testing.assert_allclose(found, [3 / 4, 1 / 2, 0, 0])


@pytest.mark.parametrize(
    "weights",
    [
        [[0.4, 0.6]],
        [[0.9, 0.1], [0.1, 0.9]],
        [[0.5, 0.5]] * 4,
        [[0.52, 0.48], [0.52, 0.48], [0.48, 0.52], [0.48, 0.52]],
        np.eye(4),
        [[0.8 - 0.1 * step, 0.2 + 0.1 * step] for step in range(7)],
    ],
    ids=["one", "two", "all-alike", "hardly-apart", "all-different", "evenly-spread"],
)
def test_that_without_reason_all_are_one_cluster(weights: Any) -> None:
    found = cluster(weights)
    assert len(found.clusters) == 1
    assert (found.silhouette, found.between, found.largest) == (None, None, 0)


def test_that_one_who_stands_apart_is_a_cluster() -> None:
    found = cluster([[0.6, 0.4], [0.62, 0.38], [0.58, 0.42], [0.05, 0.95]])
    assert members(found) == [(0, 1, 2), (3,)]
    assert found.clusters[1].consensus is None


def test_that_three_camps_are_told_apart() -> None:
    rng = np.random.default_rng(7)
    ends = np.full((3, 5), 0.1) + 0.5 * np.eye(3, 5)
    rows = np.repeat(ends, 10, axis=0) * rng.uniform(0.95, 1.05, (30, 5))
    assert members(cluster(rows)) == [tuple(range(10 * k, 10 * k + 10)) for k in range(3)]


def test_that_voting_power_orders_and_weighs_but_does_not_sort() -> None:
    found = cluster(CAMPS, [1, 3, 1, 1, 1])
    assert members(found) == [(1, 4), (0, 2, 3)]
    np.testing.assert_allclose(found.clusters[0].weights, (3 * CAMPS[1] + CAMPS[4]) / 4)
    assert cluster(CAMPS, [1, 1.5, 1, 1, 1.5]).largest is None


def test_that_a_cluster_without_voting_power_still_has_weights() -> None:
    found = cluster(CAMPS, [1, 0, 1, 1, 0])
    np.testing.assert_allclose(found.clusters[1].weights, CAMPS[[1, 4]].mean(axis=0))
    assert found.clusters[1].share == 0


ROWS = st.lists(
    st.lists(st.integers(1, 4), min_size=3, max_size=3), min_size=1, max_size=8
)  # small numbers, so that ties abound


@settings(max_examples=80, deadline=None)
@given(ROWS, st.randoms(use_true_random=False))
def test_that_the_order_of_members_and_items_does_not_matter(rows: list[list[int]], random: Any) -> None:
    weights = np.array(rows, dtype=float)
    order, items = list(range(len(rows))), list(range(3))
    random.shuffle(order)
    random.shuffle(items)
    turned = cluster(weights[np.ix_(order, items)])
    back = {frozenset(order[member] for member in one.members) for one in turned.clusters}
    found = cluster(weights)
    assert back == {frozenset(one.members) for one in found.clusters}
    assert turned.silhouette == (None if found.silhouette is None else pytest.approx(found.silhouette))


@settings(max_examples=40, deadline=None)
@given(ROWS)
def test_that_members_who_weigh_the_same_are_together(rows: list[list[int]]) -> None:
    found = cluster(np.array([*rows, rows[0]], dtype=float))
    assert found.of(0) == found.of(len(rows))


def test_that_a_hundred_members_are_sorted() -> None:
    rng = np.random.default_rng(3)
    rows: Floats = rng.dirichlet(np.ones(16), 100)
    assert sum(len(one.members) for one in cluster(rows).clusters) == 100


@pytest.mark.parametrize(
    ("weights", "sentence"),
    [([], "one row"), ([0.5, 0.5], "one row"), ([[0, 0], [1, 1]], "only zero"), ([[1, np.nan]], "at least")],
)
def test_that_weights_that_cannot_be_clustered_are_refused(weights: Any, sentence: str) -> None:
    with pytest.raises(MethodError, match=sentence):
        cluster(weights)
