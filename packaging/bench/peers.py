"""The same operations with pymcdm, called as its users call it."""

from __future__ import annotations

import importlib
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


def topsis(matrix: Floats, weights: Floats, types: NDArray[np.int64]) -> Any:
    """Scores and ranks of min-max TOPSIS."""
    from pymcdm.methods import TOPSIS

    method = TOPSIS()
    scores = method(matrix, weights, types)
    return scores, method.rank(scores)


def ahp(matrix: Floats) -> Any:
    """Weights and CR."""
    from pymcdm.weights.subjective import AHP

    method = AHP(matrix=matrix)
    return method(), method.get_cr()


def warm_up() -> None:
    """Load the library, so that its import is not measured."""
    importlib.import_module("pymcdm")
