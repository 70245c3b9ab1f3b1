"""Flips by one figure of one project."""

from __future__ import annotations

from dataclasses import replace

import pytest

from criteria.edits.projects import remove_projects
from criteria.edits.scores import set_scores
from criteria.edits.settings import set_settings
from criteria.edits.weights import judge
from criteria.model.people import Judgement, project_node
from criteria.model.projects import Score
from criteria.model.settings import METHODS, Method
from criteria.robustness.flips.flip import Flip
from criteria.robustness.flips.score_flips import score_flips
from criteria.robustness.flips.standing import Question
from criteria.screening.screen import screen
from tests.support.flips import CASES, assert_flip, assert_least, front_by_ranking, studies
from tests.support.studies import answered, project, study_with

LIVE = {"biometric_mode": "identification_live"}


def flips_of(question: Question) -> list[Flip]:
    return [flip for _, flips in score_flips(question) for flip in flips]


def level_before(question: Question, flip: Flip) -> Flip | None:
    """The next level towards the present figure, None where that is the present one."""
    levels = sorted(level.value for level in question.study.criterion(flip.what[1]).levels)
    assert isinstance(flip.before, float)
    assert isinstance(flip.after, float)
    low, high = sorted((flip.before, flip.after))
    between = [float(value) for value in levels if low < value < high]
    if not between:
        return None
    return replace(flip, after=max(between) if flip.after > flip.before else min(between))


@pytest.mark.parametrize(("place", "method", "k"), CASES)
def test_that_each_flips_and_less_does_not(place: int, method: Method, k: int) -> None:
    study = studies()[place]
    question = Question.of(study, method, k)
    found = sorted(flips_of(question), key=lambda flip: flip.size)
    assert found
    for flip in [*found[:12], *found[-6:]]:
        assert_flip(question, flip)
        if question.study.criterion(flip.what[1]).levels:
            less = level_before(question, flip)
            if less is not None:
                assert set(question.front) <= front_by_ranking(less.apply(study), less)
        elif flip.is_exact:
            assert_least(question, flip, (0.5, 0.9999))


def test_that_estimates_are_told_only_where_a_normalisation_depends_on_all() -> None:
    exact, _, vector, _ = studies()
    for method in METHODS:
        assert all(flip.is_exact for flip in flips_of(Question.of(exact, method, 3)))
    relative = flips_of(Question.of(vector, "topsis"))
    assert {flip.is_exact for flip in relative if vector.criterion(flip.what[1]).levels} <= {True}
    assert {flip.is_exact for flip in relative if not vector.criterion(flip.what[1]).levels} == {False}


@pytest.mark.parametrize("method", METHODS)
def test_that_no_level_that_flips_is_missed(method: Method) -> None:
    """Every level of every figure of a small study, tried one by one through the whole ranking."""
    study = answered(
        study_with(project("A", N3=6, H4=1), project("B", A1=7, H1=3), project("C", LIVE, S2=3, N3=7))
    )
    question = Question.of(study, method)
    found = {(flip.what, flip.after) for flip in flips_of(question)}
    expected = set()
    for one in study.projects:
        for criterion in study.active_criteria:
            now = one.score(criterion.id).value
            if not criterion.levels or now is None:
                continue
            for side in (-1, 1):
                levels = sorted((level.value for level in criterion.levels), key=lambda value: value * side)
                for value in levels:
                    trial = replace(
                        _trial(question), what=(one.id, criterion.id), before=now, after=float(value)
                    )
                    if (value - now) * side > 0 and not set(question.front) <= front_by_ranking(
                        trial.apply(study), trial
                    ):
                        expected.add((trial.what, trial.after))
                        break
    assert expected
    assert {one for one in found if study.criterion(one[0][1]).levels} == expected


def _trial(question: Question) -> Flip:
    return Flip("score", (), 0.0, 0.0, 0.0, question.method, question.method, question.k, (), (), (), True)


def test_that_a_figure_may_flip_by_a_red_line_alone() -> None:
    """The winner would be excluded below an index of 0.4; its score alone would allow much less."""
    study = answered(study_with(project("A", LIVE, N3=7, A1=7, S1=0.45), project("B", S1=0.45)))
    question = Question.of(study, "topsis")
    assert question.front == ("A",)
    flip = next(one for one in flips_of(question) if one.what == ("A", "S1"))
    assert flip.after == pytest.approx(0.4, abs=1e-6)
    assert screen(flip.apply(study)).of("A").excluded
    assert_flip(question, flip)
    assert_least(question, flip)


def test_that_an_excluded_project_may_come_back_and_win() -> None:
    study = answered(study_with(project("A", LIVE, N3=7, A1=7, N1=0.4, S1=0.3), project("B"), project("C")))
    question = Question.of(study, "ahp")
    assert "A" not in question.front
    flip = next(one for one in flips_of(question) if one.what == ("A", "S1"))
    assert flip.after == pytest.approx(0.4, abs=1e-9)
    assert flip.entered == ("A",)
    assert_flip(question, flip)


def test_that_gaps_are_left_to_others() -> None:
    study = answered(study_with(project("A", N3=7), project("B"), project("C", N1=None)))
    assert {flip.what[0] for flip in flips_of(Question.of(study, "topsis"))} == {"A", "B"}


def test_that_figures_that_comparisons_replace_do_not_move() -> None:
    study = remove_projects(studies()[0], [one.id for one in studies()[0].projects[5:]])
    study = set_settings(study, ahp_intensities="projects")
    person = study.stakeholders[0].id
    ids = [one.id for one in study.projects]
    for place, first in enumerate(ids):
        for second in ids[place + 1 :]:
            study = judge(study, person, Judgement(project_node("N3"), first, second, 2.0))
    question = Question.of(study, "ahp")
    found = flips_of(question)
    assert found
    assert "N3" not in {flip.what[1] for flip in found}
    for flip in found:
        assert_flip(question, flip)


def test_that_bounds_make_way() -> None:
    study = answered(study_with(project("A", N3=7), project("B")))
    study = set_scores(study, {("A", "N3"): Score(7.0, 6.0, 7.0)})
    question = Question.of(study, "topsis")
    flip = next(one for one in flips_of(question) if one.what == ("A", "N3"))
    assert flip.apply(study).project("A").score("N3").low == flip.after
    assert_flip(question, flip)
