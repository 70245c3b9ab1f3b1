"""Cells written straight to XML."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.errors import MethodError
from criteria.report.workbook.references import ROW, SOURCE
from criteria.report.workbook.sheet_builder import MOST_COMMENTS, Remark, SheetBuilder
from criteria.report.workbook.styles import WORDS, figures

Rows = Callable[[], str]


def test_that_a_formula_keeps_its_value(builder: SheetBuilder, rows: Rows) -> None:
    builder.formula(2, 3, 'IF(A1<2,"a","b")', "a", 1)
    builder.formula(2, 4, "A1/3", 1 / 3, 1)
    assert '<c r="C2" s="1" t="str"><f>IF(A1&lt;2,"a","b")</f><v>a</v></c>' in rows()
    assert "<v>0.3333333333333333</v>" in rows()


def test_that_a_pattern_is_filled_for_each_row(builder: SheetBuilder, rows: Rows) -> None:
    pattern = builder.pattern(2, f"$A${ROW}+Other!$B${SOURCE}", builder.style(figures()))
    builder.fill(7, pattern, 1.5, (30, 31))
    assert "<f>$A$7+Other!$B$30</f><v>1.5</v>" in rows()


def test_that_cells_come_out_in_the_order_of_rows_and_columns(builder: SheetBuilder, rows: Rows) -> None:
    builder.number(5, 2, 1, 0)
    builder.number(5, 1, 2, 0)
    builder.number(3, 1, 3, 0)
    text = rows()
    assert text.index('r="A3"') < text.index('r="A5"') < text.index('r="B5"')
    assert builder.dimension == "A1:B5"


def test_that_text_stays_text(builder: SheetBuilder, rows: Rows) -> None:
    builder.text(1, 1, "=1+1", builder.style(WORDS))
    text = rows()
    assert "<f>" not in text
    assert f's="{builder.styles.quoted(builder.style(WORDS))}" t="inlineStr"' in text


def test_that_changed_texts_are_reported_with_their_cell(builder: SheetBuilder) -> None:
    builder.text(4, 2, "a\x00", 0)
    assert builder.remarks == [Remark("Sheet", "B4", "1 character that no workbook can hold removed")]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), -float("inf")])
def test_that_what_is_no_number_is_never_written(builder: SheetBuilder, value: float) -> None:
    with pytest.raises(MethodError, match="was not written"):
        builder.number(1, 1, value, 0)


def test_that_a_formula_longer_than_a_cell_is_refused(builder: SheetBuilder) -> None:
    with pytest.raises(MethodError, match="too long"):
        builder.formula(1, 1, "+".join(["A1"] * 5000), 0.0, 0)
    with pytest.raises(MethodError, match="too long"):
        builder.pattern(1, "+".join(["A1"] * 5000), 0)


def test_that_constants_of_every_kind_have_a_place(builder: SheetBuilder, rows: Rows) -> None:
    for column, value in enumerate((None, True, "x", 2.0, ""), start=1):
        builder.value(1, column, value, 0)
    text = rows()
    assert '<c r="A1" s="0"/>' in text
    assert ">yes<" in text
    assert '<c r="D1" s="0"><v>2.0</v></c>' in text
    assert '<c r="E1" s="0"/>' in text


def test_that_checks_are_counted_by_column(builder: SheetBuilder) -> None:
    builder.check(3, 9, [("$A$3", "$B$3")], 0)
    builder.fill_check(8, builder.check_pattern(9, [(f"$A${ROW}", f"$B${ROW}")], 0))
    assert builder.checks == {9: (3, 8, 2)}


def test_that_rows_once_written_cannot_be_changed(builder: SheetBuilder) -> None:
    builder.number(5, 1, 1, 0)
    builder.flush()
    builder.number(4, 1, 1, 0)
    with pytest.raises(MethodError, match="already written"):
        builder.flush()


def test_that_a_crowded_sheet_does_not_drown_in_notes(builder: SheetBuilder) -> None:
    for row in range(1, MOST_COMMENTS + 10):
        builder.comment(row, 1, "missing")
    assert sum(builder.sheet.cell(row, 1).comment is not None for row in range(1, 400)) == MOST_COMMENTS


def test_that_a_link_leads_to_its_sheet(builder: SheetBuilder, rows: Rows) -> None:
    builder.link(2, 1, "Decision matrix", "Decision matrix", 0)
    link = builder.sheet.cell(2, 1).hyperlink
    assert link is not None
    assert link.location == "'Decision matrix'!A1"
    assert ">Decision matrix<" in rows()
