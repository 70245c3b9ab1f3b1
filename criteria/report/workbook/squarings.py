"""How often a matrix of judgements is squared before the iteration, so that a few steps reach the weights."""

from __future__ import annotations

import math

import numpy as np

from criteria.arrays import Floats
from criteria.weighting.incomplete import complete

#: How often w ← Aᵏ w is repeated once A has been squared often enough.
STEPS = 8
#: Four squarings settle ordinary judgements; only very contradictory ones need more.
USUAL = 4
#: What may be left of the second eigenvector at the end.
_LEFT = 1e-15


def squarings(matrix: Floats) -> int:
    """How often a matrix of judgements is squared, with one to spare where the usual number does not do."""
    if len(matrix) < 2:
        return USUAL
    sizes = np.sort(np.abs(np.linalg.eigvals(complete(matrix))))
    needed = _needed(float(sizes[-2] / sizes[-1]))
    return USUAL if needed < USUAL else needed + 1


def chain_squarings(count: int) -> int:
    """How often Harker's matrix of n items is squared: enough for a mere chain of comparisons.

    A chain is the slowest: the ratio of its two largest eigenvalues is 1 − (2 − 2 cos(π/n)) / n.
    """
    if count < 2:
        return 1
    return max(1, _needed(1.0 - (2.0 - 2.0 * math.cos(math.pi / count)) / count)) + 1


def _needed(ratio: float) -> int:
    """The squarings after which the steps leave nothing of an eigenvalue of this size."""
    steps = math.log(_LEFT) / math.log(min(max(ratio, 1e-6), 1.0 - 1e-6))
    return max(0, math.ceil(math.log2(steps / (STEPS + 1))))
