"""The minority report as numbers."""

from __future__ import annotations

import msgspec
import pytest

from criteria.model.people import BestWorst, Judgement
from criteria.sessions.group_report import group_report
from criteria.sessions.members import group_of
from criteria.sessions.minority import Silence, contradictions, minority_report
from tests.support.groups import NEEDY, RIGHTFUL, believer, of, random_people, without_node
from tests.support.studies import example, project, study_with

BASE = study_with(project("A", N3=7), project("B", H1=0, H2=0), project("C", N3=1, H1=4))


def test_that_the_smaller_camp_is_reported_with_its_own_decision() -> None:
    needy = [believer(BASE, key, NEEDY) for key in ("X", "Y", "Z")]
    rightful = [believer(BASE, "R", RIGHTFUL), without_node(believer(BASE, "S", RIGHTFUL), "P3")]
    report = minority_report(of(BASE, *needy, *rightful))
    assert report.majority is not None
    assert report.majority.members == ("X", "Y", "Z")
    (view,) = report.views
    assert (view.cause, view.members) == ("cluster", ("R", "S"))
    assert view.share == pytest.approx(0.4)
    assert (report.ranking.winners, view.ranking.winners) == (("A",), ("B",))
    assert (view.against_group.entered, view.against_group.left) == ((), ())
    assert view.premises[0].element in {"P1", "P4"}
    assert view.premises[0].own == pytest.approx({"P1": 1 / 15, "P4": 8 / 15}[view.premises[0].element])
    assert view.similarity == pytest.approx(1 - view.against_group.weight)
    assert view.silences == (Silence("S", "P3"),)
    assert view.contradictions == ()


def test_that_two_equal_camps_are_both_reported() -> None:
    people = [believer(BASE, key, NEEDY) for key in "XY"] + [believer(BASE, key, RIGHTFUL) for key in "RS"]
    report = minority_report(of(BASE, *people))
    assert report.majority is None
    assert [view.members for view in report.views] == [("X", "Y"), ("R", "S")]


def test_that_without_camps_those_who_would_decide_otherwise_are_reported() -> None:
    people = [believer(BASE, "X", NEEDY, voting_power=3.0), believer(BASE, "R", RIGHTFUL)]
    report = minority_report(of(BASE, *people))
    assert report.majority is not None
    assert report.majority.members == ("X", "R")
    (view,) = report.views
    assert (view.cause, view.members, view.share) == ("other-winner", ("R",), 0.25)


def test_that_every_dissent_is_told_and_no_other() -> None:
    base = example()
    study = of(base, *random_people(base, 8, seed=3))
    report = minority_report(study)
    told = [view.members[0] for view in report.views if view.cause != "cluster"]
    whole = group_report(study)
    assert len(whole.clusters) == 1
    expected = {
        member.id
        for member, found in zip(whole.group.members, whole.shifts, strict=True)
        if found.is_winner_changed or found.is_front_changed
    }
    assert set(told) == expected
    causes = [view.cause for view in report.views]
    assert causes == sorted(causes, key=("cluster", "other-winner", "other-front").index)


def test_that_a_group_of_one_mind_has_no_minority() -> None:
    report = minority_report(of(BASE, *(believer(BASE, key, NEEDY) for key in "XYZ")))
    assert (report.views, report.is_group) == ((), True)
    assert not minority_report(of(BASE, believer(BASE, "X", NEEDY))).is_group
    assert not minority_report(BASE).is_group


def test_that_those_not_heard_are_named() -> None:
    quiet = msgspec.structs.replace(believer(BASE, "Q", NEEDY), judgements=())
    watching = believer(BASE, "W", RIGHTFUL, voting_power=0.0)
    report = minority_report(of(BASE, believer(BASE, "X", NEEDY), quiet, watching))
    assert (report.abstained, report.without_vote) == (("Q",), ("W",))


def test_that_contradicting_answers_come_with_their_ratio_and_limit() -> None:
    person = believer(BASE, "X", NEEDY)
    circle = (
        Judgement("P1", "N1", "N2", 5.0),
        Judgement("P1", "N2", "N3", 5.0),
        Judgement("P1", "N1", "N3", 0.2),
    )
    others = tuple(Judgement("P1", first, "N4", 1.0) for first in ("N1", "N2", "N3"))
    kept = without_node(person, "P1").judgements
    torn = msgspec.structs.replace(person, judgements=(*kept, *circle, *others))
    (found,) = contradictions(group_of(of(BASE, torn)).members[0])
    assert (found.stakeholder, found.node, found.measure, found.limit) == (
        "X",
        "P1",
        "consistency-ratio",
        0.1,
    )
    assert found.figure > 0.5
    assert contradictions(group_of(of(BASE, person)).members[0]) == ()


def test_that_contradictions_of_best_and_worst_are_told_by_their_own_ratio() -> None:
    goal = BestWorst(
        best="P1",
        worst="P4",
        from_best={"P2": 2.0, "P3": 8.0, "P4": 3.0},
        to_worst={"P2": 8.0, "P3": 8.0, "P1": 3.0},
    )
    person = msgspec.structs.replace(
        believer(BASE, "X", NEEDY), method="best_worst", best_worst={"goal": goal}
    )
    (found,) = contradictions(group_of(of(BASE, person)).members[0])
    assert (found.node, found.measure) == ("goal", "input-ratio")
    assert found.limit is not None
    assert found.figure > found.limit
