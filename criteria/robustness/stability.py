"""Stability intervals: how far one weight may move before the winner, the best k or the order change."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats
from criteria.ranking.ranks import competition_ranks
from criteria.robustness.bands import Band, winner_bands
from criteria.robustness.order_pairs import Pairs, neighbour_pairs, top_pairs, winner_pairs
from criteria.robustness.score_paths import ScorePaths
from criteria.robustness.scorers import Scorer
from criteria.robustness.weight_path import group_masks, weight_paths

# Two alternatives that tie now cross at the current weight, which is known to about this much.
_AT_ONCE = 1e-9
_INSIDE = 1e-9

__all__ = ["Band", "Interval", "Stability", "stabilities", "stability", "winner_bands"]


@dataclass(frozen=True, slots=True)
class Interval:
    """The weights around the current one within which something holds.

    Each end names (overtaken, overtaking) alternatives, or None where the interval reaches 0 or 1.
    """

    lower: float
    upper: float
    lower_pair: tuple[int, int] | None
    upper_pair: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Stability:
    """For one weight: where the winners, the best k and the whole order stay, and who wins where."""

    weight: float
    winner: Interval
    order: Interval
    top_k: Interval | None = None
    bands: tuple[Band, ...] = ()


def stability(scorer: Scorer, weights: ArrayLike, group: ArrayLike, top: int = 3) -> Stability:
    """The stability of one criterion's weight, or of a group's, with the best `top` and all winner bands."""
    found = stabilities(scorer, weights, [group], top)[0]
    bands = winner_bands(scorer, weights, group)
    return Stability(found.weight, found.winner, found.order, found.top_k, bands)


def stabilities(
    scorer: Scorer, weights: ArrayLike, groups: Sequence[ArrayLike], top: int = 0
) -> tuple[Stability, ...]:
    """The stability of several weights at once, from exact crossings; best `top` only on request, no bands.

    Alternatives that tie now hold the same place for as long as they tie: where they separate strictly the
    order has changed, so an interval shrinks to the current weight unless they tie along the whole path.
    """
    count = scorer.shape[1]
    if not groups:
        return ()
    path = weight_paths(weights, group_masks(groups, count))
    total = np.asarray(weights, dtype=np.float64)
    ranks = competition_ranks(scorer.scores((total / total.sum())[None, :])[0])
    order = np.argsort(ranks, kind="stable")
    paths = scorer.paths(path)
    winner = _intervals(paths, path.current, winner_pairs(ranks, order))
    whole = _intervals(paths, path.current, neighbour_pairs(ranks, order))
    best = _intervals(paths, path.current, top_pairs(ranks, order, top)) if top else [None] * len(groups)
    return tuple(
        Stability(float(t), *intervals)
        for t, intervals in zip(path.current, zip(winner, whole, best, strict=True), strict=True)
    )


def _intervals(paths: ScorePaths, current: Floats, pairs: Pairs) -> list[Interval]:
    """For each path the nearest crossing of any pair below and above the current weight."""
    if not len(pairs.first):
        return [Interval(0.0, 1.0, None, None) for _ in current]
    now = current[:, None]
    roots = paths.roots(pairs.first, pairs.second)
    below = np.where(roots < now, roots, -1.0).max(axis=0)
    above = np.where(roots > now, roots, 2.0).min(axis=0)
    for edge, ends, inward in ((0.0, above, _INSIDE), (1.0, below, 1.0 - _INSIDE)):
        if (current == edge).any():
            # A premise that has no weight at all may jump in value as soon as it gets some.
            jumps = paths.sign(pairs.first, pairs.second, np.full_like(now, inward)) < 0.0
            ends[(now == edge) & jumps] = edge
    if pairs.tied.any():
        level = pairs.tied & paths.differ(pairs.first, pairs.second)
        below = np.where(level, now, np.where(pairs.tied, -1.0, below))
        above = np.where(level, now, np.where(pairs.tied, 2.0, above))
    ends = zip(
        current.tolist(),
        below.max(axis=1).tolist(),
        above.min(axis=1).tolist(),
        below.argmax(axis=1).tolist(),
        above.argmin(axis=1).tolist(),
        strict=True,
    )
    found = []
    for row, (t, lower, upper, lowest, highest) in enumerate(ends):
        lower_pair = _parting(paths, pairs, row, lowest, (0.0, t)) if lower > 0.0 else None
        upper_pair = _parting(paths, pairs, row, highest, (t, 1.0)) if upper < 1.0 else None
        found.append(Interval(max(lower, 0.0), min(upper, 1.0), lower_pair, upper_pair))
    return found


def _parting(
    paths: ScorePaths, pairs: Pairs, row: int, place: int, span: tuple[float, float]
) -> tuple[int, int]:
    """(overtaken, overtaking) of a pair that changes places, or that ties now and separates on this side."""
    one, other = int(pairs.first[place]), int(pairs.second[place])
    if not pairs.tied[place]:
        return one, other
    first, second = np.array([one]), np.array([other])
    roots = paths.roots(first, second)[:, row, 0]
    near, far = span if span[1] == 1.0 else span[::-1]
    between = roots[(np.abs(roots - near) > _AT_ONCE) & (span[0] < roots) & (roots < span[1])]
    stop = far if not len(between) else float(between[np.abs(between - near).argmin()])
    ahead = paths.sign(first, second, np.array([[0.5 * (near + stop)]]))[row, 0]
    return (other, one) if ahead > 0.0 else (one, other)
