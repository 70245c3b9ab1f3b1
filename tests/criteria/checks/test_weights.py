"""Answers that are missing, unlinked or contradictory."""

from __future__ import annotations

import msgspec
import pytest

from criteria.checks.weights import weight_problems
from criteria.edits.people import set_way_of_answering
from criteria.edits.weights import set_best_worst, set_order
from criteria.files.example import example_study
from criteria.model.people import BestWorst, Judgement, Stakeholder
from criteria.model.study import Study
from criteria.problem_words import message


def asked(judgements: tuple[Judgement, ...]) -> Study:
    """The example with other answers about the premises, those about criteria kept."""
    study = example_study()
    first = study.stakeholders[0]
    kept = tuple(judgement for judgement in first.judgements if judgement.node != "goal")
    changed = msgspec.structs.replace(first, judgements=(*kept, *judgements))
    return msgspec.structs.replace(study, stakeholders=(changed,))


def goal(first: str, second: str, value: float | None) -> Judgement:
    return Judgement("goal", first, second, value)


CHAIN = (goal("P1", "P2", 3.0), goal("P2", "P3", 3.0), goal("P3", "P4", 1.0))


def test_that_the_answers_of_the_example_leave_nothing_to_ask() -> None:
    assert list(weight_problems(example_study())) == []


@pytest.mark.parametrize(
    ("judgements", "severity", "code"),
    [
        ((), "warning", "weights-unanswered"),
        ((goal("P1", "P2", None),), "warning", "weights-unanswered"),
        ((goal("P1", "P2", 2.0),), "warning", "weights-disconnected"),
        (CHAIN, "note", "weights-incomplete"),
    ],
)
def test_that_open_answers_are_told(judgements: tuple[Judgement, ...], severity: str, code: str) -> None:
    (problem,) = weight_problems(asked(judgements))
    assert (problem.severity, problem.code) == (severity, code)
    assert problem.where == ("stakeholder", "ST1", "goal")


def test_that_a_contradiction_is_told_with_its_ratio() -> None:
    circle = (*CHAIN, goal("P1", "P3", 1 / 5), goal("P1", "P4", 5.0), goal("P2", "P4", 1.0))
    (problem,) = weight_problems(asked(circle))
    assert problem.code == "inconsistent-judgements"
    assert float(problem.details["cr"]) > 0.5


def test_that_contradictions_show_before_all_is_answered() -> None:
    codes = [p.code for p in weight_problems(asked((*CHAIN, goal("P1", "P3", 1 / 9))))]
    assert codes == ["weights-incomplete", "inconsistent-judgements"]


def test_that_answers_no_method_accepts_are_an_error() -> None:
    (problem,) = weight_problems(asked((goal("P1", "P2", -3.0),)))
    assert (problem.severity, problem.code) == ("error", "weights-unusable")


def test_that_each_stakeholder_is_looked_at() -> None:
    study = example_study()
    second = Stakeholder(id="ST2", name="Second", method="direct", points={"P1": 50.0})
    found = tuple(weight_problems(msgspec.structs.replace(study, stakeholders=(*study.stakeholders, second))))
    assert {p.where[1:] for p in found} == {("ST2", node) for node in ("goal", "P1", "P2", "P3", "P4")}
    assert [p.details["missing"] for p in found if p.code == "figures-incomplete"] == [3]


def test_that_equal_weights_are_told_where_nobody_is_asked() -> None:
    nobody = msgspec.structs.replace(example_study(), stakeholders=())
    assert [p.code for p in weight_problems(nobody)] == ["no-stakeholder"]


def test_that_not_one_answer_is_told_once_not_for_every_group_of_questions() -> None:
    study = example_study()
    silent = msgspec.structs.replace(study.stakeholders[0], judgements=())
    (problem,) = weight_problems(msgspec.structs.replace(study, stakeholders=(silent,)))
    assert (problem.code, problem.where) == ("nothing-weighed", ("stakeholder", "ST1"))


def test_that_zeros_are_told_that_rule_the_group_or_leave_it_no_mean() -> None:
    study = example_study()
    points = ({"P1": 60.0, "P2": 40.0, "P3": 0.0, "P4": 0.0}, {"P1": 0.0, "P2": 100.0, "P3": 0.0, "P4": 0.0})
    people = tuple(
        Stakeholder(id=key, name=key, method="direct", points=given)
        for key, given in zip("AB", points, strict=True)
    )
    codes = [p.code for p in weight_problems(msgspec.structs.replace(study, stakeholders=people))]
    assert codes.count("zero-rules-group") == 5
    assert "no-geometric-mean" not in codes
    opposed = (people[0], msgspec.structs.replace(people[1], points={**points[1], "P2": 0.0, "P3": 100.0}))
    codes = [p.code for p in weight_problems(msgspec.structs.replace(study, stakeholders=opposed))]
    assert "no-geometric-mean" in codes
    told = weight_problems(msgspec.structs.replace(study, stakeholders=opposed))
    # Where the arithmetic mean stands in, no zero decides for all.
    assert {p.where[2] for p in told if p.code == "zero-rules-group"} == set()


def told_under_goal(study: Study) -> list[tuple[str, str]]:
    found = [p for p in weight_problems(study) if p.where[2:] == ("goal",)]
    return [(p.code, message(p, study)) for p in found]


def test_that_an_unfinished_order_does_not_speak_of_zero() -> None:
    study = set_way_of_answering(example_study(), "ST1", method="rank_order")
    study = set_order(study, "ST1", "goal", (("P1",), ("P2",)))
    ((code, sentence),) = told_under_goal(study)
    assert code == "order-incomplete"
    assert sentence.endswith(
        "has not placed 2 items under the goal; what is not placed shares the last place until then."
    )


def test_that_an_unfinished_best_worst_answer_speaks_of_comparisons() -> None:
    study = set_way_of_answering(example_study(), "ST1", method="best_worst")
    from_best = {"P2": 2.0, "P3": 3.0, "P4": 6.0}
    answer = BestWorst(best="P1", worst="P4", from_best=from_best, to_worst={"P2": 3.0})
    ((code, sentence),) = told_under_goal(set_best_worst(study, "ST1", "goal", answer))
    assert code == "best-worst-incomplete"
    assert sentence.endswith(
        "left 1 comparison with the best or the worst open under the goal; weights follow from the others."
    )
