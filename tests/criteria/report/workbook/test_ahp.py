"""The sheet AHP."""

from __future__ import annotations

import pytest

from criteria.ranking.results import rank
from criteria.report.workbook.ahp import AhpColumns
from criteria.report.workbook.geometry import Geometry, display_order
from criteria.report.workbook.references import letters
from tests.criteria.report.workbook import cases, cells


def test_that_contributions_add_up_to_the_score(example: cells.Sheets) -> None:
    results = rank(cases.example_study())
    columns = AhpColumns(Geometry(results, display_order(results)))
    row = cells.row_of(example, "AHP", "P05")
    parts = [example["AHP"][f"{letters(22 + place)}{row}"].value for place in range(16)]
    score = example["AHP"][f"{letters(columns.low)}{row}"]
    assert sum(float(part or 0) for part in parts) == pytest.approx(results.methods["ahp"].low[4])
    assert score.formula == f"SUM($V${row}:$AK${row})"


def test_that_heads_stand_over_their_columns(example: cells.Sheets) -> None:
    results = rank(cases.example_study())
    columns = AhpColumns(Geometry(results, display_order(results)))
    assert cells.column(example, "AHP", 7, "shadow rank") == letters(columns.shadow)
    assert cells.column(example, "AHP", 7, "check") == letters(columns.check)
