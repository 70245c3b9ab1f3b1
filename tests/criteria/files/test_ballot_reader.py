"""Reading returned ballots: whatever was done to them, one located sentence and no traceback."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from criteria.files.ballot_findings import Finding
from criteria.files.ballot_reader import (
    Ballot,
    Refused,
    RefusedBallotError,
    is_ballot,
    read_ballot,
    read_ballots,
)
from criteria.files.template_workbook import write_template
from criteria.model.study import Study
from criteria.template import new_study
from tests.support.bad_ballots import BAD_BALLOTS, BadBallot
from tests.support.bad_files import bad_files
from tests.support.ballots import answered, returned

STUDY = new_study()
PERSON = answered(STUDY, STUDY.stakeholders[0], "pairwise")


@pytest.mark.parametrize("bad", BAD_BALLOTS, ids=lambda bad: bad.name)
def test_that_a_spoilt_ballot_is_told_with_its_place(bad: BadBallot, tmp_path: Path) -> None:
    path = returned(STUDY, PERSON, tmp_path / "b.xlsx", bad.change)
    if bad.is_refused:
        with pytest.raises(RefusedBallotError) as refused:
            read_ballot(path)
        found: tuple[Finding, ...] = (refused.value.finding,)
    else:
        found = read_ballot(path).findings
    named, *_ = [one for one in found if one.code == bad.code]
    assert bad.says in named.message
    assert named.message.startswith("“b.xlsx”")


def test_that_an_untouched_ballot_has_nothing_to_tell(tmp_path: Path) -> None:
    ballot = read_ballot(returned(STUDY, PERSON, tmp_path / "b.xlsx"))
    assert ballot.findings == ()
    assert (ballot.answered, ballot.asked) == (30, 30)
    assert ballot.saved


def test_that_what_cannot_be_understood_is_set_aside_and_the_rest_is_kept(tmp_path: Path) -> None:
    path = returned(STUDY, PERSON, tmp_path / "b.xlsx", lambda paper: paper.answer(1, "The weather"))
    assert len(read_ballot(path).answers.judgements) == 29


def test_that_no_bad_file_raises_anything_else(tmp_path: Path) -> None:
    for bad in bad_files(tmp_path):
        (found,) = read_ballots([bad.path])
        assert isinstance(found, Refused), bad.path.name
        assert found.finding.message.startswith(f"“{bad.path.name}”")


def test_that_reading_stops_where_nobody_waits(tmp_path: Path) -> None:
    path = returned(STUDY, PERSON, tmp_path / "b.xlsx")
    heard: list[float] = []
    found = read_ballots([path, path, path], heard.append, lambda: len(heard) == 2)
    assert len(found) == 2
    assert all(isinstance(one, Ballot) for one in found)


def test_that_a_ballot_is_told_from_a_table(tmp_path: Path) -> None:
    ballot = returned(STUDY, PERSON, tmp_path / "b.xlsx")
    write_template(tmp_path / "t.xlsx", STUDY)
    (tmp_path / "x.csv").write_text("id,title\nP1,One\n")
    answers = [
        is_ballot(path) for path in (ballot, tmp_path / "t.xlsx", tmp_path / "x.csv", tmp_path / "no.xlsx")
    ]
    assert answers == [True, False, False, False]


def test_that_hostile_texts_stay_texts(tmp_path: Path) -> None:
    """Names that look like formulas, tags or figures come back as they went."""
    names = {"N1": "=cmd|'/c calc'!A1", "N2": "<b>&amp;", "N3": "1e5", "N4": "A" * 300}
    criteria = tuple(msgspec.structs.replace(c, name=names.get(c.id, c.name)) for c in STUDY.criteria)
    study: Study = msgspec.structs.replace(STUDY, criteria=criteria, title="=1+1")
    ballot = read_ballot(returned(study, PERSON, tmp_path / "b.xlsx"))
    assert ballot.findings == ()
    assert len(ballot.answers.judgements) == 30
