"""Several rankings of the same items side by side: how alike they are, their compromise and differences."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from criteria.arrays import Bools, Floats, Ints
from criteria.errors import MethodError
from criteria.ranking.agreement import FORMULAS, Measure, similarities
from criteria.ranking.compromise import Compromise, Kemeny, borda, copeland, kemeny


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike one ranking is to the main one, which is the reference; None where a measure is undefined.

    `concord` is the mean tau-b with all other rankings: the lowest belongs to who stands most alone.
    """

    spearman: float | None
    kendall: float | None
    weighted_spearman: float | None
    ws: float | None
    is_winner_kept: bool
    concord: float | None


@dataclass(frozen=True, slots=True)
class Spread:
    """The places of one item over all rankings, and the names of those at both ends.

    `apart` names the rankings furthest from the median place, none where all agree.
    """

    item: str
    main: int
    best: int
    worst: int
    median: float
    best_by: tuple[str, ...]
    worst_by: tuple[str, ...]
    apart: tuple[str, ...]

    @property
    def width(self) -> int:
        """How many places lie between the best and the worst."""
        return self.worst - self.best


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """Named rankings (1 = best, ties share the best) of items, held against the main one and each other.

    The compromises count each of the `voters` once; `kemeny` is None where too many items beat each other in
    circles for an exact search. `twins` are the groups of rankings that are the same, `least_alike` the two
    with the lowest tau-b.
    """

    items: tuple[str, ...]
    names: tuple[str, ...]
    main: str
    voters: tuple[str, ...]
    ranks: Ints
    likeness: Mapping[str, Likeness]
    borda: Compromise
    copeland: Compromise
    kemeny: Kemeny | None
    spreads: tuple[Spread, ...]
    twins: tuple[tuple[str, ...], ...]
    least_alike: tuple[str, str] | None

    def similarities(self, measure: Measure = "kendall") -> tuple[tuple[float | None, ...], ...]:
        """How alike each two rankings are, in the order of `names`; the row is the reference."""
        return similarities(list(self.ranks), measure)


def compare(
    items: Sequence[str], rankings: Mapping[str, Ints], main: str, voters: Collection[str] | None = None
) -> Comparison:
    """The comparison of named rankings of the same items, of which all vote unless only some are to.

    Raises MethodError without items, without the main ranking, and without a voter.
    """
    if main not in rankings:
        raise MethodError(f"The ranking '{main}' that others are compared with is not among them.")
    if not items or any(len(ranks) != len(items) for ranks in rankings.values()):
        raise MethodError("Rankings can be compared only if there are items and each ranks all of them.")
    names = tuple(rankings)
    voting = names if voters is None else tuple(name for name in names if name in voters)
    ranks = np.array([rankings[name] for name in names], dtype=np.int64)
    voices = [ranks[names.index(name)] for name in voting]
    tables = {measure: similarities(list(ranks), measure) for measure in FORMULAS}
    return Comparison(
        items=tuple(items),
        names=names,
        main=main,
        voters=voting,
        ranks=ranks,
        likeness=_likeness(names, ranks, names.index(main), tables),
        borda=borda(voices),
        copeland=copeland(voices),
        kemeny=_kemeny(voices),
        spreads=tuple(
            _spread(item, names, ranks[:, column], names.index(main)) for column, item in enumerate(items)
        ),
        twins=_twins(names, ranks),
        least_alike=_least_alike(names, tables["kendall"]),
    )


def _likeness(
    names: tuple[str, ...],
    ranks: Ints,
    main: int,
    tables: Mapping[Measure, tuple[tuple[float | None, ...], ...]],
) -> dict[str, Likeness]:
    winners = ranks == ranks.min(axis=1, keepdims=True)
    return {
        name: Likeness(
            spearman=tables["spearman"][main][place],
            kendall=tables["kendall"][main][place],
            weighted_spearman=tables["weighted_spearman"][main][place],
            ws=tables["ws"][main][place],
            is_winner_kept=bool((winners[place] == winners[main]).all()),
            concord=_mean([tau for other, tau in enumerate(tables["kendall"][place]) if other != place]),
        )
        for place, name in enumerate(names)
    }


def _mean(values: Sequence[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def _kemeny(voices: Sequence[Ints]) -> Kemeny | None:
    try:
        return kemeny(voices)
    except MethodError:
        # Too large a knot, which is told by the absence of an exact order.
        return None


def _spread(item: str, names: tuple[str, ...], places: Ints, main: int) -> Spread:
    best, worst, median = int(places.min()), int(places.max()), float(np.median(places))
    distance: Floats = np.abs(places - median)
    furthest = (distance == distance.max()) & (distance > 0.0)
    return Spread(
        item=item,
        main=int(places[main]),
        best=best,
        worst=worst,
        median=median,
        best_by=_chosen(names, places == best),
        worst_by=_chosen(names, places == worst),
        apart=_chosen(names, furthest),
    )


def _chosen(names: tuple[str, ...], chosen: Bools) -> tuple[str, ...]:
    return tuple(name for name, taken in zip(names, chosen, strict=True) if taken)


def _twins(names: tuple[str, ...], ranks: Ints) -> tuple[tuple[str, ...], ...]:
    alike: dict[bytes, list[str]] = {}
    for name, row in zip(names, ranks, strict=True):
        alike.setdefault(row.tobytes(), []).append(name)
    return tuple(tuple(group) for group in alike.values() if len(group) > 1)


def _least_alike(
    names: tuple[str, ...], table: tuple[tuple[float | None, ...], ...]
) -> tuple[str, str] | None:
    pairs = [
        (tau, names[first], names[second])
        for first in range(len(names))
        for second in range(first + 1, len(names))
        if (tau := table[first][second]) is not None
    ]
    if not pairs:
        return None
    _, one, other = min(pairs, key=lambda pair: pair[0])
    return one, other
