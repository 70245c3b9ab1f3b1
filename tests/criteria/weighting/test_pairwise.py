"""Priorities from complete pairwise comparisons."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.errors import MethodError
from criteria.weighting.pairwise import consistency, priorities, priorities_stack, weigh
from tests.support.reference import CITY_CRITERIA, case, reciprocal, table


def test_that_the_city_matrix_gives_its_known_weights() -> None:
    """Saaty's city matrix, by eigenvector (Saaty 1977) and geometric mean (Crawford & Williams 1985)."""
    np.testing.assert_allclose(priorities(CITY_CRITERIA), [0.1522, 0.4335, 0.0716, 0.3050, 0.0378], atol=6e-5)
    np.testing.assert_allclose(
        priorities(CITY_CRITERIA, "geometric_mean"), [0.1526, 0.4228, 0.0723, 0.3147, 0.0376], atol=6e-5
    )


def test_that_the_drinks_matrix_gives_its_published_weights() -> None:
    """Saaty (2008), Int. J. Services Sciences 1(1) 83-98."""
    example = case("ahp-drinks-us")
    matrix = table(example.inputs["pairwise"])
    weights = priorities(matrix)
    example.check("weights_3dp", weights)
    example.check("weights_8dp", weights)
    np.testing.assert_allclose(weights, example.exact["weights"], atol=1e-12)
    np.testing.assert_allclose(
        priorities(matrix, "geometric_mean"), example.exact["geometric_mean_weights"], atol=1e-12
    )


def test_that_the_school_matrix_gives_its_published_weights() -> None:
    """Saaty (1980) school selection; also in Wang & Chin (2011), Information Sciences 181."""
    example = case("ahp-school-criteria")
    weights = priorities(table(example.inputs["pairwise"]))
    example.check("weights_4dp", weights)
    example.check("weights_2dp", weights)
    np.testing.assert_allclose(weights, example.exact["weights"], atol=1e-12)


@pytest.mark.parametrize("name", ["m3", "m4", "m5"])
def test_that_geometric_means_agree_with_published_ones(name: str) -> None:
    """Unit tests of pyanp by the author of SuperDecisions tools."""
    example = case("ahp-geometric-mean-gci")
    example.check(name, priorities(table(example.inputs[name]), "geometric_mean"))
    np.testing.assert_allclose(
        priorities(table(example.inputs[name])), example.exact[f"eigen_{name}"], atol=1e-12
    )


@pytest.mark.parametrize("method", ["eigenvector", "geometric_mean"])
def test_that_every_method_agrees_on_a_consistent_matrix(method: str) -> None:
    """The 3 x 3 matrix of the gluc/ahp unit tests."""
    example = case("ahp-consistent-3x3")
    example.check("weights", priorities(table(example.inputs["pairwise"]), method))


@pytest.mark.parametrize("x", [1, 3, 9])
@pytest.mark.parametrize("n", [2, 4, 9])
def test_that_one_item_x_times_all_others_weighs_x_of_x_plus_the_rest(n: int, x: int) -> None:
    """Goepel (2018), IJAHP 10(3), equation 41: w = x / (x + n - 1)."""
    upper = np.ones(n * (n - 1) // 2)
    upper[: n - 1] = x
    assert priorities(reciprocal(upper, n))[0] == pytest.approx(x / (x + n - 1))


@settings(max_examples=50, deadline=None)
@given(
    upper=st.lists(st.floats(1 / 9, 9), min_size=15, max_size=15),
    order=st.permutations(range(6)),
    method=st.sampled_from(["eigenvector", "geometric_mean"]),
)
def test_that_priorities_follow_their_items_when_renumbered(
    upper: list[float], order: list[int], method: str
) -> None:
    matrix = reciprocal(upper, 6)
    weights = priorities(matrix, method)
    assert weights.sum() == pytest.approx(1)
    assert (weights > 0).all()
    np.testing.assert_allclose(priorities(matrix[np.ix_(order, order)], method), weights[order], rtol=1e-10)


def test_that_a_stack_of_matrices_gives_the_priorities_of_each() -> None:
    other = reciprocal([3] * 10, 5)
    found = priorities_stack(np.stack([CITY_CRITERIA, other]))
    np.testing.assert_allclose(found, [priorities(CITY_CRITERIA), priorities(other)], rtol=1e-12)


def test_that_an_unknown_prioritisation_is_refused() -> None:
    with pytest.raises(MethodError, match="eigenvector or geometric_mean"):
        priorities(CITY_CRITERIA, "column mean")


@pytest.mark.parametrize("method", ["eigenvector", "geometric_mean"])
def test_that_weighing_gives_priorities_and_consistency_together(method: str) -> None:
    weights, found = weigh(CITY_CRITERIA, method, "saaty_1980")
    np.testing.assert_array_equal(weights, priorities(CITY_CRITERIA, method))
    assert found == consistency(CITY_CRITERIA, "saaty_1980")
