"""Weights down the hierarchy: a stakeholder's answers become local and global weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

import msgspec
import numpy as np

from criteria.arrays import Floats
from criteria.errors import StudyError
from criteria.model.people import GOAL, Judgement, WeightMethod
from criteria.model.settings import Incomplete, Prioritisation
from criteria.model.study import Study
from criteria.weighting.consistency import ACCEPTABLE_RATIO
from criteria.weighting.incomplete import components, missing_count, priorities_incomplete
from criteria.weighting.pairwise import Consistency, consistency, weigh

NodeStatus = Literal["complete", "incomplete", "disconnected", "unanswered", "trivial"]
#: How local weights came about: by a method of elicitation, given from outside, or combined from several.
NodeSource = WeightMethod | Literal["given", "group"]
#: Whose check it is: that of a method of elicitation, or of a group without a geometric mean.
CheckCode = WeightMethod | Literal["no_geometric_mean"]


class Check(msgspec.Struct, frozen=True):
    """What a method finds in its own answers: a code, the figure behind it and the limit it is held to."""

    code: CheckCode
    figure: float
    limit: float | None
    is_passed: bool


@dataclass(frozen=True, eq=False)
class NodeWeights:
    """The answers under one node and the local weights from them.

    `matrix` holds ratios, NaN for unknown judgements; `missing` counts judgements, or figures for a method
    that asks for one per child. `check` is the method's own, None where it has none or for pairwise answers.
    """

    node: str
    children: tuple[str, ...]
    matrix: Floats
    weights: Floats
    consistency: Consistency | None
    status: NodeStatus
    missing: int
    source: NodeSource = "pairwise"
    check: Check | None = None

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
    #: All criteria asked about at once, where the stakeholder answered that way.
    flat: NodeWeights | None = None

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


def equal_weights(study: Study) -> Weights:
    """Equal premises, and equal criteria within each premise."""
    nodes = tuple(unanswered_node(node, study.children(node)) for node in study.nodes)
    return assembled(study, "equal", nodes)


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
    return assembled(study, "given", parted(study, shares, "given"))


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


def unanswered_node(node: str, children: tuple[str, ...], source: NodeSource = "pairwise") -> NodeWeights:
    """Equal local weights where nothing was answered."""
    count = len(children)
    status: NodeStatus = "unanswered" if count > 1 else "trivial"
    missing = count * (count - 1) // 2 if source == "pairwise" else count if count > 1 else 0
    return NodeWeights(
        node,
        children,
        _no_judgements(count),
        np.full(count, 1 / max(1, count)),
        None,
        status,
        missing,
        source,
    )


def pairwise_node(
    node: str,
    children: tuple[str, ...],
    matrix: Floats,
    prioritisation: Prioritisation = "eigenvector",
    random_index: str = "alonso_lamata",
    method: Incomplete = "least_squares",
) -> NodeWeights:
    """Local weights from a matrix of ratios; unknown judgements are left out by `method`, not filled in."""
    count = len(children)
    missing = missing_count(matrix)
    pairs = count * (count - 1) // 2
    if pairs == missing:
        return unanswered_node(node, children)
    if missing == 0:
        weights, found = weigh(matrix, prioritisation, random_index)
        return NodeWeights(node, children, matrix, weights, found, "complete", 0)
    weights = priorities_incomplete(matrix, method, allow_disconnected=True)
    if len(components(matrix)) > 1:
        return NodeWeights(node, children, matrix, weights, None, "disconnected", missing)
    found = consistency(matrix, table=random_index)
    return NodeWeights(node, children, matrix, weights, found, "incomplete", missing)


def weighed_node(
    node: str,
    children: tuple[str, ...],
    weights: Floats,
    source: NodeSource,
    missing: int = 0,
    check: Check | None = None,
) -> NodeWeights:
    """Local weights that are known as such; `missing` counts children without a figure of their own."""
    status: NodeStatus = "trivial" if len(children) < 2 else "incomplete" if missing else "complete"
    matrix = _no_judgements(len(children))
    return NodeWeights(node, children, matrix, weights, None, status, missing, source, check)


def assembled(
    study: Study, source: str, nodes: tuple[NodeWeights, ...], flat: NodeWeights | None = None
) -> Weights:
    """The weights of a study from the local ones under each of its nodes."""
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
        flat=flat,
    )


def parted(study: Study, shares: Mapping[str, float], source: NodeSource) -> tuple[NodeWeights, ...]:
    """The local weights under each node that give criteria these global shares (sum 1)."""
    nodes = []
    for node in study.nodes:
        children = study.children(node)
        values = np.array(_sums(study, node, shares), dtype=float)
        total = values.sum()
        if total > 0:
            nodes.append(weighed_node(node, children, values / total, source))
        else:
            nodes.append(unanswered_node(node, children, source))
    return tuple(nodes)


def _sums(study: Study, node: str, shares: Mapping[str, float]) -> list[float]:
    if node == GOAL:
        return [sum(shares[c] for c in study.children(premise)) for premise in study.children(GOAL)]
    return [shares[criterion] for criterion in study.children(node)]


def _no_judgements(count: int) -> Floats:
    ratios = np.full((count, count), np.nan)
    np.fill_diagonal(ratios, 1.0)
    return ratios
