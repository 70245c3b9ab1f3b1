"""Several rankings of the same items held against each other."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.arrays import Ints
from criteria.errors import MethodError
from criteria.ranking.agreement import kendall, spearman, weighted_spearman, ws
from criteria.ranking.comparison import compare
from criteria.ranking.compromise import LARGEST_KNOT, borda, copeland, kemeny

ITEMS = ("P", "Q", "R", "S")


def ranks(*rows: list[int]) -> dict[str, Ints]:
    return {name: np.array(row) for name, row in zip("abcdefgh", rows, strict=False)}


RANKINGS = ranks([1, 2, 3, 4], [2, 1, 3, 4], [1, 2, 3, 4], [4, 3, 2, 1], [1, 1, 1, 1])


def test_that_each_ranking_is_measured_against_the_main_one_as_reference() -> None:
    found = compare(ITEMS, RANKINGS, "b")
    likeness = found.likeness["d"]
    pair = (RANKINGS["b"], RANKINGS["d"])
    assert likeness.spearman == pytest.approx(spearman(*pair))
    assert likeness.kendall == pytest.approx(kendall(*pair))
    assert likeness.weighted_spearman == pytest.approx(weighted_spearman(*pair))
    assert likeness.ws == pytest.approx(ws(*pair))
    assert found.similarities("ws")[1][3] == pytest.approx(ws(*pair))
    assert found.similarities("ws")[3][1] == pytest.approx(ws(*reversed(pair)))
    assert found.likeness["b"].kendall == pytest.approx(1)


def test_that_the_winner_is_kept_only_where_the_same_items_share_the_first_place() -> None:
    likeness = compare(ITEMS, RANKINGS, "a").likeness
    assert {name: likeness[name].is_winner_kept for name in RANKINGS} == {
        "a": True,
        "b": False,
        "c": True,
        "d": False,
        "e": False,
    }


def test_that_concord_is_the_mean_agreement_with_all_that_can_be_compared() -> None:
    found = compare(ITEMS, RANKINGS, "a").likeness
    taus = [kendall(RANKINGS["a"], RANKINGS[other]) for other in "bcd"]
    assert found["a"].concord == pytest.approx(sum(tau for tau in taus if tau is not None) / 3)
    assert found["e"].concord is None
    assert found["e"].spearman is None


def test_that_twins_and_the_least_alike_are_named() -> None:
    found = compare(ITEMS, RANKINGS, "a")
    assert found.twins == (("a", "c"),)
    assert found.least_alike == ("a", "d")
    assert compare(ITEMS, ranks([1, 1, 1, 1], [1, 1, 1, 1]), "a").least_alike is None


def test_that_an_item_has_its_places_and_those_who_give_them() -> None:
    first, second = compare(ITEMS, RANKINGS, "b").spreads[:2]
    assert (first.item, first.main, first.best, first.worst, first.median) == ("P", 2, 1, 4, 1.0)
    assert first.width == 3
    assert first.best_by == ("a", "c", "e")
    assert first.worst_by == ("d",)
    assert first.apart == ("d",)
    assert (second.main, second.median) == (1, 2.0)
    assert second.apart == ("b", "d", "e")


def test_that_nobody_stands_apart_where_all_agree() -> None:
    spread = compare(ITEMS, ranks([1, 2, 3, 4], [1, 2, 3, 4]), "a").spreads[0]
    assert spread.width == 0
    assert spread.apart == ()


def test_that_the_compromises_are_those_of_the_voters() -> None:
    everyone = compare(ITEMS, RANKINGS, "a")
    assert everyone.voters == ("a", "b", "c", "d", "e")
    assert everyone.borda.points.tolist() == borda(list(RANKINGS.values())).points.tolist()
    two = compare(ITEMS, RANKINGS, "a", voters=["d", "b"])
    voices = [RANKINGS["b"], RANKINGS["d"]]
    assert two.voters == ("b", "d")
    assert two.borda.ranks.tolist() == borda(voices).ranks.tolist()
    assert two.copeland.ranks.tolist() == copeland(voices).ranks.tolist()
    assert two.kemeny is not None
    assert two.kemeny.orders == kemeny(voices).orders
    assert two.likeness.keys() == RANKINGS.keys()


def test_that_there_is_no_exact_order_of_a_large_knot_but_points() -> None:
    many = LARGEST_KNOT + 1
    rolled = {str(shift): np.roll(np.arange(many), shift) + 1 for shift in range(many)}
    found = compare([str(item) for item in range(many)], rolled, "0")
    assert found.kemeny is None
    assert found.borda.ranks.tolist() == [1] * many


def test_that_nothing_to_compare_is_refused() -> None:
    with pytest.raises(MethodError, match="'x' that others are compared with"):
        compare(ITEMS, RANKINGS, "x")
    with pytest.raises(MethodError, match="only if there are items"):
        compare((), {"a": np.array([], dtype=int)}, "a")
    with pytest.raises(MethodError, match="each ranks all of them"):
        compare(("P",), RANKINGS, "a")
    with pytest.raises(MethodError, match="rank the same items"):
        compare(ITEMS, RANKINGS, "a", voters=[])
