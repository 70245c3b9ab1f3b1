"""Principal eigenvectors by repeated squaring against the general eigenvalue routine."""

from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.arrays import Floats
from criteria.weighting.eigenvector import principal, principal_stack
from tests.support.reference import reciprocal

SAATY = st.sampled_from([1 / 9, 1 / 7, 1 / 5, 1 / 3, 1 / 2, 1, 2, 4, 6, 8, 9])


@st.composite
def matrices(draw: st.DrawFn) -> Floats:
    """Reciprocal matrices of Saaty's values, however inconsistent."""
    n = draw(st.integers(2, 9))
    size = n * (n - 1) // 2
    return reciprocal(draw(st.lists(SAATY, min_size=size, max_size=size)), n)


@settings(max_examples=50, deadline=None)
@given(matrix=matrices())
def test_that_squaring_finds_the_principal_eigenvector(matrix: Floats) -> None:
    vector, largest = principal(matrix)
    values, vectors = np.linalg.eig(matrix)
    place = int(values.real.argmax())
    exact = np.abs(vectors[:, place].real)
    np.testing.assert_allclose(vector, exact / exact.sum(), rtol=1e-9)
    np.testing.assert_allclose(largest, values[place].real, rtol=1e-12)


def test_that_a_circle_of_nines_still_converges() -> None:
    """Its second eigenvalue is 84 % of the first, which is slow for a plain power iteration."""
    vector, largest = principal(reciprocal([9, 1 / 9, 9], 3))
    np.testing.assert_allclose(vector, 1 / 3, rtol=1e-12)
    np.testing.assert_allclose(largest, 1 + 9 + 1 / 9, rtol=1e-12)


def test_that_the_most_extreme_judgements_keep_their_ratios() -> None:
    vector, largest = principal(reciprocal([1e-4, 1e-9, 1e-5], 3))
    np.testing.assert_allclose(vector / vector[2], [1e-9, 1e-5, 1], rtol=1e-6)
    assert largest >= 3


def test_that_a_stack_gives_what_each_matrix_gives() -> None:
    generator = np.random.default_rng(1)
    stack = np.stack([reciprocal(np.exp(generator.normal(0, 1.5, 15)), 6) for _ in range(40)])
    vectors, largest = principal_stack(stack)
    for place, matrix in enumerate(stack):
        vector, value = principal(matrix)
        np.testing.assert_allclose(vectors[place], vector, rtol=1e-11)
        np.testing.assert_allclose(largest[place], value, rtol=1e-13)
