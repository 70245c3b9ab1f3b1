"""Random answers to open questions."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.model.people import GOAL, Judgement, Stakeholder
from criteria.sessions.completions import (
    answer_variance,
    answered,
    any_answers,
    end_answers,
    likely_answers,
)
from criteria.sessions.questions import NodeQuestions, node_questions
from criteria.weighting.consistency import consistency, gci_threshold
from tests.support.studies import study_with


def goal(*answers: tuple[str, str, float | None]) -> NodeQuestions:
    """The questions on the four premises after these answers."""
    judgements = tuple(Judgement(GOAL, *entry) for entry in answers)
    return node_questions(study_with(), Stakeholder(id="ST1", name="x", judgements=judgements), GOAL)


CHAIN = (("P1", "P2", 2.0), ("P2", "P3", 2.0), ("P3", "P4", 2.0))
LOOP = (*CHAIN, ("P1", "P3", 9.0))


def test_that_the_variance_is_that_of_an_acceptable_matrix_until_answers_can_contradict() -> None:
    assert answer_variance([goal()]) == pytest.approx(gci_threshold(4))
    assert answer_variance([goal(*CHAIN)]) == pytest.approx(gci_threshold(4))


def test_that_contradictions_of_all_nodes_count_by_their_degrees_of_freedom() -> None:
    """The GCI is the sum of squared errors over the degrees of freedom, of which a loop has one."""
    gci = consistency(goal(*LOOP).ratios).gci
    assert gci is not None
    assert answer_variance([goal(*LOOP)]) == pytest.approx((gci + gci_threshold(4)) / 2)
    assert answer_variance([goal(*LOOP), goal(*LOOP)]) == pytest.approx((2 * gci + gci_threshold(4)) / 3)
    consistent = goal(*CHAIN, ("P1", "P3", 4.0))
    assert answer_variance([consistent]) == pytest.approx(gci_threshold(4) / 2)


def test_that_likely_answers_lie_on_the_scale_around_what_fits() -> None:
    """Along a chain of answers of 2, P1 over P3 is 4 in the fit and P1 over P4 is 8."""
    node = goal(*CHAIN)
    assert node.open_pairs.tolist() == [[0, 2], [0, 3], [1, 3]]
    drawn = likely_answers(node, 4000, 0.04, np.random.default_rng(0))
    assert drawn.shape == (4000, 3)
    assert np.isin(np.log(drawn).round(9), node.levels.round(9)).all()
    assert np.median(drawn, axis=0) == pytest.approx([4.0, 8.0, 4.0])
    # P1 over P3: two estimated steps and the answer's own spread, then rounding to the scale.
    assert np.log(drawn[:, 0]).var() == pytest.approx(0.04 * 3, rel=0.25)


def test_that_what_nothing_links_is_drawn_over_the_whole_scale() -> None:
    drawn = likely_answers(goal(("P1", "P2", 3.0)), 3000, 0.01, np.random.default_rng(0))
    pairs = goal(("P1", "P2", 3.0)).open_pairs.tolist()
    free = np.log(drawn[:, pairs.index([2, 3])])
    assert free.min() < -1.8
    assert free.max() > 1.8
    assert abs(free.mean()) < 0.1
    # Both premises that are linked with each other stand to a third one alike.
    gap = np.log(drawn[:, pairs.index([0, 2])] / drawn[:, pairs.index([1, 2])])
    assert np.median(gap) == pytest.approx(np.log(3), abs=0.2)


def test_that_the_same_seed_gives_the_same_answers() -> None:
    first, second = (likely_answers(goal(*LOOP), 50, 0.3, np.random.default_rng(4)) for _ in range(2))
    np.testing.assert_array_equal(first, second)


def test_that_any_answers_take_all_steps_alike_and_end_answers_the_ends() -> None:
    node = goal(*CHAIN)
    values, counts = np.unique(any_answers(node, 6000, np.random.default_rng(0)).round(9), return_counts=True)
    assert len(values) == 17
    assert counts.min() > 0.8 * counts.max()
    ends = end_answers(node, 500, np.random.default_rng(0))
    assert set(ends.ravel().round(9)) == {round(1 / 9, 9), 9.0}


def test_that_draws_fill_the_open_pairs_and_leave_the_declined() -> None:
    node = goal(*CHAIN, ("P1", "P4", None))
    stack = answered(node, np.array([[4.0, 3.0], [5.0, 0.5]]))
    assert (stack[0, 0, 2], stack[0, 2, 0], stack[1, 1, 3], stack[1, 3, 1]) == (4.0, 0.25, 0.5, 2.0)
    assert np.isnan(stack[:, 0, 3]).all()
    assert (stack[:, 0, 1] == 2.0).all()
