"""Where everything stands."""

from __future__ import annotations

from criteria.model.fields import FIELDS
from criteria.ranking.results import Results, rank
from criteria.report.workbook.geometry import (
    FIRST,
    MATRIX,
    TABLE_FIRST,
    Geometry,
    ScoreColumn,
    display_order,
    field_column,
)
from tests.criteria.report.workbook import cases, cells


def test_that_projects_stand_by_rank_and_the_excluded_last(small_results: Results) -> None:
    order = display_order(small_results)
    ranks = [int(small_results.methods["topsis"].rank_best[index]) for index in order]
    assert [rank for rank in ranks if rank] == sorted(rank for rank in ranks if rank)
    assert ranks[-1] == 0
    assert sorted(order) == list(range(8))


def test_that_each_project_has_one_row_in_each_order(small_results: Results) -> None:
    geometry = Geometry(small_results, display_order(small_results))
    assert {geometry.row(index) for index in range(8)} == set(range(FIRST, FIRST + 8))
    assert geometry.rows()[0] == (FIRST, geometry.order[0])
    assert geometry.table_rows()[3] == (TABLE_FIRST + 3, 3)
    assert geometry.last == FIRST + 7


def test_that_scores_of_a_project_stand_together(small_results: Results) -> None:
    geometry = Geometry(small_results, display_order(small_results))
    assert geometry.score_row(1, 0) == geometry.score_row(0, 15) + 1
    assert geometry.scores_of(ScoreColumn.VALUE, 1) == "Scores!$O$21:$O$36"
    assert geometry.block(MATRIX, 8, 1) == "'Decision matrix'!$V$8:$AK$8"


def test_that_references_meet_what_was_written(example: cells.Sheets) -> None:
    geometry = Geometry(rank(cases.example_study()), display_order(rank(cases.example_study())))
    assert example["Projects"][f"A{geometry.table_row(4)}"].value == "P05"
    row = geometry.score_row(4, 2)
    assert (example["Scores"][f"A{row}"].value, example["Scores"][f"C{row}"].value) == ("P05", "N3")
    assert example["Weights"][f"A{geometry.first_weight + 2}"].value == "N3"


def test_that_every_profile_field_has_its_column() -> None:
    assert [field_column(field.attribute) for field in FIELDS] == list(range(1, len(FIELDS) + 1))
