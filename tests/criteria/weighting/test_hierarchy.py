"""Weights down the hierarchy."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from criteria.errors import StudyError
from criteria.model.people import GOAL, Judgement, Stakeholder
from criteria.weighting.elicited import node_weights, stakeholder_weights
from criteria.weighting.hierarchy import equal_weights, given_weights, judgement_matrix
from criteria.weighting.study_weights import study_weights
from tests.support.studies import answered, example, study_with


def test_that_nobody_having_answered_gives_equal_weights_and_says_so() -> None:
    weights = study_weights(study_with())
    assert np.allclose(weights.values, 1 / 16)
    assert {node.status for node in weights.nodes} == {"unanswered"}
    assert weights.missing == 30


def test_that_global_weights_are_premise_times_local_and_sum_to_one() -> None:
    weights = study_weights(example())
    assert weights.values.sum() == pytest.approx(1)
    for criterion in weights.criteria:
        premise = example().premise_of[criterion].id
        assert weights.of(criterion) == pytest.approx(
            weights.premise_values[premise] * weights.local[criterion]
        )


def test_that_all_answers_alike_give_all_nodes_the_same_local_weights() -> None:
    weights = study_weights(answered(study_with(), 3.0))
    goal = weights.node(GOAL).weights
    assert all(np.allclose(node.weights, goal) for node in weights.nodes)
    assert all(node.status == "complete" and node.consistency is not None for node in weights.nodes)


def test_that_incomplete_answers_give_weights_from_the_known_ones() -> None:
    study = study_with()
    person = Stakeholder(
        id="ST1",
        name="A",
        judgements=(
            Judgement(GOAL, "P1", "P2", 2.0),
            Judgement(GOAL, "P2", "P3", 2.0),
            Judgement(GOAL, "P3", "P4", 2.0),
        ),
    )
    node = node_weights(study, person, GOAL)
    assert (node.status, node.missing, node.answered) == ("incomplete", 3, 3)
    assert np.allclose(node.weights, np.array([8, 4, 2, 1]) / 15)


def test_that_unconnected_answers_are_named_as_such() -> None:
    person = Stakeholder(id="ST1", name="A", judgements=(Judgement(GOAL, "P1", "P2", 3.0),))
    node = node_weights(study_with(), person, GOAL)
    assert (node.status, node.missing) == ("disconnected", 5)
    assert node.weights[0] / node.weights[1] == pytest.approx(3)


def test_that_cannot_say_counts_as_unknown() -> None:
    matrix = judgement_matrix(("a", "b"), "n", (Judgement("n", "a", "b", None),))
    assert np.isnan(matrix[0, 1])


def test_that_an_answer_given_the_other_way_round_is_its_reciprocal() -> None:
    matrix = judgement_matrix(("a", "b"), "n", (Judgement("n", "b", "a", 4.0),))
    assert (matrix[0, 1], matrix[1, 0]) == (0.25, 4.0)


def test_that_direct_points_are_shares() -> None:
    points = {"P1": 2.0, "P2": 1.0, "P3": 1.0, "P4": 0.0, "N1": 1.0}
    person = Stakeholder(id="ST1", name="A", method="direct", points=points)
    weights = stakeholder_weights(study_with(), person)
    assert weights.premise_values == {"P1": 0.5, "P2": 0.25, "P3": 0.25, "P4": 0.0}
    assert weights.local["N1"] == 1.0
    assert weights.node("P2").status == "unanswered"


def test_that_given_weights_are_normalised_and_parted_by_premise() -> None:
    weights = given_weights(study_with(), {"N1": 2, "S1": 1, "H1": 1})
    assert weights.of("N1") == 0.5
    assert weights.premise_values["P3"] == 0.0
    assert weights.local["A1"] == pytest.approx(0.25)


@pytest.mark.parametrize("values", [{"X9": 1.0}, {"N1": -1.0}, {"N1": 0.0}, {"N1": float("nan")}])
def test_that_impossible_weights_are_refused(values: dict[str, float]) -> None:
    with pytest.raises(StudyError):
        given_weights(study_with(), values)


def test_that_equal_weights_are_equal_within_unequal_premises() -> None:
    study = study_with()
    fewer = tuple(msgspec.structs.replace(c, active=c.id not in ("N1", "N2")) for c in study.criteria)
    weights = equal_weights(msgspec.structs.replace(study, criteria=fewer))
    assert weights.of("N3") == pytest.approx(1 / 8)
    assert weights.of("S1") == pytest.approx(1 / 16)


def test_that_contradictory_answers_are_named_with_the_worst_ratio() -> None:
    study = example()
    assert study_weights(study).contradictory == ()
    person = study.stakeholders[0]
    turned = tuple(
        Judgement(j.node, j.first, j.second, 1 / 9)
        if (j.node, j.first, j.second) == (GOAL, "P1", "P4")
        else j
        for j in person.judgements
    )
    changed = msgspec.structs.replace(person, judgements=turned)
    weights = study_weights(msgspec.structs.replace(study, stakeholders=(changed,)))
    assert [node.node for node in weights.contradictory] == [GOAL]
    assert weights.worst_ratio == weights.node(GOAL).ratio > 0.10


def test_that_unanswered_means_not_one_answer() -> None:
    study = study_with()
    assert study_weights(study).is_unanswered
    person = Stakeholder(id="ST1", name="A", judgements=(Judgement(GOAL, "P1", "P2", 3.0),))
    assert not stakeholder_weights(study, person).is_unanswered
