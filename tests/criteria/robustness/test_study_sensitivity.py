"""Sensitivity of a study's rankings."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from criteria.edits.settings import set_settings
from criteria.model.settings import METHODS, Method
from criteria.ranking.ranks import competition_ranks
from criteria.ranking.results import rank
from criteria.robustness.study_sensitivity import (
    elements,
    members,
    scorer,
    scores_at,
    steady_rows,
    study_crossings,
    study_stability,
    study_sweep,
    study_sweeps,
)
from tests.support.studies import example, project, study_with

CHOICES = [
    {},
    {"topsis_normalisation": "vector", "ahp_synthesis": "distributive"},
    {"topsis_normalisation": "minmax", "theta": 0.2},
]


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("method", METHODS)
def test_that_scores_at_the_present_weight_are_the_scores_of_the_ranking(
    choice: dict[str, object], method: Method
) -> None:
    results = rank(set_settings(example(), **choice))
    rows = list(steady_rows(results))
    for element in ("P1", "H2"):
        weight = float(results.weights.values[members(results, element)].sum())
        assert scores_at(results, method, element, weight) == pytest.approx(
            results.methods[method].scores[rows], abs=1e-12
        )


@pytest.mark.parametrize("choice", CHOICES)
def test_that_the_first_place_changes_just_outside_each_interval_and_not_inside(
    choice: dict[str, object],
) -> None:
    results = rank(set_settings(example(), **choice))
    for item in study_stability(results):
        interval = item.stability.winner

        def leader(weight: float, method: Method = item.method, element: str = item.element) -> int:
            return int(scores_at(results, method, element, weight).argmax())

        now = leader(item.stability.weight)
        if interval.lower_pair is not None:
            assert leader(interval.lower + 1e-7) == now
            assert leader(interval.lower - 1e-7) == interval.lower_pair[1] != now
        if interval.upper_pair is not None:
            assert leader(interval.upper - 1e-7) == now
            assert leader(interval.upper + 1e-7) == interval.upper_pair[1] != now


def test_that_every_element_is_examined_under_every_method() -> None:
    results = rank(example())
    assert len(study_stability(results)) == len(elements(results)) * len(METHODS) == 60


def test_that_a_sweep_runs_over_the_projects_that_take_part() -> None:
    results = rank(example())
    found = study_sweep(results, "topsis", "P2", steps=11)
    assert found is not None
    assert found.sweep.scores.shape == (11, 19)
    assert found.weight == pytest.approx(results.weights.premise_values["P2"])
    assert np.array_equal(found.sweep.ranks[0], competition_ranks(found.sweep.scores[0]))


def test_that_crossings_are_ties() -> None:
    results = rank(example())
    for crossing in study_crossings(results, "benefit_risk", "P1")[:10]:
        scores = scores_at(results, "benefit_risk", "P1", crossing.t)
        assert scores[crossing.upper_before] == pytest.approx(scores[crossing.upper_after], abs=1e-9)


def test_that_projects_with_gaps_are_left_out_not_guessed() -> None:
    study = study_with(project("P1"), project("P2", N3=None), project("P3", N3=2))
    results = rank(study)
    assert steady_rows(results) == (0, 2)


def test_that_fewer_than_two_projects_have_no_sensitivity() -> None:
    results = rank(study_with(project("P1")))
    assert scorer(results, "ahp") is None
    assert study_stability(results) == ()
    assert study_sweep(results, "ahp", "P1") is None
    assert study_crossings(results, "ahp", "P1") == ()
    assert scores_at(results, "ahp", "P1", 0.5).size == 0


def test_that_a_premise_gathers_its_active_criteria() -> None:
    study = example()
    off = tuple(msgspec.structs.replace(c, active=c.id != "N1") for c in study.criteria)
    results = rank(msgspec.structs.replace(study, criteria=off))
    assert members(results, "P1").sum() == 3
    assert "N1" not in elements(results)


def test_that_all_sweeps_are_those_of_each_weight() -> None:
    results = rank(example())
    found = study_sweeps(results, "benefit_risk", 11)
    assert tuple(item.element for item in found) == elements(results)
    for item in found:
        alone = study_sweep(results, "benefit_risk", item.element, 11)
        assert alone is not None
        assert item.weight == alone.weight
        np.testing.assert_array_equal(item.sweep.scores, alone.sweep.scores)
    assert study_sweeps(rank(study_with(project("P1"))), "topsis") == ()
