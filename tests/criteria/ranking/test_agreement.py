"""Similarity of rankings."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.errors import MethodError
from criteria.ranking.agreement import (
    FORMULAS,
    Measure,
    average_ranks,
    drastic_distance,
    kendall,
    similarities,
    spearman,
    weighted_spearman,
    ws,
)
from tests.support.reference import case

MEASURES = [spearman, kendall, weighted_spearman, ws]
NAMES: list[Measure] = list(FORMULAS)
VALUES = st.lists(st.integers(0, 5), min_size=2, max_size=9)


def test_that_published_rank_similarities_are_met() -> None:
    """Salabun & Urbaniak (2020), ICCS, LNCS 12138, 632-645."""
    example = case("similarity-ws-salabun-2020")
    ranks = (example.inputs["reference"], example.inputs["tested"])
    example.check("spearman", spearman(*ranks))
    example.check("weighted_spearman", weighted_spearman(*ranks))
    example.check("WS", ws(*ranks))
    asymmetric = example.exact["WS_asymmetry_example"]
    assert ws(asymmetric["x"], asymmetric["y"]) == pytest.approx(asymmetric["WS_xy"])
    assert ws(asymmetric["y"], asymmetric["x"]) == pytest.approx(asymmetric["WS_yx"])


def test_that_raw_values_are_ranked_before_they_are_correlated() -> None:
    """The encyclopaedia's example of intelligence and hours of television."""
    example = case("similarity-spearman-raw-values")
    values = (example.inputs["x"], example.inputs["y"])
    example.check("rho", spearman(*values))
    assert kendall(*values) == pytest.approx(example.exact["kendall_tau_b"])


@pytest.mark.parametrize(
    ("compared", "rho", "weighted", "similarity"),
    [([2, 1, 3, 4, 5], 0.9, 0.85, 0.792), ([1, 2, 3, 5, 4], 0.9, 0.95, 0.971)],
)
def test_that_a_changed_winner_counts_more_than_a_changed_tail(
    compared: list[int], rho: float, weighted: float, similarity: float
) -> None:
    """Pinto da Costa & Soares (2005), Salabun & Urbaniak (2020)."""
    reference = [1, 2, 3, 4, 5]
    assert spearman(reference, compared) == pytest.approx(rho)
    assert weighted_spearman(reference, compared) == pytest.approx(weighted, abs=5e-4)
    assert ws(reference, compared) == pytest.approx(similarity, abs=5e-4)


def test_that_a_reversed_ranking_is_as_different_as_each_measure_goes() -> None:
    reference, reverse = [1, 2, 3], [3, 2, 1]
    assert spearman(reference, reverse) == pytest.approx(-1)
    assert kendall(reference, reverse) == pytest.approx(-1)
    assert weighted_spearman(reference, reverse) == pytest.approx(-1)
    assert ws(reference, reverse) == pytest.approx(0.375)


def test_that_ties_are_corrected_for() -> None:
    """tau-b of one tie in four is 0.9129, where tau-a would be 0.8333."""
    assert kendall([1, 2, 2, 4], [1, 2, 3, 4]) == pytest.approx(0.9129, abs=5e-5)
    assert average_ranks([10, 30, 30, 20]).tolist() == [1, 3.5, 3.5, 2]


@settings(max_examples=50, deadline=None)
@given(VALUES, st.data())
def test_that_correlations_agree_with_scipy(first: list[int], data: st.DataObject) -> None:
    from scipy import stats

    second = data.draw(st.lists(st.integers(0, 5), min_size=len(first), max_size=len(first)))
    if len(set(first)) == 1 or len(set(second)) == 1:
        assert spearman(first, second) is None
        assert kendall(first, second) is None
        return
    assert spearman(first, second) == pytest.approx(float(stats.spearmanr(first, second)[0]))
    assert kendall(first, second) == pytest.approx(float(stats.kendalltau(first, second)[0]))


@pytest.mark.parametrize("measure", MEASURES)
def test_that_similarity_is_undefined_for_one_item_or_a_constant_ranking(measure: object) -> None:
    assert callable(measure)
    assert measure([1], [1]) is None
    assert measure([1, 1, 1], [1, 2, 3]) is None
    assert measure([1, 2, 3], [1, 1, 1]) is None
    assert measure([1, 2, 3], [1, 2, 3]) == pytest.approx(1)


@pytest.mark.parametrize("measure", MEASURES)
def test_that_rankings_of_other_items_are_refused(measure: object) -> None:
    assert callable(measure)
    with pytest.raises(MethodError, match="same items"):
        measure([1, 2], [1, 2, 3])
    with pytest.raises(MethodError, match="not a number"):
        measure([1, 2], [1, np.nan])


def test_that_long_rankings_are_compared_in_blocks() -> None:
    from scipy import stats

    generator = np.random.default_rng(0)
    first, second = generator.integers(0, 500, 2500), generator.integers(0, 500, 2500)
    assert kendall(first, second) == pytest.approx(float(stats.kendalltau(first, second)[0]))


def test_that_published_drastic_distances_are_met() -> None:
    """Salabun & Shekhovtsov (2023), FedCSIS 731-738."""
    example = case("similarity-draws-2023")
    reference = example.inputs["reference"]
    example.check("distance", [drastic_distance(reference, tested) for tested in example.inputs["tested"]])


def test_that_the_drastic_distance_weighs_by_rank_and_not_by_place() -> None:
    """Only the item that stands second, with rank 1, keeps its rank; by places 5/7 would be lost."""
    assert drastic_distance([3, 1, 2], [2, 1, 3]) == pytest.approx(3 / 7)
    assert drastic_distance([1, 2, 3], [1, 2, 3]) == 0
    tied = 2**-2.5
    assert drastic_distance([1, 2, 2], [2, 1, 2]) == pytest.approx((0.5 + tied) / (0.5 + 2 * tied))
    assert drastic_distance([1, 1], [1, 2]) is None


def test_that_measures_with_ties_follow_their_formulas_on_average_ranks() -> None:
    """By hand: ranks (1, 2.5, 2.5, 4) against (1, 2, 3, 4)."""
    reference, compared = [1, 2, 2, 4], [1, 2, 3, 4]
    assert ws(reference, compared) == pytest.approx(1 - 2 * 2**-2.5 * 0.5 / 1.5)
    squares = 0.25 * ((4 - 2.5 + 1) + (4 - 2 + 1)) + 0.25 * ((4 - 2.5 + 1) + (4 - 3 + 1))
    assert weighted_spearman(reference, compared) == pytest.approx(1 - 6 * squares / (256 + 64 - 16 - 4))


@pytest.mark.parametrize("seed", range(10))
def test_that_measures_agree_with_pymcdm_without_ties(seed: int) -> None:
    from pymcdm import correlations

    generator = np.random.default_rng(seed)
    first, second = generator.permutation(9) + 1, generator.permutation(9) + 1
    assert ws(first, second) == pytest.approx(correlations.ws(first, second), abs=1e-12)
    expected = correlations.weighted_spearman(first, second)
    assert weighted_spearman(first, second) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize("name", NAMES)
def test_that_a_table_of_similarities_holds_every_pair_with_the_row_as_reference(name: Measure) -> None:
    measure = {"spearman": spearman, "kendall": kendall, "weighted_spearman": weighted_spearman, "ws": ws}[
        name
    ]
    rankings = [[1, 2, 3, 4], [2, 1, 3, 3], [1, 1, 1, 1], [4, 3, 2, 1]]
    found = similarities(rankings, name)
    for row, one in enumerate(rankings):
        for column, other in enumerate(rankings):
            assert found[row][column] == pytest.approx(measure(one, other), abs=1e-12)
    assert found[2] == (None,) * 4
    assert found[0][0] == pytest.approx(1)
    assert (found[0][1] == pytest.approx(found[1][0])) is (name != "ws")


def test_that_tables_of_little_are_empty_or_undefined() -> None:
    assert similarities([]) == ()
    assert similarities([[1], [1]]) == ((None, None), (None, None))
    assert similarities([[1, 1], [2, 2]]) == ((None, None), (None, None))


def test_that_a_table_of_other_items_or_by_an_unknown_measure_is_refused() -> None:
    with pytest.raises(MethodError, match="same items"):
        similarities([[1, 2], [1, 2, 3]])
    with pytest.raises(MethodError, match="no measure 'goodman'"):
        similarities([[1, 2]], "goodman")  # type: ignore[arg-type]
