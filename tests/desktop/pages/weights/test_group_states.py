"""What the charts of the group result show."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from criteria.model.people import Stakeholder
from desktop.charts.person_marks import SHAPES
from desktop.pages.weights.group_facts import GroupFacts, group_facts
from desktop.pages.weights.group_states import GroupStates
from tests.support.five_offices import POINTS, five_offices, many_offices, offices, with_people
from tests.support.groups import NEEDY, RIGHTFUL, believer, of
from tests.support.studies import example


@pytest.fixture
def states(qapp: Any) -> GroupStates:
    return GroupStates()


@pytest.fixture(scope="module")
def five() -> GroupFacts:
    return group_facts(five_offices())


def partly_silent() -> Stakeholder:
    person = believer(example(), "c", NEEDY)
    return msgspec.structs.replace(
        person, judgements=tuple(one for one in person.judgements if one.node != "P1")
    )


def test_that_marks_are_the_shares_of_all_points(states: GroupStates, five: GroupFacts) -> None:
    plot = states.plot(five, "")
    evidence = plot.groups[2].lines[2]
    assert (evidence.label, evidence.name) == ("A3", "Evidence")
    assert [mark.value for mark in evidence.marks] == pytest.approx(
        [points[10] / sum(points) for _name, points in POINTS.values()]
    )
    assert evidence.value == pytest.approx(five.report.group.weights.of("A3"))
    assert [person.shape for person in plot.people] == list(SHAPES[:5])


def test_that_every_mark_tells_name_and_weight(states: GroupStates, five: GroupFacts) -> None:
    mark = states.plot(five, "").groups[2].lines[2].marks[2]
    assert mark.tip == (
        "Trade and investment agency\nA3\u00a0Evidence that it works: 13.9\u00a0%, the group 7.5\u00a0%"
    )


def test_that_premises_carry_their_weight_in_the_group(states: GroupStates, five: GroupFacts) -> None:
    groups = states.plot(five, "").groups
    assert [(group.role, group.text) for group in groups] == [
        ("need", "21\u00a0%"),
        ("structures", "22\u00a0%"),
        ("aims", "27\u00a0%"),
        ("rights", "30\u00a0%"),
    ]


def test_that_thirty_are_a_crowd(states: GroupStates) -> None:
    plot = states.plot(group_facts(many_offices(30)), "ST3")
    assert plot.heads.crowd == "One dot for each of the 30 stakeholders"
    assert {person.shape for person in plot.people} == {"dot"}
    assert plot.selected == "ST3"


def test_that_who_did_not_answer_has_no_mark(states: GroupStates) -> None:
    study = example()
    people = (believer(study, "a", NEEDY), believer(study, "b", RIGHTFUL), partly_silent())
    plot = states.plot(group_facts(of(study, *people)), "")
    assert [mark.person for mark in plot.groups[0].lines[0].marks] == ["a", "b"]
    assert [mark.person for mark in plot.groups[1].lines[0].marks] == ["a", "b", "c"]


def test_that_consensus_is_told_in_figures_and_words(states: GroupStates, five: GroupFacts) -> None:
    overall, between, *premises = states.agreement(five).bars
    assert (overall.name, overall.text, overall.word) == ("Overall", "94\u00a0%", "very high")
    assert (between.name, between.text) == ("Between the premises", "93\u00a0%")
    assert [bar.text for bar in premises] == ["96\u00a0%", "94\u00a0%", "92\u00a0%", "99\u00a0%"]


def test_that_weights_beyond_the_scale_are_opposed(states: GroupStates) -> None:
    study = example()
    people = (believer(study, "a", (9, 0.01, 0.01, 0.01)), believer(study, "b", (0.01, 0.01, 0.01, 9)))
    between = states.agreement(group_facts(of(study, *people))).bars[1]
    assert (between.share, between.text, between.word) == (0.0, "0\u00a0%", "opposed")
    assert between.tip.startswith("Set to 0: these weights lie farther apart")


def test_that_a_single_voice_agrees_with_nobody(states: GroupStates) -> None:
    study = example()
    facts = group_facts(of(study, believer(study, "a", NEEDY), partly_silent()))
    need = states.agreement(facts).bars[2]
    assert (need.name, need.share, need.word) == ("Development need", None, "too few answers")


def test_that_nearness_is_that_of_the_weights(states: GroupStates, five: GroupFacts) -> None:
    joint = five.report.group.weights.values
    bars = states.nearness(five, "ai_regulator").bars
    for bar, (_name, points) in zip(bars, POINTS.values(), strict=True):
        own = [point / sum(points) for point in points]
        moved = sum(abs(a - b) for a, b in zip(own, joint, strict=True)) / 2
        assert bar.share == pytest.approx(1 - moved)


def test_that_a_double_vote_is_told_beside_the_name(states: GroupStates) -> None:
    one, *others = offices()
    facts = group_facts(with_people(msgspec.structs.replace(one, voting_power=2.0), *others))
    assert states.people(facts)[0].note == "counts double"
    assert states.nearness(facts, "").bars[0].name == "Development ministry (counts double)"


def test_that_the_table_has_everyones_first_projects(states: GroupStates, five: GroupFacts) -> None:
    table = states.fronts(five, "")
    assert table.projects[:5] == ("P16", "P05", "P12", "P02", "P06")
    group, *members = table.rows
    assert (group.key, group.ranks[:5]) == ("", (1, 2, 3, 4, 5))
    for row, ranking in zip(members, five.report.rankings, strict=True):
        shown = {project: rank for project, rank in zip(table.projects, row.ranks, strict=True) if rank}
        assert shown == {project: ranking.rank_of(project) for project in ranking.front(5)}
