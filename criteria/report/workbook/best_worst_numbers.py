"""The numbers of one node answered by best and worst: deviations, multipliers, bounds, consistency."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.arrays import Floats
from criteria.model.people import BestWorst
from criteria.weighting.best_worst import InputConsistency, best_worst
from criteria.weighting.best_worst_input import Answers, check_answers, consistency_of
from criteria.weighting.best_worst_proof import deviation_multipliers


@dataclass(frozen=True, eq=False)
class Proof:
    """Per item the deviations and multipliers of its two comparisons (NaN, 0 where not made), and the bounds.

    `xi` is the deviation of the program's weights, `bound` what no weights can go below.
    """

    from_best: Floats
    to_worst: Floats
    best_multipliers: Floats
    worst_multipliers: Floats
    bounds: Floats
    xi: float
    bound: float


@dataclass(frozen=True, eq=False)
class BestWorstNumbers:
    """The answers as the method reads them, their consistency, and the proof where they give weights."""

    answers: Answers
    consistency: InputConsistency
    proof: Proof | None


def best_worst_numbers(
    children: tuple[str, ...], answer: BestWorst | None, weights: Floats | None
) -> BestWorstNumbers | None:
    """The numbers of a node, None while best and worst are not chosen; `weights` where answers give some."""
    if answer is None or not {answer.best, answer.worst} <= set(children):
        return None
    best, worst = children.index(answer.best), children.index(answer.worst)
    from_best = [answer.from_best.get(child) for child in children]
    to_worst = [answer.to_worst.get(child) for child in children]
    from_best[best] = to_worst[worst] = 1.0
    extreme = answer.from_best.get(answer.worst) or answer.to_worst.get(answer.best)
    from_best[worst] = to_worst[best] = extreme
    answers = check_answers(best, worst, from_best, to_worst)
    proof = None if weights is None else _proof(answers, weights)
    return BestWorstNumbers(answers, consistency_of(answers), proof)


def _proof(answers: Answers, weights: Floats) -> Proof:
    n = answers.n
    from_best, to_worst = np.full(n, np.nan), np.full(n, np.nan)
    best_multipliers, worst_multipliers, bounds = np.zeros(n), np.zeros(n), np.zeros(n)
    multipliers = deviation_multipliers(answers)
    for (more, less, ratio), z in zip(answers.comparisons(), multipliers.tolist(), strict=True):
        deviation = abs(weights[more] - ratio * weights[less])
        if more == answers.best:
            from_best[less], best_multipliers[less] = deviation, z
        else:
            to_worst[more], worst_multipliers[more] = deviation, z
        bounds[more] += z
        bounds[less] -= z * ratio
    found = best_worst(
        answers.best, answers.worst, answers.best_to_others.tolist(), answers.others_to_worst.tolist()
    )
    total = np.abs(multipliers).sum()
    bound = max(0.0, float(bounds.min()) / max(1.0, float(total)))
    return Proof(from_best, to_worst, best_multipliers, worst_multipliers, bounds, found.xi, bound)
