"""One call for every method of the catalogue: a whole ranking, or an error that says why there is none."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Floats, Ints
from criteria.errors import MethodError
from criteria.ranking.catalogue import library, proportional
from criteria.ranking.catalogue.methods import CATALOGUE, CatalogueMethod
from criteria.ranking.catalogue.options import Options
from criteria.ranking.catalogue.outcome import Acceptance, Note, Outcome
from criteria.ranking.catalogue.problem import Ground, Problem, UndefinedMethodError, problem_of
from criteria.ranking.catalogue.promethee import promethee
from criteria.ranking.catalogue.vikor import vikor
from criteria.ranking.ranks import competition_ranks

DEFAULTS = Options()
SOLVERS: Mapping[CatalogueMethod, Callable[[Problem, Options], Outcome]] = {
    "weighted_sum": library.weighted_sum,
    "weighted_product": library.weighted_product,
    "waspas": library.waspas,
    "vikor": vikor,
    "promethee": promethee,
    "edas": library.edas,
    "codas": proportional.codas,
    "copras": proportional.copras,
    "mabac": proportional.mabac,
    "marcos": library.marcos,
    "spotis": library.spotis,
    "moora": proportional.moora,
    "aras": library.aras,
    "cocoso": library.cocoso,
}


@dataclass(frozen=True, slots=True, eq=False)
class MethodRanking:
    """Scores and ranks (1 = best, ties share the best) of m alternatives by one method, all of them finite.

    `values` are further numbers of each alternative by their usual names, `acceptance` belongs to VIKOR.
    """

    method: CatalogueMethod
    scores: Floats
    ranks: Ints
    higher_is_better: bool
    values: Mapping[str, Floats]
    acceptance: Acceptance | None
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a method ranks nothing here, as a code (None for a general error) and as a sentence."""

    method: str
    ground: Ground | None
    criteria: tuple[int, ...]
    alternatives: tuple[int, ...]
    sentence: str


def rank_by(
    method: CatalogueMethod,
    matrix: ArrayLike,
    weights: ArrayLike,
    directions: ArrayLike,
    options: Options = DEFAULTS,
) -> MethodRanking:
    """The ranking of m alternatives on n criteria by one method; weights of any sum, directions 1 or -1.

    Criteria that are equal for all are left out and noted: their weight is idle, the others keep their
    shares. Where nothing is left to decide all share the first rank. Raises MethodError for what is no
    number, weight or direction, and UndefinedMethodError where the method is not defined for such figures.
    """
    if method not in CATALOGUE:
        raise MethodError(f"There is no method '{method}' in the catalogue; use {', '.join(CATALOGUE)}.")
    facts = CATALOGUE[method]
    options.require_sound()
    # Overflow ends in a number that is not finite, which is refused below.
    with np.errstate(all="ignore"):
        fixed = method == "spotis" and options.bounds is not None
        problem = problem_of(facts.name, matrix, weights, directions, keep_equal=fixed)
        outcome = SOLVERS[method](problem, options)
    if not all(np.isfinite(numbers).all() for numbers in (outcome.scores, *outcome.values.values())):
        raise UndefinedMethodError(
            f"{facts.name} leads to numbers beyond what can be computed; give the figures in other units.",
            "too-large",
        )
    ranks = competition_ranks(outcome.scores if facts.higher_is_better else -outcome.scores)
    notes = (*_notes(problem), *outcome.notes)
    return MethodRanking(
        method, outcome.scores, ranks, facts.higher_is_better, outcome.values, outcome.acceptance, notes
    )


def rank_by_all(
    matrix: ArrayLike,
    weights: ArrayLike,
    directions: ArrayLike,
    options: Options = DEFAULTS,
    methods: Sequence[CatalogueMethod] = tuple(CATALOGUE),
    progress: Callable[[float], None] | None = None,
) -> tuple[tuple[MethodRanking, ...], tuple[Refusal, ...]]:
    """The rankings by all methods that are defined for the figures, and why the others are not.

    `progress` hears the share of methods that are done.
    """
    rankings, refusals = [], []
    for done, method in enumerate(methods):
        if progress is not None:
            progress(done / len(methods))
        try:
            rankings.append(rank_by(method, matrix, weights, directions, options))
        except MethodError as error:
            refusals.append(refusal(method, error))
    return tuple(rankings), tuple(refusals)


def refusal(method: str, error: MethodError) -> Refusal:
    """An error as the record of a method that ranks nothing."""
    if isinstance(error, UndefinedMethodError):
        return Refusal(method, error.ground, error.criteria, error.alternatives, str(error))
    return Refusal(method, None, (), (), str(error))


def _notes(problem: Problem) -> tuple[Note, ...]:
    notes = [Note("equal-criterion", criteria=problem.idle)] if problem.idle else []
    if len(problem.values) == 1:
        notes.append(Note("single"))
    elif problem.is_empty:
        notes.append(Note("all-equal"))
    return tuple(notes)
