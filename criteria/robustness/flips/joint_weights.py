"""Flips by all weights together: the least share of weight that must move to other criteria."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from criteria.arrays import Floats, Ints
from criteria.ranking.results import rank
from criteria.robustness.flips.flip import Flip, Move, found, weighed
from criteria.robustness.flips.standing import Question, flipped_rows, standing_of
from criteria.robustness.flips.weight_flips import BEYOND, first_on_ray, front_rows, weight_flips
from criteria.robustness.scorers import Scorer
from criteria.robustness.study_sensitivity import scorer

# Pairs that are followed up, rounds of following, and the step of a numeric slope.
_PAIRS = 8
_ROUNDS = 12
_STEP = 1e-6
_SAME = 1e-12


def joint_weight_flips(question: Question) -> Iterator[Flip]:
    """The one change of all weights that moves the least weight (half the L1 distance), at most one flip.

    For weighted sums this is a linear programme with a closed form: weight moves from the criteria that speak
    most for the one in front to the one that speaks least for it. For the other methods the programme
    is solved anew around each crossing that it finds; nothing smaller was found, but something might exist.
    """
    results = rank(question.study)
    asked = scorer(results, question.method)
    if asked is None or not question.is_open:
        return
    weights = results.weights.values / results.weights.values.sum()
    is_exact = question.method == "ahp"
    ends = _exact(asked, question, weights) if is_exact else _followed(asked, question, weights)
    best = min(ends, key=lambda end: moved_share(weights, end), default=None)
    if best is None:
        return
    moves = tuple(
        Move(criterion, before, after)
        for criterion, before, after in zip(
            results.matrix.criteria, weights.tolist(), best.tolist(), strict=True
        )
        if abs(after - before) > _SAME
    )
    share = moved_share(weights, best)
    stands = standing_of(question.now.projects, asked.scores(best[None])[0])
    what = tuple(move.criterion for move in moves)
    yield found(question, "weights", what, (0.0, share), share, stands, is_exact=is_exact, moves=moves)


def moved_share(before: Floats, after: Floats) -> float:
    """The share of all weight that lies on other criteria than before."""
    return 0.5 * float(np.abs(after - before).sum())


def least_shift(weights: Floats, lead: float, pull: Floats) -> Floats | None:
    """The weights nearest to these (L1, same sum, none negative) that close a lead; None if none do.

    The lead changes by pull @ change. Each bit of weight that goes from a criterion to the one of the least
    pull closes the lead by the difference of both pulls, so the largest differences go first.
    """
    if lead <= 0.0:
        return weights
    target = int(pull.argmin())
    gain = pull - pull[target]
    order = np.argsort(-gain, kind="stable")
    closed = np.cumsum(weights[order] * gain[order])
    last = int(np.searchsorted(closed, lead))
    if last == len(order):
        return None
    result = weights.copy()
    whole, part = order[:last], order[last]
    missing = lead - (float(closed[last - 1]) if last else 0.0)
    amount = missing / float(gain[part])
    result[target] += float(weights[whole].sum()) + amount
    result[whole] = 0.0
    result[part] -= amount
    return np.maximum(result, 0.0)


def _exact(asked: Scorer, question: Question, weights: Floats) -> list[Floats]:
    """The nearest weights of each pair for scores that are weighted sums."""
    values = asked.scores(np.eye(len(weights))).T
    scores = values @ weights
    ends = []
    for inside, outside in _pairs(question).tolist():
        for beyond in BEYOND:
            lead = float(scores[inside] - scores[outside])
            end = least_shift(weights, lead + beyond, values[inside] - values[outside])
            if (
                end is not None
                and flipped_rows(asked.scores(end[None]), front_rows(question), question.k).any()
            ):
                ends.append(end)
                break
    return ends


@dataclass(frozen=True, slots=True, eq=False)
class _Pair:
    """One in front and one who is not, and the weights at which they may change places."""

    inside: int
    outside: int
    share: float


def _followed(asked: Scorer, question: Question, weights: Floats) -> list[Floats]:
    """The nearest weights found by following the most promising pairs, and from every single weight."""
    scores, slopes = asked.scores(weights[None])[0], _slopes(asked, weights)
    pairs = []
    for inside, outside in _pairs(question).tolist():
        end = least_shift(weights, float(scores[inside] - scores[outside]), slopes[inside] - slopes[outside])
        if end is not None:
            pairs.append(_Pair(inside, outside, moved_share(weights, end)))
    pairs.sort(key=lambda pair: pair.share)
    ends = [end for pair in pairs[:_PAIRS] for end in _rounds(asked, question, weights, pair)]
    return [*ends, *_single(question, weights)]


def _rounds(asked: Scorer, question: Question, weights: Floats, pair: _Pair) -> Iterator[Floats]:
    """Crossings of a pair, each from the programme that is linear around the one before."""
    at, best = weights, np.inf
    for _ in range(_ROUNDS):
        scores, slopes = asked.scores(at[None])[0], _slopes(asked, at)
        pull = slopes[pair.inside] - slopes[pair.outside]
        lead = float(scores[pair.inside] - scores[pair.outside]) + float(pull @ (weights - at))
        end = least_shift(weights, lead + BEYOND[0], pull)
        if end is None:
            return
        # A little further than the programme says, for scores that bend away.
        stretch = weights + 1.25 * (end - weights)
        crossing = first_on_ray(asked, question, weights, stretch if stretch.min() >= 0.0 else end)
        if crossing is not None:
            share = moved_share(weights, crossing)
            yield crossing
            if share > best - 1e-7:
                return
            best = share
        at = end if crossing is None else crossing


def _single(question: Question, weights: Floats) -> Iterator[Floats]:
    """The weights at the flips by a single weight, which are joint changes too."""
    for flip in weight_flips(question):
        if isinstance(flip.after, float):
            yield weighed(question.study, weights, flip.what[0], flip.after)


def _pairs(question: Question) -> Ints:
    """Those in front against the others (p x 2); also those that share the last places there."""
    ranks = question.now.ranks
    inside, outside = np.flatnonzero(ranks <= question.k), np.flatnonzero(ranks > question.k)
    against = [(one, other) for one in inside.tolist() for other in outside.tolist()]
    if len(inside) > question.k:
        edge = inside[ranks[inside] == ranks[inside].max()].tolist()
        against += [(one, other) for one in edge for other in edge if one != other]
    return np.array(against, dtype=np.int64).reshape(-1, 2)


def _slopes(asked: Scorer, weights: Floats) -> Floats:
    """How each score (m) changes with each weight (m x n), by differences."""
    steps = _STEP * np.eye(len(weights))
    up, down = weights + steps, np.maximum(weights - steps, 0.0)
    widths = (up - down).sum(axis=1, keepdims=True)
    return np.asarray(((asked.scores(up) - asked.scores(down)) / widths).T)
