"""What a decision matrix is normalised by."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.errors import MethodError
from criteria.ranking.normalisation import reference


def test_that_the_declared_domain_decides_on_the_fixed_scale() -> None:
    basis = reference(np.array([[0.4, 2.0]]), [1, -1], "fixed", ([0, 1], [1, 5]))
    assert basis.best.tolist() == [1, 1]
    assert basis.worst.tolist() == [0, 5]
    assert basis.unit.tolist() == [1, 4]
    assert not basis.idle.any()


def test_that_without_a_domain_the_fixed_scale_is_zero_to_one() -> None:
    basis = reference(np.array([[0.4, 0.2]]), [1, 1])
    assert (basis.worst.tolist(), basis.best.tolist()) == ([0, 0], [1, 1])


def test_that_a_value_outside_the_domain_is_named_with_its_range() -> None:
    with pytest.raises(MethodError, match=r"Row 2, column 1 is 1\.2, outside the declared range 0 to 1"):
        reference(np.array([[0.5], [1.2]]), [1])


def test_that_rounding_does_not_put_a_value_outside() -> None:
    assert reference(np.array([[1.0 + 1e-12]]), [1]).best.tolist() == [1]


@pytest.mark.parametrize("domain", [([0, 1], [1, 1]), ([0, 0], [1, np.nan]), ([0, 2], [1, 1])])
def test_that_an_empty_domain_is_refused_by_its_column(domain: tuple[list[float], list[float]]) -> None:
    with pytest.raises(MethodError, match="domain of column 2"):
        reference(np.array([[0.5, 1.0]]), [1, 1], "fixed", domain)


def test_that_a_domain_for_other_columns_is_refused() -> None:
    with pytest.raises(MethodError, match="each of 2 columns"):
        reference(np.array([[0.5, 1.0]]), [1, 1], "fixed", ([0], [1]))


@pytest.mark.parametrize("kind", ["minmax", "vector"])
def test_that_columns_that_differ_by_rounding_only_are_idle(kind: str) -> None:
    matrix = np.array([[0.1 + 0.2, 0.0, 1.0], [0.3, 0.0, 2.0]])
    assert reference(matrix, [1, 1, 1], kind).idle.tolist() == [True, True, False]


@pytest.mark.parametrize("rows", [30, 1024, 1100])
def test_that_long_tables_have_the_same_extremes(rows: int) -> None:
    matrix = np.random.default_rng(rows).random((rows, 3))
    basis = reference(matrix, [1, -1, 1], "minmax")
    assert basis.best.tolist() == [matrix[:, 0].max(), matrix[:, 1].min(), matrix[:, 2].max()]
    assert basis.worst.tolist() == [matrix[:, 0].min(), matrix[:, 1].max(), matrix[:, 2].min()]


@pytest.mark.parametrize("wrong", [np.nan, np.inf, -np.inf])
@pytest.mark.parametrize("rows", [5, 1100])
def test_that_a_cell_that_is_no_number_is_named(rows: int, wrong: float) -> None:
    matrix = np.random.default_rng(0).random((rows, 2))
    matrix[3, 1] = wrong
    for kind in ("fixed", "vector", "minmax"):
        with pytest.raises(MethodError, match="row 4, column 2"):
            reference(matrix, [1, 1], kind)


def test_that_an_unknown_normalisation_is_refused() -> None:
    with pytest.raises(MethodError, match="fixed, vector, minmax"):
        reference(np.array([[0.5]]), [1], "sum")
