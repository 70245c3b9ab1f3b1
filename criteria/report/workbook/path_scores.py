"""Scores of single projects along a weight path, as formulas and as numbers, for all three methods."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from criteria.arrays import Floats
from criteria.model.settings import Method
from criteria.ranking.benefit_risk import benefit_risk
from criteria.ranking.scoring import local_weights
from criteria.report.workbook.decision_matrix import COMPARED, ROLE_ROW, SHARE_ROW, VALUES, intensity_block
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.geometry import MATRIX
from criteria.report.workbook.normalisation import scale_block
from criteria.report.workbook.topsis import closeness_formula
from criteria.report.workbook.weight_paths import path_expression
from criteria.robustness.study_sensitivity import members
from criteria.robustness.weight_path import weight_paths


@dataclass(frozen=True)
class Working:
    """What a row works on: the method, the path's row, the cells of t and of the weight of risky parts."""

    method: Method
    path: int
    at: str
    risky: str


class PathScores:
    """Formulas and values with the normalisation of the projects whose every figure is known."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        scale, workings = draft.workings.scale("complete"), draft.workings
        normalised = (workings.compared(best=False) - scale.subtract) * scale.factor
        self._from_ideal, self._from_anti = normalised - scale.ideal, normalised - scale.anti_ideal
        self._shares = workings.intensities(best=False) * scale.share_factor + scale.share_constant
        self._values = workings.values(best=False)

    def weights_at(self, element: str, at: float) -> Floats:
        """The weights (n) when an element weighs `at`."""
        member = members(self._draft.results, element)
        path = weight_paths(self._draft.results.weights.values, member[None, :])
        return np.asarray(path.at(np.array([at]))[0])

    def risky(self, working: Working) -> str:
        """The weight of structures and rights together."""
        roles, weights = self._roles(), self._weights(working)
        return f'SUMPRODUCT((({roles}="structures")+({roles}="rights"))*{weights})'

    def risky_value(self, weights: Floats) -> float:
        """Its value."""
        return float(weights[np.isin(self._draft.results.matrix.groups, (1, 3))].sum())

    def steps(self, working: Working, project: int) -> list[str]:
        """Intermediate results of one project: distances for TOPSIS, parts for benefit-risk, none for AHP."""
        geometry, row = self._draft.geometry, self._draft.geometry.row(project)
        weights = self._weights(working)
        if working.method == "topsis":
            compared = geometry.block(MATRIX, row, COMPARED)
            subtract, factor = (scale_block(geometry, "complete", part) for part in ("subtract", "factor"))
            ends = (scale_block(geometry, "complete", part) for part in ("ideal", "anti_ideal"))
            return [
                f"SQRT(SUMPRODUCT(({weights}*(({compared}-{subtract})*{factor}-{end}))^2))" for end in ends
            ]
        if working.method == "ahp":
            return []
        roles, values = self._roles(), geometry.block(MATRIX, row, VALUES)
        good = f'SUMPRODUCT((({roles}="need")+({roles}="aims"))*{weights}*{values})'
        return [good, *(self._premise(role, weights, values) for role in ("structures", "rights"))]

    def score(self, working: Working, project: int, steps: Sequence[str]) -> str:
        """The score of one project from the cells of its intermediate results."""
        geometry, row = self._draft.geometry, self._draft.geometry.row(project)
        if working.method == "topsis":
            return closeness_formula(steps[0], steps[1])
        if working.method == "ahp":
            intensity = geometry.block(MATRIX, row, intensity_block(self._draft))
            factor, constant = (
                scale_block(geometry, "complete", part) for part in ("share_factor", "share_constant")
            )
            return f"SUMPRODUCT({self._weights(working)}*({intensity}*{factor}+{constant}))"
        return f"{steps[0]}+{working.risky}*(1-(1-{steps[2]})*(theta+(1-theta)*(1-{steps[1]})))"

    def step_values(self, method: Method, weights: Floats, project: int) -> list[float]:
        """The values of the intermediate results, the score last."""
        if method == "topsis":
            plus, minus = (
                float(np.sqrt(np.square(table[project] * weights).sum()))
                for table in (self._from_ideal, self._from_anti)
            )
            return [plus, minus, minus / (plus + minus) if plus + minus > 0 else 0.5]
        if method == "ahp":
            return [float(self._shares[project] @ weights)]
        matrix, results = self._draft.results.matrix, self._draft.results
        theta, local = results.study.settings.theta, local_weights(matrix, results.weights)
        values = self._values[project]
        found = benefit_risk(values[None, :], weights, matrix.groups, theta, local=local)
        good = float((values * weights)[np.isin(matrix.groups, (0, 2))].sum())
        premise = found.premise_values[0]
        return [good, float(premise[1]), float(premise[3]), float(found.score[0])]

    def topsis(self, weights: Floats) -> Floats:
        """The closeness (m) of every project."""
        plus, minus = (
            np.sqrt(np.square(table * weights).sum(axis=1)) for table in (self._from_ideal, self._from_anti)
        )
        total = plus + minus
        return np.where(total > 0.0, minus / np.where(total > 0.0, total, 1.0), 0.5)

    def _weights(self, working: Working) -> str:
        return path_expression(self._draft.geometry, working.path, working.at)

    def _roles(self) -> str:
        return self._draft.geometry.block(MATRIX, ROLE_ROW)

    def _premise(self, role: str, weights: str, values: str) -> str:
        """A premise value: the weighted mean inside it, by its usual shares where it weighs nothing."""
        member = f'({self._roles()}="{role}")'
        total = f"SUMPRODUCT({member}*{weights})"
        shares = self._draft.geometry.block(MATRIX, SHARE_ROW)
        return (
            f"IF({total}>0,SUMPRODUCT({member}*{weights}*{values})/{total},"
            f"SUMPRODUCT({member}*{shares}*{values}))"
        )
