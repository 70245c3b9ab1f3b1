"""Weights drawn for a study: each source keeps what it promises."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.arrays import Floats
from criteria.edits.people import add_stakeholder, set_way_of_answering
from criteria.edits.weights import set_figures
from criteria.errors import StudyError
from criteria.ranking.results import Results, rank
from criteria.robustness.weight_draws import shares_of
from criteria.robustness.weight_sources import WeightSource, offered_sources, weights_from
from tests.support.studies import answered, example, project, study_with

DRAWS = 4000


def drawn(results: Results, source: WeightSource, spread: float = 0.2) -> Floats:
    draws = weights_from(results, source, spread)
    return shares_of(draws.draw(np.random.Generator(np.random.SFC64(7)), DRAWS))


def test_that_uniform_weights_favour_no_criterion() -> None:
    results = rank(example())
    count = len(results.weights.values)
    assert drawn(results, "uniform").mean(axis=0) == pytest.approx(np.full(count, 1 / count), abs=0.005)


def test_that_premises_are_drawn_before_their_criteria() -> None:
    results = rank(example())
    rows = drawn(results, "premises")
    groups = np.asarray(results.matrix.groups)
    shares = [rows[:, groups == group].sum(axis=1).mean() for group in np.unique(groups)]
    assert shares == pytest.approx([0.25] * 4, abs=0.02)


def test_that_weights_around_the_stated_ones_have_them_as_mean() -> None:
    results = rank(example())
    rows = drawn(results, "around", 0.3)
    assert rows.mean(axis=0) == pytest.approx(results.weights.values, abs=0.003)


def test_that_a_wider_spread_varies_more() -> None:
    results = rank(example())
    assert (drawn(results, "around", 0.5).std(axis=0) > drawn(results, "around", 0.1).std(axis=0)).all()


def test_that_ranges_bound_every_weight() -> None:
    results = rank(example())
    ratio = drawn(results, "ranges", 0.2) / results.weights.values
    assert ratio.min() >= 0.8 - 1e-9
    assert ratio.max() <= 1.2 + 1e-9


def test_that_the_stated_order_is_kept() -> None:
    results = rank(answered(study_with(project("P1"), project("P2"))))
    order = np.argsort(-results.weights.values, kind="stable")
    now = results.weights.values[order]
    rows = drawn(results, "ordered")[:, order]
    falls = np.diff(now) < -1e-9
    assert falls.any()
    assert (np.diff(rows, axis=1)[:, falls] <= 1e-12).all()


def test_that_stakeholders_are_offered_once_two_have_answered() -> None:
    study = answered(study_with(project("P1"), project("P2")))
    assert "stakeholders" not in offered_sources(rank(study))
    study = add_stakeholder(study, "Someone else", voting_power=3.0)
    other = study.stakeholders[1].id
    study = set_way_of_answering(study, other, method="direct", layout="flat")
    figures = {criterion.id: 1.0 for criterion in study.active_criteria}
    study = set_figures(study, other, "direct", figures)
    results = rank(study)
    assert "stakeholders" in offered_sources(results)
    rows = drawn(results, "stakeholders")
    equal = np.isclose(rows, 1 / rows.shape[1]).all(axis=1)
    assert equal.mean() == pytest.approx(0.75, abs=0.03)


def test_that_nobody_can_be_drawn_where_nobody_answered() -> None:
    with pytest.raises(StudyError, match="No stakeholder"):
        weights_from(rank(study_with(project("P1"), project("P2"))), "stakeholders")
