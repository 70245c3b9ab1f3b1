"""Figures of the group result on the example's five offices, checked by hand."""

from __future__ import annotations

import pytest

from criteria.sessions.members import WeightGap
from desktop.pages.weights.group_facts import compares_in_pairs, group_facts, most_raised, spreads
from tests.support.five_offices import POINTS, five_offices
from tests.support.groups import NEEDY, RIGHTFUL, believer, of
from tests.support.studies import example


def test_that_the_widest_weights_come_first_with_who_gives_them() -> None:
    widest = spreads(group_facts(five_offices()))[0]
    trade, rights = POINTS["trade_promotion"][1], POINTS["human_rights_office"][1]
    assert widest.criterion == "A3"
    assert widest.highest == pytest.approx(100 / sum(trade))
    assert widest.lowest == pytest.approx(40 / sum(rights))
    assert widest.highest_by == ("trade_promotion",)
    # 40 of 950 and 50 of 1120 points both read 4 %.
    assert widest.lowest_by == ("human_rights_office", "partner_civil_society")


def test_that_the_spreads_fall() -> None:
    widths = [one.width for one in spreads(group_facts(five_offices()))]
    assert len(widths) == 16
    assert widths == sorted(widths, reverse=True)


def test_that_who_is_silent_on_a_premise_has_no_voice_there() -> None:
    study = example()
    quiet = believer(study, "q", NEEDY)
    answers = tuple(judgement for judgement in quiet.judgements if judgement.node != "P1")
    silent = type(quiet)(id="q", name="Quiet", judgements=answers)
    facts = group_facts(of(study, believer(study, "a", NEEDY), believer(study, "b", RIGHTFUL), silent))
    assert [member.id for member in facts.voices("N1")] == ["a", "b"]
    assert [member.id for member in facts.voices("S1")] == ["a", "b", "q"]


def test_that_points_are_no_pairwise_answers() -> None:
    study = example()
    pairwise = group_facts(of(study, believer(study, "a", NEEDY), believer(study, "b", RIGHTFUL)))
    assert compares_in_pairs(pairwise, "goal")
    assert not compares_in_pairs(group_facts(five_offices()), "goal")


def test_that_only_what_weighs_more_is_raised() -> None:
    gaps = (WeightGap("P1", 0.1, 0.4), WeightGap("P2", 0.5, 0.3), WeightGap("P3", 0.4, 0.3))
    raised = most_raised(gaps)
    assert raised is not None
    assert raised.element == "P2"
    assert most_raised((WeightGap("P1", 0.1, 0.4),)) is None
