"""One ranking out of several."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.arrays import Ints
from criteria.errors import MethodError
from criteria.ranking import compromise
from criteria.ranking.compromise import borda, copeland, duels, kemeny, knots
from tests.support.reference import case

SEEDS = st.integers(0, 100_000)


def tennessee() -> tuple[list[list[int]], list[int], Any]:
    """Rank vectors of the four kinds of ballots, how many voted so, and the case."""
    example = case("aggregation-borda-tennessee")
    ballots = example.inputs["ballots"]
    rankings = [
        [ballot["order"].index(name) + 1 for name in example.inputs["candidates"]] for ballot in ballots
    ]
    return rankings, [ballot["voters"] for ballot in ballots], example


def tied_rankings(seed: int, voters: int, items: int) -> Ints:
    return np.random.default_rng(seed).integers(1, items + 1, (voters, items))


def contradictions(rankings: Ints, order: tuple[int, ...]) -> int:
    return sum(
        int((rankings[:, later] < rankings[:, first]).sum())
        for place, first in enumerate(order)
        for later in order[place + 1 :]
    )


def test_that_the_capital_of_tennessee_gets_its_points_and_duels() -> None:
    """The encyclopaedia's example of the Borda count: 100 voters in four cities."""
    rankings, voters, example = tennessee()
    found = borda(rankings, voters)
    example.check("borda", found.points)
    example.check("ranking", found.ranks)
    assert duels(rankings, voters).tolist() == example.exact["pairwise"]
    assert copeland(rankings, voters).points.tolist() == example.exact["copeland"]
    assert copeland(rankings, voters).ranks.tolist() == [4, 1, 2, 3]


def test_that_the_capital_of_tennessee_has_the_order_of_kemeny_and_young() -> None:
    """The same example for the Kemeny-Young method: 393 of 600 votes in pairs agree with the best order."""
    rankings, voters, _ = tennessee()
    found = kemeny(rankings, voters)
    assert found.orders == ((1, 2, 3, 0),)
    assert found.disagreement == 600 - 393
    assert found.count == 1
    assert found.is_complete
    assert found.best.tolist() == found.worst.tolist() == [4, 1, 2, 3]


def test_that_equal_rank_sums_are_ties() -> None:
    """Test of JMcDM on the Borda count of four rankings."""
    example = case("aggregation-borda-ties")
    rankings = example.inputs["rank_vectors"]
    found = borda(rankings)
    example.check("rank_sum", len(rankings) * 6 - found.points)
    assert found.ranks.tolist() == [3, 1, 1, 3, 5, 5]
    groups = [np.flatnonzero(found.ranks == rank).tolist() for rank in (1, 3, 5)]
    assert groups == example.expected["tie_groups"]


def test_that_a_tie_in_a_ranking_halves_the_points_and_takes_no_side() -> None:
    found = borda([[1, 1, 3]])
    assert found.points.tolist() == [1.5, 1.5, 0]
    assert found.ranks.tolist() == [1, 1, 3]
    assert duels([[1, 1, 3]]).tolist() == [[0, 0, 1], [0, 0, 1], [0, 0, 0]]
    assert copeland([[1, 1, 3]]).points.tolist() == [1, 1, -2]
    assert kemeny([[1, 1, 3]]).orders == ((0, 1, 2), (1, 0, 2))
    assert kemeny([[1, 1, 3]]).disagreement == 0


def test_that_a_circle_of_majorities_is_one_knot_with_every_best_order_told() -> None:
    """Condorcet's paradox: three voters, three items, each beaten once."""
    found = kemeny([[1, 2, 3], [3, 1, 2], [2, 3, 1]])
    assert found.orders == ((0, 1, 2), (1, 2, 0), (2, 0, 1))
    assert found.best.tolist() == [1, 1, 1]
    assert found.worst.tolist() == [3, 3, 3]
    assert copeland([[1, 2, 3], [3, 1, 2], [2, 3, 1]]).ranks.tolist() == [1, 1, 1]


@settings(max_examples=60, deadline=None)
@given(seed=SEEDS, voters=st.integers(1, 5), items=st.integers(1, 6))
def test_that_no_order_contradicts_the_rankings_less(seed: int, voters: int, items: int) -> None:
    rankings = tied_rankings(seed, voters, items)
    every = {order: contradictions(rankings, order) for order in permutations(range(items))}
    expected = sorted(order for order, value in every.items() if value == min(every.values()))
    found = kemeny(list(rankings), listed=1000)
    assert sorted(found.orders) == expected
    assert found.count == len(expected)
    assert found.disagreement == min(every.values())
    places = np.argsort(np.array(expected), axis=1) + 1
    assert found.best.tolist() == places.min(axis=0).tolist()
    assert found.worst.tolist() == places.max(axis=0).tolist()


@settings(max_examples=60, deadline=None)
@given(seed=SEEDS, voters=st.integers(1, 5), order=st.permutations(range(6)))
def test_that_the_order_of_items_and_of_rankings_does_not_matter(
    seed: int, voters: int, order: list[int]
) -> None:
    rankings = tied_rankings(seed, voters, 6)
    moved = list(rankings[::-1, order])
    for method in (borda, copeland):
        assert method(moved).ranks.tolist() == method(list(rankings)).ranks[order].tolist()
    whole, again = kemeny(list(rankings), listed=720), kemeny(moved, listed=720)
    assert {tuple(order[item] for item in found) for found in again.orders} == set(whole.orders)
    assert again.best.tolist() == whole.best[order].tolist()


def test_that_forty_items_that_rankings_agree_on_are_no_knot() -> None:
    generator = np.random.default_rng(2)
    rankings = [np.argsort(np.argsort(np.arange(40) + generator.normal(0, 1.5, 40))) + 1 for _ in range(7)]
    found = kemeny(rankings)
    assert sorted(found.orders[0]) == list(range(40))
    assert found.disagreement == contradictions(np.array(rankings), found.orders[0])
    swapped = list(found.orders[0])
    for place in range(39):
        swapped[place : place + 2] = reversed(swapped[place : place + 2])
        assert contradictions(np.array(rankings), tuple(swapped)) >= found.disagreement
        swapped[place : place + 2] = reversed(swapped[place : place + 2])


def test_that_knots_are_cut_where_all_of_the_later_lose() -> None:
    rankings = [[1, 2, 3, 4, 5, 5], [1, 4, 2, 3, 5, 5], [1, 3, 4, 2, 5, 5]]
    ahead = duels(rankings)
    assert [knot.tolist() for knot in knots(ahead - ahead.T)] == [[0], [1, 2, 3], [4, 5]]


def test_that_a_knot_too_large_for_an_exact_search_is_refused() -> None:
    many = compromise.LARGEST_KNOT + 1
    with pytest.raises(MethodError, match=f"{many} items beat each other in circles"):
        kemeny([np.roll(np.arange(many), shift) for shift in range(many)])


def test_that_fractions_of_voters_do_not_decide_by_rounding() -> None:
    thirds = [0.1, 0.2, 0.3]
    assert copeland([[1, 2], [1, 2], [2, 1]], thirds).points.tolist() == [0, 0]
    assert kemeny([[1, 2], [1, 2], [2, 1]], thirds).count == 2


@pytest.mark.parametrize("method", [borda, copeland, kemeny])
def test_that_rankings_that_cannot_be_joined_are_refused(method: object) -> None:
    assert callable(method)
    for rankings in ([], [[1, 2], [1, 2, 3]]):
        with pytest.raises(MethodError, match="rank the same items"):
            method(rankings)
    with pytest.raises(MethodError, match="row 1, column 2"):
        method([[1, np.nan]])
    with pytest.raises(MethodError, match="numbers of voters"):
        method([[1, 2]], [-1])
