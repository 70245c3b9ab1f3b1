"""Flips by cut-offs and by red lines out of force."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from criteria.edits.screening import set_red_line_active, set_threshold
from criteria.edits.settings import set_settings
from criteria.model.settings import METHODS, Method
from criteria.model.study import Study
from criteria.robustness.flips.flip import Flip
from criteria.robustness.flips.rule_flips import red_line_flips, threshold_flips
from criteria.robustness.flips.standing import Question, standing
from tests.support.flips import assert_flip, assert_least, front_by_ranking, studies
from tests.support.studies import answered, project, study_with

LIVE = {"biometric_mode": "identification_live"}


def live_projects() -> Study:
    """Three live identifications, which a weak democracy or severe violence excludes, and one without."""
    return answered(
        study_with(
            project("A", LIVE, N3=7, A1=7, S1=0.55, S2=2),
            project("B", LIVE, N3=6, A1=6, S1=0.35, S2=3),
            project("C", LIVE, N3=6, A1=7, S1=0.45, S2=1),
            project("D"),
        )
    )


def thresholds_of(question: Question) -> list[Flip]:
    return [flip for _, flips in threshold_flips(question) for flip in flips]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("k", [1, 2])
@pytest.mark.parametrize("score_set", ["offered", "required"])
def test_that_each_flips_and_less_does_not(method: Method, k: int, score_set: str) -> None:
    question = Question.of(set_settings(live_projects(), score_set=score_set), method, k)
    flips = thresholds_of(question)
    assert {flip.what[0] for flip in flips} >= {"weak_checks", "severe_violence"}
    for flip in flips:
        assert_flip(question, flip)
        criterion = question.study.criterion(question.study.threshold(flip.what[0]).field)
        if not criterion.levels:
            assert_least(question, flip)


@pytest.mark.parametrize("method", METHODS)
def test_that_no_cut_off_that_flips_is_missed(method: Method) -> None:
    """Every cut-off is moved over its scale in small steps, or level by level, through the whole ranking."""
    question = Question.of(live_projects(), method)
    study = question.study
    found = {(flip.what[0], flip.after > flip.before): flip for flip in thresholds_of(question)}  # type: ignore[operator]
    for threshold in study.thresholds:
        criterion = study.criterion(threshold.field)
        values = [float(level.value) for level in criterion.levels] or np.linspace(0.0, 1.0, 101).tolist()
        for up in (False, True):
            side = [value for value in values if (value > threshold.value) == up and value != threshold.value]
            gone = [
                value
                for value in side
                if question.is_flipped(standing(set_threshold(study, threshold.id, value), method))
            ]
            flip = found.get((threshold.id, up))
            assert (flip is not None) >= bool(gone)
            if flip is not None and gone:
                nearest = min(gone, key=lambda value: abs(value - threshold.value))
                assert isinstance(flip.after, float)
                assert abs(flip.after - threshold.value) <= abs(nearest - threshold.value) + 1e-6


def test_that_the_nearest_cut_off_is_named() -> None:
    """A stands at an index of 0.55 and live identification is excluded below the cut-off, now 0.4."""
    flip = next(
        one for one in thresholds_of(Question.of(live_projects(), "topsis")) if one.what[0] == "weak_checks"
    )
    assert flip.before == 0.4
    assert flip.after == pytest.approx(0.55, abs=1e-8)
    assert flip.left == ("A",)
    assert flip.size == pytest.approx(0.15 / 0.9, abs=1e-6)


def test_that_the_example_has_no_cut_off_that_matters_and_none_is_invented() -> None:
    for method in METHODS:
        for flip in thresholds_of(Question.of(studies()[0], method, 3)):
            assert_flip(Question.of(studies()[0], method, 3), flip)


def test_that_a_red_line_out_of_force_lets_an_excluded_project_win() -> None:
    study = answered(study_with(project("A", {"technology_tags": ("military",)}, N3=7, A1=7), project("B")))
    question = Question.of(study, "topsis")
    (flip,) = [flip for _, flips in red_line_flips(question) for flip in flips]
    assert (flip.what, flip.before, flip.after) == (("RL07",), True, False)
    assert flip.entered == ("A",)
    assert_flip(question, flip)


@pytest.mark.parametrize("study", studies())
@pytest.mark.parametrize("k", [1, 3, 5])
def test_that_exactly_the_red_lines_that_flip_are_found(study: Study, k: int) -> None:
    question = Question.of(study, "topsis", k)
    found = {flip.what[0]: flip for _, flips in red_line_flips(question) for flip in flips}
    for line in study.red_lines:
        if line.effect != "review":
            after = standing(set_red_line_active(study, line.id, False), "topsis")
            assert question.is_flipped(after) == (line.id in found)
    for flip in found.values():
        assert_flip(question, flip)
        assert flip.size == pytest.approx(1 / 16)
        back = replace(flip, after=True)
        assert set(question.front) <= front_by_ranking(back.apply(study), back)
