"""Published worked examples with their numbers: one JSON file each in tests/reference."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from criteria.arrays import Floats

FOLDER = Path(__file__).parents[1] / "reference"


@dataclass(frozen=True)
class Case:
    """Inputs and printed numbers of one example; `exact` holds the same numbers at full precision."""

    inputs: dict[str, Any]
    expected: dict[str, Any]
    tolerance: Any
    exact: dict[str, Any]

    def check(self, field: str, actual: object) -> None:
        """Fail unless the actual value agrees with the printed one within the tolerance of the case."""
        allowed = self.tolerance[field] if isinstance(self.tolerance, dict) else self.tolerance
        np.testing.assert_allclose(
            np.asarray(actual, dtype=float),
            np.asarray(self.expected[field], dtype=float),
            rtol=0.0,
            atol=max(float(allowed), 1e-15),
            err_msg=field,
        )


def case(name: str) -> Case:
    """One example by the name of its file."""
    read = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return Case(
        read["inputs"], read["expected"], read["tolerance"], read.get("recomputed_full_precision") or {}
    )


def table(rows: Any) -> Floats:
    """A matrix of an example; null (a missing comparison) becomes NaN."""
    return np.array(rows, dtype=float)


#: Saaty's worked matrix on choosing a city, with the changes that consistency tools agree on.
CITY_CRITERIA = np.array(
    [
        [1, 1 / 5, 3, 1 / 2, 5],
        [5, 1, 7, 1, 7],
        [1 / 3, 1 / 7, 1, 1 / 4, 3],
        [2, 1, 4, 1, 7],
        [1 / 5, 1 / 7, 1 / 3, 1 / 7, 1],
    ]
)


def without(matrix: Floats, *pairs: tuple[int, int]) -> Floats:
    """The matrix with some comparisons left out, in both directions."""
    left = matrix.copy()
    for row, column in pairs:
        left[row, column] = left[column, row] = np.nan
    return left


def reciprocal(upper: Any, n: int) -> Floats:
    """The reciprocal n x n matrix with the given judgements above the diagonal, row by row."""
    matrix = np.eye(n)
    rows, columns = np.triu_indices(n, 1)
    matrix[rows, columns] = upper
    matrix[columns, rows] = 1.0 / np.asarray(upper, dtype=float)
    return matrix
