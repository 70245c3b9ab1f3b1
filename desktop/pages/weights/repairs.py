"""What changing the least fitting answer would do: to the consistency, to the weights, to the ranking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from criteria.arrays import Floats
from criteria.edits.weights import judge
from criteria.memo import remember
from criteria.model.people import Judgement, Stakeholder
from criteria.model.settings import Method
from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.weighting.repair import most_inconsistent
from criteria.weighting.study_weights import weights_parts
from desktop.pages.weights.answers import Question, node_answers

#: The method whose ranking is told beside the weights: the first of the list.
HEADLINE: Method = "topsis"


@dataclass(frozen=True)
class Move:
    """A project that would change place."""

    project: str
    before: int
    after: int


@dataclass(frozen=True)
class Detour:
    """The indirect comparison that contradicts an answer most: first over via, then via over second."""

    via: str
    ratio: float


@dataclass(frozen=True)
class Repair:
    """The one change of an answer that lowers CR most; the question is turned so that `value` >= 1."""

    question: Question
    value: float
    suggested: float
    cr_now: float
    cr_after: float
    weights_after: Mapping[str, float]
    detour: Detour | None
    moves: tuple[Move, ...]

    @property
    def judgement(self) -> Judgement:
        """The answer that would replace the present one."""
        return Judgement(self.question.node, self.question.first, self.question.second, self.suggested)


def _repair_parts(study: Study, stakeholder: Stakeholder, node: str) -> tuple[object, ...]:
    settings = study.settings
    return (*weights_parts(study), study.projects, study.red_lines, study.thresholds, study.waivers,
            study.safeguards, settings, stakeholder, node)  # fmt: skip


@remember(_repair_parts, 16)
def best_repair(study: Study, stakeholder: Stakeholder, node: str) -> Repair | None:
    """The most useful repair under a node with its effect on the ranking; None where nothing lowers CR."""
    now = node_answers(study, stakeholder, node)
    found = most_inconsistent(now.matrix, study.settings.random_index)
    if found is None or now.consistency is None or now.consistency.cr is None:
        return None
    row, column, value, suggested = found.row, found.column, found.value, found.suggested
    if value < 1.0:
        row, column, value, suggested = column, row, 1.0 / value, 1.0 / suggested
    question = Question(node, now.children[row], now.children[column])
    judgement = Judgement(node, question.first, question.second, suggested)
    changed = judge(study, stakeholder.id, judgement)
    after = node_answers(changed, changed.stakeholder(stakeholder.id), node)
    return Repair(
        question=question,
        value=value,
        suggested=suggested,
        cr_now=now.consistency.cr,
        cr_after=found.cr_after,
        weights_after={child: after.weight(child) for child in after.children},
        detour=_detour(now.matrix, now.children, row, column),
        moves=moved_projects(study, changed),
    )


def moved_projects(before: Study, after: Study) -> tuple[Move, ...]:
    """Projects that hold another place in the second study, by the headline method, best place first."""
    if not before.projects:
        return ()
    old = rank(before).methods[HEADLINE].rank_best
    new = rank(after).methods[HEADLINE].rank_best
    changed = [i for i in range(len(before.projects)) if old[i] != new[i]]
    changed.sort(key=lambda i: (int(old[i]), i))
    return tuple(Move(before.projects[i].id, int(old[i]), int(new[i])) for i in changed)


def top_projects(study: Study, count: int = 5) -> tuple[tuple[int, str], ...]:
    """Rank and id of the first projects by the headline method; ties may make it fewer distinct ranks."""
    if not study.projects:
        return ()
    found = rank(study).methods[HEADLINE]
    return tuple((int(found.rank_best[i]), study.projects[i].id) for i in found.order()[:count])


def _detour(matrix: Floats, children: tuple[str, ...], row: int, column: int) -> Detour | None:
    """The third item through which the answer looks most different, None where no chain of two is known."""
    chains = matrix[row] * matrix[:, column]
    others = [k for k in range(len(children)) if k not in (row, column) and not np.isnan(chains[k])]
    if not others:
        return None
    worst = max(others, key=lambda k: abs(float(np.log(chains[k] / matrix[row, column]))))
    return Detour(children[worst], float(chains[worst]))
