"""Stakeholders, the group and the record of their session, as plain objects with stable field names."""

from __future__ import annotations

from typing import Any

import msgspec

from criteria.edits.sealing import is_intact
from criteria.errors import MethodError, ProportioError
from criteria.model.people import Stakeholder
from criteria.model.study import Study
from criteria.sessions.group_report import GroupReport, group_report
from criteria.weighting.hierarchy import NodeWeights, Weights
from criteria.weighting.study_weights import answering, counted_stakeholder, own_weights

Json = dict[str, Any]


def stakeholder_rows(study: Study) -> list[Json]:
    """One object for each stakeholder: who it is, how it answered, and the weights that gives."""
    counted = counted_stakeholder(study)
    voices = (counted,) if counted is not None else answering(study)
    return [_stakeholder(study, person, person in voices) for person in study.stakeholders]


def comparison_rows(source: str, weights: Weights) -> list[Json]:
    """One object for each node: status, consistency and local weights."""
    nodes = weights.nodes if weights.flat is None else (weights.flat, *weights.nodes)
    return [_comparison(source, node) for node in nodes]


def group_object(study: Study) -> Json | None:
    """How the stakeholders agree, None with fewer than two who answered."""
    try:
        report = group_report(study)
    except MethodError as error:
        return {"problem": str(error)}
    if not report.is_group:
        return None
    return {
        "method": study.settings.group_method,
        "members": [member.id for member in report.group.members],
        "weights": _by_criterion(report.group.weights),
        "premise_weights": dict(report.group.weights.premise_values),
        "consensus": _consensus(report),
        "compatibility": [msgspec.to_builtins(one) for one in report.compatibilities],
        "clusters": [
            {"members": list(one.members), "share": one.share, "first": list(one.ranking.winners)}
            for one in report.clusters
        ],
        "front": report.front,
        "in_every_front": list(report.common_ground.everyones),
        "fronts": {
            member.id: list(ranking.front(report.front))
            for member, ranking in zip(report.group.members, report.rankings, strict=True)
        },
    }


def session_object(study: Study) -> Json:
    """The record of the session: seal, amendments, changes of mind, notes, merged ballots."""
    record: Json = msgspec.to_builtins(study.session)
    return {**record, "seal_intact": is_intact(study)}


def _stakeholder(study: Study, person: Stakeholder, counts: bool) -> Json:
    row: Json = {
        "id": person.id,
        "name": person.name,
        "organisation": person.organisation,
        "role": person.role,
        "voting_power": person.voting_power,
        "method": person.method,
        "layout": person.layout,
        "counts": counts,
        "weights": None,
        "premise_weights": None,
        "missing": None,
        "worst_cr": None,
    }
    try:
        weights = own_weights(study, person)
    except ProportioError as error:
        return {**row, "problem": str(error)}
    if weights.is_unanswered:
        return {**row, "missing": weights.missing}
    return {
        **row,
        "weights": _by_criterion(weights),
        "premise_weights": dict(weights.premise_values),
        "missing": weights.missing,
        "worst_cr": weights.worst_ratio if person.method == "pairwise" else None,
    }


def _comparison(source: str, node: NodeWeights) -> Json:
    found, check = node.consistency, node.check
    return {
        "stakeholder": source,
        "node": node.node,
        "method": node.source,
        "status": node.status,
        "lambda_max": found.lambda_max if found else None,
        "ci": found.ci if found else None,
        "cr": found.cr if found else None,
        "gci": found.gci if found else None,
        "random_index": found.random_index_table if found else None,
        "random_index_value": found.random_index if found else None,
        "check": None if check is None else msgspec.to_builtins(check),
        "missing": node.missing,
        "weights": dict(zip(node.children, node.weights.tolist(), strict=True)),
    }


def _consensus(report: GroupReport) -> Json:
    agreement = report.agreement
    return {
        "overall": agreement.overall,
        "band": agreement.band,
        "nodes": [
            {
                "node": node.node,
                "indicator": None if node.consensus is None else node.consensus.indicator,
                "band": None if node.consensus is None else node.consensus.band,
                "heard": list(node.heard),
            }
            for node in agreement.nodes
        ],
    }


def _by_criterion(weights: Weights) -> dict[str, float]:
    return dict(zip(weights.criteria, weights.values.tolist(), strict=True))
