"""Rankings that follow a slider: one weight moves, others make room, and every method answers at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Bools, Floats, Ints, weight_vector
from criteria.errors import MethodError, StudyError
from criteria.model.session import WhatIf
from criteria.model.settings import METHODS, Method
from criteria.model.study import Study
from criteria.model.tree import ROLES
from criteria.ranking.ranks import competition_ranks, interval_ranks
from criteria.ranking.results import Results
from criteria.robustness.scorers import AdditiveScorer, Scorer, TopsisScorer
from criteria.robustness.study_sensitivity import scorer_of, unit_read
from criteria.robustness.weight_path import mask_of


def moved(
    weights: ArrayLike,
    node: ArrayLike,
    element: ArrayLike,
    value: float,
    locked: ArrayLike = (),
    shape: ArrayLike | None = None,
) -> Floats:
    """The weights (n, sum 1) after the criteria of `element` were given `value` together.

    The other criteria of `node`, all of them or those of one premise, make room in proportion, as do those of
    the element among themselves; what is `locked` stays, and so does all outside the node. A value beyond
    `reach` is brought to its end; where nothing can make room nothing moves. Those without weight share by
    `shape`, equally where it gives them none either. Groups are n booleans or indices of criteria.
    """
    shares, inside, others = _parts(weights, node, element, locked)
    if not np.isfinite(value):
        raise MethodError(f"A weight cannot be moved to {value}; give a number from 0 to 1.")
    if not (inside.any() and others.any()):
        return shares
    held = float(shares[mask_of(element, len(shares)) & ~inside].sum())
    room = float(shares[inside | others].sum())
    wanted = min(max(value - held, 0.0), room)
    model = np.zeros(len(shares)) if shape is None else weight_vector(shape, len(shares), "shape")
    result = shares.copy()
    result[inside] = wanted * _proportions(shares[inside], model[inside])
    result[others] = (room - wanted) * _proportions(shares[others], model[others])
    return result


def reach(
    weights: ArrayLike, node: ArrayLike, element: ArrayLike, locked: ArrayLike = ()
) -> tuple[float, float]:
    """The least and the most that `moved` can give an element; both are its weight where nothing can move."""
    shares, inside, others = _parts(weights, node, element, locked)
    if not (inside.any() and others.any()):
        now = float(shares[mask_of(element, len(shares))].sum())
        return now, now
    held = float(shares[mask_of(element, len(shares)) & ~inside].sum())
    return held, held + float(shares[inside | others].sum())


def _parts(
    weights: ArrayLike, node: ArrayLike, element: ArrayLike, locked: ArrayLike
) -> tuple[Floats, Bools, Bools]:
    """The weights as shares, what of the element moves, and what makes room for it."""
    count = np.asarray(weights).shape[-1]
    given = weight_vector(weights, count)
    if given.sum() <= 0.0:
        raise MethodError("All weights are zero; give at least one criterion a weight.")
    whole, part = mask_of(node, count), mask_of(element, count)
    if not part.any() or (part & ~whole).any():
        raise MethodError("What moves must be some of the criteria that are weighed together.")
    free = whole & ~mask_of(locked, count)
    return given / given.sum(), part & free, free & ~part


def _proportions(own: Floats, model: Floats) -> Floats:
    for candidate in (own, model):
        total = candidate.sum()
        if total > 0.0:
            return np.asarray(candidate / total)
    return np.full(len(own), 1.0 / len(own))


def what_if_weights(study: Study, what_if: WhatIf) -> Floats:
    """The weights (sum 1) of a stored what-if for the criteria that count now; unnamed ones get none."""
    values = np.array([float(what_if.weights.get(c.id, 0.0)) for c in study.active_criteria])
    if not values.size or not np.isfinite(values).all() or values.min() < 0.0 or values.sum() <= 0.0:
        raise StudyError(f"“{what_if.name}” gives no usable weight to any criterion that counts now.")
    return np.asarray(values / values.sum())


@dataclass(frozen=True, eq=False)
class LiveResult:
    """One method at one weighting, a row for each ranked project, as in MethodResult.

    `contributions` (rows x 4) are added up per premise role: need, structures, aims, rights.
    """

    low: Floats
    high: Floats
    rank_best: Ints
    rank_worst: Ints
    contributions: Floats


@dataclass(frozen=True, eq=False)
class _Prepared:
    """A method with the unit values behind its contributions; `high` only where a figure is missing."""

    low: Scorer
    high: Scorer | None
    values: Floats
    #: Rows whose score is open; the others keep their lower score where a gap moves a common norm.
    is_open: Bools


class LiveRanking:
    """The ranked projects of a study, normalised once, to be ranked under any weights by every method."""

    def __init__(self, results: Results) -> None:
        self.rows: tuple[int, ...] = results.ranked
        self._premises = np.eye(len(ROLES))[results.matrix.groups]
        self._methods = {method: _prepared(results, method) for method in METHODS} if self.rows else {}

    def at(self, weights: Floats) -> Mapping[Method, LiveResult]:
        """Scores, ranks and contributions by every method under weights (sum 1); empty without projects."""
        return {method: self._result(prepared, weights) for method, prepared in self._methods.items()}

    def highest(self, method: Method) -> float:
        """The highest score that an additive method can give any project, whatever the weights are."""
        prepared = self._methods[method]
        scorers = (prepared.low, prepared.high)
        return max(float(found.values.max()) for found in scorers if isinstance(found, AdditiveScorer))

    def _result(self, prepared: _Prepared, weights: Floats) -> LiveResult:
        low = prepared.low.scores(weights[None, :])[0]
        contributions = (prepared.values * weights) @ self._premises
        if prepared.high is None:
            ranks = competition_ranks(low)
            return LiveResult(low, low, ranks, ranks, contributions)
        other = prepared.high.scores(weights[None, :])[0]
        lower = np.minimum(low, other) if isinstance(prepared.low, TopsisScorer) else low
        upper = np.where(prepared.is_open, np.maximum(lower, np.maximum(low, other)), lower)
        return LiveResult(lower, upper, *interval_ranks(lower, upper), contributions)


def _prepared(results: Results, method: Method) -> _Prepared:
    rows = list(results.ranked)
    low, high = (scorer_of(results, method, rows, best=best) for best in (False, True))
    units = [unit_read(results, method, rows, best=best) for best in (False, True)]
    # Comparisons may stand in for a missing figure, which AHP alone reads.
    is_open = (units[0] != units[1]).any(axis=1) if method == "ahp" else results.matrix.incomplete[rows]
    values = low.values if isinstance(low, AdditiveScorer) else units[0]
    return _Prepared(low, high if is_open.any() else None, values, is_open)
