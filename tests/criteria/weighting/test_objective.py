"""Weights from the figures themselves: entropy, standard deviation, CRITIC and MEREC."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from criteria.arrays import Floats
from criteria.errors import MethodError
from criteria.weighting.impact_loss import cilos_weights, idocriw_weights
from criteria.weighting.objective import (
    ColumnFinding,
    ObjectiveWeights,
    critic_weights,
    entropy_weights,
    merec_weights,
    standard_deviation_weights,
)
from tests.support.reference import case, table

Method = Callable[..., ObjectiveWeights]

ALL: list[Method] = [
    entropy_weights,
    standard_deviation_weights,
    critic_weights,
    merec_weights,
    cilos_weights,
    idocriw_weights,
]
#: What pymcdm calls them. Its CRITIC ignores directions, and its standard deviation depends on units.
PEERS = {"entropy_weights": False, "merec_weights": True, "cilos_weights": True, "idocriw_weights": True}


def random_problem(seed: int, rows: int = 7, columns: int = 5) -> tuple[Floats, np.ndarray]:
    """A matrix of different figures above zero, and directions of both kinds."""
    generator = np.random.default_rng(seed)
    return generator.uniform(1, 10, (rows, columns)), np.arange(columns) % 2 == seed % 2


@pytest.mark.parametrize("name", ["entropy-zavadskas-podvezko-2016", "entropy-xu-2004"])
def test_that_published_entropy_weights_are_found(name: str) -> None:
    """Zavadskas & Podvezko (2016), IJITDM 15(2); Xu (2004), EJOR 156(2) with a column that hardly varies."""
    example = case(name)
    result = entropy_weights(example.inputs["matrix"], np.array(example.inputs["directions"]) > 0)
    example.check("weights", result.weights)
    assert result.findings == ()


def test_that_published_critic_weights_are_found_with_figures_below_zero() -> None:
    """Diakoulaki, Mavrotas & Papayannakis (1995), Computers & OR 22(7) 763-770."""
    example = case("critic-diakoulaki-1995")
    result = critic_weights(example.inputs["matrix"], np.array(example.inputs["directions"]) > 0)
    example.check("pearson", result.weights)


def test_that_published_deviation_weights_are_those_of_the_figures_as_they_are() -> None:
    """Salabun, Watrobski & Shekhovtsov (2020), Symmetry 12(9) 1549."""
    example = case("std-weights-salabun-2020")
    matrix, is_benefit = example.inputs["matrix"], [True] * 3
    raw = standard_deviation_weights(matrix, is_benefit, rescale=False).weights
    example.check("weights", raw)
    np.testing.assert_allclose(raw, example.exact["raw"], rtol=1e-12)
    rescaled = standard_deviation_weights(matrix, is_benefit).weights
    np.testing.assert_allclose(rescaled, example.exact["after_minmax"], rtol=1e-12)


def test_that_published_merec_weights_are_found() -> None:
    """Keshavarz-Ghorabaee et al. (2021), Symmetry 13(4) 525."""
    example = case("merec-keshavarz-2021")
    result = merec_weights(example.inputs["matrix"], np.array(example.inputs["directions"]) > 0)
    example.check("weights", result.weights)


def test_that_critic_knows_a_cost_from_a_benefit() -> None:
    """Diakoulaki et al. (1995) take correlations after the directions; two other programs agree on these."""
    matrix = np.array([[9.0, 1, 2], [7, 2, 4], [3, 4, 1], [1, 3, 3]])
    with_cost = critic_weights(matrix, [True, False, True]).weights
    np.testing.assert_allclose(with_cost, [0.3265, 0.2290, 0.4445], atol=5e-5)
    np.testing.assert_allclose(
        critic_weights(matrix, [True] * 3).weights, [0.3427, 0.3877, 0.2696], atol=5e-5
    )


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("method", [m for m in ALL if m.__name__ in PEERS], ids=lambda m: m.__name__)
def test_that_another_program_agrees_where_it_is_right(method: Method, seed: int) -> None:
    from pymcdm import weights

    matrix, is_benefit = random_problem(seed)
    function = getattr(weights, method.__name__)
    peer = function(matrix, np.where(is_benefit, 1, -1)) if PEERS[method.__name__] else function(matrix)
    np.testing.assert_allclose(method(matrix, is_benefit).weights, peer, rtol=1e-9)


@pytest.mark.parametrize("seed", range(5))
def test_that_another_program_agrees_on_prepared_figures(seed: int) -> None:
    from pymcdm import weights

    matrix, is_benefit = random_problem(seed)
    low, high = matrix.min(axis=0), matrix.max(axis=0)
    scaled = np.where(is_benefit, matrix - low, high - matrix) / (high - low)
    np.testing.assert_allclose(
        critic_weights(matrix, is_benefit).weights, weights.critic_weights(scaled), rtol=1e-9
    )
    np.testing.assert_allclose(
        standard_deviation_weights(matrix, is_benefit).weights,
        weights.standard_deviation_weights(scaled),
        rtol=1e-9,
    )


@pytest.mark.parametrize("method", ALL)
def test_that_a_constant_column_weighs_nothing_and_is_told(method: Method) -> None:
    matrix, is_benefit = random_problem(1)
    matrix[:, 2] = 0.1 + 0.2
    matrix[3:, 2] = 0.3
    result = method(matrix, is_benefit)
    assert result.weights[2] == 0.0
    assert result.findings == (ColumnFinding("idle", 2),)
    assert result.weights.sum() == pytest.approx(1.0)
    assert np.delete(result.weights, 2).min() > 0.0


@pytest.mark.parametrize("method", [m for m in ALL if m is not merec_weights])
def test_that_a_constant_column_changes_no_other_weight(method: Method) -> None:
    """MEREC divides by the number of columns as published, so that there it does."""
    matrix, is_benefit = random_problem(2)
    widened = np.column_stack([matrix, np.full(len(matrix), -4.0), np.zeros(len(matrix))])
    result = method(widened, [*is_benefit, False, True])
    np.testing.assert_allclose(result.weights[:-2], method(matrix, is_benefit).weights, rtol=1e-12)
    assert result.findings == (ColumnFinding("idle", 5), ColumnFinding("idle", 6))


def test_that_merec_counts_a_constant_column_as_published() -> None:
    """Keshavarz-Ghorabaee et al. (2021), equation 4: the sum of logarithms is divided by all columns."""
    from pymcdm import weights

    matrix, is_benefit = random_problem(3)
    matrix[:, 1] = 5.0
    peer = weights.merec_weights(matrix, np.where(is_benefit, 1, -1))
    np.testing.assert_allclose(merec_weights(matrix, is_benefit).weights, peer, rtol=1e-9)


@pytest.mark.parametrize("method", ALL)
def test_that_a_single_column_that_varies_takes_all(method: Method) -> None:
    result = method([[1.0, 5.0], [2.0, 5.0], [4.0, 5.0]], [True, False])
    assert result.weights.tolist() == [1.0, 0.0]
    assert result.findings == (ColumnFinding("idle", 1),)


@pytest.mark.parametrize("method", ALL)
@pytest.mark.parametrize(
    ("matrix", "is_benefit", "sentence"),
    [
        ([[1.0, 2.0]], [True, True], "at least two rows"),
        ([[1.0, 2.0], [1.0, 2.0]], [True, True], "Every column holds one value"),
        ([[1.0, float("nan")], [1.0, 2.0]], [True, True], "holds nan in row 1, column 2"),
        ([[1.0, 2.0], [float("inf"), 2.0]], [True, True], "holds inf in row 2, column 1"),
        ([1.0, 2.0], [True, True], "must be a table"),
        ([[1.0, 2.0], [2.0, 1.0]], [True], "each of 2 columns"),
        ([[1.0, 2.0], [2.0, 1.0]], [1, -1], "True or False"),
    ],
)
def test_that_figures_that_cannot_be_weighed_are_refused(
    method: Method, matrix: object, is_benefit: object, sentence: str
) -> None:
    with pytest.raises(MethodError, match=sentence):
        method(matrix, is_benefit)


@pytest.mark.parametrize("method", [entropy_weights, merec_weights, cilos_weights, idocriw_weights])
@pytest.mark.parametrize("is_benefit", [True, False])
def test_that_figures_below_zero_are_named_where_shares_have_no_meaning(
    method: Method, is_benefit: bool
) -> None:
    matrix, directions = random_problem(4)
    matrix[2, 3], directions[3] = -1.5, is_benefit
    with pytest.raises(MethodError, match=r"Row 3, column 4 holds -1\.5"):
        method(matrix, directions)


@pytest.mark.parametrize("method", [critic_weights, standard_deviation_weights])
def test_that_figures_below_zero_only_move_the_zero_elsewhere(method: Method) -> None:
    matrix, is_benefit = random_problem(4)
    weights = method(matrix, is_benefit).weights
    np.testing.assert_allclose(method(matrix - 20.0, is_benefit).weights, weights, rtol=1e-9)


def test_that_a_zero_has_no_share_in_entropy() -> None:
    """0 ln 0 = 0: shares (0, 1/2, 1/2) have entropy ln 2 / ln 3, shares (0, 0, 1) none."""
    result = entropy_weights([[0, 0, 1], [1, 0, 1], [1, 3, 1]], [True] * 3)
    gain = 1 - np.log(2) / np.log(3)
    np.testing.assert_allclose(result.weights, [gain / (1 + gain), 1 / (1 + gain), 0.0], rtol=1e-12)


def test_that_a_zero_is_named_where_its_logarithm_is_needed() -> None:
    matrix, is_benefit = random_problem(0)
    matrix[0, 1] = 0.0
    with pytest.raises(MethodError, match="Row 1, column 2 holds 0, but MEREC needs figures above zero"):
        merec_weights(matrix, is_benefit)


def test_that_entropy_keeps_its_digits_where_figures_hardly_differ() -> None:
    """1 - E of figures 1 + e is e^2 / 2 times their variance / ln m, so that ratios of e are squared."""
    spread = np.array([[-1.0], [0.0], [1.0]])
    result = entropy_weights(1.0 + spread * [1e-9, 2e-9], [True, True])
    np.testing.assert_allclose(result.weights, [0.2, 0.8], rtol=1e-5)


def test_that_columns_that_rise_and_fall_together_leave_critic_nothing() -> None:
    matrix = [[1, 10, 9], [2, 20, 8], [4, 40, 6]]
    with pytest.raises(MethodError, match="rise and fall together"):
        critic_weights(matrix, [True, True, False])
    opposed = critic_weights(matrix, [True, True, True]).weights
    np.testing.assert_allclose(opposed, [0.25, 0.25, 0.5], rtol=1e-9)


@pytest.mark.parametrize("method", ALL)
def test_that_the_largest_figures_do_not_overflow(method: Method) -> None:
    matrix, is_benefit = random_problem(5)
    weights = method(matrix, is_benefit).weights
    np.testing.assert_allclose(method(matrix * 1.7e307, is_benefit).weights, weights, rtol=1e-9)
    np.testing.assert_allclose(method(matrix * 1e-300, is_benefit).weights, weights, rtol=1e-9)
    spread = np.array([[-1.7e308, 1.0], [1.7e308, 3.0], [0.0, 2.5]])
    for ready in (critic_weights, standard_deviation_weights):
        assert np.isfinite(ready(spread, [True, False]).weights).all()


@pytest.mark.parametrize("method", ALL)
@settings(max_examples=40, deadline=None)
@given(data=st.data(), rows=st.integers(3, 6), columns=st.integers(2, 5))
def test_that_weights_follow_rows_columns_and_units(
    method: Method, data: st.DataObject, rows: int, columns: int
) -> None:
    figure = st.integers(1, 20).map(float)
    matrix = table(
        data.draw(
            st.lists(st.lists(figure, min_size=columns, max_size=columns), min_size=rows, max_size=rows)
        )
    )
    is_benefit = np.array(data.draw(st.lists(st.booleans(), min_size=columns, max_size=columns)))
    try:
        plain = method(matrix, is_benefit).weights
    except MethodError:
        plain = None
    assume(plain is not None)
    assert plain is not None
    assert plain.sum() == pytest.approx(1.0, abs=1e-12)
    assert (plain >= 0.0).all()
    row_order = data.draw(st.permutations(range(rows)))
    order = data.draw(st.permutations(range(columns)))
    units = np.array(
        data.draw(st.lists(st.sampled_from([1e-3, 1.0, 1e6]), min_size=columns, max_size=columns))
    )
    moved = method((matrix * units)[row_order][:, order], is_benefit[order]).weights
    np.testing.assert_allclose(moved, plain[order], rtol=1e-7, atol=1e-9)
