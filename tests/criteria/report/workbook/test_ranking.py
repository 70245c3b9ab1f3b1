"""The sheet Ranking."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest

from criteria.model.settings import METHODS
from criteria.model.study import Study
from criteria.report.workbook.ranking import PLACE, rank_column, rank_range
from criteria.report.workbook.references import letters
from tests.criteria.report.workbook import cases, cells


@pytest.mark.parametrize(("best", "worst", "shown"), [(1, 1, 1.0), (11, 14, "11–14"), (0, 0, "–")])
def test_that_ranks_are_numbers_ranges_or_dashes(best: int, worst: int, shown: object) -> None:
    assert rank_range(best, worst) == shown


def test_that_methods_stand_side_by_side() -> None:
    columns = [rank_column(method) for method in METHODS]
    assert columns == sorted(columns)
    assert len({after - before for before, after in itertools.pairwise(columns)}) == 1


def test_that_ties_share_a_rank_but_not_a_place(
    sheets_of: Callable[[Callable[[], Study]], cells.Sheets],
) -> None:
    sheet = sheets_of(cases.two_tie_for_first)["Ranking"]
    ranks = [sheet[f"{letters(rank_column('topsis'))}{row}"].value for row in range(8, 11)]
    places = [sheet[f"{letters(PLACE)}{row}"].value for row in range(8, 11)]
    assert ranks == [1.0, 1.0, 3.0]
    assert places == [1.0, 2.0, 3.0]


def test_that_rows_stand_in_the_order_of_topsis(example: cells.Sheets) -> None:
    places = [example["Ranking"][f"{letters(PLACE)}{row}"].value for row in range(8, 32)]
    assert places[:19] == [float(place) for place in range(1, 20)]
    assert places[19:] == ["–"] * 5
