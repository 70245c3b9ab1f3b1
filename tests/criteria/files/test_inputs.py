"""Inputs of the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from criteria.errors import UnreadableFileError
from criteria.files.example import example_study
from criteria.files.inputs import study_from_file
from criteria.files.study_file import save_study
from criteria.shipped import resource
from tests.support.project_tables import ROW, table


def test_that_the_word_example_gives_the_example() -> None:
    assert study_from_file("example") == (example_study(), ())


def test_that_a_study_file_gives_its_study(tmp_path: Path) -> None:
    path = tmp_path / "call.proportio"
    save_study(example_study(), path)
    assert study_from_file(path) == (example_study(), ())


def test_that_a_table_gives_a_new_study_titled_after_its_file() -> None:
    study, problems = study_from_file(resource("example", "portfolio.csv"))
    assert (study.title, len(study.projects), len(study.criteria)) == ("portfolio", 24, 16)
    assert {problem.severity for problem in problems} == {"note"}


def test_that_a_table_with_errors_gives_them_all_and_the_first_of_each_id(tmp_path: Path) -> None:
    path = table(tmp_path, ROW, ("P01", "B", "Ghana", "abc", "3"))
    study, problems = study_from_file(path)
    assert [problem.code for problem in problems if problem.severity == "error"] == [
        "not-a-number",
        "duplicate-id",
    ]
    assert [project.title for project in study.projects] == ["A project"]


def test_that_nothing_at_the_path_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="nothing"):
        study_from_file(tmp_path / "nothing.proportio")
