"""Everywhere along one weight where the present winner, best k or order holds, and who ends it there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Bools, Floats
from criteria.memo import remember
from criteria.model.settings import Method
from criteria.ranking.ranks import competition_ranks
from criteria.ranking.results import Results
from criteria.robustness.bands import Band, winner_bands
from criteria.robustness.order_pairs import Pairs, neighbour_pairs, top_pairs, winner_pairs
from criteria.robustness.score_paths import ScorePaths
from criteria.robustness.scorers import Scorer
from criteria.robustness.stability import Interval, stabilities
from criteria.robustness.study_sensitivity import elements, members, scorer, steady_rows
from criteria.robustness.weight_path import group_masks, weight_paths

Kept = Literal["winner", "top", "order"]

_SAME = 1e-11


@dataclass(frozen=True, slots=True)
class KeptRanges:
    """For one weight: the range around it in which a result holds, and further ranges where it holds again.

    Ends name (overtaken, overtaking) alternatives, seen from inside the range, as in Interval.
    """

    weight: float
    now: Interval
    again: tuple[Interval, ...] = ()


def kept_ranges(
    scorer: Scorer, weights: ArrayLike, groups: Sequence[ArrayLike], kind: Kept, top: int = 3
) -> tuple[KeptRanges, ...]:
    """The ranges of several weights, exact as crossings are; `top` is the k of the best k.

    Every pair that must keep its order turns round at each of its crossings, so the result holds wherever
    none of them is turned. With a tie that any other weight parts, it holds at the current weight alone.
    """
    if not groups:
        return ()
    path = weight_paths(weights, group_masks(groups, scorer.shape[1]))
    given = np.asarray(weights, dtype=np.float64)
    ranks = competition_ranks(scorer.scores((given / given.sum())[None, :])[0])
    order = np.argsort(ranks, kind="stable")
    pairs = {
        "winner": lambda: winner_pairs(ranks, order),
        "top": lambda: top_pairs(ranks, order, top),
        "order": lambda: neighbour_pairs(ranks, order),
    }[kind]()
    found = stabilities(scorer, weights, groups, top if kind == "top" else 0)
    around = [
        {"winner": item.winner, "order": item.order, "top": item.top_k or item.winner}[kind] for item in found
    ]
    if not len(pairs.first):
        return tuple(KeptRanges(item.weight, now) for item, now in zip(found, around, strict=True))
    everywhere = _everywhere(scorer.paths(path), pairs)
    return tuple(
        KeptRanges(item.weight, now, tuple(other for other in ranges if _is_apart(other, now)))
        for item, now, ranges in zip(found, around, everywhere, strict=True)
    )


def _everywhere(paths: ScorePaths, pairs: Pairs) -> list[list[Interval]]:
    """For each path every range in which no pair is turned round; none where a tie is parted."""
    roots = np.sort(np.moveaxis(paths.roots(pairs.first, pairs.second), 0, -1), axis=-1)
    first_root = np.where(np.isnan(roots[..., 0]), 1.0, roots[..., 0])
    turned = paths.sign(pairs.first, pairs.second, 0.5 * first_root) < 0.0
    parted = np.any(pairs.tied & paths.differ(pairs.first, pairs.second), axis=1)
    return [
        [] if is_parted else _untouched(pairs, own, start)
        for own, start, is_parted in zip(roots, turned, parted.tolist(), strict=True)
    ]


def _untouched(pairs: Pairs, roots: Floats, turned: Bools) -> list[Interval]:
    """The ranges of one path: each crossing (p x r, NaN for none) turns its pair round, or back."""
    known = np.argwhere(~np.isnan(roots))
    places = known[np.argsort(roots[known[:, 0], known[:, 1]], kind="stable")]
    state, count = turned.copy(), int(turned.sum())
    found: list[Interval] = []
    start, start_pair = 0.0, None
    for pair, number in places.tolist():
        t = float(roots[pair, number])
        names = (int(pairs.first[pair]), int(pairs.second[pair]))
        if count == 0 and t - start > _SAME:
            found.append(Interval(start, t, start_pair, names))
        state[pair] = not state[pair]
        count += 1 if state[pair] else -1
        if count == 0:
            start, start_pair = t, names
    if count == 0 and 1.0 - start > _SAME:
        found.append(Interval(start, 1.0, start_pair, None))
    return found


def _is_apart(one: Interval, other: Interval) -> bool:
    return one.lower > other.upper - _SAME or one.upper < other.lower + _SAME


@dataclass(frozen=True, eq=False)
class ElementKept:
    """Where a result holds along the weight of a premise or criterion; pairs and winners index `projects`.

    `bands` tell who is first where.
    """

    element: str
    ranges: KeptRanges
    bands: tuple[Band, ...]
    projects: tuple[str, ...]


@remember(lambda results, method, kind, top: (results, method, kind, top), 8)
def study_kept(results: Results, method: Method, kind: Kept, top: int) -> tuple[ElementKept, ...]:
    """The ranges of every premise and criterion; empty where fewer than two projects take part."""
    asked = scorer(results, method)
    if asked is None:
        return ()
    names, weights = elements(results), results.weights.values
    groups = [members(results, name) for name in names]
    ranges = kept_ranges(asked, weights, groups, kind, top)
    bands = _study_bands(results, method)
    projects = tuple(results.matrix.projects[i] for i in steady_rows(results))
    rows = zip(names, ranges, bands, strict=True)
    return tuple(ElementKept(name, found, band, projects) for name, found, band in rows)


@remember(lambda results, method: (results, method), 3)
def _study_bands(results: Results, method: Method) -> tuple[tuple[Band, ...], ...]:
    asked, weights = scorer(results, method), results.weights.values
    if asked is None:
        return ()
    return tuple(winner_bands(asked, weights, members(results, name)) for name in elements(results))
