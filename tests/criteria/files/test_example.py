"""The shipped example says what it is made from, and what the brief promises of it."""

from __future__ import annotations

import pytest

import make_example
from criteria.files.example import example_session, example_study
from criteria.files.study_file import encode_study
from criteria.shipped import resource
from criteria.weighting.study_weights import study_weights


def test_that_the_example_is_marked_as_fictional_in_every_project() -> None:
    study = example_study()
    assert study.fictional
    assert all(project.note.startswith("Fictional project") for project in study.projects)


def test_that_it_is_made_only_once() -> None:
    assert example_study() is example_study()


def test_that_every_score_has_a_source_and_a_year() -> None:
    evidence = {score.evidence for project in example_study().projects for score in project.scores.values()}
    assert all(item.source and item.year for item in evidence)
    assert len(evidence) == 6


def test_that_all_thirty_judgements_are_answered_and_almost_consistent() -> None:
    study = example_study()
    assert len(study.stakeholders[0].judgements) == 30
    ratios = [node.consistency.cr for node in study_weights(study).nodes if node.consistency is not None]
    assert len(ratios) == 5
    assert all(ratio is not None and 0.01 <= ratio <= 0.09 for ratio in ratios)


@pytest.mark.parametrize(("criterion", "year"), [("N1", 2022), ("N2", 2024), ("S2", 2023), ("A1", 2026)])
def test_that_published_figures_carry_their_reference_year(criterion: str, year: int) -> None:
    assert {project.score(criterion).evidence.year for project in example_study().projects} == {year}


def test_that_the_shipped_file_is_what_its_table_and_notes_give() -> None:
    shipped = resource("example", "example.proportio").read_bytes()
    assert shipped == encode_study(make_example.example())


def test_that_the_example_session_holds_five_voices_with_one_full_swing_each() -> None:
    session = example_session()
    assert [person.id for person in session.stakeholders] == ["ST1", "ST2", "ST3", "ST4", "ST5"]
    assert all(max(person.swings.values()) == 100.0 for person in session.stakeholders)
    assert all(set(person.swings) == {c.id for c in session.criteria} for person in session.stakeholders)
    assert study_weights(session).source == "group"
    assert session.fictional
    assert session.stakeholders[0].judgements == example_study().stakeholders[0].judgements
