"""Value functions."""

from __future__ import annotations

import math

import numpy as np
import pytest

from criteria.errors import StudyError
from criteria.model.scales import ValueFunction
from criteria.ranking.value_functions import unit_value, unit_values


def test_that_linear_values_are_clipped_at_the_anchors() -> None:
    hdi = ValueFunction("linear", 1.0, 0.35)
    assert [unit_value(hdi, x) for x in (1.0, 0.675, 0.35, 0.2)] == pytest.approx([0, 0.5, 1, 1])


def test_that_logarithmic_values_follow_the_decided_formula() -> None:
    deaths = ValueFunction("logarithmic", 60, 0)
    assert unit_value(deaths, 19.939) == pytest.approx(1 - math.log10(20.939) / math.log10(61))
    reach = ValueFunction("logarithmic", 0, 10_000)
    assert unit_value(reach, 350) == pytest.approx(math.log10(351) / math.log10(10_001))


def test_that_points_are_joined_by_straight_lines_in_any_order() -> None:
    function = ValueFunction("levels", 1, 5, ((5, 1.0), (1, 0.0), (3, 0.8)))
    assert unit_values(function, np.array([1, 2, 3, 4, 5.0])) == pytest.approx([0, 0.4, 0.8, 0.9, 1])


def test_that_a_missing_figure_stays_missing() -> None:
    for function in (
        ValueFunction("linear", 0, 1),
        ValueFunction("logarithmic", 0, 9),
        ValueFunction("levels", 0, 1, ((0, 0), (1, 1))),
    ):
        assert np.isnan(unit_values(function, np.array([np.nan])))[0]


@pytest.mark.parametrize(
    "function",
    [
        ValueFunction("linear", 1, 1),
        ValueFunction("logarithmic", -2, 1),
        ValueFunction("piecewise", 0, 1, ((0, 0),)),
    ],
)
def test_that_a_senseless_function_is_refused(function: ValueFunction) -> None:
    with pytest.raises(StudyError):
        unit_value(function, 0.5)
