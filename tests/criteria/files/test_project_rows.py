"""Rows as projects."""

from __future__ import annotations

from pathlib import Path

import pytest

from criteria.files.column_mapping import propose_mapping
from criteria.files.import_problem import Place
from criteria.files.project_rows import RowReader
from criteria.model.projects import Evidence, Score
from criteria.template import new_study
from tests.support.project_tables import one_project


def test_that_values_bounds_and_evidence_meet_in_one_score(tmp_path: Path) -> None:
    cells = {"A2": "350", "A2_low": "180", "A2 (high)": "600", "A2 source": "Log-frame", "A2 year": "2026",
             "A2 note": "to be checked"}  # fmt: skip
    project, wrong = one_project(tmp_path, **cells)
    assert project.score("A2") == Score(350, 180, 600, Evidence("Log-frame", 2026, "to be checked"))
    assert wrong == []


def test_that_blank_scores_are_not_stored(tmp_path: Path) -> None:
    project, _ = one_project(tmp_path, N1="", N2="..", A3="3")
    assert set(project.scores) == {"A3"}


def test_that_bounds_alone_are_a_score_without_a_most_likely_value(tmp_path: Path) -> None:
    project, wrong = one_project(tmp_path, A2="", A2_low="1", A2_high="9")
    assert (project.score("A2"), wrong) == (Score(None, 1, 9), [])


@pytest.mark.parametrize(("low", "value", "high"), [("5", "3", "4"), ("1", "3", "2"), ("4", "", "2")])
def test_that_bounds_out_of_order_are_told(tmp_path: Path, low: str, value: str, high: str) -> None:
    _, wrong = one_project(tmp_path, A3=value, A3_low=low, A3_high=high)
    assert wrong == ["bounds-out-of-order"]


def test_that_a_wrong_cell_is_left_blank_and_the_others_are_read(tmp_path: Path) -> None:
    project, wrong = one_project(tmp_path, N1="abc", A3="3", mode="aid")
    assert (project.scores, project.mode, wrong) == ({"A3": Score(3)}, "aid", ["not-a-number"])


def test_that_the_code_is_filled_in_from_a_certain_name(tmp_path: Path) -> None:
    project, wrong = one_project(tmp_path, country="Côte d'Ivoire")
    assert (project.country, project.iso3, wrong) == ("Côte d'Ivoire", "CIV", [])


def test_that_a_problem_names_file_row_column_and_cell() -> None:
    rows = (("id", "title", "N1"), ("P01", "A", 7))
    mapping = propose_mapping(rows, new_study())
    reader = RowReader(new_study(), mapping, Place("call.xlsx", "Projects"), {})
    _, (problem,) = reader.read(1, rows[1])
    assert problem.where == "call.xlsx, sheet Projects, row 2, column N1 (C2)"
    assert problem.message.startswith(problem.where + ": 7 is off the scale")
    assert (problem.row, problem.column) == (1, 2)


def test_that_marks_for_missing_figures_are_counted_by_column() -> None:
    rows = (("id", "title", "N1"), ("P01", "A", "n/a"), ("P02", "B", ".."))
    reader = RowReader(new_study(), propose_mapping(rows, new_study()), Place("a.csv", ""), {})
    for number in (1, 2):
        assert reader.read(number, rows[number])[1] == ()
    assert [(column.head, count) for column, count in reader.marks.items()] == [("N1", 2)]
