"""Ranks under many weightings are those that the ranking itself tells."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from criteria.edits.settings import set_settings
from criteria.model.people import GOAL
from criteria.model.settings import METHODS, Method
from criteria.model.study import Study
from criteria.ranking.results import rank, rank_with
from criteria.sessions.rank_stack import best_ranks, global_weights_stack
from criteria.weighting.hierarchy import given_weights
from tests.support.studies import answered, example, project, study_with

CHOICES: list[dict[str, object]] = [
    {},
    {"topsis_normalisation": "vector", "ahp_synthesis": "distributive"},
    {"topsis_normalisation": "minmax", "theta": 0.2},
]


def with_gaps() -> Study:
    """Five projects of which two lack figures."""
    return answered(
        study_with(
            project("A", H1=1), project("B", N1=None, A2=400), project("C", S2=4),
            project("D", H2=None, A1=7), project("E", N3=1),
        )
    )  # fmt: skip


@pytest.mark.parametrize("choice", CHOICES)
@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("gapped", [False, True])
def test_that_every_weighting_is_ranked_as_by_itself(
    choice: dict[str, object], method: Method, gapped: bool
) -> None:
    study = set_settings(with_gaps() if gapped else example(), **choice)
    weights = np.random.default_rng(3).dirichlet(np.ones(16), 6)
    names = [criterion.id for criterion in study.active_criteria]
    for row, values in zip(best_ranks(study, weights, method), weights, strict=True):
        given = given_weights(study, dict(zip(names, values.tolist(), strict=True)))
        np.testing.assert_array_equal(row, rank_with(study, given).methods[method].rank_best)


def test_that_the_excluded_have_no_rank_and_a_study_without_projects_none_at_all() -> None:
    study = example()
    excluded = list(rank(study).excluded)
    assert excluded
    equal = np.full((1, 16), 1 / 16)
    assert (best_ranks(study, equal, "ahp")[0][excluded] == 0).all()
    assert best_ranks(study_with(), equal, "ahp").shape == (1, 0)


def test_that_local_weights_multiply_down_the_tree() -> None:
    study = example()
    found = rank(study).weights
    local = {node.node: node.weights[None] for node in found.nodes}
    np.testing.assert_allclose(global_weights_stack(study, local)[0], found.values)
    goals = np.array([[0.4, 0.3, 0.2, 0.1], [0.1, 0.2, 0.3, 0.4]])
    both = global_weights_stack(study, {**local, GOAL: goals})
    np.testing.assert_allclose(both[1, :4], 0.1 * local["P1"][0])
    np.testing.assert_allclose(both.sum(axis=1), 1.0)
    smaller = msgspec.structs.replace(
        study, criteria=tuple(msgspec.structs.replace(c, active=c.id != "N2") for c in study.criteria)
    )
    parts = {node.node: node.weights[None] for node in rank(smaller).weights.nodes}
    np.testing.assert_allclose(global_weights_stack(smaller, parts)[0], rank(smaller).weights.values)
