"""Goepel's consensus indicator."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.errors import MethodError
from criteria.weighting.consensus import Consensus, consensus
from criteria.weighting.pairwise import priorities
from tests.support.reference import case, reciprocal


def found(priority_rows: object) -> Consensus:
    """The consensus of a group that has one."""
    result = consensus(np.asarray(priority_rows))
    assert result is not None
    return result


def test_that_published_cases_of_opposition_and_unity_are_met() -> None:
    """Goepel (2018), IJAHP 10(3) 590, equations 11 to 21 and section 9."""
    example = case("ahp-consensus-goepel-n3")
    extreme = priorities(reciprocal([9, 9, 1], 3))
    example.check("weights_of_extreme", extreme)
    example.check("S_opposed", found(example.inputs["priorities_case_opposed"]).indicator)
    example.check("S_identical", found(example.inputs["priorities_case_identical"]).indicator)


def test_that_entropies_of_two_against_one_agree_with_an_independent_computation() -> None:
    """Goepel (2018): alpha within, beta between, gamma of the mean."""
    example = case("ahp-consensus-goepel-n3")
    exact = example.exact["two_against_one"]
    result = found(example.inputs["priorities_case_two_against_one"])
    assert result.alpha == pytest.approx(exact["Halpha"])
    assert result.beta == pytest.approx(exact["Hbeta"])
    assert result.gamma == pytest.approx(exact["Hgamma"])
    assert result.indicator == pytest.approx(exact["S_star"])


def test_that_two_of_four_opposed_extremes_reach_three_eighths() -> None:
    """Two members, four criteria, each extreme for another one: S* = 0.375."""
    rows = np.full((2, 4), 1 / 12)
    rows[0, 0] = rows[1, 1] = 9 / 12
    assert found(rows).indicator == pytest.approx(0.375, abs=5e-4)


def test_that_more_extreme_priorities_than_the_scale_allows_stop_at_zero_and_say_so() -> None:
    result = found(np.eye(3))
    assert result.indicator == 0.0
    assert result.below_scale
    assert not found([[0.5, 0.5], [0.4, 0.6]]).below_scale


def test_that_priorities_count_in_proportion() -> None:
    assert found([[2, 2], [8, 12]]).indicator == pytest.approx(found([[0.5, 0.5], [0.4, 0.6]]).indicator)


def test_that_one_member_or_one_item_has_no_consensus() -> None:
    assert consensus([[0.5, 0.5]]) is None
    assert consensus([[1.0], [1.0]]) is None


def test_that_a_member_with_only_zeros_is_refused() -> None:
    with pytest.raises(MethodError, match="only zero"):
        consensus([[0.0, 0.0], [0.5, 0.5]])
