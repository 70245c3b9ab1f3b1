"""Sensitivity of a study's rankings: one weight moves, the others keep their proportions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from criteria.arrays import Bools, Floats
from criteria.memo import remember
from criteria.model.settings import METHODS, Method
from criteria.ranking.ahp import synthesise
from criteria.ranking.project_comparisons import compared_intensities
from criteria.ranking.results import Results
from criteria.ranking.scoring import local_weights
from criteria.robustness.scorers import AdditiveScorer, BenefitRiskScorer, Scorer, TopsisScorer
from criteria.robustness.stability import Stability, stabilities
from criteria.robustness.sweep import Crossing, Sweep, crossings, sweep


@dataclass(frozen=True, eq=False)
class ElementStability:
    """How far the weight of one premise or criterion may move under one method; pairs index `projects`."""

    element: str
    method: Method
    stability: Stability
    projects: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class ElementSweep:
    """Scores and ranks of the projects while the weight of one element runs from 0 to 1."""

    element: str
    method: Method
    weight: float
    projects: tuple[str, ...]
    sweep: Sweep


def steady_rows(results: Results) -> tuple[int, ...]:
    """Projects that take part: ranked, and with every figure known (a gap is reported, not guessed)."""
    incomplete = results.matrix.incomplete
    return tuple(i for i in results.ranked if not incomplete[i])


def elements(results: Results) -> tuple[str, ...]:
    """The premises and criteria whose weight can move."""
    study = results.study
    return tuple(e for p in study.active_premises for e in (p.id, *study.children(p.id)))


def members(results: Results, element: str) -> Bools:
    """Which criteria belong to an element: one criterion, or those of a premise."""
    wanted = set(results.study.children(element)) or {element}
    return np.array([criterion in wanted for criterion in results.matrix.criteria], dtype=bool)


@remember(lambda results, method: (results, method), 6)
def scorer(results: Results, method: Method) -> Scorer | None:
    """A method over the projects that take part, ready for many weightings; None with fewer than two."""
    rows = steady_rows(results)
    return scorer_of(results, method, rows) if len(rows) > 1 else None


def scorer_of(results: Results, method: Method, rows: Sequence[int], *, best: bool = False) -> Scorer:
    """A method over some projects, every missing figure at its better or worse bound."""
    matrix, settings = results.matrix, results.study.settings
    unit = unit_read(results, method, rows, best=best)
    if method == "benefit_risk":
        return BenefitRiskScorer(unit, matrix.groups, settings.theta, local_weights(matrix, results.weights))
    ones = np.ones(unit.shape[1])
    if method == "ahp":
        return AdditiveScorer(synthesise(unit, ones, settings.ahp_synthesis)[1])
    if settings.topsis_normalisation == "fixed":
        return TopsisScorer.of(unit, ones, "fixed", (np.zeros(len(ones)), ones))
    raw = matrix.filled_raw(best)[list(rows)]
    return TopsisScorer.of(raw, matrix.directions, settings.topsis_normalisation)


def unit_read(results: Results, method: Method, rows: Sequence[int], *, best: bool = False) -> Floats:
    """Unit values of some projects as a method reads them: for AHP, comparisons of projects may stand in."""
    chosen = list(rows)
    unit = results.matrix.filled(best)[chosen]
    if method != "ahp" or results.study.settings.ahp_intensities != "projects":
        return unit
    compared = compared_intensities(results.study, results.matrix)[chosen]
    return np.where(np.isnan(compared), unit, compared)


@remember(lambda results, methods=METHODS: (results, methods), 4)
def study_stability(results: Results, methods: tuple[Method, ...] = METHODS) -> tuple[ElementStability, ...]:
    """The stability intervals of every premise and criterion under each method."""
    names = elements(results)
    groups = [members(results, name) for name in names]
    projects = tuple(results.matrix.projects[i] for i in steady_rows(results))
    found: list[ElementStability] = []
    for method in methods:
        asked = scorer(results, method)
        if asked is not None:
            intervals = stabilities(asked, results.weights.values, groups, top=3)
            pairs = zip(names, intervals, strict=True)
            found.extend(ElementStability(name, method, item, projects) for name, item in pairs)
    return tuple(found)


@remember(lambda results, method, element, steps=101: (results, method, element, steps), 8)
def study_sweep(results: Results, method: Method, element: str, steps: int = 101) -> ElementSweep | None:
    """Scores and ranks along one weight; None where fewer than two projects take part."""
    asked = scorer(results, method)
    if asked is None:
        return None
    group = members(results, element)
    weight = float(results.weights.values[group].sum())
    projects = tuple(results.matrix.projects[i] for i in steady_rows(results))
    return ElementSweep(element, method, weight, projects, sweep(asked, results.weights.values, group, steps))


@remember(lambda results, method, steps=41: (results, method, steps), 3)
def study_sweeps(results: Results, method: Method, steps: int = 41) -> tuple[ElementSweep, ...]:
    """A sweep of every premise and criterion; empty where fewer than two projects take part."""
    asked, weights = scorer(results, method), results.weights.values
    if asked is None:
        return ()
    projects = tuple(results.matrix.projects[i] for i in steady_rows(results))
    found = []
    for element in elements(results):
        group = members(results, element)
        moved = sweep(asked, weights, group, steps)
        found.append(ElementSweep(element, method, float(weights[group].sum()), projects, moved))
    return tuple(found)


@remember(lambda results, method, element: (results, method, element), 8)
def study_crossings(results: Results, method: Method, element: str) -> tuple[Crossing, ...]:
    """Every weight of an element at which two projects change places; indices as in `steady_rows`."""
    asked = scorer(results, method)
    return () if asked is None else crossings(asked, results.weights.values, members(results, element))


def scores_at(results: Results, method: Method, element: str, weight: float) -> Floats:
    """Scores of the projects that take part when one element weighs `weight`."""
    from criteria.robustness.weight_path import group_mask, weight_paths

    asked = scorer(results, method)
    if asked is None:
        return np.empty(0)
    group = group_mask(members(results, element), len(results.matrix.criteria))
    scores: Floats = asked.scores(weight_paths(results.weights.values, [group]).at(np.array([weight])))[0]
    return scores
