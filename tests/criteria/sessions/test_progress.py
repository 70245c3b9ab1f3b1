"""How far somebody is, counted in questions of each method."""

from __future__ import annotations

import pytest

from criteria.edits.people import set_way_of_answering
from criteria.edits.weights import judge, set_best_worst, set_figures, set_order
from criteria.files.example import example_study
from criteria.model.people import BestWorst, Judgement, WeightMethod
from criteria.sessions.progress import node_progress, progress


@pytest.mark.parametrize(
    ("method", "asked"),
    [("pairwise", 30), ("swing", 20), ("direct", 20), ("rating", 20), ("rank_order", 15), ("best_worst", 35)],
)
def test_that_each_method_asks_its_number_of_questions(method: WeightMethod, asked: int) -> None:
    study = set_way_of_answering(example_study(), "ST1", method=method)
    done = asked if method == "pairwise" else 0
    assert progress(study, study.stakeholders[0]) == (done, asked)


def test_that_cannot_say_is_an_answer() -> None:
    study = judge(example_study(), "ST1", Judgement("goal", "P1", "P2", None))
    assert progress(study, study.stakeholders[0]) == (30, 30)


def test_that_the_last_place_of_an_order_is_no_question() -> None:
    study = set_way_of_answering(example_study(), "ST1", method="rank_order")
    counts = []
    for order in ((("P1",),), (("P1",), ("P2", "P3")), (("P1",), ("P2", "P3"), ("P4",))):
        study = set_order(study, "ST1", "goal", order)
        counts.append(node_progress(study, study.stakeholders[0], "goal"))
    assert counts == [(1, 3), (3, 3), (3, 3)]


def test_that_best_and_worst_are_questions_too() -> None:
    study = set_way_of_answering(example_study(), "ST1", method="best_worst")
    answers = (
        BestWorst(best="P1"),
        BestWorst(best="P1", worst="P4"),
        BestWorst(best="P1", worst="P4", from_best={"P4": 6.0}),
        BestWorst(best="P1", worst="P4", from_best={"P2": 2.0, "P3": 3.0, "P4": 6.0}, to_worst={"P2": 3.0}),
    )
    counts = []
    for answer in answers:
        study = set_best_worst(study, "ST1", "goal", answer)
        counts.append(node_progress(study, study.stakeholders[0], "goal"))
    assert counts == [(1, 7), (2, 7), (3, 7), (6, 7)]


def test_that_zero_is_a_figure() -> None:
    study = set_way_of_answering(example_study(), "ST1", method="direct")
    study = set_figures(study, "ST1", "direct", {"P1": 0.0, "P2": 60.0})
    assert node_progress(study, study.stakeholders[0], "goal") == (2, 4)
