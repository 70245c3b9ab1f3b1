"""The order of the questions, and what was answered."""

from __future__ import annotations

from itertools import pairwise

from criteria.edits.criteria_tree import set_criterion_active
from criteria.edits.weights import judge
from criteria.files.example import example_study
from criteria.model.people import Judgement
from desktop.pages.weights.answers import (
    Question,
    answer,
    every_question,
    first_of,
    first_open,
    is_open,
    next_question,
    node_answers,
    previous_question,
    question_nodes,
    questions,
)
from tests.desktop.pages.weights.answering import comparing_projects, contradictory, person, unanswered


def test_that_premises_come_first_and_then_the_criteria_of_each() -> None:
    study = example_study()
    assert question_nodes(study) == ("goal", "P1", "P2", "P3", "P4")
    assert len(list(every_question(study))) == 30
    assert first_of(study, "P1") == Question("P1", "N1", "N2")


def test_that_a_premise_with_one_criterion_asks_nothing() -> None:
    study = example_study()
    for criterion in ("N2", "N3", "N4"):
        study = set_criterion_active(study, criterion, active=False)
    assert "P1" not in question_nodes(study)
    assert questions(study, "P1") == ()


def test_that_projects_are_compared_only_when_they_are_few_and_it_is_wished() -> None:
    assert "projects/N1" in question_nodes(comparing_projects(4))
    assert len(questions(comparing_projects(4), "projects/N1")) == 6
    assert "projects/N1" not in question_nodes(example_study())


def test_that_the_way_there_is_the_way_back() -> None:
    study = example_study()
    order = list(every_question(study))
    for before, after in pairwise(order):
        assert next_question(study, before) == after
        assert previous_question(study, after) == before
    assert next_question(study, order[-1]) is None
    assert previous_question(study, order[0]) is None


def test_that_an_answer_is_read_either_way_round() -> None:
    study = contradictory()
    assert answer(person(study), Question("P4", "H1", "H3")) == 7.0
    assert answer(person(study), Question("P4", "H3", "H1")) == 1.0 / 7.0


def test_that_cannot_say_is_no_open_question() -> None:
    study = unanswered()
    question = Question("goal", "P1", "P2")
    assert is_open(person(study), question)
    assert first_open(study, person(study)) == question
    said = judge(study, person(study).id, Judgement("goal", "P2", "P1", None))
    assert not is_open(person(said), question)
    assert answer(person(said), question) is None
    assert first_open(said, person(said)) == Question("goal", "P1", "P3")


def test_that_pairwise_answers_are_read_whatever_method_counts() -> None:
    study = contradictory()
    found = node_answers(study, person(study), "P4")
    assert found.status == "complete"
    assert found.consistency is not None
    assert found.consistency.cr is not None
    assert round(found.consistency.cr, 2) == 0.14
