"""Weights of one stakeholder, from the answers by the method that the stakeholder uses."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from criteria.arrays import Floats
from criteria.model.people import ALL, Stakeholder
from criteria.model.study import Study
from criteria.weighting.hierarchy import (
    Check,
    NodeWeights,
    Weights,
    assembled,
    judgement_matrix,
    pairwise_node,
    parted,
    unanswered_node,
    weighed_node,
)
from criteria.weighting.judgement_scales import rescale


def stakeholder_weights(study: Study, stakeholder: Stakeholder) -> Weights:
    """The weights that one stakeholder's answers give, by the method that stakeholder uses."""
    if not stakeholder.is_flat:
        nodes = tuple(node_weights(study, stakeholder, node) for node in study.nodes)
        return assembled(study, stakeholder.id, nodes)
    flat = node_weights(study, stakeholder, ALL)
    if flat.status == "unanswered":
        nodes = tuple(unanswered_node(node, study.children(node), stakeholder.method) for node in study.nodes)
    else:
        shares = dict(zip(flat.children, flat.weights.tolist(), strict=True))
        nodes = parted(study, shares, stakeholder.method)
    return assembled(study, stakeholder.id, nodes, flat)


def node_weights(study: Study, stakeholder: Stakeholder, node: str) -> NodeWeights:
    """Local weights under one node from a stakeholder's answers; equal ones where there are none."""
    children = study.children(node)
    match stakeholder.method:
        case "pairwise":
            return _pairwise(study, stakeholder, node, children)
        case _:
            return _from_figures(stakeholder, node, children)


def figures(stakeholder: Stakeholder) -> Mapping[str, float]:
    """The figure per premise or criterion of the method in use: points, swings or ratings."""
    match stakeholder.method:
        case "swing":
            return stakeholder.swings
        case "rating":
            return stakeholder.ratings
        case _:
            return stakeholder.points


def _pairwise(study: Study, stakeholder: Stakeholder, node: str, children: tuple[str, ...]) -> NodeWeights:
    matrix = judgement_matrix(children, node, stakeholder.judgements)
    if stakeholder.judgement_scale != "linear":
        matrix = rescale(matrix, stakeholder.judgement_scale)
    settings = study.settings
    return pairwise_node(
        node, children, matrix, settings.prioritisation, settings.random_index, settings.incomplete
    )


def _from_figures(stakeholder: Stakeholder, node: str, children: tuple[str, ...]) -> NodeWeights:
    given = figures(stakeholder)
    values = np.array([given.get(child, 0.0) for child in children], dtype=float)
    if values.sum() <= 0:
        return unanswered_node(node, children, stakeholder.method)
    missing = sum(child not in given for child in children)
    check = _figures_check(stakeholder, values) if not missing else None
    return weighed_node(node, children, values / values.sum(), stakeholder.method, missing, check)


def _figures_check(stakeholder: Stakeholder, values: Floats) -> Check | None:
    """Each method fixes one figure: largest swing 100, sum of points 100, least rating 10."""
    match stakeholder.method:
        case "swing":
            found, limit = float(values.max()), 100.0
        case "rating":
            found, limit = float(values.min()), 10.0
        case _:
            found, limit = float(values.sum()), 100.0
    return Check(stakeholder.method, found, limit, abs(found - limit) <= 1e-9)
