"""One ranking out of several: points by place (Borda), duels (Copeland) and least disagreement (Kemeny)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats, Ints, finite_matrix, weight_vector
from criteria.errors import MethodError
from criteria.ranking.agreement import average_ranks
from criteria.ranking.kemeny_orders import Orders, best_orders
from criteria.ranking.ranks import competition_ranks

#: The most items that may be bound up with each other in one exact search.
LARGEST_KNOT = 16
#: As many best orders are listed, unless asked otherwise.
LISTED = 24


@dataclass(frozen=True, slots=True, eq=False)
class Compromise:
    """Points of each item, the more the better, and the ranks they give; equal points share the best rank."""

    points: Floats
    ranks: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Kemeny:
    """The orders (items, best first) that contradict the given rankings least, as far as they are listed.

    `disagreement` counts the ordered pairs that rankings hold the other way round; a tie contradicts nobody.
    `count` is the number of all best orders, `best` and `worst` the places of each item over all of them.
    """

    orders: tuple[tuple[int, ...], ...]
    count: int
    disagreement: float
    best: Ints
    worst: Ints

    @property
    def is_complete(self) -> bool:
        """Whether every best order is listed."""
        return len(self.orders) == self.count


def duels(rankings: Sequence[ArrayLike], voters: ArrayLike | None = None) -> Floats:
    """How many put item i strictly before item j (n x n), from rank vectors with 1 = best and ties.

    `voters` says how many stand behind each ranking, one if nothing is said.
    """
    places, counts = _ballots(rankings, voters)
    ahead = np.zeros((places.shape[1], places.shape[1]))
    for ranks, count in zip(places, counts, strict=True):
        ahead += count * (ranks[:, None] < ranks)
    return ahead


def borda(rankings: Sequence[ArrayLike], voters: ArrayLike | None = None) -> Compromise:
    """Borda points: for each ranking the number of items behind, and half of those at the same place."""
    places, counts = _ballots(rankings, voters)
    points = np.zeros(places.shape[1])
    for ranks, count in zip(places, counts, strict=True):
        points += count * (len(ranks) - average_ranks(ranks))
    return Compromise(points, competition_ranks(points))


def copeland(rankings: Sequence[ArrayLike], voters: ArrayLike | None = None) -> Compromise:
    """Copeland points: duels won by majority less duels lost; a drawn duel counts nothing."""
    lead = _majorities(duels(rankings, voters))
    points = np.sign(lead).sum(axis=1)
    return Compromise(points, competition_ranks(points))


def kemeny(rankings: Sequence[ArrayLike], voters: ArrayLike | None = None, listed: int = LISTED) -> Kemeny:
    """The orders with the least disagreement (Kemeny 1959), exactly, with the first `listed` of them.

    Items that everyone before a cut beats are placed apart (Truchon 1998: the extended Condorcet criterion),
    so that only knots of items that beat each other in circles need a search. Raises MethodError where a
    knot holds more than 16 items.
    """
    ahead = duels(rankings, voters)
    lead = _majorities(ahead)
    best, worst = np.empty(len(ahead), dtype=np.int64), np.empty(len(ahead), dtype=np.int64)
    orders: tuple[tuple[int, ...], ...] = ((),)
    count, start = 1, 0
    for knot in knots(lead):
        if len(knot) > LARGEST_KNOT:
            raise MethodError(
                f"{len(knot)} items beat each other in circles; the order with the least disagreement is "
                f"searched for among {LARGEST_KNOT} at most. Use Borda or Copeland points."
            )
        found: Orders = best_orders(lead[np.ix_(knot, knot)], listed)
        best[knot], worst[knot] = start + found.best, start + found.worst
        tails = [tuple(int(knot[place]) for place in order) for order in found.orders]
        orders = tuple(head + tail for head in orders for tail in tails)[:listed]
        count, start = count * found.count, start + len(knot)
    against = sum(
        float(ahead[np.ix_(orders[0][place + 1 :], [item])].sum()) for place, item in enumerate(orders[0])
    )
    return Kemeny(orders, count, against, best, worst)


def knots(lead: Floats) -> tuple[Ints, ...]:
    """The items in groups, best first, such that each beats every item of all later groups.

    `lead` holds by how many item i is preferred to item j; inside a group no such cut is possible.
    """
    beats = lead > 0.0
    standing = (lead >= 0.0).sum(axis=1)
    order = np.argsort(-standing, kind="stable")
    sorted_beats = beats[np.ix_(order, order)]
    groups, start = [], 0
    for end in range(1, len(order) + 1):
        if sorted_beats[start:end, end:].all():
            groups.append(np.sort(order[start:end]))
            start = end
    return tuple(groups)


def _majorities(ahead: Floats) -> Floats:
    """By how many i is preferred to j; what is mere rounding of fractional voters is a draw."""
    lead = ahead - ahead.T
    return np.where(np.abs(lead) <= 1e-9 * np.maximum(1.0, ahead + ahead.T), 0.0, lead)


def _ballots(rankings: Sequence[ArrayLike], voters: ArrayLike | None) -> tuple[Floats, Floats]:
    if len({np.shape(ranking) for ranking in rankings}) != 1:
        raise MethodError("Rankings can be joined only if there are some and they rank the same items.")
    places = finite_matrix(np.asarray(rankings, dtype=np.float64), "table of rankings")
    counts = (
        np.ones(len(places)) if voters is None else weight_vector(voters, len(places), "numbers of voters")
    )
    return places, counts
