"""Ids and titles in a table."""

from __future__ import annotations

from pathlib import Path

from criteria.files.example import example_study
from tests.support.project_tables import HEAD, ROW, preview, table


def codes(path: Path) -> list[tuple[str, int | None]]:
    return [(problem.code, problem.row) for problem in preview(path).errors]


def test_that_an_id_is_proposed_after_those_of_study_and_table(tmp_path: Path) -> None:
    path = table(tmp_path, ("", *ROW[1:]), ("P25", "B", "Togo", "0.5", "2"))
    found = preview(path, example_study())
    assert [project.id for project in found.projects] == ["P26", "P25"]
    assert [(p.code, p.row) for p in found.errors] == [("missing-id", 1)]


def test_that_an_id_that_stands_twice_is_told_with_the_first_row(tmp_path: Path) -> None:
    path = table(tmp_path, ROW, ("P02", "B", "Togo", "", ""), ("p01", "C", "Mali", "", ""))
    (problem,) = preview(path).errors
    assert (problem.code, problem.row) == ("duplicate-id", 3)
    assert "stands in row 2 already" in problem.message


def test_that_a_table_without_ids_is_told_once(tmp_path: Path) -> None:
    path = table(tmp_path, ("A", "0.5"), ("B", "0.6"), head=("title", "N1"))
    assert codes(path) == [("no-id-column", None)]
    assert [project.id for project in preview(path).projects] == ["P01", "P02"]


def test_that_a_new_project_needs_a_title(tmp_path: Path) -> None:
    assert codes(table(tmp_path, ("P01", "", "Ghana", "", ""))) == [("missing-title", 1)]
    path = table(tmp_path, ("P01", "0.5"), ("P02", "0.6"), head=("project_id", "N1"))
    assert codes(path) == [("no-title-column", None)]


def test_that_a_known_project_keeps_its_title(tmp_path: Path) -> None:
    path = table(tmp_path, ("P01", "", "", "0.5", ""), head=HEAD)
    assert preview(path, example_study()).errors == ()
