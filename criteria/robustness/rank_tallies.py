"""Counting ranks over draws: how often each alternative takes each rank, and with which weights it wins."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeAlias

import numpy as np
from numpy.typing import NDArray

from criteria.arrays import Bools, Floats, Ints
from criteria.ranking.ranks import ranks_of_rows
from criteria.robustness.rank_sources import ScoreSource
from criteria.robustness.scorers import Scorer
from criteria.robustness.weight_draws import WeightDraws, shares_of

STREAM_DRAWS = 4096
"""Draws that share one stream of random numbers, so results do not depend on how the work is divided."""

_CACHE_BYTES = 1_200_000

# Up to this many kinds a product with zeros and ones adds up faster than counting does.
_FEW = 64

# So many rows of comparisons stay in the first-level cache.
_ROWS_AT_ONCE = 32

Cancelled: TypeAlias = Callable[[], bool]
Ranks: TypeAlias = NDArray[np.int16] | Ints


@dataclass(slots=True, eq=False)
class RankCounts:
    """What some draws add up to: ranks (m x m: alternative, rank), weights of the draws won (m x n), wins.

    `wins[i, k]` counts the draws in which i is ahead of k; None where nobody asked.
    """

    draws: int
    ranks: Ints
    weights: Floats
    wins: Ints | None

    def add(self, other: RankCounts) -> None:
        """Take in the counts of further draws."""
        self.draws += other.draws
        self.ranks += other.ranks
        self.weights += other.weights
        if self.wins is not None and other.wins is not None:
            self.wins += other.wins


class RankTally(Protocol):
    """Draws one stream of weights and counts what comes of it."""

    def stream(self, seed: np.random.SeedSequence, size: int, cancelled: Cancelled) -> RankCounts | None:
        """The counts of `size` draws, None where `cancelled` said so in between."""


class KindTally:
    """Counts for certain figures and weights under which only what always ties ever ties.

    A kind of alternative stands for its copies, which share every rank.
    """

    def __init__(self, scorer: Scorer, weights: WeightDraws, *, pairs: bool) -> None:
        _, first_of, kind_of, copies = np.unique(
            scorer.signature(), axis=0, return_index=True, return_inverse=True, return_counts=True
        )
        self.scorer = scorer.subset(first_of)
        self.weights = weights
        self.pairs = pairs
        self.kind_of = kind_of.ravel()
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

    def stream(self, seed: np.random.SeedSequence, size: int, cancelled: Cancelled) -> RankCounts | None:
        """As in RankTally."""
        weights = self.weights.draw(np.random.Generator(np.random.SFC64(seed)), size)
        winners = np.empty(size, dtype=np.int64)
        counts = np.zeros(self.places * self.kinds, dtype=np.int64)
        ranks = np.empty((size, self.kinds), dtype=np.int16) if self.pairs else None
        for start in range(0, size, self.block):
            if start and cancelled():
                return None
            rows = slice(start, start + self.block)
            order = self._order(weights[rows])
            winners[rows] = order[:, 0]
            if ranks is not None:
                np.put_along_axis(ranks[rows], order, self.indices[None].astype(np.int16), axis=1)
            order += self._offsets(order)
            counts += np.bincount(order.ravel(), minlength=len(counts))
        weights /= (weights @ np.ones(weights.shape[1]))[:, None]
        found = counts.reshape(self.places, self.kinds).T
        wins = None if ranks is None else wins_of(ranks)[np.ix_(self.kind_of, self.kind_of)]
        return RankCounts(size, found[self.kind_of], self._sums(winners, weights)[self.kind_of], wins)

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


class TieTally:
    """Counts for any source of scores and any weights, ties settled draw by draw as in a ranking."""

    def __init__(self, source: ScoreSource, weights: WeightDraws, *, pairs: bool) -> None:
        self.source = source
        self.weights = weights
        self.pairs = pairs
        self.block = min(STREAM_DRAWS, source.block)

    def stream(self, seed: np.random.SeedSequence, size: int, cancelled: Cancelled) -> RankCounts | None:
        """As in RankTally."""
        generator = np.random.Generator(np.random.SFC64(seed))
        weights = shares_of(self.weights.draw(generator, size))
        scores_of = self.source.sampler(generator)
        ranks = np.empty((size, self.source.shape[0]), dtype=np.int16)
        for start in range(0, size, self.block):
            if start and cancelled():
                return None
            rows = slice(start, start + self.block)
            ranks[rows] = ranks_of_rows(scores_of(weights[rows]))
        return counts_of(ranks, weights, pairs=self.pairs)


def counts_of(ranks: Ranks, weights: Floats, *, pairs: bool) -> RankCounts:
    """The counts of given ranks (S x m, from 1) under given weights (S x n, rows sum 1)."""
    count = ranks.shape[1]
    cells = ranks + (np.arange(count) * count - 1)
    counts = np.bincount(cells.ravel(), minlength=count * count).reshape(count, count)
    first = np.asarray((ranks == 1).T, dtype=np.float64) @ weights
    return RankCounts(len(ranks), counts, first, wins_of(ranks, may_tie=True) if pairs else None)


def wins_of(ranks: Ranks, *, may_tie: bool = False) -> Ints:
    """In how many of S draws each alternative is ahead of each other (m x m), from ranks (S x m)."""
    draws, count = ranks.shape
    wins = np.zeros((count, count), dtype=np.int64)
    # Eight comparisons to a byte, eight bytes to a word, and the bits of words counted at once. The smaller
    # the numbers, the more of them are compared at a time.
    small = np.uint8 if count < 256 else np.int16
    by_row = np.zeros((count, -(-draws // 64) * 64), dtype=small)
    by_row[:, :draws] = ranks.T
    flags = np.empty((_ROWS_AT_ONCE, by_row.shape[1]), dtype=bool)
    for row in range(count - 1):
        for start in range(row + 1, count, _ROWS_AT_ONCE):
            others = by_row[start : start + _ROWS_AT_ONCE]
            at_once, part = flags[: len(others)], slice(start, start + len(others))
            wins[row, part] = _true_in_rows(np.less(by_row[row], others, out=at_once))
            if may_tie:
                wins[part, row] = _true_in_rows(np.less(others, by_row[row], out=at_once))
            else:
                wins[part, row] = draws - wins[row, part]
    return wins


def _true_in_rows(flags: Bools) -> Ints:
    words = np.packbits(flags, axis=1).view(np.uint64)
    return np.asarray(np.bitwise_count(words).sum(axis=1, dtype=np.int64))
