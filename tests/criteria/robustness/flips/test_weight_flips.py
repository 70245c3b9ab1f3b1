"""Flips by one weight."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.model.settings import Method
from criteria.ranking.results import rank
from criteria.robustness.flips.standing import Question
from criteria.robustness.flips.weight_flips import first_on_ray, weight_flips
from criteria.robustness.study_sensitivity import scorer, study_stability
from tests.support.flips import CASES, assert_flip, assert_least, studies
from tests.support.studies import answered, project, study_with


@pytest.mark.parametrize(("place", "method", "k"), CASES)
def test_that_each_flips_and_less_does_not(place: int, method: Method, k: int) -> None:
    question = Question.of(studies()[place], method, k)
    flips = list(weight_flips(question))
    assert len(flips) >= 4
    for flip in flips:
        assert_flip(question, flip)
        assert_least(question, flip, (0.5, 0.9999))


def test_that_they_are_the_ends_of_the_bands() -> None:
    question = Question.of(studies()[0], "topsis")
    ends = sorted(
        (item.element, end)
        for item in study_stability(rank(question.study))
        if item.method == "topsis"
        for end, pair in (
            (item.stability.winner.lower, item.stability.winner.lower_pair),
            (item.stability.winner.upper, item.stability.winner.upper_pair),
        )
        if pair is not None
    )
    flips = sorted((flip.what[0], flip.after) for flip in weight_flips(question))
    assert [element for element, _ in flips] == [element for element, _ in ends]
    assert [after for _, after in flips] == pytest.approx([end for _, end in ends], abs=1e-8)


def test_that_two_who_share_the_first_place_part_at_once() -> None:
    study = answered(study_with(project("A", N3=7, A1=1), project("B", N3=1, A1=7), project("C", N3=1, A1=1)))
    study = answered(study, 1.0)
    question = Question.of(study, "ahp")
    assert set(question.front) == {"A", "B"}
    flips = list(weight_flips(question))
    assert min(flip.size for flip in flips) < 1e-4
    for flip in flips:
        assert_flip(question, flip)


def test_that_nothing_flips_among_fewer_than_k_or_with_one_project() -> None:
    study = answered(study_with(project("A", N3=7), project("B")))
    assert list(weight_flips(Question.of(study, "topsis", 2))) == []
    assert list(weight_flips(Question.of(answered(study_with(project("A"))), "topsis"))) == []


def test_that_the_first_point_on_a_ray_is_found() -> None:
    question = Question.of(studies()[0], "topsis")
    asked = scorer(rank(question.study), "topsis")
    assert asked is not None
    weights = rank(question.study).weights.values
    end = np.zeros(len(weights))
    end[5] = 1.0
    found = first_on_ray(asked, question, weights, end)
    assert found is not None
    flip = next(one for one in weight_flips(question) if one.what == ("S2",) and one.size < 0.1)
    assert found[5] == pytest.approx(flip.after, abs=1e-8)
    assert first_on_ray(asked, question, weights, weights) is None
