"""Answers that are missing, unlinked or inconsistent."""

from __future__ import annotations

from collections.abc import Iterator

from criteria.checks.problem import Problem
from criteria.errors import ProportioError
from criteria.model.people import Stakeholder
from criteria.model.study import Study
from criteria.weighting.consistency import ACCEPTABLE_RATIO
from criteria.weighting.hierarchy import NodeWeights, current_stakeholder, stakeholder_weights, study_weights


def weight_problems(study: Study) -> Iterator[Problem]:
    """What the answers of each stakeholder lack, node by node."""
    if not study.stakeholders:
        yield Problem("note", "no-stakeholder", ("study", "stakeholders"))
    for stakeholder in study.stakeholders:
        yield from _of_stakeholder(study, stakeholder)


def _of_stakeholder(study: Study, stakeholder: Stakeholder) -> Iterator[Problem]:
    try:
        current = stakeholder == current_stakeholder(study)
        weights = study_weights(study) if current else stakeholder_weights(study, stakeholder)
    except ProportioError as error:
        place = ("stakeholder", stakeholder.id)
        yield Problem("error", "weights-unusable", place, {"reason": str(error)})
        return
    if weights.is_unanswered:
        yield Problem("warning", "nothing-weighed", ("stakeholder", stakeholder.id))
        return
    for node in weights.nodes:
        yield from _of_node(stakeholder, node)


def _of_node(stakeholder: Stakeholder, node: NodeWeights) -> Iterator[Problem]:
    place = ("stakeholder", stakeholder.id, node.node)
    if node.status == "unanswered":
        yield Problem("warning", "weights-unanswered", place)
    elif node.status == "disconnected":
        yield Problem("warning", "weights-disconnected", place, {"missing": node.missing})
    elif node.status == "incomplete":
        yield Problem("note", "weights-incomplete", place, {"missing": node.missing})
    if node.is_contradictory:
        facts = {"cr": node.ratio, "limit": ACCEPTABLE_RATIO}
        yield Problem("warning", "inconsistent-judgements", place, facts)
