"""Reasons, differences and agreement."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.ranking.explain import agreement, differences, ideal_shares, mean_values, reasons
from criteria.ranking.results import rank
from tests.support.studies import example, project, study_with


def test_that_reasons_are_sorted_and_add_up_to_the_lead_over_the_mean() -> None:
    results = rank(example())
    row = results.index("P05")
    found = reasons(results, row)
    effects = [reason.effect for reason in found]
    assert effects == sorted(effects, reverse=True)
    mean_score = float((mean_values(results) * results.weights.values).sum())
    assert sum(effects) == pytest.approx(float(results.methods["ahp"].low[row]) - mean_score)


def test_that_a_missing_figure_is_no_reason() -> None:
    results = rank(study_with(project("P1", N3=None), project("P2")))
    assert "N3" not in [reason.criterion for reason in reasons(results, 0)]


def test_that_differences_are_opposite_seen_from_the_other_side() -> None:
    results = rank(example())
    there, back = differences(results, 0, 1), differences(results, 1, 0)
    assert [d.effect for d in there] == pytest.approx([-d.effect for d in back])


def test_that_ideal_shares_sum_to_one_and_none_for_the_excluded() -> None:
    results = rank(example())
    assert sum(ideal_shares(results, 0).values()) == pytest.approx(1)
    assert ideal_shares(results, results.index("P24")) == {}


def test_that_agreement_compares_each_two_methods() -> None:
    found = agreement(rank(example()))
    assert [(a.first, a.second) for a in found] == [
        ("topsis", "ahp"),
        ("topsis", "benefit_risk"),
        ("ahp", "benefit_risk"),
    ]
    assert all(a.spearman is not None and -1 <= a.spearman <= 1 and 0 <= a.shared_top <= a.top for a in found)


def test_that_one_project_has_nothing_to_agree_on() -> None:
    found = agreement(rank(study_with(project("P1"))))
    assert found[0].kendall is None
    assert np.isfinite(mean_values(rank(study_with(project("P1"))))).all()


def test_that_ties_at_the_last_place_let_no_more_share_than_there_are_places() -> None:
    alike = [project(f"P{number}") for number in range(1, 8)]
    found = agreement(rank(study_with(*alike, project("P8", N3=1))))
    assert [(a.shared_top, a.top) for a in found] == [(5, 5)] * 3
