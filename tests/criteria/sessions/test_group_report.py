"""The report on a group as a whole."""

from __future__ import annotations

import msgspec
import pytest

from criteria.model.settings import METHODS, Method
from criteria.model.study import Study
from criteria.sessions.group_report import group_report
from tests.support.groups import NEEDY, RIGHTFUL, believer, of, random_people
from tests.support.studies import example, project, study_with

BANNED = {"technology_tags": ("social_scoring",)}


@pytest.mark.parametrize("method", METHODS)
def test_that_a_report_is_about_every_member_in_order(method: Method) -> None:
    base = example()
    report = group_report(of(base, *random_people(base, 6, gaps=0.1)), method)
    ids = [member.id for member in report.group.members]
    assert ids == [f"ST{number}" for number in range(1, 7)]
    assert [found.stakeholder for found in report.compatibilities] == ids
    assert [found.stakeholder for found in report.influences] == ids
    assert len(report.rankings) == len(report.shifts) == 6
    assert sorted(member for found in report.clusters for member in found.members) == ids
    assert (report.front, report.method, report.is_group) == (5, method, True)
    assert {found.method for found in report.rankings} == {method}


def test_that_a_voting_power_of_two_is_a_member_counted_twice() -> None:
    base = example()
    one, other = believer(base, "A", NEEDY), believer(base, "B", RIGHTFUL)
    heavy = group_report(of(base, msgspec.structs.replace(one, voting_power=2.0), other))
    double = group_report(of(base, one, msgspec.structs.replace(one, id="A2"), other))
    assert heavy.ranking.ranks.tolist() == double.ranking.ranks.tolist()
    assert heavy.agreement.overall == pytest.approx(double.agreement.overall)
    assert heavy.common_ground.everyones == double.common_ground.everyones


def test_that_one_who_abstains_changes_nothing() -> None:
    base = example()
    people = random_people(base, 4)
    silent = msgspec.structs.replace(people[0], id="Q", judgements=())
    alone, among = group_report(of(base, *people)), group_report(of(base, *people, silent))
    assert among.group.abstained == ("Q",)
    assert alone.ranking.ranks.tolist() == among.ranking.ranks.tolist()
    assert alone.common_ground == among.common_ground
    assert alone.influences == among.influences
    assert alone.shifts == among.shifts


def test_that_the_order_of_people_does_not_matter() -> None:
    base = example()
    people = random_people(base, 5, seed=4)
    one, other = group_report(of(base, *people)), group_report(of(base, *reversed(people)))
    assert one.common_ground.everyones == other.common_ground.everyones
    assert [(d.project, d.best, d.worst) for d in one.common_ground.divisive] == [
        (d.project, d.best, d.worst) for d in other.common_ground.divisive
    ]
    assert {i.stakeholder: i.without.winners for i in one.influences} == {
        i.stakeholder: i.without.winners for i in other.influences
    }


@pytest.mark.parametrize(
    "base",
    [
        study_with(),
        study_with(project("A")),
        study_with(project("A", BANNED)),
        study_with(project("A", N3=None)),
    ],
    ids=["none", "one", "banned", "open"],
)
def test_that_without_projects_to_compare_the_group_is_still_told(base: Study) -> None:
    report = group_report(of(base, believer(base, "A", NEEDY), believer(base, "B", RIGHTFUL)))
    assert report.agreement.overall is not None
    assert report.common_ground.divisive == ()
    assert len(report.influences) == 2


def test_that_nobody_and_one_are_no_group() -> None:
    base = example()
    for people in ((), (believer(base, "A", NEEDY),)):
        report = group_report(of(base, *people))
        assert not report.is_group
        assert report.influences == ()
        assert len(report.rankings) == len(people)


def test_that_the_same_study_is_not_computed_twice() -> None:
    base = example()
    study = of(base, *random_people(base, 3))
    assert group_report(study) is group_report(study)
    assert group_report(study, "ahp") is not group_report(study)
