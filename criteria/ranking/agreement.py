"""How far rankings agree: Spearman, Kendall tau-b, weighted Spearman, WS and the drastic WS distance."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats
from criteria.errors import MethodError

Measure = Literal["spearman", "kendall", "weighted_spearman", "ws"]
_BLOCK_CELLS = 4_000_000


def average_ranks(values: ArrayLike) -> Floats:
    """Ascending ranks from 1 of n values; exact ties share the mean of the places they take."""
    given = np.asarray(values, dtype=np.float64)
    _, place, counts = np.unique(given, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return np.asarray((last - 0.5 * (counts - 1))[place])


def spearman(first: ArrayLike, second: ArrayLike) -> float | None:
    """Spearman's rho, the correlation of average ranks; None below two items or if one side is constant.

    The arguments may be ranks or any values; both are ranked here.
    """
    return _measured(_spearman, first, second)


def kendall(first: ArrayLike, second: ArrayLike) -> float | None:
    """Kendall's tau-b, which corrects for ties; None below two items or if one side is constant."""
    return _measured(_kendall, first, second)


def weighted_spearman(reference: ArrayLike, compared: ArrayLike) -> float | None:
    """Weighted Spearman r_w of two rank vectors, 1 = best (Pinto da Costa & Soares 2005), tops counting more.

    r_w = 1 - 6 sum (x-y)^2 ((N-x+1)+(N-y+1)) / (N^4+N^3-N^2-N). Ties take average ranks; None as for
    Spearman.
    """
    return _measured(_weighted_spearman, reference, compared)


def ws(reference: ArrayLike, compared: ArrayLike) -> float | None:
    """Rank similarity WS of two rank vectors, 1 = best (Salabun & Urbaniak 2020); not symmetric.

    WS = 1 - sum 2^-x |x-y| / max(|1-x|, |N-x|) with x the reference. Ties take average ranks; None as for
    Spearman.
    """
    return _measured(_ws, reference, compared)


def drastic_distance(reference: ArrayLike, compared: ArrayLike) -> float | None:
    """Drastic WS distance of two rank vectors, 1 = best (Salabun & Shekhovtsov 2023): 0 alike, 1 nobody kept.

    The share of 2^-x that belongs to items with another rank, x being the reference: not symmetric. Ties
    take average ranks; None as for Spearman.
    """
    return _measured(_drastic_distance, reference, compared)


def similarities(
    rankings: Sequence[ArrayLike], measure: Measure = "kendall"
) -> tuple[tuple[float | None, ...], ...]:
    """How alike each two of several rankings are; the row is the reference, which matters for `ws` alone.

    None wherever one of the two is constant or there are fewer than two items.
    """
    if measure not in FORMULAS:
        raise MethodError(f"There is no measure '{measure}'; use {', '.join(FORMULAS)}.")
    given = [np.asarray(ranking, dtype=np.float64) for ranking in rankings]
    for ranking in given:
        _require_same_items(given[0], ranking)
    telling = [place for place, ranking in enumerate(given) if _is_telling(ranking)]
    ranks = [average_ranks(given[place]) for place in telling]
    found: list[list[float | None]] = [[None] * len(given) for _ in given]
    values = _kendall_table(ranks) if measure == "kendall" else _table(FORMULAS[measure], ranks)
    for row, place in enumerate(telling):
        for column, other in enumerate(telling):
            found[place][other] = float(values[row, column])
    return tuple(tuple(row) for row in found)


def _spearman(x: Floats, y: Floats) -> float:
    x, y = x - x.mean(), y - y.mean()
    return float(x.dot(y) / np.sqrt(x.dot(x) * y.dot(y)))


def _kendall(x: Floats, y: Floats) -> float:
    return float(_kendall_table([x, y])[0, 1])


def _weighted_spearman(x: Floats, y: Floats) -> float:
    count = len(x)
    weighted = np.square(x - y) * ((count - x + 1) + (count - y + 1))
    return 1.0 - 6.0 * float(weighted.sum()) / (count**4 + count**3 - count**2 - count)


def _ws(x: Floats, y: Floats) -> float:
    furthest = np.maximum(np.abs(1.0 - x), np.abs(len(x) - x))
    return 1.0 - float((np.exp2(-x) * np.abs(x - y) / furthest).sum())


def _drastic_distance(x: Floats, y: Floats) -> float:
    importance = np.exp2(-x)
    return float(importance[x != y].sum() / importance.sum())


#: The formula of each measure, on average ranks that are not constant.
FORMULAS: Mapping[Measure, Callable[[Floats, Floats], float]] = {
    "spearman": _spearman,
    "kendall": _kendall,
    "weighted_spearman": _weighted_spearman,
    "ws": _ws,
}


def _table(formula: Callable[[Floats, Floats], float], ranks: Sequence[Floats]) -> Floats:
    values = [[formula(x, y) for y in ranks] for x in ranks]
    return np.array(values, dtype=float).reshape(len(ranks), len(ranks))


def _kendall_table(ranks: Sequence[Floats]) -> Floats:
    """tau-b of each two rankings: concordance of the signs of all pairs, over what is not tied in each."""
    if not ranks:
        return np.empty((0, 0))
    stacked = np.stack(ranks)
    sets, count = stacked.shape
    rows = max(1, _BLOCK_CELLS // (sets * count))
    concordance = np.zeros((sets, sets))
    for start in range(0, count, rows):
        signs = np.sign(stacked[:, start : start + rows, None] - stacked[:, None, :]).reshape(sets, -1)
        concordance += signs @ signs.T
    untied = np.sqrt(np.diag(concordance))
    return np.asarray(concordance / np.outer(untied, untied))


def _measured(
    formula: Callable[[Floats, Floats], float], first: ArrayLike, second: ArrayLike
) -> float | None:
    given = (np.asarray(first, dtype=np.float64), np.asarray(second, dtype=np.float64))
    _require_same_items(*given)
    if not all(_is_telling(side) for side in given):
        return None
    return formula(average_ranks(given[0]), average_ranks(given[1]))


def _require_same_items(first: Floats, second: Floats) -> None:
    if first.shape != second.shape or first.ndim != 1:
        raise MethodError("Two rankings can be compared only if they rank the same items.")
    if not (np.isfinite(first).all() and np.isfinite(second).all()):
        raise MethodError("A ranking to be compared holds something that is not a number.")


def _is_telling(ranking: Floats) -> bool:
    return len(ranking) > 1 and not bool((ranking == ranking[0]).all())
