"""The formula of a method with a project's own numbers in it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.model.settings import Method
from criteria.model.tree import ROLES
from criteria.ranking.results import Results
from desktop.app.words.numbers import figure


class Formulas(QObject):
    """Each line is one step; the last one gives the score."""

    def lines(self, results: Results, method: Method, row: int) -> tuple[str, ...]:
        """The steps from distances, contributions or premise values to the score of a ranked project."""
        place = results.ranked.index(row)
        found = results.methods[method]
        detail, score = found.detail, figure(float(found.low[row]), 3)
        if method == "topsis" and detail.topsis is not None:
            plus, minus = detail.topsis.distance_plus[place], detail.topsis.distance_minus[place]
            return (
                self.tr("closeness = D⁻ / (D⁺ + D⁻)"),
                f"= {figure(minus, 3)} / ({figure(plus, 3)} + {figure(minus, 3)}) = {score}",
            )
        if method == "benefit_risk":
            return self._benefit_risk(results, place, score)
        return (self.tr("priority = sum of weight × value"), f"= {score}")

    def _benefit_risk(self, results: Results, place: int, score: str) -> tuple[str, ...]:
        found = results.methods["benefit_risk"].detail.benefit_risk
        if found is None:
            return ()
        theta = results.study.settings.theta
        weights = dict.fromkeys(ROLES, 0.0)
        for criterion, weight in zip(results.matrix.criteria, results.weights.values, strict=True):
            weights[results.study.premise_of[criterion].role] += float(weight)
        good, bad = weights["need"] + weights["aims"], weights["structures"] + weights["rights"]
        severity, likelihood = float(found.severity[place]), float(found.likelihood[place])
        risk, benefit = float(found.risk[place]), float(found.benefit[place])
        return (
            self.tr("risk = severity × (θ + (1 − θ) × likelihood)"),
            f"= {figure(severity)} × ({figure(theta)} + {figure(1 - theta)} × {figure(likelihood)})",
            f"= {figure(risk, 3)}",
            self.tr("value = w⁺ × benefit + w⁻ × (1 − risk)"),
            f"= {figure(good)} × {figure(benefit)} + {figure(bad)} × {figure(1 - risk)} = {score}",
        )
