"""TOPSIS against published examples, and what it does with degenerate tables."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.arrays import Floats
from criteria.errors import MethodError
from criteria.ranking.normalisation import NORMALISATIONS
from criteria.ranking.ranks import competition_ranks
from criteria.ranking.topsis import closeness, topsis
from tests.support.reference import case, table

SMALL = np.array(
    [[250, 16, 12, 5], [200, 16, 8, 3], [300, 32, 16, 4], [275, 32, 8, 4], [225, 16, 16, 2]], float
)
RANDOM = st.integers(0, 10_000)


def random_problem(seed: int) -> tuple[Floats, Floats, Floats]:
    """Unit values (7 x 5), weights and directions."""
    generator = np.random.default_rng(seed)
    return generator.random((7, 5)), generator.dirichlet(np.ones(5)), generator.choice([-1.0, 1.0], 5)


def test_that_every_step_for_fighter_aircraft_is_as_in_the_book() -> None:
    """Hwang & Yoon (1981), Multiple Attribute Decision Making, pp. 133-134."""
    example = case("topsis-fighter-hwang-yoon")
    inputs = example.inputs
    result = topsis(inputs["matrix"], inputs["weights"], inputs["directions"], "vector")
    example.check("normalised", result.normalised)
    example.check("ideal", result.ideal)
    example.check("anti_ideal", result.anti_ideal)
    example.check("d_plus", result.distance_plus)
    example.check("d_minus", result.distance_minus)
    example.check("closeness", result.closeness)
    example.check("ranking", competition_ranks(result.closeness))
    np.testing.assert_allclose(result.closeness, example.exact["closeness"], atol=1e-12)
    np.testing.assert_allclose(result.distance_plus, example.exact["d_plus"], atol=1e-12)
    scaled = topsis(inputs["matrix"], inputs["weights"], inputs["directions"], "minmax")
    np.testing.assert_allclose(scaled.closeness, example.exact["minmax_closeness"], atol=1e-12)


def test_that_two_experts_with_a_joint_matrix_get_the_published_closeness() -> None:
    """Extension of the Hwang & Yoon example by the authors of a multi-expert benchmark."""
    example = case("topsis-group-two-experts")
    inputs = example.inputs
    joint = np.tensordot(inputs["expert_weights"], np.array(inputs["expert_matrices"]), axes=1)
    example.check("joint_matrix", joint)
    result = topsis(joint, inputs["weights"], inputs["directions"], "vector")
    example.check("closeness", result.closeness)
    np.testing.assert_allclose(result.closeness, example.exact["closeness"], atol=1e-12)


def test_that_cars_with_and_without_ideals_of_ones_own_get_the_published_closeness() -> None:
    """Hodgett's TOPSIS-in-Excel example, as tested by the R package MCDA."""
    example = case("topsis-hodgett-cars")
    matrix, weights, directions = (
        np.array(example.inputs[key]) for key in ("matrix", "weights", "directions")
    )
    ideal, anti = np.array(example.inputs["user_ideal"]), np.array(example.inputs["user_anti_ideal"])
    example.check("all", topsis(matrix, weights, directions, "vector").closeness)
    own = topsis(matrix, weights, directions, "vector", ideal=ideal, anti_ideal=anti)
    example.check("with_user_ideals", own.closeness)
    part = (matrix[:2, :3], weights[:3], directions[:3])
    example.check("sub_problem", topsis(*part, "vector").closeness)
    own = topsis(*part, "vector", ideal=ideal[:3], anti_ideal=anti[:3])
    example.check("sub_problem_user_ideals", own.closeness)
    np.testing.assert_allclose(own.closeness, example.exact["sub_problem_user_ideals"], atol=1e-12)


def test_that_mountain_routes_tie_as_published() -> None:
    """Opricovic & Tzeng (2004), EJOR 156(2) 445-455: with min-max scales the first and the last route tie."""
    example = case("topsis-mountain-minmax")
    problem = (table(example.inputs["matrix"]), example.inputs["weights"], example.inputs["directions"])
    result = topsis(*problem, "minmax")
    example.check("closeness", result.closeness)
    assert competition_ranks(result.closeness).tolist() == [2, 1, 2]
    vector = topsis(*problem, "vector")
    np.testing.assert_allclose(vector.closeness, example.exact["vector"], atol=1e-12)
    assert competition_ranks(vector.closeness).tolist() == [1, 2, 3]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("minmax", [0.5, 0.4027, 0.5973, 0.4869, 0.4654]),
        ("vector", [0.5343, 0.3084, 0.6916, 0.5347, 0.4010]),
    ],
)
def test_that_the_normalisation_decides_between_second_and_third(kind: str, expected: list[float]) -> None:
    """A mobile-phone table: ranks 2 and 3 swap between Hwang & Yoon's vector and min-max normalisation."""
    result = topsis(SMALL, [0.25] * 4, [-1, 1, 1, 1], kind)
    np.testing.assert_allclose(result.closeness, expected, atol=6e-5)


def test_that_deleting_the_worst_can_swap_the_best_two_on_relative_scales_only() -> None:
    """Rank reversal (Aires & Ferreira 2019): P, Q, R with vector norms; a declared domain prevents it."""
    matrix = np.array([[4.0, 9], [9, 5], [7, 1]])
    before = topsis(matrix, [0.5, 0.5], [1, 1], "vector").closeness
    after = topsis(matrix[:2], [0.5, 0.5], [1, 1], "vector").closeness
    np.testing.assert_allclose(before, [0.651, 0.594, 0.239], atol=6e-4)
    np.testing.assert_allclose(after, [0.434, 0.567], atol=1e-3)
    domain = ([0, 0], [10, 10])
    kept = topsis(matrix, [0.5, 0.5], [1, 1], "fixed", domain).closeness
    np.testing.assert_array_equal(topsis(matrix[:2], [0.5, 0.5], [1, 1], "fixed", domain).closeness, kept[:2])


def test_that_the_fixed_scale_measures_from_the_ends_of_the_domain() -> None:
    result = topsis([[0.5, 20.0]], [0.6, 0.4], [1, -1], "fixed", ([0, 0], [1, 80]))
    assert result.ideal.tolist() == [0.6, 0.4]
    assert result.anti_ideal.tolist() == [0, 0]
    np.testing.assert_allclose(result.normalised, [[0.5, 0.75]])
    plus, minus = np.hypot(0.3, 0.1), np.hypot(0.3, 0.3)
    assert result.closeness[0] == pytest.approx(minus / (plus + minus))


@settings(max_examples=50, deadline=None)
@given(seed=RANDOM, kind=st.sampled_from(NORMALISATIONS))
def test_that_closeness_alone_is_the_closeness_of_the_full_result(seed: int, kind: str) -> None:
    matrix, weights, directions = random_problem(seed)
    full = topsis(matrix, weights, directions, kind)
    np.testing.assert_allclose(closeness(matrix, weights, directions, kind), full.closeness, atol=1e-14)


def test_that_closeness_of_many_rows_is_that_of_each_block() -> None:
    matrix = np.random.default_rng(3).random((2500, 4))
    weights = np.array([0.4, 0.3, 0.2, 0.1])
    found = closeness(matrix, weights, np.ones(4))
    np.testing.assert_allclose(found, topsis(matrix, weights, np.ones(4)).closeness, atol=1e-14)


@settings(max_examples=50, deadline=None)
@given(seed=RANDOM, kind=st.sampled_from(NORMALISATIONS), order=st.permutations(range(7)))
def test_that_closeness_follows_the_alternatives_when_reordered(
    seed: int, kind: str, order: list[int]
) -> None:
    matrix, weights, directions = random_problem(seed)
    found = topsis(matrix, weights, directions, kind).closeness
    again = topsis(matrix[order], weights, directions, kind).closeness
    np.testing.assert_allclose(again, found[order], atol=1e-13)


@settings(max_examples=50, deadline=None)
@given(seed=RANDOM, kind=st.sampled_from(["vector", "minmax"]), factor=st.floats(1e-3, 1e3))
def test_that_the_unit_of_a_criterion_does_not_matter(seed: int, kind: str, factor: float) -> None:
    matrix, weights, directions = random_problem(seed)
    other = matrix * np.array([factor, 1, 1, 1, 1])
    np.testing.assert_allclose(
        topsis(other, weights, directions, kind).closeness,
        topsis(matrix, weights, directions, kind).closeness,
        atol=1e-12,
    )


@settings(max_examples=50, deadline=None)
@given(seed=RANDOM, kind=st.sampled_from(NORMALISATIONS))
def test_that_nobody_stands_above_one_that_is_at_least_as_good_in_everything(seed: int, kind: str) -> None:
    matrix, weights, directions = random_problem(seed)
    matrix[1] = np.clip(matrix[0] - 0.1 * directions * matrix[2], 0, 1)
    found = topsis(matrix, weights, directions, kind).closeness
    assert found[1] <= found[0] + 1e-12


@pytest.mark.parametrize("kind", ["vector", "minmax"])
def test_that_equal_alternatives_get_one_half_and_the_result_says_so(kind: str) -> None:
    result = topsis(np.full((3, 2), 7.0), [0.5, 0.5], [1, -1], kind)
    assert result.closeness.tolist() == [0.5, 0.5, 0.5]
    assert result.degenerate
    assert result.idle == (0, 1)
    assert closeness(np.full((3, 2), 7.0), np.array([0.5, 0.5]), [1, -1], kind).tolist() == [0.5] * 3


def test_that_a_single_alternative_is_degenerate_only_on_relative_scales() -> None:
    assert topsis([[0.2, 0.9]], [0.5, 0.5], [1, 1], "minmax").degenerate
    fixed = topsis([[0.0, 1.0]], [0.5, 0.5], [1, 1])
    assert not fixed.degenerate
    assert fixed.closeness.tolist() == [0.5]


@pytest.mark.parametrize("kind", ["vector", "minmax"])
@pytest.mark.parametrize("constant", [0.0, 3.0])
def test_that_a_constant_column_is_idle_and_changes_nothing(kind: str, constant: float) -> None:
    matrix = SMALL.copy()
    matrix[:, 1] = constant
    result = topsis(matrix, [0.25] * 4, [-1, 1, 1, 1], kind)
    rest = topsis(matrix[:, [0, 2, 3]], [0.25] * 3, [-1, 1, 1], kind)
    assert result.idle == (1,)
    assert not result.degenerate
    np.testing.assert_allclose(result.closeness, rest.closeness, atol=1e-14)
    for numbers in (result.normalised, result.weighted, result.ideal, result.anti_ideal):
        assert np.isfinite(numbers).all()


def test_that_without_any_weight_everybody_gets_one_half() -> None:
    result = topsis(SMALL, [0] * 4, [-1, 1, 1, 1], "minmax")
    assert result.degenerate
    assert result.closeness.tolist() == [0.5] * 5


@pytest.mark.parametrize("kind", NORMALISATIONS)
def test_that_a_missing_figure_is_refused_by_its_place(kind: str) -> None:
    matrix = np.array([[0.5, 0.5], [0.5, np.nan]])
    for method in (topsis, closeness):
        with pytest.raises(MethodError, match="row 2, column 2"):
            method(matrix, np.array([0.5, 0.5]), [1, 1], kind)


def test_that_an_ideal_for_other_columns_is_refused() -> None:
    with pytest.raises(MethodError, match="ideal must give one number for each of 4 columns"):
        topsis(SMALL, [0.25] * 4, [1, 1, 1, 1], "vector", ideal=[1, 2])
