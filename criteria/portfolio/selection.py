"""The set of projects with the largest net benefit that an envelope can pay for."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.errors import MethodError
from criteria.ranking.results import Results

#: Screening results that may be funded; a referred project waits for the licensing authority.
FUNDABLE = ("pass", "conditional-met", "conditional-open")


@dataclass(frozen=True, eq=False)
class Selection:
    """The chosen projects with what they cost (EUR) and bring (sum of benefit minus risk)."""

    budget: float
    chosen: tuple[str, ...]
    cost: float
    net_benefit: float
    left_out_unpriced: tuple[str, ...]


def select(results: Results, budget: float) -> Selection:
    """The exact best selection by integer programming (0-1 knapsack on benefit minus risk).

    Measured against doing nothing, which has no benefit and no risk; safeguard costs are not added.
    Projects without a budget or with missing figures cannot be chosen and are named. MethodError on a
    budget below zero or where the solver finds no answer.
    """
    if not np.isfinite(budget) or budget < 0:
        raise MethodError("The budget must be zero or more euros.")
    study, screening = results.study, results.screening
    found = results.methods["benefit_risk"].detail.benefit_risk
    candidates: list[tuple[int, float, float]] = []
    unpriced: list[str] = []
    for place, row in enumerate(results.ranked):
        project = study.projects[row]
        if screening.projects[row].screen not in FUNDABLE:
            continue
        if project.budget_eur is None or results.matrix.incomplete[row] or found is None:
            unpriced.append(project.id)
            continue
        net = float(found.benefit[place] - study.settings.risk_aversion * found.risk[place])
        candidates.append((row, project.budget_eur, net))
    worthwhile = [candidate for candidate in candidates if candidate[2] > 0]
    chosen = _knapsack([c[1] for c in worthwhile], [c[2] for c in worthwhile], budget)
    picked = [worthwhile[i] for i in chosen]
    return Selection(
        budget=budget,
        chosen=tuple(study.projects[row].id for row, _, _ in picked),
        cost=sum(cost for _, cost, _ in picked),
        net_benefit=sum(net for _, _, net in picked),
        left_out_unpriced=tuple(unpriced),
    )


def _knapsack(costs: list[float], values: list[float], budget: float) -> list[int]:
    if not costs:
        return []
    from scipy.optimize import Bounds, LinearConstraint, milp

    solved = milp(
        c=-np.array(values),
        constraints=LinearConstraint(np.array([costs]), -np.inf, budget),
        integrality=np.ones(len(costs), dtype=np.int64),
        bounds=Bounds(0, 1),
    )
    if solved.x is None:
        raise MethodError(f"No portfolio could be computed: {solved.message}.")
    return [i for i, share in enumerate(solved.x) if share > 0.5]
