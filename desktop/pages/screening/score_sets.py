"""One project under the three sets of scores: as proposed, with the safeguards offered, with all required."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from criteria.model.settings import SCORE_SETS, ScoreSet
from criteria.model.study import Study
from criteria.ranking.decision_matrix import mitigated_scores
from criteria.ranking.results import Results, rank, rank_with
from criteria.ranking.scoring import score
from criteria.screening.safeguards import applied, changes, cost_percent
from criteria.screening.screen import screen
from criteria.weighting.study_weights import study_weights
from desktop.pages.screening.grid_words import HEADLINE

Span = tuple[float, float]


@dataclass(frozen=True)
class SetView:
    """What one set of scores makes of a project; spans are equal bounds unless a figure is missing."""

    score_set: ScoreSet
    benefit: Span
    risk: Span
    closeness: Span
    ranks: tuple[int, int]
    shadow: int
    cost_share: float
    cost_eur: float | None
    levels: Mapping[str, float | None]


def score_sets(study: Study, project_id: str) -> tuple[SetView, ...]:
    """The project under each set of scores, in the order proposed, offered, required."""
    return tuple(_view(study, project_id, score_set) for score_set in SCORE_SETS)


def moved_criteria(views: tuple[SetView, ...]) -> tuple[str, ...]:
    """Ids of the criteria whose figure differs between the sets."""
    first = views[0].levels
    return tuple(c for c in first if any(view.levels[c] != first[c] for view in views))


def believed_changes(study: Study, project_id: str) -> tuple[tuple[str, str, float, float], ...]:
    """Safeguard, criterion, levels moved as believed and credibility, for what is offered or required."""
    project = study.project(project_id)
    wanted = applied(study, project, "required", screen(study).of(project_id).required)
    return tuple((c.safeguard, c.criterion, c.levels, c.credibility) for c in changes(study, project, wanted))


def _view(study: Study, project_id: str, score_set: ScoreSet) -> SetView:
    project = study.project(project_id)
    is_current = score_set == study.settings.score_set
    results = rank(study) if is_current else rank_with(study, study_weights(study), score_set)
    row = results.index(project_id)
    benefit, risk = _benefit_and_risk(results, row)
    found = results.methods[HEADLINE]
    safeguards = applied(study, project, score_set, results.screening.of(project_id).required)
    share = cost_percent(study, safeguards) / 100
    mitigated = mitigated_scores(study, project, score_set)
    return SetView(
        score_set=score_set,
        benefit=benefit,
        risk=risk,
        closeness=(float(found.low[row]), float(found.high[row])),
        ranks=(int(found.rank_best[row]), int(found.rank_worst[row])),
        shadow=int(found.shadow[row]),
        cost_share=share,
        cost_eur=None if project.budget_eur is None else project.budget_eur * share,
        levels={criterion: known.value for criterion, known in mitigated.items()},
    )


def _benefit_and_risk(results: Results, row: int) -> tuple[Span, Span]:
    workings, place = results.methods["benefit_risk"].detail, row
    if row in results.ranked:
        place = results.ranked.index(row)
    else:
        # Excluded projects take no part in the ranking, yet their benefit and risk are asked for here.
        everyone = np.ones(len(results.matrix.projects), dtype=bool)
        workings = score(results.study, results.matrix, results.weights, "benefit_risk", everyone)
    low, high = workings.benefit_risk, workings.benefit_risk_high
    if low is None or high is None:
        return (0.0, 0.0), (0.0, 0.0)
    benefit = (float(low.benefit[place]), float(high.benefit[place]))
    # More benefit goes with less risk: the upper bound of the scores is the lower one of the risk.
    return benefit, (float(high.risk[place]), float(low.risk[place]))
