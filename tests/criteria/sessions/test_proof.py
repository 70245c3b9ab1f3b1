"""A proof that answers cannot change an order is never wrong."""

from __future__ import annotations

from itertools import combinations, product

import msgspec
import numpy as np
import pytest

from criteria.edits.settings import set_settings
from criteria.model.settings import METHODS, Method
from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.robustness.study_sensitivity import scorer
from criteria.sessions import proof
from criteria.sessions.completions import answered
from criteria.sessions.proof import stays_ahead
from criteria.sessions.questions import NodeQuestions, node_questions
from criteria.sessions.rank_stack import global_weights_stack
from criteria.weighting.stacks import priorities_of_stack
from criteria.weighting.study_weights import own_weights
from tests.support.studies import example


def without_answers(study: Study, *places: int) -> Study:
    """The study whose first stakeholder has not given the answers at these places."""
    person = study.stakeholders[0]
    left = tuple(j for place, j in enumerate(person.judgements) if place not in places)
    changed = msgspec.structs.replace(person, judgements=left)
    return msgspec.structs.replace(study, stakeholders=(changed, *study.stakeholders[1:]))


def questions(study: Study) -> list[NodeQuestions]:
    """The questions of the first stakeholder under every node."""
    return [node_questions(study, study.stakeholders[0], node) for node in study.nodes]


def proven(study: Study, method: Method, k: int, **choice: str) -> bool:
    """Whether the first k of the study's ranking are proven to stay ahead."""
    asked = scorer(rank(study), method)
    own = own_weights(study, study.stakeholders[0])
    assert asked is not None
    order = np.argsort(-asked.scores(own.values[None])[0])
    weights = [own.node(node).weights for node in study.nodes]
    return stays_ahead(asked, questions(study), weights, order[:k], order[k:], **choice)


def every_state(study: Study, node: NodeQuestions, weights: np.ndarray) -> np.ndarray:
    """Local weights after each way to answer some of the open pairs, from the whole scale, finely divided."""
    states = [weights[None]]
    steps = np.exp(np.linspace(-node.limit, node.limit, 33))
    for size in range(1, len(node.open_pairs) + 1):
        for chosen in combinations(range(len(node.open_pairs)), size):
            others = [pair for place, pair in enumerate(node.open_pairs.tolist()) if place not in chosen]
            declined = frozenset((i, j) for i, j in others)
            state = NodeQuestions(node.node, node.children, node.ratios, declined, node.levels)
            stack = answered(state, np.array(list(product(steps, repeat=size))))
            states.append(
                priorities_of_stack(stack, study.settings.prioritisation, study.settings.incomplete)
            )
    return np.concatenate(states)


CASES = [
    (places, k) for places in ((0,), (9,), (3, 4), (15, 16), (8, 20), (27,), (28, 29)) for k in (1, 5, 8)
]


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("prioritisation", ["eigenvector", "geometric_mean"])
def test_that_what_is_proven_holds_for_every_way_of_answering(method: Method, prioritisation: str) -> None:
    shown = 0
    for places, k in CASES:
        study = set_settings(without_answers(example(), *places), prioritisation=prioritisation)
        if not proven(study, method, k, prioritisation=prioritisation):
            continue
        shown += 1
        asked = scorer(rank(study), method)
        own = own_weights(study, study.stakeholders[0])
        assert asked is not None
        states = {
            node.node: every_state(study, node, own.node(node.node).weights) for node in questions(study)
        }
        local = {
            name: weights[picked]
            for (name, weights), picked in zip(
                states.items(),
                np.array(list(product(*(range(len(weights)) for weights in states.values())))).T,
                strict=True,
            )
        }
        scores = asked.scores(global_weights_stack(study, local))
        order = np.argsort(-asked.scores(own.values[None])[0])
        assert (scores[:, order[:k]].min(axis=1) > scores[:, order[k:]].max(axis=1)).all(), (places, k)
    assert shown >= 2


@pytest.mark.parametrize("method", METHODS)
def test_that_nothing_is_proven_that_an_answer_can_overturn(method: Method) -> None:
    study = without_answers(example(), *range(0, 30, 2))
    assert not proven(study, method, 5)


def test_that_an_order_without_open_questions_stands() -> None:
    assert proven(example(), "topsis", 5)


@pytest.mark.parametrize("incomplete", ["harker", "lambda_max"])
def test_that_other_fits_of_gaps_are_not_proven_but_a_last_answer_is(incomplete: str) -> None:
    """With one open answer there is no state with gaps but the present one."""
    study = set_settings(without_answers(example(), 9), incomplete=incomplete)
    assert proven(study, "ahp", 1, incomplete=incomplete)
    assert proven(without_answers(example(), 9, 10), "benefit_risk", 1)
    assert not proven(without_answers(example(), 9, 10), "benefit_risk", 1, incomplete=incomplete)


def test_that_an_overtaking_within_the_first_is_no_matter() -> None:
    """Only pairs across the line are looked at."""
    study = without_answers(example(), 9)
    asked = scorer(rank(study), "ahp")
    own = own_weights(study, study.stakeholders[0])
    assert asked is not None
    weights = [own.node(node).weights for node in study.nodes]
    nobody = np.array([], dtype=np.int64)
    assert stays_ahead(asked, questions(study), weights, np.arange(3), nobody)


def test_that_the_present_weights_count_where_answers_are_like_them() -> None:
    """Before the last answer weights are fitted, after it they are an eigenvector: both may be."""
    study = without_answers(example(), 9)
    (node,) = [node for node in questions(study) if len(node.open_pairs)]
    present = own_weights(study, study.stakeholders[0]).node(node.node).weights
    (case,) = proof._cases(node, present, "eigenvector", "least_squares")
    exact = priorities_of_stack(answered(node, np.exp(case.fitted)[None]))[0]
    assert np.abs(exact - present).max() > 1e-4
    answers = case.fitted + np.array([[0.0], [1e-6]])
    least, most = case.bounds(answers, answers)
    assert (least[0] <= np.minimum(exact, present)).all()
    assert (most[0] >= np.maximum(exact, present)).all()
    assert ((present < least[1]) | (present > most[1])).any()
