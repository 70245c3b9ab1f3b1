"""Simulations and removals against numpy at its best: certain and open figures, each project left out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import numpy as np
from numpy.typing import NDArray

from bench import prototype
from bench.timing import Measurement, compare
from criteria.robustness.acceptability import acceptability, simulate
from criteria.robustness.leave_one_out import scores_without_each
from criteria.robustness.open_figures import OpenFigures
from criteria.robustness.overtaking import Overtaking, overtakings
from criteria.robustness.rank_sources import score_source
from criteria.robustness.score_stacks import TopsisStack
from criteria.robustness.scorers import TopsisScorer
from criteria.robustness.simulation import Plan
from criteria.robustness.weight_draws import UniformWeights

DRAWS = 10_000


def measure() -> Iterator[Measurement]:
    """Rank acceptability with certain and with open figures, then removals."""
    for draws, alternatives, target in ((DRAWS, 24, 1.5), (100_000, 200, 1.2)):
        matrix, _, types = prototype.problem(alternatives)
        unit = prototype.minmax(matrix, types)
        yield compare(
            f"SMAA TOPSIS, {draws:,} draws x {alternatives}, numpy",
            partial(acceptability, TopsisScorer.of(matrix, types, "minmax"), draws=draws),
            partial(prototype.acceptability, unit, draws),
            target,
        )
    for alternatives in (24, 200):
        for normalisation in ("fixed", "minmax"):
            yield _open_figures(alternatives, normalisation)
    for normalisation in ("minmax", "vector"):
        yield _removals(200, normalisation)


def _open_figures(alternatives: int, normalisation: str) -> Measurement:
    """Every figure open, one table a draw, against the same number of draws with certain figures."""
    matrix, _, types = prototype.problem(alternatives)
    unit = prototype.minmax(matrix, types)
    figures = unit if normalisation == "fixed" else matrix
    source = score_source(
        OpenFigures.of(0.8 * figures, 0.9 * figures, figures), TopsisStack(normalisation, types)
    )
    return compare(
        f"SMAA, all figures open, {normalisation}, {alternatives}, certain",
        partial(simulate, source, UniformWeights(matrix.shape[1]), Plan(DRAWS)),
        partial(prototype.acceptability, unit, DRAWS),
        25.0,
        seconds=4.0,
    )


def _removals(alternatives: int, normalisation: str) -> Measurement:
    matrix, weights, types = prototype.problem(alternatives)
    method = TopsisStack(normalisation, types)
    fast = prototype.without_each_minmax if normalisation == "minmax" else prototype.without_each_vector

    def ours() -> Overtaking:
        base = method.scores(matrix[None].copy(), weights[None])[0]
        return overtakings(base, scores_without_each(method, matrix, weights))

    def reference() -> NDArray[np.int64]:
        return prototype.reversals(*fast(matrix, weights, types))

    if ours().reversals != np.count_nonzero(reference()):
        raise AssertionError("the two do not find the same reversals")
    return compare(f"leave one out, {alternatives} projects, {normalisation}, numpy", ours, reference, 1.5)
