"""What leaving out one member changes."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.sessions.influence import influences, weights_without_each
from criteria.sessions.member_rankings import rankings_under, shift
from criteria.sessions.members import group_of
from criteria.weighting.study_weights import group_weights
from tests.support.groups import NEEDY, RIGHTFUL, believer, of, random_people
from tests.support.studies import example, project, study_with


def test_that_leaving_out_one_gives_the_group_of_the_others() -> None:
    base = example()
    people = random_people(base, 4, gaps=0.1)
    study = of(base, *people)
    for left, weights in enumerate(weights_without_each(study)):
        others = [person for place, person in enumerate(people) if place != left]
        np.testing.assert_allclose(weights.values, group_weights(of(base, *others)).values, rtol=1e-12)


def test_that_the_one_who_turns_the_decision_is_found() -> None:
    base = study_with(project("A", N3=7), project("B", H1=0, H2=0), project("C", N3=1, H1=4))
    study = of(
        base,
        believer(base, "X", NEEDY),
        believer(base, "Y", NEEDY),
        believer(base, "Z", RIGHTFUL, voting_power=8),
    )
    (joint,) = rankings_under(study, [group_of(study).weights], "topsis")
    assert joint.winners == ("B",)
    found = influences(study, joint, 1)
    assert [one.stakeholder for one in found] == ["X", "Y", "Z"]
    assert [one.without.is_winner_changed for one in found] == [False, False, True]
    assert found[2].without.entered == ("A",)
    assert found[2].share == pytest.approx(0.8)
    assert found[2].without.weight > found[0].without.weight


def test_that_influence_agrees_with_a_study_without_the_member() -> None:
    base = example()
    people = random_people(base, 3)
    study = of(base, *people)
    (joint,) = rankings_under(study, [group_of(study).weights], "ahp")
    found = influences(study, joint, 5)
    smaller = of(base, *people[1:])
    (after,) = rankings_under(smaller, [group_of(smaller).weights], "ahp")
    assert found[0].without == shift(joint, after, 5)


def test_that_nobody_can_be_left_out_of_a_group_of_one() -> None:
    base = study_with(project("A"), project("B", N3=1))
    study = of(base, believer(base, "X", NEEDY))
    (joint,) = rankings_under(study, [group_of(study).weights], "topsis")
    assert influences(study, joint, 1) == ()
