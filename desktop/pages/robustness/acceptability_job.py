"""What the tab of rank acceptability asks of the worker, and what it hears from it."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass

from criteria.model.settings import Method
from criteria.ranking.results import Results
from criteria.robustness.shadow_acceptability import simulate_shadows
from criteria.robustness.simulation import Partial, Plan
from criteria.robustness.study_acceptability import Figures, StudyAcceptability, simulate_study
from criteria.robustness.weight_sources import WeightSource, weights_from
from desktop.app.jobs import Token

#: Below as many draws one thread is quicker than several.
_FEW = 20_000
#: Shadow ranks are never counted: as many draws show where they lie.
_SHADOW_DRAWS = 10_000


@dataclass(frozen=True)
class Question:
    """Everything that the shares follow from."""

    results: Results
    method: Method
    source: WeightSource
    spread: float
    figures: Figures
    draws: int


@dataclass(frozen=True)
class Answer:
    """The shares of the ranked projects, None where fewer than two take part, and shadows of the excluded."""

    question: Question
    found: StudyAcceptability | None
    shadows: StudyAcceptability | None


def simulate_question(question: Question, stop: threading.Event, token: Token) -> Answer:
    """Draws until all is done or `stop` is set; what was counted until then is kept."""

    def is_over() -> bool:
        return stop.is_set() or token.is_cancelled()

    def tell(part: Partial) -> None:
        token.progress(part.share)
        token.show(part)

    results = question.results
    weights = weights_from(results, question.source, question.spread)
    seed = results.study.settings.seed
    plan = Plan(question.draws, seed, _threads(question.draws), pairs=True, confidence=True)
    found = simulate_study(
        results, question.method, weights, question.figures, plan, partial=tell, cancelled=is_over
    )
    shadows = simulate_shadows(
        results,
        question.method,
        weights,
        question.figures,
        Plan(min(question.draws, _SHADOW_DRAWS), seed),
        cancelled=is_over,
    )
    return Answer(question, found, shadows)


def _threads(draws: int) -> int:
    # One core stays with the window.
    return 1 if draws < _FEW else max(1, min(4, (os.cpu_count() or 1) - 1))
