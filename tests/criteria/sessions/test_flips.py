"""The smallest flips over everything, and those by who is heard."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.edits.people import choose_weights_of, remove_stakeholder, set_stakeholder
from criteria.edits.settings import set_settings
from criteria.files.example import example_session
from criteria.model.settings import METHODS, Method
from criteria.robustness.flips.flip import FLIP_KINDS, Flip, with_share
from criteria.robustness.flips.search import Search
from criteria.robustness.flips.standing import Question, standing
from criteria.sessions.flips import (
    smallest_flips,
    stakeholder_flips,
    voting_power_flips,
    weights_of_flips,
)
from tests.support.flips import assert_flip
from tests.support.studies import answered, example, project, study_with


def flips_of(search: Search, question: Question) -> list[Flip]:
    return [flip for _, flips in search(question) for flip in flips]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("k", [1, 3])
def test_that_everything_is_searched_and_every_flip_flips(method: Method, k: int) -> None:
    study = example_session()
    question = Question.of(study, method, k)
    found = smallest_flips(study, method, k)
    assert found is not None
    assert [flip.size for flip in found] == sorted(flip.size for flip in found)
    assert {"weight", "weights", "score"} <= {flip.kind for flip in found}
    for flip in found[::3]:
        assert_flip(question, flip)


def test_that_kinds_limit_the_search() -> None:
    found = smallest_flips(example_session(), kinds=["stakeholder", "method"])
    assert found is not None
    assert {flip.kind for flip in found} == {"stakeholder", "method"}
    assert set(FLIP_KINDS) > {flip.kind for flip in found}


def test_that_it_tells_its_progress_and_can_be_stopped() -> None:
    heard: list[float] = []
    assert (
        smallest_flips(example(), kinds=["score"], progress=heard.append, cancelled=lambda: len(heard) > 4)
        is None
    )
    assert 0.0 < heard[-1] < 1.0


def test_that_nothing_flips_without_projects_or_with_no_more_than_k() -> None:
    for study in (
        study_with(),
        answered(study_with(project("A"))),
        answered(study_with(project("A"), project("B"))),
    ):
        for method in METHODS:
            assert smallest_flips(study, method, 2) == ()


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("choice", [{}, {"topsis_normalisation": "vector", "ahp_synthesis": "distributive"}])
def test_that_a_red_line_may_leave_nobody(method: Method, choice: dict[str, str]) -> None:
    live = {"biometric_mode": "identification_live"}
    study = set_settings(answered(study_with(project("A", live, S1=0.45))), **choice)
    found = smallest_flips(study, method, 2)
    assert found is not None
    assert {(flip.kind, flip.what[-1]) for flip in found} == {
        ("threshold", "weak_checks"),
        ("threshold", "severe_violence"),
        ("score", "S1"),
        ("score", "S2"),
    }
    for flip in found:
        assert (flip.left, flip.winners) == (("A",), ())
        assert standing(flip.apply(study), method).projects == ()


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("k", [1, 3])
def test_that_exactly_the_members_that_flip_by_leaving_are_found(method: Method, k: int) -> None:
    question = Question.of(example_session(), method, k)
    found = {flip.what[0]: flip for flip in flips_of(stakeholder_flips, question)}
    for person in question.study.stakeholders:
        after = standing(remove_stakeholder(question.study, person.id), method)
        assert question.is_flipped(after) == (person.id in found)
    for flip in found.values():
        assert flip.size == pytest.approx(0.2)
        assert_flip(question, flip)


@pytest.mark.parametrize("method", METHODS)
def test_that_voting_power_flips_at_about_the_share_told(method: Method) -> None:
    question = Question.of(example_session(), method)
    found = flips_of(voting_power_flips, question)
    for flip in found:
        assert not flip.is_exact
        assert_flip(question, flip)
        assert flip.before == pytest.approx(0.2)
        assert isinstance(flip.after, float)
        for share in np.linspace(0.2, flip.after, 7)[:-1].tolist():
            after = standing(with_share(question.study, flip.what[0], share), method)
            assert not question.is_flipped(after)
    left_out = {flip.what[0] for flip in flips_of(stakeholder_flips, question)}
    assert left_out <= {flip.what[0] for flip in found if isinstance(flip.after, float) and flip.after < 0.2}


def test_that_power_keeps_within_what_the_program_takes() -> None:
    study = example_session()
    for person in study.stakeholders[1:]:
        study = set_stakeholder(study, person.id, voting_power=900.0)
    question = Question.of(study, "topsis")
    for flip in flips_of(voting_power_flips, question):
        assert_flip(question, flip)


def test_that_members_count_only_where_the_group_does() -> None:
    study = choose_weights_of(example_session(), example_session().stakeholders[0].id)
    question = Question.of(study, "topsis")
    assert flips_of(stakeholder_flips, question) == []
    assert flips_of(voting_power_flips, question) == []
    assert flips_of(stakeholder_flips, Question.of(example(), "topsis")) == []


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("place", [None, 0, 3])
def test_that_exactly_the_choices_of_weights_that_flip_are_found(method: Method, place: int | None) -> None:
    study = example_session()
    if place is not None:
        study = choose_weights_of(study, study.stakeholders[place].id)
    question = Question.of(study, method)
    found = {flip.after: flip for flip in flips_of(weights_of_flips, question)}
    for choice in ("group", *(person.id for person in study.stakeholders)):
        after = standing(choose_weights_of(study, choice), method)
        assert question.is_flipped(after) == (choice in found)
    for flip in found.values():
        assert_flip(question, flip)
        assert flip.size == pytest.approx(0.8 if place is None else 0.2)


def test_that_a_person_alone_has_no_other_choice() -> None:
    assert flips_of(weights_of_flips, Question.of(example(), "topsis")) == []
