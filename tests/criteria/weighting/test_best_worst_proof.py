"""The multipliers that prove weights of the best-worst method to be the best."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.weighting.best_worst import best_worst
from criteria.weighting.best_worst_input import Answers, check_answers
from criteria.weighting.best_worst_proof import deviation_multipliers


def bound(answers: Answers) -> float:
    """What the multipliers add up to for the item that gets the least."""
    shares = np.zeros(answers.n)
    for z, (more, less, ratio) in zip(deviation_multipliers(answers), answers.comparisons(), strict=True):
        shares[more] += z
        shares[less] -= z * ratio
    return float(shares.min())


@pytest.mark.parametrize(
    ("best", "worst", "from_best", "to_worst"),
    [
        (1, 2, [2, 1, 8], [5, 8, 1]),  # Rezaei 2015, choosing a car
        (0, 4, [1, 2, 4, 3, 9], [9, 3, 2, 5, 1]),
        (0, 3, [1, 2, None, 6], [6, None, 2, 1]),
        (0, 2, [1, 3, 6], [6, 2, 1]),
    ],
)
def test_that_the_bound_is_the_deviation_of_the_best_weights(
    best: int, worst: int, from_best: list[float | None], to_worst: list[float | None]
) -> None:
    """So that xi is proven from both sides: weights that reach it, multipliers below which none can go."""
    found = best_worst(best, worst, from_best, to_worst)
    answers = check_answers(best, worst, from_best, to_worst)
    assert np.abs(deviation_multipliers(answers)).sum() <= 1.0 + 1e-9
    assert bound(answers) == pytest.approx(found.xi, abs=1e-9)


def test_that_without_comparisons_there_is_nothing_to_multiply() -> None:
    assert deviation_multipliers(check_answers(0, 0, [1.0], [1.0])).size == 0
