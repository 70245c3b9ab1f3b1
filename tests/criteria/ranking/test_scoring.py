"""Scores by one method."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.ranking.decision_matrix import decision_matrix
from criteria.ranking.scoring import local_weights, premise_totals, score
from criteria.weighting.hierarchy import equal_weights, given_weights
from tests.support.studies import example


def test_that_no_rows_give_no_scores() -> None:
    study = example()
    matrix = decision_matrix(study, "offered")
    found = score(study, matrix, equal_weights(study), "topsis", np.zeros(24, dtype=bool))
    assert found.low.shape == (0,)


def test_that_premise_totals_part_the_contributions() -> None:
    study = example()
    matrix = decision_matrix(study, "offered")
    found = score(study, matrix, equal_weights(study), "ahp", np.ones(24, dtype=bool))
    totals = premise_totals(found.contributions, matrix)
    assert totals.shape == (24, 4)
    assert totals.sum(axis=1) == pytest.approx(found.low)


def test_that_a_premise_without_weight_keeps_its_local_weights() -> None:
    study = example()
    weights = given_weights(study, {"N1": 1, "S1": 1, "A1": 1})
    matrix = decision_matrix(study, "offered")
    local = local_weights(matrix, weights)
    assert local[matrix.groups == 3].sum() == pytest.approx(1)
    found = score(study, matrix, weights, "benefit_risk", np.ones(24, dtype=bool))
    assert np.isfinite(found.low).all()
