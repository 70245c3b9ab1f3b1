"""What the figures of a group mean: differences, camps, first projects, single voices."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from criteria.model.study import Study
from desktop.pages.weights.group_facts import GroupFacts, group_facts
from desktop.pages.weights.group_findings import VOICES, GroupFindings
from tests.support.five_offices import five_offices, many_offices, offices, with_people
from tests.support.groups import NEEDY, RIGHTFUL, believer, of
from tests.support.studies import example


@pytest.fixture
def findings(qapp: Any) -> GroupFindings:
    return GroupFindings()


@pytest.fixture(scope="module")
def five() -> GroupFacts:
    return group_facts(five_offices())


def camps() -> Study:
    study = example()
    people = (
        believer(study, "a", NEEDY),
        believer(study, "b", (8, 2, 4, 1.2)),
        believer(study, "c", RIGHTFUL),
        believer(study, "d", (1.2, 4, 2, 8)),
    )
    return of(study, *people)


def test_that_weights_differ_most_where_points_were_given(findings: GroupFindings, five: GroupFacts) -> None:
    first, *others = findings.differences(five)
    assert first.title == "A3 Evidence"
    (sentence,) = first.sentences
    assert sentence == (
        "Trade and investment agency: 14\u00a0%; "
        "Human rights commissioner and Civil society in partner countries: 4\u00a0%."
    )
    assert [one.title for one in others] == ["N3 Unmet need", "A2 People reached"]


def test_that_the_most_divided_question_is_talked_about_first(findings: GroupFindings) -> None:
    first = findings.differences(group_facts(camps()))[0]
    assert first.title == "Talk about this one first: Development need or Conflict with human rights?"
    assert first.sentences == (
        "Office a: Development need matters 8 times as much.",
        "Office c: Conflict with human rights matters 8 times as much.",
    )


def test_that_members_without_groups_form_no_camps(findings: GroupFindings, five: GroupFacts) -> None:
    assert len(five.report.clusters) == 1
    assert findings.camps_title(five) == "No camps"


def test_that_camps_are_named_by_what_they_weigh_more_than_the_group(findings: GroupFindings) -> None:
    facts = group_facts(camps())
    assert findings.camps_title(facts) == "Two camps"
    found = {one.title: one.sentences for one in findings.camps(facts)}
    assert set(found) == {"Development need first", "Conflict with human rights first"}
    members, project = found["Development need first"]
    assert members == "Office a and Office b; 50\u00a0% of the votes."
    winner = facts.report.clusters[0].ranking.winners[0]
    assert project == f"First project: {winner} {facts.study.project(winner).title}.".replace('"', "&quot;")


def test_that_a_premise_that_is_not_the_heaviest_is_not_called_first(findings: GroupFindings) -> None:
    study = example()
    people = (
        believer(study, "a", (5, 3.9, 1, 1)),
        believer(study, "b", (5, 3.8, 1, 1)),
        believer(study, "c", (5, 0.5, 0.5, 5)),
        believer(study, "d", (5, 0.5, 0.5, 4.9)),
    )
    facts = group_facts(of(study, *people))
    assert len(facts.report.clusters) == 2
    titles = {one.title for one in findings.camps(facts)}
    assert "More on Political structures and conflict" in titles
    assert "Development need first" not in titles


def test_that_camps_of_one_premise_are_told_apart_by_a_criterion(findings: GroupFindings) -> None:
    study = example()
    people = (
        believer(study, "a", (9, 1, 1, 1), (9, 1, 1, 1)),
        believer(study, "b", (9, 1, 1, 1), (9, 1, 1, 1.1)),
        believer(study, "c", (9, 1, 1, 1), (1, 1, 1, 9)),
        believer(study, "d", (9, 1, 1, 1), (1, 1.1, 1, 9)),
    )
    titles = [one.title for one in findings.camps(group_facts(of(study, *people)))]
    assert sorted(titles) == ["More on Human development", "More on Technology transfer"]


def test_that_common_and_divisive_projects_are_named(findings: GroupFindings, five: GroupFacts) -> None:
    common, divided, _other = findings.fronts(five)
    fronts = [set(ranking.front(5)) for ranking in five.report.rankings]
    assert set.intersection(*fronts) == {"P16", "P05"}
    assert common == "P16 and P05 are in everyone’s top five."
    places = [ranking.rank_of("P13") for ranking in five.report.rankings]
    assert (min(places), max(places)) == (2, 15)
    assert divided == "P13 divides: 2nd for AI and data-protection regulator, 15th for Development ministry."


def test_that_a_voice_that_decides_is_named(findings: GroupFindings, five: GroupFacts) -> None:
    told = findings.influence(five)
    assert told[0] == "Without Development ministry, <b>P12</b> would lead, not P16."
    without = with_people(*offices()[1:])
    assert group_facts(without).report.ranking.winners == ("P12",)
    assert told[-1] == "Without any other single one the top five stay the same."


def test_that_voices_that_change_nothing_are_told_in_one_sentence(findings: GroupFindings) -> None:
    one = offices()[0]
    twins = with_people(*(msgspec.structs.replace(one, id=f"t{n}", name=f"Twin {n}") for n in range(3)))
    assert findings.influence(group_facts(twins)) == (
        "No single voice decides: without any one of them the top five stay the same.",
    )


def test_that_thirty_voices_do_not_fill_the_panel(findings: GroupFindings) -> None:
    assert len(findings.influence(group_facts(many_offices(30)))) <= VOICES + 1


def test_that_a_member_stands_next_to_the_group(findings: GroupFindings, five: GroupFacts) -> None:
    place = five.place("trade_promotion")
    assert place is not None
    found = findings.of_member(five, place)
    assert found.title == "Trade and investment agency"
    near, far, first = found.sentences
    assert near == "84\u00a0% of all weight lies as in the group; 20\u00a0% of the votes."
    assert far.startswith("Farthest from the group: A3 Evidence 13.9\u00a0% (group 7.5\u00a0%);")
    assert first.startswith("Would put P05 ")


def test_that_what_users_write_stays_text(findings: GroupFindings) -> None:
    one, *others = offices()
    facts = group_facts(with_people(msgspec.structs.replace(one, name="<b>Bold & Co</b>"), *others))
    assert findings.of_member(facts, 0).title == "&lt;b&gt;Bold &amp; Co&lt;/b&gt;"
    everything = " ".join((*findings.influence(facts), *findings.fronts(facts)))
    assert "<b>Bold" not in everything
