"""The consistency of best-worst answers, told while they are given."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from criteria.errors import MethodError
from criteria.weighting.best_worst import input_ratio
from criteria.weighting.best_worst_input import THRESHOLDS, check_answers
from tests.support.reference import case

Row = list[float | None]


def test_that_fully_consistent_answers_have_ratio_zero() -> None:
    """Rezaei (2016), example 1: a_Bj a_jW = a_BW for every item."""
    example = case("bwm-car-consistent")
    found = input_ratio(1, 4, example.inputs["best_to_others"], example.inputs["others_to_worst"])
    example.check("consistency_ratio", found.ratio)
    assert (found.is_acceptable, found.most_inconsistent, found.exceeding) == (True, (), ())


def test_that_each_item_has_the_ratio_of_the_formula() -> None:
    """Liang, Brunelli & Rezaei (2020), Omega 96, on Rezaei's (2016) example 2: |3 * 3 - 8| / (64 - 8)."""
    example = case("bwm-rezaei-2016-example-2")
    found = input_ratio(1, 4, example.inputs["best_to_others"], example.inputs["others_to_worst"])
    assert found.ratios == (0.0, 0.0, 0.0, found.ratio, 0.0)
    assert found.ratio == pytest.approx(1 / 56)
    assert (found.best_to_worst, found.threshold, found.is_acceptable) == (8.0, 0.2958, True)
    assert found.most_inconsistent == (3,)


@pytest.mark.parametrize(
    ("best_to_worst", "n", "threshold"),
    [
        (2, 3, 0.0),
        (3, 9, 0.1667),
        (4, 3, 0.1121),
        (5, 5, 0.2306),
        (6, 7, 0.3144),
        (7, 4, 0.2457),
        (9, 9, 0.3662),
        (1, 5, None),
        (8, 2, None),
        (8, 10, None),
        (2.5, 4, None),
    ],
)
def test_that_the_threshold_is_the_published_one_or_none(
    best_to_worst: float, n: int, threshold: float | None
) -> None:
    """Liang, Brunelli & Rezaei (2020), table 3; the threshold of scale 2 is zero."""
    from_best: Row = [1, *[None] * (n - 2), best_to_worst]
    assert input_ratio(0, n - 1, from_best, [None] * n).threshold == threshold


def test_that_the_published_thresholds_rise_with_the_number_of_items() -> None:
    """Liang, Brunelli & Rezaei (2020), table 3, columns 3 to 9: a slip of typing would break the order."""
    for row in THRESHOLDS.values():
        assert len(row) == 7
        assert list(row) == sorted(row)


def test_that_answers_beyond_the_threshold_are_not_acceptable() -> None:
    found = input_ratio(0, 2, [1, 5, 5], [5, 5, 1])
    assert found.ratio == pytest.approx(20 / 20)
    assert (found.is_acceptable, found.most_inconsistent) == (False, (1,))


def test_that_all_items_that_contradict_most_are_named() -> None:
    assert input_ratio(0, 3, [1, 2, 2, 6], [6, 2, 2, 1]).most_inconsistent == (1, 2)


def test_that_nothing_is_said_before_an_item_is_compared_both_ways() -> None:
    found = input_ratio(0, 3, [1, 2, None, 6], [6, None, None, 1])
    assert (found.ratio, found.is_acceptable, found.most_inconsistent) == (None, None, ())
    assert found.ratios == (0.0, None, None, 0.0)


def test_that_the_first_item_compared_both_ways_is_judged_at_once() -> None:
    found = input_ratio(0, 3, [None, 4, None, 6], [None, 4, math.nan, None])
    assert found.ratio == pytest.approx(10 / 30)
    assert found.threshold == 0.1990
    assert (found.is_acceptable, found.most_inconsistent) == (False, (1,))


def test_that_without_the_extreme_comparison_no_ratio_is_known() -> None:
    found = input_ratio(0, 2, [1, 2, None], [None, 3, 1])
    assert (found.best_to_worst, found.ratio, found.threshold, found.is_acceptable) == (None,) * 4
    assert found.ratios == (None, None, None)


@pytest.mark.parametrize("n", [1, 2])
def test_that_one_or_two_items_cannot_contradict(n: int) -> None:
    found = input_ratio(0, n - 1, [1, 7][:n], [7, 1][-n:])
    assert (found.ratio, found.threshold, found.is_acceptable) == (0.0, None, True)


def test_that_two_items_not_compared_have_no_ratio() -> None:
    assert input_ratio(0, 1, [None, None], [None, None]).ratio is None


def test_that_all_equal_answers_are_acceptable() -> None:
    found = input_ratio(0, 2, [1, 1, 1], [1, 1, 1])
    assert (found.ratio, found.threshold, found.is_acceptable) == (0.0, None, True)


def test_that_an_item_beyond_an_extreme_of_one_is_not_acceptable_though_its_ratio_is_zero() -> None:
    """With a_BW = 1 the ratio of Liang et al. (2020) is 0 by definition."""
    found = input_ratio(0, 2, [1, 5, 1], [1, 1, 1])
    assert (found.ratio, found.exceeding, found.is_acceptable) == (0.0, (1,), False)
    assert found.most_inconsistent == (1,)


def test_that_more_than_nine_inconsistent_items_are_left_without_a_verdict() -> None:
    found = input_ratio(0, 9, [1, 3, *[2] * 7, 8], [8, *[4] * 8, 1])
    assert found.ratio == pytest.approx(4 / 56)
    assert (found.threshold, found.is_acceptable) == (None, None)


def test_that_decimals_that_multiply_to_the_extreme_are_consistent() -> None:
    assert input_ratio(0, 2, [1, 1.1, 7.7], [7.7, 7, 1]).ratio == 0.0


def test_that_the_extreme_may_stand_in_either_row() -> None:
    for from_best, to_worst in (([1, 2, 8], [None, 4, 1]), ([1, 2, None], [8, 4, None])):
        answers = check_answers(0, 2, from_best, to_worst)
        assert answers.best_to_worst == 8
        assert answers.missing() == ()


def test_that_missing_comparisons_are_told_once_each() -> None:
    answers = check_answers(2, 0, [None, None, 1], [1, 3, None])
    assert answers.missing() == ((2, 0), (2, 1))


@pytest.mark.parametrize(
    ("best", "worst", "from_best", "to_worst", "sentence"),
    [
        (0, 2, [1, 0.5, 8], [8, 4, 1], "most important item compared with item 2 is 0.5"),
        (0, 2, [1, 2, 8], [8, 12, 1], "Item 2 compared with the least important item is 12"),
        (0, 2, [1, math.inf, 8], [8, 4, 1], "compared with item 2 is inf"),
        (0, 2, [2, 2, 8], [8, 4, 1], "Item 1 compared with itself must be 1, not 2"),
        (0, 2, [1, 2, 8], [8, 4, 3], "Item 3 compared with itself must be 1, not 3"),
        (0, 2, [1, 2, 8], [7, 4, 1], "is 8 in one row and 7 in the other"),
        (0, 0, [1, 2, 8], [8, 4, 1], "two different items"),
        (0, 3, [1, 2, 8], [8, 4, 1], "two different items"),
        (-1, 2, [1, 2, 8], [8, 4, 1], "two different items"),
        (0, 1, [1, 2, 8], [8, 1], "3 and 2 given"),
        (0, 0, [], [], "0 and 0 given"),
    ],
)
def test_that_answers_that_cannot_be_meant_are_named(
    best: int, worst: int, from_best: Row, to_worst: Row, sentence: str
) -> None:
    with pytest.raises(MethodError, match=sentence):
        input_ratio(best, worst, from_best, to_worst)


@given(data=st.data(), n=st.integers(2, 9))
def test_that_consistency_follows_the_items_in_any_order(data: st.DataObject, n: int) -> None:
    answer = st.one_of(st.none(), st.integers(1, 9))
    from_best = [1.0, *data.draw(st.lists(answer, min_size=n - 2, max_size=n - 2)), 8.0]
    to_worst = [8.0, *data.draw(st.lists(answer, min_size=n - 2, max_size=n - 2)), 1.0]
    order = data.draw(st.permutations(range(n)))
    plain = input_ratio(0, n - 1, from_best, to_worst)
    moved = input_ratio(
        order.index(0), order.index(n - 1), [from_best[i] for i in order], [to_worst[i] for i in order]
    )
    assert moved.ratios == tuple(plain.ratios[i] for i in order)
    assert moved.ratio == plain.ratio
    assert {order[i] for i in moved.most_inconsistent} == set(plain.most_inconsistent)
    assert {order[i] for i in moved.exceeding} == set(plain.exceeding)


@given(values=st.lists(st.floats(0.5, 1), min_size=3, max_size=9))
def test_that_answers_taken_from_weights_are_consistent(values: list[float]) -> None:
    weights = np.sort(np.array(values))[::-1]
    found = input_ratio(
        0, len(weights) - 1, (weights[0] / weights).tolist(), (weights / weights[-1]).tolist()
    )
    assert found.ratio == 0.0
    assert found.is_acceptable
