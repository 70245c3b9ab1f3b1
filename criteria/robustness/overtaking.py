"""Overtaking: who passes whom between two rankings of the same alternatives, counted over many cases."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.arrays import Bools, Floats, Ints
from criteria.ranking.ranks import TIE_TOLERANCE


@dataclass(frozen=True, slots=True)
class Passing:
    """In this case `overtaking` comes to stand ahead of `overtaken`, behind whom it stood."""

    case: int
    overtaken: int
    overtaking: int


@dataclass(frozen=True, slots=True)
class Overtaking:
    """In how many cases somebody passes somebody, and passes the best; and the first of them."""

    reversals: int
    winner_changes: int
    first: Passing | None
    first_winner: Passing | None


def overtakings(base: Floats, after: Floats) -> Overtaking:
    """What becomes of the order of scores (m) in each of k cases (k x m), NaN for who is not there.

    Only who was strictly behind and is strictly ahead has passed: ties that part, or form, reverse nothing.
    """
    if not len(after):
        return Overtaking(0, 0, None, None)
    order = np.argsort(-base, kind="stable")
    ordered, falling = after[:, order], base[order]
    # Of those strictly ahead before, the one with the lowest score now: whoever is above it has passed it.
    groups = np.concatenate([[True], falling[:-1] - falling[1:] > TIE_TOLERANCE])
    start = np.maximum.accumulate(np.where(groups, np.arange(len(base)), 0))
    lowest = np.fmin.accumulate(ordered, axis=1)
    ahead = np.full(ordered.shape, np.nan)
    later = np.flatnonzero(start > 0)
    ahead[:, later] = lowest[:, start[later] - 1]
    passed = ordered > ahead + TIE_TOLERANCE
    cases = np.flatnonzero(passed.any(axis=1))
    winners = _winner_changes(ordered, start)
    first = None
    if len(cases):
        case = int(cases[0])
        place = int(passed[case].argmax())
        overtaken = int(np.nanargmin(ordered[case, : start[place]]))
        first = Passing(case, int(order[overtaken]), int(order[place]))
    return Overtaking(len(cases), int(winners.sum()), first, _first_winner(ordered, order, winners))


def _winner_changes(ordered: Floats, start: Ints) -> Bools:
    """In which cases the best of those present, and all who tied with it, stand behind another (k)."""
    present = ~np.isnan(ordered)
    best = present.argmax(axis=1)
    is_best = present & (start[None] == start[best][:, None])
    scores = np.where(present, ordered, -np.inf)
    own = np.where(is_best, scores, -np.inf).max(axis=1)
    return np.asarray(scores.max(axis=1) > own + TIE_TOLERANCE)


def _first_winner(ordered: Floats, order: Ints, winners: Bools) -> Passing | None:
    if not winners.any():
        return None
    case = int(winners.argmax())
    present = ~np.isnan(ordered[case])
    return Passing(case, int(order[present.argmax()]), int(order[np.nanargmax(ordered[case])]))


def circular_triads(lead: Floats) -> tuple[int, tuple[int, int, int] | None]:
    """How many triples beat each other in a circle, and the first: a beats b beats c beats a.

    `lead[i, k]` is how far i is ahead of k where only the two are compared (m x m, antisymmetric).
    """
    beats = (lead > TIE_TOLERANCE).astype(np.float64)
    # Ways from i over one other to k, closed by k beating i; every circle is met at each of its three.
    circles = (beats @ beats) * beats.T
    count = round(float(circles.sum()) / 3.0)
    if not count:
        return 0, None
    one, last = (int(place) for place in np.argwhere(circles > 0)[0])
    middle = int((beats[one] * beats[:, last]).argmax())
    return count, (one, middle, last)
