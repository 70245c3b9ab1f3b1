"""Workbooks that several tests read."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import cache

import pytest

from criteria.model.study import Study
from criteria.ranking.results import Results, rank
from criteria.report.workbook import Provenance, workbook
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import Stylebook
from tests.criteria.report.workbook import cases, cells


@cache
def _sheets(make: Callable[[], Study]) -> cells.Sheets:
    data = workbook(rank(make()), Provenance())
    assert data is not None
    return cells.read(data)


@pytest.fixture
def example() -> cells.Sheets:
    """The sheets of the shipped example."""
    return _sheets(cases.example_study)


@pytest.fixture
def gaps() -> cells.Sheets:
    """The sheets of a study with missing figures and judgements."""
    return _sheets(cases.minmax_incomplete)


@pytest.fixture
def sheets_of() -> Callable[[Callable[[], Study]], cells.Sheets]:
    """The sheets of any case."""
    return _sheets


@pytest.fixture
def small_results() -> Results:
    """Results of eight projects."""
    return rank(cases.small())


@pytest.fixture
def draft(small_results: Results) -> Draft:
    """The draft of a workbook of eight projects."""
    return Draft(small_results, Provenance())


@pytest.fixture
def builder() -> SheetBuilder:
    """An empty sheet; `rows` gives what was written to it."""
    from openpyxl import Workbook

    book = Workbook()
    return SheetBuilder(book.worksheets[0], Stylebook(book), io.BytesIO())


@pytest.fixture
def rows(builder: SheetBuilder) -> Callable[[], str]:
    """The XML of the rows written so far."""

    def written() -> str:
        builder.flush()
        spill = builder._spill
        assert isinstance(spill, io.BytesIO)
        return spill.getvalue().decode()

    return written
