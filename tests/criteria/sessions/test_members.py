"""Who speaks in a group, and how near each is to it."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from criteria.model.people import GOAL, Judgement, Stakeholder
from criteria.sessions.members import compatibilities, gaps, group_of, similarity, subgroup_weights
from criteria.weighting.study_weights import group_weights, own_weights
from tests.support.groups import NEEDY, RIGHTFUL, believer, of, without_node
from tests.support.studies import study_with

BASE = study_with()
NEED, RIGHTS = believer(BASE, "A", NEEDY), believer(BASE, "B", RIGHTFUL)


def test_that_shares_are_those_of_the_voting_power_that_is_heard() -> None:
    heavy = believer(BASE, "C", NEEDY, voting_power=2.0)
    quiet, watching = Stakeholder(id="Q", name="Quiet"), believer(BASE, "W", NEEDY, voting_power=0.0)
    group = group_of(of(BASE, NEED, quiet, heavy, watching))
    assert [member.id for member in group.members] == ["A", "C"]
    assert group.shares == pytest.approx([1 / 3, 2 / 3])
    assert (group.abstained, group.without_vote) == (("Q",), ("W",))


def test_that_one_who_abstains_changes_nothing_for_the_others() -> None:
    alone, among = (group_of(of(BASE, *people)) for people in ((NEED, RIGHTS), (NEED, RIGHTS, _quiet())))
    np.testing.assert_array_equal(alone.values, among.values)
    np.testing.assert_array_equal(alone.weights.values, among.weights.values)
    assert compatibilities(alone) == compatibilities(among)


def _quiet() -> Stakeholder:
    return Stakeholder(id="Q", name="Quiet", judgements=(Judgement(GOAL, "P1", "P2", None),))


def test_that_silence_under_a_node_is_no_dissent() -> None:
    """Who did not compare the criteria of P1 is taken to weigh them as the group does, not equally."""
    firm = believer(BASE, "A", NEEDY, (5, 1, 1, 1))
    partly = without_node(believer(BASE, "B", NEEDY, (5, 1, 1, 1)), "P1")
    study = of(BASE, firm, partly)
    member = group_of(study).members[1]
    assert member.silent == ("P1",)
    assert member.weights.local["N1"] == pytest.approx(5 / 8)
    assert own_weights(study, partly).local["N1"] == pytest.approx(1 / 4)
    assert compatibilities(group_of(study))[1].similarity == pytest.approx(1)


def test_that_a_part_of_the_group_has_its_own_weights() -> None:
    study = of(BASE, NEED, RIGHTS, believer(BASE, "C", RIGHTFUL, voting_power=3.0))
    group = group_of(study)
    found = subgroup_weights(study, group, (0, 1))
    np.testing.assert_allclose(found.values, group_weights(of(BASE, NEED, RIGHTS)).values)
    np.testing.assert_allclose(subgroup_weights(study, group, (0, 1, 2)).values, group.weights.values)


def test_that_a_part_that_is_silent_takes_the_weights_of_the_group() -> None:
    firm = believer(BASE, "A", NEEDY, (5, 1, 1, 1))
    partly = without_node(believer(BASE, "B", NEEDY), "P1")
    study = of(BASE, firm, partly)
    assert subgroup_weights(study, group_of(study), (1,)).local["N1"] == pytest.approx(5 / 8)


def test_that_gaps_start_with_the_largest() -> None:
    group = group_of(of(BASE, NEED, RIGHTS))
    premises, criteria = gaps(group.members[0].weights, group.weights)
    sizes = [abs(one.gap) for one in premises]
    assert sizes == sorted(sizes, reverse=True)
    assert sum(one.gap for one in premises) == pytest.approx(0, abs=1e-12)
    assert {one.element for one in premises} == {"P1", "P2", "P3", "P4"}
    assert len(criteria) == 16
    first = premises[0]
    assert first.own == pytest.approx(8 / 15)
    assert first.group == pytest.approx(group.weights.premise_values["P1"])


def test_that_compatibility_is_that_of_global_weights() -> None:
    group = group_of(of(BASE, NEED, RIGHTS))
    first, second = compatibilities(group)
    assert first.similarity == pytest.approx(1 - np.abs(group.values[0] - group.weights.values).sum() / 2)
    logs = np.log(group.values[0] / group.weights.values)
    expected = np.square(logs[:, None] - logs).sum() / (15 * 14)
    assert first.index == pytest.approx(expected)
    # Both are at the same distance from their geometric mean.
    assert second.index == pytest.approx(first.index)
    assert similarity(group.weights, group.weights) == 1.0


def test_that_weights_of_zero_leave_the_index_open() -> None:
    points = {**dict.fromkeys(["P1", "P2", "P3", "P4"], 25.0), **dict.fromkeys(BASE.children("all"), 25.0)}
    none = msgspec.structs.replace(NEED, id="Z", method="direct", points={**points, "N1": 0.0})
    found = compatibilities(group_of(of(BASE, NEED, none, group_method="priorities_arithmetic")))
    assert found[1].index is None
    assert found[0].index is not None


def test_that_nobody_makes_a_group_of_none() -> None:
    group = group_of(of(BASE))
    assert group.members == ()
    assert group.values.size == 0
    np.testing.assert_allclose(group.weights.values, 1 / 16)
