"""Where drawn weights come from: all weightings there are, those near the study's, or its stakeholders'."""

from __future__ import annotations

from typing import Literal

import numpy as np

from criteria.errors import StudyError
from criteria.ranking.results import Results
from criteria.robustness.weight_draws import (
    AroundWeights,
    UniformWeights,
    VotedWeights,
    WeightDraws,
    concentration_of,
    ordered_as,
    uniform_hierarchy,
)
from criteria.robustness.weight_ranges import ranges_around
from criteria.weighting.study_weights import answering, own_weights

WeightSource = Literal["uniform", "premises", "around", "ranges", "ordered", "stakeholders"]
WEIGHT_SOURCES: tuple[WeightSource, ...] = (
    "uniform",
    "premises",
    "around",
    "ranges",
    "ordered",
    "stakeholders",
)
"""Any weighting; any of premises and inside each; around the stated weights, at random or within ranges;
any in the stated order; and those of stakeholders."""
SPREAD = 0.2


def offered_sources(results: Results) -> tuple[WeightSource, ...]:
    """The sources that a study has: stakeholders are one when two or more of them have answered."""
    has_voices = len(answering(results.study)) > 1
    return tuple(source for source in WEIGHT_SOURCES if source != "stakeholders" or has_voices)


def weights_from(results: Results, source: WeightSource, spread: float = SPREAD) -> WeightDraws:
    """The distribution of weights over the criteria of a study.

    `spread` is by which share of itself a weight varies: its standard deviation where it is average
    ("around"), or what it may lose or gain at most ("ranges"). Stakeholders are picked by voting power.
    """
    now = results.weights.values
    if source == "premises":
        _, places = np.unique(results.matrix.groups, return_inverse=True)
        return uniform_hierarchy(places)
    if source == "stakeholders":
        return _voted(results)
    if source == "uniform" or len(now) < 2:
        return UniformWeights(len(now))
    if source == "ordered":
        return ordered_as(now)
    if source == "ranges":
        return ranges_around(now, spread)
    return AroundWeights(now, concentration_of(spread, len(now)))


def _voted(results: Results) -> VotedWeights:
    people = answering(results.study)
    if not people:
        raise StudyError("No stakeholder with a vote has answered; draw weights from another source.")
    values = [own_weights(results.study, person).values for person in people]
    return VotedWeights(np.stack(values), np.array([person.voting_power for person in people]))
