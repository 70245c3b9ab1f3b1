"""Why did it move: every change of a score or rank between two studies, shared out among what was changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations
from math import comb

import numpy as np

from criteria.arrays import Floats
from criteria.model.settings import Method
from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.robustness.change_groups import ChangeGroup, Split, change_groups, common_projects
from criteria.robustness.mixed_study import Mixer

#: Up to so many groups every combination of changes is ranked; beyond, random orders of making them are.
MOST_EXACT = 6


@dataclass(frozen=True)
class GroupEffect:
    """What one group of changes does to the first place, made alone or as the only one not made.

    `alone` are the winners if nothing else had been changed, `without` if everything else had.
    """

    group: ChangeGroup
    alone: tuple[str, ...]
    without: tuple[str, ...]
    moves_winner: bool
    is_needed: bool


@dataclass(frozen=True)
class ProjectMove:
    """How a project's score and place changed, and what each group of changes has brought of it, in order.

    An excluded project has no rank; its place is behind all that are ranked. The parts add up to the whole
    change. Scores and their parts are None where figures are missing, before, after or in between; standard
    errors are None where parts are exact.
    """

    project: str
    score_before: float | None
    score_after: float | None
    rank_before: int | None
    rank_after: int | None
    place_before: int
    place_after: int
    score_parts: tuple[float, ...] | None
    place_parts: tuple[float, ...]
    score_errors: tuple[float, ...] | None = None
    place_errors: tuple[float, ...] | None = None


@dataclass(frozen=True)
class Attribution:
    """The moves of all projects that both studies have, and the groups of changes behind them.

    `orders` is 0 where every combination of changes was ranked, else the number of random orders.
    """

    method: Method
    groups: tuple[GroupEffect, ...]
    projects: tuple[ProjectMove, ...]
    winners_before: tuple[str, ...]
    winners_after: tuple[str, ...]
    orders: int

    @property
    def is_exact(self) -> bool:
        """Whether the parts are Shapley values and not estimates of them."""
        return self.orders == 0

    @property
    def is_winner_changed(self) -> bool:
        """Whether others are first."""
        return set(self.winners_before) != set(self.winners_after)


def attribute(
    before: Study,
    after: Study,
    method: Method = "topsis",
    split: Split = "kind",
    *,
    orders: int = 64,
    seed: int = 0,
    progress: Callable[[float], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> Attribution | None:
    """What each group of changes brought: Shapley values over all orders of making the changes.

    A group's part is what it changes when it is made, on average over all orders of making the groups
    (Shapley 1953), so the parts add up exactly and no order is preferred. All combinations are ranked up to
    six groups, or where that is no more work than `orders` random orders; beyond, these are, half of them the
    others backwards. The same seed gives the same parts. None when `cancelled` says so; `progress` hears 0
    to 1.
    """
    groups = change_groups(before, after, split, MOST_EXACT)
    table = _Table(before, after, method, groups)
    count = len(groups)
    drawn = () if _is_exact(count, orders) else _orders(count, orders, seed)
    sets = _needed(drawn, count) if drawn else _subsets(count)
    for done, made in enumerate(sets, 1):
        if cancelled is not None and cancelled():
            return None
        table.outcome(made)
        if progress is not None:
            progress(done / len(sets))
    parts, errors = _sampled(table, drawn) if drawn else (_shapley(table, count), None)
    return Attribution(
        method=method,
        groups=tuple(_effect(table, groups, place) for place in range(count)),
        projects=tuple(_moves(table, parts, errors)),
        winners_before=table.outcome(frozenset()).winners,
        winners_after=table.outcome(frozenset(range(count))).winners,
        orders=len(drawn),
    )


@dataclass(frozen=True, slots=True, eq=False)
class _Outcome:
    """Scores (NaN without one), places and ranks (0 for the excluded) of the common projects; the winners."""

    values: Floats
    ranks: tuple[int, ...]
    winners: tuple[str, ...]


class _Table:
    """The rankings after any of the groups of changes, each computed once."""

    def __init__(self, before: Study, after: Study, method: Method, groups: tuple[ChangeGroup, ...]) -> None:
        self.projects = common_projects(before, after)
        self._ends = (before, after)
        self._method = method
        self._groups = groups
        self._mixer = Mixer(before, after)
        self._known: dict[frozenset[int], _Outcome] = {}

    def outcome(self, made: frozenset[int]) -> _Outcome:
        """The ranking after some groups of changes."""
        if made not in self._known:
            self._known[made] = self._ranked(self._study(made))
        return self._known[made]

    def _study(self, made: frozenset[int]) -> Study:
        # The ends are the studies themselves, so that their rankings are those on the screen.
        if len(made) in (0, len(self._groups)):
            return self._ends[1 if made else 0]
        return self._mixer.study(part for place in made for part in self._groups[place].parts)

    def _ranked(self, study: Study) -> _Outcome:
        results = rank(study)
        found = results.methods[self._method]
        rows = [results.index(project) for project in self.projects]
        ranks = found.rank_best[rows]
        places = np.where(ranks > 0, ranks, len(results.ranked) + 1)
        return _Outcome(
            values=np.stack([found.scores[rows], places.astype(float)]),
            ranks=tuple(ranks.tolist()),
            winners=tuple(
                sorted(results.matrix.projects[row] for row in np.flatnonzero(found.rank_best == 1))
            ),
        )


def _subsets(count: int) -> list[frozenset[int]]:
    return [frozenset(made) for size in range(count + 1) for made in combinations(range(count), size)]


def _is_exact(count: int, orders: int) -> bool:
    """Whether all combinations are ranked: there are few, or no more than random orders would ask for."""
    return count <= MOST_EXACT or 2**count <= orders * count


def _orders(count: int, orders: int, seed: int) -> tuple[tuple[int, ...], ...]:
    """Random orders, each followed by the same backwards, which cancels much of the chance."""
    generator = np.random.default_rng(seed)
    drawn = [tuple(generator.permutation(count).tolist()) for _ in range(max(2, (orders + 1) // 2))]
    return tuple(order for one in drawn for order in (one, one[::-1]))


def _needed(orders: tuple[tuple[int, ...], ...], count: int) -> list[frozenset[int]]:
    """Every set of changes on the way of an order, each alone, and all but each."""
    found = {frozenset(order[:size]) for order in orders for size in range(count + 1)}
    found |= {frozenset([place]) for place in range(count)}
    found |= {frozenset(range(count)) - {place} for place in range(count)}
    return sorted(found, key=lambda made: (len(made), sorted(made)))


def _shapley(table: _Table, count: int) -> Floats:
    """The parts (groups x 2 x projects) of scores and places."""
    parts = np.zeros((count, 2, len(table.projects)))
    for made in _subsets(count):
        for place in set(range(count)) - made:
            share = 1.0 / (count * comb(count - 1, len(made)))
            parts[place] += share * (table.outcome(made | {place}).values - table.outcome(made).values)
    return parts


def _sampled(table: _Table, orders: tuple[tuple[int, ...], ...]) -> tuple[Floats, Floats]:
    """The mean parts over random orders, and their standard errors from the pairs that mirror each other."""
    count = len(orders[0])
    steps = np.zeros((len(orders), count, 2, len(table.projects)))
    for row, order in enumerate(orders):
        for size, place in enumerate(order):
            earlier, later = frozenset(order[:size]), frozenset(order[: size + 1])
            steps[row, place] = table.outcome(later).values - table.outcome(earlier).values
    pairs = 0.5 * (steps[::2] + steps[1::2])
    return pairs.mean(axis=0), pairs.std(axis=0, ddof=1) / np.sqrt(len(pairs))


def _effect(table: _Table, groups: tuple[ChangeGroup, ...], place: int) -> GroupEffect:
    every = frozenset(range(len(groups)))
    now = table.outcome(frozenset()).winners
    alone, without = table.outcome(frozenset([place])).winners, table.outcome(every - {place}).winners
    is_changed = now != table.outcome(every).winners
    return GroupEffect(groups[place], alone, without, alone != now, is_changed and without == now)


def _moves(table: _Table, parts: Floats, errors: Floats | None) -> Iterator[ProjectMove]:
    count = len(parts)
    first, last = table.outcome(frozenset()), table.outcome(frozenset(range(count)))
    for column, project in enumerate(table.projects):
        ends = (first.values[0, column], last.values[0, column])
        is_known = not np.isnan([*ends, *parts[:, 0, column]]).any()
        before, after = (None if np.isnan(score) else float(score) for score in ends)
        yield ProjectMove(
            project=project,
            score_before=before,
            score_after=after,
            rank_before=first.ranks[column] or None,
            rank_after=last.ranks[column] or None,
            place_before=int(first.values[1, column]),
            place_after=int(last.values[1, column]),
            score_parts=tuple(parts[:, 0, column].tolist()) if is_known else None,
            place_parts=tuple(parts[:, 1, column].tolist()),
            score_errors=tuple(errors[:, 0, column].tolist()) if errors is not None and is_known else None,
            place_errors=None if errors is None else tuple(errors[:, 1, column].tolist()),
        )
