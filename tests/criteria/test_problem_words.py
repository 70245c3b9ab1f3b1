"""Each code has a sentence, and each sentence is whole."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import msgspec
import pytest

import criteria
from criteria.checks.problem import Problem
from criteria.files.example import example_study
from criteria.model.people import Stakeholder
from criteria.model.projects import Project, Score
from criteria.model.study import Study
from criteria.problem_words import SENTENCES, message
from criteria.problems import find_problems
from criteria.template import new_study

FACTS: dict[str, str | float] = {
    "word": "w", "known": "k", "figure": 1.5, "minimum": 0, "maximum": 5, "other": "P02", "title": "T",
    "safeguards": "SG01", "rho": 0.93, "now": "COD", "country": "Ghana", "means": "Guinea", "code": "GHA",
    "figures": "f", "reason": "r", "role": "need", "fields": "H4", "missing": 2, "cr": 0.2, "limit": 0.1,
    "name": "Theta", "child": "Need", "sealer": "Rosa", "day": "2026-11-20", "times": "1 time",
    "last": "Kofi", "remedy": "fixed scales",
}  # fmt: skip
PLACES = {
    "criterion": ("project", "P01", "A3"),
    "field": ("project", "P01", "mode"),
    "red_line": ("project", "P01", "RL04"),
    "project": ("project", "P01", "title"),
    "node": ("stakeholder", "ST1", "P1"),
    "who": ("stakeholder", "ST1"),
}


def place_of(code: str) -> tuple[str, ...]:
    names = re.findall(r"{(\w+)", SENTENCES[code])
    if "project" not in names:
        if "criterion" in names:
            return ("criterion", "N1")
        if "red_line" in names:
            return ("red_line", "RL01", "condition")
        if "node" in names and "who" not in names:
            return ("node", "P1")
    return next((place for name, place in PLACES.items() if name in names), ("study",))


def codes_in_use() -> set[str]:
    """The codes that the checks give, read from their source."""
    root = Path(criteria.__file__).parent
    found = set()
    for path in (*root.joinpath("checks").glob("*.py"), root / "problems.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Problem":
                code = node.args[1]
                assert isinstance(code, ast.Constant)
                found.add(str(code.value))
    return found


def test_that_every_code_has_a_sentence_and_every_sentence_a_code() -> None:
    assert codes_in_use() == set(SENTENCES)


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_that_each_sentence_can_be_filled_in(code: str) -> None:
    sentence = message(Problem("note", code, place_of(code), FACTS), example_study())
    assert sentence[0].isupper()
    assert (
        sentence.endswith(".") or code in {"value-function-unusable", "weights-unusable"} or ": r" in sentence
    )
    assert "{" not in sentence


def odd_study() -> Study:
    """A study in which much is wrong at once."""
    project = Project(
        id="P01", title="A", country="Congo", iso3="GHX", mode="gift", technology_tags=("x",),
        safeguards=("SG99", "SG01"), scores={"N1": Score(7.0), "A3": Score(2.5, 3.0)}, duration_months=-1.0,
    )  # fmt: skip
    study = new_study(projects=(project, msgspec.structs.replace(project, id="P02", iso3="GHA")))
    return msgspec.structs.replace(study, stakeholders=(*study.stakeholders, Stakeholder(id="ST2", name="B")))


def test_that_every_problem_found_can_be_told() -> None:
    for study in (odd_study(), new_study(), example_study()):
        for problem in find_problems(study):
            assert message(problem, study).endswith(".")


def test_that_a_sentence_names_project_criterion_and_scale() -> None:
    study = odd_study()
    told = [message(problem, study) for problem in find_problems(study)]
    assert "Project P01: 7 for Human development gap (N1) is off the scale 0 to 1; correct it." in told
    assert "Project P01: “GHX” is not a country code of ISO 3166-1 alpha-3; correct it." in told


@pytest.mark.parametrize(
    ("missing", "words"), [(1.0, "left 1 comparison open"), (3.0, "left 3 comparisons open")]
)
def test_that_one_open_comparison_is_one(missing: float, words: str) -> None:
    study = new_study()
    place = ("stakeholder", study.stakeholders[0].id, study.premises[0].id)
    assert words in message(Problem("note", "weights-incomplete", place, {"missing": missing}), study)
