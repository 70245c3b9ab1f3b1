"""Weights from comparisons with the most and the least important item."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from criteria.arrays import Floats
from criteria.errors import MethodError
from criteria.weighting.best_worst import BestWorstWeights, best_worst, input_ratio
from tests.support.reference import case

Row = list[float | None]
NONE: Row = [None] * 4


@st.composite
def answers(draw: st.DrawFn, *, gaps: bool = False) -> tuple[Row, Row]:
    """Both rows of three to nine items of which the first is the best and the last the worst."""
    n, extreme = draw(st.integers(3, 9)), draw(st.integers(1, 9))
    answer = st.one_of(st.none(), st.integers(1, extreme)) if gaps else st.integers(1, extreme)
    middle = st.lists(answer, min_size=n - 2, max_size=n - 2)
    return [1, *draw(middle), extreme], [extreme, *draw(middle), 1]


def solved(rows: tuple[Row, Row]) -> BestWorstWeights:
    """The weights where the first item is the best and the last the worst."""
    return best_worst(0, len(rows[0]) - 1, *rows)


def deviation(weights: Floats, rows: tuple[Row, Row]) -> float:
    """The largest deviation that weights leave, from the definition."""
    found = [abs(weights[0] - a * w) for a, w in zip(rows[0], weights, strict=True) if a is not None]
    found += [abs(w - a * weights[-1]) for a, w in zip(rows[1], weights, strict=True) if a is not None]
    return float(max(found))


def test_that_the_consistent_car_example_is_found() -> None:
    """Rezaei (2016), Omega 64, 126-130, example 1."""
    example = case("bwm-car-consistent")
    result = best_worst(1, 4, example.inputs["best_to_others"], example.inputs["others_to_worst"])
    example.check("weights", result.weights)
    assert result.xi == 0.0
    assert result.missing == ()


def test_that_the_inconsistent_car_example_is_found() -> None:
    """Rezaei (2016), Omega 64, 126-130, example 2, linear model of section 4."""
    example = case("bwm-rezaei-2016-example-2")
    result = best_worst(1, 4, example.inputs["best_to_others"], example.inputs["others_to_worst"])
    example.check("weights", result.weights)
    example.check("xi", result.xi)
    np.testing.assert_allclose(result.weights, example.exact["weights"], atol=1e-12)
    assert result.xi == pytest.approx(example.exact["xi"], abs=1e-12)


def test_that_the_linear_model_of_the_transport_example_is_found() -> None:
    """The answers of Rezaei (2015), Omega 53, example 1; worked by hand: w = (2, 9, 17) / 28, xi = 1 / 28."""
    inputs = case("bwm-transport-nonlinear").inputs
    result = best_worst(2, 0, inputs["best_to_others"], inputs["others_to_worst"])
    np.testing.assert_allclose(result.weights, np.array([2, 9, 17]) / 28, atol=1e-12)
    assert result.xi == pytest.approx(1 / 28, abs=1e-12)
    assert result.consistency.ratio == pytest.approx(2 / 56)
    assert result.consistency.most_inconsistent == (1,)


def test_that_one_item_takes_all() -> None:
    result = best_worst(0, 0, [1], [1])
    assert (result.weights.tolist(), result.xi, result.consistency.is_acceptable) == ([1.0], 0.0, True)


def test_that_two_items_have_the_ratio_of_the_answer() -> None:
    np.testing.assert_allclose(best_worst(1, 0, [4, None], [1, None]).weights, [0.2, 0.8], atol=1e-12)


def test_that_equal_answers_give_equal_weights() -> None:
    result = solved(([1, 1, 1, 1], [1, 1, 1, 1]))
    np.testing.assert_allclose(result.weights, 0.25, atol=1e-12)
    assert result.xi == 0.0


def test_that_more_than_nine_items_are_weighed_too() -> None:
    rows: tuple[Row, Row] = ([1, *[2] * 10, 8], [8, *[4] * 10, 1])
    result = solved(rows)
    np.testing.assert_allclose(result.weights, np.array([8, *[4] * 10, 1]) / 49, atol=1e-12)
    assert result.consistency.threshold is None


def test_that_missing_answers_are_left_out_and_told() -> None:
    result = solved(([1, 2, None, 8], [8, None, 2, 1]))
    np.testing.assert_allclose(result.weights, np.array([8, 4, 2, 1]) / 15, atol=1e-12)
    assert result.missing == ((0, 2), (1, 3))
    assert result.xi == 0.0


def test_that_the_extreme_may_be_missing_if_an_item_links_both_ends() -> None:
    result = solved(([1, 2, None], [None, 4, 1]))
    np.testing.assert_allclose(result.weights, np.array([8, 4, 1]) / 13, atol=1e-12)
    assert result.missing == ((0, 2),)
    assert result.consistency.is_acceptable is None


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (([1, 2, None, 8], [8, 4, None, 1]), "Item 3 is not compared with any other"),
        ((NONE, NONE), "Item 2 is not compared with any other"),
        (([1, 2, 3, None], NONE), "least important item 4; compare the two"),
        ((NONE, [None, 2, 3, 1]), "most important item 1 with the least important item 4"),
        (([1, 2, None, None], [None, None, 3, 1]), "compare the two"),
        (([1, None], [None, 1]), "most important item 1 with the least important item 2"),
    ],
)
def test_that_items_the_answers_do_not_link_are_named(rows: tuple[Row, Row], sentence: str) -> None:
    with pytest.raises(MethodError, match=sentence):
        solved(rows)


@settings(max_examples=60, deadline=None)
@given(answers())
def test_that_no_other_weights_at_the_optimum_differ(rows: tuple[Row, Row]) -> None:
    """Rezaei (2016): the linear model has one solution; each weight is pushed both ways at the same xi."""
    result = solved(rows)
    n = len(rows[0])
    table = np.zeros((2 * n, n))
    for j in range(n):
        table[j, 0] += 1
        table[j, j] -= rows[0][j] or 0
        table[n + j, j] += 1
        table[n + j, -1] -= rows[1][j] or 0
    for sign in (1.0, -1.0):
        for j in range(n):
            pushed = linprog(
                sign * np.eye(n)[j],
                A_ub=np.vstack([table, -table]),
                b_ub=np.full(4 * n, result.xi + 1e-9),
                A_eq=np.ones((1, n)),
                b_eq=[1.0],
            )
            assert pushed.x is not None
            assert pushed.x[j] == pytest.approx(result.weights[j], abs=1e-6)


@settings(max_examples=60, deadline=None)
@given(answers(gaps=True), st.integers(0, 2**32 - 1))
def test_that_random_weights_never_deviate_less(rows: tuple[Row, Row], seed: int) -> None:
    assume(not any(first is None and second is None for first, second in zip(*rows, strict=True)))
    result = solved(rows)
    assert result.weights.sum() == pytest.approx(1.0, abs=1e-12)
    assert (result.weights >= 0.0).all()
    assert deviation(result.weights, rows) == pytest.approx(result.xi, abs=1e-9)
    generator = np.random.default_rng(seed)
    for spread in (1.0, 0.1, 0.01):
        trial = result.weights * np.exp(generator.normal(0.0, spread, len(result.weights)))
        assert deviation(trial / trial.sum(), rows) >= result.xi - 1e-9


@settings(max_examples=60, deadline=None)
@given(rows=answers(), data=st.data())
def test_that_weights_follow_the_items_in_any_order(rows: tuple[Row, Row], data: st.DataObject) -> None:
    n = len(rows[0])
    order = data.draw(st.permutations(range(n)))
    plain = solved(rows)
    moved = best_worst(
        order.index(0), order.index(n - 1), [rows[0][i] for i in order], [rows[1][i] for i in order]
    )
    np.testing.assert_allclose(moved.weights, plain.weights[order], atol=1e-9)
    assert moved.xi == pytest.approx(plain.xi, abs=1e-9)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.floats(1, 9), min_size=2, max_size=9))
def test_that_weights_come_back_from_their_own_ratios(values: list[float]) -> None:
    weights = np.array(sorted(values, reverse=True))
    result = solved(((weights[0] / weights).tolist(), (weights / weights[-1]).tolist()))
    np.testing.assert_allclose(result.weights, weights / weights.sum(), atol=1e-9)
    assert result.xi == 0.0


@settings(max_examples=60, deadline=None)
@given(rows=answers(), data=st.data())
def test_that_a_higher_answer_never_lowers_the_weight_of_its_item(
    rows: tuple[Row, Row], data: st.DataObject
) -> None:
    item = data.draw(st.integers(1, len(rows[0]) - 2))
    raised = list(rows[1])
    raised[item] = min(9.0, (raised[item] or 1.0) + 1.0)
    before, after = solved(rows), solved((rows[0], raised))
    assert after.weights[item] >= before.weights[item] - 1e-9


def test_that_the_ratio_while_entering_is_that_of_the_result() -> None:
    rows: tuple[Row, Row] = ([1, 3, 5, 9], [9, 2, 4, 1])
    assert solved(rows).consistency == input_ratio(0, 3, *rows)
