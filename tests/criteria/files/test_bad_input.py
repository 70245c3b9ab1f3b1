"""Every bad file ends in sentences and the right exit code, whichever part of the program notices."""

from __future__ import annotations

from pathlib import Path

import pytest

from criteria.errors import ProportioError
from criteria.files.inputs import study_from_file
from criteria.problem_words import message
from criteria.problems import find_problems
from tests.support.bad_file import Recipe
from tests.support.bad_tables import bad_tables
from tests.support.unreadable_files import unreadable_files


def told(path: Path) -> tuple[int, list[str]]:
    """The exit code and all sentences on a file, as checking it gives them."""
    try:
        study, problems = study_from_file(path)
    except ProportioError as error:
        return error.exit_code, [str(error)]
    found = find_problems(study)
    severities = {problem.severity for problem in problems} | {problem.severity for problem in found}
    sentences = [problem.message for problem in problems] + [message(problem, study) for problem in found]
    return (1 if "error" in severities else 0), sentences


@pytest.mark.parametrize("recipe", [*unreadable_files(), *bad_tables()], ids=lambda recipe: recipe.name)
def test_that_a_bad_file_ends_in_a_sentence(recipe: Recipe, tmp_path: Path) -> None:
    bad = recipe.made(tmp_path)
    exit_code, sentences = told(bad.path)
    assert exit_code == bad.exit_code
    assert any(bad.fragment in sentence for sentence in sentences)
    assert all(sentence.endswith((".", "!", "?")) for sentence in sentences)


def test_that_there_are_at_least_forty_of_them() -> None:
    assert len({recipe.name for recipe in (*unreadable_files(), *bad_tables())}) >= 45
