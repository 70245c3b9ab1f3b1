"""What changing one answer would do: to the consistency, to the weights, to the ranking."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from criteria.arrays import Floats, Ints
from criteria.edits.weights import judge
from criteria.memo import remember
from criteria.model.people import Judgement, Stakeholder
from criteria.model.settings import METHODS, Method
from criteria.model.study import Study
from criteria.ranking.results import result_parts
from criteria.sessions.rank_stack import best_ranks, global_weights_stack
from criteria.weighting.hierarchy import judgement_matrix
from criteria.weighting.judgement_scales import scale_ratios
from criteria.weighting.repair import Changes, changed_matrices, single_changes
from criteria.weighting.stacks import priorities_of_stack
from criteria.weighting.study_weights import counted_stakeholder, own_weights, study_weights

Whose = Literal["own", "study"]
#: How many repairs are worked out unless more are asked for.
LISTED = 5


@dataclass(frozen=True, slots=True)
class Repair:
    """An answer under a node, `first` `value` times over `second` (at least 1), and the CR with another."""

    node: str
    first: str
    second: str
    value: float
    suggested: float
    cr_now: float
    cr_after: float

    @property
    def judgement(self) -> Judgement:
        """The answer that would replace the present one."""
        return Judgement(self.node, self.first, self.second, self.suggested)


@dataclass(frozen=True, eq=False)
class NodeRepairs:
    """Every single repair under a node, lowest CR first; nothing is changed here, the owner decides."""

    node: str
    children: tuple[str, ...]
    changes: Changes

    def __len__(self) -> int:
        return len(self.changes)

    def at(self, place: int) -> Repair:
        """The repair at a place of the list."""
        found, now = self.changes.at(place), self.changes.cr_now
        first, second = self.children[found.row], self.children[found.column]
        if found.value >= 1.0:
            return Repair(self.node, first, second, found.value, found.suggested, now, found.cr_after)
        value, suggested = 1.0 / found.value, 1.0 / found.suggested
        return Repair(self.node, second, first, value, suggested, now, found.cr_after)

    def lowering(self) -> tuple[Repair, ...]:
        """All repairs that lower CR, lowest first."""
        return tuple(self.at(place) for place in range(self.changes.lowering))

    def best_per_judgement(self) -> tuple[Repair, ...]:
        """For each answer its own best repair, if any lowers CR, lowest first."""
        places = self.changes.best_per_judgement()
        return tuple(self.at(place) for place in places if place < self.changes.lowering)


@dataclass(frozen=True, slots=True)
class Move:
    """A project that would change place."""

    project: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Shift:
    """The weight of a premise or criterion before and after."""

    element: str
    before: float
    after: float


@dataclass(frozen=True, eq=False)
class RepairEffect:
    """What a repair does: weights after it, where they change most, and who changes place.

    `local` are the weights under the node, `weights` the global ones in the order of the active criteria.
    `winner_changes` and `first_changes` tell whether the set of the best, or of the first k, is another one.
    """

    repair: Repair
    local: Mapping[str, float]
    largest_local: Shift
    weights: Floats
    largest_global: Shift
    moves: tuple[Move, ...]
    winner_changes: bool
    first_changes: bool


def _list_parts(study: Study, stakeholder: Stakeholder, node: str) -> tuple[object, ...]:
    scale = stakeholder.judgement_scale
    return (study.criteria, study.premises, stakeholder.judgements, scale, study.settings.random_index, node)


@remember(_list_parts, 64)
def node_repairs(study: Study, stakeholder: Stakeholder, node: str) -> NodeRepairs | None:
    """Every change of one of a stakeholder's answers under a node; None where CR is not defined."""
    if stakeholder.method != "pairwise":
        return None
    children = study.children(node)
    if len(children) < 3:
        return None
    matrix = judgement_matrix(children, node, stakeholder.judgements)
    changes = single_changes(matrix, study.settings.random_index, stakeholder.judgement_scale)
    return None if changes is None else NodeRepairs(node, children, changes)


def best_repairs(
    study: Study,
    stakeholder: Stakeholder,
    node: str,
    count: int = LISTED,
    *,
    method: Method = METHODS[0],
    k: int = 3,
    whose: Whose = "own",
) -> tuple[RepairEffect, ...]:
    """The best repair of each of up to `count` answers under a node with its effect, lowest CR first."""
    found = node_repairs(study, stakeholder, node)
    listed = () if found is None else found.best_per_judgement()[:count]
    return repair_effects(study, stakeholder, listed, method=method, k=k, whose=whose)


@remember(
    lambda study, stakeholder, repairs, *, method=METHODS[0], k=3, whose="own": (
        *result_parts(study), stakeholder, tuple((r.node, r.first, r.second, r.suggested) for r in repairs),
        method, k, whose,
    ),
    32,
)  # fmt: skip
def repair_effects(
    study: Study,
    stakeholder: Stakeholder,
    repairs: Sequence[Repair],
    *,
    method: Method = METHODS[0],
    k: int = 3,
    whose: Whose = "own",
) -> tuple[RepairEffect, ...]:
    """The effect of each of some repairs of a stakeholder's answers, all under one node.

    Ranks are those that the stakeholder's `own` weights give, or those of the `study`, where in a group the
    stakeholder is one voice among others.
    """
    if not repairs:
        return ()
    node = repairs[0].node
    own = own_weights(study, stakeholder)
    local = _local_after(study, stakeholder, repairs)
    values = global_weights_stack(study, {**{n.node: n.weights[None] for n in own.nodes}, node: local})
    before, after = own.values, values
    if whose == "study" and not _counts_alone(study, stakeholder):
        changed = [judge(study, stakeholder.id, repair.judgement) for repair in repairs]
        before = study_weights(study).values
        after = np.stack([study_weights(other).values for other in changed])
    ranks = best_ranks(study, np.concatenate([before[None], after]), method)
    children, here = study.children(node), own.node(node).weights
    return tuple(
        RepairEffect(
            repair=repair,
            local=dict(zip(children, local[place].tolist(), strict=True)),
            largest_local=_largest(children, here, local[place]),
            weights=values[place],
            largest_global=_largest(own.criteria, own.values, values[place]),
            moves=_moves(study, ranks[0], ranks[place + 1]),
            winner_changes=_other(ranks[0], ranks[place + 1], 1),
            first_changes=_other(ranks[0], ranks[place + 1], k),
        )
        for place, repair in enumerate(repairs)
    )


def _counts_alone(study: Study, stakeholder: Stakeholder) -> bool:
    counted = counted_stakeholder(study)
    return counted is not None and counted.id == stakeholder.id


def _local_after(study: Study, stakeholder: Stakeholder, repairs: Sequence[Repair]) -> Floats:
    """The local weights under the node after each repair (k x children)."""
    node = repairs[0].node
    children = study.children(node)
    matrix = judgement_matrix(children, node, stakeholder.judgements)
    places = np.array([[children.index(r.first), children.index(r.second)] for r in repairs])
    stack = changed_matrices(matrix, places, np.array([repair.suggested for repair in repairs]))
    stack = scale_ratios(stack, stakeholder.judgement_scale, len(children))
    return priorities_of_stack(stack, study.settings.prioritisation, study.settings.incomplete)


def _largest(names: tuple[str, ...], before: Floats, after: Floats) -> Shift:
    place = int(np.abs(after - before).round(12).argmax())
    return Shift(names[place], float(before[place]), float(after[place]))


def _moves(study: Study, before: Ints, after: Ints) -> tuple[Move, ...]:
    changed = sorted(np.flatnonzero(before != after).tolist(), key=lambda row: (int(before[row]), row))
    return tuple(Move(study.projects[row].id, int(before[row]), int(after[row])) for row in changed)


def _other(before: Ints, after: Ints, k: int) -> bool:
    return not np.array_equal((before > 0) & (before <= k), (after > 0) & (after <= k))
