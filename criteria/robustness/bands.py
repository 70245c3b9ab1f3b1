"""Winner bands: who is best where, while one weight goes from 0 to 1."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats, Ints
from criteria.ranking.ranks import TIE_TOLERANCE
from criteria.robustness.score_paths import ScorePaths
from criteria.robustness.scorers import Scorer
from criteria.robustness.weight_path import WeightPaths, group_masks, weight_paths

_STEP = 1e-11
_AFTER_ZERO = 1e-12


@dataclass(frozen=True, slots=True)
class Band:
    """A range of one weight within which the same alternatives (several if they tie throughout) are best."""

    lower: float
    upper: float
    winners: tuple[int, ...]


def winner_bands(scorer: Scorer, weights: ArrayLike, group: ArrayLike) -> tuple[Band, ...]:
    """All bands from weight 0 to 1, in order; the same winner may come back.

    The envelope is followed from crossing to crossing, so no pair has to be scanned on a grid.
    """
    path = weight_paths(weights, group_masks([group], scorer.shape[1]))
    paths = scorer.paths(path)
    found: list[Band] = []
    t = 0.0
    while t < 1.0:
        winners = _winners_after(scorer, paths, path, t)
        end = _next_root(paths, winners[:1], np.arange(scorer.shape[0]), t)
        names = tuple(int(place) for place in winners)
        if found and found[-1].winners == names:
            found[-1] = Band(found[-1].lower, end, names)
        else:
            found.append(Band(t, end, names))
        t = end
    return tuple(found)


def _winners_after(scorer: Scorer, paths: ScorePaths, path: WeightPaths, t: float) -> Ints:
    """The best just after t: of those that are level at t, the ones ahead before any of them cross again."""
    # At 0 itself a premise may have no weight at all, and its value would not be the one it tends to.
    level = _best(scorer.scores(path.at(np.array([max(t, _AFTER_ZERO)])))[0], slack=1e4)
    if len(level) == 1:
        return level
    pairs = np.triu_indices(len(level), 1)
    roots = paths.roots(level[pairs[0]], level[pairs[1]])
    later = roots[roots > t + _STEP]
    middle = 0.5 * (t + (float(later.min()) if len(later) else 1.0))
    scores = scorer.scores(path.at(np.array([middle])))[0]
    return level[_best(scores[level])]


def _best(scores: Floats, slack: float = 1.0) -> Ints:
    top = float(scores.max())
    return np.flatnonzero(scores >= top - slack * TIE_TOLERANCE * max(1.0, abs(top)))


def _next_root(paths: ScorePaths, leader: Ints, others: Ints, t: float) -> float:
    """The next t at which anybody changes places with the leader, 1 where nobody does."""
    roots = paths.roots(np.broadcast_to(leader, others.shape), others)
    later = roots[roots > t + _STEP]
    return float(later.min()) if len(later) else 1.0
