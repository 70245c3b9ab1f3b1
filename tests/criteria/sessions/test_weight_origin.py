"""Where a study's weights come from, in facts."""

from __future__ import annotations

from criteria.files.example import example_session, example_study
from criteria.model.study import Study
from criteria.ranking.results import rank, rank_with
from criteria.sessions.group_report import group_report
from criteria.sessions.weight_origin import WeightOrigin, weight_origin
from criteria.weighting.hierarchy import given_weights
from tests.criteria.report.workbook import cases, group_cases


def origin(study: Study) -> WeightOrigin:
    return weight_origin(rank(study))


def test_that_a_group_is_everyone_with_a_vote_who_answered() -> None:
    found = origin(group_cases.mixed())
    assert found.kind == "group"
    assert [person.id for person in found.people] == ["ST1", "ST2", "ST3", "ST4", "ST5", "st1"]
    assert (found.asked, found.method) == (8, "priorities_geometric")


def test_that_the_consensus_is_the_group_s() -> None:
    study = example_session()
    assert origin(study).consensus == group_report(study).agreement.overall


def test_that_one_person_may_count_alone() -> None:
    found = origin(group_cases.one_counts())
    assert (found.kind, [person.id for person in found.people]) == ("person", ["ST2"])
    assert found.consensus is None
    assert origin(example_study()).kind == "person"


def test_that_silence_and_given_weights_are_told_apart() -> None:
    assert origin(group_cases.nobody_answered()).kind == "equal"
    assert origin(cases.with_judgements(cases.small(), ())).kind == "equal"
    study = cases.small()
    assert weight_origin(rank_with(study, given_weights(study, {"N1": 1.0}))).kind == "given"
