"""Weights by impact loss: CILOS and IDOCRIW."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.errors import MethodError
from criteria.weighting.impact_loss import cilos_weights, idocriw_weights
from criteria.weighting.objective import ColumnFinding, entropy_weights
from tests.support.reference import case


def test_that_the_published_weights_are_found() -> None:
    """Zavadskas & Podvezko (2016), IJITDM 15(2) 267-283."""
    example = case("cilos-idocriw-zavadskas-podvezko-2016")
    matrix, is_benefit = example.inputs["matrix"], np.array(example.inputs["directions"]) > 0
    cilos, both = cilos_weights(matrix, is_benefit), idocriw_weights(matrix, is_benefit)
    example.check("cilos", cilos.weights)
    example.check("idocriw", both.weights)
    product = cilos.weights * entropy_weights(matrix, is_benefit).weights
    np.testing.assert_allclose(both.weights, product / product.sum(), rtol=1e-12)


def test_that_two_columns_weigh_in_inverse_proportion_to_their_losses() -> None:
    """Worked by hand: the best of the first costs the second 3/4, the best of the second the first 1/2."""
    result = cilos_weights([[4.0, 1.0], [2.0, 4.0]], [True, True])
    np.testing.assert_allclose(result.weights, [0.6, 0.4], rtol=1e-12)


def test_that_rows_that_are_equally_best_count_alike_in_any_order() -> None:
    """The mean loss of both rows that are best in the first column: (3/4 + 1/4) / 2."""
    matrix = np.array([[4.0, 1.0], [4.0, 3.0], [2.0, 4.0]])
    for order in ([0, 1, 2], [1, 0, 2], [2, 1, 0]):
        result = cilos_weights(matrix[order], [True, True])
        np.testing.assert_allclose(result.weights, [0.5, 0.5], rtol=1e-12)


def test_that_rows_that_differ_by_rounding_are_equally_best() -> None:
    exact = cilos_weights([[0.3, 1.0], [0.3, 3.0], [0.2, 4.0]], [True, True])
    rounded = cilos_weights([[0.3, 1.0], [0.1 + 0.2, 3.0], [0.2, 4.0]], [True, True])
    np.testing.assert_allclose(rounded.weights, exact.weights, rtol=1e-9)


def test_that_a_column_that_never_loses_takes_all_and_is_told() -> None:
    """The best of column 2 is best in column 1 too; the reverse costs column 2 on average."""
    matrix = [[4.0, 3.0], [4.0, 1.0], [2.0, 2.0]]
    result = cilos_weights(matrix, [True, True])
    np.testing.assert_allclose(result.weights, [1.0, 0.0], atol=1e-15)
    assert result.findings == (ColumnFinding("lossless", 0),)
    assert idocriw_weights(matrix, [True, True]).findings == result.findings


def test_that_a_row_best_everywhere_leaves_nothing_to_weigh() -> None:
    matrix = [[4.0, 3.0, 1.0], [3.0, 2.0, 2.0], [1.0, 1.0, 9.0]]
    for method in (cilos_weights, idocriw_weights):
        with pytest.raises(MethodError, match="lose nothing where others are best"):
            method(matrix, [True, True, False])


def test_that_two_constant_columns_leave_one_weight_for_each_column() -> None:
    result = cilos_weights([[2, 5, 3], [2, 5, 4], [2, 5, 3]], [True] * 3)
    assert result.weights.tolist() == [0.0, 0.0, 1.0]
    assert result.findings == (ColumnFinding("idle", 0), ColumnFinding("idle", 1))


def test_that_a_zero_is_allowed_in_a_benefit_and_named_in_a_cost() -> None:
    matrix = [[4.0, 0.0], [2.0, 4.0]]
    np.testing.assert_allclose(cilos_weights(matrix, [True, True]).weights, [2 / 3, 1 / 3], rtol=1e-12)
    with pytest.raises(MethodError, match="Row 1, column 2 holds 0, but CILOS needs costs above zero"):
        cilos_weights(matrix, [True, False])


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32 - 1), rows=st.integers(5, 9), columns=st.integers(2, 6))
def test_that_losses_weighed_balance_for_each_column(seed: int, rows: int, columns: int) -> None:
    """Zavadskas & Podvezko (2016): F q = 0, the table written out cell by cell."""
    matrix = np.random.default_rng(seed).uniform(1, 10, (rows, columns))
    try:
        weights = cilos_weights(matrix, [True] * columns).weights
    except MethodError:
        best = matrix.argmax(axis=0)
        assert len(set(best.tolist())) < columns
        return
    for i in range(columns):
        given_up = sum(
            weights[i] * (1 - matrix[matrix[:, k].argmax(), i] / matrix[:, i].max()) for k in range(columns)
        )
        gained = sum(
            weights[j] * (1 - matrix[matrix[:, i].argmax(), j] / matrix[:, j].max()) for j in range(columns)
        )
        assert gained == pytest.approx(given_up, abs=1e-12)
