"""Flips by safeguards, and by leaving out a project that is not in front."""

from __future__ import annotations

import pytest

from criteria.edits.projects import remove_projects
from criteria.edits.screening import set_safeguards
from criteria.edits.settings import set_settings
from criteria.edits.weights import judge
from criteria.model.people import Judgement, project_node
from criteria.model.settings import Method
from criteria.robustness.flips.project_flips import project_flips, safeguard_flips
from criteria.robustness.flips.standing import Question, standing
from criteria.screening.screen import screen
from tests.support.flips import CASES, assert_flip, studies
from tests.support.studies import example


@pytest.mark.parametrize(("place", "method", "k"), CASES)
def test_that_exactly_the_safeguards_that_flip_are_found(place: int, method: Method, k: int) -> None:
    """Every safeguard offered is dropped, every required one granted, through the whole ranking."""
    study = studies()[place]
    question = Question.of(study, method, k)
    found = {flip.what: flip for _, flips in safeguard_flips(question) for flip in flips}
    for flip in found.values():
        assert_flip(question, flip)
        assert flip.size == pytest.approx(1 / len(study.safeguards))
    tried = 0
    for one in study.projects[::2]:
        for safeguard in {*one.safeguards, *screen(study).of(one.id).required}:
            wanted = {*one.safeguards} ^ {safeguard}
            after = set_safeguards(study, one.id, wanted)
            tried += 1
            assert question.is_flipped(standing(after, method)) == ((one.id, safeguard) in found)
    assert tried > 10


def test_that_dropping_and_granting_are_told_apart() -> None:
    question = Question.of(studies()[0], "topsis", 3)
    found = [flip for _, flips in safeguard_flips(question) for flip in flips]
    assert found
    for flip in found:
        offered = question.study.project(flip.what[0]).safeguards
        assert flip.before == (flip.what[1] in offered) != flip.after


def test_that_safeguards_do_not_count_where_scores_are_as_proposed() -> None:
    question = Question.of(set_settings(example(), score_set="proposed"), "topsis", 3)
    assert [flip for _, flips in safeguard_flips(question) for flip in flips] == []


@pytest.mark.parametrize(("place", "method", "k"), CASES)
def test_that_exactly_the_projects_that_flip_by_leaving_are_found(place: int, method: Method, k: int) -> None:
    study = studies()[place]
    question = Question.of(study, method, k)
    found = {flip.what[0]: flip for _, flips in project_flips(question) for flip in flips}
    for one in question.now.projects:
        if one not in question.front:
            after = standing(remove_projects(study, [one]), method)
            assert question.is_flipped(after) == (one in found)
    for flip in found.values():
        assert_flip(question, flip)


def test_that_comparisons_of_projects_reverse_too() -> None:
    """Under comparisons the best has 1: without the strongest rival of another criterion values move."""
    study = remove_projects(example(), [one.id for one in example().projects[5:]])
    study = set_settings(study, ahp_intensities="projects")
    ids = [one.id for one in study.projects]
    for place, first in enumerate(ids):
        for second in ids[place + 1 :]:
            study = judge(study, study.stakeholders[0].id, Judgement(project_node("N3"), first, second, 2.0))
    question = Question.of(study, "ahp", 2)
    found = {flip.what[0] for _, flips in project_flips(question) for flip in flips}
    expected = {
        one
        for one in question.now.projects
        if one not in question.front and question.is_flipped(standing(remove_projects(study, [one]), "ahp"))
    }
    assert found == expected
