"""A zero on a ballot that would decide for the whole group is told before it is merged."""

from __future__ import annotations

from pathlib import Path

import msgspec

from criteria.edits.people import add_stakeholder
from criteria.edits.settings import set_settings
from criteria.files.ballot_collection import Collection, collect
from criteria.files.ballot_reader import read_ballots
from criteria.files.ballot_zeros import with_group_zeros
from criteria.model.study import Study
from criteria.template import new_study
from tests.support.ballots import WHEN, answered, returned

STUDY = add_stakeholder(new_study(), "Agency")


def collected(folder: Path, *zeros: tuple[str, ...], study: Study = STUDY) -> Collection:
    """The ballots of the first people, each with zeros for some elements, as they are judged."""
    paths = []
    for place, elements in enumerate(zeros):
        person = answered(STUDY, STUDY.stakeholders[place], "direct", place + 1)
        points = {**person.points, **dict.fromkeys(elements, 0.0)}
        given = msgspec.structs.replace(person, points=points)
        paths.append(returned(STUDY, given, folder / f"{place}.xlsx"))
    return with_group_zeros(study, collect(study, read_ballots(paths), WHEN), WHEN)


def zeros_told(collection: Collection) -> list[list[str]]:
    return [
        [found.clause for found in entry.findings if found.code == "zero-rules-group"]
        for entry in collection.entries
    ]


def test_that_the_zero_is_told_of_its_ballot_alone_and_needs_a_decision(tmp_path: Path) -> None:
    collection = collected(tmp_path, (), ("P3", "N1"))
    assert [entry.state for entry in collection.entries] == ["ready", "decision"]
    silent, (clause,) = zeros_told(collection)
    assert silent == []
    assert clause.startswith("Agency gives no weight at all to “")
    assert all(f"“{STUDY.name_of(key)}”" in clause for key in ("P3", "N1"))


def test_that_it_is_not_told_where_no_group_suffers(tmp_path: Path) -> None:
    arithmetic = set_settings(STUDY, group_method="priorities_arithmetic")
    assert zeros_told(collected(tmp_path, (), ("P3",), study=arithmetic)) == [[], []]
    assert zeros_told(collected(tmp_path, ("P3",))) == [[]]


def test_that_ballots_without_a_common_mean_are_told(tmp_path: Path) -> None:
    told = zeros_told(collected(tmp_path, ("P1", "P2"), ("P3", "P4")))
    assert all(len(clauses) == 1 and "everything under the goal" in clauses[0] for clauses in told)
