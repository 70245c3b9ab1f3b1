"""Weights of one stakeholder, from the answers by the method that the stakeholder uses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from criteria.errors import MethodError
from criteria.model.people import ALL, Stakeholder
from criteria.model.study import Study
from criteria.weighting.best_worst import best_worst, input_ratio
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
from criteria.weighting.rank_order import rank_order_weights
from criteria.weighting.ratio_weights import PointWeights, point_weights, rating_weights, swing_weights


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
        case "rank_order":
            return _rank_order(stakeholder, node, children)
        case "best_worst":
            return _best_worst(stakeholder, node, children)
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
    values = [given.get(child, 0.0) for child in children]
    if sum(values) <= 0:
        return unanswered_node(node, children, stakeholder.method)
    match stakeholder.method:
        case "swing":
            found, fixed = swing_weights(values), max(values)
        case "rating":
            found, fixed = rating_weights(values), min(values)
        case _:
            found, fixed = point_weights(values), sum(values)
    missing = sum(child not in given for child in children)
    check = None if missing else _figures_check(stakeholder, found, fixed)
    return weighed_node(node, children, found.weights, stakeholder.method, missing, check)


def _figures_check(stakeholder: Stakeholder, found: PointWeights, fixed: float) -> Check:
    """Each method fixes one figure: largest swing 100, sum of points 100, least rating 10."""
    limit = found.findings[0].expected if found.findings else fixed
    return Check(stakeholder.method, fixed, limit, not found.findings)


def _rank_order(stakeholder: Stakeholder, node: str, children: tuple[str, ...]) -> NodeWeights:
    ranked = [set(group).intersection(children) for group in stakeholder.orders.get(node, ())]
    place = {child: number for number, group in enumerate(ranked) for child in group}
    if not place:
        return unanswered_node(node, children, "rank_order")
    # Those not yet placed come last, level with each other.
    ranks = [place.get(child, len(ranked)) for child in children]
    weights = rank_order_weights(ranks, stakeholder.rank_weights).weights
    return weighed_node(node, children, weights, "rank_order", len(children) - len(place))


def _best_worst(stakeholder: Stakeholder, node: str, children: tuple[str, ...]) -> NodeWeights:
    answer = stakeholder.best_worst.get(node)
    if answer is None or not {answer.best, answer.worst} <= set(children):
        return unanswered_node(node, children, "best_worst")
    best, worst = children.index(answer.best), children.index(answer.worst)
    from_best = [answer.from_best.get(child) for child in children]
    to_worst = [answer.to_worst.get(child) for child in children]
    from_best[best] = to_worst[worst] = 1.0
    from_best[worst] = to_worst[best] = answer.from_best.get(answer.worst) or answer.to_worst.get(answer.best)
    ratios = input_ratio(best, worst, from_best, to_worst)
    try:
        found = best_worst(best, worst, from_best, to_worst)
    except MethodError:
        # Some item is not compared with any other yet: no weights follow from what is known.
        # The comparison of both ends stands in either row.
        count = sum(value is None for value in (*from_best, *to_worst)) - (from_best[worst] is None)
        return replace(unanswered_node(node, children, "best_worst"), status="disconnected", missing=count)
    check = None
    if ratios.ratio is not None:
        limit = ratios.threshold
        check = Check("best_worst", ratios.ratio, limit, ratios.is_acceptable is not False)
    return weighed_node(node, children, found.weights, "best_worst", len(found.missing), check)
