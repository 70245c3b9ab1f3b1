"""lambda_max, CI, CR and GCI."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.weighting.consistency import consistency, gci_threshold, geometric_consistency_index
from criteria.weighting.pairwise import priorities
from tests.support.reference import CITY_CRITERIA, case, reciprocal, table, without


def test_that_the_city_matrix_has_its_known_consistency() -> None:
    """Saaty's city matrix: CR .0508 by Alonso & Lamata and .0503 by Saaty 1980."""
    found = consistency(CITY_CRITERIA)
    assert found.lambda_max == pytest.approx(5.22524, abs=5e-6)
    assert found.ci == pytest.approx(0.05631, abs=5e-6)
    assert found.cr == pytest.approx(0.0508, abs=5e-5)
    assert found.gci == pytest.approx(0.1830, abs=5e-5)
    assert (found.n, found.missing, found.random_index, found.random_index_table) == (
        5,
        0,
        1.1086,
        "alonso_lamata",
    )
    assert consistency(CITY_CRITERIA, "saaty_1980").cr == pytest.approx(0.0503, abs=5e-5)


def test_that_the_drinks_matrix_has_its_published_ratio_with_each_table() -> None:
    """Saaty (2008), Int. J. Services Sciences 1(1) 83-98."""
    example = case("ahp-drinks-us")
    matrix = table(example.inputs["pairwise"])
    example.check("CR_saaty", consistency(matrix, "saaty_2005").cr)
    example.check("CR_donegan_dodd", consistency(matrix, "donegan_dodd").cr)


def test_that_the_published_geometric_consistency_index_is_found() -> None:
    """Aguaron & Moreno-Jimenez (2003); the source divides by the number of pairs instead, 3 for n = 3."""
    example = case("ahp-geometric-mean-gci")
    found = geometric_consistency_index(example.inputs["gci_matrix"])
    assert found is not None
    assert found == pytest.approx(example.exact["official_GCI"], abs=1e-12)
    example.check("gci_pyanp_variant", found / 3)


def test_that_a_consistent_matrix_prints_zero_and_never_minus_zero() -> None:
    """The 3 x 3 matrix of the gluc/ahp unit tests."""
    example = case("ahp-consistent-3x3")
    found = consistency(table(example.inputs["pairwise"]))
    example.check("CR", found.cr)
    assert str(found.cr) == "0.0"
    assert str(found.gci) == "0.0"
    assert found.lambda_max == 3.0


@pytest.mark.parametrize("n", [1, 2])
def test_that_one_or_two_items_are_always_consistent(n: int) -> None:
    found = consistency(reciprocal([7] * (n - 1), n))
    assert (found.cr, found.ci, found.gci) == (0.0, 0.0, 0.0)


@pytest.mark.parametrize("n", [2, 3, 5])
def test_that_the_ratio_of_unanswered_comparisons_is_undefined(n: int) -> None:
    found = consistency(np.where(np.eye(n) == 1, 1.0, np.nan))
    assert found.cr is None
    assert found.lambda_max == n
    assert found.missing == n * (n - 1) // 2


def test_that_a_tree_of_comparisons_has_no_ratio_and_no_error() -> None:
    found = consistency(without(reciprocal([2, 5, 9], 3), (1, 2)))
    assert (found.cr, found.gci, found.random_index) == (None, None, 0.0)
    assert found.lambda_max == pytest.approx(3)


def test_that_unlinked_items_have_no_ratio() -> None:
    matrix = without(CITY_CRITERIA, (0, 1), (0, 2), (0, 3), (0, 4))
    assert consistency(matrix).cr is None


def test_that_missing_judgements_are_judged_by_their_own_index() -> None:
    """Agoston & Csato 2022; two gaps in Saaty's city matrix: lambda_max of the best completion is 5.1463."""
    found = consistency(without(CITY_CRITERIA, (0, 3), (1, 4)))
    assert found.lambda_max == pytest.approx(5.1463, abs=1e-4)
    assert found.cr == pytest.approx(found.ci / (1.1086 * (1 - 4 / 12)))
    assert found.missing == 2


def test_that_weights_of_ones_own_are_judged_by_the_mean_ratio() -> None:
    weights = priorities(CITY_CRITERIA, "geometric_mean")
    found = consistency(CITY_CRITERIA, weights=weights)
    assert found.lambda_max == pytest.approx(float(np.mean(CITY_CRITERIA @ weights / weights)))


def test_that_a_missing_judgement_counts_in_the_geometric_index_as_a_degree_of_freedom() -> None:
    matrix = without(CITY_CRITERIA, (0, 3), (1, 4))
    found = geometric_consistency_index(matrix)
    from criteria.weighting.incomplete import priorities_incomplete

    weights = priorities_incomplete(matrix)
    errors = [
        np.log(matrix[i, j] * weights[j] / weights[i])
        for i in range(5)
        for j in range(i + 1, 5)
        if not np.isnan(matrix[i, j])
    ]
    assert found == pytest.approx(sum(error**2 for error in errors) / (8 - 4))


@pytest.mark.parametrize(
    ("cr", "expected"),
    [
        (0.01, (0.0314, 0.0352, 0.037)),
        (0.05, (0.1573, 0.1763, 0.185)),
        (0.10, (0.3147, 0.3526, 0.370)),
        (0.15, (0.4720, 0.5289, 0.555)),
    ],
)
def test_that_the_limits_of_the_geometric_index_are_the_published_ones(
    cr: float, expected: tuple[float, float, float]
) -> None:
    """Aguaron & Moreno-Jimenez (2003), table: n = 3, n = 4 and above."""
    assert [gci_threshold(n, cr) for n in (3, 4, 7)] == pytest.approx(expected, abs=1.01e-4)
    assert gci_threshold(3) == pytest.approx(0.3147)
    assert gci_threshold(2) == gci_threshold(1) == 0.0


def test_that_the_limits_follow_from_the_random_index_for_small_errors() -> None:
    """GCI tends to 2n/(n-2) CI, so the limit is about CR RI(n) 2n/(n-2)."""
    from criteria.weighting.random_index import random_index

    for n in range(3, 11):
        assert gci_threshold(n) == pytest.approx(0.1 * random_index(n) * 2 * n / (n - 2), rel=0.016)
