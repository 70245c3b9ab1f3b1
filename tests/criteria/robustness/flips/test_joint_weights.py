"""Flips by all weights together."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.model.settings import METHODS, Method
from criteria.ranking.results import rank
from criteria.robustness.flips.joint_weights import joint_weight_flips, least_shift, moved_share
from criteria.robustness.flips.standing import Question, flipped_rows
from criteria.robustness.flips.weight_flips import front_rows, weight_flips
from criteria.robustness.study_sensitivity import scorer
from tests.support.flips import CASES, assert_flip, assert_least, studies
from tests.support.studies import answered, project, study_with


def by_programme(weights: np.ndarray, lead: float, pull: np.ndarray) -> float | None:
    """The least share of weight that moves, by a linear programme with up and down parts of each change."""
    from scipy.optimize import linprog

    count = len(weights)
    found = linprog(
        np.ones(2 * count),
        A_ub=[np.concatenate([pull, -pull])],
        b_ub=[-lead],
        A_eq=[np.concatenate([np.ones(count), -np.ones(count)])],
        b_eq=[0.0],
        bounds=[(0.0, None)] * count + [(0.0, weight) for weight in weights],
    )
    return 0.5 * float(found.fun or 0.0) if found.success else None


@pytest.mark.parametrize("seed", range(40))
def test_that_the_closed_form_solves_the_linear_programme(seed: int) -> None:
    rng = np.random.default_rng(seed)
    count = int(rng.integers(2, 9))
    weights = rng.dirichlet(np.ones(count)) * (rng.random(count) > 0.2)
    weights /= weights.sum() or 1.0
    pull = rng.normal(size=count)
    lead = float(rng.uniform(0.0, 1.2))
    found, expected = least_shift(weights, lead, pull), by_programme(weights, lead, pull)
    assert (found is None) == (expected is None)
    if found is not None:
        assert moved_share(weights, found) == pytest.approx(expected, abs=1e-8)
        assert found.sum() == pytest.approx(weights.sum())
        assert found.min() >= 0.0
        assert lead + pull @ (found - weights) == pytest.approx(0.0, abs=1e-9)


def test_that_a_closed_lead_moves_nothing() -> None:
    weights = np.array([0.5, 0.5])
    assert least_shift(weights, -0.1, np.array([1.0, 0.0])) is weights


@pytest.mark.parametrize(("place", "method", "k"), CASES)
def test_that_it_flips_with_less_weight_than_any_single_one(place: int, method: Method, k: int) -> None:
    question = Question.of(studies()[place], method, k)
    (flip,) = joint_weight_flips(question)
    assert_flip(question, flip)
    assert flip.size <= min(one.size for one in weight_flips(question)) + 1e-9
    assert sum(move.after - move.before for move in flip.moves) == pytest.approx(0.0, abs=1e-9)
    assert 0.5 * sum(abs(move.after - move.before) for move in flip.moves) == pytest.approx(flip.size)
    assert flip.is_exact == (method == "ahp")
    if flip.is_exact:
        assert_least(question, flip)


@pytest.mark.parametrize("method", METHODS)
def test_that_no_drawn_weights_so_near_flip(method: Method) -> None:
    question = Question.of(studies()[0], method)
    (flip,) = joint_weight_flips(question)
    asked = scorer(rank(question.study), method)
    assert asked is not None
    weights = rank(question.study).weights.values
    rng = np.random.default_rng(3)
    givers, takers = rng.dirichlet(np.full(len(weights), 0.2), (2, 20_000))
    amount = np.minimum(0.999 * flip.size, (weights / np.maximum(givers, 1e-12)).min(axis=1))
    rows = np.maximum(weights + amount[:, None] * (takers - givers), 0.0)
    assert not flipped_rows(asked.scores(rows), front_rows(question), 1).any()


def test_that_a_dominated_rival_never_overtakes() -> None:
    study = answered(study_with(project("A", N3=7, A1=7), project("B"), project("C", N3=1)))
    for method in METHODS:
        assert list(joint_weight_flips(Question.of(study, method))) == []
