"""The sheet TOPSIS."""

from __future__ import annotations

from criteria.ranking.results import rank
from criteria.report.workbook.geometry import Geometry, display_order
from criteria.report.workbook.references import letters
from criteria.report.workbook.topsis import TopsisColumns, closeness_formula, weight_block
from tests.criteria.report.workbook import cases, cells
from tests.criteria.report.workbook.evaluate import evaluate


def test_that_closeness_is_a_formula_of_the_two_distances() -> None:
    formula = closeness_formula("$A$1", "$B$1")
    assert evaluate(formula, {"$A$1": 1.0, "$B$1": 3.0}) == 0.75
    assert evaluate(formula, {"$A$1": 0.0, "$B$1": 0.0}) == 0.5


def test_that_closeness_and_rank_are_the_program_s(example: cells.Sheets) -> None:
    results = rank(cases.example_study())
    columns = TopsisColumns(Geometry(results, display_order(results)))
    found = results.methods["topsis"]
    for index, project in enumerate(results.matrix.projects):
        row = cells.row_of(example, "TOPSIS", project)
        assert example["TOPSIS"][f"{letters(columns.low)}{row}"].value == found.low[index]
        shown = example["TOPSIS"][f"{letters(columns.rank)}{row}"].value
        assert shown == (found.rank_best[index] or "–")


def test_that_heads_stand_over_their_columns(example: cells.Sheets) -> None:
    results = rank(cases.example_study())
    columns = TopsisColumns(Geometry(results, display_order(results)))
    heads = {"D+": columns.plus, "closeness": columns.low, "rank": columns.rank, "check": columns.check}
    assert {head: cells.column(example, "TOPSIS", 7, head) for head in heads} == {
        head: letters(column) for head, column in heads.items()
    }


def test_that_weights_are_read_from_the_sheet_weights(example: cells.Sheets) -> None:
    results = rank(cases.example_study())
    assert weight_block(Geometry(results, display_order(results))) == "TOPSIS!$F$4:$U$4"
    assert example["TOPSIS"]["F4"].formula == "Weights!$H$9"
