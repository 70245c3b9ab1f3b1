"""The judgement to look at again."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.weighting.consistency import consistency
from criteria.weighting.repair import SAATY_VALUES, circular_triads, most_inconsistent
from tests.support.reference import CITY_CRITERIA, reciprocal, without


def test_that_the_best_single_change_of_the_city_matrix_is_found() -> None:
    """Saaty's city matrix: judgement (1,2) from 1/5 to 1/2 lowers CR from .0508 to .0239."""
    found = most_inconsistent(CITY_CRITERIA)
    assert found is not None
    assert (found.row, found.column, found.value, found.suggested) == (0, 1, 0.2, 0.5)
    assert found.cr_after == pytest.approx(0.0239, abs=5e-5)


def test_that_the_scale_has_seventeen_answers() -> None:
    assert len(SAATY_VALUES) == 17
    assert sorted(SAATY_VALUES) == list(SAATY_VALUES)
    assert SAATY_VALUES[0] == 1 / 9
    assert SAATY_VALUES[-1] == 9


@pytest.mark.parametrize("gaps", [[], [(0, 3), (1, 4)]])
def test_that_no_other_single_change_does_better(gaps: list[tuple[int, int]]) -> None:
    matrix = without(CITY_CRITERIA, *gaps)
    found = most_inconsistent(matrix)
    assert found is not None
    best = np.inf
    for i, j in combinations(range(5), 2):
        for value in SAATY_VALUES if (i, j) not in gaps else ():
            trial = matrix.copy()
            trial[i, j], trial[j, i] = value, 1 / value
            best = min(best, consistency(trial).cr or 0.0)
    assert found.cr_after == pytest.approx(best, abs=1e-8)


def test_that_a_consistent_matrix_needs_no_repair() -> None:
    assert most_inconsistent(reciprocal([2, 6, 3], 3)) is None
    assert most_inconsistent(reciprocal([5], 2)) is None


def test_that_a_tree_of_comparisons_needs_no_repair() -> None:
    assert most_inconsistent(without(reciprocal([2, 5, 9], 3), (1, 2))) is None


@settings(max_examples=20, deadline=None)
@given(st.lists(st.sampled_from(SAATY_VALUES), min_size=6, max_size=6))
def test_that_a_suggestion_keeps_its_promise(upper: list[float]) -> None:
    matrix = reciprocal(upper, 4)
    before = consistency(matrix).cr
    found = most_inconsistent(matrix)
    assert before is not None
    if found is not None:
        assert matrix[found.row, found.column] == found.value
        matrix[found.row, found.column] = found.suggested
        matrix[found.column, found.row] = 1 / found.suggested
        assert consistency(matrix).cr == pytest.approx(found.cr_after, abs=1e-10)
        assert found.cr_after < before


def test_that_circles_of_preference_are_named_once_each() -> None:
    """Of items 1 > 2 > 3 > 1 and 4 below all, only the first three form a circle."""
    assert circular_triads(reciprocal([2, 1 / 3, 5, 4, 6, 7], 4)) == ((0, 1, 2),)
    assert circular_triads(reciprocal([1 / 2, 3, 5, 1 / 4, 6, 7], 4)) == ((0, 2, 1),)
    assert circular_triads(CITY_CRITERIA) == ()
    assert circular_triads(without(reciprocal([2, 1 / 3, 4], 3), (0, 2))) == ()
