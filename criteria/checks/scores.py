"""Scores that are missing, off their scale or in the wrong order, and criteria that say little."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator

import numpy as np

from criteria.arrays import Floats
from criteria.checks.problem import Problem
from criteria.model.projects import Project
from criteria.model.study import Study
from criteria.model.tree import Criterion

#: Spearman's rho beyond which two criteria are reported as saying the same.
HIGH_CORRELATION = 0.9
#: Fewer projects than this correlate by chance.
FEWEST_PROJECTS = 6


def score_problems(study: Study) -> Iterator[Problem]:
    """Every score of every project on the active criteria."""
    criteria = study.active_criteria
    for project in study.projects:
        for criterion in criteria:
            yield from _one_score(project, criterion)


def _one_score(project: Project, criterion: Criterion) -> Iterator[Problem]:
    score = project.score(criterion.id)
    place = ("project", project.id, criterion.id)
    if score.value is None:
        yield Problem("warning", "missing-score", place)
    low, high = criterion.minimum, criterion.maximum
    for figure in (score.value, score.low, score.high):
        if figure is not None and not low <= figure <= high:
            facts = {"figure": figure, "minimum": low, "maximum": high}
            yield Problem("error", "score-off-scale", place, facts)
    stated = [figure for figure in (score.low, score.value, score.high) if figure is not None]
    if len(stated) > 1 and any(a > b for a, b in itertools.pairwise(stated)):
        yield Problem("error", "bounds-out-of-order", place)
    if criterion.levels and score.value is not None and math.isfinite(score.value) and score.value % 1:
        yield Problem("warning", "level-not-whole", place, {"figure": score.value})


def criterion_problems(study: Study) -> Iterator[Problem]:
    """Criteria under which all projects are alike, and pairs that order the projects alike."""
    table = score_table(study)
    criteria = study.active_criteria
    if _all_alike(study, table):
        yield Problem("error", "all-equal", ("study",))
        return
    for j, criterion in enumerate(criteria):
        known = table[:, j][~np.isnan(table[:, j])]
        if len(known) > 1 and np.ptp(known) == 0:
            yield Problem("note", "idle-criterion", ("criterion", criterion.id), {"figure": float(known[0])})
    for i, j, rho in _correlations(table):
        if abs(rho) > HIGH_CORRELATION:
            place = ("criterion", criteria[i].id, criteria[j].id)
            other = f"{criteria[j].name} ({criteria[j].id})"
            yield Problem("note", "correlated-criteria", place, {"rho": rho, "other": other})


def _correlations(table: Floats) -> Iterator[tuple[int, int, float]]:
    """Spearman's rho of every pair of columns; those without gaps or ties throughout in one product."""
    if len(table) < FEWEST_PROJECTS:
        return
    has_gap = [bool(np.isnan(column).any()) for column in table.T]
    whole = [j for j in range(table.shape[1]) if not has_gap[j] and np.ptp(table[:, j]) > 0]
    together: dict[tuple[int, int], float] = {}
    if len(whole) > 1:
        matrix = np.corrcoef([_mean_ranks(table[:, j]) for j in whole])
        for (a, i), (b, j) in itertools.combinations(enumerate(whole), 2):
            together[i, j] = float(matrix[a, b])
    for i, j in itertools.combinations(range(table.shape[1]), 2):
        rho = together.get((i, j))
        if rho is None and (has_gap[i] or has_gap[j]):
            rho = rank_correlation(table[:, i], table[:, j])
        if rho is not None:
            yield i, j, rho


def _all_alike(study: Study, table: Floats) -> bool:
    """Whether two or more projects have the same figures and offer the same safeguards."""
    if len(table) < 2 or np.isnan(table).all():
        return False
    offers = {frozenset(project.safeguards) for project in study.projects}
    return len(offers) == 1 and bool(
        np.array_equal(table, np.broadcast_to(table[0], table.shape), equal_nan=True)
    )


def score_table(study: Study) -> Floats:
    """Most likely figures as entered (projects x active criteria), NaN where none is finite."""
    criteria = [criterion.id for criterion in study.active_criteria]
    rows = [[_figure(project, criterion) for criterion in criteria] for project in study.projects]
    return np.array(rows, dtype=float).reshape(len(rows), len(criteria))


def rank_correlation(first: Floats, second: Floats) -> float | None:
    """Spearman's rho over the rows where both are known, ties at their mean rank; None if undefined."""
    both = ~(np.isnan(first) | np.isnan(second))
    if both.sum() < FEWEST_PROJECTS:
        return None
    a, b = _mean_ranks(first[both]), _mean_ranks(second[both])
    if np.ptp(a) == 0 or np.ptp(b) == 0:
        return None
    return float(np.corrcoef(a, b)[0, 1])


def _mean_ranks(values: Floats) -> Floats:
    _, inverse, counts = np.unique(values, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    return np.asarray((last - (counts - 1) / 2)[inverse], dtype=float)


def _figure(project: Project, criterion: str) -> float:
    value = project.score(criterion).value
    return math.nan if value is None or not math.isfinite(value) else value
