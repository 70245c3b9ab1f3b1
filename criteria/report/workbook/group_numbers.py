"""The numbers of a group behind the formulas: who is heard where, the ways of combining, agreement."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.arrays import Floats
from criteria.errors import MethodError
from criteria.model.people import GOAL
from criteria.model.study import Study
from criteria.report.workbook.people_plan import PersonPlan, weighed_nodes
from criteria.sessions.members import Compatibility, compatibilities, group_of
from criteria.sessions.node_agreement import agreement_of
from criteria.weighting.consensus import Consensus, consensus
from criteria.weighting.dispersion import geometric_deviation
from criteria.weighting.group import aij, aip
from criteria.weighting.hierarchy import NodeWeights, Weights, pairwise_node, unanswered_node
from criteria.weighting.study_weights import counted_stakeholder, ratios


@dataclass(frozen=True, eq=False)
class NodeVoices:
    """One node, members downwards: local weights, whether heard, shares (0 where not), ratios brought in.

    `means` holds the combined weights by each way, None where these answers do not allow it; `spread` the
    geometric standard deviation of each judgement, NaN where fewer than two made it.
    """

    node: str
    children: tuple[str, ...]
    weights: Floats
    heard: tuple[bool, ...]
    powers: Floats
    shares: Floats
    stack: Floats
    spread: Floats
    joined: NodeWeights
    means: dict[str, Floats | None]
    consensus: Consensus | None


@dataclass(frozen=True, eq=False)
class GroupNumbers:
    """The whole group; `compatibilities` by id, `overall` the consensus, None where neither is defined."""

    nodes: tuple[NodeVoices, ...]
    voices: tuple[bool, ...]
    shares: Floats
    alone: tuple[bool, ...]
    compatibilities: dict[str, Compatibility]
    overall: float | None
    positions: Floats
    joint: Floats | None

    def node(self, node: str) -> NodeVoices | None:
        """The voices under a node, None where there is nothing to weigh."""
        return next((found for found in self.nodes if found.node == node), None)


def group_numbers(study: Study, people: tuple[PersonPlan, ...], used: Weights) -> GroupNumbers:
    """The numbers of a study's stakeholders; `used` are the weights that count."""
    nodes = tuple(_voices(study, people, node, used) for node in weighed_nodes(study))
    voices = tuple(plan.answers and plan.person.voting_power > 0 for plan in people)
    powers = np.where(voices, [plan.person.voting_power for plan in people], 0.0)
    counted = counted_stakeholder(study)
    try:
        compatible = {found.stakeholder: found for found in compatibilities(group_of(study))}
        overall = agreement_of(study).overall
    except MethodError:
        compatible, overall = {}, None
    joint = _joint(study, nodes)
    return GroupNumbers(
        nodes=nodes,
        voices=voices,
        shares=powers / powers.sum() if powers.sum() > 0 else powers,
        alone=tuple(counted is not None and counted.id == plan.person.id for plan in people),
        compatibilities=compatible,
        overall=overall,
        positions=np.array([_position(study, nodes, place) for place in range(len(people))]),
        joint=joint,
    )


def _voices(study: Study, people: tuple[PersonPlan, ...], node: str, used: Weights) -> NodeVoices:
    children = study.children(node)
    own = [unanswered_node(node, children) if plan.own is None else plan.own.node(node) for plan in people]
    weights = np.stack([found.weights for found in own])
    heard = tuple(found.status in ("complete", "incomplete") for found in own)
    powers = np.where(heard, [plan.person.voting_power for plan in people], 0.0)
    total = float(powers.sum())
    shares = powers / total if total > 0 else np.zeros(len(people))
    stack = np.stack([_ratios(found, flag) for found, flag in zip(own, heard, strict=True)])
    speaking = shares > 0
    matrix = unanswered_node(node, children).matrix
    if speaking.any():
        matrix = aij(list(stack[speaking]), shares[speaking])
    settings = study.settings
    joined = pairwise_node(
        node, children, matrix, settings.prioritisation, settings.random_index, settings.incomplete
    )
    means = _means(weights[speaking], shares[speaking], joined)
    chosen = means[settings.group_method]
    means["group"] = means["priorities_arithmetic"] if chosen is None else chosen
    means["used"] = used.node(node).weights
    spread = np.full(matrix.shape, np.nan)
    if speaking.any():
        spread = geometric_deviation(stack[speaking], shares[speaking])
    return NodeVoices(
        node, children, weights, heard, powers, shares, stack, spread, joined, means,
        consensus(weights[speaking], shares=shares[speaking]) if speaking.any() else None,
    )  # fmt: skip


def _ratios(found: NodeWeights, heard: bool) -> Floats:
    """The ratios a member brings in, none where not heard."""
    return ratios(found) if heard else unanswered_node(found.node, found.children).matrix


def _means(weights: Floats, shares: Floats, joined: NodeWeights) -> dict[str, Floats | None]:
    if not len(weights):
        size = weights.shape[1]
        ways = ("priorities_geometric", "priorities_arithmetic", "judgements")
        return {"unscaled": np.ones(size), **dict.fromkeys(ways, np.full(size, 1.0 / size))}
    try:
        geometric: Floats | None = aip(weights, shares)
    except MethodError:
        geometric = None
    arithmetic = aip(weights, shares, mean="arithmetic")
    with np.errstate(divide="ignore"):
        unscaled = np.exp(shares @ np.log(weights))
    return {
        "unscaled": unscaled,
        "priorities_geometric": geometric,
        "priorities_arithmetic": arithmetic,
        "judgements": joined.weights,
    }


def _position(study: Study, nodes: tuple[NodeVoices, ...], member: int) -> Floats:
    """A member's global weights, with those of the group where the member is not heard; NaN if undefined."""

    def local(found: NodeVoices) -> Floats | None:
        return found.weights[member] if found.heard[member] else found.means["group"]

    return _global(study, {found.node: local(found) for found in nodes})


def _joint(study: Study, nodes: tuple[NodeVoices, ...]) -> Floats | None:
    values = _global(study, {found.node: found.means["group"] for found in nodes})
    return None if np.isnan(values).any() else values


def _global(study: Study, local: dict[str, Floats | None]) -> Floats:
    """Local weights multiplied down; a node that is not named has a single child."""

    def of(node: str, child: str) -> float:
        if node not in local:
            return 1.0
        found = local[node]
        return float("nan") if found is None else float(found[study.children(node).index(child)])

    return np.array([of(GOAL, c.premise) * of(c.premise, c.id) for c in study.active_criteria])
