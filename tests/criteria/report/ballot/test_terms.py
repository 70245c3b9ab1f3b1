"""Formulas and their values are built together; a fault never reaches a cell."""

from __future__ import annotations

import math

import pytest

from criteria.errors import MethodError
from criteria.report.ballot.page import STEP, Page
from criteria.report.ballot.terms import (
    Fault,
    Term,
    above,
    area,
    both,
    cell,
    count_below,
    count_of,
    entry,
    equals,
    has_number,
    logarithm,
    place_of,
    rounded,
    term,
    trimmed,
    when,
)
from criteria.report.workbook.references import Place

A, B = cell(1, 1, 6.0), cell(1, 2, 4.0)


@pytest.mark.parametrize(
    ("made", "text", "value"),
    [
        (A - (B - 1.0), "$A$1-($B$1-1)", 3.0),
        ((A + B) * 2.0, "($A$1+$B$1)*2", 20.0),
        (A / (B / 2.0), "$A$1/($B$1/2)", 3.0),
        (A - B - 1.0, "$A$1-$B$1-1", 1.0),
        (term("now ") & A + B, '"now "&$A$1+$B$1', "now 10"),
        (rounded(term(2.345) * 1.0, 1), "ROUND(2.345*1,1)", 2.3),
        (equals(term("Equal"), "equal"), '"Equal"="equal"', True),
        (trimmed(term(" a  b ")), 'TRIM(" a  b ")', "a b"),
    ],
)
def test_that_a_formula_has_the_value_it_says(made: Term, text: str, value: object) -> None:
    assert (made.text, made.value) == (text, value)


def test_that_only_the_branch_taken_must_be_computable() -> None:
    broken = A / 0.0
    assert broken.value is Fault.ERROR
    assert when(above(A, 0.0), A, broken).value == 6.0
    assert when(above(A, 9.0), A, broken).value is Fault.ERROR
    assert both(above(A, 0.0), above(cell(1, 3, "text"), 0.0)).value is Fault.ERROR
    assert logarithm(term(0.0)).value is Fault.ERROR
    assert (term("a") & broken).value is Fault.ERROR


def test_that_lists_are_searched_as_spreadsheets_do() -> None:
    names = area(2, 1, [["One"], ["two"]])
    assert place_of(term("ONE"), names).value == 1.0
    assert place_of(term("three"), names).value == 0.0
    assert entry(names, 2).value == "two"
    assert entry(names, 3).value is Fault.ERROR
    numbers = area(3, 1, [[1.0, 2.0, 2.0, ""]])
    assert count_of(numbers, term(2.0)).value == 2.0
    assert count_below(numbers, term(2.0)).value == 1.0
    assert numbers.line(0, 1, 2).text == "$B$3:$C$3"
    assert numbers.at(2).text == "$C$3"
    assert not has_number(numbers.at(3)).value


def test_that_a_fault_is_never_stored() -> None:
    from io import BytesIO

    from openpyxl import Workbook

    from criteria.report.workbook.sheet_builder import SheetBuilder
    from criteria.report.workbook.styles import Stylebook

    made = Workbook()
    page = Page(SheetBuilder(made.worksheets[0], Stylebook(made), BytesIO()), Place("Sheet"), (10, 10))
    with pytest.raises(MethodError, match="has no value"):
        page.put(1, 1, A / 0.0, STEP)
    assert page.put(1, 1, A + 1.0, STEP).value == 7.0
    assert math.isclose(page.width(1), 10)
