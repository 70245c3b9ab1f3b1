"""Pairwise comparison of projects under a criterion, for studies of up to nine ranked projects."""

from __future__ import annotations

import numpy as np

from criteria.arrays import Floats
from criteria.model.people import project_node
from criteria.model.study import Study
from criteria.ranking.decision_matrix import DecisionMatrix
from criteria.screening.screen import screen
from criteria.weighting.group import aij
from criteria.weighting.hierarchy import NodeWeights, judgement_matrix, pairwise_node
from criteria.weighting.study_weights import answering, counted_stakeholder

#: Saaty's limit for one set of pairwise comparisons.
LARGEST_SET = 9


def comparable_projects(study: Study) -> tuple[str, ...]:
    """The projects that may be compared pairwise: those not excluded, none where there are more than nine."""
    kept = tuple(result.project for result in screen(study).projects if not result.excluded)
    return kept if 2 <= len(kept) <= LARGEST_SET else ()


def project_weights(study: Study, criterion: str) -> NodeWeights | None:
    """Priorities of the projects under one criterion, None where nobody who counts could compare them.

    Where several stakeholders count, their judgements are joined by the geometric mean (AIJ).
    """
    children = comparable_projects(study)
    counted = counted_stakeholder(study)
    members = answering(study) if counted is None else (counted,)
    if not children or not members:
        return None
    node = project_node(criterion)
    matrices = [judgement_matrix(children, node, member.judgements) for member in members]
    matrix = matrices[0] if len(matrices) == 1 else aij(matrices, [m.voting_power for m in members])
    settings = study.settings
    return pairwise_node(
        node, children, matrix, settings.prioritisation, settings.random_index, settings.incomplete
    )


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
