"""The rankings of a study by every method: scores, ranks, shadow ranks and contributions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from criteria.arrays import Floats, Ints
from criteria.memo import remember
from criteria.model.settings import METHODS, Method, ScoreSet
from criteria.model.study import Study
from criteria.ranking.decision_matrix import DecisionMatrix, decision_matrix
from criteria.ranking.project_comparisons import compared_intensities
from criteria.ranking.ranks import competition_ranks, interval_ranks
from criteria.ranking.scoring import Scored, is_relative, score
from criteria.screening.screen import Screening, screen
from criteria.weighting.hierarchy import Weights
from criteria.weighting.study_weights import study_weights


@dataclass(frozen=True, eq=False)
class MethodResult:
    """One method over all projects, in the order of the study; the excluded have rank 0 and a shadow rank.

    `scores` are NaN where a figure is missing; `low` and `high` then bound the score, and the rank lies
    between `rank_best` and `rank_worst`. `shadow` ranks every project among all, the excluded included.
    """

    method: Method
    scores: Floats
    low: Floats
    high: Floats
    rank_best: Ints
    rank_worst: Ints
    shadow: Ints
    contributions: Floats
    detail: Scored

    @cached_property
    def tied(self) -> frozenset[int]:
        """Indices of the projects that share a firm rank with another one."""
        places: dict[int, list[int]] = {}
        for row, (best, worst) in enumerate(zip(self.rank_best, self.rank_worst, strict=True)):
            if best == worst > 0:
                places.setdefault(int(best), []).append(row)
        return frozenset(row for rows in places.values() if len(rows) > 1 for row in rows)

    def order(self) -> list[int]:
        """Indices of the ranked projects, best first; equal ranks keep the order of the study."""
        ranked = [i for i, rank in enumerate(self.rank_best) if rank > 0]
        return sorted(ranked, key=lambda i: (int(self.rank_best[i]), int(self.rank_worst[i]), i))


@dataclass(frozen=True, eq=False)
class Results:
    """Everything that follows from a study: screening, weights, matrix and one result per method."""

    study: Study
    screening: Screening
    weights: Weights
    matrix: DecisionMatrix
    methods: Mapping[Method, MethodResult]

    @cached_property
    def ranked(self) -> tuple[int, ...]:
        """Indices of the projects that take part in the ranking."""
        return tuple(i for i, result in enumerate(self.screening.projects) if not result.excluded)

    @cached_property
    def excluded(self) -> tuple[int, ...]:
        """Indices of the projects that a red line keeps out."""
        return tuple(i for i, result in enumerate(self.screening.projects) if result.excluded)

    def has_estimated_ranks(self, method: Method) -> bool:
        """Whether a gap moves the scores of all, so that a range of ranks may be too narrow.

        Bounds are taken with all gaps at their worst and all at their best. Where scores do not depend on
        each other that is exact; where they do, gaps apart from each other may do more.
        """
        scores = self.methods[method].scores[list(self.ranked)]
        return is_relative(self.study.settings, method) and bool(np.isnan(scores).any())

    def index(self, project: str) -> int:
        """The row of a project."""
        return self.matrix.projects.index(project)


def result_parts(study: Study) -> tuple[object, ...]:
    """Every field of a study: results carry the study with its title, not only what ranks depend on."""
    return tuple(getattr(study, field) for field in study.__struct_fields__)


@remember(result_parts, 4)
def rank(study: Study) -> Results:
    """Rankings with the study's own weights and set of scores."""
    return rank_with(study, study_weights(study))


def rank_with(study: Study, weights: Weights, score_set: ScoreSet | None = None) -> Results:
    """Rankings with other weights or another set of scores than the study's own."""
    matrix = decision_matrix(study, score_set or study.settings.score_set)
    screening = screen(study)
    kept = np.array([not result.excluded for result in screening.projects], dtype=bool)
    methods = {method: _method(study, matrix, weights, kept, method) for method in METHODS}
    return Results(study, screening, weights, matrix, methods)


def _method(
    study: Study,
    matrix: DecisionMatrix,
    weights: Weights,
    kept: np.ndarray[tuple[int, ...], np.dtype[np.bool_]],
    method: Method,
) -> MethodResult:
    everyone = np.ones(len(matrix.projects), dtype=bool)
    shadow_scores = score(study, matrix, weights, method, everyone)
    detail = shadow_scores if kept.all() else score(study, matrix, weights, method, kept)
    low, high = shadow_scores.low.copy(), shadow_scores.high.copy()
    contributions = shadow_scores.contributions.copy()
    low[kept], high[kept] = detail.low, detail.high
    contributions[kept] = detail.contributions
    best, worst = np.zeros(len(kept), dtype=np.int64), np.zeros(len(kept), dtype=np.int64)
    best[kept], worst[kept] = _ranks(detail.low, detail.high)
    scores = np.where(matrix.incomplete & _matters(study, matrix, method), np.nan, low)
    shadow, _ = _ranks(shadow_scores.low, shadow_scores.high)
    return MethodResult(method, scores, low, high, best, worst, shadow, contributions, detail)


def _matters(
    study: Study, matrix: DecisionMatrix, method: Method
) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
    """Whether a project's missing figures leave its score open: compared projects need no figure."""
    if method != "ahp" or study.settings.ahp_intensities != "projects":
        return np.ones(len(matrix.projects), dtype=bool)
    compared = compared_intensities(study, matrix)
    open_cells = matrix.missing & np.isnan(compared)
    return np.asarray(open_cells.any(axis=1))


def _ranks(low: Floats, high: Floats) -> tuple[Ints, Ints]:
    if np.array_equal(low, high):
        ranks = competition_ranks(low)
        return ranks, ranks
    return interval_ranks(low, high)
