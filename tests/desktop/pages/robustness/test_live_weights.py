"""Weights that are being tried: who makes room, what is locked, and how they follow the study."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.edits.criteria_tree import set_criterion_active
from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.robustness.sweep import sweep_weights
from desktop.pages.robustness.live_weights import LiveWeights
from tests.support.studies import answered, example


def following(study: Study) -> LiveWeights:
    weights = LiveWeights()
    weights.follow(rank(study))
    return weights


def premises(weights: LiveWeights) -> list[float]:
    return [weights.share(premise, weights.values) for premise in ("P1", "P2", "P3", "P4")]


def test_that_they_begin_as_stated() -> None:
    weights = following(example())
    assert not weights.is_moved
    assert weights.values.sum() == pytest.approx(1.0)


def test_that_a_criterion_moves_as_in_the_sensitivity() -> None:
    weights = following(example())
    weights.move("S1", 0.3)
    place = weights.criteria.index("S1")
    np.testing.assert_allclose(weights.values, sweep_weights(weights.stated, [place], 11)[3], atol=1e-12)
    assert weights.is_moved


def test_that_only_its_premise_makes_room_on_request() -> None:
    weights = following(example())
    before = premises(weights)
    weights.is_within = True
    weights.move("S1", 0.06)
    assert premises(weights) == pytest.approx(before)
    assert weights.share("S1", weights.values) == pytest.approx(0.06)
    assert weights.span("S1") == pytest.approx((0.0, before[1]))


def test_that_a_drag_through_both_ends_loses_no_proportion() -> None:
    weights = following(example())
    for value in (0.5, 1.0, 0.0, weights.share("P2", weights.stated)):
        weights.move("P2", value)
    np.testing.assert_allclose(weights.values, weights.stated, atol=1e-12)
    weights.move("P2", 0.0)
    weights.let_go()
    weights.move("P2", weights.share("P2", weights.stated))
    np.testing.assert_allclose(weights.values, weights.stated, atol=1e-12)


def test_that_a_locked_premise_keeps_its_weight_while_its_own_criteria_move() -> None:
    weights = following(example())
    before = premises(weights)
    weights.lock("P4", True)
    weights.move("P1", 0.5)
    assert premises(weights)[3] == pytest.approx(before[3])
    assert weights.span("P4") == pytest.approx((before[3], before[3]))
    weights.move("H1", before[3])
    assert premises(weights)[3] == pytest.approx(before[3])
    assert weights.share("H2", weights.values) == pytest.approx(0.0)
    weights.lock("P4", False)
    assert weights.span("P4") == pytest.approx((0.0, 1.0))


def test_that_what_was_tried_stays_while_the_criteria_are_the_same() -> None:
    weights = following(example())
    weights.move("P1", 0.6)
    tried = weights.values.copy()
    weights.follow(rank(answered(example())))
    np.testing.assert_array_equal(weights.values, tried)
    weights.lock("S3", True)
    weights.follow(rank(set_criterion_active(example(), "S3", False)))
    assert not weights.is_moved
    assert len(weights.values) == 15
    assert weights.locked == frozenset()


def test_that_untouched_weights_follow_the_answers() -> None:
    weights = following(example())
    other = answered(example())
    weights.follow(rank(other))
    np.testing.assert_allclose(weights.values, rank(other).weights.values, atol=1e-12)
