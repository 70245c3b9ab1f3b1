"""Rank acceptability (SMAA-2): how often each alternative takes each rank if weights or figures vary."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from criteria.arrays import Floats
from criteria.robustness.confidence import confidence_factors
from criteria.robustness.rank_sources import CertainScores, ScoreSource
from criteria.robustness.rank_tallies import STREAM_DRAWS, KindTally, RankCounts, RankTally, TieTally
from criteria.robustness.scorers import Scorer
from criteria.robustness.simulation import PLAN, Partial, Plan, run_streams
from criteria.robustness.weight_draws import UniformWeights, WeightDraws

__all__ = [
    "STREAM_DRAWS",
    "Acceptability",
    "Partial",
    "Plan",
    "acceptability",
    "acceptability_of",
    "simulate",
]


@dataclass(frozen=True, slots=True, eq=False)
class Acceptability:
    """Shares of draws: `ranks[i, r]` that alternative i takes rank r + 1, with standard errors (m x m each).

    `central_weights` are the mean weights of the draws an alternative wins, None where it never does;
    `expected_rank` is the mean rank (m). Ties share the best rank, so columns need not sum to 1.
    `pairwise[i, k]` is how often i is ahead of k, None where that was not asked for. `confidence` says how
    often an alternative is first under its own central weights, None where it has none, 1 or 0 where figures
    are certain; it is empty where nobody asked. `draws` are fewer than `asked` after a cancelled simulation.
    """

    draws: int
    ranks: Floats
    standard_error: Floats
    central_weights: tuple[Floats | None, ...]
    expected_rank: Floats
    asked: int = 0
    pairwise: Floats | None = None
    confidence: tuple[float | None, ...] = ()

    @property
    def is_complete(self) -> bool:
        """Whether all draws asked for were made."""
        return self.draws >= self.asked

    @property
    def entropy(self) -> float:
        """The choice entropy in bits: 0 where one alternative always wins, log2 m where all win as often."""
        first = self.ranks[:, 0][self.ranks[:, 0] > 0.0]
        return float(-(first * np.log2(first)).sum()) + 0.0

    @property
    def holistic(self) -> Floats:
        """Acceptability over all ranks (m), weighed by centroid weights with 1 for the first rank."""
        return np.asarray(self.ranks @ centroid_weights(len(self.ranks)))

    @property
    def expected_rank_error(self) -> Floats:
        """The standard errors of the expected ranks (m)."""
        places = np.arange(1, self.ranks.shape[1] + 1)
        variance = self.ranks @ np.square(places) - np.square(self.expected_rank)
        return np.asarray(np.sqrt(np.maximum(variance, 0.0) / self.draws))

    @property
    def pairwise_error(self) -> Floats | None:
        """The standard errors of `pairwise` (m x m)."""
        return None if self.pairwise is None else share_errors(self.pairwise, self.draws)


def centroid_weights(count: int) -> Floats:
    """The weight of each rank in the holistic acceptability (Lahdelma & Salminen 2001): 1 for the first.

    alpha_r = sum of 1/i from r to m over the sum from 1 to m.
    """
    tails = np.cumsum((1.0 / np.arange(1, count + 1))[::-1])[::-1]
    return np.asarray(tails / tails[0])


def share_errors(shares: Floats, draws: int) -> Floats:
    """The standard errors of shares of independent draws."""
    return np.asarray(np.sqrt(shares * (1.0 - shares) / draws))


def acceptability(
    scorer: Scorer,
    *,
    draws: int = 10_000,
    seed: int = 0,
    threads: int = 1,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Acceptability | None:
    """Rank acceptability under weights drawn uniformly from the simplex, all figures certain.

    The same seed gives the same numbers for any number of threads. None when `cancelled` says so before all
    is done; `progress` hears 0 to 1.
    """
    heard = None if progress is None else (lambda part: progress(part.draws / draws))
    found = simulate(
        CertainScores(scorer),
        UniformWeights(scorer.shape[1]),
        Plan(draws, seed, threads),
        partial=heard,
        cancelled=cancelled,
    )
    return found if found is not None and found.is_complete else None


def simulate(
    source: ScoreSource,
    weights: WeightDraws,
    plan: Plan = PLAN,
    *,
    partial: Callable[[Partial], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Acceptability | None:
    """SMAA-2 (Lahdelma & Salminen 2001) with random weights, and random figures where the source has them.

    An alternative's rank is 1 + the number of better ones, so what ties shares the best rank. Under weights
    that are generic alternatives that differ tie with probability zero; they are ordered to about 1e-13. All
    else is ranked draw by draw with the tolerance of a ranking. The same seed gives the same numbers for any
    number of threads. `partial` hears what is known after each stream of draws; when `cancelled` says so the
    draws already counted are kept, None if there are none.
    """
    tally: RankTally = (
        KindTally(source.scorer, weights, pairs=plan.pairs)
        if isinstance(source, CertainScores) and weights.is_generic
        else TieTally(source, weights, pairs=plan.pairs)
    )
    stop = cancelled or _never
    counts = run_streams(tally, plan, partial, stop)
    if counts is None:
        return None
    central = _central(counts)
    factors: tuple[float | None, ...] = ()
    if plan.confidence or isinstance(source, CertainScores):
        factors = confidence_factors(source, central, seed=plan.seed, draws=plan.draws, cancelled=stop)
    return _summary(counts, plan.draws, central, factors)


def acceptability_of(counts: RankCounts, confidence: tuple[float | None, ...] = ()) -> Acceptability:
    """The shares that counted draws amount to."""
    return _summary(counts, counts.draws, _central(counts), confidence)


def _never() -> bool:
    return False


def _central(counts: RankCounts) -> tuple[Floats | None, ...]:
    firsts = counts.ranks[:, 0].tolist()
    return tuple(
        total / first if first else None for total, first in zip(counts.weights, firsts, strict=True)
    )


def _summary(
    counts: RankCounts,
    asked: int,
    central: tuple[Floats | None, ...],
    confidence: tuple[float | None, ...],
) -> Acceptability:
    shares = counts.ranks / counts.draws
    places = np.arange(1, shares.shape[1] + 1)
    return Acceptability(
        draws=counts.draws,
        ranks=shares,
        standard_error=share_errors(shares, counts.draws),
        central_weights=central,
        expected_rank=shares @ places,
        asked=asked,
        pairwise=None if counts.wins is None else counts.wins / counts.draws,
        confidence=confidence,
    )
