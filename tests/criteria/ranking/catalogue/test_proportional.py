"""COPRAS, MOORA, MABAC and CODAS against published examples, and where they are not defined."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.ranking.catalogue.method_ranking import MethodRanking, rank_by
from criteria.ranking.catalogue.methods import CatalogueMethod
from criteria.ranking.catalogue.options import Options
from criteria.ranking.catalogue.problem import UndefinedMethodError
from tests.support.reference import Case, case


def ranked(method: CatalogueMethod, example: Case, options: Options | None = None) -> MethodRanking:
    inputs = example.inputs
    return rank_by(method, inputs["matrix"], inputs["weights"], inputs["directions"], options or Options())


def test_that_copras_has_the_published_utilities() -> None:
    """Uysal & Inan (2022), as tested by scikit-criteria."""
    example = case("copras-uysal-2022")
    found = ranked("copras", example)
    example.check("utility", found.scores)
    example.check("ranking", found.ranks)


def test_that_copras_rewards_the_lower_cost() -> None:
    """The formula of Zavadskas, Kaklauskas & Sarka (1994): equal benefits, costs 1, 2 and 3."""
    found = rank_by("copras", [[10, 1], [10, 2], [11, 3]], [0.5, 0.5], [1, -1])
    assert found.ranks.tolist() == [1, 2, 3]
    minus = np.array([1, 2, 3]) / 12
    plus = np.array([10, 10, 11]) / 62
    expected = plus + minus.sum() / (minus * (1 / minus).sum())
    np.testing.assert_allclose(found.scores, expected / expected.max())


def test_that_copras_without_costs_compares_benefits() -> None:
    found = rank_by("copras", [[1, 6], [3, 2]], [0.5, 0.5], [1, 1])
    np.testing.assert_allclose(found.scores, [1, 1])
    assert found.values["S_minus"].tolist() == [0, 0]


def test_that_copras_names_the_alternative_that_costs_nothing() -> None:
    with pytest.raises(UndefinedMethodError, match=r"COPRAS .* row 2 are all zero") as caught:
        rank_by("copras", [[1, 6, 1], [3, 0, 0], [2, 1, 0]], [1, 1, 1], [1, -1, -1])
    assert caught.value.ground == "zero-cost"
    assert caught.value.criteria == (1, 2)
    assert caught.value.alternatives == (1,)
    with pytest.raises(
        UndefinedMethodError, match="COPRAS needs figures of at least zero; criterion 1 is -3"
    ):
        rank_by("copras", [[1, 6], [-3, 1]], [1, 1], [1, -1])


def test_that_moora_has_the_published_ratios_without_weights() -> None:
    """Kracka, Brauers & Zavadskas (2010): all weights 1, so that scores are 7 times ours."""
    example = case("moora-ratio-kracka-2010")
    found = ranked("moora", example)
    example.check("score", found.scores * sum(example.inputs["weights"]))
    example.check("ranking", found.ranks)


def test_that_moora_has_the_published_ratios_with_weights() -> None:
    """Siregar et al. (2021), IOP Conf. Ser. MSE 1088 012022."""
    example = case("moora-siregar-2021")
    example.check("score", ranked("moora", example).scores)


def test_that_moora_needs_neither_costs_nor_figures_above_zero() -> None:
    found = rank_by("moora", [[3, -4], [4, 3]], [0.5, 0.5], [1, 1])
    np.testing.assert_allclose(found.scores, [0.5 * (0.6 - 0.8), 0.5 * (0.8 + 0.6)])


def test_that_mabac_has_the_published_distances() -> None:
    """Pamucar & Cirovic (2015), Expert Systems with Applications 42(6) 3016-3028."""
    example = case("mabac-pamucar-2015")
    example.check("score", ranked("mabac", example).scores)


def test_that_the_border_of_mabac_holds_for_many_alternatives() -> None:
    """The product of 400 weighted figures is below the smallest number a computer holds."""
    generator = np.random.default_rng(0)
    few = generator.random((8, 6))
    weights = np.full(6, 1 / 6)
    once = rank_by("mabac", few, weights, np.ones(6)).scores
    many = rank_by("mabac", np.tile(few, (50, 1)), weights, np.ones(6)).scores
    np.testing.assert_allclose(many, np.tile(once, 50), atol=1e-12)


def test_that_codas_has_the_published_assessments() -> None:
    """Badi, Shetwan & Abdulshahed (2017), choosing a supplier, tau = 0.02."""
    example = case("codas-badi-2017")
    found = ranked("codas", example, Options(tau=example.inputs["tau"]))
    example.check("score", found.scores)
    assert set(found.values) == {"E", "T"}


def test_that_the_threshold_of_codas_decides_whether_taxicabs_count() -> None:
    matrix = [[10, 1], [9, 4], [2, 10]]
    narrow, wide = (rank_by("codas", matrix, [0.5, 0.5], [1, 1], Options(tau=tau)) for tau in (0, 2))
    E, T = narrow.values["E"], narrow.values["T"]
    np.testing.assert_allclose(wide.scores, 3 * E - E.sum())
    np.testing.assert_allclose(narrow.scores, 3 * E - E.sum() + 3 * T - T.sum())


@pytest.mark.parametrize("method", ["copras", "moora", "mabac", "codas"])
def test_that_equal_alternatives_share_the_first_rank(method: CatalogueMethod) -> None:
    found = rank_by(method, [[3, 0], [3, 0], [3, 0]], [1, 1], [1, -1])
    assert found.ranks.tolist() == [1, 1, 1]
    assert [note.remark for note in found.notes] == ["equal-criterion", "all-equal"]
