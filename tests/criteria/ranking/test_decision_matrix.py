"""The decision matrix."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.edits.scores import set_scores
from criteria.model.projects import Score
from criteria.model.settings import SCORE_SETS
from criteria.ranking.decision_matrix import decision_matrix, mitigated_scores
from tests.support.studies import example, project, study_with


def test_that_the_safeguards_of_a_set_move_the_scores() -> None:
    study = example()
    jordan = study.project("P17")
    values = {kind: mitigated_scores(study, jordan, kind)["H1"].value for kind in SCORE_SETS}
    assert values == {"proposed": 5.0, "offered": 3.0, "required": 3.0}


def test_that_required_safeguards_include_the_missing_ones() -> None:
    study = example()
    ethiopia = study.project("P03")
    assert mitigated_scores(study, ethiopia, "offered")["H4"].value == 1.0
    peru = study.project("P15")
    offered = mitigated_scores(study, peru, "offered")["H3"].value
    required = mitigated_scores(study, peru, "required")["H3"].value
    assert offered == 4.0
    assert required is not None
    assert required < offered


def test_that_a_missing_figure_spans_the_whole_scale() -> None:
    matrix = decision_matrix(study_with(project("P1", N3=None)), "proposed")
    column = matrix.criteria.index("N3")
    assert np.isnan(matrix.raw[0, column])
    assert (matrix.unit_low[0, column], matrix.unit_high[0, column]) == (0.0, 1.0)
    assert matrix.incomplete.tolist() == [True]
    assert not np.isnan(matrix.filled(best=False)).any()
    assert not np.isnan(matrix.filled_raw(best=True)).any()


def test_that_bounds_narrow_what_is_missing() -> None:
    study = set_scores(study_with(project("P1", H1=None)), {("P1", "H1"): Score(None, 2, 4)})
    matrix = decision_matrix(study, "proposed")
    column = matrix.criteria.index("H1")
    assert (matrix.unit_low[0, column], matrix.unit_high[0, column]) == pytest.approx((0.5, 5 / 6))
    assert matrix.filled_raw(best=True)[0, column] == 2


def test_that_directions_and_groups_follow_the_study() -> None:
    matrix = decision_matrix(study_with(project("P1")), "proposed")
    assert dict(zip(matrix.criteria, matrix.directions.tolist(), strict=True))["N1"] == -1
    assert matrix.groups.tolist() == [0] * 4 + [1] * 4 + [2] * 4 + [3] * 4
