"""What changing one answer would do: to the consistency, to the weights, to the own ranking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from criteria.arrays import Floats
from criteria.edits.weights import judge
from criteria.memo import remember
from criteria.model.people import Judgement, Stakeholder
from criteria.model.study import Study
from criteria.sessions.repairs import Move, NodeRepairs, Shift, best_repairs
from criteria.sessions.repairs import Repair as NodeRepair
from criteria.weighting.hierarchy import NodeWeights
from criteria.weighting.repair import single_changes, triads_by_severity
from desktop.pages.weights.answers import Question, given_answers, is_about_projects, node_answers
from desktop.pages.weights.own_view import HEADLINE, own_view

#: How many repairs are offered, the most useful one included.
MOST = 5


@dataclass(frozen=True)
class Detour:
    """The indirect comparison that contradicts an answer most: first over via, then via over second."""

    via: str
    ratio: float


@dataclass(frozen=True)
class Repair:
    """One change of an answer that lowers CR; the question is turned so that `value` >= 1.

    `moves` is None where the ranking told beside the weights does not rest on these answers. `shift` is the
    weight under the node that changes most.
    """

    question: Question
    value: float
    suggested: float
    cr_now: float
    cr_after: float
    weights_after: Mapping[str, float]
    detour: Detour | None
    moves: tuple[Move, ...] | None
    shift: Shift | None = None

    @property
    def judgement(self) -> Judgement:
        """The answer that would replace the present one."""
        return Judgement(self.question.node, self.question.first, self.question.second, self.suggested)


def _repair_parts(study: Study, stakeholder: Stakeholder, node: str) -> tuple[object, ...]:
    return (study, stakeholder, node)


@remember(_repair_parts, 16)
def repairs(study: Study, stakeholder: Stakeholder, node: str) -> tuple[Repair, ...]:
    """The best repair of each answer under a node, lowest CR first; none where nothing lowers CR."""
    if is_about_projects(node):
        return _of_projects(study, stakeholder, node)
    view = own_view(study, stakeholder, "pairwise")
    matrix, children = given_answers(study, stakeholder, node), study.children(node)
    found = best_repairs(view, view.stakeholder(stakeholder.id), node, MOST, method=HEADLINE)
    return tuple(
        replace(
            _told(effect.repair, effect.local, matrix, children),
            moves=effect.moves,
            shift=effect.largest_local,
        )
        for effect in found
    )


def best_repair(study: Study, stakeholder: Stakeholder, node: str) -> Repair | None:
    """The most useful repair under a node; None where nothing lowers CR."""
    return next(iter(repairs(study, stakeholder, node)), None)


def circles(study: Study, stakeholder: Stakeholder, node: str) -> tuple[tuple[str, str, str], ...]:
    """Every three items of which each is held above the next and the last above the first, worst first."""
    children = node_answers(study, stakeholder, node).children
    found = triads_by_severity(given_answers(study, stakeholder, node))
    return tuple((children[i], children[j], children[k]) for (i, j, k), _ in found)


def _of_projects(study: Study, stakeholder: Stakeholder, node: str) -> tuple[Repair, ...]:
    now = node_answers(study, stakeholder, node)
    changes = single_changes(now.matrix, study.settings.random_index)
    listed = () if changes is None else NodeRepairs(node, now.children, changes).lowering()
    return tuple(_of_answer(study, stakeholder, now, known) for known in listed[:1])


def _of_answer(study: Study, stakeholder: Stakeholder, now: NodeWeights, known: NodeRepair) -> Repair:
    changed = judge(study, stakeholder.id, known.judgement)
    after = node_answers(changed, changed.stakeholder(stakeholder.id), known.node)
    weights = {child: after.weight(child) for child in after.children}
    return _told(known, weights, now.matrix, now.children)


def _told(
    known: NodeRepair, weights_after: Mapping[str, float], matrix: Floats, children: tuple[str, ...]
) -> Repair:
    """The repair without what it does to a ranking."""
    return Repair(
        question=Question(known.node, known.first, known.second),
        value=known.value,
        suggested=known.suggested,
        cr_now=known.cr_now,
        cr_after=known.cr_after,
        weights_after=weights_after,
        detour=_detour(matrix, children, children.index(known.first), children.index(known.second)),
        moves=None,
    )


def _detour(matrix: Floats, children: tuple[str, ...], row: int, column: int) -> Detour | None:
    """The third item through which the answer looks most different, None where no chain of two is known."""
    chains = matrix[row] * matrix[:, column]
    others = [k for k in range(len(children)) if k not in (row, column) and not np.isnan(chains[k])]
    if not others:
        return None
    worst = max(others, key=lambda k: abs(float(np.log(chains[k] / matrix[row, column]))))
    return Detour(children[worst], float(chains[worst]))
