"""What a stakeholder has answered under each node, and which questions are still open."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from criteria.arrays import Floats, Ints
from criteria.model.people import Stakeholder
from criteria.model.study import Study
from criteria.weighting.hierarchy import judgement_matrix
from criteria.weighting.judgement_scales import scale_ratios
from criteria.weighting.next_question import Pair, next_pair
from criteria.weighting.repair import SAATY_VALUES


@dataclass(frozen=True, eq=False)
class NodeQuestions:
    """A node's ratios (NaN where unknown), its open pairs (m x 2) and the pairs nobody could say (set).

    `levels` are the logarithms of the ratios that the 17 answers stand for, in ascending order.
    """

    node: str
    children: tuple[str, ...]
    ratios: Floats
    declined: frozenset[Pair]
    levels: Floats

    @cached_property
    def open_pairs(self) -> Ints:
        """The pairs (m x 2, i < j) that can still be answered."""
        unknown = np.argwhere(np.triu(np.isnan(self.ratios), 1))
        left = [pair for pair in unknown.tolist() if tuple(pair) not in self.declined]
        return np.array(left, dtype=np.int64).reshape(-1, 2)

    @cached_property
    def limit(self) -> float:
        """The largest logarithm an answer may have: the end of the scale, or beyond if one went there."""
        known = self.ratios[~np.isnan(self.ratios)]
        return max(float(self.levels[-1]), float(np.log(known).max()))

    @property
    def is_closed_by_answers(self) -> bool:
        """Whether answering every open pair leaves no gap."""
        return int(np.isnan(self.ratios).sum()) == 2 * len(self.open_pairs)


def node_questions(study: Study, stakeholder: Stakeholder, node: str) -> NodeQuestions:
    """The answers and open questions of a stakeholder who compares in pairs, under one node."""
    children = study.children(node)
    place = {child: index for index, child in enumerate(children)}
    scale = stakeholder.judgement_scale
    ratios = judgement_matrix(children, node, stakeholder.judgements)
    ratios = scale_ratios(ratios, scale, len(children))
    levels = scale_ratios(np.array(SAATY_VALUES), scale, len(children))
    declined = {
        (min(pair), max(pair))
        for judgement in stakeholder.judgements
        if judgement.node == node and judgement.value is None
        if len(pair := [place[end] for end in (judgement.first, judgement.second) if end in place]) == 2
    }
    return NodeQuestions(node, children, ratios, frozenset(declined), np.log(levels))


def next_question(
    study: Study, stakeholder: Stakeholder, node: str, order: tuple[Pair, ...] | None = None
) -> tuple[str, str] | None:
    """The most useful open question under a node as two ids, None where nothing is left to ask."""
    found = node_questions(study, stakeholder, node)
    if len(found.children) < 2:
        return None
    pair = next_pair(found.ratios, order, found.declined)
    return None if pair is None else (found.children[pair[0]], found.children[pair[1]])
