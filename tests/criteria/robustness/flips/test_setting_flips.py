"""Flips by choices of method."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.edits.settings import set_settings
from criteria.files.example import example_session
from criteria.model.settings import METHODS, Method
from criteria.robustness.flips.flip import Flip
from criteria.robustness.flips.setting_flips import method_flips, setting_flips
from criteria.robustness.flips.standing import Question, standing
from tests.support.flips import CASES, assert_flip, assert_least, studies
from tests.support.studies import answered, project, study_with


def flips_of(question: Question) -> list[Flip]:
    return [flip for _, flips in setting_flips(question) for flip in flips]


@pytest.mark.parametrize(("place", "method", "k"), CASES)
def test_that_each_flips(place: int, method: Method, k: int) -> None:
    question = Question.of(studies()[place], method, k)
    for flip in flips_of(question):
        assert_flip(question, flip)
        if flip.what == ("theta",):
            assert_least(question, flip)


def test_that_a_normalisation_with_another_winner_is_found() -> None:
    question = Question.of(example_session(), "topsis")
    found = {flip.after: flip for flip in flips_of(question) if flip.what == ("topsis_normalisation",)}
    for kind in ("vector", "minmax"):
        after = standing(set_settings(question.study, topsis_normalisation=kind), "topsis")
        assert question.is_flipped(after) == (kind in found)
    assert found
    assert all(flip.size == 1.0 for flip in found.values())


def test_that_sets_of_scores_are_steps() -> None:
    study = set_settings(studies()[0], score_set="proposed")
    for k in (1, 3, 5):
        question = Question.of(study, "topsis", k)
        found = {flip.after: flip.size for flip in flips_of(question) if flip.what == ("score_set",)}
        for kind, size in (("offered", 0.5), ("required", 1.0)):
            after = standing(set_settings(study, score_set=kind), "topsis")
            assert (found.get(kind) == size) == question.is_flipped(after)


@pytest.mark.parametrize("theta", [0.0, 0.3, 1.0])
def test_that_theta_is_found_where_it_begins_to_matter(theta: float) -> None:
    """A is harmless but of less use; B of much use, severe, unlikely: whoever fears severity takes A."""
    study = answered(
        study_with(
            project("A", N3=4, H1=1, H2=1, H3=1, H4=1, S4=2),
            project("B", N3=7, H1=6, H2=4, H3=4, H4=4, S1=0.9, S2=1, S4=1),
            project("C", N3=1, H1=7),
        ),
        1.0,
    )
    study = set_settings(study, theta=theta)
    question = Question.of(study, "benefit_risk")
    found = [flip for flip in flips_of(question) if flip.what == ("theta",)]
    grid = np.linspace(0.0, 1.0, 201)
    gone = [
        value
        for value in grid.tolist()
        if question.is_flipped(standing(set_settings(study, theta=value), "benefit_risk"))
    ]
    assert bool(gone) == bool(found) is True
    nearest = min(abs(value - theta) for value in gone)
    (flip,) = found
    assert nearest - 0.005 - 1e-9 <= flip.size <= nearest + 1e-9
    assert_flip(question, flip)


@pytest.mark.parametrize("method", METHODS)
def test_that_another_method_is_told_where_its_front_differs(method: Method) -> None:
    question = Question.of(example_session(), method)
    found = {flip.after: flip for _, flips in method_flips(question) for flip in flips}
    for other in METHODS:
        is_flip = other != method and question.is_flipped(standing(question.study, other))
        assert (other in found) == is_flip
    for flip in found.values():
        assert flip.under == flip.after
        assert_flip(question, flip)
