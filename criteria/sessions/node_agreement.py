"""What a group agrees on under each node, and which question divides it most."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.arrays import Floats, Ints
from criteria.memo import remember
from criteria.model.people import GOAL
from criteria.model.study import Study
from criteria.sessions.members import Group, group_of
from criteria.weighting.consensus import Band, Consensus, consensus, consensus_band, overall_consensus
from criteria.weighting.dispersion import answered_counts, most_dispersed
from criteria.weighting.study_weights import ratios, weights_parts


@dataclass(frozen=True, eq=False)
class NodeAgreement:
    """The consensus under a node, of the members in `heard`; None with fewer than two or a single child.

    `priority` is the group's weight of the node (1 for the goal); `counts` says how many members answered
    each comparison (children x children).
    """

    node: str
    priority: float
    heard: tuple[str, ...]
    silent: tuple[str, ...]
    consensus: Consensus | None
    counts: Ints


@dataclass(frozen=True)
class Division:
    """A comparison on which members lie apart by a `factor` (geometric standard deviation, 1 = all alike).

    Ratios say how many times more `first` matters than `second`: `mean` in the group, `largest` to those in
    `highest`, `smallest` to those in `lowest`.
    """

    node: str
    first: str
    second: str
    answered: int
    factor: float
    mean: float
    largest: float
    smallest: float
    highest: tuple[str, ...]
    lowest: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Agreement:
    """Consensus under each node and overall, and the comparisons to talk about, the most divided first."""

    nodes: tuple[NodeAgreement, ...]
    overall: float | None
    divisions: tuple[Division, ...]

    @property
    def band(self) -> Band | None:
        """The word for the overall consensus."""
        return None if self.overall is None else consensus_band(self.overall)

    def node(self, node: str) -> NodeAgreement:
        """The consensus under one node."""
        return next(found for found in self.nodes if found.node == node)


@remember(weights_parts)
def agreement_of(study: Study) -> Agreement:
    """Where the members of a study's group agree; voting power counts as everywhere else."""
    group = group_of(study)
    nodes = tuple(_node(study, group, node) for node in study.nodes)
    overall = overall_consensus([node.consensus for node in nodes], [node.priority for node in nodes])
    divisions = [division for node in study.nodes for division in _divisions(study, group, node)]
    # The sort is stable: equal factors keep the order of the study.
    return Agreement(nodes, overall, tuple(sorted(divisions, key=lambda one: -round(one.factor, 9))))


def _node(study: Study, group: Group, node: str) -> NodeAgreement:
    speaking = _speaking(group, node)
    children = study.children(node)
    found = None
    if speaking:
        rows = np.stack([group.members[place].weights.node(node).weights for place in speaking])
        found = consensus(rows, shares=group.shares[list(speaking)])
    nobody = np.zeros((len(children), len(children)), dtype=np.int64)
    heard = group.ids(speaking)
    return NodeAgreement(
        node=node,
        priority=1.0 if node == GOAL else group.weights.premise_values[node],
        heard=heard,
        silent=tuple(member.id for member in group.members if member.id not in heard),
        consensus=found,
        counts=answered_counts(_stack(group, node, speaking)) if speaking else nobody,
    )


def _divisions(study: Study, group: Group, node: str) -> list[Division]:
    speaking = _speaking(group, node)
    children = study.children(node)
    if len(speaking) < 2 or len(children) < 2:
        return []
    found = most_dispersed(_stack(group, node, speaking), group.shares[list(speaking)])
    return [
        Division(
            node=node,
            first=children[one.first],
            second=children[one.second],
            answered=one.answered,
            factor=one.factor,
            mean=one.mean,
            largest=one.largest,
            smallest=one.smallest,
            highest=group.ids(tuple(speaking[place] for place in one.highest)),
            lowest=group.ids(tuple(speaking[place] for place in one.lowest)),
        )
        for one in found
    ]


def _speaking(group: Group, node: str) -> tuple[int, ...]:
    return tuple(place for place, member in enumerate(group.members) if node not in member.silent)


def _stack(group: Group, node: str, speaking: tuple[int, ...]) -> Floats:
    return np.stack([ratios(group.members[place].weights.node(node)) for place in speaking])
