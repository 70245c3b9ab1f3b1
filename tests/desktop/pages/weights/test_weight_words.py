"""Sentences of the weights room."""

from __future__ import annotations

import msgspec
import pytest

from criteria.edits.people import set_way_of_answering
from criteria.edits.weights import clear_judgements, judge, set_figures
from criteria.files.example import example_study
from criteria.model.people import Judgement
from criteria.weighting.random_index import TABLES
from desktop.pages.weights.answers import Question, node_answers
from desktop.pages.weights.statements import Statements
from desktop.pages.weights.weight_words import WeightWords
from tests.desktop.pages.weights.answering import comparing_projects, contradictory, person, unanswered


@pytest.fixture
def words() -> WeightWords:
    return WeightWords()


def test_that_the_statement_tells_progress_and_consistency() -> None:
    words, study = Statements(), example_study()
    text = words.statement(study, person(study))
    assert text == "30 of 30 questions answered; the answers fit together (largest CR 0.05)"
    bad = contradictory()
    text = words.statement(bad, person(bad))
    assert text == "30 of 30 questions answered; one set of answers contradicts itself (CR 0.14)"
    part = clear_judgements(study, person(study).id, "P1")
    text = words.statement(part, person(part))
    assert text == "24 of 30 questions answered; the weights come from the answers given"


def test_that_the_statement_tells_what_stands_in() -> None:
    words, study = Statements(), unanswered()
    assert words.statement(study, person(study)) == "No question answered yet: equal weights stand in"
    assert words.statement(study, None) == "Nobody answers yet: equal weights stand in"


def test_that_the_statement_tells_of_direct_weights() -> None:
    words = Statements()
    study = set_way_of_answering(example_study(), person(example_study()).id, method="direct")
    assert "nothing is answered yet" in words.statement(study, person(study))
    given = set_figures(study, person(study).id, "direct", {"N1": 10.0})
    assert words.statement(given, person(given)) == "Points count; 1 of 20 answered; nothing to object"


@pytest.mark.parametrize(
    ("value", "html"),
    [
        (
            7.0,
            "The difference in <b>{a}</b> matters <b>very strongly more</b> (7) than the one in <b>{b}</b>.",
        ),
        (
            1 / 3,
            "The difference in <b>{b}</b> matters <b>moderately more</b> (3) than the one in <b>{a}</b>.",
        ),
        (
            1.0,
            "<b>Invasiveness of the intended use</b> and <b>{b}</b> matter <b>equally</b> (1).",
        ),
    ],
)
def test_that_an_answer_is_a_sentence(words: WeightWords, value: float, html: str) -> None:
    asked = Question("P4", "H1", "H3")
    names = {"a": "invasiveness of the intended use", "b": "personal and biometric data intensity"}
    assert words.answer_html(example_study(), asked, value, is_open=False) == html.format(**names)


def test_that_open_and_cannot_say_are_told_apart(words: WeightWords) -> None:
    asked = Question("P4", "H1", "H3")
    assert "Not answered yet" in words.answer_html(example_study(), asked, None, is_open=True)
    assert "cannot be told" in words.answer_html(example_study(), asked, None, is_open=False)


def test_that_what_users_wrote_is_no_markup(words: WeightWords) -> None:
    study = comparing_projects()
    sly = msgspec.structs.replace(study.project("P01"), title="<i>Trick</i>")
    others = tuple(sly if p.id == "P01" else p for p in study.projects)
    asked = Question("projects/N3", "P01", "P02")
    html = words.answer_html(msgspec.structs.replace(study, projects=others), asked, 3.0, is_open=False)
    assert "&lt;i&gt;Trick&lt;/i&gt;" in html


def test_that_every_ratio_of_the_scale_has_words(words: WeightWords) -> None:
    assert len({words.strength(float(value)) for value in range(1, 10)}) == 9
    assert words.strength(2.6) == words.strength(3.0)
    assert len(words.scale_words()) == 5


def test_that_every_table_of_random_indices_has_a_name_with_its_year(words: WeightWords) -> None:
    for table in TABLES:
        assert words.random_index(table)[-4:].isdigit()


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ((), "Nothing to contradict yet"),
        ((("N1", "N2", 2.0), ("N2", "N3", 2.0), ("N1", "N3", 4.0)), "Consistent"),
        ((("N1", "N2", 3.0), ("N2", "N3", 3.0), ("N1", "N3", 3.0)), "Contradictory"),
        ((("N1", "N2", 3.0), ("N2", "N3", 3.0), ("N1", "N3", 1 / 3)), "Strongly contradictory"),
    ],
)
def test_that_the_verdict_is_a_plain_word(
    words: WeightWords, answers: tuple[tuple[str, str, float], ...], verdict: str
) -> None:
    study = unanswered()
    for first, second, value in answers:
        study = judge(study, person(study).id, Judgement("P1", first, second, value))
    # The fourth criterion is linked, so that CR is defined.
    study = judge(study, person(study).id, Judgement("P1", "N1", "N4", 1.0)) if answers else study
    assert words.verdict(node_answers(study, person(study), "P1"))[0] == verdict


def test_that_unlinked_items_are_told(words: WeightWords) -> None:
    study = judge(unanswered(), person(unanswered()).id, Judgement("P1", "N1", "N2", 3.0))
    assert "not linked" in words.verdict_sentence(node_answers(study, person(study), "P1"))
