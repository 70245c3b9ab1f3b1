"""Takes chosen ballots over into the study as one edit, with a receipt each and what was answered before."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from criteria.edits.people import set_way_of_answering
from criteria.edits.session import add_receipt, change_answer
from criteria.edits.weights import judge, set_best_worst, set_figures, set_order
from criteria.errors import StudyError
from criteria.files.ballot_answers import Answers
from criteria.files.ballot_collection import Change, Collection, Entry
from criteria.files.ballot_plan import FIGURE_METHODS
from criteria.model.people import FLAT_METHODS, Judgement
from criteria.model.session import ChangedAnswer, Receipt
from criteria.model.study import Study


def merge(study: Study, collection: Collection, chosen: Iterable[int], when: str) -> Study:
    """The study with the ballots at some places of a collection merged; answers not given there stay.

    Answers that replace others leave those on record (occasion "ballot"). StudyError for a file that was
    refused and for two files of one person.
    """
    entries = [collection.entries[place] for place in sorted(set(chosen))]
    seen: dict[str, str] = {}
    for entry in entries:
        if entry.state == "refused" or entry.answers is None:
            raise StudyError(f"“{entry.file}” cannot be merged: {entry.findings[-1].clause}.")
        if entry.stakeholder in seen:
            raise StudyError(
                f"“{seen[entry.stakeholder]}” and “{entry.file}” are both from {entry.name}; choose one."
            )
        seen[entry.stakeholder] = entry.file
    for entry in entries:
        study = _merge_one(study, entry, when)
    return study


def _merge_one(study: Study, entry: Entry, when: str) -> Study:
    answers, ballot = entry.answers, entry.ballot
    if answers is None or ballot is None:
        raise StudyError(f"“{entry.file}” holds no answers.")
    person, method = entry.stakeholder, ballot.plan.method
    ways: dict[str, str] = {"method": method}
    if method in FLAT_METHODS:
        ways["layout"] = ballot.plan.layout
    study = set_way_of_answering(study, person, **ways)
    reason = f"Ballot {entry.file}"
    if method == "pairwise":
        study = _judge(study, entry, reason, when)
    else:
        study = _recorded(_take_over(study, person, answers), entry, reason, when)
    found = "; ".join(one.message for one in entry.decisions)
    digest = ballot.answers.digest
    return add_receipt(
        study, Receipt(stakeholder=person, file=entry.file, digest=digest, when=when, found=found)
    )


def _judge(study: Study, entry: Entry, reason: str, when: str) -> Study:
    """Pairs one by one: new answers simply stand, others leave the former one on record."""
    for change in entry.changes:
        judgement = Judgement(change.node, change.first, change.second, change.after)
        if change.before is not None and change.after is not None:
            study = change_answer(study, entry.stakeholder, judgement, "ballot", reason, when)
        else:
            study = judge(study, entry.stakeholder, judgement)
            if change.was_answered:
                study = _noted(study, entry.stakeholder, change, reason, when)
    return study


def _take_over(study: Study, person: str, answers: Answers) -> Study:
    if answers.method in FIGURE_METHODS:
        return set_figures(study, person, answers.method, answers.figures)
    for node, groups in answers.orders.items():
        study = set_order(study, person, node, groups)
    for node, answer in answers.best_worst.items():
        study = set_best_worst(study, person, node, answer)
    return study


def _recorded(study: Study, entry: Entry, reason: str, when: str) -> Study:
    for change in entry.changes:
        if change.was_answered:
            study = _noted(study, entry.stakeholder, change, reason, when)
    return study


def _noted(study: Study, person: str, change: Change, reason: str, when: str) -> Study:
    entry = ChangedAnswer(
        stakeholder=person,
        node=change.node,
        first=change.first,
        second=change.second,
        before=change.before,
        after=change.after,
        occasion="ballot",
        reason=reason,
        when=when,
    )
    session = msgspec.structs.replace(study.session, changed_answers=(*study.session.changed_answers, entry))
    return msgspec.structs.replace(study, session=session)
