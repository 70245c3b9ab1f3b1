"""Collecting: every returned file is told apart, and nothing changes."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from criteria.edits.people import add_stakeholder
from criteria.files.ballot_collection import Entry, collect, is_same
from criteria.files.ballot_merge import merge
from criteria.files.ballot_reader import Ballot, read_ballot, read_ballots
from criteria.model.people import Stakeholder, WeightMethod
from criteria.model.study import Study
from criteria.template import new_study
from tests.support.bad_ballots import BAD_BESIDE_A_STUDY, BadBallot
from tests.support.ballots import answered, returned

STUDY = new_study()
BLANK = STUDY.stakeholders[0]
WHEN = "2026-11-22T12:00:00+01:00"


def ballot(tmp_path: Path, person: Stakeholder, name: str = "b.xlsx", study: Study = STUDY) -> Ballot:
    return read_ballot(returned(study, person, tmp_path / name))


def one(study: Study, given: Ballot, closing_day: str = "") -> Entry:
    return collect(study, [given], WHEN, closing_day).entries[0]


def codes(entry: Entry) -> list[str]:
    return [found.code for found in entry.findings]


@pytest.mark.parametrize("bad", BAD_BESIDE_A_STUDY, ids=lambda bad: bad.name)
def test_that_what_does_not_belong_is_told(bad: BadBallot, tmp_path: Path) -> None:
    path = returned(STUDY, answered(STUDY, BLANK, "pairwise"), tmp_path / "b.xlsx", bad.change)
    entry = one(STUDY, read_ballot(path))
    (found,) = [f for f in entry.findings if f.code == bad.code]
    assert bad.says in found.message
    assert (entry.state == "refused") == bad.is_refused


def test_that_a_whole_ballot_is_ready_and_lists_what_changes(tmp_path: Path) -> None:
    entry = one(STUDY, ballot(tmp_path, answered(STUDY, BLANK, "pairwise")))
    assert (entry.state, codes(entry), len(entry.changes)) == ("ready", [], 30)
    assert not any(change.was_answered for change in entry.changes)


def test_that_enough_pairs_need_no_decision_and_too_few_do(tmp_path: Path) -> None:
    enough = one(STUDY, ballot(tmp_path, answered(STUDY, BLANK, "pairwise", gaps=0.9)))
    assert (enough.state, codes(enough)) == ("ready", ["half-filled"])
    few = msgspec.structs.replace(BLANK, judgements=answered(STUDY, BLANK, "pairwise").judgements[:4])
    assert one(STUDY, ballot(tmp_path, few)).state == "decision"


def test_that_answers_already_there_are_not_replaced_silently(tmp_path: Path) -> None:
    given = ballot(tmp_path, answered(STUDY, BLANK, "pairwise", seed=4))
    study = msgspec.structs.replace(STUDY, stakeholders=(answered(STUDY, BLANK, "pairwise", seed=5),))
    entry = one(study, given)
    assert entry.state == "decision"
    assert "changes-answers" in codes(entry)
    assert all(change.was_answered and not is_same(change.before, change.after) for change in entry.changes)
    same = msgspec.structs.replace(STUDY, stakeholders=(answered(STUDY, BLANK, "pairwise", seed=4),))
    assert codes(one(same, given)) == ["unchanged"]


@pytest.mark.parametrize(
    ("saved", "when", "is_late"),
    [
        ("2026-11-20T10:00:00", WHEN, False),
        ("2026-11-21T00:10:00", WHEN, True),
        ("", WHEN, True),
        ("", "2026-11-20", False),
    ],
)
def test_that_late_is_after_the_closing_day(saved: str, when: str, is_late: bool, tmp_path: Path) -> None:
    given = msgspec.structs.replace(ballot(tmp_path, answered(STUDY, BLANK, "swing")), saved=saved)
    entry = collect(STUDY, [given], when, "2026-11-20").entries[0]
    assert ("late" in codes(entry)) == is_late


def test_that_another_method_is_told_and_asked_where_answers_would_rest(tmp_path: Path) -> None:
    given = ballot(tmp_path, answered(STUDY, BLANK, "swing"))
    assert one(STUDY, given).state == "ready"
    study = msgspec.structs.replace(STUDY, stakeholders=(answered(STUDY, BLANK, "pairwise"),))
    entry = one(study, given)
    assert entry.state == "decision"
    assert "other-method" in codes(entry)


def test_that_two_ballots_of_one_person_need_a_choice(tmp_path: Path) -> None:
    first = ballot(tmp_path, answered(STUDY, BLANK, "pairwise", seed=1), "a.xlsx")
    second = ballot(tmp_path, answered(STUDY, BLANK, "pairwise", seed=2), "b.xlsx")
    older = msgspec.structs.replace(first, saved="2026-11-18T08:00:00")
    entries = collect(STUDY, [older, second], WHEN).entries
    assert [entry.state for entry in entries] == ["decision", "decision"]
    assert [entry.is_newest for entry in entries] == [False, True]
    assert [entry.rivals for entry in entries] == [(1,), (0,)]
    assert "saved later" in entries[1].findings[-1].clause


def test_that_the_same_answers_twice_are_needed_once(tmp_path: Path) -> None:
    person = answered(STUDY, BLANK, "pairwise")
    found = collect(STUDY, [ballot(tmp_path, person, "a.xlsx"), ballot(tmp_path, person, "b.xlsx")], WHEN)
    assert [entry.state for entry in found.entries] == ["ready", "refused"]
    assert codes(found.entries[1]) == ["identical"]
    assert found.ready == (0,)


def test_that_a_merged_ballot_is_known_again(tmp_path: Path) -> None:
    found = collect(STUDY, [ballot(tmp_path, answered(STUDY, BLANK, "pairwise"))], WHEN)
    merged = merge(STUDY, found, [0], WHEN)
    again = collect(merged, [ballot(tmp_path, answered(STUDY, BLANK, "pairwise"), "copy.xlsx")], WHEN)
    assert again.entries[0].state == "refused"
    assert codes(again.entries[0]) == ["already-merged"]


def test_that_a_foreign_ballot_is_refused(tmp_path: Path) -> None:
    criteria = tuple(msgspec.structs.replace(c, name=f"Other {c.id}") for c in STUDY.criteria)
    other = msgspec.structs.replace(STUDY, criteria=criteria, title="Elsewhere")
    entry = one(STUDY, ballot(tmp_path, answered(other, BLANK, "swing"), study=other))
    assert (entry.state, codes(entry)) == ("refused", ["foreign-study"])


def test_that_files_keep_their_order_and_what_is_no_ballot_is_listed(tmp_path: Path) -> None:
    study = add_stakeholder(STUDY, "Agency")
    (tmp_path / "note.xlsx").write_bytes(b"not a workbook")
    paths = [
        returned(study, answered(study, study.stakeholders[1], "swing"), tmp_path / "agency.xlsx"),
        tmp_path / "note.xlsx",
        returned(study, answered(study, BLANK, "pairwise"), tmp_path / "ministry.xlsx"),
    ]
    found = collect(study, read_ballots(paths), WHEN)
    assert [entry.file for entry in found.entries] == ["agency.xlsx", "note.xlsx", "ministry.xlsx"]
    assert [entry.state for entry in found.entries] == ["ready", "refused", "ready"]


@pytest.mark.parametrize("method", ["swing", "rating", "best_worst", "rank_order"])
def test_that_a_gap_asks_for_a_decision(method: WeightMethod, tmp_path: Path) -> None:
    path = returned(STUDY, answered(STUDY, BLANK, method), tmp_path / "b.xlsx", lambda p: p.answer(4, "", ""))
    entry = one(STUDY, read_ballot(path))
    assert entry.state == "decision"
    assert "half-filled" in codes(entry)
