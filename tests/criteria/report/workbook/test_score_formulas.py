"""Formulas of one row of Scores."""

from __future__ import annotations

import pytest

from criteria.report.workbook.draft import Draft
from criteria.report.workbook.geometry import CriterionColumn
from criteria.report.workbook.references import ROW
from criteria.report.workbook.score_formulas import ScoreFormulas
from tests.criteria.report.workbook.evaluate import evaluate

CHANGE, USED, LOW, HIGH = "$K$5", "$L$5", "$M$5", "$N$5"
#: figure, low, high, change, expected used, low used, high used; the scale runs from 1 to 7.
ROWS = [
    (4.0, None, None, 0.0, 4.0, 4.0, 4.0),
    (4.0, 3.0, 6.0, 2.0, 6.0, 5.0, 7.0),
    (2.0, None, 3.0, -2.0, 1.0, 1.0, 1.0),
    (9.0, None, None, 0.0, 9.0, 9.0, 9.0),
    (None, None, None, 1.0, "missing", 1.0, 7.0),
    (None, 2.0, 5.0, 1.0, "missing", 3.0, 6.0),
    (None, 2.0, None, 1.0, "missing", 1.0, 7.0),
]


@pytest.mark.parametrize(("figure", "low", "high", "change", "used", "used_low", "used_high"), ROWS)
def test_that_figures_move_within_their_scale_and_gaps_span_it(
    draft: Draft,
    figure: float | None,
    low: float | None,
    high: float | None,
    change: float,
    used: float | str,
    used_low: float,
    used_high: float,
) -> None:
    place = next(j for j, criterion in enumerate(draft.geometry.criteria) if criterion.id == "N3")
    formulas = ScoreFormulas.of(draft.geometry, place)
    cells: dict[str, float | str | bool | None] = {
        "$F$5": figure, "$G$5": low, "$H$5": high, CHANGE: change,
        draft.geometry.criterion(CriterionColumn.MINIMUM, place): 1,
        draft.geometry.criterion(CriterionColumn.MAXIMUM, place): 7,
    }  # fmt: skip
    found = [
        evaluate(formula.replace(ROW, "5"), cells)
        for formula in (formulas.used, formulas.used_low, formulas.used_high)
    ]
    assert found == [used, used_low, used_high]


def test_that_the_cap_is_wider_where_de_scoping_counts(draft: Draft) -> None:
    formulas = ScoreFormulas.of(draft.geometry, 12)
    assert formulas.offered.count("cap_descoped") == 2
    assert formulas.offered != formulas.required
    assert "score_set" in formulas.used_change
