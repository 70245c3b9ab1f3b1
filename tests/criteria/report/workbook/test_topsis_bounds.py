"""The sheet TOPSIS bounds."""

from __future__ import annotations

from criteria.ranking.results import rank
from criteria.report.workbook.references import letters
from criteria.report.workbook.topsis import BoundColumns
from tests.criteria.report.workbook import cases, cells


def test_that_shadow_ranks_count_the_excluded(example: cells.Sheets) -> None:
    results = rank(cases.example_study())
    column = letters(BoundColumns.SHADOW)
    for index, project in enumerate(results.matrix.projects):
        row = cells.row_of(example, "TOPSIS bounds", project)
        assert example["TOPSIS bounds"][f"{column}{row}"].value == results.methods["topsis"].shadow[index]


def test_that_a_gap_opens_a_range(gaps: cells.Sheets) -> None:
    row = cells.row_of(gaps, "TOPSIS bounds", "P03")
    low, high = (
        gaps["TOPSIS bounds"][f"{letters(c)}{row}"].value for c in (BoundColumns.LOW, BoundColumns.HIGH)
    )
    assert isinstance(low, float)
    assert isinstance(high, float)
    assert low < high
