"""Where the comparisons of each node stand."""

from __future__ import annotations

import itertools

from criteria.ranking.results import rank
from criteria.report.workbook.node_plan import comparison_nodes, comparison_of, weight_nodes
from tests.criteria.report.workbook import cases


def test_that_nodes_do_not_overlap() -> None:
    plans = weight_nodes(rank(cases.small()))
    assert [plan.weights.node for plan in plans] == ["goal", "P1", "P2", "P3", "P4"]
    for before, after in itertools.pairwise(plans):
        assert before.top + before.height == after.top
        assert before.steps()["end"] == after.steps_top


def test_that_points_of_a_stakeholder_are_kept_as_given() -> None:
    plans = weight_nodes(rank(cases.direct_points()))
    assert {plan.kind for plan in plans} == {"direct"}
    assert plans[0].points.tolist() == [50.0, 0.0, 30.0, 20.0]


def test_that_weights_given_from_outside_are_shown_as_points() -> None:
    plans = weight_nodes(cases.given())
    assert {plan.kind for plan in plans} == {"direct"}
    assert plans[0].points.sum() == 1.0


def test_that_projects_are_compared_only_where_they_were() -> None:
    plans = comparison_nodes(rank(cases.compared_projects()))
    assert [plan.weights.node for plan in plans] == ["projects/N3", "projects/A4"]
    found = comparison_of(plans, "N3")
    assert found is not None
    assert found.weights.children == ("P01", "P03", "P05", "P08")
    assert comparison_of(plans, "N1") is None
    assert comparison_nodes(rank(cases.small())) == ()
