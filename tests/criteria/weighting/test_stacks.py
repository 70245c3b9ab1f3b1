"""Many matrices at once give what each gives alone."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.weighting.eigenvector import principal_stack
from criteria.weighting.incomplete import METHODS, complete, priorities_incomplete
from criteria.weighting.pairwise import priorities
from criteria.weighting.random_index import random_index
from criteria.weighting.repair import SAATY_VALUES
from criteria.weighting.stacks import completed_stack, least_squares_stack, priorities_of_stack, solver
from tests.support.reference import CITY_CRITERIA, case, reciprocal, table, without

GAPPED = without(CITY_CRITERIA, (0, 3), (1, 4))


def random_stack(count: int, n: int, seed: int) -> np.ndarray:
    """Complete matrices of answers drawn from Saaty's scale."""
    upper = np.random.default_rng(seed).choice(SAATY_VALUES, (count, n * (n - 1) // 2))
    return np.stack([reciprocal(row, n) for row in upper])


@pytest.mark.parametrize("method", METHODS)
def test_that_published_gaps_give_their_weights_in_a_stack_too(method: str) -> None:
    """Bozoki, Fulop & Ronyai (2010) and Saaty's city matrix with two gaps."""
    for matrix in (table(case("ahp-incomplete-bozoki-4x4").inputs["pairwise"]), GAPPED):
        found = priorities_of_stack(np.stack([matrix, matrix]), incomplete=method)
        np.testing.assert_allclose(found, [priorities_incomplete(matrix, method)] * 2, atol=1e-12)


@pytest.mark.parametrize("prioritisation", ["eigenvector", "geometric_mean"])
def test_that_complete_matrices_are_prioritised_as_one_by_one(prioritisation: str) -> None:
    stack = random_stack(20, 4, 1)
    expected = [priorities(matrix, prioritisation) for matrix in stack]
    np.testing.assert_allclose(priorities_of_stack(stack, prioritisation), expected, atol=1e-12)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("gaps", [[(0, 1)], [(0, 2), (1, 4), (3, 4)], [(0, 1), (0, 2), (0, 3), (0, 4)]])
def test_that_wild_matrices_with_gaps_are_weighed_as_one_by_one(
    method: str, gaps: list[tuple[int, int]]
) -> None:
    stack = np.stack([without(matrix, *gaps) for matrix in random_stack(30, 5, 2)])
    expected = [priorities_incomplete(matrix, method, allow_disconnected=True) for matrix in stack]
    np.testing.assert_allclose(priorities_of_stack(stack, incomplete=method), expected, atol=1e-8)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(st.sampled_from([(0, 2), (1, 4), (3, 5), (2, 5), (0, 5)]), min_size=1, unique=True),
    st.integers(0, 99),
)
def test_that_completions_are_those_of_single_matrices(gaps: list[tuple[int, int]], seed: int) -> None:
    stack = np.stack([without(matrix, *gaps) for matrix in random_stack(5, 6, seed)])
    np.testing.assert_allclose(
        completed_stack(stack), [complete(matrix) for matrix in stack], rtol=1e-6, err_msg=str(gaps)
    )


def test_that_complete_matrices_are_not_touched() -> None:
    stack = random_stack(3, 4, 5)
    assert completed_stack(stack) is stack


def test_that_logarithms_of_unlinked_groups_are_centred_each_for_itself() -> None:
    matrix = table(case("ahp-incomplete-disconnected").inputs["pairwise"])
    logs = least_squares_stack(matrix[None])[0]
    np.testing.assert_allclose(logs, [np.log(2) / 2, -np.log(2) / 2, np.log(4) / 2, -np.log(4) / 2])
    assert np.allclose(solver(~np.isnan(matrix)).sum(axis=0), 0.0)


@pytest.mark.parametrize(("n", "missing"), [(4, 1), (4, 2), (5, 2)])
def test_that_the_index_of_gapped_matrices_is_near_the_mean_of_random_ones(n: int, missing: int) -> None:
    """Agoston & Csato (2022): RI of incomplete matrices, completed at the smallest lambda_max."""
    rows, columns = np.triu_indices(n, 1)
    gaps = list(zip(rows[-missing:].tolist(), columns[-missing:].tolist(), strict=True))
    stack = np.stack([without(matrix, *gaps) for matrix in random_stack(1500, n, 7)])
    mean = float((principal_stack(completed_stack(stack))[1] - n).mean() / (n - 1))
    assert random_index(n, missing=missing) == pytest.approx(mean, abs=0.06)
