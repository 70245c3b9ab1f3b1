"""Random weights: from the whole simplex, around stated weights, in a stated order or as voted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats, Ints, weight_vector
from criteria.errors import MethodError
from criteria.ranking.ranks import competition_ranks


class WeightDraws(Protocol):
    """A distribution of weights over n criteria."""

    @property
    def count(self) -> int:
        """How many criteria there are."""

    @property
    def is_generic(self) -> bool:
        """Whether alternatives tie with probability zero unless they tie under all weights there are."""

    def draw(self, generator: np.random.Generator, size: int) -> Floats:
        """Independent weights (size x n) of at least zero; rows have any positive sum."""


def shares_of(rows: Floats) -> Floats:
    """Weights (S x n) scaled to rows of sum 1."""
    return np.asarray(rows / (rows @ np.ones(rows.shape[1]))[:, None])


@dataclass(frozen=True, slots=True)
class UniformWeights:
    """Every weighting is as likely as any other: exponential draws, scaled (Lahdelma & Salminen 2001)."""

    count: int

    @property
    def is_generic(self) -> bool:
        """As in WeightDraws."""
        return True

    def draw(self, generator: np.random.Generator, size: int) -> Floats:
        """As in WeightDraws."""
        return generator.standard_exponential((size, self.count))


@dataclass(frozen=True, slots=True, eq=False)
class AroundWeights:
    """Dirichlet draws whose mean are the stated weights; a criterion without weight never gets any.

    A weight w varies with standard deviation sqrt(w (1 - w) / (concentration + 1)).
    """

    weights: Floats
    concentration: float

    def __post_init__(self) -> None:
        given = weight_vector(self.weights, len(self.weights))
        if given.sum() <= 0.0:
            raise MethodError("All weights are zero; give at least one criterion a weight.")
        if not 1.0 <= self.concentration < np.inf:
            raise MethodError(f"The concentration of weights is {self.concentration}; it must be at least 1.")
        object.__setattr__(self, "weights", given / given.sum())

    @property
    def count(self) -> int:
        """As in WeightDraws."""
        return len(self.weights)

    @property
    def is_generic(self) -> bool:
        """As in WeightDraws."""
        return bool(self.weights.all())

    def draw(self, generator: np.random.Generator, size: int) -> Floats:
        """As in WeightDraws."""
        return generator.standard_gamma(self.concentration * self.weights, (size, self.count))


def concentration_of(spread: float, count: int) -> float:
    """The concentration at which an average weight 1/n has the relative standard deviation `spread`."""
    if count < 2 or not 0.0 < spread < np.sqrt(0.5 * (count - 1)):
        raise MethodError("Weights need two criteria or more and a spread above 0 that they can have.")
    return (count - 1) / spread**2 - 1.0


@dataclass(frozen=True, slots=True, eq=False)
class OrderedWeights:
    """All weightings that keep a stated order are equally likely: sorted exponential draws.

    `ranks` holds 1 for the most important criterion and upwards; equal ranks leave open which weighs more.
    """

    ranks: Ints

    def __post_init__(self) -> None:
        if self.ranks.ndim != 1 or not self.ranks.size:
            raise MethodError("An order of importance needs one rank for each criterion.")

    @property
    def count(self) -> int:
        """As in WeightDraws."""
        return len(self.ranks)

    @property
    def is_generic(self) -> bool:
        """As in WeightDraws."""
        return True

    def draw(self, generator: np.random.Generator, size: int) -> Floats:
        """As in WeightDraws."""
        falling = -np.sort(-generator.standard_exponential((size, self.count)), axis=1)
        found = np.empty_like(falling)
        found[:, np.argsort(self.ranks, kind="stable")] = falling
        for rank in np.unique(self.ranks):
            level = np.flatnonzero(self.ranks == rank)
            if len(level) > 1:
                found[:, level] = generator.permuted(found[:, level], axis=1)
        return found


def ordered_as(weights: ArrayLike) -> OrderedWeights:
    """All weightings that keep the order of the stated ones; where they tie either may weigh more."""
    return OrderedWeights(competition_ranks(weights))


@dataclass(frozen=True, slots=True, eq=False)
class VotedWeights:
    """Each draw takes the weights of one stakeholder (k x n), who is picked by voting power (k).

    With a concentration the draw varies around that stakeholder's weights as in AroundWeights.
    """

    weights: Floats
    power: Floats
    concentration: float | None = None

    def __post_init__(self) -> None:
        if self.weights.ndim != 2 or not self.weights.size:
            raise MethodError("A draw among stakeholders needs the weights of at least one of them.")
        for row in self.weights:
            if weight_vector(row, self.weights.shape[1]).sum() <= 0.0:
                raise MethodError("A stakeholder's weights are all zero; leave that stakeholder out.")
        if weight_vector(self.power, len(self.weights), "voting powers").sum() <= 0.0:
            raise MethodError("Nobody has any voting power; give at least one stakeholder some.")
        if self.concentration is not None and not 1.0 <= self.concentration < np.inf:
            raise MethodError(f"The concentration of weights is {self.concentration}; it must be at least 1.")
        object.__setattr__(self, "weights", shares_of(self.weights))

    @property
    def count(self) -> int:
        """As in WeightDraws."""
        return int(self.weights.shape[1])

    @property
    def is_generic(self) -> bool:
        """As in WeightDraws."""
        return self.concentration is not None and bool(self.weights.all())

    def draw(self, generator: np.random.Generator, size: int) -> Floats:
        """As in WeightDraws."""
        bounds = np.cumsum(self.power / self.power.sum())[:-1]
        rows = self.weights[np.searchsorted(bounds, generator.random(size), side="right")]
        return rows if self.concentration is None else generator.standard_gamma(self.concentration * rows)


@dataclass(frozen=True, slots=True, eq=False)
class HierarchicalWeights:
    """Premises and, apart from them, the criteria inside each: a criterion's weight is their product.

    `groups` (n) says for each criterion the place of its premise in `inside`.
    """

    groups: Ints
    premises: WeightDraws
    inside: Sequence[WeightDraws]

    def __post_init__(self) -> None:
        sizes = np.bincount(self.groups, minlength=self.premises.count).tolist()
        if sizes != [draws.count for draws in self.inside] or 0 in sizes:
            raise MethodError("Every premise needs draws for exactly the criteria that belong to it.")

    @property
    def count(self) -> int:
        """As in WeightDraws."""
        return len(self.groups)

    @property
    def is_generic(self) -> bool:
        """As in WeightDraws."""
        return self.premises.is_generic and all(draws.is_generic for draws in self.inside)

    def draw(self, generator: np.random.Generator, size: int) -> Floats:
        """As in WeightDraws."""
        goal = shares_of(self.premises.draw(generator, size))
        found = np.empty((size, self.count))
        for place, draws in enumerate(self.inside):
            local = shares_of(draws.draw(generator, size))
            found[:, self.groups == place] = local * goal[:, place, None]
        return found


def uniform_hierarchy(groups: ArrayLike) -> HierarchicalWeights:
    """Uniform weights of the premises and uniform weights inside each; groups are numbered from 0."""
    places = np.asarray(groups, dtype=np.int64)
    inside = [UniformWeights(int(size)) for size in np.bincount(places)]
    return HierarchicalWeights(places, UniformWeights(len(inside)), inside)
