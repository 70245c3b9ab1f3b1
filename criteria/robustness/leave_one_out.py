"""Scores with each alternative left out in turn, without scoring everything anew."""

from __future__ import annotations

import numpy as np

from criteria.arrays import Floats, Ints
from criteria.robustness.score_stacks import AdditiveStack, StackMethod, TopsisStack, closeness_of

# Where less of a column than this is left, the difference of sums would be rounding.
_LITTLE = 1e-4
_BLOCK_CELLS = 400_000


def scores_without_each(method: StackMethod, table: Floats, weights: Floats) -> Floats:
    """Row i holds the scores (m x m) when alternative i is left out, NaN for i itself.

    Where an alternative neither is an extreme of a column nor changes its sum, nothing changes. Column sums
    and norms without it follow from those with it; only extremes, at most two a criterion, ask for more.
    """
    count = len(table)
    if count == 1:
        return np.full((1, 1), np.nan)
    if isinstance(method, TopsisStack) and method.normalisation == "vector":
        scores = _vector(method, table, weights)
    elif isinstance(method, AdditiveStack) and method.is_relative:
        scores = _shares(method, table, weights)
    else:
        own = method.scores(table[None].copy(), weights[None])[0]
        scores = np.repeat(own[None], count, axis=0)
        if method.is_relative:
            _score_anew(scores, _extreme_rows(table), method, table, weights)
    np.fill_diagonal(scores, np.nan)
    return scores


def _vector(method: TopsisStack, table: Floats, weights: Floats) -> Floats:
    """Norms are downdated, so all distances from unchanged ideals are one product."""
    squares = np.square(table)
    total = squares.sum(axis=0)
    left = total - squares
    up = method.directions > 0
    high, low = table.max(axis=0), table.min(axis=0)
    best, worst = np.where(up, high, low), np.where(up, low, high)
    idle = high - low <= 1e-12 * np.maximum(np.abs(low), np.abs(high))
    factors = np.where(idle | (left <= 0.0), 0.0, np.square(weights) / np.where(left <= 0.0, 1.0, left))
    plus, minus = factors @ np.square(best - table).T, factors @ np.square(table - worst).T
    anew = _extreme_rows(table)
    for row in anew:
        others = np.delete(table, row, axis=0)
        top, bottom = others.max(axis=0), others.min(axis=0)
        same = top - bottom <= 1e-12 * np.maximum(np.abs(bottom), np.abs(top))
        own = np.where(same, 0.0, factors[row])
        plus[row] = np.square(np.where(up, top, bottom) - table) @ own
        minus[row] = np.square(table - np.where(up, bottom, top)) @ own
    scores = closeness_of(plus, minus)
    doubtful = np.flatnonzero((left <= _LITTLE * total).any(axis=1))
    _score_anew(scores, doubtful, method, table, weights)
    return scores


def _shares(method: AdditiveStack, table: Floats, weights: Floats) -> Floats:
    """Columns are divided by what is left of their sum."""
    total = table.sum(axis=0)
    left = total - table
    little = left <= _LITTLE * total
    scores = np.asarray((weights / np.where(little, 1.0, left)) @ table.T)
    _score_anew(scores, np.flatnonzero(little.any(axis=1)), method, table, weights)
    return scores


def _extreme_rows(table: Floats) -> Ints:
    """The alternatives that are the highest or the lowest of some column."""
    return np.unique(np.concatenate([table.argmin(axis=0), table.argmax(axis=0)]))


def _score_anew(scores: Floats, rows: Ints, method: StackMethod, table: Floats, weights: Floats) -> None:
    """Fill in some rows of `scores` by scoring what is left without them, a block at a time."""
    places = np.arange(len(table) - 1)
    size = max(1, _BLOCK_CELLS // table.size)
    for start in range(0, len(rows), size):
        part = rows[start : start + size]
        kept = places[None] + (places[None] >= part[:, None])
        found = method.scores(table[kept], np.repeat(weights[None], len(part), axis=0))
        scores[part[:, None], kept] = found
