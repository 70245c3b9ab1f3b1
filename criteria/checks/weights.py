"""Answers that are missing, unlinked or inconsistent."""

from __future__ import annotations

from collections.abc import Iterator

from criteria.checks.problem import Problem
from criteria.errors import ProportioError
from criteria.model.people import Stakeholder
from criteria.model.study import Study
from criteria.weighting.consistency import ACCEPTABLE_RATIO
from criteria.weighting.hierarchy import Check, NodeWeights
from criteria.weighting.study_weights import answering, counted_stakeholder, group_weights, own_weights


def weight_problems(study: Study) -> Iterator[Problem]:
    """What the answers of each stakeholder lack, node by node."""
    if not study.stakeholders:
        yield Problem("note", "no-stakeholder", ("study", "stakeholders"))
    for stakeholder in study.stakeholders:
        yield from _of_stakeholder(study, stakeholder)
    yield from _of_group(study)


def _of_group(study: Study) -> Iterator[Problem]:
    """One member's zero makes the geometric mean of all zero, which the others should know."""
    if counted_stakeholder(study) is not None or study.settings.group_method != "priorities_geometric":
        return
    nodes = group_weights(study).nodes if answering(study) else ()
    # There the arithmetic mean stands in, and no single zero rules.
    replaced = [node.node for node in nodes if node.check is not None]
    yield from (Problem("warning", "no-geometric-mean", ("node", node)) for node in replaced)
    for person in answering(study):
        for node in own_weights(study, person).nodes:
            for child in node.children if node.node not in replaced else ():
                if node.status != "unanswered" and node.weight(child) <= 0:
                    place = ("stakeholder", person.id, node.node)
                    yield Problem("warning", "zero-rules-group", place, {"child": study.name_of(child)})


def _of_stakeholder(study: Study, stakeholder: Stakeholder) -> Iterator[Problem]:
    try:
        weights = own_weights(study, stakeholder)
    except ProportioError as error:
        place = ("stakeholder", stakeholder.id)
        yield Problem("error", "weights-unusable", place, {"reason": str(error)})
        return
    if weights.is_unanswered:
        yield Problem("warning", "nothing-weighed", ("stakeholder", stakeholder.id))
        return
    for node in weights.nodes if weights.flat is None else (weights.flat,):
        yield from _of_node(stakeholder, node)


def _of_node(stakeholder: Stakeholder, node: NodeWeights) -> Iterator[Problem]:
    place = ("stakeholder", stakeholder.id, node.node)
    if node.check is not None and not node.check.is_passed:
        yield _of_check(node.check, place)
    if node.status == "unanswered":
        yield Problem("warning", "weights-unanswered", place)
    elif node.status == "disconnected":
        yield Problem("warning", "weights-disconnected", place, {"missing": node.missing})
    elif node.status == "incomplete":
        yield _of_gaps(node, place)
    if node.is_contradictory:
        facts = {"cr": node.ratio, "limit": ACCEPTABLE_RATIO}
        yield Problem("warning", "inconsistent-judgements", place, facts)


def _of_gaps(node: NodeWeights, place: tuple[str, ...]) -> Problem:
    """What an open answer means, which differs by method."""
    facts = {"missing": node.missing}
    match node.source:
        case "pairwise":
            return Problem("note", "weights-incomplete", place, facts)
        case "best_worst":
            return Problem("note", "best-worst-incomplete", place, facts)
        case "rank_order":
            return Problem("warning", "order-incomplete", place, facts)
        case _:
            return Problem("warning", "figures-incomplete", place, facts)


def _of_check(check: Check, place: tuple[str, ...]) -> Problem:
    match check.code:
        case "swing":
            return Problem("note", "largest-swing-not-100", place, {"figure": check.figure})
        case "rating":
            return Problem("note", "least-rating-not-10", place, {"figure": check.figure})
        case "best_worst":
            facts = {"figure": check.figure, "limit": check.limit or 0.0}
            return Problem("warning", "best-worst-inconsistent", place, facts)
        case _:
            return Problem("note", "points-not-100", place, {"figure": check.figure})
