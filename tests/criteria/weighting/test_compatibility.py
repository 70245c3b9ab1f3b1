"""How near a member is to the group."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.errors import MethodError
from criteria.weighting.compatibility import (
    judgement_compatibility,
    priority_compatibility,
    weight_similarity,
)
from criteria.weighting.consistency import geometric_consistency_index
from criteria.weighting.pairwise import priorities
from tests.support.reference import CITY_CRITERIA, reciprocal, without

UPPER = st.lists(st.floats(1 / 9, 9), min_size=6, max_size=6)
WEIGHTS = st.lists(st.floats(0.05, 1), min_size=4, max_size=4)


def test_that_the_share_of_weight_placed_alike_is_counted_in_points() -> None:
    assert weight_similarity([0.5, 0.3, 0.2], [0.3, 0.3, 0.4]) == pytest.approx(0.8)
    assert weight_similarity([1, 0], [0, 1]) == 0
    assert weight_similarity([50, 30, 20], [0.5, 0.3, 0.2]) == pytest.approx(1)


def test_that_the_index_against_own_priorities_is_the_consistency_index() -> None:
    """Aguaron et al. (2019): with the member's own row geometric means GCOMPI is the GCI."""
    own = priorities(CITY_CRITERIA, "geometric_mean")
    found = judgement_compatibility(CITY_CRITERIA, own)
    assert found == pytest.approx(geometric_consistency_index(CITY_CRITERIA))
    assert priority_compatibility(own, own) == pytest.approx(0, abs=1e-15)


def test_that_the_index_is_the_sum_of_squared_logarithms() -> None:
    """Three items, one of them e times as heavy for the member: 2/(2*1) * (1 + 1 + 0) = 2."""
    assert priority_compatibility([np.e, 1, 1], [1, 1, 1]) == pytest.approx(2)


@settings(max_examples=40, deadline=None)
@given(UPPER, WEIGHTS)
def test_that_distance_to_the_group_adds_to_own_inconsistency(upper: list[float], group: list[float]) -> None:
    """Row geometric means are the least-squares fit, so the squares add up (Pythagoras)."""
    matrix = reciprocal(upper, 4)
    own = priorities(matrix, "geometric_mean")
    inconsistency, apart = geometric_consistency_index(matrix), priority_compatibility(own, group)
    assert inconsistency is not None
    assert apart is not None
    assert judgement_compatibility(matrix, group) == pytest.approx(inconsistency + apart, rel=1e-9)


@settings(max_examples=40, deadline=None)
@given(WEIGHTS, WEIGHTS, st.permutations(range(4)))
def test_that_neither_side_nor_order_matters(own: list[float], group: list[float], order: list[int]) -> None:
    turned = [own[i] for i in order], [group[i] for i in order]
    for measure in (weight_similarity, priority_compatibility):
        assert measure(own, group) == pytest.approx(measure(group, own))
        assert measure(own, group) == pytest.approx(measure(*turned))


def test_that_judgements_not_made_are_left_out() -> None:
    """From consistent judgements some may be missing: the others still say how far the member is."""
    own, group = np.array([0.5, 0.3, 0.1, 0.1]), np.array([0.25, 0.25, 0.25, 0.25])
    full = own[:, None] / own
    assert judgement_compatibility(full, own) == pytest.approx(0, abs=1e-15)
    assert judgement_compatibility(without(full, (0, 1), (2, 3)), own) == pytest.approx(0, abs=1e-15)
    only = without(full, (0, 2), (0, 3), (1, 2), (1, 3), (2, 3))
    assert judgement_compatibility(only, group) == pytest.approx(np.log(5 / 3) ** 2 * 4 / 2)


def test_that_the_index_is_left_open_where_it_is_not_defined() -> None:
    assert priority_compatibility([0.4, 0.6], [0.5, 0.5]) is None
    assert priority_compatibility([0, 0.4, 0.6], [0.2, 0.2, 0.6]) is None
    silent = np.where(np.eye(3) == 1, 1.0, np.nan)
    assert judgement_compatibility(silent, [1, 1, 1]) is None
    assert judgement_compatibility(np.ones((3, 3)), [0, 1, 1]) is None
    assert judgement_compatibility(np.ones((2, 2)), [1, 1]) is None


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: weight_similarity([0, 0], [1, 1]), "all zero"),
        (lambda: weight_similarity([1, 1], [1, 1, 1]), "same items"),
        (lambda: priority_compatibility([1, 1], [1, 1, 1]), "same items"),
        (lambda: judgement_compatibility(np.ones((3, 3)), [1, 1]), "same items"),
        (lambda: weight_similarity([1, -1], [1, 1]), "at least zero"),
    ],
)
def test_that_what_cannot_be_compared_is_refused(call: Any, sentence: str) -> None:
    with pytest.raises(MethodError, match=sentence):
        call()
