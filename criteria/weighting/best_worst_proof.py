"""Why no weights fit the answers of the best-worst method better: multipliers that anybody can add up."""

from __future__ import annotations

import numpy as np

from criteria.arrays import Floats
from criteria.errors import MethodError
from criteria.weighting.best_worst_input import Answers


def deviation_multipliers(answers: Answers) -> Floats:
    """One multiplier z for each comparison made, sum |z| = 1, that bounds the deviation from below.

    For weights w on the simplex max |w_i - a w_j| >= sum z (w_i - a w_j) = sum w g >= min g, with g the share
    of each item in that sum. The z returned make min g as large as can be, which is the optimum xi of the
    linear model (its dual; Rezaei 2016 states the model).
    """
    from scipy.optimize import linprog

    pairs = answers.comparisons()
    if not pairs:
        return np.empty(0)
    parts = np.zeros((answers.n, len(pairs)))
    for place, (more, less, ratio) in enumerate(pairs):
        parts[more, place] += 1.0
        parts[less, place] -= ratio
    bound = np.ones((answers.n, 1))
    solved = linprog(
        c=np.append(np.zeros(2 * len(pairs)), -1.0),
        A_ub=np.hstack([-parts, parts, bound]),
        b_ub=np.zeros(answers.n),
        A_eq=np.append(np.ones(2 * len(pairs)), 0.0)[None],
        b_eq=np.ones(1),
        bounds=[(0.0, None)] * (2 * len(pairs)) + [(None, None)],
        method="highs",
    )
    if solved.x is None:
        raise MethodError(f"No proof could be computed from these comparisons: {solved.message}.")
    return np.asarray(solved.x[: len(pairs)] - solved.x[len(pairs) : -1])
