"""Sentences on a group as a whole."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from criteria.edits.people import choose_weights_of
from criteria.edits.settings import set_settings
from criteria.model.people import Stakeholder
from criteria.model.study import Study
from desktop.pages.weights.group_facts import group_facts
from desktop.pages.weights.group_words import GroupWords
from tests.support.five_offices import five_offices, offices, with_people
from tests.support.groups import NEEDY, RIGHTFUL, believer, of
from tests.support.studies import example


@pytest.fixture
def words(qapp: Any) -> GroupWords:
    return GroupWords()


def opposed() -> Study:
    study = example()
    return of(study, believer(study, "a", (9, 0.01, 0.01, 0.01)), believer(study, "b", (0.01, 0.01, 0.01, 9)))


def test_that_the_statement_names_the_best_agreement_and_what_divides(words: GroupWords) -> None:
    assert words.statement(group_facts(five_offices())) == (
        "Agreement is highest within rights (99\u00a0%); evidence, unmet need and people reached "
        "divide the five"
    )


def test_that_little_agreement_is_told_as_such(words: GroupWords) -> None:
    study = example()
    people = (believer(study, "a", NEEDY, (1, 2, 4, 8)), believer(study, "b", RIGHTFUL, (8, 4, 2, 1)))
    facts = group_facts(of(study, *people))
    assert facts.report.agreement.overall is not None
    assert facts.report.agreement.overall < 0.65
    assert words.statement(facts).startswith("Agreement is low (")


def test_that_nobody_is_divided_by_hardly_anything(words: GroupWords) -> None:
    first = offices()[0]
    twin = msgspec.structs.replace(first, id="twin", name="Twin")
    statement = words.statement(group_facts(with_people(first, twin)))
    assert statement == "Agreement is very high (100\u00a0%); the two weigh everything almost alike"


@pytest.mark.parametrize(
    ("power", "note"),
    [(1.0, ""), (2.0, "counts double"), (0.5, "counts half"), (1.5, "counts 1.5 times")],
)
def test_that_an_unequal_vote_is_told(words: GroupWords, power: float, note: str) -> None:
    one, *others = offices()
    study = with_people(msgspec.structs.replace(one, voting_power=power), *others)
    assert words.power(study, study.stakeholders[0]) == note
    assert words.power(study, study.stakeholders[1]) == ""


def test_that_an_equal_vote_of_two_for_each_is_nothing_special(words: GroupWords) -> None:
    study = with_people(*(msgspec.structs.replace(one, voting_power=2.0) for one in offices()))
    assert {words.power(study, person) for person in study.stakeholders} == {""}


def test_that_points_are_combined_as_weights(words: GroupWords) -> None:
    advice = words.advice(group_facts(five_offices()).report.aggregation)
    assert advice[0].startswith("Not all compared in pairs")
    assert advice[1] == "Here the choice changes no rank."


def test_that_an_unsuitable_choice_is_named(words: GroupWords) -> None:
    study = set_settings(five_offices(), group_method="judgements")
    advice = words.advice(group_facts(study).report.aggregation)
    assert "What is in use does not suit them: joined judgements." in advice


def test_that_no_mean_speaks_for_opposed_views(words: GroupWords) -> None:
    facts = group_facts(opposed())
    assert facts.report.aggregation.is_doubtful
    assert any(
        text.startswith("No mean speaks for the whole group")
        for text in words.advice(facts.report.aggregation)
    )


def test_that_it_is_told_when_one_person_counts_alone(words: GroupWords) -> None:
    study = five_offices()
    assert words.counted_alone(study) == ""
    alone = choose_weights_of(study, "ai_regulator")
    assert "AI and data-protection regulator alone" in words.counted_alone(alone)


def test_that_nobody_is_left_out_in_silence(words: GroupWords) -> None:
    study = example()
    partly = believer(study, "c", NEEDY)
    partly = msgspec.structs.replace(
        partly, name="Partly", judgements=tuple(one for one in partly.judgements if one.node != "P1")
    )
    people = (
        believer(study, "a", NEEDY),
        believer(study, "b", RIGHTFUL),
        partly,
        Stakeholder(id="d", name="Late office"),
        believer(study, "e", NEEDY, voting_power=0.0),
    )
    assert words.unheard(group_facts(of(study, *people))) == (
        "Not counted, no usable answers yet: Late office.",
        "Not counted, without voting power: Office e.",
        "Partly did not answer on “Development need”; the group’s weights stand in there.",
    )


def test_that_fewer_than_two_are_told_by_name(words: GroupWords) -> None:
    one = offices()[0]
    assert words.too_few(group_facts(with_people(one))) == "So far only Development ministry has answered."
    nobody = with_people(Stakeholder(id="x", name="X"))
    assert words.too_few(group_facts(nobody)) == "So far nobody has answered."
