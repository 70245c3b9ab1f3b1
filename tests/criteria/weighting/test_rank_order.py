"""Weights from an order of importance."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.errors import MethodError
from criteria.weighting.rank_order import KINDS, rank_order_weights
from tests.support.reference import case, table

ranks = st.lists(st.integers(1, 8), min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("kind", "published"),
    [
        ("centroid", [0.5208, 0.2708, 0.1458, 0.0625]),
        ("sum", [0.4000, 0.3000, 0.2000, 0.1000]),
        ("reciprocal", [0.4800, 0.2400, 0.1600, 0.1200]),
    ],
)
def test_that_the_published_weights_of_four_items_are_found(kind: str, published: list[float]) -> None:
    """Barron & Barrett (1996), Management Science 42(11); Stillwell, Seaver & Edwards (1981), OBHP 28."""
    np.testing.assert_allclose(rank_order_weights([1, 2, 3, 4], kind).weights, published, atol=6e-5)


def test_that_the_published_ranking_comparison_is_found() -> None:
    """Wieckowski et al. (2023), Engineering Applications of AI 122: wins of a ranking tied on top."""
    example = case("rancom-wieckowski-2023")
    wins = table(example.inputs["matrix"]).sum(axis=1)
    result = rank_order_weights(-wins, "rancom")
    example.check("weights", result.weights)
    np.testing.assert_allclose(result.weights, wins / wins.sum(), rtol=1e-14)


def test_that_the_centroid_is_the_mean_of_all_weights_in_that_order() -> None:
    """Barron & Barrett (1996): the centre of the simplex w_1 >= w_2 >= ... >= w_n."""
    sample = np.sort(np.random.default_rng(1).dirichlet(np.ones(5), 200_000))[:, ::-1].mean(axis=0)
    np.testing.assert_allclose(rank_order_weights([1, 2, 3, 4, 5]).weights, sample, atol=1e-3)


def test_that_equal_ranks_share_the_weights_of_their_places() -> None:
    whole = rank_order_weights([1, 2, 3, 4]).weights
    tied = rank_order_weights([1, 2, 2, 4])
    np.testing.assert_allclose(
        tied.weights, [whole[0], *[(whole[1] + whole[2]) / 2] * 2, whole[3]], rtol=1e-15
    )
    assert tied.order == ((0,), (1, 2), (3,))


def test_that_only_the_order_of_the_ranks_counts() -> None:
    dense = rank_order_weights([1, 2, 2, 3])
    np.testing.assert_array_equal(dense.weights, rank_order_weights([1, 2.5, 2.5, 4]).weights)
    np.testing.assert_array_equal(dense.weights, rank_order_weights([-7, 0, 0, 90]).weights)


@pytest.mark.parametrize("kind", KINDS)
def test_that_one_item_takes_all_and_equal_ones_the_same(kind: str) -> None:
    np.testing.assert_array_equal(rank_order_weights([1], kind).weights, [1.0])
    np.testing.assert_allclose(rank_order_weights([3, 3, 3], kind).weights, 1 / 3, rtol=1e-15)


@pytest.mark.parametrize("kind", KINDS)
@given(given_ranks=ranks, data=st.data())
def test_that_weights_follow_the_items_in_any_order_to_the_last_digit(
    kind: str, given_ranks: list[int], data: st.DataObject
) -> None:
    order = data.draw(st.permutations(range(len(given_ranks))))
    weights = rank_order_weights(given_ranks, kind).weights
    assert weights.sum() == pytest.approx(1.0, abs=1e-14)
    shuffled = rank_order_weights([given_ranks[i] for i in order], kind).weights
    np.testing.assert_array_equal(shuffled, weights[order])


@pytest.mark.parametrize("kind", KINDS)
@given(given_ranks=ranks)
def test_that_a_more_important_item_weighs_more(kind: str, given_ranks: list[int]) -> None:
    weights = rank_order_weights(given_ranks, kind).weights
    for i, first in enumerate(given_ranks):
        for j, second in enumerate(given_ranks):
            assert (weights[i] > weights[j]) == (first < second)


@pytest.mark.parametrize("kind", KINDS)
@given(given_ranks=ranks, item=st.integers(0, 7))
def test_that_moving_an_item_up_never_lowers_its_weight(kind: str, given_ranks: list[int], item: int) -> None:
    item %= len(given_ranks)
    raised = [rank - 1.5 * (i == item) for i, rank in enumerate(given_ranks)]
    before, after = rank_order_weights(given_ranks, kind), rank_order_weights(raised, kind)
    assert after.weights[item] >= before.weights[item] - 1e-15


@pytest.mark.parametrize("missing", [math.nan, None, math.inf])
def test_that_an_item_without_rank_is_named(missing: float | None) -> None:
    with pytest.raises(MethodError, match="Item 2 has no rank"):
        rank_order_weights(np.array([1, missing, 3], dtype=float))


def test_that_nothing_to_rank_and_unknown_kinds_are_refused() -> None:
    with pytest.raises(MethodError, match="at least one item"):
        rank_order_weights([])
    with pytest.raises(MethodError, match="centroid, sum, reciprocal, rancom"):
        rank_order_weights([1, 2], "guess")
