"""Which comparison to ask for next: first what links all items, then what is least certain."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Bools, Floats
from criteria.weighting.judgements import check_pairwise, components, linked_laplacian

Pair = tuple[int, int]

# Resistances of symmetrical graphs differ by rounding only.
_LEVEL = 1e-9


def next_pair(
    matrix: ArrayLike, order: Sequence[Pair] | None = None, skip: Collection[Pair] = ()
) -> Pair | None:
    """The most useful open comparison (i < j, from 0) of an n x n matrix; None where none is left to ask.

    While groups of items are not linked, a pair that links two of them, of the items with fewest answers:
    n - 1 such answers make a spanning chain. Then the pair of the largest effective resistance in the graph
    of known pairs, which is the variance of u_i - u_j in the least-squares fit of logarithms: asking it
    shrinks the volume of uncertainty most. Equals go by `order`; pairs in `skip` are never asked.
    """
    values = check_pairwise(matrix, allow_missing=True)
    known = ~np.isnan(values)
    left = set(skip) | {(j, i) for i, j in skip}
    pairs = combinations(range(len(values)), 2) if order is None else [(min(p), max(p)) for p in order]
    asked = [pair for pair in pairs if not known[pair] and pair not in left]
    if not asked:
        return None
    group_of = np.empty(len(values), dtype=np.int64)
    for place, group in enumerate(components(values)):
        group_of[list(group)] = place
    links = [pair for pair in asked if group_of[pair[0]] != group_of[pair[1]]]
    if links:
        answers = known.sum(axis=1)
        return min(links, key=lambda pair: int(answers[pair[0]] + answers[pair[1]]))
    uncertain = resistances(known)
    found = np.array([uncertain[pair] for pair in asked])
    return asked[int((found >= found.max() - _LEVEL).argmax())]


def useful_order(n: int, seed: int) -> tuple[Pair, ...]:
    """All pairs of n items (i < j, from 0) in an order to ask: shuffled by the seed, early answers spread.

    Wherever the questioning stops, the answers link as many items as they can and pin them down evenly.
    """
    pairs = list(combinations(range(n), 2))
    np.random.default_rng(seed).shuffle(pairs)
    shuffled = [(int(i), int(j)) for i, j in pairs]
    matrix = np.where(np.eye(n, dtype=bool), 1.0, np.nan)
    found: list[Pair] = []
    while (pair := next_pair(matrix, shuffled)) is not None:
        matrix[pair] = matrix[pair[::-1]] = 1.0
        shuffled.remove(pair)
        found.append(pair)
    return tuple(found)


def resistances(known: Bools) -> Floats:
    """Effective resistances (n x n) between items of the graph of known pairs, infinite between groups."""
    laplacian, level = linked_laplacian(known)
    inverse = np.linalg.inv(laplacian + level)
    own = inverse.diagonal()
    return np.where(level > 0.0, own[:, None] + own - 2.0 * inverse, np.inf)
