"""Judgement scales: what ratio an answer of 1 to 9 stands for (Goepel 2018, table 1)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats
from criteria.errors import MethodError
from criteria.weighting.judgements import check_pairwise

_FUNCTIONS: Mapping[str, Callable[[Floats, int], Floats]] = MappingProxyType(
    {
        "linear": lambda x, _n: x,
        "logarithmic": lambda x, _n: np.log2(x + 1.0),
        "root_square": lambda x, _n: np.sqrt(x),
        "inverse_linear": lambda x, _n: 9.0 / (10.0 - x),
        "balanced": lambda x, _n: (9.0 + x) / (11.0 - x),
        "balanced_n": lambda x, n: (9.0 + (n - 1.0) * x) / (9.0 + n - x),
        "power": lambda x, _n: np.square(x),
        "geometric": lambda x, _n: np.exp2(x - 1.0),
    }
)
SCALES = tuple(_FUNCTIONS)


def scale_values(scale: str, n: int) -> Floats:
    """The ratios c(1) to c(9) that the answers 1 to 9 stand for among n items (only `balanced_n` asks for n).

    Raises MethodError for an unknown scale or a number of items below two.
    """
    if n < 2:
        raise MethodError(f"A judgement compares at least two items, not {n}.")
    _require_known(scale)
    return scale_ratios(np.arange(1.0, 10.0), scale, n)


def rescale(matrix: ArrayLike, scale: str) -> Floats:
    """The n x n matrix with each answer x of Saaty's scale replaced by c(x), reciprocals by 1 / c(x).

    Missing judgements stay missing. Raises MethodError for an unknown scale or an answer above 9.
    """
    values = check_pairwise(matrix, allow_missing=True)
    _require_known(scale)
    if (np.fmax(values, 1.0 / values) > 9.0 * (1.0 + 1e-9)).any():
        raise MethodError("A judgement is above 9; judgement scales are defined for answers from 1 to 9.")
    return scale_ratios(values, scale, len(values))


def scale_ratios(answers: Floats, scale: str, n: int) -> Floats:
    """The ratios that checked answers about n items stand for, in any shape.

    Only the linear scale, on which answers are ratios, holds any beyond 9.
    """
    if scale == "linear":
        return answers
    upward = answers >= 1.0
    raised = np.where(upward, answers, 1.0 / answers)
    ratios = _FUNCTIONS[scale](np.minimum(raised, 9.0), n)
    # The logarithmic scale starts at log2(2) = 1, so every scale leaves the diagonal at 1.
    return np.where(np.isnan(answers), np.nan, np.where(upward, ratios, 1.0 / ratios))


def _require_known(scale: str) -> None:
    if scale not in _FUNCTIONS:
        raise MethodError(f"There is no judgement scale '{scale}'; choose one of {', '.join(SCALES)}.")
