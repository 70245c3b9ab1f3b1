"""Stakeholders for tests of groups: answers as given, drawn at random, or all from one set of weights."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import numpy as np

from criteria.model.people import GOAL, Judgement, Stakeholder
from criteria.model.study import Study

#: Local weights of the four premises for one camp that cares for need and one that cares for rights.
NEEDY = (8.0, 2.0, 4.0, 1.0)
RIGHTFUL = (1.0, 4.0, 2.0, 8.0)


def consistent(node: str, children: Sequence[str], weights: Sequence[float]) -> tuple[Judgement, ...]:
    """Judgements under a node that follow from weights without a contradiction."""
    return tuple(
        Judgement(node, first, second, weights[i] / weights[j])
        for i, first in enumerate(children)
        for j, second in enumerate(children)
        if i < j
    )


def believer(
    study: Study, key: str, premises: Sequence[float], criteria: Sequence[float] = (1, 1, 1, 1), **fields: Any
) -> Stakeholder:
    """Someone who compares all premises and criteria, without a contradiction."""
    goal = study.children(GOAL)
    judgements = consistent(GOAL, goal, premises)
    for premise in goal:
        judgements += consistent(premise, study.children(premise), criteria)
    return Stakeholder(id=key, name=f"Office {key}", judgements=judgements, **fields)


def random_people(study: Study, count: int, seed: int = 11, gaps: float = 0.0) -> tuple[Stakeholder, ...]:
    """People who answer from Saaty's scale without much thought; a part of the answers is left out."""
    rng = np.random.default_rng(seed)
    people = []
    for number in range(count):
        judgements: list[Judgement] = []
        for node in study.nodes:
            children = study.children(node)
            weights = rng.uniform(1, 5, len(children))
            for made in consistent(node, children, weights.tolist()):
                if made.value is not None and rng.random() >= gaps:
                    value = float(np.clip(made.value * rng.uniform(0.6, 1.7), 1 / 9, 9))
                    judgements.append(msgspec.structs.replace(made, value=value))
        people.append(
            Stakeholder(id=f"ST{number + 1}", name=f"Office {number}", judgements=tuple(judgements))
        )
    return tuple(people)


def of(study: Study, *people: Stakeholder, **settings: Any) -> Study:
    """The study with these stakeholders and settings."""
    chosen: Mapping[str, Any] = settings
    return msgspec.structs.replace(
        study, stakeholders=people, settings=msgspec.structs.replace(study.settings, **chosen)
    )


def without_node(person: Stakeholder, node: str) -> Stakeholder:
    """The person without answers under one node."""
    left = tuple(made for made in person.judgements if made.node != node)
    return msgspec.structs.replace(person, judgements=left)
