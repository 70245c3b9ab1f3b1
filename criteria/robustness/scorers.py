"""Scorers: a method with its data, ready to be asked for scores under very many weight vectors."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Protocol

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Bools, Floats, Ints, finite_matrix, require_finite
from criteria.errors import MethodError
from criteria.ranking.benefit_risk import AIMS, NEED, RIGHTS, STRUCTURES, benefit_risk_scores, local_shares
from criteria.ranking.normalisation import Domain, reference
from criteria.ranking.topsis import NEUTRAL
from criteria.robustness.score_paths import CubicPaths, LinearPaths, QuadraticPaths, ScorePaths
from criteria.robustness.weight_path import WeightPaths


class Scorer(Protocol):
    """What sweeps, stability and acceptability ask of a method; m alternatives, n criteria."""

    @property
    def shape(self) -> tuple[int, int]:
        """(m, n)."""

    def scores(self, weights: Floats) -> Floats:
        """The scores (S x m, higher is better) under S weight vectors (S x n)."""

    def losses(self, weights: Floats) -> Floats:
        """Numbers (S x m) of at least zero in the reverse order of the scores; weights need not sum to 1."""

    def signature(self) -> Floats:
        """A table of m rows; two alternatives with equal rows tie under all weights."""

    def subset(self, rows: Ints) -> Scorer:
        """The scorer of some of the alternatives; normalised values stay as they are."""

    def paths(self, weights: WeightPaths) -> ScorePaths:
        """The scores along weight paths."""


@dataclass(frozen=True, slots=True, eq=False)
class AdditiveScorer:
    """Weighted sums of values (m x n): AHP with ideal or distributed intensities."""

    values: Floats

    def __post_init__(self) -> None:
        require_finite(self.values, "table of intensities")

    @property
    def shape(self) -> tuple[int, int]:
        """(m, n)."""
        return self.values.shape[0], self.values.shape[1]

    def scores(self, weights: Floats) -> Floats:
        """As in Scorer: the weighted sums, weights as given."""
        return np.asarray(weights @ self.values.T)

    def losses(self, weights: Floats) -> Floats:
        """As in Scorer: what each alternative falls short of the best value on every criterion."""
        return np.asarray(weights @ (self.values.max(axis=0) - self.values).T)

    def signature(self) -> Floats:
        """As in Scorer."""
        return self.values

    def subset(self, rows: Ints) -> AdditiveScorer:
        """As in Scorer."""
        return AdditiveScorer(self.values[rows])

    def paths(self, weights: WeightPaths) -> LinearPaths:
        """As in Scorer."""
        return LinearPaths(weights.inside @ self.values.T, weights.outside @ self.values.T)


@dataclass(frozen=True, slots=True, eq=False)
class TopsisScorer:
    """Squared normalised distances (m x n) from the ideal and the anti-ideal, which no weight changes."""

    plus: Floats
    minus: Floats
    _both: Floats = field(init=False, repr=False)
    _varies: bool = field(init=False, repr=False)

    def __post_init__(self) -> None:
        both = np.concatenate([self.plus.T, (self.plus + self.minus).T], axis=1)
        object.__setattr__(self, "_both", np.ascontiguousarray(both))
        object.__setattr__(self, "_varies", bool((self.plus + self.minus).any(axis=1).all()))

    @classmethod
    def of(
        cls,
        matrix: ArrayLike,
        directions: ArrayLike,
        normalisation: str = "fixed",
        domain: Domain | None = None,
    ) -> TopsisScorer:
        """The scorer of a decision matrix under one of the normalisations of `topsis`."""
        values = finite_matrix(matrix, "decision matrix")
        basis = reference(values, directions, normalisation, domain)
        scale = np.where(basis.idle, 0.0, 1.0 / basis.unit)
        return cls(np.square((basis.best - values) * scale), np.square((values - basis.worst) * scale))

    @property
    def shape(self) -> tuple[int, int]:
        """(m, n)."""
        return self.plus.shape[0], self.plus.shape[1]

    def scores(self, weights: Floats) -> Floats:
        """As in Scorer: closeness."""
        squared = weights * weights
        plus = np.sqrt(squared @ self.plus.T)
        minus = np.sqrt(squared @ self.minus.T)
        plus += minus
        if plus.all():
            return np.asarray(np.divide(minus, plus, out=minus))
        nowhere = plus == 0.0
        return np.where(nowhere, NEUTRAL, minus / np.where(nowhere, 1.0, plus))

    def losses(self, weights: Floats) -> Floats:
        """As in Scorer: D+^2 / (D+^2 + D-^2), which needs no root and no scaling of the weights."""
        count = len(self.plus)
        distances = (weights * weights) @ self._both
        plus, total = distances[:, :count], distances[:, count:]
        # No alternative is at both ideals of a criterion, so a positive weight on a varying one is enough.
        if (self._varies and weights.min() > 0.0) or total.all():
            return np.asarray(plus / total)
        nowhere = total == 0.0
        return np.where(nowhere, NEUTRAL, plus / np.where(nowhere, 1.0, total))

    def signature(self) -> Floats:
        """As in Scorer."""
        return np.concatenate([self.plus, self.minus], axis=1)

    def subset(self, rows: Ints) -> TopsisScorer:
        """As in Scorer."""
        return TopsisScorer(self.plus[rows], self.minus[rows])

    def paths(self, weights: WeightPaths) -> QuadraticPaths:
        """As in Scorer."""
        inside, outside = np.square(weights.inside), np.square(weights.outside)
        return QuadraticPaths(
            inside @ self.plus.T, outside @ self.plus.T, inside @ self.minus.T, outside @ self.minus.T
        )


@dataclass(frozen=True, slots=True, eq=False)
class BenefitRiskScorer:
    """Unit values (m x n), the premise of each criterion (n), theta, and local weights as a fallback (n)."""

    unit: Floats
    groups: Ints
    theta: float = 0.5
    local: Floats | None = None

    def __post_init__(self) -> None:
        if len(self.groups) != self.unit.shape[1]:
            raise MethodError("Every criterion must belong to one of the four premises, numbered 0 to 3.")
        require_finite(self.unit, "table of unit values")

    @property
    def shape(self) -> tuple[int, int]:
        """(m, n)."""
        return self.unit.shape[0], self.unit.shape[1]

    def scores(self, weights: Floats) -> Floats:
        """As in Scorer: V of each alternative, weights scaled to sum 1."""
        return benefit_risk_scores(self.unit, weights, self.groups, self.theta, self.local)

    def losses(self, weights: Floats) -> Floats:
        """As in Scorer: 1 - V."""
        return np.maximum(1.0 - self.scores(weights), 0.0)

    def signature(self) -> Floats:
        """As in Scorer: structures do not count for an alternative without severity, or if theta is 1."""
        key = self.unit.copy()
        harmless = (key[:, self.groups == RIGHTS] == 1.0).all(axis=1)
        if self.theta == 1.0:
            harmless[:] = True
        key[np.ix_(harmless, self.groups == STRUCTURES)] = 0.0
        if self.theta == 0.0:
            unlikely = (self.unit[:, self.groups == STRUCTURES] == 1.0).all(axis=1)
            key[np.ix_(unlikely, self.groups == RIGHTS)] = 0.0
        return key

    def subset(self, rows: Ints) -> BenefitRiskScorer:
        """As in Scorer."""
        return BenefitRiskScorer(self.unit[rows], self.groups, self.theta, self.local)

    def paths(self, weights: WeightPaths) -> CubicPaths:
        """As in Scorer: V times the totals of structures and rights, which is cubic in t."""
        need_and_aims = np.isin(self.groups, (NEED, AIMS))
        value, _ = self._line(weights, need_and_aims)
        structures, likely = self._ratio(weights, self.groups == STRUCTURES)
        rights, severe = self._ratio(weights, self.groups == RIGHTS)
        _, risky = self._line(weights, ~need_and_aims)
        harm = _product(severe - rights, likely - (1.0 - self.theta) * structures)
        return CubicPaths(_product(value, _product(likely, severe)) - _product(risky, harm))

    def _line(self, weights: WeightPaths, member: Bools) -> tuple[Floats, Floats]:
        """Sums over members of weight times value (g x m x 2) and of weight (g x 1 x 2), as c0 + c1 t."""
        start = np.where(member, weights.outside, 0.0)
        slope = np.where(member, weights.inside, 0.0) - start
        values = np.stack([start @ self.unit.T, slope @ self.unit.T], axis=-1)
        return values, np.stack([start.sum(axis=1), slope.sum(axis=1)], axis=-1)[:, None, :]

    def _ratio(self, weights: WeightPaths, member: Bools) -> tuple[Floats, Floats]:
        """A premise value as numerator (g x m x 2) over denominator (g x 1 x 2), both c0 + c1 t.

        Where only one side of the path gives the premise weight, its value is constant; where none does, the
        local weights count: then the denominator is 1.
        """
        numerator, denominator = self._line(weights, member)
        inside = np.where(member, weights.inside, 0.0)
        outside = np.where(member, weights.outside, 0.0)
        mixed = (inside.sum(axis=1) > 0.0) & (outside.sum(axis=1) > 0.0)
        only = inside + outside
        nobody = only.sum(axis=1, keepdims=True) <= 0.0
        only = np.where(nobody & member, local_shares(self.local, self.groups), only)
        constant = np.zeros_like(numerator)
        constant[..., 0] = (only / only.sum(axis=1, keepdims=True)) @ self.unit.T
        keep = np.asarray(mixed)[:, None, None]
        return np.where(keep, numerator, constant), np.where(keep, denominator, np.array([1.0, 0.0]))


def _product(first: Floats, second: Floats) -> Floats:
    """The product of polynomials whose coefficients lie along the last axis, lowest first."""
    degree = first.shape[-1] + second.shape[-1] - 1
    shape = np.broadcast_shapes(first.shape[:-1], second.shape[:-1])
    result = np.zeros((*shape, degree))
    for power in range(first.shape[-1]):
        result[..., power : power + second.shape[-1]] += first[..., power, None] * second
    return result
