"""Rank acceptability (SMAA-2): how often each alternative takes each rank under random weights."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from criteria.arrays import Floats, Ints
from criteria.errors import MethodError
from criteria.robustness.scorers import Scorer

STREAM_DRAWS = 4096
"""Draws that share one stream of random numbers, so results do not depend on how the work is divided."""

_CACHE_BYTES = 1_200_000

# Up to this many kinds a product with zeros and ones adds up faster than counting does.
_FEW = 64


@dataclass(frozen=True, slots=True, eq=False)
class Acceptability:
    """Shares of draws: `ranks[i, r]` that alternative i takes rank r + 1, with standard errors (m x m each).

    `central_weights` are the mean weights of the draws an alternative wins, None where it never does;
    `expected_rank` is the mean rank (m). Ties share the best rank, so columns need not sum to 1.
    """

    draws: int
    ranks: Floats
    standard_error: Floats
    central_weights: tuple[Floats | None, ...]
    expected_rank: Floats


def acceptability(
    scorer: Scorer,
    *,
    draws: int = 10_000,
    seed: int = 0,
    threads: int = 1,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Acceptability | None:
    """Rank acceptability under weights drawn uniformly from the simplex (Lahdelma & Salminen 2001).

    The same seed gives the same numbers for any number of threads. An alternative's rank is 1 + the number of
    better ones: alternatives that tie under all weights share the best rank; others tie with probability zero
    and are ordered to about 1e-13. None when `cancelled` says so between blocks; `progress` hears 0 to 1.
    """
    if draws < 1:
        raise MethodError("A simulation needs at least one draw.")
    _, first_of, kind_of, copies = np.unique(
        scorer.signature(), axis=0, return_index=True, return_inverse=True, return_counts=True
    )
    tally = _Tally(scorer.subset(first_of), copies)
    streams = np.random.SeedSequence(seed).spawn(-(-draws // STREAM_DRAWS))
    sizes = [min(STREAM_DRAWS, draws - place * STREAM_DRAWS) for place in range(len(streams))]
    counts = np.zeros((len(copies), scorer.shape[0]), dtype=np.int64)
    sums = np.zeros((len(copies), scorer.shape[1]))
    for done, (part, weight_sums) in enumerate(_parts(tally, streams, sizes, threads), start=1):
        counts += part
        sums += weight_sums
        if progress is not None:
            progress(done / len(streams))
        if done < len(streams) and cancelled is not None and cancelled():
            return None
    return _summary(draws, counts[kind_of.ravel()], sums[kind_of.ravel()])


def _parts(
    tally: _Tally, streams: list[np.random.SeedSequence], sizes: list[int], threads: int
) -> Iterator[tuple[Ints, Floats]]:
    if threads <= 1:
        yield from map(tally.stream, streams, sizes)
        return
    with ThreadPoolExecutor(threads) as pool:
        try:
            yield from pool.map(tally.stream, streams, sizes)
        finally:
            pool.shutdown(cancel_futures=True)


class _Tally:
    """Counts, for one stream of draws, the ranks of kinds of alternatives (a kind stands for its copies)."""

    def __init__(self, scorer: Scorer, copies: Ints) -> None:
        self.scorer = scorer
        self.copies = copies
        self.kinds = len(copies)
        self.places = int(copies.sum())
        self.mask = (1 << max(1, (self.kinds - 1).bit_length())) - 1
        self.indices = np.arange(self.kinds)
        block = _CACHE_BYTES // (3 * 8 * self.kinds)
        if self.kinds > 300:
            # Every block counts into kinds x places cells, which larger blocks have to pay for.
            block = max(block, 3 * self.kinds)
        self.block = min(STREAM_DRAWS, max(64, block))

    def stream(self, seed: np.random.SeedSequence, size: int) -> tuple[Ints, Floats]:
        """Rank counts (kinds x places) and summed weights of the draws each kind wins (kinds x n)."""
        weights = np.random.Generator(np.random.SFC64(seed)).standard_exponential(
            (size, self.scorer.shape[1])
        )
        winners = np.empty(size, dtype=np.int64)
        counts = np.zeros(self.places * self.kinds, dtype=np.int64)
        for start in range(0, size, self.block):
            rows = slice(start, start + self.block)
            order = self._order(weights[rows])
            winners[rows] = order[:, 0]
            order += self._offsets(order)
            counts += np.bincount(order.ravel(), minlength=len(counts))
        weights /= (weights @ np.ones(weights.shape[1]))[:, None]
        return counts.reshape(self.places, self.kinds).T, self._sums(winners, weights)

    def _sums(self, winners: Ints, weights: Floats) -> Floats:
        """The weights of the draws each kind wins, added up (kinds x n)."""
        if self.kinds <= _FEW:
            return np.asarray((winners == self.indices[:, None]).astype(np.float64) @ weights)
        sums = [np.bincount(winners, weights=column, minlength=self.kinds) for column in weights.T]
        return np.stack(sums, axis=1)

    def _order(self, weights: Floats) -> Ints:
        """The kinds from best to worst under each weight vector.

        Losses are sorted as integers whose low bits carry the kind: three times faster than argsort.
        """
        packed = self.scorer.losses(weights).view(np.int64)
        packed &= ~self.mask
        packed |= self.indices
        packed.sort(axis=1)
        packed &= self.mask
        return packed

    def _offsets(self, order: Ints) -> Ints:
        """The first cell of each place's row of counts; the copies of better kinds come before."""
        if self.places == self.kinds:
            return self.indices * self.kinds
        sizes = self.copies[order]
        return (np.cumsum(sizes, axis=1) - sizes) * self.kinds


def _summary(draws: int, counts: Ints, sums: Floats) -> Acceptability:
    shares = counts / draws
    central = tuple(
        total / count if count else None for total, count in zip(sums, counts[:, 0].tolist(), strict=True)
    )
    places = np.arange(1, counts.shape[1] + 1)
    return Acceptability(draws, shares, np.sqrt(shares * (1.0 - shares) / draws), central, shares @ places)
