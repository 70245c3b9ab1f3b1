"""Pairwise comparison of projects under a criterion."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from criteria.edits.settings import set_settings
from criteria.edits.weights import judge
from criteria.model.people import Judgement, project_node
from criteria.model.study import Study
from criteria.ranking.decision_matrix import decision_matrix
from criteria.ranking.project_comparisons import comparable_projects, compared_intensities, project_weights
from criteria.ranking.results import rank
from tests.support.studies import example, project, study_with


def three_compared() -> Study:
    study = study_with(project("P1"), project("P2"), project("P3"))
    node = project_node("N3")
    for first, second, value in (("P1", "P2", 2.0), ("P1", "P3", 4.0), ("P2", "P3", 2.0)):
        study = judge(study, "ST1", Judgement(node, first, second, value))
    return set_settings(study, ahp_intensities="projects")


def test_that_priorities_become_ideal_intensities() -> None:
    study = three_compared()
    matrix = decision_matrix(study, "offered")
    found = compared_intensities(study, matrix)
    assert found[:, matrix.criteria.index("N3")] == pytest.approx([1, 0.5, 0.25])
    assert np.isnan(found[:, matrix.criteria.index("N1")]).all()


def test_that_comparisons_decide_the_ahp_ranking_only() -> None:
    results = rank(three_compared())
    assert results.methods["ahp"].rank_best.tolist() == [1, 2, 3]
    assert results.methods["topsis"].rank_best.tolist() == [1, 1, 1]


def test_that_more_than_nine_projects_are_not_compared() -> None:
    assert comparable_projects(example()) == ()
    few = msgspec.structs.replace(example(), projects=example().projects[:9])
    assert len(comparable_projects(few)) == 9
    assert project_weights(example(), "N1") is None
