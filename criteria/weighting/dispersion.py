"""Where the answers of a group lie apart: the spread of every judgement, and who is at its ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats, Ints
from criteria.weighting.group import judgement_stack, member_shares

#: Spreads and ratios closer than this are the same: rounding must not decide what a group talks about first.
SAME = 1e-9


@dataclass(frozen=True, slots=True)
class Dispersion:
    """How far a group is apart on one pair of items, `first` before `second`.

    `factor` is the geometric standard deviation: most answers lie within that factor of their geometric mean,
    1 says that all are alike. `highest` are the members who give `first` the most, `lowest` the least.
    """

    first: int
    second: int
    answered: int
    factor: float
    mean: float
    largest: float
    smallest: float
    highest: tuple[int, ...]
    lowest: tuple[int, ...]


def answered_counts(matrices: Sequence[ArrayLike] | Floats) -> Ints:
    """How many of K members answered each judgement (n x n)."""
    return np.asarray((~np.isnan(judgement_stack(matrices))).sum(axis=0), dtype=np.int64)


def geometric_deviation(matrices: Sequence[ArrayLike] | Floats, shares: ArrayLike | None = None) -> Floats:
    """The geometric standard deviation of each judgement (n x n), NaN where fewer than two answered.

    exp(sqrt(sum (ln a_k - mean)^2 / (K - 1))) over the K who answered (Goepel 2018, eq. 10). With `shares` p,
    scaled to sum 1 among those: exp(sqrt(sum p_k (ln a_k - mean)^2 / (1 - sum p_k^2))), which is the same for
    equal shares and knows no unit. A share says how much one view counts, not that two people hold it.
    """
    stack = judgement_stack(matrices)
    given = member_shares(shares, len(stack))
    return _deviation(np.log(stack), given)[0]


def most_dispersed(
    matrices: Sequence[ArrayLike] | Floats, shares: ArrayLike | None = None
) -> tuple[Dispersion, ...]:
    """The pairs that at least two members answered, the largest spread first: talk about these first.

    Equal spreads keep the order of the items. Members without a share have no say, as in `aij`.
    """
    stack = judgement_stack(matrices)
    given = member_shares(shares, len(stack))
    logs = np.where(given[:, None, None] > 0.0, np.log(stack), np.nan)
    factors, means = _deviation(logs, given)
    pairs = zip(*np.triu_indices(stack.shape[1], 1), strict=True)
    found = [
        _dispersion(int(i), int(j), logs[:, i, j], float(factors[i, j]), float(means[i, j]))
        for i, j in pairs
        if not np.isnan(factors[i, j])
    ]
    return tuple(sorted(found, key=lambda one: (-round(one.factor / SAME), one.first, one.second)))


def _deviation(logs: Floats, shares: Floats) -> tuple[Floats, Floats]:
    """Geometric deviation and mean of each judgement, from logarithms (K x n x n) with NaN."""
    known = ~np.isnan(logs) & (shares[:, None, None] > 0.0)
    voices = np.where(known, shares[:, None, None], 0.0)
    total = voices.sum(axis=0)
    voices = voices / np.where(total > 0.0, total, 1.0)
    values = np.where(known, logs, 0.0)
    mean = (voices * values).sum(axis=0)
    square = (voices * np.square(values - mean)).sum(axis=0)
    freedom = 1.0 - np.square(voices).sum(axis=0)
    several = known.sum(axis=0) > 1
    factor = np.exp(np.sqrt(square / np.where(several, freedom, 1.0)))
    return np.where(several, factor, np.nan), np.where(total > 0.0, np.exp(mean), np.nan)


def _dispersion(first: int, second: int, logs: Floats, factor: float, mean: float) -> Dispersion:
    largest, smallest = float(np.nanmax(logs)), float(np.nanmin(logs))
    return Dispersion(
        first=first,
        second=second,
        answered=int((~np.isnan(logs)).sum()),
        factor=factor,
        mean=mean,
        largest=float(np.exp(largest)),
        smallest=float(np.exp(smallest)),
        highest=tuple(int(k) for k in np.flatnonzero(logs >= largest - SAME)),
        lowest=tuple(int(k) for k in np.flatnonzero(logs <= smallest + SAME)),
    )
