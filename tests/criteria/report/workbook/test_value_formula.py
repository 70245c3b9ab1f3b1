"""Value functions as formulas give what the program gives."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.model.scales import ValueFunction
from criteria.ranking.results import rank
from criteria.ranking.value_functions import unit_value
from criteria.report.workbook.geometry import CriterionColumn, Geometry, display_order
from criteria.report.workbook.value_formula import points_of, value_formula
from tests.criteria.report.workbook import cases
from tests.criteria.report.workbook.evaluate import evaluate

FUNCTIONS = (
    ValueFunction("linear", 1.0, 0.35),
    ValueFunction("logarithmic", 60, 0),
    ValueFunction("logarithmic", 0, 10_000),
    ValueFunction("piecewise", 0, 9, ((0.0, 0.0), (4.0, 0.7), (9.0, 1.0))),
    ValueFunction("piecewise", 9, 0, ((9.0, 0.0), (4.0, 0.7), (4.0, 0.2), (0.0, 1.0))),
    ValueFunction("levels", 1, 5, ((1.0, 0.0), (2.0, 0.5), (5.0, 1.0))),
)


def geometry_with(function: ValueFunction) -> Geometry:
    study = cases.small()
    first, *others = study.criteria
    criteria = (cases.changed(first, value_function=function), *others)
    results = rank(cases.changed(study, criteria=criteria))
    return Geometry(results, display_order(results))


@pytest.mark.parametrize("function", FUNCTIONS)
def test_that_the_formula_gives_the_value_of_any_figure(function: ValueFunction) -> None:
    geometry, column = geometry_with(function), CriterionColumn
    cells: dict[str, float | str | bool | None] = {
        geometry.criterion(column.WORST, 0): function.worst,
        geometry.criterion(column.BEST, 0): function.best,
    }
    for place, (figure, value) in enumerate(points_of(function)):
        cells[geometry.criterion(column.POINTS + 2 * place, 0)] = figure
        cells[geometry.criterion(column.POINTS + 2 * place + 1, 0)] = value
    formula = value_formula(geometry, 0, "$F$5")
    for figure in np.linspace(-3, 70, 147).tolist():
        found = evaluate(formula, {**cells, "$F$5": figure})
        assert found == pytest.approx(unit_value(function, figure), abs=1e-12), figure


def test_that_anchors_are_read_from_their_cells() -> None:
    formula = value_formula(geometry_with(FUNCTIONS[0]), 0, "$F$5")
    assert "Criteria!$I$5" in formula
    assert "0.35" not in formula


def test_that_points_are_in_rising_order_and_only_for_functions_with_points() -> None:
    assert [point[0] for point in points_of(FUNCTIONS[4])] == [0.0, 4.0, 4.0, 9.0]
    assert points_of(FUNCTIONS[0]) == ()
