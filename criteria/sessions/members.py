"""Who speaks in a group, with what share, and what each one's weights are next to those of the group."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.arrays import Floats
from criteria.memo import remember
from criteria.model.people import Stakeholder
from criteria.model.study import Study
from criteria.weighting.compatibility import priority_compatibility, weight_similarity
from criteria.weighting.hierarchy import NodeWeights, Weights, assembled
from criteria.weighting.study_weights import answering, group_weights, heard, own_weights, weights_parts


@dataclass(frozen=True, eq=False)
class Member:
    """A stakeholder who has a vote and answered, with the share of all voting power of those who did.

    Under the nodes in `silent` no answers hang together. There `weights` hold the group's local weights, so
    that silence is not taken for dissent; everything else is the member's own.
    """

    person: Stakeholder
    weights: Weights
    share: float
    silent: tuple[str, ...]

    @property
    def id(self) -> str:
        """The id of the stakeholder."""
        return self.person.id


@dataclass(frozen=True, eq=False)
class Group:
    """The members in the order of the study, their joint weights, and who is not heard and why.

    `abstained` have a vote and gave no usable answer, `without_vote` have no voting power.
    """

    members: tuple[Member, ...]
    weights: Weights
    abstained: tuple[str, ...]
    without_vote: tuple[str, ...]

    @property
    def values(self) -> Floats:
        """The global weights of the members (members x criteria)."""
        rows = [member.weights.values for member in self.members]
        return np.array(rows, dtype=float).reshape(len(rows), len(self.weights.criteria))

    @property
    def shares(self) -> Floats:
        """The shares of the members."""
        return np.array([member.share for member in self.members])

    def ids(self, places: tuple[int, ...]) -> tuple[str, ...]:
        """The ids of some members, given by their place."""
        return tuple(self.members[place].id for place in places)


@dataclass(frozen=True)
class WeightGap:
    """The weight of a premise or criterion, on the scale of all weight, by some and by the group."""

    element: str
    own: float
    group: float

    @property
    def gap(self) -> float:
        """How much more weight it has than in the group."""
        return self.own - self.group


@dataclass(frozen=True)
class Compatibility:
    """How near a member's global weights are to the group's.

    `similarity` is the part of all weight placed alike (1 = equal), `index` the geometric compatibility index
    (0 = equal), None where it is not defined.
    """

    stakeholder: str
    similarity: float
    index: float | None


@remember(weights_parts)
def group_of(study: Study) -> Group:
    """The group of a study, whoever's weights its ranking uses."""
    people = answering(study)
    joint = group_weights(study)
    voices = {node: {person.id for person in heard(study, node)} for node in study.nodes}
    asked = [node for node in study.nodes if len(study.children(node)) > 1]
    total = sum(person.voting_power for person in people)
    members = []
    for person in people:
        silent = tuple(node for node in asked if person.id not in voices[node])
        weights = _position(study, own_weights(study, person), joint, silent)
        members.append(Member(person, weights, person.voting_power / total, silent))
    known = {person.id for person in people}
    return Group(
        members=tuple(members),
        weights=joint,
        abstained=tuple(p.id for p in study.stakeholders if p.voting_power > 0 and p.id not in known),
        without_vote=tuple(p.id for p in study.stakeholders if p.voting_power <= 0),
    )


def subgroup_weights(study: Study, group: Group, places: tuple[int, ...]) -> Weights:
    """The joint weights of some members alone; the group's where none of them has a voice."""
    joint = group_weights(study, tuple(group.members[place].person for place in places))
    silent = [set(group.members[place].silent) for place in places]
    return _position(study, joint, group.weights, tuple(sorted(set.intersection(*silent))))


def gaps(own: Weights, group: Weights) -> tuple[tuple[WeightGap, ...], tuple[WeightGap, ...]]:
    """Premises and criteria with their weight on both sides, those furthest apart first."""
    premises = [
        WeightGap(premise, value, group.premise_values[premise])
        for premise, value in own.premise_values.items()
    ]
    criteria = [
        WeightGap(criterion, float(value), group.of(criterion))
        for criterion, value in zip(own.criteria, own.values, strict=True)
    ]
    # The sort is stable: gaps that are equal but for rounding keep the order of the study.
    return (
        tuple(sorted(premises, key=lambda one: -round(abs(one.gap), 9))),
        tuple(sorted(criteria, key=lambda one: -round(abs(one.gap), 9))),
    )


def similarity(own: Weights, group: Weights) -> float:
    """The part of all weight that both place on the same criteria."""
    return weight_similarity(own.values, group.values) if own.criteria else 1.0


def compatibilities(group: Group) -> tuple[Compatibility, ...]:
    """How near each member is to the group, in the order of the members."""
    joint = group.weights
    return tuple(
        Compatibility(
            member.id,
            similarity(member.weights, joint),
            priority_compatibility(member.weights.values, joint.values) if joint.criteria else None,
        )
        for member in group.members
    )


def _position(study: Study, own: Weights, group: Weights, silent: tuple[str, ...]) -> Weights:
    """The own weights with those of the group where the owner is silent."""
    if not silent:
        return own
    nodes: tuple[NodeWeights, ...] = tuple(
        group.node(found.node) if found.node in silent else found for found in own.nodes
    )
    return assembled(study, own.source, nodes)
