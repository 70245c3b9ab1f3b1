"""VIKOR against published examples, with both conditions and the compromise set."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from criteria.ranking.catalogue.method_ranking import MethodRanking, rank_by
from criteria.ranking.catalogue.options import Options
from criteria.ranking.catalogue.outcome import Acceptance, Note
from tests.support.reference import case


def vikor_of(inputs: dict[str, Any], v: float = 0.5) -> MethodRanking:
    return rank_by("vikor", inputs["matrix"], inputs["weights"], inputs["directions"], Options(v=v))


def acceptance(found: MethodRanking) -> Acceptance:
    assert found.acceptance is not None
    return found.acceptance


def test_that_mountain_routes_have_the_published_compromise() -> None:
    """Opricovic & Tzeng (2004), EJOR 156(2) 445-455."""
    example = case("vikor-mountain-2004")
    found = vikor_of(example.inputs)
    for name in ("S", "R", "Q"):
        example.check(name, found.values[name])
    example.check("C1", acceptance(found).has_advantage)
    example.check("C2", acceptance(found).is_stable)
    example.check("compromise", acceptance(found).compromise)
    assert found.ranks.tolist() == [2, 1, 2]
    assert not found.higher_is_better


@pytest.mark.parametrize("weights", ["W1", "W3"])
def test_that_hydropower_systems_have_the_published_sets(weights: str) -> None:
    """Opricovic & Tzeng (2007), EJOR 178(2) 514-529, with two of their sets of weights."""
    example = case("vikor-hydropower-2007-w13")
    found = vikor_of({**example.inputs, "weights": example.inputs["weights_unnormalised"][weights]})
    for name in ("S", "R", "Q"):
        example.check(f"{weights}_{name}", found.values[name])
        np.testing.assert_allclose(found.values[name], example.exact[f"{weights}_{name}"], atol=1e-12)
    example.check(f"{weights}_C1", acceptance(found).has_advantage)
    example.check(f"{weights}_C2", acceptance(found).is_stable)
    example.check(f"{weights}_compromise", acceptance(found).compromise)


def test_that_without_acceptable_advantage_the_near_ones_are_proposed_too() -> None:
    """Data of Tzeng & Huang (2011), as tested by scikit-criteria."""
    example = case("vikor-tzeng-huang-advantage-fails")
    found = vikor_of(example.inputs)
    for name in ("S", "R", "Q"):
        example.check(name, found.values[name])
    example.check("C1", acceptance(found).has_advantage)
    example.check("C2", acceptance(found).is_stable)
    example.check("compromise", acceptance(found).compromise)


def test_that_a_further_published_table_gets_its_scores() -> None:
    """Yang & Wu (2020), IEEE Access 8, 21261-21271."""
    example = case("vikor-yang-wu-2020")
    found = vikor_of(example.inputs)
    example.check("Q", found.scores)
    for name in ("S", "R", "Q"):
        np.testing.assert_allclose(found.values[name], example.exact[name], atol=1e-12)
    assert acceptance(found).has_advantage is example.exact["C1"]
    assert acceptance(found).is_stable is example.exact["C2"]
    assert list(acceptance(found).compromise) == example.exact["compromise"]


def test_that_a_constant_criterion_and_equal_regrets_are_no_division_by_zero() -> None:
    """Cases of scikit-criteria and pyrepo-mcda: the term that cannot be computed is zero."""
    example = case("vikor-degenerate-inputs")
    constant = vikor_of(example.inputs["case_constant_criterion"])
    example.check("constant_criterion_Q", constant.scores)
    assert constant.notes == (Note("equal-criterion", criteria=(1,)),)
    equal = vikor_of(example.inputs["case_equal_regret"])
    for name in ("S", "R", "Q"):
        example.check(f"equal_regret_{name}", equal.values[name])


def test_that_equal_utilities_leave_the_regrets_to_decide() -> None:
    inputs = {"matrix": [[0, 3, 2], [2, 2, 4], [1, 2.5, 3]], "weights": [1, 2, 1], "directions": [1, 1, 1]}
    found = vikor_of(inputs)
    np.testing.assert_allclose(found.values["S"], 0.5)
    np.testing.assert_allclose(found.values["R"], [0.25, 0.5, 0.25])
    np.testing.assert_allclose(found.scores, [0, 0.5, 0], atol=1e-12)


def test_that_equal_utilities_and_regrets_leave_a_tie() -> None:
    tie = vikor_of({"matrix": [[1, 0], [0, 1]], "weights": [1, 1], "directions": [1, 1]})
    assert tie.scores.tolist() == [0, 0]
    assert acceptance(tie).compromise == (0, 1)
    assert not acceptance(tie).has_advantage


def test_that_a_best_that_is_first_in_neither_part_takes_the_second_along() -> None:
    """The last is best in Q by far, the fourth in S, the first in R; these two share the second place."""
    matrix = [[2, 3, 1], [3, 0, 6], [3, 0, 5], [0, 6, 6], [4, 4, 0]]
    found = vikor_of({"matrix": matrix, "weights": [4, 4, 3], "directions": [1, 1, 1]})
    np.testing.assert_allclose(found.scores, [0.5, 0.7, 0.8, 0.5, 7 / 30])
    assert acceptance(found) == Acceptance(
        has_advantage=True, is_stable=False, threshold=0.25, compromise=(0, 3, 4)
    )


def test_that_a_single_alternative_is_its_own_compromise() -> None:
    found = vikor_of({"matrix": [[3, 4]], "weights": [1, 1], "directions": [1, -1]})
    assert found.ranks.tolist() == [1]
    assert acceptance(found).compromise == (0,)
    assert found.notes[-1].remark == "single"
