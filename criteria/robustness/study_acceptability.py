"""Rank acceptability of a study's projects: what is drawn, weights and figures, from what the study says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial as partial_of
from typing import Literal

import numpy as np

from criteria.arrays import Floats
from criteria.memo import remember
from criteria.model.scales import ValueFunction
from criteria.model.settings import Method
from criteria.ranking.project_comparisons import compared_intensities
from criteria.ranking.results import Results
from criteria.ranking.scoring import local_weights
from criteria.ranking.value_functions import unit_values
from criteria.robustness.acceptability import Acceptability, simulate
from criteria.robustness.open_figures import Curve, OpenFigures
from criteria.robustness.rank_sources import CertainScores, ScoreSource, score_source
from criteria.robustness.score_stacks import AdditiveStack, BenefitRiskStack, StackMethod, TopsisStack
from criteria.robustness.simulation import PLAN, Partial, Plan
from criteria.robustness.study_sensitivity import scorer, steady_rows
from criteria.robustness.weight_draws import WeightDraws

Figures = Literal["likely", "bounds", "gaps"]
FIGURES: tuple[Figures, ...] = ("likely", "bounds", "gaps")
"""Figures as most likely; drawn from their bounds; and with gaps drawn from their whole scale as well."""


@dataclass(frozen=True, eq=False)
class StudyAcceptability:
    """Rank acceptability of the projects that take part, rows and ranks in their order."""

    projects: tuple[str, ...]
    method: Method
    found: Acceptability


def stack_method(results: Results, method: Method) -> StackMethod:
    """A method of a study, ready for many tables."""
    settings, matrix = results.study.settings, results.matrix
    if method == "benefit_risk":
        return BenefitRiskStack(matrix.groups, settings.theta, local_weights(matrix, results.weights))
    if method == "ahp":
        return AdditiveStack(settings.ahp_synthesis)
    return TopsisStack(settings.topsis_normalisation, matrix.directions)


def open_rows(results: Results, figures: Figures) -> tuple[int, ...]:
    """The projects that take part: those ranked, without gaps unless gaps are drawn."""
    return results.ranked if figures == "gaps" else steady_rows(results)


@remember(lambda results, method, figures: (results, method, figures), 6)
def open_figures(results: Results, method: Method, figures: Figures) -> OpenFigures:
    """The figures of the projects that take part, on the scale their method reads.

    Bounds that leave out the most likely figure are widened to it. Projects that were compared with each
    other under a criterion have a priority there, which is certain.
    """
    rows = list(open_rows(results, figures))
    matrix, settings = results.matrix, results.study.settings
    raw = matrix.raw[rows]
    low, high = raw, raw
    if figures != "likely":
        low = np.where(np.isnan(raw), matrix.raw_low[rows], np.fmin(matrix.raw_low[rows], raw))
        high = np.where(np.isnan(raw), matrix.raw_high[rows], np.fmax(matrix.raw_high[rows], raw))
    if method == "topsis" and settings.topsis_normalisation != "fixed":
        return OpenFigures.of(low, raw, high)
    compared = np.full(raw.shape, np.nan)
    if method == "ahp" and settings.ahp_intensities == "projects":
        compared = compared_intensities(results.study, matrix)[rows]
    curves: list[Curve | None] = []
    parts = np.stack([low, raw, high])
    for column, criterion in enumerate(results.study.active_criteria):
        if not np.isnan(compared[:, column]).any():
            parts[:, :, column] = compared[:, column]
            curves.append(None)
        else:
            curve, parts[:, :, column] = _column(criterion.value_function, parts[:, :, column])
            curves.append(curve)
    return OpenFigures.of(parts[0], parts[1], parts[2], curves)


def simulate_study(
    results: Results,
    method: Method,
    weights: WeightDraws,
    figures: Figures = "likely",
    plan: Plan = PLAN,
    *,
    partial: Callable[[Partial], None] | None = None,
    cancelled: Callable[[], bool] | None = None,
) -> StudyAcceptability | None:
    """The rank acceptability of the projects of a study; None where nothing could be counted.

    `figures` says whether figures are drawn from their bounds, and whether projects with gaps take part, each
    gap drawn from its whole scale. Fewer than two projects have no ranks to speak of.
    """
    rows = open_rows(results, figures)
    if len(rows) < 2:
        return None
    source = study_source(results, method, figures)
    found = simulate(source, weights, plan, partial=partial, cancelled=cancelled)
    if found is None:
        return None
    return StudyAcceptability(tuple(results.matrix.projects[row] for row in rows), method, found)


def study_source(results: Results, method: Method, figures: Figures) -> ScoreSource:
    """The scores a simulation draws; without open figures those of the sweeps and intervals."""
    certain = scorer(results, method) if figures == "likely" else None
    if certain is not None:
        return CertainScores(certain)
    return score_source(open_figures(results, method, figures), stack_method(results, method))


def _column(function: ValueFunction, figures: Floats) -> tuple[Curve | None, Floats]:
    """The curve to draw under and what to draw (3 x projects): values themselves where they are linear."""
    lowest, highest = min(function.worst, function.best), max(function.worst, function.best)
    if function.kind != "linear" or figures[0].min() < lowest or figures[2].max() > highest:
        return partial_of(unit_values, function), figures
    values = np.stack([unit_values(function, row) for row in figures])
    return None, values if function.worst < function.best else values[::-1]
