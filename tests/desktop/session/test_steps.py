"""What is asked of whom, in which order, and what an answer changes."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from criteria.model.people import ALL, GOAL, Stakeholder
from criteria.model.study import Study
from criteria.sessions.progress import node_progress, progress
from criteria.weighting.elicited import stakeholder_weights
from desktop.session.answering import answer, cannot_say, choices, given
from desktop.session.steps import is_done, steps_of
from tests.support.groups import of
from tests.support.studies import example


def with_person(**fields: Any) -> Study:
    return of(example(), Stakeholder(id="ST1", name="Rosa", **fields))


def answered_all(study: Study) -> Study:
    """Answers screen after screen as a person would, always with the first choice or the same figure."""
    for _ in range(200):
        person = study.stakeholder("ST1")
        step = next((step for step in steps_of(study, person) if not is_done(person, step)), None)
        if step is None:
            return study
        value: float | str = 3.0
        if step.kind in {"rank", "best", "worst"}:
            value = choices(study, person, step)[0]
        study = answer(study, "ST1", step, value)
    raise AssertionError("the questions do not end")


def test_that_every_pair_is_asked_once_in_an_order_of_ones_own() -> None:
    study = with_person()
    rosa = study.stakeholder("ST1")
    kofi = msgspec.structs.replace(rosa, id="ST2")
    steps = steps_of(study, rosa)
    assert len({(s.node, frozenset((s.first, s.second))) for s in steps}) == len(steps) == 30
    assert steps == steps_of(study, msgspec.structs.replace(rosa, name="Another name"))
    assert steps != steps_of(study, kofi)
    assert set(steps) == set(steps_of(study, kofi))


def test_that_the_seed_of_the_study_decides_the_order() -> None:
    study = with_person()
    other = of(study, *study.stakeholders, seed=study.settings.seed + 1)
    assert steps_of(study, study.stakeholder("ST1")) != steps_of(other, study.stakeholder("ST1"))


@pytest.mark.parametrize(
    ("method", "count"), [("pairwise", 30), ("swing", 20), ("rank_order", 15), ("best_worst", 35)]
)
def test_that_each_method_ends_with_weights_from_all_nodes(method: Any, count: int) -> None:
    study = with_person(method=method)
    assert progress(study, study.stakeholder("ST1")) == (0, count)
    study = answered_all(study)
    person = study.stakeholder("ST1")
    assert progress(study, person) == (count, count)
    weights = stakeholder_weights(study, person)
    assert {node.status for node in weights.nodes} == {"complete"}
    assert sum(weights.values) == pytest.approx(1)


def test_that_all_criteria_at_once_are_one_node() -> None:
    study = with_person(method="swing", layout="flat")
    steps = steps_of(study, study.stakeholder("ST1"))
    assert {step.node for step in steps} == {ALL}
    assert len(steps) == 16


def test_that_cannot_say_is_an_answer_without_a_value() -> None:
    study = with_person()
    step = steps_of(study, study.stakeholder("ST1"))[0]
    said = cannot_say(study, "ST1", step).stakeholder("ST1")
    assert is_done(said, step)
    assert given(said, step) is None


def test_that_another_second_place_keeps_the_order_behind_it() -> None:
    study = answered_all(with_person(method="rank_order"))
    first, second, third, fourth = study.children(GOAL)
    step = steps_of(study, study.stakeholder("ST1"))[1]
    changed = answer(study, "ST1", step, third).stakeholder("ST1")
    assert changed.orders[GOAL] == ((first,), (third,), (second,), (fourth,))


def test_that_another_best_asks_anew_what_it_is_compared_with() -> None:
    study = answered_all(with_person(method="best_worst"))
    best = steps_of(study, study.stakeholder("ST1"))[0]
    last = study.children(GOAL)[-1]
    person = answer(study, "ST1", best, last).stakeholder("ST1")
    assert person.best_worst[GOAL].best == last
    assert not person.best_worst[GOAL].from_best
    screens = [step for step in steps_of(study, person) if step.node == GOAL]
    done = sum(is_done(person, step) for step in screens)
    assert node_progress(study, person, GOAL) == (done, 7) == (4, len(screens))
