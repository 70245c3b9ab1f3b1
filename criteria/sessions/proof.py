"""A proof, by dividing the space of open answers, that none of them changes who is among the first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Literal

import numpy as np

from criteria.arrays import Floats, Ints
from criteria.robustness.scorers import Scorer
from criteria.sessions.questions import NodeQuestions
from criteria.sessions.score_bounds import WeightBox, least_leads
from criteria.sessions.weight_bounds import (
    eigenvector_bounds,
    least_squares_bounds,
    local_bounds,
    reachable_answers,
)

Kind = Literal["fixed", "least_squares", "eigenvector"]
#: Boxes of answers looked at before the attempt is given up.
MOST_BOXES = 96
# A lead must be larger than what rounding could make of a tie.
_LEAD = 1e-9


@dataclass(frozen=True, eq=False)
class _Case:
    """One way in which the weights of a node come about, with the limits of its open answers (m each).

    The `present` weights belong to it too, in the boxes around `fitted` answers, which they are like.
    """

    node: NodeQuestions
    kind: Kind
    low: Floats
    high: Floats
    present: Floats
    fitted: Floats

    def bounds(self, low: Floats, high: Floats) -> tuple[Floats, Floats]:
        """The least and the largest local weights (C x n each) for C boxes of answers (C x m)."""
        if self.kind == "fixed":
            weights = np.repeat(self.present[None], len(low), axis=0)
            return weights, weights
        bound = eigenvector_bounds if self.kind == "eigenvector" else least_squares_bounds
        least, most = local_bounds(bound(self.node.ratios, self.node.open_pairs, low, high))
        around = np.asarray((low <= self.fitted) & (self.fitted <= high)).all(axis=1, keepdims=True)
        return (
            np.where(around, np.minimum(least, self.present), least),
            np.where(around, np.maximum(most, self.present), most),
        )


def stays_ahead(
    scorer: Scorer,
    nodes: Sequence[NodeQuestions],
    weights: Sequence[Floats],
    ahead: Ints,
    behind: Ints,
    *,
    prioritisation: str = "eigenvector",
    incomplete: str = "least_squares",
) -> bool:
    """Whether every alternative of `ahead` certainly beats every one of `behind`, however much is answered.

    It holds for any answers to any of the open questions, alone or together, not only for steps of the scale,
    and also with the weights as they are. `nodes` and their present local `weights` are the goal and then its
    premises. False means only that no proof was found, as also where answers with gaps are not fitted by
    least squares: then the weights are no simple function of the answers.
    """
    choices = [
        _cases(node, present, prioritisation, incomplete)
        for node, present in zip(nodes, weights, strict=True)
    ]
    if not all(choices):
        return False
    if not any(node.open_pairs.size for node in nodes):
        return True
    pairs = np.array(list(product(ahead.tolist(), behind.tolist())), dtype=np.int64).reshape(-1, 2)
    # An answer under a premise pulls on the ranking as much as the premise weighs.
    pulls = (1.0, *weights[0].tolist())
    left = MOST_BOXES
    for cases in product(*choices):
        left -= _boxes_until_shown(scorer, cases, pulls, pairs, left)
        if left < 0:
            return False
    return True


def _cases(node: NodeQuestions, present: Floats, prioritisation: str, incomplete: str) -> list[_Case]:
    """How the weights of a node may come about; empty where one of the ways cannot be bounded.

    From answers that leave gaps, or, if all can be answered, from a matrix without gaps.
    """
    count = len(node.open_pairs)
    if not count:
        return [_Case(node, "fixed", np.empty(0), np.empty(0), present, np.empty(0))]
    by_eigenvector = node.is_closed_by_answers and prioritisation == "eigenvector"
    leaves_gaps = count > 1 or not node.is_closed_by_answers
    if leaves_gaps and incomplete != "least_squares":
        return []
    rows, columns = node.open_pairs.T
    fitted = np.log(present[rows] / present[columns])
    found = []
    if leaves_gaps or not by_eigenvector:
        limits = reachable_answers(node.ratios, node.open_pairs, node.limit)
        found.append(_Case(node, "least_squares", *limits, present, fitted))
    if by_eigenvector:
        ends = np.full(count, node.limit)
        fitted = np.clip(fitted, -ends, ends)
        found.append(_Case(node, "eigenvector", -ends, ends, present, fitted))
    return found


def _boxes_until_shown(
    scorer: Scorer, cases: Sequence[_Case], pulls: Sequence[float], pairs: Ints, most: int
) -> int:
    """How many boxes it takes to show that every pair keeps its order, more than `most` where it fails.

    Boxes that do not show it are halved until none is left.
    """
    low = np.concatenate([case.low for case in cases])[None]
    high = np.concatenate([case.high for case in cases])[None]
    pull = np.repeat(pulls, [len(case.low) for case in cases])
    looked_at = 0
    while len(low):
        looked_at += len(low)
        if looked_at > most:
            break
        leads = least_leads(scorer, _weight_box(cases, low, high), pairs[:, 0], pairs[:, 1])
        proven = leads > _LEAD
        # What is proven in all boxes stays so in their halves.
        pairs = pairs[~proven.all(axis=0)]
        unproven = ~proven.all(axis=1)
        low, high = _halved(low[unproven], high[unproven], pull)
    return looked_at


def _halved(low: Floats, high: Floats, pull: Floats) -> tuple[Floats, Floats]:
    """Each box (C x m) cut in two across the side that pulls most."""
    every = np.arange(len(low))
    side = ((high - low) * pull).argmax(axis=1)
    middle = 0.5 * (low[every, side] + high[every, side])
    left_high, right_low = high.copy(), low.copy()
    left_high[every, side] = right_low[every, side] = middle
    return np.concatenate([low, right_low]), np.concatenate([left_high, high])


def _weight_box(cases: Sequence[_Case], low: Floats, high: Floats) -> WeightBox:
    limits = [case.bounds(*part) for case, part in zip(cases, _parts(cases, low, high), strict=True)]
    (goal_low, goal_high), inside = limits[0], limits[1:]
    return WeightBox(
        goal_low,
        goal_high,
        np.concatenate([least for least, _ in inside], axis=1),
        np.concatenate([most for _, most in inside], axis=1),
        np.repeat(np.arange(len(inside)), [least.shape[1] for least, _ in inside]),
    )


def _parts(cases: Sequence[_Case], low: Floats, high: Floats) -> Iterator[tuple[Floats, Floats]]:
    start = 0
    for case in cases:
        end = start + len(case.low)
        yield low[:, start:end], high[:, start:end]
        start = end
