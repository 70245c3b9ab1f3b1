"""Who stands where, and what counts as a flip."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.errors import MethodError
from criteria.model.settings import METHODS, Method
from criteria.ranking.results import rank
from criteria.robustness.flips.standing import Question, flipped_rows, standing, standing_of, taking_part
from tests.support.flips import studies
from tests.support.studies import answered, example, project, study_with


@pytest.mark.parametrize("method", METHODS)
def test_that_a_standing_is_what_the_ranking_says(method: Method) -> None:
    for study in studies():
        results = rank(study)
        found = standing(study, method)
        rows = [results.index(key) for key in found.projects]
        assert found.scores == pytest.approx(results.methods[method].low[rows], abs=1e-14)
        assert np.array_equal(found.ranks, results.methods[method].rank_best[rows])
        assert set(rows) == set(results.ranked)


def test_that_projects_with_gaps_take_no_part() -> None:
    study = answered(study_with(project("A"), project("B", N3=None), project("C", N3=7)))
    assert taking_part(study).tolist() == [True, False, True]
    assert standing(study, "topsis").projects == ("A", "C")


def test_that_a_shared_place_is_not_yet_a_flip() -> None:
    question = Question.of(answered(study_with(project("A", N3=7), project("B"), project("C", N3=1))), "ahp")
    assert question.front == ("A",)
    assert not question.is_flipped(standing_of(("A", "B"), np.array([0.5, 0.5])))
    assert question.is_flipped(standing_of(("A", "B"), np.array([0.5, 0.6])))
    assert question.is_flipped(standing_of(("B", "C"), np.array([0.5, 0.6])))


def test_that_rows_of_scores_are_judged_like_standings() -> None:
    scores = np.array([[3.0, 2.0, 1.0], [3.0, 3.0, 1.0], [2.0, 3.0, 1.0], [1.0, 2.0, 3.0]])
    assert flipped_rows(scores, np.array([0]), 1).tolist() == [False, False, True, True]
    assert flipped_rows(scores, np.array([0, 1]), 2).tolist() == [False, False, False, True]


def test_that_first_k_asks_for_somebody() -> None:
    with pytest.raises(MethodError, match="at least 1"):
        Question.of(example(), "topsis", 0)


def test_that_the_order_of_projects_does_not_matter() -> None:
    first = answered(study_with(project("A", N3=7), project("B"), project("C", N3=1)))
    other = answered(study_with(project("C", N3=1), project("A", N3=7), project("B")))
    assert Question.of(first, "topsis", 2).front == Question.of(other, "topsis", 2).front
