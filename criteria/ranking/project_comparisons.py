"""Pairwise comparison of projects under a criterion, for studies of up to nine ranked projects."""

from __future__ import annotations

import numpy as np

from criteria.arrays import Floats
from criteria.model.people import project_node
from criteria.model.study import Study
from criteria.ranking.decision_matrix import DecisionMatrix
from criteria.screening.screen import screen
from criteria.weighting.hierarchy import NodeWeights, current_stakeholder, judgement_matrix, pairwise_node

#: Saaty's limit for one set of pairwise comparisons.
LARGEST_SET = 9


def comparable_projects(study: Study) -> tuple[str, ...]:
    """The projects that may be compared pairwise: those not excluded, none where there are more than nine."""
    kept = tuple(result.project for result in screen(study).projects if not result.excluded)
    return kept if 2 <= len(kept) <= LARGEST_SET else ()


def project_weights(study: Study, criterion: str) -> NodeWeights | None:
    """Priorities of the projects under one criterion, None where they are not compared or not connected."""
    children = comparable_projects(study)
    stakeholder = current_stakeholder(study)
    if not children or stakeholder is None:
        return None
    node = project_node(criterion)
    matrix = judgement_matrix(children, node, stakeholder.judgements)
    settings = study.settings
    return pairwise_node(node, children, matrix, settings.prioritisation, settings.random_index)


def compared_intensities(study: Study, matrix: DecisionMatrix) -> Floats:
    """Intensities (projects x criteria) from comparisons, best project 1; NaN where ratings stand in."""
    intensities = np.full(matrix.unit.shape, np.nan)
    for column, criterion in enumerate(matrix.criteria):
        node = project_weights(study, criterion)
        if node is None or node.status not in ("complete", "incomplete"):
            continue
        for child, share in zip(node.children, node.weights / node.weights.max(), strict=True):
            intensities[matrix.projects.index(child), column] = share
    return intensities
