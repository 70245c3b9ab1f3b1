"""Consensus under each node, and what divides a group most."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from criteria.model.people import GOAL
from criteria.sessions.node_agreement import agreement_of
from criteria.weighting.consensus import consensus
from tests.support.groups import NEEDY, RIGHTFUL, believer, of, random_people, without_node
from tests.support.studies import study_with

BASE = study_with()


def test_that_two_camps_disagree_on_premises_and_agree_on_criteria() -> None:
    study = of(BASE, believer(BASE, "A", NEEDY), believer(BASE, "B", NEEDY), believer(BASE, "C", RIGHTFUL))
    found = agreement_of(study)
    goal = consensus(np.array([NEEDY, NEEDY, RIGHTFUL]))
    assert goal is not None
    assert found.node(GOAL).consensus == goal
    assert found.node(GOAL).priority == 1
    assert [node.consensus.indicator for node in found.nodes[1:] if node.consensus] == pytest.approx([1] * 4)
    # The premises' priorities add up to the goal's, so half of the mean is the goal's consensus.
    assert found.overall == pytest.approx((goal.indicator + 1) / 2)
    assert found.band == "high"


def test_that_the_comparison_that_divides_most_comes_first() -> None:
    study = of(BASE, believer(BASE, "A", NEEDY), believer(BASE, "B", NEEDY), believer(BASE, "C", RIGHTFUL))
    first = agreement_of(study).divisions[0]
    assert (first.node, first.first, first.second) == (GOAL, "P1", "P4")
    assert (first.highest, first.lowest) == (("A", "B"), ("C",))
    assert (first.largest, first.smallest) == pytest.approx((8, 1 / 8))
    assert first.mean == pytest.approx(2)
    assert first.factor == pytest.approx(np.exp(np.log([8, 8, 1 / 8]).std(ddof=1)))
    assert len(agreement_of(study).divisions) == 30


def test_that_voting_power_counts_in_the_consensus() -> None:
    heavy = of(BASE, believer(BASE, "A", NEEDY, voting_power=2.0), believer(BASE, "C", RIGHTFUL))
    double = of(BASE, *(believer(BASE, key, NEEDY) for key in "AB"), believer(BASE, "C", RIGHTFUL))
    assert agreement_of(heavy).overall == pytest.approx(agreement_of(double).overall)


def test_that_who_is_silent_under_a_node_is_named_and_not_counted() -> None:
    partly = without_node(believer(BASE, "C", RIGHTFUL), "P1")
    found = agreement_of(of(BASE, believer(BASE, "A", NEEDY), believer(BASE, "B", NEEDY), partly)).node("P1")
    assert (found.heard, found.silent) == (("A", "B"), ("C",))
    np.testing.assert_array_equal(found.counts, np.full((4, 4), 2))


def test_that_a_single_voice_has_no_consensus() -> None:
    found = agreement_of(of(BASE, believer(BASE, "A", NEEDY)))
    assert (found.overall, found.band, found.divisions) == (None, None, ())
    assert {node.consensus for node in found.nodes} == {None}
    assert agreement_of(BASE).overall is None
    assert agreement_of(BASE).node(GOAL).counts.sum() == 0


def test_that_points_are_heard_as_the_ratios_they_imply() -> None:
    points = {**dict(zip(("P1", "P2", "P3", "P4"), NEEDY, strict=True)), **dict.fromkeys(_criteria(), 25.0)}
    giver = msgspec.structs.replace(believer(BASE, "A", RIGHTFUL), method="direct", points=points)
    first = agreement_of(of(BASE, giver, believer(BASE, "C", RIGHTFUL))).divisions[0]
    assert (first.first, first.second) == ("P1", "P4")
    assert first.largest == pytest.approx(8)


def test_that_ratios_beyond_any_judgement_are_left_out() -> None:
    points = {"P1": 1e-12, "P2": 1.0, "P3": 1.0, "P4": 1.0, **dict.fromkeys(_criteria(), 25.0)}
    giver = msgspec.structs.replace(believer(BASE, "A", RIGHTFUL), method="direct", points=points)
    found = agreement_of(of(BASE, giver, believer(BASE, "C", RIGHTFUL)))
    told = {(one.first, one.second) for one in found.divisions if one.node == GOAL}
    assert told == {("P2", "P3"), ("P2", "P4"), ("P3", "P4")}


def _criteria() -> tuple[str, ...]:
    return BASE.children("all")


def test_that_the_order_of_people_does_not_matter() -> None:
    people = random_people(BASE, 6, gaps=0.2)
    one, other = agreement_of(of(BASE, *people)), agreement_of(of(BASE, *reversed(people)))
    assert one.overall == pytest.approx(other.overall)
    assert [(d.first, d.second, set(d.highest)) for d in one.divisions] == [
        (d.first, d.second, set(d.highest)) for d in other.divisions
    ]
