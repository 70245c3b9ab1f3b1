"""The judgement to look at again."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.weighting.consistency import consistency
from criteria.weighting.judgement_scales import rescale
from criteria.weighting.repair import (
    SAATY_VALUES,
    circular_triads,
    most_inconsistent,
    single_changes,
    triads_by_severity,
)
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


def test_that_circles_are_told_with_how_far_they_contradict_themselves() -> None:
    """2 * 3 * 3 = 18 times over for items 1 > 2 > 3 > 1, and 2 * 7 * 5 = 70 for 1 > 2 > 4 > 1."""
    matrix = reciprocal([2, 1 / 3, 1 / 5, 3, 7, 1], 4)
    found = triads_by_severity(matrix)
    assert [triad for triad, _ in found] == [(0, 1, 3), (0, 1, 2)]
    assert [times for _, times in found] == pytest.approx([70.0, 18.0])
    assert triads_by_severity(CITY_CRITERIA) == ()


@pytest.mark.parametrize("gaps", [[], [(0, 3), (1, 4)]])
@pytest.mark.parametrize("scale", ["linear", "balanced"])
def test_that_every_change_of_every_judgement_is_listed_with_the_ratio_it_gives(
    gaps: list[tuple[int, int]], scale: str
) -> None:
    matrix = without(CITY_CRITERIA, *gaps)
    changes = single_changes(matrix, scale=scale)
    assert changes is not None
    assert len(changes) == (10 - len(gaps)) * 16
    assert (np.diff(changes.cr) >= -1e-9).all()
    now = consistency(rescale(matrix, scale)).cr
    assert changes.cr_now == now
    for place in range(0, len(changes), 13):
        change = changes.at(place)
        assert change.value == matrix[change.row, change.column] != change.suggested
        trial = matrix.copy()
        trial[change.row, change.column] = change.suggested
        trial[change.column, change.row] = 1 / change.suggested
        assert consistency(rescale(trial, scale)).cr == pytest.approx(change.cr_after, abs=1e-9)
    assert all(cr < now for cr in changes.cr[: changes.lowering])
    assert all(cr > now - 1e-8 for cr in changes.cr[changes.lowering :])


def test_that_each_judgement_has_its_own_best_change() -> None:
    changes = single_changes(CITY_CRITERIA)
    assert changes is not None
    best = [changes.at(place) for place in changes.best_per_judgement()]
    assert [(entry.row, entry.column, entry.suggested) for entry in best[:2]] == [(0, 1, 0.5), (2, 4, 2.0)]
    assert len({(entry.row, entry.column) for entry in best}) == len(best) == 10
    for entry in best:
        mine = (changes.rows == entry.row) & (changes.columns == entry.column)
        assert entry.cr_after == changes.cr[mine].min()
    assert best[0] == most_inconsistent(CITY_CRITERIA)


def test_that_of_changes_that_help_equally_the_smaller_goes_first() -> None:
    """Three items with a_12 = a_23 = a_13 = 2: any of them may be moved to make CR zero or the same."""
    changes = single_changes(reciprocal([4, 4, 4], 3))
    assert changes is not None
    firsts = [changes.at(place) for place in range(3)]
    assert [entry.cr_after for entry in firsts] == pytest.approx([0.0] * 2 + [firsts[2].cr_after])
    assert {(entry.row, entry.column) for entry in firsts[:2]} == {(0, 1), (1, 2)}


def test_that_without_a_ratio_there_are_no_changes() -> None:
    assert single_changes(without(reciprocal([2, 5, 9], 3), (1, 2))) is None
    assert single_changes(reciprocal([5], 2)) is None
