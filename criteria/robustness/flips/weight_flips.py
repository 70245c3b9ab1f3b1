"""Flips by one weight: the exact ends of its band on both sides, all other weights keeping proportions."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from criteria.arrays import Bools, Floats, Ints
from criteria.ranking.results import rank
from criteria.robustness.flips.flip import Flip, found
from criteria.robustness.flips.standing import Question, flipped_rows, standing_of
from criteria.robustness.scorers import Scorer
from criteria.robustness.stability import stabilities
from criteria.robustness.study_sensitivity import elements, members, scorer
from criteria.robustness.weight_path import weight_paths

#: How far beyond the point where two are level the changed value lies; more only where scores hardly move.
BEYOND = (1e-9, 1e-7, 1e-5)


def weight_flips(question: Question) -> Iterator[Flip]:
    """For each premise and criterion the nearest weight below and above that changes who is in front."""
    results = rank(question.study)
    asked = scorer(results, question.method)
    if asked is None or not question.is_open:
        return
    weights = results.weights.values
    groups = _movable(question)
    bands = stabilities(asked, weights, [group for _, group in groups], question.k)
    for (element, group), band in zip(groups, bands, strict=True):
        interval = band.top_k if question.k > 1 and band.top_k is not None else band.winner
        path = weight_paths(weights, [group])
        for end, side, is_open in (
            (interval.lower, -1.0, interval.lower_pair is None),
            (interval.upper, 1.0, interval.upper_pair is None),
        ):
            steps = np.array([] if is_open else [end + side * beyond for beyond in BEYOND])
            steps = steps[(steps >= 0.0) & (steps <= 1.0)]
            scores = asked.scores(path.at(steps)) if len(steps) else np.empty((0, asked.shape[0]))
            gone = np.flatnonzero(flipped_rows(scores, front_rows(question), question.k))
            if not len(gone):
                continue
            after, now = float(steps[gone[0]]), band.weight
            stands = standing_of(question.now.projects, scores[gone[0]])
            yield found(question, "weight", (element,), (now, after), abs(after - now), stands)


def front_rows(question: Question) -> Ints:
    """The places, among the projects that take part, of those in front."""
    return np.flatnonzero(question.now.ranks <= question.k)


def first_on_ray(
    asked: Scorer, question: Question, start: Floats, end: Floats, steps: int = 32
) -> Floats | None:
    """The first weights from `start` to `end` at which somebody leaves the front, by steps and halving."""

    def gone(parts: Floats) -> Bools:
        rows = start + parts[:, None] * (end - start)
        return flipped_rows(asked.scores(rows), front_rows(question), question.k)

    parts = np.linspace(0.0, 1.0, steps + 1)
    hits = np.flatnonzero(gone(parts))
    if not len(hits):
        return None
    far = float(parts[hits[0]])
    near = float(parts[max(0, hits[0] - 1)])
    while far - near > 1e-12:
        inside = np.linspace(near, far, steps + 1)
        place = int(np.flatnonzero(gone(inside))[0])
        if place == 0:
            break
        near, far = float(inside[place - 1]), float(inside[place])
    return np.asarray(start + far * (end - start))


def _movable(question: Question) -> list[tuple[str, Bools]]:
    """The elements whose weight can vary against others; an only criterion moves as its premise does."""
    results = rank(question.study)
    listed: list[tuple[str, Bools]] = []
    for element in elements(results):
        group = members(results, element)
        if not group.all() and not any((group == known).all() for _, known in listed):
            listed.append((element, group))
    return listed
