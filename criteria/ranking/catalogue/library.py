"""Methods that pymcdm computes: weighted sum and product, WASPAS, EDAS, MARCOS, SPOTIS, ARAS and CoCoSo."""

from __future__ import annotations

import sys
from dataclasses import replace
from types import ModuleType
from typing import Any, cast

import numpy as np

from criteria.arrays import Floats
from criteria.errors import MethodError
from criteria.ranking.catalogue.options import Options
from criteria.ranking.catalogue.outcome import Note, Outcome
from criteria.ranking.catalogue.problem import Problem, UndefinedMethodError, require_ratios
from criteria.ranking.catalogue.scales import ratio_to_best, share_of_sum
from criteria.ranking.normalisation import reference

_CHARTS = "pymcdm.visuals"
_ROUNDING = 1e-12


def weighted_sum(problem: Problem, options: Options) -> Outcome:
    """The weighted mean of normalised figures, by the scaling asked for."""
    if options.scaling == "minmax":
        return Outcome(_computed(problem, "WSM", normalization_function=_minmax))
    require_ratios(problem)
    scaling = ratio_to_best if options.scaling == "linear" else share_of_sum
    return Outcome(_computed(problem, "WSM", normalization_function=scaling))


def weighted_product(problem: Problem, _: Options) -> Outcome:
    """The product of ratios to the best, each to the power of its weight; one zero makes it zero."""
    require_ratios(problem)
    scores = _computed(problem, "WPM", normalization_function=ratio_to_best)
    return Outcome(scores, notes=_zero_products(problem))


def waspas(problem: Problem, options: Options) -> Outcome:
    """The mean of weighted sum and weighted product (Zavadskas et al. 2012)."""
    require_ratios(problem)
    scores = _computed(problem, "WASPAS", normalization_function=ratio_to_best, l=options.share)
    return Outcome(scores, notes=_zero_products(problem) if options.share < 1.0 else ())


def edas(problem: Problem, _: Options) -> Outcome:
    """The appraisal score by distances above and below the average (Keshavarz Ghorabaee et al. 2015)."""
    levelled = problem.levelled
    low = np.flatnonzero(levelled.mean(axis=0) <= _ROUNDING)
    if low.size:
        criterion, average = int(problem.columns[low[0]]), problem.values[:, low[0]].mean()
        raise UndefinedMethodError(
            f"{problem.method} divides by the average of a criterion, which must be above zero; that of "
            f"criterion {criterion + 1} is {average:g}. Use unit values, or another method.",
            "average",
            tuple(int(column) for column in problem.columns[low]),
        )
    return Outcome(_computed(replace(problem, values=levelled), "EDAS"))


def marcos(problem: Problem, _: Options) -> Outcome:
    """The utility between the anti-ideal and the ideal alternative (Stevic et al. 2020)."""
    require_ratios(problem)
    if not problem.is_empty and (problem.values.min(axis=0) == 0.0).all():
        raise UndefinedMethodError(
            f"{problem.method} divides by the worst figures of all criteria, and these are all zero. "
            "Use a method that forms no ratios.",
            "anti-ideal",
            tuple(int(column) for column in problem.columns),
        )
    return Outcome(_computed(problem, "MARCOS"))


def spotis(problem: Problem, options: Options) -> Outcome:
    """The distance from the ideal on fixed scales, lower is better (Dezert et al. 2020)."""
    if options.bounds is None:
        low, high = problem.values.min(axis=0), problem.values.max(axis=0)
        notes: tuple[Note, ...] = (Note("scale-from-figures"),)
    else:
        if len(options.bounds) != problem.count:
            raise MethodError(
                f"There must be bounds for each of {problem.count} criteria; {len(options.bounds)} given."
            )
        bounds = np.array(options.bounds, dtype=np.float64)[problem.columns]
        low, high = bounds[:, 0], bounds[:, 1]
        reference(problem.values, problem.directions, "fixed", (low, high))
        notes = ()
    if problem.is_empty:
        return Outcome(np.zeros(len(problem.values)))
    return Outcome(_computed(problem, "SPOTIS", bounds=np.stack([low, high], axis=1)), notes=notes)


def aras(problem: Problem, _: Options) -> Outcome:
    """The utility compared with the best figures taken together (Zavadskas & Turskis 2010)."""
    require_ratios(problem)
    return Outcome(_computed(problem, "ARAS", normalization_function=share_of_sum))


def cocoso(problem: Problem, options: Options) -> Outcome:
    """Three compromises of sum and power sum on min-max scales (Yazdani et al. 2019)."""
    if not problem.is_empty:
        worst = np.flatnonzero((problem.scaled == 0.0).all(axis=1))
        if worst.size:
            raise UndefinedMethodError(
                f"{problem.method} divides by the lowest sum, and row {worst[0] + 1} is worst on every "
                "criterion. Leave it out or use another method.",
                "all-worst",
                alternatives=tuple(int(row) for row in worst),
            )
    return Outcome(_computed(problem, "COCOSO", l=options.share))


def _computed(problem: Problem, name: str, **parameters: Any) -> Floats:
    """Scores by a new object of pymcdm; all that it checks was checked before, with sentences of our own."""
    if problem.is_empty:
        return np.zeros(len(problem.values))
    method = getattr(_methods(), name)(**parameters)
    scores = method(problem.values, problem.weights, problem.directions, validation=False)
    return np.asarray(scores, dtype=np.float64)


def _methods() -> ModuleType:
    """The methods of pymcdm without its charts: they bring matplotlib, which the program does not ship."""
    is_first = "pymcdm" not in sys.modules
    if is_first:
        sys.modules[_CHARTS] = ModuleType(_CHARTS)
    try:
        from pymcdm import methods
    finally:
        if is_first:
            sys.modules.pop(_CHARTS, None)
    return cast("ModuleType", methods)


def _minmax(figures: Floats, cost: bool = False) -> Floats:
    low, high = figures.min(), figures.max()
    return np.asarray((high - figures if cost else figures - low) / (high - low))


def _zero_products(problem: Problem) -> tuple[Note, ...]:
    zero = problem.values == 0.0
    if not zero.any():
        return ()
    columns = problem.columns[zero.any(axis=0)]
    rows = np.flatnonzero(zero.any(axis=1))
    return (Note("zero-product", tuple(int(c) for c in columns), tuple(int(r) for r in rows)),)
