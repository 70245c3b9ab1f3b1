"""Weights of one stakeholder by every method."""

from __future__ import annotations

import math
from typing import Any

import msgspec
import numpy as np
import pytest

from criteria.errors import MethodError
from criteria.model.people import ALL, GOAL, BestWorst, Judgement, Stakeholder
from criteria.model.study import Study
from criteria.weighting.elicited import node_weights, stakeholder_weights
from tests.support.studies import study_with


def person(**fields: Any) -> Stakeholder:
    return Stakeholder(id="ST1", name="Someone", **fields)


def goal_weights(study: Study, **fields: Any) -> list[float]:
    return [round(float(x), 12) for x in node_weights(study, person(**fields), GOAL).weights]


GOAL_FIGURES = {"P1": 100.0, "P2": 50.0, "P3": 25.0, "P4": 25.0}


@pytest.mark.parametrize(
    ("method", "field"), [("swing", "swings"), ("direct", "points"), ("rating", "ratings")]
)
def test_that_figures_count_in_proportion(method: str, field: str) -> None:
    given = goal_weights(study_with(), method=method, **{field: GOAL_FIGURES})
    assert given == [0.5, 0.25, 0.125, 0.125]


def test_that_each_method_reads_its_own_figures_only() -> None:
    node = node_weights(study_with(), person(method="rating", points=GOAL_FIGURES), GOAL)
    assert (node.status, node.missing) == ("unanswered", 4)


@pytest.mark.parametrize(
    ("fields", "figure", "passed"),
    [
        ({"method": "swing", "swings": GOAL_FIGURES}, 100.0, True),
        ({"method": "swing", "swings": {**GOAL_FIGURES, "P1": 90.0}}, 90.0, False),
        ({"method": "direct", "points": GOAL_FIGURES}, 200.0, False),
        ({"method": "direct", "points": dict.fromkeys(GOAL_FIGURES, 25.0)}, 100.0, True),
        ({"method": "rating", "ratings": {**GOAL_FIGURES, "P4": 10.0}}, 10.0, True),
        ({"method": "rating", "ratings": GOAL_FIGURES}, 25.0, False),
    ],
)
def test_that_each_method_has_a_check_of_its_own(fields: dict[str, Any], figure: float, passed: bool) -> None:
    check = node_weights(study_with(), person(**fields), GOAL).check
    assert check is not None
    assert (check.figure, check.is_passed) == (figure, passed)


def test_that_what_has_no_figure_yet_is_counted_as_missing() -> None:
    node = node_weights(study_with(), person(method="swing", swings={"P1": 100.0, "P2": 100.0}), GOAL)
    assert (node.status, node.missing, node.check) == ("incomplete", 2, None)
    assert node.weights.tolist() == [0.5, 0.5, 0.0, 0.0]


def test_that_an_order_gives_centroid_weights_with_ties_sharing() -> None:
    orders = {GOAL: (("P3",), ("P1", "P2"), ("P4",))}
    centroid = [25 / 48, 13 / 48, 7 / 48, 3 / 48]
    shared = (centroid[1] + centroid[2]) / 2
    given = goal_weights(study_with(), method="rank_order", orders=orders)
    assert given == pytest.approx([shared, shared, centroid[0], centroid[3]])


def test_that_an_order_ignores_what_the_study_has_switched_off() -> None:
    orders = {GOAL: (("gone",), ("P1",), ("P2",), ("P3",), ("P4",))}
    node = node_weights(study_with(), person(method="rank_order", orders=orders), GOAL)
    assert node.status == "complete"
    assert node.weights[0] == pytest.approx(25 / 48)


def test_that_best_and_worst_give_the_weights_of_the_linear_model() -> None:
    """Rezaei (2016): consistent comparisons are met exactly, so xi is 0."""
    answer = BestWorst(
        best="P2", worst="P4", from_best={"P1": 2, "P3": 4, "P4": 8}, to_worst={"P1": 4, "P3": 2}
    )
    node = node_weights(study_with(), person(method="best_worst", best_worst={GOAL: answer}), GOAL)
    assert node.weights == pytest.approx(np.array([4, 8, 2, 1]) / 15)
    assert node.check is not None
    assert (node.status, node.check.figure, node.check.is_passed) == ("complete", 0.0, True)


def test_that_comparisons_with_the_best_alone_are_not_enough_for_all() -> None:
    answer = BestWorst(best="P2", worst="P4", from_best={"P1": 2})
    node = node_weights(study_with(), person(method="best_worst", best_worst={GOAL: answer}), GOAL)
    assert (node.status, node.missing) == ("disconnected", 4)


def test_that_a_flat_answer_weighs_all_criteria_at_once() -> None:
    study = study_with()
    swings = {c.id: 10.0 * (place + 1) for place, c in enumerate(study.active_criteria)}
    weights = stakeholder_weights(study, person(method="swing", layout="flat", swings=swings))
    total = sum(swings.values())
    assert weights.values == pytest.approx([swings[c] / total for c in weights.criteria])
    assert weights.premise_values["P1"] == pytest.approx(100 / total)
    assert weights.flat is not None
    assert weights.flat.node == ALL


def test_that_a_flat_layout_does_not_change_comparisons_in_pairs() -> None:
    study = study_with()
    weights = stakeholder_weights(study, person(layout="flat"))
    assert weights.flat is None
    assert weights.is_unanswered


def test_that_a_scale_of_judgement_turns_answers_into_other_ratios() -> None:
    judgements = (Judgement(GOAL, "P1", "P2", 3.0),)
    linear = goal_weights(study_with(), judgements=judgements)
    power = goal_weights(study_with(), judgements=judgements, judgement_scale="power")
    assert linear[0] / linear[1] == pytest.approx(3)
    assert power[0] / power[1] == pytest.approx(9)


def test_that_a_scale_refuses_answers_beyond_nine() -> None:
    judged = person(judgements=(Judgement(GOAL, "P1", "P2", 12.0),), judgement_scale="geometric")
    with pytest.raises(MethodError, match="above 9"):
        node_weights(study_with(), judged, GOAL)


def test_that_the_setting_chooses_how_missing_judgements_are_dealt_with() -> None:
    """The 5 x 5 matrix of Saaty with two judgements removed differs between the three methods."""
    study = study_with()
    answers = {("P1", "P2"): 1 / 5, ("P1", "P3"): 3, ("P2", "P3"): 7, ("P2", "P4"): 1, ("P3", "P4"): 1 / 4}
    judgements = tuple(Judgement(GOAL, a, b, float(x)) for (a, b), x in answers.items())
    found = []
    for method in ("least_squares", "harker", "lambda_max"):
        settings = msgspec.structs.replace(study.settings, incomplete=method)
        changed = msgspec.structs.replace(study, settings=settings)
        found.append(node_weights(changed, person(judgements=judgements), GOAL).weights)
    assert all(math.isclose(weights.sum(), 1) for weights in found)
    assert not np.allclose(found[0], found[1], atol=1e-6)
    assert not np.allclose(found[1], found[2], atol=1e-6) or not np.allclose(found[0], found[2], atol=1e-6)
