"""Confidence factors."""

from __future__ import annotations

import numpy as np

from criteria.robustness.confidence import confidence_factors, first_counts
from criteria.robustness.open_figures import OpenFigures
from criteria.robustness.rank_sources import score_source
from criteria.robustness.score_stacks import AdditiveStack
from tests.support.reference import case


def test_that_published_confidence_factors_are_met_on_the_published_samples() -> None:
    """Van Valkenhoef, R package smaa: 10,000 given samples of two drugs on three criteria."""
    example, samples = case("smaa-thrombo"), np.load(case_file())
    central = np.array(example.expected["central_weights"])
    scores = np.einsum("smn,kn->ksm", samples["meas"], central)
    example.check("confidence", first_counts(scores, np.arange(2)) / len(samples["meas"]))


def test_that_two_uniform_figures_win_as_often_as_they_are_larger() -> None:
    """x uniform on 0..1 against y uniform on 0.5..1: P(x > y) = 1/4, whatever the weights of the rest."""
    figures = OpenFigures.of(
        [[0.0, 1.0], [0.5, 1.0]], [[np.nan, 1.0], [np.nan, 1.0]], [[1.0, 1.0], [1.0, 1.0]]
    )
    source = score_source(figures, AdditiveStack())
    central = (np.array([0.9, 0.1]), np.array([0.2, 0.8]))
    found = confidence_factors(source, central, cancelled=lambda: False)
    shares = np.array(found, dtype=float)
    np.testing.assert_allclose(shares, [0.25, 0.75], atol=0.02)
    np.testing.assert_allclose(shares.sum(), 1)
    again = confidence_factors(source, central, cancelled=lambda: False)
    assert found == again


def test_that_who_never_wins_has_no_confidence_factor() -> None:
    certain = np.array([[1.0, 1.0], [0.0, 0.0]])
    source = score_source(OpenFigures.of(certain, certain, certain), AdditiveStack())
    assert confidence_factors(source, (np.array([0.5, 0.5]), None), cancelled=lambda: False) == (1.0, None)


def test_that_those_level_with_the_first_are_first() -> None:
    scores = np.array([[[0.5, 0.5, 0.1], [0.4, 0.5, 0.1]], [[0.1, 0.2, 0.3], [0.3, 0.2, 0.1]]])
    assert first_counts(scores, np.array([0, 2])).tolist() == [1, 1]


def test_that_a_cancelled_run_gives_none() -> None:
    figures = OpenFigures.of(np.zeros((30, 16)), np.full((30, 16), np.nan), np.ones((30, 16)))
    central = (*[None] * 29, np.full(16, 1 / 16))
    source = score_source(figures, AdditiveStack())
    assert confidence_factors(source, central, cancelled=lambda: True) == ()


def case_file() -> str:
    """The samples of the published case."""
    from tests.support.reference import FOLDER

    return str(FOLDER / "smaa-thrombo.npz")
