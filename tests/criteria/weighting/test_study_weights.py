"""Whose weights count: one stakeholder's or those of the group."""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np
import pytest

from criteria.model.people import GOAL, Judgement, Stakeholder
from criteria.model.study import Study
from criteria.weighting.study_weights import (
    answering,
    counted_stakeholder,
    group_weights,
    heard,
    member_weights,
    own_weights,
    study_weights,
)
from tests.support.studies import answered, study_with

METHODS = ("priorities_geometric", "priorities_arithmetic", "judgements")


def with_people(*people: Stakeholder, **settings: Any) -> Study:
    study = study_with()
    return msgspec.structs.replace(
        study, stakeholders=people, settings=msgspec.structs.replace(study.settings, **settings)
    )


def judging(key: str, ratio: float, power: float = 1.0) -> Stakeholder:
    """Someone for whom each element matters `ratio` times more than every later one."""
    return msgspec.structs.replace(
        answered(study_with(), ratio).stakeholders[0], id=key, name=key, voting_power=power
    )


SILENT = Stakeholder(id="S", name="Silent")


def test_that_one_who_answered_counts_alone_even_among_many() -> None:
    study = with_people(SILENT, judging("A", 3.0))
    counted = counted_stakeholder(study)
    assert counted is not None
    assert counted.id == "A"
    assert study_weights(study).source == "A"


def test_that_nobody_having_answered_gives_equal_weights() -> None:
    weights = study_weights(with_people(SILENT, msgspec.structs.replace(SILENT, id="T")))
    assert weights.source == "equal"
    assert np.allclose(weights.values, 1 / 16)


def test_that_a_choice_of_one_overrides_the_group() -> None:
    study = with_people(judging("A", 3.0), judging("B", 2.0), weights_of="B")
    assert np.array_equal(study_weights(study).values, own_weights(study, study.stakeholders[1]).values)
    gone = with_people(judging("A", 3.0), judging("B", 2.0), weights_of="X")
    assert study_weights(gone).source == "group"


@pytest.mark.parametrize("method", METHODS)
def test_that_an_abstaining_member_changes_nothing(method: str) -> None:
    people = (judging("A", 3.0), judging("B", 1 / 2))
    alone = study_weights(with_people(*people, group_method=method))
    joined = study_weights(with_people(*people, SILENT, group_method=method))
    assert np.array_equal(alone.values, joined.values)


@pytest.mark.parametrize("method", METHODS)
def test_that_a_vote_of_two_is_the_same_person_twice(method: str) -> None:
    heavy = study_weights(with_people(judging("A", 3.0, 2.0), judging("B", 1 / 2), group_method=method))
    twice = study_weights(
        with_people(judging("A", 3.0), judging("A2", 3.0), judging("B", 1 / 2), group_method=method)
    )
    assert heavy.values == pytest.approx(twice.values, abs=1e-12)


def test_that_a_vote_of_zero_is_not_heard() -> None:
    study = with_people(judging("A", 3.0), judging("B", 1 / 5, power=0.0))
    assert [person.id for person in answering(study)] == ["A"]
    assert study_weights(study).source == "A"


@pytest.mark.parametrize("method", METHODS)
def test_that_a_group_does_not_depend_on_the_order_of_its_members(method: str) -> None:
    people = (judging("A", 3.0), judging("B", 1 / 2), judging("C", 5.0))
    forth = study_weights(with_people(*people, group_method=method))
    back = study_weights(with_people(*people[::-1], group_method=method))
    assert forth.values == pytest.approx(back.values, abs=1e-12)


def test_that_joined_judgements_equal_geometric_priorities_under_geometric_means() -> None:
    """Forman & Peniwati (1998): AIJ and AIP agree when both use geometric means."""
    people = (judging("A", 3.0), judging("B", 1 / 2), judging("C", 7.0))
    found = [
        study_weights(with_people(*people, group_method=method, prioritisation="geometric_mean")).values
        for method in ("judgements", "priorities_geometric")
    ]
    assert found[0] == pytest.approx(found[1], abs=1e-12)


def test_that_the_arithmetic_mean_is_the_mean_under_each_node() -> None:
    study = with_people(judging("A", 3.0), judging("B", 1 / 2), group_method="priorities_arithmetic")
    own = [weights.node(GOAL).weights for weights in member_weights(study)]
    assert study_weights(study).node(GOAL).weights == pytest.approx(sum(own) / 2)


def test_that_only_those_who_answered_under_a_node_are_heard_there() -> None:
    partly = Stakeholder(
        id="B",
        name="B",
        judgements=tuple(Judgement(GOAL, "P1", other, 1.0) for other in ("P2", "P3", "P4")),
    )
    study = with_people(judging("A", 3.0), partly)
    assert [person.id for person in heard(study, "P1")] == ["A"]
    assert [person.id for person in heard(study, GOAL)] == ["A", "B"]
    both = study_weights(study)
    assert both.node("P1").weights == pytest.approx(member_weights(study)[0].node("P1").weights)


def test_that_methods_can_be_mixed_in_joined_judgements() -> None:
    points = {"P1": 8.0, "P2": 4.0, "P3": 2.0, "P4": 1.0}
    consistent = Stakeholder(
        id="A",
        name="A",
        judgements=tuple(
            Judgement(GOAL, a, b, points[a] / points[b]) for a in points for b in points if a < b
        ),
    )
    shared = Stakeholder(id="B", name="B", method="direct", points=points)
    study = with_people(consistent, shared, group_method="judgements")
    assert study_weights(study).node(GOAL).weights == pytest.approx(np.array([8, 4, 2, 1]) / 15)


def test_that_a_part_of_the_group_can_be_combined_alone() -> None:
    people = (judging("A", 3.0), judging("B", 1 / 2), judging("C", 7.0))
    study = with_people(*people)
    pair = group_weights(study, people[:2])
    assert pair.values == pytest.approx(study_weights(with_people(*people[:2])).values, abs=1e-12)


def test_that_impossible_answers_of_one_silence_that_one_only() -> None:
    broken = Stakeholder(id="B", name="B", judgements=(Judgement(GOAL, "P1", "P2", -3.0),))
    study = with_people(judging("A", 3.0), broken)
    assert [person.id for person in answering(study)] == ["A"]
    assert study_weights(study).source == "A"


def test_that_zeros_of_some_do_not_leave_the_group_without_weights() -> None:
    halves = ({"P1": 1.0, "P2": 0.0, "P3": 1.0, "P4": 0.0}, {"P1": 0.0, "P2": 1.0, "P3": 0.0, "P4": 1.0})
    people = tuple(
        Stakeholder(id=key, name=key, method="direct", points=points)
        for key, points in zip("AB", halves, strict=True)
    )
    node = study_weights(with_people(*people)).node(GOAL)
    assert node.weights == pytest.approx([0.25] * 4)
    assert node.check is not None
    assert not node.check.is_passed


def test_that_figures_too_far_apart_for_a_judgement_stay_out_of_joined_ones() -> None:
    tiny = Stakeholder(
        id="B", name="B", method="direct", points={"P1": 100.0, "P2": 1e-10, "P3": 50.0, "P4": 0.0}
    )
    study = with_people(judging("A", 3.0), tiny, group_method="judgements")
    matrix = study_weights(study).node(GOAL).matrix
    assert matrix[0, 1] == pytest.approx(3.0)
    assert matrix[0, 2] == pytest.approx((3.0 * 2.0) ** 0.5)
