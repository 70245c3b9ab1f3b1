"""The best orders of a few items by dynamic programming over which of them stand in front."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

import numpy as np

from criteria.arrays import Bools, Floats, Ints


@dataclass(frozen=True, slots=True, eq=False)
class Orders:
    """Some or all best orders, their number, and the best and worst place (from 1) of each item in all."""

    orders: tuple[tuple[int, ...], ...]
    count: int
    best: Ints
    worst: Ints


def best_orders(lead: Floats, listed: int) -> Orders:
    """The orders of n items that lose the least, with the first `listed` of them; 2^n steps of n.

    `lead` (n x n, antisymmetric) holds by how many item i is preferred to item j. Putting i before j loses
    lead[j, i], so that a draw loses nothing; the sum over all pairs is least.
    """
    count = len(lead)
    steps = _losses(lead)
    ahead, behind = _least_ahead(steps, count), _least_behind(steps, count)
    slack = 1e-9 * max(1.0, float(np.abs(lead).sum()))
    after = np.arange(1 << count)[:, None] | (1 << np.arange(count))
    free = after != np.arange(1 << count)[:, None]
    # A step from one set of leaders to the next lies on a best order where both parts are the best possible.
    total = ahead[:, None] + steps + behind[after]
    taken = free & (total <= behind[0] + slack)
    sizes = _sizes(count)
    ways = _ways(taken, after, sizes)
    places = [sizes[taken[:, item]] for item in range(count)]
    return Orders(
        orders=tuple(islice(_walk(taken, count), listed)),
        count=ways,
        best=np.array([found.min() + 1 for found in places], dtype=np.int64),
        worst=np.array([found.max() + 1 for found in places], dtype=np.int64),
    )


def _losses(lead: Floats) -> Floats:
    """What it loses to place item i (column) right behind the set of leaders (row, as bits)."""
    count = len(lead)
    losses = np.zeros((1 << count, count))
    for item in range(count):
        size = 1 << item
        losses[size : 2 * size] = losses[:size] - lead[item]
    return losses


def _sizes(count: int) -> Ints:
    sizes = np.zeros(1 << count, dtype=np.int64)
    for item in range(count):
        sizes[1 << item : 2 << item] = sizes[: 1 << item] + 1
    return sizes


def _least_ahead(steps: Floats, count: int) -> Floats:
    """The least loss among the items of each set, for sets that stand in front."""
    least = np.full(1 << count, np.inf)
    least[0] = 0.0
    sizes, sets = _sizes(count), np.arange(1 << count)
    for size in range(1, count + 1):
        layer = sets[sizes == size]
        for item in range(count):
            inside = layer[layer >> item & 1 == 1]
            former = inside ^ (1 << item)
            least[inside] = np.minimum(least[inside], least[former] + steps[former, item])
    return least


def _least_behind(steps: Floats, count: int) -> Floats:
    """The least loss of placing all others behind each set that stands in front."""
    least = np.full(1 << count, np.inf)
    least[-1] = 0.0
    sizes, sets = _sizes(count), np.arange(1 << count)
    for size in range(count - 1, -1, -1):
        layer = sets[sizes == size]
        for item in range(count):
            outside = layer[layer >> item & 1 == 0]
            later = outside | (1 << item)
            least[outside] = np.minimum(least[outside], least[later] + steps[outside, item])
    return least


def _ways(taken: Bools, after: Ints, sizes: Ints) -> int:
    """How many best orders there are; 64 bits hold those of 20 items."""
    ways = np.zeros(len(sizes), dtype=np.int64)
    ways[0] = 1
    for size in range(int(sizes[-1])):
        layer = sizes == size
        rows, columns = np.nonzero(taken & layer[:, None])
        np.add.at(ways, after[rows, columns], ways[rows])
    return int(ways[-1])


def _walk(taken: Bools, count: int) -> Iterator[tuple[int, ...]]:
    """Every best order, the smallest item first where several may come next."""
    last = (1 << count) - 1
    stack: list[tuple[int, tuple[int, ...]]] = [(0, ())]
    while stack:
        leaders, order = stack.pop()
        if leaders == last:
            yield order
        following = reversed(np.flatnonzero(taken[leaders]).tolist())
        stack.extend((leaders | 1 << item, (*order, item)) for item in following)
