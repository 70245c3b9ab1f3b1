"""Answers taken from a ballot, in the terms of the study, and what they are compared by."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from typing import TypeAlias

import msgspec

from criteria.files.ballot_responses import FIGURES
from criteria.model.people import BestWorst, Judgement, Stakeholder, WeightMethod

#: Node, first and second item; the second is "" where a figure or a place is meant.
AnswerKey: TypeAlias = tuple[str, str, str]


class Answers(msgspec.Struct, frozen=True, kw_only=True):
    """What one person answered by one method; only the part of that method is filled."""

    method: WeightMethod
    judgements: tuple[Judgement, ...] = ()
    figures: Mapping[str, float] = {}
    orders: Mapping[str, tuple[tuple[str, ...], ...]] = {}
    best_worst: Mapping[str, BestWorst] = {}

    @property
    def digest(self) -> str:
        """The SHA-256 of the answers, the same however the file was saved."""
        judgements = sorted((j.node, j.first, j.second, j.value) for j in self.judgements)
        orders = {node: [sorted(group) for group in groups] for node, groups in self.orders.items()}
        parts = (self.method, judgements, self.figures, orders, self.best_worst)
        return hashlib.sha256(msgspec.json.encode(parts, order="sorted")).hexdigest()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was answered."""
        return not (self.judgements or self.figures or self.orders or self.best_worst)


def answers_of(stakeholder: Stakeholder, method: WeightMethod) -> Answers:
    """What a stakeholder has answered by a method."""
    if method in FIGURES:
        return Answers(method=method, figures=getattr(stakeholder, FIGURES[method]))
    if method == "pairwise":
        judgements = tuple(j for j in stakeholder.judgements if not j.node.startswith("projects/"))
        return Answers(method=method, judgements=judgements)
    if method == "rank_order":
        return Answers(method=method, orders=stakeholder.orders)
    return Answers(method=method, best_worst=stakeholder.best_worst)


def by_key(answers: Answers, node_of: Mapping[str, str]) -> dict[AnswerKey, float | None]:
    """Every single answer by what it is about; None is "cannot say".

    `node_of` tells the node that an item's figure belongs to.
    """
    found: dict[AnswerKey, float | None] = {}
    for judgement in answers.judgements:
        found[judgement.node, judgement.first, judgement.second] = judgement.value
    for element, value in answers.figures.items():
        found[node_of.get(element, ""), element, ""] = value
    for node, groups in answers.orders.items():
        for place, group in enumerate(groups, 1):
            found.update({(node, element, ""): float(place) for element in group})
    for node, answer in answers.best_worst.items():
        found.update(_compared(node, answer))
    return found


def oriented(found: Mapping[AnswerKey, float | None], key: AnswerKey) -> float | None:
    """The answer about a pair as its first item sees it; KeyError where nothing was answered."""
    node, first, second = key
    if key in found:
        return found[key]
    value = found[node, second, first]
    return None if value is None else 1.0 / value


def _compared(node: str, answer: BestWorst) -> dict[AnswerKey, float | None]:
    found: dict[AnswerKey, float | None] = {}
    if answer.best:
        found.update({(node, answer.best, key): value for key, value in answer.from_best.items()})
    if answer.worst:
        found.update({(node, key, answer.worst): value for key, value in answer.to_worst.items()})
    return found
