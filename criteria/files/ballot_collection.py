"""Returned ballots beside the study: file by file what was found, and what merging would change."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

import msgspec

from criteria.errors import ProportioError
from criteria.files.ballot_answers import AnswerKey, Answers, answers_of, by_key, oriented
from criteria.files.ballot_findings import Finding, finding
from criteria.files.ballot_fit import fit, is_foreign, node_of
from criteria.files.ballot_reader import Ballot, Refused
from criteria.files.ballot_words import METHOD_NAMES
from criteria.model.people import Stakeholder
from criteria.model.study import Study
from criteria.weighting.elicited import stakeholder_weights

State = Literal["ready", "decision", "refused"]
#: Two ratios that differ by less are one answer: 1/3 is stored as a figure.
_SAME = 1e-9


class Change(msgspec.Struct, frozen=True):
    """One answer before and after merging; None is "cannot say", and `was_answered` tells it from nothing."""

    node: str
    first: str
    second: str
    before: float | None
    after: float | None
    was_answered: bool


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """One returned file: whose it is, whether it can be merged, what was found, what would change."""

    file: str
    state: State
    findings: tuple[Finding, ...]
    stakeholder: str = ""
    name: str = ""
    answered: int = 0
    asked: int = 0
    ballot: Ballot | None = None
    answers: Answers | None = None
    changes: tuple[Change, ...] = ()
    #: Another file of the same person with other answers, and whether this one was saved later.
    rivals: tuple[int, ...] = ()
    is_newest: bool = True

    @property
    def decisions(self) -> tuple[Finding, ...]:
        """What somebody has to agree to before this file is merged."""
        return tuple(found for found in self.findings if found.gravity == "decision")


class Collection(msgspec.Struct, frozen=True):
    """All returned files in the order given."""

    entries: tuple[Entry, ...]

    @property
    def ready(self) -> tuple[int, ...]:
        """The places of the files that can be merged without a decision."""
        return tuple(place for place, entry in enumerate(self.entries) if entry.state == "ready")


def collect(
    study: Study, ballots: Sequence[Ballot | Refused], when: str, closing_day: str | None = None
) -> Collection:
    """What each returned file would do to the study; nothing is changed.

    `when` is the moment of collecting (ISO 8601). A ballot last saved after the closing day, by default the
    study's, is late; where the file does not tell, the moment of collecting decides.
    """
    closes = study.session.closes if closing_day is None else closing_day
    entries = [_entry(study, ballot, when, closes) for ballot in ballots]
    return Collection(tuple(_with_rivals(entries, place) for place in range(len(entries))))


def _entry(study: Study, ballot: Ballot | Refused, when: str, closes: str) -> Entry:
    if isinstance(ballot, Refused):
        return Entry(file=ballot.file, state="refused", findings=(ballot.finding,))
    plan = ballot.plan
    person = next((known for known in study.stakeholders if known.id == plan.stakeholder), None)
    refusal = _refusal(study, person, ballot)
    if refusal is not None or person is None:
        findings = (*ballot.findings, *([] if refusal is None else [refusal]))
        return _described(ballot, "refused", findings)
    fitted = fit(study, person, ballot)
    changes = _changes(study, person, ballot, fitted.answers)
    findings = (
        *ballot.findings,
        *_about_person(person, ballot),
        *_about_time(ballot, when, closes),
        *_about_completeness(study, person, ballot, fitted.answers),
        *fitted.findings,
        *_about_changes(ballot, changes),
    )
    state: State = "decision" if any(f.gravity == "decision" for f in findings) else "ready"
    entry = _described(ballot, state, findings)
    return msgspec.structs.replace(entry, answers=fitted.answers, changes=changes)


def _described(ballot: Ballot, state: State, findings: Sequence[Finding]) -> Entry:
    return Entry(
        file=ballot.file,
        state=state,
        findings=tuple(findings),
        stakeholder=ballot.plan.stakeholder,
        name=ballot.plan.name,
        answered=ballot.answered,
        asked=ballot.asked,
        ballot=ballot,
    )


def _refusal(study: Study, person: Stakeholder | None, ballot: Ballot) -> Finding | None:
    plan, file = ballot.plan, ballot.file
    if is_foreign(study, plan):
        clause = f"it belongs to another study, “{plan.title}”; open that study to collect it"
        return finding("foreign-study", file, clause)
    if person is None:
        clause = (
            f"the study has no stakeholder {plan.stakeholder} ({plan.name}); "
            "add the person and write a new ballot, or open the study it was made from"
        )
        return finding("unknown-stakeholder", file, clause)
    if ballot.answers.is_empty:
        clause = f"none of its {ballot.asked} questions is answered; ask {plan.name} to fill it in"
        return finding("no-answers", file, clause)
    digest = ballot.answers.digest
    for receipt in study.session.receipts:
        if receipt.stakeholder == plan.stakeholder and receipt.digest == digest:
            before = f"merged already on {receipt.when[:10]} from “{receipt.file}”"
            clause = f"these answers were {before}; nothing is left to do"
            return finding("already-merged", file, clause)
    return None


def _about_person(person: Stakeholder, ballot: Ballot) -> list[Finding]:
    plan, found = ballot.plan, []
    if plan.name != person.name:
        clause = (
            f"it was written for “{plan.name}”, and {person.id} is now called “{person.name}”; "
            "merge it only if that is the same person or office"
        )
        found.append(finding("other-name", ballot.file, clause))
    if plan.method != person.method:
        has_answers = not answers_of(person, person.method).is_empty
        clause = (
            f"it was answered by {METHOD_NAMES[plan.method]}, while {person.name} answers by "
            f"{METHOD_NAMES[person.method]} in the study; merging it makes {METHOD_NAMES[plan.method]} count"
        )
        found.append(
            finding("other-method", ballot.file, clause, gravity="decision" if has_answers else "note")
        )
    return found


def _about_time(ballot: Ballot, when: str, closes: str) -> list[Finding]:
    day = (ballot.saved or when)[:10]
    if not closes or not day or day <= closes[:10]:
        return []
    how = "was last saved" if ballot.saved else "is collected"
    clause = f"it {how} on {day}, after the closing day {closes[:10]}; decide whether it still counts"
    return [finding("late", ballot.file, clause)]


def _about_completeness(study: Study, person: Stakeholder, ballot: Ballot, answers: Answers) -> list[Finding]:
    if ballot.answered >= ballot.asked:
        return []
    clause = f"{ballot.answered} of {ballot.asked} questions are answered"
    if ballot.plan.method == "pairwise" and _gives_weights(study, person, ballot, answers):
        clause += "; that is enough for weights"
        return [finding("half-filled", ballot.file, clause, gravity="note")]
    return [
        finding(
            "half-filled",
            ballot.file,
            f"{clause}; ask {ballot.plan.name} for the others, or merge what there is",
        )
    ]


def _gives_weights(study: Study, person: Stakeholder, ballot: Ballot, answers: Answers) -> bool:
    """Whether the answers alone link all items of every group."""
    alone = msgspec.structs.replace(person, method=ballot.plan.method, judgements=answers.judgements)
    try:
        nodes = stakeholder_weights(study, alone).nodes
    except ProportioError:
        return False
    return all(node.status in ("complete", "incomplete", "trivial") for node in nodes)


def _changes(study: Study, person: Stakeholder, ballot: Ballot, answers: Answers) -> tuple[Change, ...]:
    nodes = node_of(study, is_flat=ballot.plan.layout == "flat")
    before = by_key(answers_of(person, ballot.plan.method), nodes)
    after = by_key(answers, nodes)
    changes = [_change(before, key, value) for key, value in after.items()]
    return tuple(change for change in changes if change is not None)


def _change(before: Mapping[AnswerKey, float | None], key: AnswerKey, after: float | None) -> Change | None:
    node, first, second = key
    was_answered = key in before or (bool(second) and (node, second, first) in before)
    known = oriented(before, key) if was_answered else None
    if was_answered and is_same(known, after):
        return None
    return Change(node, first, second, known, after, was_answered)


def is_same(one: float | None, other: float | None) -> bool:
    """Whether two answers are the same but for rounding."""
    if one is None or other is None:
        return one is other
    return abs(one - other) <= _SAME * max(abs(one), abs(other))


def _about_changes(ballot: Ballot, changes: tuple[Change, ...]) -> list[Finding]:
    if not changes:
        return [finding("unchanged", ballot.file, "the study has the same answers already")]
    replaced = sum(change.was_answered for change in changes)
    if not replaced:
        return []
    count = "1 answer" if replaced == 1 else f"{replaced} answers"
    clause = f"{count} in the study would be replaced; what was answered before stays on record"
    return [finding("changes-answers", ballot.file, clause)]


def _with_rivals(entries: list[Entry], place: int) -> Entry:
    """The entry knowing of other files of the same person: identical ones are needed once only."""
    entry = entries[place]
    if entry.ballot is None or entry.state == "refused":
        return entry
    digest = entry.ballot.answers.digest
    rivals = []
    for other_place, other in enumerate(entries):
        if other_place == place or other.ballot is None or other.state == "refused":
            continue
        if other.stakeholder != entry.stakeholder:
            continue
        if other.ballot.answers.digest == digest:
            if other_place < place:
                clause = f"it holds the same answers as “{other.file}”; one of the two is enough"
                again = finding("identical", entry.file, clause)
                return msgspec.structs.replace(entry, state="refused", findings=(*entry.findings, again))
        else:
            rivals.append(other_place)
    return _among(entry, entries, tuple(rivals)) if rivals else entry


def _among(entry: Entry, entries: list[Entry], rivals: tuple[int, ...]) -> Entry:
    ballots = [entries[place].ballot for place in rivals]
    own = _stamp(entry.ballot)
    stamps = [_stamp(ballot) for ballot in ballots]
    is_newest = bool(own) and all(own > stamp for stamp in stamps)
    files = ", ".join(f"“{entries[place].file}”" for place in rivals)
    age = "it was saved later" if is_newest else "it was not saved later"
    clause = f"{entry.name} also returned {files} with other answers; {age}, choose which one counts"
    found = finding("duplicate", entry.file, clause)
    return msgspec.structs.replace(
        entry, state="decision", findings=(*entry.findings, found), rivals=rivals, is_newest=is_newest
    )


def _stamp(ballot: Ballot | None) -> str:
    return "" if ballot is None else ballot.saved or ballot.plan.written[:19]
