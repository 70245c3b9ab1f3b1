"""Shadow acceptability: which ranks excluded projects would take if no red line kept anybody out."""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from criteria.memo import remember
from criteria.model.settings import Method
from criteria.ranking.results import Results, rank_with
from criteria.robustness.simulation import PLAN, Plan
from criteria.robustness.study_acceptability import Figures, StudyAcceptability, simulate_study
from criteria.robustness.weight_draws import WeightDraws


@remember(lambda results: (results,), 2)
def everyone(results: Results) -> Results:
    """The same study with the same weights and every project ranked."""
    study = results.study
    lines = tuple(msgspec.structs.replace(line, active=False) for line in study.red_lines)
    return rank_with(msgspec.structs.replace(study, red_lines=lines), results.weights)


def simulate_shadows(
    results: Results,
    method: Method,
    weights: WeightDraws,
    figures: Figures = "likely",
    plan: Plan = PLAN,
    *,
    cancelled: Callable[[], bool] | None = None,
) -> StudyAcceptability | None:
    """Rank acceptability with the excluded projects among the others; None where nobody is excluded.

    It is never counted: it says what the red lines cost, not what is to be funded.
    """
    if not results.excluded:
        return None
    return simulate_study(everyone(results), method, weights, figures, plan, cancelled=cancelled)
