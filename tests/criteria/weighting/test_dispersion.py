"""The spread of judgements in a group."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.errors import MethodError
from criteria.weighting.dispersion import answered_counts, geometric_deviation, most_dispersed
from criteria.weighting.group import aij
from tests.support.reference import CITY_CRITERIA, case, reciprocal, without

UPPERS = st.lists(st.lists(st.floats(1 / 9, 9), min_size=6, max_size=6), min_size=2, max_size=5)


def test_that_the_spread_is_the_geometric_standard_deviation() -> None:
    """Goepel (2018), IJAHP 10(3) 590, equation 10: 2 and 8 lie around 4 by 2^sqrt 2."""
    found = geometric_deviation([reciprocal([2], 2), reciprocal([8], 2)])
    assert found[0, 1] == pytest.approx(2 ** np.sqrt(2))
    np.testing.assert_allclose(found, found.T)
    np.testing.assert_allclose(found.diagonal(), 1.0)


def test_that_two_hundred_answers_spread_as_their_logarithms_do() -> None:
    """The simulated decision makers of the ahpsurvey vignette, against numpy's standard deviation."""
    codes = np.array(case("ahp-group-city200").inputs["responses"], dtype=float)
    ratios = np.where(codes < 0, -codes, 1 / codes)
    found = geometric_deviation([reciprocal(row, 5) for row in ratios])
    np.testing.assert_allclose(found[np.triu_indices(5, 1)], np.exp(np.log(ratios).std(axis=0, ddof=1)))
    ordered = most_dispersed([reciprocal(row, 5) for row in ratios])
    assert [one.factor for one in ordered] == pytest.approx(
        sorted(found[np.triu_indices(5, 1)], reverse=True)
    )


def test_that_what_divides_most_comes_first_with_those_at_its_ends() -> None:
    group = [reciprocal([3, 1, 5], 3), reciprocal([3, 9, 5], 3), reciprocal([2, 1 / 9, 5], 3)]
    first, second, third = most_dispersed(group)
    assert ((first.first, first.second), (second.first, second.second)) == ((0, 2), (0, 1))
    assert (first.highest, first.lowest) == ((1,), (2,))
    assert (first.largest, first.smallest, first.mean) == pytest.approx((9, 1 / 9, 1))
    assert (second.highest, second.lowest) == ((0, 1), (2,))
    assert third.factor == pytest.approx(1)
    assert (third.highest, third.lowest) == ((0, 1, 2), (0, 1, 2))


def test_that_equal_spreads_keep_the_order_of_the_items() -> None:
    group = [reciprocal([2, 2, 2], 3), reciprocal([6, 6, 6], 3)]
    assert [(one.first, one.second) for one in most_dispersed(group)] == [(0, 1), (0, 2), (1, 2)]


def test_that_a_judgement_fewer_than_two_made_has_no_spread() -> None:
    silent = without(reciprocal([3] * 10, 5), (0, 1))
    group = [CITY_CRITERIA, silent]
    assert np.isnan(geometric_deviation(group)[0, 1])
    assert answered_counts(group)[0, 1] == 1
    assert len(most_dispersed(group)) == 9


def test_that_a_share_counts_a_view_and_not_people() -> None:
    """Doubling every share changes nothing; a heavier view draws the mean towards itself."""
    group = [reciprocal([ratio], 2) for ratio in (1, 3, 9)]
    np.testing.assert_allclose(geometric_deviation(group, [2, 2, 2]), geometric_deviation(group))
    (one,) = most_dispersed(group, [1, 1, 2])
    assert one.mean == pytest.approx((1 * 3 * 9 * 9) ** 0.25)
    assert one.mean == pytest.approx(aij(group, [1, 1, 2])[0, 1])
    assert one.factor == pytest.approx(_weighted(np.log([1, 3, 9]), np.array([0.25, 0.25, 0.5])))


def _weighted(logs: Any, shares: Any) -> float:
    square = (shares * (logs - shares @ logs) ** 2).sum() / (1 - (shares**2).sum())
    return float(np.exp(np.sqrt(square)))


def test_that_a_member_without_a_share_is_at_no_end() -> None:
    group = [reciprocal([ratio], 2) for ratio in (2, 3, 9)]
    (one,) = most_dispersed(group, [1, 1, 0])
    assert (one.answered, one.highest) == (2, (1,))
    assert one.largest == pytest.approx(3)


@settings(max_examples=30, deadline=None)
@given(UPPERS, st.randoms(use_true_random=False))
def test_that_the_order_of_members_and_items_does_not_matter(uppers: list[list[float]], random: Any) -> None:
    group = [reciprocal(upper, 4) for upper in uppers]
    members, items = list(range(len(group))), list(range(4))
    random.shuffle(members)
    random.shuffle(items)
    turned = [group[member][np.ix_(items, items)] for member in members]
    np.testing.assert_allclose(
        geometric_deviation(turned), geometric_deviation(group)[np.ix_(items, items)], rtol=1e-9
    )
    for one, other in zip(most_dispersed(group), most_dispersed(turned), strict=True):
        assert one.factor == pytest.approx(other.factor, rel=1e-6)


@settings(max_examples=30, deadline=None)
@given(UPPERS)
def test_that_a_member_who_abstains_changes_nothing(uppers: list[list[float]]) -> None:
    group = [reciprocal(upper, 4) for upper in uppers]
    silent = np.where(np.eye(4) == 1, 1.0, np.nan)
    np.testing.assert_allclose(geometric_deviation([*group, silent]), geometric_deviation(group))
    assert most_dispersed([*group, silent]) == most_dispersed(group)


@pytest.mark.parametrize("group", [[], [np.eye(1), reciprocal([2], 2)]])
def test_that_a_group_that_compares_different_things_is_refused(group: Any) -> None:
    with pytest.raises(MethodError, match="same items"):
        most_dispersed(group)
