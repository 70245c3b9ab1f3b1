"""Which pairs of alternatives must keep their order for the winner, the best k or the whole order to stay."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.arrays import Bools, Ints
from criteria.errors import MethodError


@dataclass(frozen=True, slots=True, eq=False)
class Pairs:
    """Pairs of alternatives of which the first is ahead now, or level with the second (`tied`)."""

    first: Ints
    second: Ints
    tied: Bools


def winner_pairs(ranks: Ints, order: Ints) -> Pairs:
    """The winner against everybody; `order` lists the alternatives by rank."""
    first = np.full(len(order) - 1, order[0])
    return Pairs(first, order[1:], ranks[order[1:]] == 1)


def neighbour_pairs(ranks: Ints, order: Ints) -> Pairs:
    """Everybody against the next: while these stay, so does the whole order."""
    return Pairs(order[:-1], order[1:], ranks[order[:-1]] == ranks[order[1:]])


def top_pairs(ranks: Ints, order: Ints, top: int) -> Pairs:
    """Members of the best `top` against the others; where places at the edge are shared, also those there."""
    if top < 1:
        raise MethodError("The best k alternatives need a k of at least 1.")
    inside = order[ranks[order] <= top]
    outside = order[len(inside) :]
    first, second = np.repeat(inside, len(outside)), np.tile(outside, len(inside))
    edge = inside[ranks[inside] == ranks[inside[-1]]] if len(inside) > top else inside[:0]
    tied = np.concatenate([np.zeros(len(first), dtype=bool), np.ones(max(0, len(edge) - 1), dtype=bool)])
    return Pairs(np.concatenate([first, edge[:-1]]), np.concatenate([second, edge[1:]]), tied)
