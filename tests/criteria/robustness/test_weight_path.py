"""Paths on which one weight varies and everything else keeps its proportions."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.errors import MethodError
from criteria.robustness.weight_path import group_mask, group_masks, weight_paths


def test_that_groups_are_named_by_booleans_or_by_indices() -> None:
    masks = group_masks([[0, 2], np.array([True, False, True]), [1]], 3)
    assert masks.tolist() == [[True, False, True], [True, False, True], [False, True, False]]
    assert group_mask(2, 3).tolist() == [False, False, True]


@pytest.mark.parametrize("group", [[], [0, 1, 2], np.zeros(3, dtype=bool), np.ones(3, dtype=bool)])
def test_that_a_group_must_leave_something_to_vary_against(group: object) -> None:
    with pytest.raises(MethodError, match="some criteria, but not all"):
        group_mask(np.asarray(group), 3)


@pytest.mark.parametrize("group", [[3], [-1], [0.5], [True, False]])
def test_that_a_group_of_unknown_criteria_is_refused(group: object) -> None:
    with pytest.raises(MethodError, match="indices from 0 to 2"):
        group_mask(np.asarray(group), 3)


def test_that_the_path_passes_through_the_current_weights() -> None:
    weights = np.array([0.1, 0.2, 0.3, 0.4])
    path = weight_paths(weights * 7, group_masks([[1, 3]], 4))
    assert path.current[0] == pytest.approx(0.6)
    np.testing.assert_allclose(path.at(path.current), [weights])
    np.testing.assert_allclose(path.at(np.array([0.0, 1.0])), [[0.25, 0, 0.75, 0], [0, 1 / 3, 0, 2 / 3]])


def test_that_those_without_weight_share_equally() -> None:
    path = weight_paths([0.5, 0.5, 0, 0], group_masks([[2, 3], [0, 1]], 4))
    np.testing.assert_allclose(path.inside, [[0, 0, 0.5, 0.5], [0.5, 0.5, 0, 0]])
    np.testing.assert_allclose(path.outside, [[0.5, 0.5, 0, 0], [0, 0, 0.5, 0.5]])
    assert path.current.tolist() == [0, 1]


def test_that_without_any_weight_there_is_no_path() -> None:
    with pytest.raises(MethodError, match="All weights are zero"):
        weight_paths([0, 0], group_masks([[0]], 2))
