"""Critical weight changes."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.robustness.critical_change import critical_change, critical_changes
from tests.support.reference import case, table


def test_that_the_first_published_example_is_met() -> None:
    """Triantaphyllou & Sanchez (1997), Decision Sciences 28(1) 151-194, weighted sum of four alternatives."""
    example = case("sensitivity-critical-weight-4x4")
    matrix, weights = table(example.inputs["matrix"]), np.array(example.inputs["weights"])
    example.check("scores_4dp", matrix @ weights)
    found = critical_changes(matrix, weights)
    by_place = {(one.first, one.second, one.criterion): one for one in found.changes}
    for name, deltas in example.exact["delta_abs"].items():
        first, second = int(name[1]) - 1, int(name[4]) - 1
        percents = example.exact["delta_rel_percent"][name]
        for criterion, (delta, percent) in enumerate(zip(deltas, percents, strict=True)):
            one = by_place.get((first, second, criterion))
            assert (one is None) == (delta > weights[criterion])
            if one is not None:
                assert one.absolute == pytest.approx(delta, abs=1e-12)
                assert one.percent == pytest.approx(percent, abs=1e-9)
    for smallest, name in ((found.percent_top, "percent_top"), (found.percent_any, "percent_any")):
        expected = example.exact[name]
        assert smallest is not None
        assert smallest.criterion == expected["criterion"] - 1
        assert f"A{smallest.first + 1}-A{smallest.second + 1}" == expected["pair"]
        assert abs(smallest.percent) == pytest.approx(expected["percent"])


def test_that_the_changed_weight_makes_the_two_level() -> None:
    """Substituting back, as Triantaphyllou & Sanchez (1997) define it."""
    example = case("sensitivity-critical-weight-4x4")
    matrix, weights = table(example.inputs["matrix"]), np.array(example.inputs["weights"])
    for one in critical_changes(matrix, weights).changes:
        changed = weights.copy()
        changed[one.criterion] -= one.absolute
        example.check("residual_after_change", (matrix[one.first] - matrix[one.second]) @ changed)
        assert changed[one.criterion] >= 0


def test_that_what_no_weight_can_level_is_infeasible() -> None:
    matrix = np.array([[0.9, 0.5], [0.4, 0.5]])
    found = critical_changes(matrix, [0.5, 0.5])
    assert [one.criterion for one in found.changes] == [0]
    assert found.changes[0].percent == pytest.approx(100)
    assert found.degrees[1] is None
    assert found.sensitivities[1] == 0.0
    assert critical_change(matrix, np.array([0.5, 0.5]), 1, 0, 1) is None
    apart = critical_changes(np.array([[0.9, 0.5], [0.4, 0.4]]), [0.5, 0.5])
    assert (apart.percent_top, apart.percent_any) == (None, None)


def test_that_alternatives_that_tie_already_need_no_change() -> None:
    found = critical_changes(np.array([[1.0, 0.0], [0.0, 1.0]]), [0.5, 0.5])
    assert found.percent_any is not None
    assert found.percent_any.percent == 0
    assert found.sensitivities == (None, None)


def test_that_the_degree_of_a_criterion_is_its_smallest_change() -> None:
    example = case("sensitivity-critical-weight-4x4")
    found = critical_changes(table(example.inputs["matrix"]), example.inputs["weights"])
    for criterion, degree in enumerate(found.degrees):
        percents = [abs(one.percent) for one in found.changes if one.criterion == criterion]
        assert degree == min(percents)
        assert found.sensitivities[criterion] == pytest.approx(1 / min(percents))


def test_that_a_criterion_without_weight_cannot_be_lowered() -> None:
    found = critical_changes(np.array([[0.9, 0.1], [0.4, 0.5]]), [1.0, 0.0])
    assert {one.criterion for one in found.changes} == {0}
