"""Weight sweeps: scores and ranks while one weight, or the weight of a group, goes from 0 to 1."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats, Ints
from criteria.errors import MethodError
from criteria.ranking.ranks import TIE_TOLERANCE, ranks_of_rows
from criteria.robustness.score_paths import ScorePaths
from criteria.robustness.scorers import AdditiveScorer, BenefitRiskScorer, Scorer, TopsisScorer
from criteria.robustness.weight_path import group_masks, weight_paths

__all__ = [
    "AdditiveScorer",
    "BenefitRiskScorer",
    "Crossing",
    "Scorer",
    "Sweep",
    "TopsisScorer",
    "crossings",
    "sweep",
    "sweep_weights",
]

_BLOCK_CELLS = 2_000_000


@dataclass(frozen=True, slots=True, eq=False)
class Sweep:
    """Scores and competition ranks (steps x m each) at the weights t (steps) of the varied group."""

    t: Floats
    scores: Floats
    ranks: Ints


@dataclass(frozen=True, slots=True)
class Crossing:
    """At weight t the alternative `upper_before` gives way to `upper_after`; there both hold `rank`."""

    t: float
    upper_before: int
    upper_after: int
    rank: int


def sweep_weights(weights: ArrayLike, group: ArrayLike, steps: int = 101) -> Floats:
    """Weights (steps x n, rows sum 1): the group's total goes from 0 to 1 in equal steps.

    Members keep their proportions among themselves, and so do the other criteria; those without any weight
    share equally. `group` is n booleans or criterion indices; MethodError if it is empty or everything.
    """
    if steps < 2:
        raise MethodError("A sweep needs at least two steps.")
    count = np.asarray(weights).shape[-1]
    return weight_paths(weights, group_masks([group], count)).at(np.linspace(0.0, 1.0, steps))


def sweep(scorer: Scorer, weights: ArrayLike, group: ArrayLike, steps: int = 101) -> Sweep:
    """The scores and ranks of all alternatives along `sweep_weights`."""
    scores = scorer.scores(sweep_weights(weights, group, steps))
    return Sweep(np.linspace(0.0, 1.0, steps), scores, ranks_of_rows(scores))


def crossings(
    scorer: Scorer, weights: ArrayLike, group: ArrayLike, pairs: Iterable[tuple[int, int]] | None = None
) -> tuple[Crossing, ...]:
    """Every t at which two alternatives change places, ascending, for the given pairs or for all of them.

    Exact to 1e-9 or better; a pair may cross more than once, and pairs that only touch do not count.
    """
    alternatives, count = scorer.shape
    path = weight_paths(weights, group_masks([group], count))
    if pairs is None:
        first, second = np.triu_indices(alternatives, 1)
    else:
        chosen = np.array(list(pairs), dtype=np.int64).reshape(-1, 2)
        first, second = chosen[:, 0], chosen[:, 1]
    if not len(first):
        return ()
    score_paths = scorer.paths(path)
    roots = np.sort(score_paths.roots(first, second)[:, 0].T, axis=1)
    leads = _leads_before(score_paths, first, second, roots)
    places = np.argwhere(~np.isnan(roots))
    places = places[np.argsort(roots[places[:, 0], places[:, 1]], kind="stable")]
    t = roots[places[:, 0], places[:, 1]]
    ahead = leads[places[:, 0], places[:, 1]]
    one, other = first[places[:, 0]], second[places[:, 0]]
    before, after = np.where(ahead > 0, one, other), np.where(ahead > 0, other, one)
    ranks = _ranks_at(scorer, path.at(t), before)
    rows = zip(t.tolist(), before.tolist(), after.tolist(), ranks.tolist(), strict=True)
    return tuple(Crossing(*row) for row in rows)


def _leads_before(paths: ScorePaths, first: Ints, second: Ints, roots: Floats) -> Floats:
    """The sign of every pair's difference between each root and the one before it (p x r)."""
    previous = np.concatenate([np.zeros((len(roots), 1)), roots[:, :-1]], axis=1)
    middles = np.where(np.isnan(roots), 0.5, 0.5 * (previous + roots))
    signs = [paths.sign(first, second, middle[None, :])[0] for middle in middles.T]
    return np.stack(signs, axis=1)


def _ranks_at(scorer: Scorer, weights: Floats, who: Ints) -> Ints:
    """The rank of one alternative under each of S weight vectors."""
    ranks = np.empty(len(weights), dtype=np.int64)
    block = max(1, _BLOCK_CELLS // scorer.shape[0])
    for start in range(0, len(weights), block):
        rows = slice(start, start + block)
        scores = scorer.scores(weights[rows])
        own = np.take_along_axis(scores, who[rows, None], axis=1)
        ranks[rows] = 1 + (scores > own + _CROSSING_TIE * np.maximum(1.0, np.abs(own))).sum(axis=1)
    return ranks


# A crossing is known to about 1e-12, so the two scores there agree only to somewhat more than a tie.
_CROSSING_TIE = 100.0 * TIE_TOLERANCE
