"""Scores of many tables at once: a method that meets different figures under each weight vector."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from criteria.arrays import Floats, Ints
from criteria.errors import MethodError
from criteria.ranking.ahp import synthesise
from criteria.ranking.benefit_risk import AIMS, NEED, RIGHTS, STRUCTURES, inside_weights, local_shares
from criteria.ranking.topsis import NEUTRAL
from criteria.robustness.scorers import AdditiveScorer, BenefitRiskScorer, Scorer, TopsisScorer

# As in criteria.ranking.normalisation: a spread that is mere rounding is none.
_CONSTANT = 1e-12
# Tables that are this short are reduced as they are.
_FEW_ROWS = 6


class StackMethod(Protocol):
    """A method over S tables of r alternatives and n criteria, each with a weight vector of its own."""

    @property
    def is_relative(self) -> bool:
        """Whether the score of an alternative depends on which others there are."""

    def scores(self, tables: Floats, weights: Floats, scratch: Floats | None = None) -> Floats:
        """The scores (S x r, higher is better) of tables (S x r x n) under weights (S x n, rows sum 1).

        `scratch` is an array of the size of the tables to work in; a new one of some size costs time.
        """

    def scorer(self, table: Floats) -> Scorer:
        """The same method over one table (m x n), ready for many weightings."""


@dataclass(frozen=True, slots=True)
class AdditiveStack:
    """AHP over unit values: as they are (`ideal`), or as shares of each column's sum (`distributive`)."""

    mode: str = "ideal"

    @property
    def is_relative(self) -> bool:
        """As in StackMethod."""
        return self.mode == "distributive"

    def scores(self, tables: Floats, weights: Floats, scratch: Floats | None = None) -> Floats:  # noqa: ARG002
        """As in StackMethod; a column of zeros gives every alternative the same."""
        if self.mode == "ideal":
            return _sums(tables, weights)
        total = np.asarray(tables.sum(axis=1))
        nothing = total <= 0.0
        factors = np.where(nothing, 0.0, weights / np.where(nothing, 1.0, total))
        even = np.where(nothing, weights / tables.shape[1], 0.0).sum(axis=1, keepdims=True)
        return np.asarray(_sums(tables, factors) + even)

    def scorer(self, table: Floats) -> AdditiveScorer:
        """As in StackMethod."""
        return AdditiveScorer(synthesise(table, np.ones(table.shape[1]), self.mode)[1])


@dataclass(frozen=True, slots=True, eq=False)
class TopsisStack:
    """TOPSIS: `fixed` over unit values, `vector` and `minmax` over raw figures with directions (n)."""

    normalisation: str
    directions: Ints

    def __post_init__(self) -> None:
        if self.normalisation not in ("fixed", "vector", "minmax"):
            raise MethodError(f"There is no normalisation '{self.normalisation}'; use fixed, vector, minmax.")

    @property
    def is_relative(self) -> bool:
        """As in StackMethod."""
        return self.normalisation != "fixed"

    def scores(self, tables: Floats, weights: Floats, scratch: Floats | None = None) -> Floats:
        """As in StackMethod: closeness, 0.5 where an alternative is at no distance from both ideals."""
        squared = np.square(weights)
        if self.normalisation == "fixed":
            gap = np.subtract(1.0, tables, out=scratch)
            plus = _sums(np.multiply(gap, gap, out=gap), squared)
            minus = _sums(np.multiply(tables, tables, out=gap), squared)
            return closeness_of(plus, minus)
        gap = np.empty_like(tables) if scratch is None else scratch
        high, low = _extremes(tables, np.maximum, gap), _extremes(tables, np.minimum, gap)
        spread = high - low
        idle = spread <= _CONSTANT * np.maximum(np.abs(low), np.abs(high))
        unit2 = (
            np.square(spread) if self.normalisation == "minmax" else np.einsum("srn,srn->sn", tables, tables)
        )
        factors = np.where(idle, 0.0, squared / np.where(idle, 1.0, unit2))
        up = self.directions > 0
        np.subtract(tables, np.where(up, high, low)[:, None, :], out=gap)
        plus = _sums(np.multiply(gap, gap, out=gap), factors)
        np.subtract(tables, np.where(up, low, high)[:, None, :], out=gap)
        return closeness_of(plus, _sums(np.multiply(gap, gap, out=gap), factors))

    def scorer(self, table: Floats) -> TopsisScorer:
        """As in StackMethod."""
        if self.normalisation == "fixed":
            return TopsisScorer.of(table, np.ones(table.shape[1]), "fixed")
        return TopsisScorer.of(table, self.directions, self.normalisation)


@dataclass(frozen=True, slots=True, eq=False)
class BenefitRiskStack:
    """Benefit and risk over unit values; premises (n), theta and local weights as in `benefit_risk`."""

    groups: Ints
    theta: float = 0.5
    local: Floats | None = None

    @property
    def is_relative(self) -> bool:
        """As in StackMethod."""
        return False

    def scores(self, tables: Floats, weights: Floats, scratch: Floats | None = None) -> Floats:  # noqa: ARG002
        """As in StackMethod: V of each alternative."""
        member = [self.groups == premise for premise in range(4)]
        inside = inside_weights(weights, member, local_shares(self.local, self.groups))
        open_side = np.where(member[NEED] | member[AIMS], weights, 0.0)
        forms = tables @ np.stack([open_side, inside[RIGHTS], inside[STRUCTURES]], axis=2)
        severity, likelihood = 1.0 - forms[..., 1], 1.0 - forms[..., 2]
        guarded = weights[:, member[STRUCTURES] | member[RIGHTS]].sum(axis=1, keepdims=True)
        safety = 1.0 - severity * (self.theta + (1.0 - self.theta) * likelihood)
        return np.asarray(forms[..., 0] + guarded * safety)

    def scorer(self, table: Floats) -> BenefitRiskScorer:
        """As in StackMethod."""
        return BenefitRiskScorer(table, self.groups, self.theta, self.local)


def closeness_of(plus: Floats, minus: Floats) -> Floats:
    """Closeness from squared distances to the ideal and to the anti-ideal, which are overwritten."""
    np.sqrt(plus, out=plus)
    np.sqrt(minus, out=minus)
    plus += minus
    if plus.all():
        return np.asarray(np.divide(minus, plus, out=minus))
    nowhere = plus == 0.0
    return np.where(nowhere, NEUTRAL, minus / np.where(nowhere, 1.0, plus))


def _sums(tables: Floats, weights: Floats) -> Floats:
    """Weighted sums of the rows (S x r)."""
    return np.asarray((tables @ weights[:, :, None])[..., 0])


def _extremes(tables: Floats, larger: np.ufunc, scratch: Floats) -> Floats:
    """The highest or lowest row values of each table (S x n), by halves: long loops, twice as fast as max."""
    left, rows = tables, tables.shape[1]
    while rows > _FEW_ROWS:
        half = rows // 2
        folded = scratch[:, :half]
        larger(left[:, :half], left[:, half : 2 * half], out=folded)
        if rows % 2:
            larger(folded[:, 0], left[:, rows - 1], out=folded[:, 0])
        left, rows = folded, half
    return np.asarray(larger.reduce(left, axis=1))
