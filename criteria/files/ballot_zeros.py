"""Warns before merging where a zero in a returned ballot would decide for the whole group."""

from __future__ import annotations

import msgspec

from criteria.checks.problem import Problem
from criteria.files.ballot_collection import Collection, Entry
from criteria.files.ballot_findings import Finding, finding
from criteria.files.ballot_merge import merge
from criteria.model.people import GOAL
from criteria.model.study import Study
from criteria.problems import group_zeros
from criteria.weighting.study_weights import own_weights


def with_group_zeros(study: Study, collection: Collection, when: str) -> Collection:
    """The collection with a decision for each ballot whose zeros would rule the group it is merged into.

    Each is judged as it would be merged: together with all that are ready, in place of its rivals.
    """
    merged: dict[frozenset[int], Study] = {}
    known = frozenset(_key(problem) for problem in group_zeros(study))
    entries = []
    for place, entry in enumerate(collection.entries):
        if entry.state == "refused":
            entries.append(entry)
            continue
        chosen = frozenset(collection.ready) - set(entry.rivals) | {place}
        if chosen not in merged:
            merged[chosen] = merge(study, collection, chosen, when)
        new = [problem for problem in group_zeros(merged[chosen]) if _key(problem) not in known]
        entries.append(_warned(merged[chosen], entry, new))
    return Collection(tuple(entries))


def _key(problem: Problem) -> tuple[object, ...]:
    return problem.code, problem.where, *problem.details.items()


def _warned(study: Study, entry: Entry, problems: list[Problem]) -> Entry:
    own = [problem for problem in problems if problem.where[:2] == ("stakeholder", entry.stakeholder)]
    lost = [problem.where[1] for problem in problems if problem.code == "no-geometric-mean"]
    found: list[Finding] = []
    if own:
        names = ", ".join(f"“{problem.details['child']}”" for problem in own)
        clause = (
            f"{entry.name} gives no weight at all to {names}, which makes that weight zero for the whole "
            "group under the geometric mean; ask again, or combine by the arithmetic mean"
        )
        found.append(finding("zero-rules-group", entry.file, clause))
    nodes = [node for node in lost if _gives_zero(study, entry.stakeholder, node)]
    if nodes:
        names = ", ".join("the goal" if node == GOAL else f"“{study.name_of(node)}”" for node in nodes)
        clause = (
            f"with its zeros everything under {names} gets no weight from somebody, so that there is no "
            "geometric mean and the arithmetic one stands in; ask again"
        )
        found.append(finding("zero-rules-group", entry.file, clause))
    if not found:
        return entry
    return msgspec.structs.replace(entry, state="decision", findings=(*found, *entry.findings))


def _gives_zero(study: Study, stakeholder: str, node: str) -> bool:
    weights = own_weights(study, study.stakeholder(stakeholder)).node(node)
    return any(weights.weight(child) <= 0 for child in weights.children)
