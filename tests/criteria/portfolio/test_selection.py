"""The best selection under a budget, on the published enumeration of the example."""

from __future__ import annotations

import pytest

from criteria.errors import MethodError
from criteria.portfolio.selection import select
from criteria.ranking.results import rank, rank_with
from criteria.weighting.hierarchy import equal_weights
from tests.support.studies import example, project, study_with


def test_that_sixty_million_buy_the_ten_projects_of_the_exhaustive_enumeration() -> None:
    """Domain reference: equal weights, theta 0.5, sum of benefit minus risk 6.167, EUR 58.3 m."""
    study = example()
    found = select(rank_with(study, equal_weights(study)), 60e6)
    assert found.chosen == ("P01", "P02", "P03", "P05", "P06", "P07", "P09", "P12", "P14", "P16")
    assert found.cost == 58.3e6
    assert found.net_benefit == pytest.approx(6.167, abs=5e-4)


def test_that_excluded_and_referred_projects_are_never_chosen() -> None:
    results = rank(example())
    chosen = set(select(results, 1e12).chosen)
    barred = {s.project for s in results.screening.projects if s.screen in ("exclude", "refer")}
    assert not chosen & barred


def test_that_no_money_buys_nothing_and_a_negative_envelope_is_refused() -> None:
    results = rank(study_with(project("P1")))
    assert select(results, 0.0).chosen == ()
    with pytest.raises(MethodError):
        select(results, -1.0)


def test_that_projects_without_a_budget_or_with_gaps_are_named() -> None:
    study = study_with(project("P1", {"budget_eur": None}), project("P2", N3=None), project("P3"))
    assert select(rank(study), 1e9).left_out_unpriced == ("P1", "P2")
