"""Priorities from pairwise comparisons of which some were never made."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.errors import MethodError
from criteria.weighting.eigenvector import principal
from criteria.weighting.incomplete import METHODS, complete, missing_link, priorities_incomplete
from criteria.weighting.pairwise import consistency, priorities
from criteria.weighting.random_index import random_index
from tests.support.reference import CITY_CRITERIA, case, reciprocal, table, without

GAPPED = without(CITY_CRITERIA, (0, 3), (1, 4))


def test_that_the_published_missing_judgement_is_found() -> None:
    """Bozoki, Fulop & Ronyai (2010), Math. Comput. Modelling 52: the completion of smallest lambda_max."""
    example = case("ahp-incomplete-bozoki-4x4")
    matrix = table(example.inputs["pairwise"])
    filled = complete(matrix)
    example.check("missing_c_d", filled[2, 3])
    example.check("weights", priorities_incomplete(matrix, "lambda_max"))
    assert filled[2, 3] == pytest.approx(np.sqrt(8 / 15), abs=1e-12)
    # The example divides by the index of a complete matrix.
    example.check("CR_dd", consistency(matrix, "donegan_dodd").ci / random_index(4, "donegan_dodd"))


def test_that_harkers_weights_of_the_published_matrix_are_found() -> None:
    """Harker (1987) on the matrix of Bozoki et al. (2010), recomputed independently."""
    example = case("ahp-incomplete-bozoki-4x4")
    weights = priorities_incomplete(table(example.inputs["pairwise"]), "harker")
    np.testing.assert_allclose(weights, example.exact["harker_weights"], atol=1e-12)


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("least_squares", [0.1413, 0.4634, 0.0676, 0.2976, 0.0300]),
        ("harker", [0.1400, 0.4655, 0.0666, 0.2983, 0.0295]),
    ],
)
def test_that_the_city_matrix_with_two_gaps_gives_known_weights(method: str, expected: list[float]) -> None:
    """Saaty's city matrix without judgements (1,4) and (2,5): Harker (1987), Bozoki et al. (2010)."""
    np.testing.assert_allclose(priorities_incomplete(GAPPED, method), expected, atol=6e-5)


def test_that_harkers_weights_fill_their_own_gaps() -> None:
    """Harker (1987): filling a_ij = w_i/w_j gives a matrix with the same principal eigenvector."""
    weights = priorities_incomplete(GAPPED, "harker")
    filled = np.where(np.isnan(GAPPED), weights[:, None] / weights, GAPPED)
    np.testing.assert_allclose(principal(filled)[0], weights, atol=1e-12)


def test_that_no_other_completion_is_less_inconsistent() -> None:
    best = principal(complete(GAPPED))[1]
    generator = np.random.default_rng(0)
    for _ in range(50):
        trial = complete(GAPPED)
        for row, column in ((0, 3), (1, 4)):
            trial[row, column] *= np.exp(generator.normal(0, 0.3))
            trial[column, row] = 1 / trial[row, column]
        assert principal(trial)[1] >= best - 1e-12


def test_that_items_without_a_chain_of_comparisons_are_refused_with_the_missing_link() -> None:
    """Bozoki et al. (2010), theorem 2: the completion is unique only for a connected graph."""
    matrix = table(case("ahp-incomplete-disconnected").inputs["pairwise"])
    for method in METHODS:
        with pytest.raises(MethodError, match=r"\{1, 2\} and \{3, 4\}.*item 1 with item 3"):
            priorities_incomplete(matrix, method)


@pytest.mark.parametrize("method", METHODS)
def test_that_unlinked_groups_can_be_centred_at_the_same_level(method: str) -> None:
    matrix = table(case("ahp-incomplete-disconnected").inputs["pairwise"])
    weights = priorities_incomplete(matrix, method, allow_disconnected=True)
    assert weights.sum() == pytest.approx(1)
    np.testing.assert_allclose(weights[0] / weights[1], 2)
    np.testing.assert_allclose(weights[2] / weights[3], 4)
    np.testing.assert_allclose(weights[0] * weights[1], weights[2] * weights[3])


@pytest.mark.parametrize("n", [1, 2, 5])
def test_that_without_any_comparison_all_items_weigh_the_same(n: int) -> None:
    nothing = np.where(np.eye(n) == 1, 1.0, np.nan)
    np.testing.assert_allclose(priorities_incomplete(nothing, allow_disconnected=True), 1 / n)
    assert np.isfinite(complete(nothing)).all()


@settings(max_examples=40, deadline=None)
@given(data=st.data(), n=st.integers(3, 7))
def test_that_consistent_judgements_give_their_weights_by_any_spanning_tree(
    data: st.DataObject, n: int
) -> None:
    weights = np.array(data.draw(st.lists(st.floats(0.1, 10), min_size=n, max_size=n)))
    parents = [data.draw(st.integers(0, item - 1)) for item in range(1, n)]
    matrix = np.where(np.eye(n) == 1, 1.0, np.nan)
    for item, parent in enumerate(parents, start=1):
        matrix[item, parent] = weights[item] / weights[parent]
        matrix[parent, item] = 1 / matrix[item, parent]
    for method in METHODS:
        np.testing.assert_allclose(
            priorities_incomplete(matrix, method), weights / weights.sum(), rtol=1e-6, err_msg=method
        )


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from([1 / 9, 1 / 4, 1 / 2, 1, 3, 5, 9]), min_size=10, max_size=10))
def test_that_complete_matrices_need_no_completing(upper: list[float]) -> None:
    matrix = reciprocal(upper, 5)
    np.testing.assert_array_equal(complete(matrix), matrix)
    np.testing.assert_allclose(priorities_incomplete(matrix), priorities(matrix, "geometric_mean"), rtol=1e-9)
    np.testing.assert_allclose(priorities_incomplete(matrix, "harker"), priorities(matrix), rtol=1e-9)


@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_that_the_completion_is_stationary_for_wild_judgements(data: st.DataObject) -> None:
    values = st.sampled_from([1 / 9, 1 / 5, 1, 3, 9])
    matrix = reciprocal(data.draw(st.lists(values, min_size=15, max_size=15)), 6)
    gaps = data.draw(st.lists(st.sampled_from([(0, 2), (1, 4), (3, 5), (2, 5)]), min_size=1, unique=True))
    filled = complete(without(matrix, *gaps))
    right, left = principal(filled)[0], principal(filled.T)[0]
    for i, j in gaps:
        slope = filled[i, j] * left[i] * right[j] - filled[j, i] * left[j] * right[i]
        assert abs(slope) <= 1e-9 * (left @ right)


def test_that_an_unknown_method_is_refused() -> None:
    with pytest.raises(MethodError, match="least_squares, harker, lambda_max"):
        priorities_incomplete(GAPPED, "guess")


def test_that_the_least_squares_weights_of_the_published_matrix_fit_best() -> None:
    """Bozoki et al. (2010): they minimise the squared errors of the logarithms of the known judgements."""
    matrix = table(case("ahp-incomplete-bozoki-4x4").inputs["pairwise"])
    known = ~np.isnan(matrix)
    logs = np.log(np.where(known, matrix, 1.0))

    def misfit(weights: np.ndarray) -> float:
        levels = np.log(weights)
        return float(np.square((logs - (levels[:, None] - levels))[known]).sum())

    weights = priorities_incomplete(matrix, "least_squares")
    pairs = [(i, j) for i in range(4) for j in range(4) if known[i, j]]
    design = np.array([np.eye(4)[i] - np.eye(4)[j] for i, j in pairs])
    levels = np.linalg.lstsq(design, np.array([logs[pair] for pair in pairs]))[0]
    np.testing.assert_allclose(weights, np.exp(levels) / np.exp(levels).sum(), atol=1e-12)
    generator = np.random.default_rng(0)
    for size in (1e-3, 0.1):
        for _ in range(20):
            assert misfit(weights * np.exp(generator.normal(0, size, 4))) > misfit(weights)


def test_that_a_missing_link_is_told_by_the_items_to_compare() -> None:
    matrix = table(case("ahp-incomplete-disconnected").inputs["pairwise"])
    assert missing_link(matrix) == (0, 2)
    assert missing_link(without(CITY_CRITERIA, (0, 1), (1, 2), (1, 3), (1, 4))) == (0, 1)
    assert missing_link(GAPPED) is None
    assert missing_link([[1.0]]) is None


@pytest.mark.parametrize("method", METHODS)
def test_that_the_setting_decides_how_gaps_are_weighed(method: str) -> None:
    """Golden numbers: Saaty's city matrix without (1,4) and (2,5), its goal given five premises' names."""
    from criteria.weighting.hierarchy import pairwise_node

    found = pairwise_node("goal", tuple("abcde"), GAPPED, method=method)  # type: ignore[arg-type]
    np.testing.assert_allclose(found.weights, priorities_incomplete(GAPPED, method), atol=1e-12)


@pytest.mark.parametrize("method", METHODS)
def test_that_a_studys_setting_reaches_its_weights(method: str) -> None:
    import msgspec

    from criteria.edits.settings import set_settings
    from criteria.weighting.study_weights import study_weights
    from tests.support.studies import example

    study = example()
    person = study.stakeholders[0]
    left = tuple(j for j in person.judgements if (j.node, j.first, j.second) != ("P4", "H1", "H2"))
    changed = msgspec.structs.replace(person, judgements=left)
    study = set_settings(msgspec.structs.replace(study, stakeholders=(changed,)), incomplete=method)
    found = study_weights(study).node("P4")
    assert found.missing == 1
    np.testing.assert_allclose(found.weights, priorities_incomplete(found.matrix, method), atol=1e-12)
