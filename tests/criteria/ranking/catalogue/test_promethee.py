"""PROMETHEE against published examples, with six shapes and the partial order."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.errors import MethodError
from criteria.ranking.catalogue.method_ranking import rank_by
from criteria.ranking.catalogue.options import Options, Preference, Shape
from criteria.ranking.catalogue.problem import problem_of
from criteria.ranking.catalogue.promethee import flows, partial_order, preference_table
from tests.support.reference import case, table

#: Names of the same shapes in pymcdm, which knows neither Gaussian nor different ones.
PEERS: dict[Shape, str] = {
    "usual": "usual",
    "u_shape": "ushape",
    "v_shape": "vshape",
    "level": "level",
    "linear": "vshape_2",
}


def test_that_flows_and_partial_order_follow_from_a_table_of_preferences() -> None:
    """Unit tests of the library of modular PROMETHEE methods by Andraszyk and others."""
    example = case("promethee1-flows-and-relations")
    found = flows(table(example.inputs["pi"]))
    example.check("phi_plus", found.plus)
    example.check("phi_minus", found.minus)
    np.testing.assert_allclose(found.plus, example.exact["phi_plus"], atol=1e-12)
    np.testing.assert_allclose(found.minus, example.exact["phi_minus"], atol=1e-12)
    np.testing.assert_allclose(found.net, example.exact["phi"], atol=1e-12)
    order = partial_order(found)
    assert [list(pair) for pair in order.preferred] == example.expected["preferred_pairs"]
    assert [list(pair) for pair in order.incomparable] == example.expected["incomparable_pairs"]
    assert order.indifferent == ()


def test_that_linear_preferences_give_the_published_flows() -> None:
    """Papathanasiou & Ploskas (2018), Multiple Criteria Decision Aid, chapter 3: q = 1, p = 2."""
    example = case("promethee2-papathanasiou-linear")
    inputs = example.inputs
    functions = [Preference("linear", q=q, p=p) for q, p in zip(inputs["q"], inputs["p"], strict=True)]
    options = Options(preferences=functions)
    found = rank_by("promethee", inputs["matrix"], inputs["weights"], inputs["directions"], options)
    example.check("phi", found.scores)
    for name in ("phi_plus", "phi_minus", "phi"):
        np.testing.assert_allclose(found.values[name], example.exact[name], atol=1e-12)
    problem = problem_of("PROMETHEE", inputs["matrix"], inputs["weights"], inputs["directions"])
    np.testing.assert_allclose(preference_table(problem, options), example.exact["pi"], atol=1e-12)


def test_that_the_usual_criterion_gives_the_published_flows() -> None:
    """Zhao, Peng & Li (2013), Procedia Computer Science 17, 181-188."""
    example = case("promethee2-zhao-usual")
    inputs = example.inputs
    found = rank_by("promethee", inputs["matrix"], inputs["weights"], inputs["directions"])
    for name in ("phi_plus", "phi_minus", "phi"):
        example.check(name, found.values[name])
    assert found.ranks.tolist() == [2, 3, 1]


@pytest.mark.parametrize(
    ("preference", "degrees"),
    [
        (Preference("usual"), [0, 0, 1, 1, 1, 1]),
        (Preference("u_shape", q=1), [0, 0, 0, 0, 1, 1]),
        (Preference("v_shape", p=2), [0, 0, 0.25, 0.5, 1, 1]),
        (Preference("level", q=1, p=2), [0, 0, 0, 0, 0.5, 1]),
        (Preference("linear", q=0.5, p=2), [0, 0, 0, 1 / 3, 1, 1]),
        (Preference("linear", q=1, p=1), [0, 0, 0, 0, 1, 1]),
        (
            Preference("gaussian", s=1),
            [0, 0, 1 - np.exp(-1 / 8), 1 - np.exp(-1 / 2), 1 - np.exp(-2), 1 - np.exp(-9 / 2)],
        ),
    ],
)
def test_that_each_shape_counts_a_difference_as_defined(preference: Preference, degrees: list[float]) -> None:
    """Brans & Vincke (1985), Management Science 31(6) 647-656: differences -1, 0, 0.5, 1, 2 and 3."""
    gaps = [-1.0, 0.0, 0.5, 1.0, 2.0, 3.0]
    problem = problem_of("PROMETHEE", [[0.0], *([-gap] for gap in gaps)], [1], [1])
    found = preference_table(problem, Options(preferences=preference))[0, 1:]
    np.testing.assert_allclose(found, degrees, atol=1e-12)


@pytest.mark.parametrize("shape", list(PEERS))
@pytest.mark.parametrize("seed", range(5))
def test_that_flows_agree_with_pymcdm(shape: Shape, seed: int) -> None:
    from pymcdm.methods import PROMETHEE_II

    generator = np.random.default_rng(seed)
    matrix, weights = generator.random((8, 4)) * 10, generator.dirichlet(np.ones(4))
    directions = generator.choice([-1, 1], 4)
    p, q = generator.uniform(2, 4, 4), generator.uniform(0.5, 2, 4)
    functions = [Preference(shape, q=a, p=b) for a, b in zip(q, p, strict=True)]
    found = rank_by("promethee", matrix, weights, directions, Options(preferences=functions))
    peer = PROMETHEE_II(PEERS[shape], p=p, q=q)(matrix, weights, directions)
    np.testing.assert_allclose(found.scores, peer, atol=1e-12)


def test_that_every_criterion_has_its_own_function_even_where_another_is_equal_for_all() -> None:
    matrix = [[1, 5, 10], [2, 5, 40], [4, 5, 90]]
    functions = [Preference("u_shape", q=1.5), Preference("gaussian", s=1), Preference("v_shape", p=100)]
    found = rank_by("promethee", matrix, [1, 1, 2], [1, 1, -1], Options(preferences=functions))
    table_ = np.array([[0, 0.3 / 2, 0.8 / 2], [0, 0, 0.5 / 2], [0.25, 0.25, 0]])
    np.testing.assert_allclose(found.values["phi_plus"], table_.sum(axis=1) / 2)
    np.testing.assert_allclose(found.values["phi_minus"], table_.sum(axis=0) / 2)


def test_that_rounding_is_no_preference() -> None:
    found = rank_by("promethee", [[0.1 + 0.2, 1], [0.3, 1], [0.9, 2]], [1, 1], [1, 1])
    assert found.ranks.tolist() == [2, 2, 1]
    threshold = Options(preferences=Preference("u_shape", q=0.2))
    assert rank_by("promethee", [[0.8], [0.6]], [1], [1], threshold).scores.tolist() == [0, 0]


def test_that_equal_flows_are_indifferent() -> None:
    order = partial_order(flows(np.array([[0, 0.5, 0.5], [0.5, 0, 0.5], [0, 0, 0]])))
    assert order.indifferent == ((0, 1),)
    assert order.preferred == ((0, 2), (1, 2))


def test_that_too_few_functions_are_refused() -> None:
    options = Options(preferences=[Preference()])
    with pytest.raises(MethodError, match="each of 2 criteria; 1 given"):
        rank_by("promethee", [[1, 2], [2, 1]], [1, 1], [1, 1], options)
