"""Goepel's consensus indicator."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.errors import MethodError
from criteria.weighting.consensus import Consensus, consensus, consensus_band, overall_consensus
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


@pytest.mark.parametrize(
    ("indicator", "band"),
    [
        (0.0, "very-low"),
        (0.5, "very-low"),
        (0.501, "low"),
        (0.65, "moderate"),
        (0.749, "moderate"),
        (0.75, "high"),
        (0.85 - 1e-12, "very-high"),
        (1.0, "very-high"),
    ],
)
def test_that_bands_are_those_of_the_paper(indicator: float, band: str) -> None:
    """Goepel (2018), IJAHP 10(3) 590, table 2."""
    assert consensus_band(indicator) == band


def test_that_opposed_experts_have_none_and_a_member_counts_by_share() -> None:
    """n experts, each extreme for a different criterion: S* = 0, whatever n."""
    for n in (2, 4, 9):
        rows = np.full((n, n), 1 / (n + 8)) + np.eye(n) * 8 / (n + 8)
        assert found(rows).indicator == pytest.approx(0, abs=1e-9)
        assert found(rows).band == "very-low"


def test_that_a_share_of_two_is_a_member_counted_twice() -> None:
    rows = np.array([[0.6, 0.3, 0.1], [0.2, 0.2, 0.6], [0.1, 0.8, 0.1]])
    double = consensus(rows, shares=[2, 1, 1])
    assert double is not None
    assert double.indicator == pytest.approx(found(rows[[0, 0, 1, 2]]).indicator)
    without = consensus(rows, shares=[1, 1, 0])
    assert without is not None
    assert without.indicator == pytest.approx(found(rows[:2]).indicator)
    assert consensus(rows, shares=[1, 0, 0]) is None


def test_that_overall_consensus_weighs_nodes_by_their_global_priority() -> None:
    goal, need, rights = found([[0.5, 0.5], [0.5, 0.5]]), found([[0.9, 0.1], [0.1, 0.9]]), None
    assert overall_consensus([goal, need, rights], [1, 0.6, 0.4]) == pytest.approx(1 / 1.6)
    assert overall_consensus([None, None], [1, 1]) is None
    assert overall_consensus([None, need], [1, 0]) is None
    assert overall_consensus([], []) is None
