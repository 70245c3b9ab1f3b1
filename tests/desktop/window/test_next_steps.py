"""A study that has just begun has steps to take, not faults."""

from __future__ import annotations

from typing import Any

import pytest

from criteria.edits.projects import add_project
from criteria.edits.scores import set_scores
from criteria.edits.session import hide_answers
from criteria.edits.weights import judge
from criteria.model.people import GOAL, Judgement
from criteria.model.projects import Project, Score
from criteria.model.study import Study
from criteria.problems import find_problems
from criteria.template import new_study
from desktop.app.store import Store
from desktop.window.overviewer import Overviewer
from tests.support.studies import example


def with_projects(*ids: str) -> Study:
    study = new_study()
    for item in ids:
        study = add_project(study, project=Project(id=item, title=f"Project {item}"))
    return study


def rows(study: Study) -> list[tuple[str, str]]:
    return [(sentence, severity) for _key, sentence, severity in Overviewer(Store(study)).problem_rows()]


def test_that_an_empty_study_has_steps_and_no_problems(qapp: Any) -> None:
    assert rows(new_study()) == [
        ("Next: bring in projects", "step"),
        ("Then: compare the criteria, which count equally until then", "step"),
    ]
    assert any(problem.severity == "error" for problem in find_problems(new_study()))


@pytest.mark.parametrize(
    ("ids", "words"),
    [
        (("A",), "Then: enter the figures of A"),
        (("A", "B"), "Next: enter the figures of 2 projects"),
    ],
)
def test_that_projects_without_figures_are_one_step(qapp: Any, ids: tuple[str, ...], words: str) -> None:
    found = rows(with_projects(*ids))
    assert (words, "step") in found
    assert {severity for _words, severity in found} == {"step"}


def test_that_a_project_that_is_begun_has_its_gaps_named(qapp: Any) -> None:
    study = with_projects("A", "B")
    study = set_scores(study, {("A", study.criteria[0].id): Score(0.5)})
    found = rows(study)
    assert any("Project A has no figure" in words and kind == "warning" for words, kind in found)
    assert not any("Project B" in words for words, _kind in found)


def test_that_a_step_leads_to_where_it_is_taken(qapp: Any) -> None:
    overviewer = Overviewer(Store(with_projects("A")))
    places = [overviewer.place_of(key) for key, _words, kind in overviewer.problem_rows() if kind == "step"]
    assert places == [("projects", ""), ("projects", "A"), ("weights", "")]


def test_that_rooms_of_a_new_study_call_for_no_attention(qapp: Any) -> None:
    states = Overviewer(Store(new_study())).states()
    assert {severity for _words, severity in states.values()} <= {"", "done"}


def test_that_the_example_has_nothing_to_do(qapp: Any) -> None:
    assert Overviewer(Store(example())).steps() == ()


def contradicting() -> Study:
    study = example()
    chain = (("P1", "P2", 9.0), ("P2", "P3", 9.0), ("P1", "P3", 1 / 9))
    for first, second, value in chain:
        study = judge(study, "ST1", Judgement(GOAL, first, second, value))
    return study


def test_that_a_contradiction_leads_to_the_person_and_the_questions(qapp: Any) -> None:
    overviewer = Overviewer(Store(contradicting()))
    key = next(key for key, sentence, _ in overviewer.problem_rows() if "contradicts itself" in sentence)
    assert overviewer.place_of(key) == ("weights", f"ST1/{GOAL}")


def test_that_nothing_is_told_of_answers_before_the_reveal(qapp: Any) -> None:
    study = contradicting()
    assert any(study.stakeholders[0].name in sentence for sentence, _ in rows(study))
    assert not any(study.stakeholders[0].name in sentence for sentence, _ in rows(hide_answers(study, True)))
