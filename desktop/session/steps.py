"""What one person is asked in a session, screen by screen, in an order that the study's seed decides."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Literal

import msgspec
import numpy as np

from criteria.memo import remember
from criteria.model.people import BestWorst, Stakeholder
from criteria.model.study import Study
from criteria.sessions.progress import asked_nodes
from criteria.weighting.elicited import figures
from criteria.weighting.next_question import useful_order

StepKind = Literal["pair", "figure", "rank", "best", "worst", "from_best", "to_worst"]


class Step(msgspec.Struct, frozen=True):
    """One screen: a pair, an element that gets a figure, a place in an order, or a part of best-worst.

    `first` is the element asked about, `second` the other side of a pair; `place` counts ranks from 0.
    """

    kind: StepKind
    node: str
    first: str = ""
    second: str = ""
    place: int = 0


@remember(lambda study, person: (study.premises, study.criteria, study.settings.seed, person), 64)
def steps_of(study: Study, person: Stakeholder) -> tuple[Step, ...]:
    """Every screen of a person in the order in which they are asked."""
    return tuple(step for node in asked_nodes(study, person) for step in _node_steps(study, person, node))


def is_done(person: Stakeholder, step: Step) -> bool:
    """Whether a screen was answered; "cannot say" is an answer too."""
    match step.kind:
        case "pair":
            sides = {step.first, step.second}
            return any(j.node == step.node and {j.first, j.second} == sides for j in person.judgements)
        case "figure":
            return step.first in figures(person)
        case "rank":
            return len(placed(person, step.node)) > step.place
        case "best" | "worst":
            return bool(getattr(_best_worst(person, step.node), step.kind))
        case "from_best":
            answer = _best_worst(person, step.node)
            # How the worst compares with the best may have been said the other way round.
            said_before = step.first == answer.worst and answer.best in answer.to_worst
            return step.first in answer.from_best or said_before
        case _:
            return step.first in _best_worst(person, step.node).to_worst


def placed(person: Stakeholder, node: str) -> tuple[str, ...]:
    """The elements of a rank order one after another, equals in the order in which they were named."""
    return tuple(element for group in person.orders.get(node, ()) for element in group)


def _node_steps(study: Study, person: Stakeholder, node: str) -> Iterator[Step]:
    children = study.children(node)
    seed = _seed(study, person, node)
    if person.method == "pairwise":
        pairs = useful_order(len(children), seed)
        yield from (Step("pair", node, children[i], children[j]) for i, j in pairs)
    elif person.method == "rank_order":
        # The last one takes the place that is left.
        yield from (Step("rank", node, place=place) for place in range(len(children) - 1))
    elif person.method == "best_worst":
        yield from _best_worst_steps(person, node, _shuffled(children, seed))
    else:
        yield from (Step("figure", node, child) for child in _shuffled(children, seed))


def _best_worst_steps(person: Stakeholder, node: str, children: tuple[str, ...]) -> Iterator[Step]:
    yield Step("best", node)
    yield Step("worst", node)
    answer = _best_worst(person, node)
    if not answer.best or not answer.worst:
        return
    yield from (Step("from_best", node, child) for child in children if child != answer.best)
    # How the worst compares with the best was just said.
    others = (child for child in children if child not in {answer.best, answer.worst})
    yield from (Step("to_worst", node, child) for child in others)


def _best_worst(person: Stakeholder, node: str) -> BestWorst:
    return person.best_worst.get(node, BestWorst())


def _seed(study: Study, person: Stakeholder, node: str) -> int:
    """Each person and node has an order of its own, the same whenever the study is opened."""
    return zlib.crc32(f"{study.settings.seed}/{person.id}/{node}".encode())


def _shuffled(children: tuple[str, ...], seed: int) -> tuple[str, ...]:
    order = np.random.default_rng(seed).permutation(len(children))
    return tuple(children[int(place)] for place in order)
