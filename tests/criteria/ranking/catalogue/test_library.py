"""The methods that pymcdm computes, against published examples, and the guards before each call."""

from __future__ import annotations

import os
import subprocess
import sys

import numpy as np
import pytest

from criteria.errors import MethodError
from criteria.ranking.catalogue.method_ranking import MethodRanking, rank_by
from criteria.ranking.catalogue.methods import CatalogueMethod
from criteria.ranking.catalogue.options import Options
from criteria.ranking.catalogue.outcome import Note
from criteria.ranking.catalogue.problem import UndefinedMethodError
from tests.support.reference import Case, case
from tests.support.sources import ROOT

WITHOUT_CHARTS = """
import sys

class NoCharts:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"PIL", "contourpy", "fontTools", "kiwisolver", "matplotlib"}:
            raise ImportError(f"{name} is not shipped")

sys.meta_path.insert(0, NoCharts())
from criteria.ranking.catalogue.method_ranking import rank_by
print(*rank_by("aras", [[1.0, 2], [2, 1], [3, 3]], [1, 2], [1, -1]).ranks)
print("pymcdm" in sys.modules, "pymcdm.visuals" in sys.modules)
"""


def ranked(method: CatalogueMethod, example: Case, options: Options | None = None) -> MethodRanking:
    inputs = example.inputs
    return rank_by(method, inputs["matrix"], inputs["weights"], inputs["directions"], options or Options())


def test_that_the_weighted_sum_by_ratios_has_the_published_scores() -> None:
    """Example 1 of the tests of JMcDM on simple additive weighting."""
    example = case("saw-4x4-cost")
    example.check("score", ranked("weighted_sum", example).scores)


def test_that_the_weighted_sum_by_shares_has_the_published_scores() -> None:
    """Kracka, Brauers & Zavadskas (2010), Inzinerine Ekonomika 21(4) 352-359; scores of scikit-criteria."""
    example = case("wsm-heating-kracka")
    found = ranked("weighted_sum", example, Options(scaling="sum"))
    example.check("score", found.scores)
    example.check("ranking", found.ranks)


def test_that_the_weighted_sum_by_ranges_takes_any_figures() -> None:
    found = rank_by("weighted_sum", [[-5, 0], [5, 3], [0, 9]], [1, 3], [1, -1], Options(scaling="minmax"))
    np.testing.assert_allclose(found.scores, [0.75, 0.25 + 0.75 * 2 / 3, 0.125])


def test_that_the_weighted_product_and_its_mean_with_the_sum_have_the_published_scores() -> None:
    """Tests of JMcDM on WPM and WASPAS."""
    example = case("wpm-waspas-5x6")
    example.check("WPM", ranked("weighted_product", example).scores)
    example.check("WASPAS", ranked("waspas", example, Options(share=example.inputs["lam"])).scores)


@pytest.mark.parametrize("method", ["weighted_product", "waspas"])
def test_that_a_zero_makes_the_product_zero_and_is_told(method: CatalogueMethod) -> None:
    found = rank_by(method, [[0, 9], [5, 3], [2, 0]], [1, 1], [1, 1])
    assert found.notes == (Note("zero-product", (0, 1), (0, 2)),)
    if method == "weighted_product":
        np.testing.assert_allclose(found.scores, [0, np.sqrt(1 / 3), 0], atol=1e-15)


def test_that_edas_has_the_published_appraisals() -> None:
    """Mathew (2018), choosing a mobile phone."""
    example = case("edas-mobile-mathew")
    found = ranked("edas", example)
    example.check("score", found.scores)
    example.check("ranking", found.ranks)
    np.testing.assert_allclose(found.scores, example.exact["score"], atol=1e-12)


@pytest.mark.parametrize("figures", [[-1.0, 0, 1], [-3.0, -2, -1], [-0.3, 0.1, 0.2]])
def test_that_edas_needs_an_average_above_zero(figures: list[float]) -> None:
    with pytest.raises(UndefinedMethodError, match=r"EDAS .* criterion 2 is") as caught:
        rank_by("edas", np.stack([[1, 2, 4], figures], axis=1), [1, 1], [1, 1])
    assert caught.value.ground == "average"
    assert caught.value.criteria == (1,)


def test_that_marcos_has_the_utilities_of_its_definition() -> None:
    """Stevic et al. (2020), Computers & Industrial Engineering 140, 106231, computed step by step."""
    matrix, weights = np.array([[60.0, 4, 7], [30, 2, 9], [90, 8, 8]]), np.array([0.5, 0.3, 0.2])
    ideal, worst = np.array([90.0, 2, 9]), np.array([30.0, 8, 7])
    cost = np.array([False, True, False])
    total, low, high = (
        np.where(cost, ideal / rows, rows / ideal) @ weights for rows in (matrix, worst, ideal)
    )
    minus, plus = total / low, total / high
    of_plus, of_minus = minus / (plus + minus), plus / (plus + minus)
    expected = (plus + minus) / (1 + (1 - of_plus) / of_plus + (1 - of_minus) / of_minus)
    found = rank_by("marcos", matrix, weights, [1, -1, 1])
    np.testing.assert_allclose(found.scores, expected, rtol=1e-12)


def test_that_marcos_refuses_a_cost_of_zero_and_an_anti_ideal_of_zeros() -> None:
    with pytest.raises(
        UndefinedMethodError, match="MARCOS divides by every figure of a cost; criterion 2"
    ) as caught:
        rank_by("marcos", [[1, 0], [2, 3]], [1, 1], [1, -1])
    assert caught.value.ground == "zero-cost"
    with pytest.raises(UndefinedMethodError, match="MARCOS divides by the worst figures") as caught:
        rank_by("marcos", [[0, 5], [2, 0]], [1, 1], [1, 1])
    assert caught.value.ground == "anti-ideal"


def test_that_spotis_on_declared_scales_has_the_published_distances() -> None:
    """Dezert et al. (2020), 23rd International Conference on Information Fusion, with negative figures."""
    example = case("spotis-dezert-negative-values")
    bounds = [(low, high) for low, high in example.inputs["bounds"]]
    found = ranked("spotis", example, Options(bounds=bounds))
    example.check("score", found.scores)
    assert found.ranks.tolist() == [1, 3, 2, 4]
    assert found.notes == ()


def test_that_declared_scales_keep_scores_when_an_alternative_leaves_and_read_off_ones_are_told() -> None:
    matrix = np.array([[1.0, 5], [3, 5], [4, 2]])
    fixed = Options(bounds=[(0, 10), (0, 10)])
    whole = rank_by("spotis", matrix, [1, 1], [1, 1], fixed).scores
    np.testing.assert_array_equal(rank_by("spotis", matrix[:2], [1, 1], [1, 1], fixed).scores, whole[:2])
    single = rank_by("spotis", matrix[:1], [1, 1], [1, 1], fixed)
    assert single.scores.tolist() == [pytest.approx(0.7)]
    assert [note.remark for note in single.notes] == ["single"]
    assert rank_by("spotis", matrix, [1, 1], [1, 1]).notes == (Note("scale-from-figures"),)


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        ([(0, 10)], "bounds for each of 2 criteria; 1 given"),
        ([(0, 10), (5, 5)], "domain of column 2"),
        ([(0, 10), (0, 4)], "Row 1, column 2 is 5, outside"),
        ([(0, float("nan")), (0, 9)], "domain of column 1"),
    ],
)
def test_that_bounds_that_do_not_fit_are_refused(bounds: list[tuple[float, float]], words: str) -> None:
    with pytest.raises(MethodError, match=words):
        rank_by("spotis", [[1, 5], [3, 4]], [1, 1], [1, 1], Options(bounds=bounds))


@pytest.mark.parametrize("name", ["aras-stanujkic-2015", "aras-jmcdm-5x6"])
def test_that_aras_has_the_published_utilities(name: str) -> None:
    """Stanujkic, Djordjevic & Karabasevic (2015), Quaestus 7, 53; the tests of JMcDM with three costs."""
    example = case(name)
    found = ranked("aras", example)
    example.check("utility", found.scores)
    if "utility" in example.exact:
        np.testing.assert_allclose(found.scores, example.exact["utility"], atol=1e-12)


def test_that_cocoso_has_the_published_scores() -> None:
    """Yazdani et al. (2019), Management Decision 57(9) 2501-2519."""
    example = case("cocoso-yazdani-2019")
    example.check("score", ranked("cocoso", example, Options(share=example.inputs["lam"])).scores)


def test_that_cocoso_names_the_alternative_that_is_worst_on_everything() -> None:
    with pytest.raises(UndefinedMethodError, match=r"CoCoSo .* row 3 is worst") as caught:
        rank_by("cocoso", [[2, 1], [3, 2], [1, 9]], [1, 1], [1, -1])
    assert caught.value.ground == "all-worst"
    assert caught.value.alternatives == (2,)


def test_that_pymcdm_is_loaded_without_its_charts_and_what_they_need() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-W", "error", "-c", WITHOUT_CHARTS]
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False, timeout=120
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == ["3", "1", "2", "True", "False"]
