"""Columns of a table written by one formula."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from criteria.report.workbook.columns import (
    DASH,
    constants,
    derived,
    derived_block,
    fill_checks,
    fill_columns,
    rank_values,
)
from criteria.report.workbook.references import ROW, SOURCE, SOURCE_END, here
from criteria.report.workbook.sheet_builder import SheetBuilder


def test_that_each_row_gets_the_formula_and_its_project_s_value(
    builder: SheetBuilder, rows: Callable[[], str]
) -> None:
    column = derived(3, f"2*{here(ROW, 1)}", np.array([0.25, 0.75]))
    fill_columns(builder, [(8, 1), (9, 0)], [column])
    text = rows()
    assert "<f>2*$A$8</f><v>0.75</v>" in text
    assert "<f>2*$A$9</f><v>0.25</v>" in text


def test_that_a_formula_may_draw_on_other_rows_of_another_sheet(
    builder: SheetBuilder, rows: Callable[[], str]
) -> None:
    from dataclasses import replace

    column = replace(derived(1, f"SUM(S!$A${SOURCE}:$A${SOURCE_END})", [1.0]), sources=[(5, 20)])
    fill_columns(builder, [(8, 0)], [column])
    assert "SUM(S!$A$5:$A$20)" in rows()


def test_that_constants_may_be_missing(builder: SheetBuilder, rows: Callable[[], str]) -> None:
    fill_columns(builder, [(1, 0), (2, 1)], [constants(1, [None, "x"])])
    text = rows()
    assert "<f>" not in text
    assert '<c r="A1" s="' in text
    assert ">x<" in text


def test_that_a_block_takes_one_column_of_the_table_each() -> None:
    block = derived_block(6, ["a", "b"], np.array([[1.0, 2.0], [3.0, 4.0]]))
    assert [(column.number, list(column.values)) for column in block] == [(6, [1.0, 3.0]), (7, [2.0, 4.0])]


def test_that_a_project_without_rank_has_a_dash() -> None:
    assert rank_values(np.array([2, 0, 1])) == [2.0, DASH, 1.0]


def test_that_checks_compare_columns_of_the_same_row(builder: SheetBuilder, rows: Callable[[], str]) -> None:
    fill_checks(builder, [(8, 0), (9, 1)], 5, [(1, 2)])
    assert "ABS($A$9-$B$9)" in rows()
    assert builder.checks == {5: (8, 9, 2)}
