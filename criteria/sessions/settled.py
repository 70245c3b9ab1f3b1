"""Whether enough has been answered: can further answers still change who is among the first."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from criteria.arrays import Bools, Floats, Ints
from criteria.memo import remember
from criteria.model.people import GOAL, Stakeholder
from criteria.model.settings import METHODS, Method
from criteria.model.study import Study
from criteria.ranking.ranks import ranks_of_rows
from criteria.ranking.results import rank, result_parts
from criteria.robustness.scorers import AdditiveScorer, Scorer
from criteria.robustness.study_sensitivity import scorer, steady_rows
from criteria.sessions.completions import (
    answer_variance,
    answered,
    any_answers,
    end_answers,
    likely_answers,
)
from criteria.sessions.proof import stays_ahead
from criteria.sessions.questions import NodeQuestions, node_questions
from criteria.sessions.rank_stack import global_weights_stack
from criteria.weighting.stacks import priorities_of_stack
from criteria.weighting.study_weights import own_weights

Status = Literal["settled", "likely", "open"]
Drawn = Literal["in_vein", "uniform"]
#: The share of draws from which on further answers are unlikely to matter.
LIKELY = 0.95
DRAWS = 400
_ENDS = 64


@dataclass(frozen=True, slots=True)
class Settled:
    """Whether further answers of one stakeholder change the first k projects of the own ranking.

    `settled`: proven, whatever any of the remaining answers are; `likely`: in at least 95 % of the drawn ways
    to answer them the first k stay (as a set); `open`: in fewer. `share` and `winner_share` are the shares in
    which the first k and the winner stay, with the standard error of `share`. `threat` is the project that
    gets among the first k most often, in `threat_share` of the draws. Questions answered with "cannot say"
    are not open. Projects that lack figures take no part (`left_out`).
    """

    status: Status
    k: int
    first: tuple[str, ...]
    share: float
    winner_share: float
    standard_error: float
    draws: int
    remaining: int
    threat: str | None
    threat_share: float
    left_out: int


def _parts(
    study: Study,
    stakeholder: Stakeholder,
    k: int,
    *,
    method: Method = METHODS[0],
    draws: int = DRAWS,
    drawn: Drawn = "in_vein",
) -> tuple[object, ...]:
    return (*result_parts(study), stakeholder, k, method, draws, drawn)


@remember(_parts, 16)
def settled(
    study: Study,
    stakeholder: Stakeholder,
    k: int,
    *,
    method: Method = METHODS[0],
    draws: int = DRAWS,
    drawn: Drawn = "in_vein",
) -> Settled:
    """Whether the stakeholder's remaining answers can change the first k, by proof or else by drawing them.

    Draws are made `in_vein` of the answers so far, which is how people go on; `uniform` ones take every
    answer for equally possible, as if the person knew nothing of what was said before, and so err on the
    side of asking on.
    """
    asked = _asked(study, stakeholder, method)
    remaining = sum(len(node.open_pairs) for node in asked.nodes)
    first = asked.ranks <= k
    chosen = tuple(asked.projects[row] for row in np.argsort(asked.ranks, kind="stable") if first[row])
    certain = Settled("settled", k, chosen, 1.0, 1.0, 0.0, 0, remaining, None, 0.0, asked.left_out)
    if not remaining or first.all():
        return certain
    completed = _drawn_ranks(study, asked, _draws(asked.nodes, draws, drawn, study.settings.seed))
    stays = ((completed <= k) == first).all(axis=1)
    share = float(stays.mean())
    status: Status = "likely" if share >= LIKELY else "open"
    if stays.all() and _is_proven(study, asked, first, k):
        status = "settled"
    enters = ((completed <= k) & ~first).mean(axis=0)
    worst = int(enters.argmax())
    return replace(
        certain,
        status=status,
        share=share,
        winner_share=float(((completed == 1) == (asked.ranks == 1)).all(axis=1).mean()),
        standard_error=float(np.sqrt(share * (1.0 - share) / draws)),
        draws=draws,
        threat=asked.projects[worst] if enters[worst] > 0.0 else None,
        threat_share=float(enters[worst]),
    )


@dataclass(frozen=True, eq=False)
class _Asked:
    """A stakeholder's questions and present local weights per node, and the ranks of complete projects."""

    nodes: tuple[NodeQuestions, ...]
    present: Mapping[str, Floats]
    scorer: Scorer
    projects: tuple[str, ...]
    ranks: Ints
    left_out: int


def _asked(study: Study, stakeholder: Stakeholder, method: Method) -> _Asked:
    results = rank(study)
    rows = steady_rows(results)
    # One project alone comes first by any method.
    found = scorer(results, method) or AdditiveScorer(results.matrix.unit[list(rows)])
    own = own_weights(study, stakeholder)
    return _Asked(
        nodes=_questions(study, stakeholder),
        present={node.node: node.weights for node in own.nodes},
        scorer=found,
        projects=tuple(results.matrix.projects[row] for row in rows),
        ranks=ranks_of_rows(found.scores(own.values[None]))[0],
        left_out=len(results.ranked) - len(rows),
    )


def _questions(study: Study, stakeholder: Stakeholder) -> tuple[NodeQuestions, ...]:
    """The questions under the goal and then under each premise; none for other methods than comparing."""
    if stakeholder.method != "pairwise":
        return ()
    return tuple(node_questions(study, stakeholder, node) for node in (GOAL, *study.children(GOAL)))


def _draws(nodes: Sequence[NodeQuestions], draws: int, drawn: Drawn, seed: int) -> list[Floats]:
    """Answers to the open pairs of every node (k x m each)."""
    streams = np.random.SeedSequence(seed).spawn(len(nodes))
    generators = [np.random.default_rng(stream) for stream in streams]
    pairs = zip(nodes, generators, strict=True)
    if drawn == "uniform":
        return [any_answers(node, draws, generator) for node, generator in pairs]
    variance = answer_variance(nodes)
    return [likely_answers(node, draws, variance, generator) for node, generator in pairs]


def _drawn_ranks(study: Study, asked: _Asked, answers: Sequence[Floats]) -> Ints:
    """The ranks (k x m) once the open questions have the answers drawn for them."""
    settings = study.settings
    local: dict[str, Floats] = {}
    for node, drawn in zip(asked.nodes, answers, strict=True):
        if drawn.shape[1]:
            stack = answered(node, drawn)
            local[node.node] = priorities_of_stack(stack, settings.prioritisation, settings.incomplete)
        else:
            local[node.node] = asked.present[node.node][None]
    return ranks_of_rows(asked.scorer.scores(global_weights_stack(study, local)))


def _is_proven(study: Study, asked: _Asked, first: Bools, k: int) -> bool:
    """Whether no answers at all can change who is first; a tie across the k-th place may always break."""
    if first.sum() != k:
        return False
    generator = np.random.default_rng(study.settings.seed)
    ends = [end_answers(node, _ENDS, generator) for node in asked.nodes]
    # Extreme answers refute most claims, long before a proof of them would be given up.
    if ((_drawn_ranks(study, asked, ends) <= k) != first).any():
        return False
    return stays_ahead(
        asked.scorer,
        asked.nodes,
        [asked.present[node.node] for node in asked.nodes],
        np.flatnonzero(first),
        np.flatnonzero(~first),
        prioritisation=study.settings.prioritisation,
        incomplete=study.settings.incomplete,
    )
