"""How a returned ballot fits the study as it is now: what can be used, what rests, what is set aside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import msgspec

from criteria.files.ballot_answers import Answers, by_key
from criteria.files.ballot_cells import plain
from criteria.files.ballot_findings import Finding, finding
from criteria.files.ballot_plan import BallotPlan, identity_digest, plan_ballot
from criteria.files.ballot_reader import Ballot
from criteria.model.people import ALL, GOAL, BestWorst, Judgement, Stakeholder
from criteria.model.study import Study

_NAMED = 4


@dataclass(frozen=True)
class Fit:
    """The answers that the study has a place for, and what there is to say about the others."""

    answers: Answers
    findings: tuple[Finding, ...]


def is_foreign(study: Study, plan: BallotPlan) -> bool:
    """Whether a ballot belongs to another study: another title and criteria that are not all known here."""
    if plan.identity == identity_digest(study):
        return False
    known = sum(_is_known(study, plan, topic.id) for topic in plan.topics)
    return known == 0 if plan.title == study.title else known < len(plan.topics)


def fit(study: Study, stakeholder: Stakeholder, ballot: Ballot) -> Fit:
    """The part of a ballot that fits the study, with a finding for all that changed since it was written."""
    plan = ballot.plan
    asked_now = _present_plan(study, stakeholder, plan)
    fitting = _fitting(study, ballot.answers)
    findings: list[Finding] = []
    if plan.title != study.title:
        clause = f"it was made for “{plan.title}”; merge it only if this study had that title before"
        findings.append(finding("other-title", ballot.file, clause))
    if asked_now.structure != plan.structure:
        findings += _changes_of_structure(study, ballot, asked_now, fitting)
    return Fit(fitting, tuple(findings))


def node_of(study: Study, *, is_flat: bool) -> dict[str, str]:
    """The node under which the figure of each premise and criterion counts."""
    nodes = {premise.id: GOAL for premise in study.premises}
    nodes.update((c.id, ALL if is_flat else c.premise) for c in study.criteria)
    return nodes


def _present_plan(study: Study, stakeholder: Stakeholder, plan: BallotPlan) -> BallotPlan:
    """What would be asked today in the same way."""
    same_way = msgspec.structs.replace(stakeholder, method=plan.method, layout=plan.layout)
    return plan_ballot(study, same_way, plan.method, plan.written)


def _is_known(study: Study, plan: BallotPlan, topic_id: str) -> bool:
    names = {premise.id: premise.name for premise in study.premises}
    names.update((criterion.id, criterion.name) for criterion in study.criteria)
    label = plain(plan.topic(topic_id).label).strip("“”")
    name = plain(names.get(topic_id, ""))
    # Labels of equal names begin with the id, and long ones end early.
    return bool(name) and (name in label or label.rstrip("…") in name)


def _changes_of_structure(
    study: Study, ballot: Ballot, now: BallotPlan, fitting: Answers
) -> Iterator[Finding]:
    plan, file = ballot.plan, ballot.file
    today = {topic.id: topic for topic in now.topics}
    switched_off = [topic for topic in plan.topics if topic.id not in today and _exists(study, topic.id)]
    gone = [topic for topic in plan.topics if topic.id not in today and not _exists(study, topic.id)]
    nodes = node_of(study, is_flat=plan.layout == "flat")
    lost = len(by_key(ballot.answers, nodes)) - len(by_key(fitting, nodes))
    if switched_off:
        names = _names([topic.label for topic in switched_off])
        clause = f"{names} is not in use any more; answers about it are kept and rest until it is switched on"
        yield finding("older-structure", file, clause)
    if gone or lost > 0:
        names = f" ({_names([topic.label for topic in gone])})" if gone else ""
        clause = f"{lost} answers are about what is not in that place any more{names}; they are left out"
        yield finding("set-aside", file, clause)
    asked = {(q.node, q.first, q.second) for q in plan.questions}
    missing = [q for q in now.questions if (q.node, q.first, q.second) not in asked]
    if missing:
        known = {topic.id for topic in plan.topics}
        added = [
            today[key].label
            for key in dict.fromkeys(k for q in missing for k in (q.first, q.second) if k)
            if key not in known
        ]
        names = f" (new: {_names(added)})" if added else ""
        clause = f"{len(missing)} questions of today were not asked then{names}; they stay unanswered"
        yield finding("not-asked", file, clause)
    for topic in plan.topics:
        present = today.get(topic.id)
        if present is not None and (plain(present.label), plain(present.stake)) != (
            plain(topic.label),
            plain(topic.stake),
        ):
            clause = (
                f"“{topic.label}” was asked as “{_short(topic.stake)}” and is now “{present.label}”, "
                f"“{_short(present.stake)}”; ask whether the answers still hold"
            )
            yield finding("stake-changed", file, clause)


def _exists(study: Study, key: str) -> bool:
    return any(p.id == key for p in study.premises) or any(c.id == key for c in study.criteria)


def _fitting(study: Study, answers: Answers) -> Answers:
    """The answers about premises and criteria that are still where they were, in use or not."""
    belongs = _Belongs(study)
    judgements = tuple(j for j in answers.judgements if belongs.pair(j))
    figures = {key: value for key, value in answers.figures.items() if _exists(study, key)}
    orders = {node: belongs.order(node, groups) for node, groups in answers.orders.items()}
    compared = {node: belongs.compared(node, answer) for node, answer in answers.best_worst.items()}
    return msgspec.structs.replace(
        answers,
        judgements=judgements,
        figures=figures,
        orders={node: groups for node, groups in orders.items() if groups},
        best_worst={node: answer for node, answer in compared.items() if answer is not None},
    )


class _Belongs:
    """Which ids can be compared under a node, in use or not."""

    def __init__(self, study: Study) -> None:
        children: dict[str, set[str]] = {premise.id: set() for premise in study.premises}
        for criterion in study.criteria:
            children[criterion.premise].add(criterion.id)
        children[GOAL] = {premise.id for premise in study.premises}
        children[ALL] = {criterion.id for criterion in study.criteria}
        self._children: Mapping[str, set[str]] = children

    def pair(self, judgement: Judgement) -> bool:
        """Whether both items belong under the node."""
        return {judgement.first, judgement.second} <= self._children.get(judgement.node, set())

    def order(self, node: str, groups: tuple[tuple[str, ...], ...]) -> tuple[tuple[str, ...], ...]:
        """The order of the items that belong under the node."""
        known = self._children.get(node, set())
        kept = (tuple(key for key in group if key in known) for group in groups)
        return tuple(group for group in kept if group)

    def compared(self, node: str, answer: BestWorst) -> BestWorst | None:
        """The comparisons with extremes that belong under the node; None where an extreme does not."""
        known = self._children.get(node, set())
        if not {answer.best, answer.worst} - {""} <= known:
            return None
        from_best = {key: value for key, value in answer.from_best.items() if key in known}
        to_worst = {key: value for key, value in answer.to_worst.items() if key in known}
        return msgspec.structs.replace(answer, from_best=from_best, to_worst=to_worst)


def _names(labels: list[str]) -> str:
    shown = [f"“{label}”" for label in labels[:_NAMED]]
    rest = len(labels) - len(shown)
    return ", ".join(shown) + (f" and {rest} more" if rest else "")


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:79]}…"
