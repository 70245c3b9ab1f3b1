"""Cautions on the page of whoever decides."""

from __future__ import annotations

from typing import Any

from criteria.edits.screening import waive
from criteria.edits.settings import set_settings
from criteria.edits.weights import judge
from criteria.model.people import Judgement
from criteria.model.rules import Waiver
from criteria.ranking.results import rank
from desktop.app.words.cautions import CautionWords
from tests.support.studies import example, project, study_with, with_zero


def test_that_the_example_needs_no_caution(qapp: Any) -> None:
    assert CautionWords().sentences(rank(example())) == ()


def test_that_a_waiver_is_named_with_reason_person_and_date(qapp: Any) -> None:
    study = waive(example(), Waiver("P11", "RL10", "Licence granted.", "Ada Byron", "2026-11-01"))
    (sentence,) = CautionWords().sentences(rank(study))
    assert all(word in sentence for word in ("P11", "Ada Byron", "2026-11-01", "Licence granted"))


def test_that_contradictions_are_counted_with_the_worst_ratio(qapp: Any) -> None:
    study = example()
    person = study.stakeholders[0].id
    study = judge(study, person, Judgement("goal", "P1", "P4", 1 / 9))
    (sentence,) = CautionWords().sentences(rank(study))
    assert "1 of 5 groups" in sentence


def test_that_gaps_and_unanswered_questions_are_told(qapp: Any) -> None:
    study = study_with(project("P1", N3=None), project("P2"))
    sentences = CautionWords().sentences(rank(study))
    assert any("P1" in sentence for sentence in sentences)
    assert any("equal" in sentence for sentence in sentences)


def test_that_a_zero_that_decides_for_the_group_names_person_and_criterion(qapp: Any) -> None:
    study = with_zero(example(), "P3")
    (sentence, *_) = CautionWords().sentences(rank(study))
    name = study.name_of("P3")
    assert sentence == f"Weight zero for the whole group by one member's zero: {name} (Nay)."
    arithmetic = set_settings(study, group_method="priorities_arithmetic")
    assert not [text for text in CautionWords().sentences(rank(arithmetic)) if "Nay" in text]


def test_that_zeros_do_not_matter_where_others_weights_count(qapp: Any) -> None:
    study = set_settings(with_zero(example(), "P3"), weights_of=example().stakeholders[0].id)
    assert CautionWords().sentences(rank(study)) == ()


def test_that_a_mean_that_had_to_be_replaced_is_told(qapp: Any) -> None:
    study = with_zero(with_zero(example(), "P3", "P4"), "P1", "P2", who="Yea")
    (sentence, *_) = CautionWords().sentences(rank(study))
    assert (
        sentence
        == "Everything gets a zero from somebody under the goal: the arithmetic mean stands in there."
    )
