"""Confidence factors (SMAA-2): how often an alternative is first under the weights that favour it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from criteria.arrays import Floats, Ints
from criteria.ranking.ranks import TIE_TOLERANCE
from criteria.robustness.rank_sources import CertainScores, ScoreSource

MOST_DRAWS = 10_000
"""Draws of figures for confidence factors, at most: that is exact to one percentage point."""

# A stream of their own, apart from those of the ranks.
_STREAM = 0x5AA


def confidence_factors(
    source: ScoreSource,
    central: tuple[Floats | None, ...],
    *,
    seed: int = 0,
    draws: int = MOST_DRAWS,
    cancelled: Callable[[], bool],
) -> tuple[float | None, ...]:
    """For each alternative the share of drawn figures with which it is first under its central weights.

    None without central weights. All alternatives meet the same figures. Empty when `cancelled` says so.
    """
    holders = np.array(
        [place for place, weights in enumerate(central) if weights is not None], dtype=np.int64
    )
    weights = np.stack([row for row in central if row is not None])
    size = 1 if isinstance(source, CertainScores) else min(draws, MOST_DRAWS)
    generator = np.random.Generator(np.random.SFC64(np.random.SeedSequence([seed, _STREAM])))
    firsts = np.zeros(len(holders), dtype=np.int64)
    for start in range(0, size, source.block):
        if start and cancelled():
            return ()
        scores = source.under_each(weights, generator, min(source.block, size - start))
        firsts += first_counts(scores, holders)
    found: list[float | None] = [None] * len(central)
    for place, count in zip(holders.tolist(), firsts.tolist(), strict=True):
        found[place] = count / size
    return tuple(found)


def first_counts(scores: Floats, holders: Ints) -> Ints:
    """In how many of S sets of scores (k x S x m) the k-th of `holders` is first or level with the first."""
    best = scores.max(axis=2)
    own = np.stack([table[:, holder] for table, holder in zip(scores, holders.tolist(), strict=True)])
    level = own >= best - TIE_TOLERANCE * np.maximum(1.0, np.abs(best))
    return np.asarray(level.sum(axis=1), dtype=np.int64)
