"""AHP synthesis against published hierarchies."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.arrays import Floats
from criteria.errors import MethodError
from criteria.ranking.ahp import global_weights, synthesise
from criteria.weighting.consistency import consistency
from criteria.weighting.pairwise import priorities
from tests.support.reference import Case, case, table

INTENSITIES = np.array([[1.0, 0.5, 0.0], [0.25, 1.0, 0.0], [0.75, 0.5, 0.0]])


def distributive(example: Case) -> Floats:
    """The total of each alternative in a two-level hierarchy of pairwise comparisons."""
    weights = priorities(table(example.inputs["criteria"]))
    columns = [priorities(table(matrix)) for matrix in example.inputs["alternative_matrices"]]
    return synthesise(np.stack(columns, axis=1), weights, "distributive")[0]


def test_that_a_three_level_car_hierarchy_gives_its_published_totals() -> None:
    """The car example of the encyclopaedia article on AHP: sub-criteria under cost and capacity."""
    example = case("ahp-car-wikipedia-3level")
    matrices: dict[str, Any] = example.inputs["pairwise"]
    local = {name: priorities(table(matrix)) for name, matrix in matrices.items()}
    example.check("criteria", local["Goal"])
    example.check("price_local", local["Price"])
    tree = example.inputs["hierarchy"]
    groups = [local[name] if name in tree else np.ones(1) for name in tree["Goal"]]
    leaves = [leaf for name in tree["Goal"] for leaf in tree.get(name, [name])]
    weights = global_weights(local["Goal"], groups)
    assert weights.sum() == pytest.approx(1)
    scores, _ = synthesise(np.stack([local[leaf] for leaf in leaves], axis=1), weights, "distributive")
    example.check("target", scores)
    np.testing.assert_allclose(scores, example.exact["target"], atol=1e-10)
    for name in ("Goal", "Safety", "Style"):
        ratio = consistency(table(matrices[name]), "donegan_dodd").cr
        example.check(f"CR_{name.lower()}_dd", ratio)


def test_that_cars_compared_under_three_criteria_get_their_published_totals() -> None:
    """Haas & Meixner's illustrated guide, as tested by the R package MCDA."""
    example = case("ahp-cars-hodgett")
    scores = distributive(example)
    example.check("total", scores)
    np.testing.assert_allclose(scores, example.exact["total"], atol=1e-10)


def test_that_cities_get_their_published_totals() -> None:
    """Saaty (2005), Theory and Applications of the Analytic Network Process."""
    example = case("ahp-cities-2005")
    scores = distributive(example)
    example.check("target_3dp", scores)
    example.check("target_4dp", scores)
    np.testing.assert_allclose(scores, example.exact["target"], atol=1e-10)


def test_that_six_alternatives_get_their_published_totals() -> None:
    """Papathanasiou & Ploskas (2018), Multiple Criteria Decision Aid, chapter 5."""
    example = case("ahp-papathanasiou-6x4")
    scores = distributive(example)
    example.check("total", scores)
    np.testing.assert_allclose(scores, example.exact["total"], atol=1e-10)


def test_that_rating_intensities_are_idealised_as_published() -> None:
    """The Bioconductor package Prize: geometric means, intensities divided by the largest."""
    example = case("ahp-ratings-mode-prize")
    example.check("weights", priorities(table(example.inputs["pairwise"]), "geometric_mean"))
    intensities = priorities(table(example.inputs["rating_scale"]), "geometric_mean")
    example.check("intensities", intensities)
    idealised, _ = synthesise(intensities[:, None], [1.0], "ideal", idealise=True)
    example.check("idealised", idealised)


def test_that_ratings_count_as_they_are() -> None:
    scores, contributions = synthesise(INTENSITIES, [0.5, 0.3, 0.2])
    np.testing.assert_allclose(contributions, INTENSITIES * [0.5, 0.3, 0.2])
    np.testing.assert_allclose(scores, contributions.sum(axis=1))


def test_that_a_new_alternative_does_not_change_the_others_with_ratings() -> None:
    """Saaty (2006): ratings preserve rank."""
    scores, _ = synthesise(INTENSITIES, [0.5, 0.3, 0.2])
    more, _ = synthesise(np.vstack([INTENSITIES, [[1, 1, 1]]]), [0.5, 0.3, 0.2])
    np.testing.assert_array_equal(more[:3], scores)


def test_that_a_column_of_zeros_is_shared_equally() -> None:
    _, shared = synthesise(INTENSITIES, [0.5, 0.3, 0.2], "distributive")
    np.testing.assert_allclose(shared[:, 2], 0.2 / 3)
    _, idealised = synthesise(INTENSITIES, [0.5, 0.3, 0.2], idealise=True)
    np.testing.assert_allclose(idealised[:, 2], 0.2)


@settings(max_examples=50, deadline=None)
@given(seed=st.integers(0, 10_000), order=st.permutations(range(6)), factor=st.floats(0.01, 100))
def test_that_distributive_scores_sum_to_one_and_ignore_units_and_order(
    seed: int, order: list[int], factor: float
) -> None:
    generator = np.random.default_rng(seed)
    values, weights = generator.random((6, 4)), generator.dirichlet(np.ones(4))
    scores, _ = synthesise(values, weights, "distributive")
    assert scores.sum() == pytest.approx(1)
    scaled, _ = synthesise(values[order] * [factor, 1, 1, 1], weights, "distributive")
    np.testing.assert_allclose(scaled, scores[order], rtol=1e-10)


def test_that_bad_intensities_are_refused_by_their_place() -> None:
    with pytest.raises(MethodError, match="row 1, column 2 is negative"):
        synthesise([[0.5, -0.5]], [0.5, 0.5])
    with pytest.raises(MethodError, match="row 1, column 2"):
        synthesise([[0.5, np.nan]], [0.5, 0.5])
    with pytest.raises(MethodError, match="ideal or distributive"):
        synthesise([[0.5, 0.5]], [0.5, 0.5], "mean")
