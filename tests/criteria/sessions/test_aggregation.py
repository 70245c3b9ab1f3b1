"""Which way of combining answers suits a group."""

from __future__ import annotations

import msgspec
import pytest

from criteria.model.people import Stakeholder
from criteria.model.settings import GROUP_METHODS
from criteria.model.study import Study
from criteria.sessions.aggregation import Aggregation, aggregation_of, possible_weights
from criteria.sessions.member_rankings import rankings_under
from criteria.sessions.members import group_of
from criteria.weighting.study_weights import group_weights
from tests.support.groups import NEEDY, RIGHTFUL, believer, of, random_people
from tests.support.studies import example

BASE = example()


def advice(study: Study) -> Aggregation:
    """The advice for a study, with a front of five."""
    (joint,) = rankings_under(study, [group_of(study).weights], "topsis")
    return aggregation_of(study, joint, 5)


def giver(key: str, **points: float) -> Stakeholder:
    """Someone who gives points, equal ones where nothing else is said."""
    equal = dict.fromkeys((*BASE.children("goal"), *BASE.children("all")), 25.0)
    person = believer(BASE, key, NEEDY)
    return msgspec.structs.replace(person, method="direct", points={**equal, **points})


def test_that_members_near_each_other_can_act_as_one_body() -> None:
    """Forman & Peniwati (1998): a group that acts as one joins judgements."""
    found = advice(of(BASE, believer(BASE, "A", (8, 2, 4, 1)), believer(BASE, "B", (7, 2, 4, 1))))
    assert (found.ground, found.is_doubtful, found.divided) == ("one-body", False, ())
    assert "judgements" in found.suits
    assert found.is_suitable


def test_that_camps_are_separate_and_no_mean_speaks_for_them() -> None:
    """Forman & Peniwati (1998): separate values are joined as priorities."""
    camps = (
        [believer(BASE, f"A{i}", NEEDY) for i in range(2)],
        [believer(BASE, f"B{i}", RIGHTFUL) for i in (0, 1)],
    )
    found = advice(of(BASE, *camps[0], *camps[1], group_method="judgements"))
    assert (found.ground, found.is_doubtful, found.divided, found.clusters) == (
        "separate-views",
        True,
        ("goal",),
        2,
    )
    assert not found.is_suitable
    assert found.consensus is not None
    assert found.spread == pytest.approx(8 ** (2 / 3**0.5))


def test_that_one_voice_needs_no_way_of_combining() -> None:
    found = advice(of(BASE, believer(BASE, "A", NEEDY)))
    assert (found.ground, found.suits, found.consensus, found.spread) == (
        "single-voice",
        GROUP_METHODS,
        None,
        None,
    )
    assert not any(one.moved for one in found.shifts.values() if one)


def test_that_points_are_joined_as_priorities() -> None:
    found = advice(of(BASE, believer(BASE, "A", (1.1, 1, 1, 1)), giver("B")))
    assert found.ground == "not-in-pairs"
    assert "judgements" not in found.suits


def test_that_a_weight_of_zero_asks_for_the_arithmetic_mean() -> None:
    found = advice(of(BASE, believer(BASE, "A", (1.1, 1, 1, 1)), giver("B", N1=0.0)))
    assert (found.ground, found.suits) == ("zero-weight", ("priorities_arithmetic",))


def test_that_a_way_the_answers_do_not_allow_is_left_open() -> None:
    """Each gives all to a premise of its own, so that every geometric mean is zero."""
    none = {"P1": 0.0, "P2": 0.0, "P3": 0.0, "P4": 0.0}
    study = of(
        BASE, giver("A", **{**none, "P1": 100.0}), giver("B", **{**none, "P2": 100.0}),
        group_method="priorities_arithmetic",
    )  # fmt: skip
    found = advice(study)
    assert found.shifts["priorities_geometric"] is None
    assert found.shifts["priorities_arithmetic"] is not None
    assert "priorities_geometric" not in possible_weights(study)


def test_that_the_way_in_use_changes_nothing_and_the_others_are_as_the_study_would_say() -> None:
    study = of(BASE, *random_people(BASE, 4, seed=2))
    found = advice(study)
    in_use = found.shifts[found.in_use]
    assert in_use is not None
    assert (in_use.weight, in_use.moved) == (0.0, 0)
    (joint,) = rankings_under(study, [group_of(study).weights], "topsis")
    other = of(BASE, *random_people(BASE, 4, seed=2), group_method="priorities_arithmetic")
    (after,) = rankings_under(other, [group_weights(other)], "topsis")
    arithmetic = found.shifts["priorities_arithmetic"]
    assert arithmetic is not None
    assert arithmetic.moved == int((joint.ranks != after.ranks).sum())


def test_that_with_geometric_means_joined_judgements_and_priorities_are_the_same() -> None:
    """Forman & Peniwati (1998): AIJ and AIP agree under row geometric means."""
    study = of(BASE, *random_people(BASE, 5), prioritisation="geometric_mean")
    joined = advice(study).shifts["judgements"]
    assert joined is not None
    assert joined.weight == pytest.approx(0, abs=1e-9)
    assert joined.moved == 0
