"""Weights down the hierarchy: a stakeholder's answers become local and global weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import numpy as np

from criteria.arrays import Floats
from criteria.errors import StudyError
from criteria.memo import remember
from criteria.model.people import GOAL, Judgement, Stakeholder
from criteria.model.study import Study
from criteria.weighting.consistency import ACCEPTABLE_RATIO
from criteria.weighting.incomplete import components, priorities_incomplete
from criteria.weighting.pairwise import Consistency, consistency, priorities

NodeStatus = Literal["complete", "incomplete", "disconnected", "unanswered", "trivial"]


@dataclass(frozen=True, eq=False)
class NodeWeights:
    """The answers under one node: matrix with NaN for unknown judgements, and the local weights from it."""

    node: str
    children: tuple[str, ...]
    matrix: Floats
    weights: Floats
    consistency: Consistency | None
    status: NodeStatus
    missing: int

    @property
    def pairs(self) -> int:
        """How many judgements the node has room for."""
        return len(self.children) * (len(self.children) - 1) // 2

    @property
    def answered(self) -> int:
        """How many judgements are known."""
        return self.pairs - self.missing

    @property
    def ratio(self) -> float:
        """The consistency ratio, 0 where it is not defined."""
        return 0.0 if self.consistency is None else self.consistency.cr or 0.0

    @property
    def is_contradictory(self) -> bool:
        """Whether the consistency ratio is above the acceptable one."""
        return self.ratio > ACCEPTABLE_RATIO

    def weight(self, child: str) -> float:
        """The local weight of a child."""
        return float(self.weights[self.children.index(child)])


@dataclass(frozen=True, eq=False)
class Weights:
    """Local weights per node and global weights per active criterion, in the order of the study."""

    source: str
    criteria: tuple[str, ...]
    values: Floats
    premise_values: Mapping[str, float]
    local: Mapping[str, float]
    nodes: tuple[NodeWeights, ...]

    def node(self, node: str) -> NodeWeights:
        """The answers under a node; StudyError where it has none."""
        for found in self.nodes:
            if found.node == node:
                return found
        raise StudyError(f"There are no weights under {node!r}.")

    def of(self, criterion: str) -> float:
        """The global weight of a criterion."""
        return float(self.values[self.criteria.index(criterion)])

    @property
    def missing(self) -> int:
        """How many judgements are still unknown."""
        return sum(node.missing for node in self.nodes)

    @property
    def is_unanswered(self) -> bool:
        """Whether there are questions and not one of them has been answered."""
        asked = [node.status for node in self.nodes if node.status != "trivial"]
        return bool(asked) and all(status == "unanswered" for status in asked)

    @property
    def worst_ratio(self) -> float:
        """The largest consistency ratio of any node, 0 where none is defined."""
        return max((node.ratio for node in self.nodes), default=0.0)

    @property
    def contradictory(self) -> tuple[NodeWeights, ...]:
        """The nodes whose consistency ratio is above the acceptable one."""
        return tuple(node for node in self.nodes if node.is_contradictory)


def current_stakeholder(study: Study) -> Stakeholder | None:
    """The stakeholder whose weights the study uses: the first, None where there is none."""
    return study.stakeholders[0] if study.stakeholders else None


def weights_parts(study: Study) -> tuple[object, ...]:
    """What the weights of a study depend on."""
    settings = study.settings
    return (
        study.criteria,
        study.premises,
        study.stakeholders,
        settings.prioritisation,
        settings.random_index,
    )


@remember(weights_parts)
def study_weights(study: Study) -> Weights:
    """The weights the study uses, equal ones where nobody has answered."""
    stakeholder = current_stakeholder(study)
    return equal_weights(study) if stakeholder is None else stakeholder_weights(study, stakeholder)


def stakeholder_weights(study: Study, stakeholder: Stakeholder) -> Weights:
    """The weights that one stakeholder's answers give, by the method that stakeholder uses."""
    nodes = tuple(node_weights(study, stakeholder, node) for node in study.nodes)
    return _assembled(study, stakeholder.id, nodes)


def equal_weights(study: Study) -> Weights:
    """Equal premises, and equal criteria within each premise."""
    return stakeholder_weights(study, Stakeholder(id="equal", name="Equal weights"))


def given_weights(study: Study, values: Mapping[str, float]) -> Weights:
    """Weights per criterion as given, normalised; StudyError on unknown ids, negatives or a zero sum."""
    criteria = study.active_criteria
    unknown = sorted(set(values) - {criterion.id for criterion in criteria})
    if unknown:
        raise StudyError(f"The weights name {', '.join(unknown)}, which the study does not have.")
    raw = np.array([float(values.get(criterion.id, 0.0)) for criterion in criteria])
    if not np.isfinite(raw).all() or (raw < 0).any() or raw.sum() <= 0:
        raise StudyError("Weights must be zero or more and not all zero; correct the weights and try again.")
    shares = {criterion.id: float(share) for criterion, share in zip(criteria, raw / raw.sum(), strict=True)}
    nodes = tuple(_direct(node, study.children(node), _points(study, node, shares)) for node in study.nodes)
    return _assembled(study, "given", nodes)


def node_weights(study: Study, stakeholder: Stakeholder, node: str) -> NodeWeights:
    """Local weights under one node from a stakeholder's judgements or points."""
    children = study.children(node)
    if stakeholder.method == "direct":
        return _direct(node, children, [stakeholder.points.get(child, 0.0) for child in children])
    matrix = judgement_matrix(children, node, stakeholder.judgements)
    return pairwise_node(node, children, matrix, study.settings.prioritisation, study.settings.random_index)


def judgement_matrix(children: tuple[str, ...], node: str, judgements: tuple[Judgement, ...]) -> Floats:
    """The reciprocal matrix of the judgements under a node, NaN where nothing is known."""
    place = {child: index for index, child in enumerate(children)}
    matrix = np.full((len(children), len(children)), np.nan)
    np.fill_diagonal(matrix, 1.0)
    for judgement in judgements:
        if judgement.node == node and judgement.value and {judgement.first, judgement.second} <= place.keys():
            i, j = place[judgement.first], place[judgement.second]
            matrix[i, j], matrix[j, i] = judgement.value, 1.0 / judgement.value
    return matrix


def pairwise_node(
    node: str,
    children: tuple[str, ...],
    matrix: Floats,
    prioritisation: Literal["eigenvector", "geometric_mean"] = "eigenvector",
    random_index: str = "alonso_lamata",
) -> NodeWeights:
    """Local weights from a pairwise matrix; unknown judgements are left out, not filled in."""
    count = len(children)
    missing = int(np.isnan(matrix[np.triu_indices(count, 1)]).sum())
    pairs = count * (count - 1) // 2
    if pairs == 0:
        return NodeWeights(node, children, matrix, np.ones(count), None, "trivial", 0)
    if missing == pairs:
        return NodeWeights(node, children, matrix, np.full(count, 1 / count), None, "unanswered", missing)
    if missing == 0:
        weights = priorities(matrix, prioritisation)
        found = consistency(matrix, table=random_index)
        return NodeWeights(node, children, matrix, weights, found, "complete", 0)
    weights = priorities_incomplete(matrix, allow_disconnected=True)
    if len(components(matrix)) > 1:
        return NodeWeights(node, children, matrix, weights, None, "disconnected", missing)
    found = consistency(matrix, table=random_index)
    return NodeWeights(node, children, matrix, weights, found, "incomplete", missing)


def _points(study: Study, node: str, shares: Mapping[str, float]) -> list[float]:
    if node == GOAL:
        return [sum(shares[c] for c in study.children(premise)) for premise in study.children(GOAL)]
    return [shares[criterion] for criterion in study.children(node)]


def _direct(node: str, children: tuple[str, ...], points: list[float]) -> NodeWeights:
    values = np.array(points, dtype=float)
    answered = values.sum() > 0
    weights = values / values.sum() if answered else np.full(len(children), 1 / max(1, len(children)))
    status: NodeStatus = "complete" if answered else "unanswered"
    if len(children) < 2:
        status = "trivial"
    ratios = np.full((len(children), len(children)), np.nan)
    np.fill_diagonal(ratios, 1.0)
    return NodeWeights(node, children, ratios, weights, None, status, 0)


def _assembled(study: Study, source: str, nodes: tuple[NodeWeights, ...]) -> Weights:
    by_node = {found.node: found for found in nodes}
    goal = by_node[GOAL]
    premise_values = {premise: goal.weight(premise) for premise in goal.children}
    local: dict[str, float] = {}
    values: list[float] = []
    for criterion in study.active_criteria:
        local[criterion.id] = by_node[criterion.premise].weight(criterion.id)
        values.append(premise_values[criterion.premise] * local[criterion.id])
    return Weights(
        source=source,
        criteria=tuple(criterion.id for criterion in study.active_criteria),
        values=np.array(values, dtype=float),
        premise_values=premise_values,
        local=local,
        nodes=nodes,
    )
