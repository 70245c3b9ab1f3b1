"""The numbers behind the formulas are those of the program."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.ranking.results import rank
from criteria.report.workbook.workings import Workings
from tests.criteria.report.workbook import cases


@pytest.mark.parametrize("kind", ["fixed", "vector", "minmax"])
def test_that_distances_are_those_of_the_ranking(kind: str) -> None:
    results = rank(cases.with_settings(cases.small(), topsis_normalisation=kind))
    found = Workings(results).own_distances(best=False)
    detail = results.methods["topsis"].detail.topsis
    assert detail is not None
    ranked = list(results.ranked)
    assert found.plus[ranked] == pytest.approx(detail.distance_plus, abs=1e-14)
    assert found.minus[ranked] == pytest.approx(detail.distance_minus, abs=1e-14)
    assert found.closeness == pytest.approx(results.methods["topsis"].low, abs=1e-14)


@pytest.mark.parametrize("synthesis", ["ideal", "distributive"])
def test_that_shares_add_up_to_the_scores(synthesis: str) -> None:
    results = rank(cases.with_settings(cases.small(), ahp_synthesis=synthesis))
    scores = Workings(results).shares(best=False) @ results.weights.values
    assert scores == pytest.approx(results.methods["ahp"].low, abs=1e-14)


def test_that_gaps_stand_at_their_ends() -> None:
    workings = Workings(rank(cases.with_gaps(cases.small())))
    low, high = workings.values(best=False), workings.values(best=True)
    missing = workings.matrix.missing
    assert (low[missing] < high[missing]).any()
    assert np.array_equal(low[~missing], high[~missing])
    assert workings.members("complete").sum() == workings.members("ranked_worst").sum() - 2


def test_that_nothing_to_rank_gives_no_error() -> None:
    workings = Workings(rank(cases.all_excluded()))
    scale = workings.scale("ranked_worst")
    assert scale.count == 0
    assert np.isfinite(scale.factor).all()
    assert workings.has_comparisons is False
