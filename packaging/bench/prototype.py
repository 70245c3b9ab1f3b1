"""The reference to run against: what numpy alone can do, without ties, checks, names or explanations."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]

RANDOM_INDEX = (0, 0, 0, 0.5245, 0.8815, 1.1086, 1.2479, 1.3417, 1.4056, 1.4499)
STREAM = 4096


def problem(alternatives: int, criteria: int = 16, seed: int = 7) -> tuple[Floats, Floats, NDArray[np.int64]]:
    """A random decision matrix, weights and directions."""
    generator = np.random.default_rng(seed)
    matrix = generator.uniform(1, 100, (alternatives, criteria))
    weights = generator.dirichlet(np.full(criteria, 4.0))
    return matrix, weights, np.where(np.arange(criteria) % 3 == 2, -1, 1)


def minmax(matrix: Floats, types: NDArray[np.int64]) -> Floats:
    """The matrix on 0..1, 1 = best."""
    low, high = matrix.min(0), matrix.max(0)
    return np.asarray(np.where(types > 0, (matrix - low) / (high - low), (high - matrix) / (high - low)))


def _extremes(matrix: Floats, fold: int = 64) -> tuple[Floats, Floats]:
    rows, columns = matrix.shape
    quotient = rows // fold
    if quotient < 16:
        return matrix.min(0), matrix.max(0)
    folded = matrix[: quotient * fold].reshape(quotient, fold * columns)
    low = folded.min(0).reshape(fold, columns).min(0)
    high = folded.max(0).reshape(fold, columns).max(0)
    rest = matrix[quotient * fold :]
    if len(rest):
        low, high = np.minimum(low, rest.min(0)), np.maximum(high, rest.max(0))
    return low, high


def topsis(matrix: Floats, weights: Floats, types: NDArray[np.int64], block: int = 1024) -> Any:
    """Min-max TOPSIS with competition ranks, the normalisation folded into the weights."""
    rows, columns = matrix.shape
    low, high = _extremes(matrix)
    spread = high - low
    spread[spread == 0] = 1.0
    factors = (weights / spread) ** 2
    best, worst = np.where(types > 0, high, low), np.where(types > 0, low, high)
    plus, minus = np.empty(rows), np.empty(rows)
    scratch = np.empty((min(block, rows), columns))
    for start in range(0, rows, block):
        part = matrix[start : start + block]
        gap = scratch[: len(part)]
        for origin, target in ((best, plus), (worst, minus)):
            np.subtract(part, origin, out=gap)
            np.multiply(gap, gap, out=gap)
            np.matmul(gap, factors, out=target[start : start + block])
    np.sqrt(plus, out=plus)
    np.sqrt(minus, out=minus)
    plus += minus
    np.divide(minus, plus, out=minus)
    return minus, _ranks(minus)


def _ranks(scores: Floats) -> NDArray[np.int64]:
    order = np.argsort(-scores)
    ordered = scores[order]
    ranks = np.empty(len(scores), np.int64)
    ranks[order] = np.arange(1, len(scores) + 1)
    tied = ordered[1:] == ordered[:-1]
    if tied.any():
        positions = np.arange(1, len(scores) + 1)
        positions[1:][tied] = 0
        ranks[order] = np.maximum.accumulate(positions)
    return ranks


def ahp(matrix: Floats) -> Any:
    """Weights and CR by the general eigenvalue routine, the quicker of the two ways at this size."""
    n = len(matrix)
    values, vectors = np.linalg.eig(matrix)
    place = values.real.argmax()
    weights = np.abs(vectors[:, place].real)
    weights /= weights.sum()
    return weights, (values[place].real - n) / (n - 1) / RANDOM_INDEX[n]


def _packed_order(losses: Floats) -> NDArray[np.int64]:
    count = losses.shape[1]
    mask = (1 << max(1, (count - 1).bit_length())) - 1
    packed = losses.view(np.int64)
    packed &= ~mask
    packed |= np.arange(count)
    packed.sort(axis=1)
    packed &= mask
    return packed


def _distances(unit: Floats) -> Floats:
    plus, minus = (unit.max(0) - unit) ** 2, (unit - unit.min(0)) ** 2
    return np.ascontiguousarray(np.hstack([plus.T, (plus + minus).T]))


def sweep(unit: Floats, weights: Floats, steps: int = 101) -> NDArray[np.int16]:
    """Ordinal ranks for every weight going from 0 to 1 in steps, the others in proportion."""
    count, m = len(weights), len(unit)
    t = np.linspace(0, 1, steps)
    others = weights / (1 - weights)[:, None]
    np.fill_diagonal(others, 0)
    rows = (1 - t)[None, :, None] * others[:, None, :]
    rows[np.arange(count), :, np.arange(count)] = t
    rows = rows.reshape(count * steps, count)
    distances = (rows * rows) @ _distances(unit)
    order = _packed_order(distances[:, :m] / distances[:, m:])
    ranks = np.empty(order.shape, np.int16)
    np.put_along_axis(ranks, order, np.arange(1, m + 1, dtype=np.int16)[None, :], axis=1)
    return ranks


def stability(unit: Floats, weights: Floats) -> Any:
    """Per criterion the weights between which the leader, and the whole order, stay: roots of quadratics."""
    squared = weights * weights
    plus, minus = (unit.max(0) - unit) ** 2, (unit - unit.min(0)) ** 2
    all_plus, all_minus = plus @ squared, minus @ squared
    order = np.argsort(all_plus / (all_plus + all_minus), kind="stable")

    def interval(i: NDArray[np.int64], k: NDArray[np.int64]) -> tuple[Floats, Floats]:
        ai, ak = all_plus[i][:, None] - plus[i] * squared, all_plus[k][:, None] - plus[k] * squared
        bi, bk = all_minus[i][:, None] - minus[i] * squared, all_minus[k][:, None] - minus[k] * squared
        a = minus[i] * plus[k] - minus[k] * plus[i]
        b = minus[i] * ak + bi * plus[k] - minus[k] * ai - bk * plus[i]
        c = bi * ak - bk * ai
        with np.errstate(all="ignore"):
            q = -0.5 * (b + np.copysign(np.sqrt(b * b - 4 * a * c), b))
            z = np.stack([q / a, c / q])
            z = np.where((z > 0) & np.isfinite(z), z, np.nan)
            low = np.fmax.reduce(np.where(z < squared, z, 0.0), axis=(0, 1))
            high = np.fmin.reduce(np.where(z > squared, z, np.inf), axis=(0, 1))
        return _share(low, weights), _share(high, weights)

    leader = np.full(len(order) - 1, order[0])
    return interval(leader, order[1:]), interval(order[:-1], order[1:])


def _share(z: Floats, weights: Floats) -> Floats:
    with np.errstate(invalid="ignore"):
        ratio = np.sqrt(z) / (1 - weights)
        return np.where(np.isinf(ratio), 1.0, ratio / (1 + ratio))


def acceptability(unit: Floats, draws: int, seed: int = 0) -> NDArray[np.int64]:
    """Rank counts (rank x alternative) of min-max TOPSIS under uniform random weights."""
    m, criteria = unit.shape
    tables = _distances(unit)
    size = int(min(8192, max(64, 1_228_800 // (24 * m))))
    offsets = np.arange(m) * m
    counts = np.zeros(m * m, np.int64)
    rows = np.empty((draws, criteria))
    for block, stream in enumerate(np.random.SeedSequence(seed).spawn(-(-draws // STREAM))):
        generator = np.random.Generator(np.random.SFC64(stream))
        generator.standard_exponential(out=rows[block * STREAM : (block + 1) * STREAM])
    for start in range(0, draws, size):
        part = rows[start : start + size]
        distances = (part * part) @ tables
        order = _packed_order(distances[:, :m] / distances[:, m:])
        counts += np.bincount((order + offsets).ravel(), minlength=m * m)
    return counts.reshape(m, m)


def without_each_minmax(matrix: Floats, weights: Floats, types: NDArray[np.int64]) -> tuple[Floats, Floats]:
    """Min-max TOPSIS scores, and those without each: only extremes of a column change anything."""
    base = _closeness(minmax(matrix, types), weights)
    scores = np.repeat(base[None], len(matrix), axis=0)
    keep = np.ones(len(matrix), bool)
    for row in np.unique(np.concatenate([matrix.argmin(0), matrix.argmax(0)])):
        keep[row] = False
        scores[row, keep] = _closeness(minmax(matrix[keep], types), weights)
        keep[row] = True
    np.fill_diagonal(scores, np.nan)
    return base, scores


def without_each_vector(matrix: Floats, weights: Floats, types: NDArray[np.int64]) -> tuple[Floats, Floats]:
    """The same for vector normalisation: norms are downdated, all distances are one product."""
    squares = matrix * matrix
    total = squares.sum(0)
    squared = weights * weights
    factors = np.vstack([squared / total, squared / (total - squares)])
    best, worst = (
        np.where(types > 0, matrix.max(0), matrix.min(0)),
        np.where(types > 0, matrix.min(0), matrix.max(0)),
    )
    plus, minus = factors @ ((best - matrix) ** 2).T, factors @ ((worst - matrix) ** 2).T
    keep = np.ones(len(matrix), bool)
    for row in np.unique(np.concatenate([matrix.argmin(0), matrix.argmax(0)])):
        keep[row] = False
        high, low = matrix[keep].max(0), matrix[keep].min(0)
        plus[row + 1] = ((np.where(types > 0, high, low) - matrix) ** 2) @ factors[row + 1]
        minus[row + 1] = ((np.where(types > 0, low, high) - matrix) ** 2) @ factors[row + 1]
        keep[row] = True
    np.sqrt(plus, out=plus)
    np.sqrt(minus, out=minus)
    scores = minus / (plus + minus)
    np.fill_diagonal(scores[1:], np.nan)
    return scores[0], scores[1:]


def _closeness(unit: Floats, weights: Floats) -> Floats:
    squared = weights * weights
    plus = np.sqrt(((unit.max(0) - unit) ** 2) @ squared)
    minus = np.sqrt(((unit - unit.min(0)) ** 2) @ squared)
    return np.asarray(minus / (plus + minus))


def reversals(base: Floats, scores: Floats) -> NDArray[np.int64]:
    """How many neighbours of the order change places in each case."""
    ordered = scores[:, np.argsort(-base, kind="stable")]
    found = np.zeros(len(base), np.int64)
    for case, row in enumerate(ordered):
        left = row[~np.isnan(row)]
        found[case] = np.count_nonzero(left[1:] > left[:-1])
    return found
