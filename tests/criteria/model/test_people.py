"""The nodes under which elements are compared."""

from __future__ import annotations

from criteria.model.people import GOAL, project_node
from criteria.template import new_study


def test_that_comparisons_of_projects_have_a_node_of_their_own_for_each_criterion() -> None:
    study = new_study()
    nodes = [project_node(criterion.id) for criterion in study.criteria]
    assert len({*nodes, GOAL, *study.nodes}) == len(nodes) + len(study.nodes)
