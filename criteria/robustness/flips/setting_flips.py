"""Flips by choices: normalisation, synthesis, theta, set of scores, how answers give weights, the method."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import get_args

import numpy as np

from criteria.edits.settings import set_settings
from criteria.errors import ProportioError
from criteria.model.settings import (
    GROUP_METHODS,
    INCOMPLETE_METHODS,
    METHODS,
    SCORE_SETS,
    Intensities,
    Method,
    Normalisation,
    Prioritisation,
    Synthesis,
)
from criteria.robustness.flips.flip import Flip, found
from criteria.robustness.flips.standing import Question, Standing, flipped_rows, standing, standing_of
from criteria.robustness.flips.weight_flips import BEYOND, front_rows
from criteria.robustness.score_paths import LinearPaths

_OF_ANY: Mapping[str, tuple[str, ...]] = {
    "score_set": SCORE_SETS,
    "prioritisation": get_args(Prioritisation),
    "incomplete": INCOMPLETE_METHODS,
    "group_method": GROUP_METHODS,
}
_OF_METHOD: Mapping[Method, Mapping[str, tuple[str, ...]]] = {
    "topsis": {"topsis_normalisation": get_args(Normalisation)},
    "ahp": {"ahp_synthesis": get_args(Synthesis), "ahp_intensities": get_args(Intensities)},
    "benefit_risk": {},
}


def setting_flips(question: Question) -> Iterator[tuple[float, list[Flip]]]:
    """Each other choice of a setting by which others are in front; theta where it begins to change that.

    A choice that these answers do not allow is no alternative. Sets of scores are half a way apart from the
    next one; other choices have no measure, so each counts as the whole way.
    """
    choices = {**_OF_ANY, **_OF_METHOD[question.method]}
    for done, (name, options) in enumerate(choices.items(), 1):
        now = getattr(question.study.settings, name)
        flips = [_chosen(question, name, now, option) for option in options if option != now]
        yield done / (len(choices) + 1), [flip for flip in flips if flip is not None]
    yield 1.0, _theta(question) if question.method == "benefit_risk" and question.is_open else []


def method_flips(question: Question) -> Iterator[tuple[float, list[Flip]]]:
    """Each other method by which others are in front; the study stays as it is."""
    for done, method in enumerate(METHODS, 1):
        flips = []
        if method != question.method:
            after = standing(question.study, method)
            if question.is_flipped(after):
                flip = found(question, "method", ("",), (question.method, method), 1.0, after)
                flips = [replace(flip, under=method)]
        yield done / len(METHODS), flips


def _chosen(question: Question, name: str, now: str, option: str) -> Flip | None:
    try:
        after = standing(set_settings(question.study, **{name: option}), question.method)
    except ProportioError:
        # These answers do not allow this choice, so nobody can make it.
        return None
    if not question.is_flipped(after):
        return None
    size = 1.0
    if name == "score_set":
        order: tuple[str, ...] = SCORE_SETS
        size = abs(order.index(option) - order.index(now)) / (len(order) - 1)
    return found(question, "setting", (name,), (now, option), size, after)


def _theta(question: Question) -> list[Flip]:
    """Scores are linear in theta, so where somebody in front is passed is known exactly."""
    ends = [standing(set_settings(question.study, theta=theta), question.method) for theta in (0.0, 1.0)]
    paths = LinearPaths(ends[1].scores[None], ends[0].scores[None])
    front = front_rows(question)
    now = question.study.settings.theta
    pairs = np.array([(one, other) for one in front for other in range(len(ends[0].scores)) if other != one])
    roots = paths.roots(pairs[:, 0], pairs[:, 1])[0, 0]
    roots = np.unique(np.append(roots[~np.isnan(roots)], now))
    flips = []
    for side in (-1.0, 1.0):
        beyond = [root + side * step for root in roots for step in BEYOND]
        tried = np.array(
            sorted(
                (one for one in beyond if (one - now) * side > 0.0 and 0.0 <= one <= 1.0),
                key=lambda one: one * side,
            )
        )
        scores = tried[:, None] * ends[1].scores + (1.0 - tried[:, None]) * ends[0].scores
        gone = np.flatnonzero(flipped_rows(scores, front, question.k)) if len(tried) else np.empty(0, int)
        if len(gone):
            theta = float(tried[gone[0]])
            after: Standing = standing_of(question.now.projects, scores[gone[0]])
            flips.append(found(question, "setting", ("theta",), (now, theta), abs(theta - now), after))
    return flips
