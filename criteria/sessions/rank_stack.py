"""The ranking of a study under many weightings at once, exactly as the ranking itself would tell it."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from criteria.arrays import Floats, Ints
from criteria.model.people import GOAL
from criteria.model.settings import Method
from criteria.model.study import Study
from criteria.ranking.ranks import interval_ranks, ranks_of_rows
from criteria.ranking.results import Results, rank
from criteria.ranking.scoring import score
from criteria.robustness.study_sensitivity import scorer, steady_rows
from criteria.weighting.hierarchy import given_weights


def global_weights_stack(study: Study, local: Mapping[str, Floats]) -> Floats:
    """Global weights (k x active criteria) from local ones per node, k x children each or 1 x children."""
    goal = study.children(GOAL)
    count = max(len(weights) for weights in local.values())
    values = np.empty((count, len(study.active_criteria)))
    column = 0
    for place, premise in enumerate(goal):
        inside = local[premise]
        width = inside.shape[1]
        values[:, column : column + width] = local[GOAL][:, place, None] * inside
        column += width
    return values


def best_ranks(study: Study, weights: Floats, method: Method) -> Ints:
    """The best rank (k x projects, 0 for the excluded) by one method under k global weightings (rows sum 1).

    Without gaps all weightings are scored in one go; a project that lacks figures needs its bounds each time.
    """
    results = rank(study)
    found = np.zeros((len(weights), len(study.projects)), dtype=np.int64)
    if not results.ranked:
        return found
    columns = list(results.ranked)
    asked = scorer(results, method) if steady_rows(results) == results.ranked else None
    if asked is not None:
        found[:, columns] = ranks_of_rows(asked.scores(weights))
    else:
        for row, values in zip(found, weights, strict=True):
            row[columns] = _bounded_ranks(results, values, method)
    return found


def _bounded_ranks(results: Results, values: Floats, method: Method) -> Ints:
    study, matrix = results.study, results.matrix
    kept = np.zeros(len(study.projects), dtype=bool)
    kept[list(results.ranked)] = True
    weights = given_weights(study, dict(zip(matrix.criteria, values.tolist(), strict=True)))
    scored = score(study, matrix, weights, method, kept)
    return interval_ranks(scored.low, scored.high)[0]
