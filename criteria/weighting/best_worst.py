"""The best-worst method: weights from comparisons with the most and the least important item only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from criteria.arrays import Floats
from criteria.errors import MethodError
from criteria.weighting.best_worst_input import Answers, InputConsistency, check_answers, consistency_of

__all__ = ["BestWorstWeights", "InputConsistency", "best_worst", "input_ratio"]

# The solver keeps its constraints to about this; a smaller deviation is none.
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, eq=False)
class BestWorstWeights:
    """Weights (n, sum 1), the deviation xi they leave at most (0 = none), and how consistent the answers are.

    `missing` lists the comparisons (more important item, less important item, from 0) that were not made.
    """

    weights: Floats
    xi: float
    consistency: InputConsistency
    missing: tuple[tuple[int, int], ...]


def best_worst(
    best: int,
    worst: int,
    best_to_others: Sequence[float | None],
    others_to_worst: Sequence[float | None],
) -> BestWorstWeights:
    """The weights that least deviate from the answers: min xi of the linear model (Rezaei 2016).

    |w_B - a_Bj w_j| <= xi, |w_j - a_jW w_W| <= xi, sum w = 1, w >= 0. An answer of None or NaN was not given
    and its constraints are left out; MethodError names the item that answers then do not link to the rest.
    The optimum is unique: for a given xi every w_j is pushed up to a bound that rises with w_B and w_W, and
    all edges in the plane of w_B and w_W rise in both, so that two optima cannot lie on one.
    """
    answers = check_answers(best, worst, best_to_others, others_to_worst)
    _require_linked(answers)
    consistency = consistency_of(answers)
    weights, xi = (np.ones(1), 0.0) if answers.n == 1 else _solve(answers)
    return BestWorstWeights(weights, xi, consistency, answers.missing())


def input_ratio(
    best: int,
    worst: int,
    best_to_others: Sequence[float | None],
    others_to_worst: Sequence[float | None],
) -> InputConsistency:
    """How consistent the answers given so far are (Liang, Brunelli & Rezaei 2020), without any weights.

    None or NaN is an answer not given yet. Raises MethodError for answers that cannot be meant, such as one
    below 1 or above 9.
    """
    return consistency_of(check_answers(best, worst, best_to_others, others_to_worst))


def _solve(answers: Answers) -> tuple[Floats, float]:
    from scipy.optimize import linprog

    n = answers.n
    pairs = answers.comparisons()
    rows = np.zeros((len(pairs), n))
    for row, (more, less, ratio) in zip(rows, pairs, strict=True):
        row[more], row[less] = 1.0, -ratio
    deviation = np.full((2 * len(pairs), 1), -1.0)
    solved = linprog(
        c=np.append(np.zeros(n), 1.0),
        A_ub=np.hstack([np.vstack([rows, -rows]), deviation]),
        b_ub=np.zeros(2 * len(pairs)),
        A_eq=np.append(np.ones(n), 0.0)[None],
        b_eq=np.ones(1),
        method="highs",
    )
    if solved.x is None:
        raise MethodError(f"No weights could be computed from these comparisons: {solved.message}.")
    weights = np.maximum(solved.x[:n], 0.0)
    weights /= weights.sum()
    xi = float(np.abs(rows @ weights).max())
    return weights, xi if xi > _ROUNDING else 0.0


def _require_linked(answers: Answers) -> None:
    """Raise MethodError naming an item that no chain of comparisons links to the most important one."""
    left_out = answers.unlinked()
    if not left_out:
        return
    best, worst = answers.best + 1, answers.worst + 1
    alone = [item for item in left_out if answers.is_alone(item)]
    if alone and alone != [answers.worst]:
        item = next(item for item in alone if item != answers.worst) + 1
        raise MethodError(
            f"Item {item} is not compared with any other; compare it with the most important item {best} "
            f"or the least important item {worst}."
        )
    raise MethodError(
        f"No comparison links the most important item {best} with the least important item {worst}; "
        "compare the two."
    )
