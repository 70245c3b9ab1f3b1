"""TOPSIS (Hwang & Yoon 1981): closeness of alternatives to the ideal on fixed, vector or min-max scales."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Bools, Floats, finite_matrix, weight_vector
from criteria.errors import MethodError
from criteria.ranking.normalisation import Domain, Reference, reference

BLOCK_ROWS = 1024
NEUTRAL = 0.5


@dataclass(frozen=True, slots=True)
class TopsisResult:
    """Every intermediate table of one TOPSIS: m x n matrices, n-vectors of ideals, m-vectors of distances.

    `idle` lists the criteria that are equal for all and therefore contribute nothing, whatever their weight;
    `degenerate` says that some alternative lies at no distance from both ideals and was given 0.5.
    """

    normalised: Floats
    weighted: Floats
    ideal: Floats
    anti_ideal: Floats
    distance_plus: Floats
    distance_minus: Floats
    closeness: Floats
    idle: tuple[int, ...]
    degenerate: bool


def topsis(
    matrix: ArrayLike,
    weights: ArrayLike,
    directions: ArrayLike,
    normalisation: str = "fixed",
    domain: Domain | None = None,
    ideal: ArrayLike | None = None,
    anti_ideal: ArrayLike | None = None,
) -> TopsisResult:
    """The closeness D- / (D+ + D-) of m alternatives on n criteria, with every step towards it.

    `vector` keeps costs as x / norm with their minimum as ideal (Hwang & Yoon 1981); `fixed` and `minmax`
    turn costs round, so 1 is best; `fixed` measures from the ends of the declared domain, 0..1 when none is
    given. Weights are used as given; `ideal` and `anti_ideal` replace the computed ones, in weighted
    normalised units. Raises MethodError naming the cell for NaN and for values outside a fixed domain.
    """
    values = finite_matrix(matrix, "decision matrix")
    count = values.shape[1]
    given = weight_vector(weights, count)
    basis = reference(values, directions, normalisation, domain)
    normalised = _normalised(values, basis, normalisation)
    weighted = normalised * given
    best, worst = _ideals(basis, normalisation)
    plus = _own_point(ideal, best * given, "ideal")
    minus = _own_point(anti_ideal, worst * given, "anti-ideal")
    distance_plus = _distance(weighted, plus, basis.idle if ideal is None else None)
    distance_minus = _distance(weighted, minus, basis.idle if anti_ideal is None else None)
    total = distance_plus + distance_minus
    nowhere = total == 0.0
    return TopsisResult(
        normalised=normalised,
        weighted=weighted,
        ideal=plus,
        anti_ideal=minus,
        distance_plus=distance_plus,
        distance_minus=distance_minus,
        closeness=np.where(nowhere, NEUTRAL, distance_minus / np.where(nowhere, 1.0, total)),
        idle=tuple(int(place) for place in np.flatnonzero(basis.idle)),
        degenerate=bool(nowhere.any()),
    )


def closeness(
    matrix: Floats,
    weights: Floats,
    directions: ArrayLike,
    normalisation: str = "fixed",
    domain: Domain | None = None,
) -> Floats:
    """The closeness of m alternatives alone, without intermediate tables: the same numbers as `topsis`.

    The normalisation is folded into the weights and rows pass in blocks that stay in the cache.
    """
    given = weight_vector(weights, matrix.shape[1])
    basis = reference(matrix, directions, normalisation, domain)
    factors = np.square(np.where(basis.idle, 0.0, given / basis.unit))
    rows = len(matrix)
    plus, minus = np.empty(rows), np.empty(rows)
    scratch = np.empty((min(BLOCK_ROWS, rows), matrix.shape[1]))
    for start in range(0, rows, BLOCK_ROWS):
        block = matrix[start : start + BLOCK_ROWS]
        part = scratch[: len(block)]
        for origin, target in ((basis.best, plus), (basis.worst, minus)):
            np.subtract(block, origin, out=part)
            np.multiply(part, part, out=part)
            np.matmul(part, factors, out=target[start : start + BLOCK_ROWS])
    np.sqrt(plus, out=plus)
    np.sqrt(minus, out=minus)
    plus += minus
    if not plus.all():
        nowhere = plus == 0.0
        return np.where(nowhere, NEUTRAL, minus / np.where(nowhere, 1.0, plus))
    return np.divide(minus, plus, out=minus)


def _normalised(values: Floats, basis: Reference, normalisation: str) -> Floats:
    if normalisation == "vector":
        return values / basis.unit
    scaled = (values - basis.worst) / np.where(basis.best < basis.worst, -basis.unit, basis.unit)
    return np.where(basis.idle, 0.0, scaled)


def _ideals(basis: Reference, normalisation: str) -> tuple[Floats, Floats]:
    if normalisation == "vector":
        return basis.best / basis.unit, basis.worst / basis.unit
    return np.where(basis.idle, 0.0, 1.0), np.zeros(len(basis.best))


def _distance(weighted: Floats, point: Floats, idle: Bools | None) -> Floats:
    """Euclidean distances of the rows; idle columns would only add the rounding of their equal values."""
    gaps = weighted - point if idle is None else np.where(idle, 0.0, weighted - point)
    return np.asarray(np.sqrt(np.square(gaps).sum(axis=1)))


def _own_point(given: ArrayLike | None, computed: Floats, name: str) -> Floats:
    if given is None:
        return computed
    point = np.asarray(given, dtype=np.float64)
    if point.shape != computed.shape or not np.isfinite(point).all():
        raise MethodError(f"The {name} must give one number for each of {computed.size} columns.")
    return point
