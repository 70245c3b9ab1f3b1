"""Where two alternatives change places while one weight varies: exact roots for each method's scores."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

import numpy as np

from criteria.arrays import Bools, Floats, Ints

_NOISE = 1e-14
_HALVINGS = 54


class ScorePaths(Protocol):
    """The scores of m alternatives along g weight paths.

    Additive scores are linear in the weight t, squared TOPSIS distances are linear in (t / (1 - t))^2, and
    benefit and risk scores share one denominator above which they are cubics. So every change of places is a
    simple root; roots that touch without crossing do not count.
    """

    def roots(self, first: Ints, second: Ints) -> Floats:
        """The t in (0, 1) where the order of each pair changes (r x g x p), NaN where there are fewer."""

    def sign(self, first: Ints, second: Ints, t: Floats) -> Floats:
        """1 where the first of each pair is ahead at t (inside 0..1; g x p), -1 the second, 0 if equal."""

    def differ(self, first: Ints, second: Ints) -> Bools:
        """Whether the two of each pair score differently anywhere on the path (g x p)."""


@dataclass(frozen=True, slots=True, eq=False)
class LinearPaths:
    """Scores t * inside + (1 - t) * outside (g x m each)."""

    inside: Floats
    outside: Floats

    def _ends(self, first: Ints, second: Ints) -> tuple[Floats, Floats]:
        sides = (self.outside, self.inside)
        at_zero, at_one = (_gap(side.take(first, axis=1), side.take(second, axis=1)) for side in sides)
        return at_zero, at_one

    def roots(self, first: Ints, second: Ints) -> Floats:
        """As in ScorePaths, at most one a pair."""
        at_zero, at_one = self._ends(first, second)
        crosses = at_zero * at_one < 0.0
        t = at_zero / np.where(crosses, at_zero - at_one, 1.0)
        return np.where(crosses, t, np.nan)[None]

    def sign(self, first: Ints, second: Ints, t: Floats) -> Floats:
        """As in ScorePaths."""
        at_zero, at_one = self._ends(first, second)
        return np.sign(t * at_one + (1.0 - t) * at_zero)

    def differ(self, first: Ints, second: Ints) -> Bools:
        """As in ScorePaths."""
        at_zero, at_one = self._ends(first, second)
        return np.asarray((at_zero != 0.0) | (at_one != 0.0))


@dataclass(frozen=True, slots=True, eq=False)
class QuadraticPaths:
    """Squared distances z * inside + outside with z = (t/(1-t))^2, from the ideal and from the anti-ideal.

    The first is ahead where D-_1 D+_2 > D-_2 D+_1 (squared), a quadratic in z (all arrays g x m).
    """

    plus_inside: Floats
    plus_outside: Floats
    minus_inside: Floats
    minus_outside: Floats

    def _coefficients(self, first: Ints, second: Ints) -> tuple[Floats, Floats, Floats]:
        tables = (self.plus_inside, self.plus_outside, self.minus_inside, self.minus_outside)
        pi1, po1, mi1, mo1 = (table.take(first, axis=1) for table in tables)
        pi2, po2, mi2, mo2 = (table.take(second, axis=1) for table in tables)
        ahead, behind = mi1 * po2, mi2 * po1
        ahead += mo1 * pi2
        behind += mo2 * pi1
        return _gap(mi1 * pi2, mi2 * pi1), _gap(ahead, behind), _gap(mo1 * po2, mo2 * po1)

    def roots(self, first: Ints, second: Ints) -> Floats:
        """As in ScorePaths, at most two a pair."""
        a, b, c = self._coefficients(first, second)
        square, product = b * b, (4.0 * a) * c
        discriminant = square - product
        real = discriminant > _NOISE * (square + np.abs(product))
        half = np.sqrt(np.where(real, discriminant, 0.0))
        q = -0.5 * (b + np.copysign(half, b))
        z = np.full((2, *a.shape), -1.0)
        np.divide(q, a, out=z[0], where=real & (a != 0.0))
        np.divide(c, q, out=z[1], where=real & (q != 0.0))
        z[z <= 0.0] = np.nan
        np.sqrt(z, out=z)
        return np.asarray(z / (1.0 + z))

    def sign(self, first: Ints, second: Ints, t: Floats) -> Floats:
        """As in ScorePaths."""
        a, b, c = self._coefficients(first, second)
        near, far = np.square(t), np.square(1.0 - t)
        return np.sign(a * near * near + b * near * far + c * far * far)

    def differ(self, first: Ints, second: Ints) -> Bools:
        """As in ScorePaths."""
        a, b, c = self._coefficients(first, second)
        return np.asarray((a != 0.0) | (b != 0.0) | (c != 0.0))


@dataclass(frozen=True, slots=True, eq=False)
class CubicPaths:
    """Scores c0 + c1 t + c2 t^2 + c3 t^3 up to a positive factor common to all (coefficients g x m x 4)."""

    coefficients: Floats

    def _differences(self, first: Ints, second: Ints) -> tuple[Floats, Floats]:
        above, below = self.coefficients[:, first], self.coefficients[:, second]
        noise = _NOISE * (np.abs(above) + np.abs(below)).sum(axis=-1)
        return above - below, noise

    def roots(self, first: Ints, second: Ints) -> Floats:
        """As in ScorePaths, at most three a pair: one in each piece between turning points, by bisection."""
        c, noise = self._differences(first, second)
        bounds = _turning_points(c)
        values = _horner(c[..., None, :], bounds)
        signs = np.where(np.abs(values) <= noise[..., None], 0.0, np.sign(values))
        for piece in (1, 2, 3):
            # A turning point on the axis belongs to the side the curve comes from.
            signs[..., piece] = np.where(signs[..., piece] == 0.0, signs[..., piece - 1], signs[..., piece])
        crosses = signs[..., 1:] * signs[..., :-1] < 0.0
        roots = np.full(crosses.shape, np.nan)
        places = np.nonzero(crosses)
        left, right = bounds[..., :-1][places], bounds[..., 1:][places]
        curve, target = c[places[:-1]], signs[..., 1:][places]
        for _ in range(_HALVINGS):
            middle = 0.5 * (left + right)
            beyond = _horner(curve, middle) * target > 0.0
            right = np.where(beyond, middle, right)
            left = np.where(beyond, left, middle)
        roots[places] = 0.5 * (left + right)
        return np.moveaxis(roots, -1, 0)

    def sign(self, first: Ints, second: Ints, t: Floats) -> Floats:
        """As in ScorePaths."""
        c, noise = self._differences(first, second)
        value = _horner(c, t)
        return np.where(np.abs(value) <= noise, 0.0, np.sign(value))

    def differ(self, first: Ints, second: Ints) -> Bools:
        """As in ScorePaths."""
        c, noise = self._differences(first, second)
        return np.asarray(np.abs(c).sum(axis=-1) > noise)


def _gap(above: Floats, below: Floats) -> Floats:
    """The difference of two arrays of positive numbers, exactly zero where only rounding is left of it."""
    gap = above - below
    gap[np.abs(gap) <= _NOISE * (above + below)] = 0.0
    return gap


def _horner(c: Floats, t: Floats) -> Floats:
    return np.asarray(c[..., 0] + t * (c[..., 1] + t * (c[..., 2] + t * c[..., 3])))


def _turning_points(c: Floats) -> Floats:
    """0, the turning points inside (0, 1) in order (else 1), and 1: pieces on which a cubic is monotone."""
    a, b, k = 3.0 * c[..., 3], c[..., 2], c[..., 1]
    root = np.sqrt(np.maximum(b * b - a * k, 0.0))
    q = -(b + np.copysign(root, b))
    points = np.ones((*a.shape, 4))
    points[..., 0] = 0.0
    np.divide(q, a, out=points[..., 1], where=np.abs(a) > np.abs(q))
    np.divide(k, q, out=points[..., 2], where=np.abs(q) > np.abs(k))
    points[..., 1:3] = np.clip(points[..., 1:3], 0.0, 1.0)
    points[..., 1:3].sort(axis=-1)
    return points
