"""Scores for simulations, with figures that are certain or drawn."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.robustness.open_figures import OpenFigures
from criteria.robustness.rank_sources import CertainScores, OpenScores, score_source
from criteria.robustness.score_stacks import AdditiveStack, StackMethod, TopsisStack

DIRECTIONS = np.array([1, -1, 1])
METHODS: list[StackMethod] = [
    AdditiveStack(),
    TopsisStack("fixed", DIRECTIONS),
    TopsisStack("minmax", DIRECTIONS),
]


def figures() -> OpenFigures:
    """Five alternatives, two of them certain."""
    generator = np.random.default_rng(3)
    mode = generator.random((5, 3))
    spread = np.where(np.array([True, False, True, False, True])[:, None], 0.2, 0.0)
    return OpenFigures.of(mode * (1 - spread), mode, mode + spread * (1 - mode))


@pytest.mark.parametrize("method", METHODS)
def test_that_alternatives_with_known_figures_score_what_they_do(method: StackMethod) -> None:
    given = figures()
    weights = np.random.default_rng(4).dirichlet(np.ones(3), 200)
    found = OpenScores(given, method).sampler(np.random.default_rng(0))(weights)
    sure = method.scorer(given.mode).scores(weights)
    if not method.is_relative:
        np.testing.assert_allclose(found[:, [1, 3]], sure[:, [1, 3]], atol=1e-12)
    assert (np.abs(found[:, [0, 2, 4]] - sure[:, [0, 2, 4]]) > 1e-6).all(axis=1).mean() > 0.9


@pytest.mark.parametrize("method", METHODS)
def test_that_the_order_of_alternatives_does_not_matter(method: StackMethod) -> None:
    given = figures()
    weights = np.random.default_rng(4).dirichlet(np.ones(3), 50)
    order = np.array([3, 0, 4, 2, 1])
    plain = OpenScores(given, method).sampler(np.random.default_rng(0))(weights)
    mixed = OpenScores(given.rows(order), method).sampler(np.random.default_rng(0))(weights)
    np.testing.assert_allclose(mixed, plain[:, order], atol=1e-13)


@pytest.mark.parametrize("method", METHODS)
def test_that_weight_vectors_meet_the_same_figures(method: StackMethod) -> None:
    source = OpenScores(figures(), method)
    weights = np.array([[0.2, 0.3, 0.5], [0.6, 0.3, 0.1]])
    each = source.under_each(weights, np.random.default_rng(9), 7)
    assert each.shape == (2, 7, 5)
    for row, scores in zip(weights, each, strict=True):
        alone = source.under_each(row[None], np.random.default_rng(9), 7)[0]
        np.testing.assert_array_equal(scores, alone)


def test_that_without_open_figures_nothing_is_drawn() -> None:
    given = figures()
    certain = OpenFigures.of(given.mode, given.mode, given.mode)
    source = score_source(certain, AdditiveStack())
    assert isinstance(source, CertainScores)
    assert source.shape == (5, 3)
    each = source.under_each(np.eye(3), np.random.default_rng(0), 2)
    np.testing.assert_array_equal(each, np.repeat(given.mode.T[:, None, :], 2, axis=1))
    assert isinstance(score_source(given, AdditiveStack()), OpenScores)
