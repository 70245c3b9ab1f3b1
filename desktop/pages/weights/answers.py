"""The questions of the weights room in their order, and what a stakeholder answered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from criteria.arrays import Floats
from criteria.edits.weights import ratio
from criteria.memo import remember
from criteria.model.people import Stakeholder, project_node
from criteria.model.study import Study
from criteria.ranking.project_comparisons import comparable_projects
from criteria.weighting.elicited import node_weights
from criteria.weighting.hierarchy import NodeWeights, judgement_matrix, pairwise_node
from desktop.pages.weights.own_view import answered_by

PROJECTS = "projects/"


@dataclass(frozen=True)
class Question:
    """One comparison: how many times more `first` matters than `second` under a node."""

    node: str
    first: str
    second: str


def question_nodes(study: Study) -> tuple[str, ...]:
    """The places where pairs are asked: premises, criteria in each premise, then projects if compared."""
    weights = tuple(node for node in study.nodes if len(study.children(node)) > 1)
    if study.settings.ahp_intensities != "projects" or not comparable_projects(study):
        return weights
    return weights + tuple(project_node(criterion.id) for criterion in study.active_criteria)


def is_about_projects(node: str) -> bool:
    """Whether a node compares projects under a criterion instead of weights."""
    return node.startswith(PROJECTS)


def criterion_of(node: str) -> str:
    """The criterion under which a node compares projects."""
    return node.removeprefix(PROJECTS)


def elements(study: Study, node: str) -> tuple[str, ...]:
    """The ids that are compared under a node."""
    return comparable_projects(study) if is_about_projects(node) else study.children(node)


def questions(study: Study, node: str) -> tuple[Question, ...]:
    """Every pair of a node, row by row of the upper triangle."""
    return tuple(Question(node, first, second) for first, second in combinations(elements(study, node), 2))


def answer(stakeholder: Stakeholder, question: Question) -> float | None:
    """The ratio answered, above 1 where the first matters more; None where nothing is known."""
    return ratio(stakeholder, question.node, question.first, question.second)


def is_open(stakeholder: Stakeholder, question: Question) -> bool:
    """Whether nothing was said, not even that it cannot be said."""
    pair = {question.first, question.second}
    return not any(
        known.node == question.node and {known.first, known.second} == pair
        for known in stakeholder.judgements
    )


def _answer_parts(study: Study, stakeholder: Stakeholder, node: str) -> tuple[object, ...]:
    return (study, stakeholder, node)


@remember(_answer_parts, 64)
def node_answers(study: Study, stakeholder: Stakeholder, node: str) -> NodeWeights:
    """Matrix, local weights and consistency from the judgements, whichever method counts."""
    if not is_about_projects(node):
        return node_weights(study, answered_by(study, stakeholder, "pairwise"), node)
    settings = study.settings
    return pairwise_node(
        node,
        elements(study, node),
        given_answers(study, stakeholder, node),
        settings.prioritisation,
        settings.random_index,
        settings.incomplete,
    )


def given_answers(study: Study, stakeholder: Stakeholder, node: str) -> Floats:
    """The matrix of the answers as they were given, before a scale of judgement makes ratios of them."""
    return judgement_matrix(elements(study, node), node, stakeholder.judgements)


def cannot_be_told(study: Study, stakeholder: Stakeholder, node: str) -> tuple[tuple[int, int], ...]:
    """The pairs of a node, by place, of which the stakeholder said that they cannot be told."""
    place = {key: index for index, key in enumerate(elements(study, node))}
    return tuple(
        (place[known.first], place[known.second])
        for known in stakeholder.judgements
        if known.node == node and known.value is None and {known.first, known.second} <= place.keys()
    )


def every_question(study: Study) -> Iterator[Question]:
    """All questions of all nodes in order."""
    for node in question_nodes(study):
        yield from questions(study, node)


def next_question(study: Study, question: Question) -> Question | None:
    """The question after this one, across nodes; None after the last."""
    order = list(every_question(study))
    place = order.index(question) + 1 if question in order else 0
    return order[place] if place < len(order) else None


def previous_question(study: Study, question: Question) -> Question | None:
    """The question before this one, across nodes; None before the first."""
    order = list(every_question(study))
    place = order.index(question) - 1 if question in order else -1
    return order[place] if place >= 0 else None


def first_open(study: Study, stakeholder: Stakeholder) -> Question | None:
    """The first question about which nothing was said; None where all are dealt with."""
    return next((question for question in every_question(study) if is_open(stakeholder, question)), None)


def first_of(study: Study, node: str) -> Question | None:
    """The first question of a node; None for a node that asks none."""
    return next(iter(questions(study, node)), None)
