"""All methods on one decision matrix: those of the study, their variants, and those of the catalogue."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

import msgspec
import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Bools, Floats
from criteria.errors import MethodError
from criteria.memo import remember
from criteria.model.settings import Method
from criteria.model.study import Study
from criteria.ranking.catalogue.method_ranking import (
    DEFAULTS,
    MethodRanking,
    Refusal,
    rank_by_all,
    refusal,
)
from criteria.ranking.catalogue.options import Options
from criteria.ranking.comparison import Comparison, compare
from criteria.ranking.ranks import competition_ranks
from criteria.ranking.results import Results
from criteria.ranking.scoring import score
from criteria.ranking.topsis import topsis

#: What the catalogue ranks: the values that the study's value functions give, or the figures themselves.
Figures = Literal["unit", "raw"]
#: The study's own methods with each of their settings.
VARIANTS: Mapping[str, tuple[Method, Mapping[str, str]]] = {
    "topsis_fixed": ("topsis", {"topsis_normalisation": "fixed"}),
    "topsis_vector": ("topsis", {"topsis_normalisation": "vector"}),
    "topsis_minmax": ("topsis", {"topsis_normalisation": "minmax"}),
    "ahp_ideal": ("ahp", {"ahp_synthesis": "ideal"}),
    "ahp_distributive": ("ahp", {"ahp_synthesis": "distributive"}),
    "benefit_risk": ("benefit_risk", {}),
}


@dataclass(frozen=True, slots=True, eq=False)
class MethodComparison:
    """Scores by every method that is defined here, their ranks compared, and why others rank nothing.

    `catalogue` holds what a method says beyond its ranks, such as flows, conditions and remarks, whose rows
    are those of the comparison. A method that can only repeat another's ranking has no vote.
    """

    comparison: Comparison
    scores: Mapping[str, Floats]
    catalogue: Mapping[str, MethodRanking]
    refusals: tuple[Refusal, ...]


def _read(
    results: Results,
    main: Method = "topsis",
    figures: Figures = "unit",
    options: Options = DEFAULTS,
    progress: Callable[[float], None] | None = None,  # noqa: ARG001 - the signature of what is remembered
) -> tuple[object, ...]:
    return results, main, figures, options


@remember(_read, 4)
def method_comparison(
    results: Results,
    main: Method = "topsis",
    figures: Figures = "unit",
    options: Options = DEFAULTS,
    progress: Callable[[float], None] | None = None,
) -> MethodComparison | None:
    """All methods on the projects of a study, against its own `main` method; None with fewer than two.

    Projects that a red line excludes or that lack a figure take no part, in any normalisation either. The
    catalogue ranks unit values, which have a zero that means something and keep the study's value functions;
    or raw figures, for which methods of ratios are often not defined. `progress` hears the share of methods
    that are done.
    """
    matrix = results.matrix
    rows = np.zeros(len(matrix.projects), dtype=bool)
    rows[list(results.ranked)] = True
    rows &= ~matrix.incomplete
    if rows.sum() < 2:
        return None
    scores, refusals = _own(results, rows)
    values = (matrix.unit if figures == "unit" else matrix.raw)[rows]
    directions = np.ones(values.shape[1], dtype=np.int64) if figures == "unit" else matrix.directions
    fixed = options.bounds is None
    if fixed:
        options = replace(options, bounds=_bounds(results, values, figures))
    rankings, undefined = rank_by_all(values, results.weights.values, directions, options, progress=progress)
    items = [project for project, taken in zip(matrix.projects, rows, strict=True) if taken]
    echoes = _echoes(options) | (_unit_echoes(results) if figures == "unit" and fixed else {})
    main_name = main_variant(results.study, main)
    return _compared(items, scores, rankings, (*refusals, *undefined), main_name, echoes)


def matrix_comparison(
    names: Sequence[str],
    matrix: ArrayLike,
    weights: ArrayLike,
    directions: ArrayLike,
    main: str = "topsis_vector",
    options: Options = DEFAULTS,
) -> MethodComparison:
    """All methods that need no more than a matrix: TOPSIS by vectors and by ranges, and the catalogue."""
    shares = np.asarray(weights, dtype=np.float64)
    scores = {
        f"topsis_{kind}": topsis(matrix, shares, directions, kind).closeness for kind in ("vector", "minmax")
    }
    rankings, refusals = rank_by_all(matrix, shares, directions, options)
    return _compared(names, scores, rankings, refusals, main, _echoes(options))


def main_variant(study: Study, method: Method) -> str:
    """The name under which a method with the settings of the study is compared."""
    settings = study.settings
    return {
        "topsis": f"topsis_{settings.topsis_normalisation}",
        "ahp": f"ahp_{settings.ahp_synthesis}",
        "benefit_risk": "benefit_risk",
    }[method]


def _own(results: Results, rows: Bools) -> tuple[dict[str, Floats], list[Refusal]]:
    scores: dict[str, Floats] = {}
    refusals = []
    for name, (method, choice) in VARIANTS.items():
        settings = msgspec.structs.replace(results.study.settings, **choice)
        study = msgspec.structs.replace(results.study, settings=settings)
        try:
            scores[name] = score(study, results.matrix, results.weights, method, rows).low
        except MethodError as error:
            refusals.append(refusal(name, error))
    return scores, refusals


def _bounds(results: Results, values: Floats, figures: Figures) -> list[tuple[float, float]]:
    """The scales of SPOTIS: 0 to 1, or the anchors of the value functions, widened to what lies outside."""
    if figures == "unit":
        return [(0.0, 1.0)] * values.shape[1]
    ends = np.concatenate([values, results.matrix.worst[None], results.matrix.best[None]])
    return [(float(low), float(high)) for low, high in zip(ends.min(axis=0), ends.max(axis=0), strict=True)]


def _echoes(options: Options) -> dict[str, str]:
    """Methods whose ranking is always that of another: the utility of MARCOS grows with the sum of ratios."""
    return {"marcos": "weighted_sum"} if options.scaling == "linear" else {}


def _unit_echoes(results: Results) -> dict[str, str]:
    """On unit values, all benefits from 0 to 1, SPOTIS and COPRAS add up what the AHP of ratings adds up."""
    if results.study.settings.ahp_intensities == "projects":
        return {}
    return {"spotis": "ahp_ideal", "copras": "ahp_distributive"}


def _compared(
    items: Sequence[str],
    own_scores: Mapping[str, Floats],
    rankings: Sequence[MethodRanking],
    refusals: Sequence[Refusal],
    main: str,
    echoes: Mapping[str, str],
) -> MethodComparison:
    ranks = {name: competition_ranks(values) for name, values in own_scores.items()}
    scores = dict(own_scores)
    for found in rankings:
        ranks[found.method], scores[found.method] = found.ranks, found.scores
    voters = [name for name in ranks if echoes.get(name) not in ranks]
    comparison = compare(items, ranks, main, voters)
    return MethodComparison(comparison, scores, {found.method: found for found in rankings}, tuple(refusals))
