"""The answers of everyone to one question side by side, once they are revealed."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.edits.weights import ratio
from criteria.errors import ProportioError
from criteria.model.people import Stakeholder
from criteria.model.study import Study
from criteria.sessions.node_agreement import Division, agreement_of
from criteria.weighting.hierarchy import NodeWeights
from criteria.weighting.study_weights import answering, group_weights, own_weights, ratios

Pair = tuple[str, str, str]
"""A node and the two elements compared under it."""


@dataclass(frozen=True)
class Mark:
    """What one person says of a question: how many times more the first matters, None without a word on it.

    `before` is what the person said before changing that answer, None where it was never changed.
    `unweighted` are the sides that the person gives no weight, which leaves no ratio.
    """

    person: str
    name: str
    value: float | None
    before: float | None
    unweighted: tuple[str, ...] = ()


@dataclass(frozen=True)
class Spread:
    """A question with everyone's marks and how far the answers lie apart.

    `mean` is the ratio of the group's weights, None where one of the sides, in `unweighted`, has none.
    """

    pair: Pair
    factor: float
    mean: float | None
    marks: tuple[Mark, ...]
    unweighted: tuple[str, ...] = ()


def divided_pairs(study: Study) -> tuple[Pair, ...]:
    """The questions that at least two people answered, those with the largest spread first."""
    try:
        divisions = agreement_of(study).divisions
    except ProportioError:
        return ()
    return tuple((found.node, found.first, found.second) for found in divisions)


def spread(study: Study, pair: Pair) -> Spread | None:
    """Everyone's marks on a question; None where fewer than two people answered it."""
    try:
        agreement = agreement_of(study)
    except ProportioError:
        return None
    found = next((one for one in agreement.divisions if (one.node, one.first, one.second) == pair), None)
    if found is None:
        return None
    heard = agreement.node(found.node).heard
    marks = tuple(_mark(study, person, found, person.id in heard) for person in answering(study))
    together = group_weights(study).node(found.node)
    unweighted = _unweighted(together, found)
    return Spread(pair, found.factor, None if unweighted else _ratio(together, found), marks, unweighted)


def _mark(study: Study, person: Stakeholder, found: Division, is_heard: bool) -> Mark:
    return Mark(
        person=person.id,
        name=person.name,
        value=_value(study, person, found, is_heard),
        before=_before(study, person.id, found),
        unweighted=_unweighted(own_weights(study, person).node(found.node), found) if is_heard else (),
    )


def _unweighted(node: NodeWeights, found: Division) -> tuple[str, ...]:
    """The sides of a question without any weight."""
    return tuple(key for key in (found.first, found.second) if _weight(node, key) == 0.0)


def _ratio(node: NodeWeights, found: Division) -> float:
    return _weight(node, found.first) / _weight(node, found.second)


def _weight(node: NodeWeights, element: str) -> float:
    return float(node.weights[node.children.index(element)])


def _value(study: Study, person: Stakeholder, found: Division, is_heard: bool) -> float | None:
    """What was said, or what follows from points, swings or an order that are heard in the group."""
    if person.method == "pairwise":
        return ratio(person, found.node, found.first, found.second)
    if not is_heard:
        return None
    node = own_weights(study, person).node(found.node)
    value = float(ratios(node)[node.children.index(found.first), node.children.index(found.second)])
    return None if np.isnan(value) else value


def _before(study: Study, person_id: str, found: Division) -> float | None:
    """What was said before the last change of this answer."""
    for change in reversed(study.session.changed_answers):
        if change.stakeholder == person_id and change.node == found.node and change.before is not None:
            if (change.first, change.second) == (found.first, found.second):
                return change.before
            if (change.second, change.first) == (found.first, found.second):
                return 1.0 / change.before
    return None
