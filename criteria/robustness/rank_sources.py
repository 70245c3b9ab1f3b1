"""Where a simulation gets its scores from: figures that are certain, or drawn anew for every weighting."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias

import numpy as np

from criteria.arrays import Floats, Ints
from criteria.robustness.open_figures import FigureDraws, OpenFigures
from criteria.robustness.score_stacks import StackMethod
from criteria.robustness.scorers import Scorer

# Bytes of a block of draws with what is computed beside them: they stay in the second-level cache.
_CACHE_BYTES = 2_000_000
_SMALLEST_BLOCK = 8

Sampler: TypeAlias = Callable[[Floats], Floats]


class ScoreSource(Protocol):
    """Scores of m alternatives on n criteria, one set of figures for each draw."""

    @property
    def shape(self) -> tuple[int, int]:
        """(m, n)."""

    @property
    def block(self) -> int:
        """How many draws to ask for at once."""

    def sampler(self, generator: np.random.Generator) -> Sampler:
        """What turns weights (S x n, rows sum 1) into scores (S x m), new figures for each of the S."""

    def under_each(self, weights: Floats, generator: np.random.Generator, size: int) -> Floats:
        """Scores (k x size x m) of `size` sets of figures, the same ones under each of k weight vectors."""


@dataclass(frozen=True, slots=True, eq=False)
class CertainScores:
    """The figures are known, so only weights vary."""

    scorer: Scorer

    @property
    def shape(self) -> tuple[int, int]:
        """As in ScoreSource."""
        return self.scorer.shape

    @property
    def block(self) -> int:
        """As in ScoreSource."""
        return max(64, _CACHE_BYTES // (32 * self.shape[0]))

    def sampler(self, generator: np.random.Generator) -> Sampler:  # noqa: ARG002
        """As in ScoreSource; nothing is drawn."""
        return self.scorer.scores

    def under_each(self, weights: Floats, generator: np.random.Generator, size: int) -> Floats:  # noqa: ARG002
        """As in ScoreSource; all sets of figures are the same."""
        scores = self.scorer.scores(weights)[:, None, :]
        return np.broadcast_to(scores, (len(weights), size, scores.shape[2]))


@dataclass(frozen=True, slots=True, eq=False)
class OpenScores:
    """Figures drawn anew for every weight vector; some cell must be open.

    Unless scores depend on all alternatives at once, those whose figures are known are scored as a block.
    Random numbers go to alternatives in the order of their figures, so the order they stand in is no matter.
    """

    figures: OpenFigures
    method: StackMethod
    _back: Ints = field(init=False, repr=False)
    _known: Scorer | None = field(init=False, repr=False)
    _draws: FigureDraws = field(init=False, repr=False)

    def __post_init__(self) -> None:
        order = self.figures.canonical_order()
        known = 0
        if not self.method.is_relative:
            is_open = np.asarray(self.figures.is_open.any(axis=1))[order]
            order = np.concatenate([order[~is_open], order[is_open]])
            known = int((~is_open).sum())
        scorer = self.method.scorer(self.figures.rows(order[:known]).centre) if known else None
        object.__setattr__(self, "_back", np.argsort(order))
        object.__setattr__(self, "_known", scorer)
        object.__setattr__(self, "_draws", FigureDraws(self.figures.rows(order[known:])))

    @property
    def shape(self) -> tuple[int, int]:
        """As in ScoreSource."""
        return self.figures.low.shape[0], self.figures.low.shape[1]

    @property
    def block(self) -> int:
        """As in ScoreSource."""
        return max(_SMALLEST_BLOCK, _CACHE_BYTES // (32 * self._draws.figures.low.size))

    def sampler(self, generator: np.random.Generator) -> Sampler:
        """As in ScoreSource."""
        next_tables = self._draws.blocks(generator, self.block)
        scratch = np.empty((self.block, *self._draws.figures.low.shape))

        def scores(weights: Floats) -> Floats:
            return self._scores(next_tables(len(weights)), weights, scratch[: len(weights)])

        return scores

    def under_each(self, weights: Floats, generator: np.random.Generator, size: int) -> Floats:
        """As in ScoreSource."""
        drawn = self._draws.blocks(generator, size)(size)
        scratch = np.empty_like(drawn)
        rows = np.repeat(weights[:, None], size, axis=1)
        return np.stack([self._scores(drawn, each, scratch) for each in rows])

    def _scores(self, drawn: Floats, weights: Floats, scratch: Floats) -> Floats:
        scores = self.method.scores(drawn, weights, scratch)
        if self._known is not None:
            scores = np.concatenate([self._known.scores(weights), scores], axis=1)
        return np.asarray(scores[:, self._back])


def score_source(figures: OpenFigures, method: StackMethod) -> ScoreSource:
    """The scores of a method over figures of which some, or none, are open."""
    if figures.is_open.any():
        return OpenScores(figures, method)
    return CertainScores(method.scorer(figures.centre))
