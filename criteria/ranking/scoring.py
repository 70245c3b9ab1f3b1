"""Scores of the projects of a study by one method, with bounds where figures are missing."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.arrays import Floats
from criteria.model.settings import Method, Settings
from criteria.model.study import Study
from criteria.model.tree import ROLES
from criteria.ranking.ahp import synthesise
from criteria.ranking.benefit_risk import BenefitRisk, benefit_risk
from criteria.ranking.decision_matrix import DecisionMatrix
from criteria.ranking.project_comparisons import compared_intensities
from criteria.ranking.topsis import TopsisResult, topsis
from criteria.weighting.hierarchy import Weights

Rows = np.ndarray[tuple[int, ...], np.dtype[np.bool_]]


@dataclass(frozen=True, eq=False)
class Scored:
    """Scores of the rows asked for: equal bounds where all figures are known; workings of the lower bound.

    `contributions` (rows x criteria) are weighted unit values; they add up to the AHP score in ideal mode,
    and show for the other methods what each criterion brings.
    """

    low: Floats
    high: Floats
    contributions: Floats
    topsis: TopsisResult | None = None
    benefit_risk: BenefitRisk | None = None
    benefit_risk_high: BenefitRisk | None = None


def score(study: Study, matrix: DecisionMatrix, weights: Weights, method: Method, rows: Rows) -> Scored:
    """Scores of some rows by one method; rows left out do not influence any normalisation."""
    if not rows.any():
        empty = np.empty(0)
        return Scored(empty, empty, np.empty((0, len(matrix.criteria))))
    if method == "topsis":
        return _topsis(study, matrix, weights, rows)
    if method == "ahp":
        return _ahp(study, matrix, weights, rows)
    return _benefit_risk(study, matrix, weights, rows)


def is_relative(settings: Settings, method: Method) -> bool:
    """Whether the figures of one project move the scores of others, under these settings."""
    if method == "topsis":
        return settings.topsis_normalisation != "fixed"
    return method == "ahp" and settings.ahp_synthesis != "ideal"


def local_weights(matrix: DecisionMatrix, weights: Weights) -> Floats:
    """Local weight per criterion, which keeps premise values defined where a premise weighs nothing."""
    return np.array([weights.local[criterion] for criterion in matrix.criteria], dtype=float)


def _topsis(study: Study, matrix: DecisionMatrix, weights: Weights, rows: Rows) -> Scored:
    kind = study.settings.topsis_normalisation
    w = weights.values
    filled = (matrix.filled(best=False)[rows], matrix.filled(best=True)[rows])
    if kind == "fixed":
        domain = (np.zeros(len(w)), np.ones(len(w)))
        directions = np.ones(len(w), dtype=np.int64)
        low, high = (topsis(unit, w, directions, "fixed", domain=domain) for unit in filled)
    else:
        raw = (matrix.filled_raw(best=False)[rows], matrix.filled_raw(best=True)[rows])
        low, high = (topsis(figures, w, matrix.directions, kind) for figures in raw)
    lower = np.minimum(low.closeness, high.closeness)
    upper = np.maximum(low.closeness, high.closeness)
    complete = ~matrix.incomplete[rows]
    # A complete project keeps one score even where another's gap moves a common norm.
    upper = np.where(complete, lower, upper)
    return Scored(lower, upper, filled[0] * w, topsis=low)


def _ahp(study: Study, matrix: DecisionMatrix, weights: Weights, rows: Rows) -> Scored:
    settings = study.settings
    low, high = matrix.filled(best=False)[rows], matrix.filled(best=True)[rows]
    if settings.ahp_intensities == "projects":
        compared = compared_intensities(study, matrix)[rows]
        low, high = (np.where(np.isnan(compared), unit, compared) for unit in (low, high))
    mode = settings.ahp_synthesis
    lower, contributions = synthesise(low, weights.values, mode)
    upper, _ = synthesise(high, weights.values, mode)
    open_rows = (low != high).any(axis=1)
    upper = np.where(open_rows, np.maximum(lower, upper), lower)
    return Scored(lower, upper, contributions)


def _benefit_risk(study: Study, matrix: DecisionMatrix, weights: Weights, rows: Rows) -> Scored:
    local = local_weights(matrix, weights)
    theta = study.settings.theta
    low, high = (
        benefit_risk(matrix.filled(best)[rows], weights.values, matrix.groups, theta, local=local)
        for best in (False, True)
    )
    contributions = matrix.filled(best=False)[rows] * weights.values
    return Scored(low.score, high.score, contributions, benefit_risk=low, benefit_risk_high=high)


def premise_totals(contributions: Floats, matrix: DecisionMatrix) -> Floats:
    """Contributions added up per premise role (rows x 4: need, structures, aims, rights)."""
    totals = [contributions[:, matrix.groups == role].sum(axis=1) for role in range(len(ROLES))]
    return np.stack(totals, axis=1)
