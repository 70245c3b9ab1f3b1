"""PROMETHEE (Brans & Vincke 1985): preferences in pairs, flows, and the partial order of PROMETHEE I."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.arrays import Bools, Floats
from criteria.ranking.catalogue.options import Options, Preference
from criteria.ranking.catalogue.outcome import Outcome
from criteria.ranking.catalogue.problem import Problem

_ROUNDING = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class Flows:
    """How much each alternative is preferred to the others (plus), they to it (minus), and the difference."""

    plus: Floats
    minus: Floats
    net: Floats


@dataclass(frozen=True, slots=True)
class PartialOrder:
    """The pairs of PROMETHEE I: (better, worse), and those (lower index first) equal or incomparable."""

    preferred: tuple[tuple[int, int], ...]
    indifferent: tuple[tuple[int, int], ...]
    incomparable: tuple[tuple[int, int], ...]


def promethee(problem: Problem, options: Options) -> Outcome:
    """Net flows of PROMETHEE II, higher is better, with both flows; they lie in -1..1."""
    found = flows(preference_table(problem, options))
    return Outcome(found.net, {"phi_plus": found.plus, "phi_minus": found.minus, "phi": found.net})


def preference_table(problem: Problem, options: Options) -> Floats:
    """The weighted preference (m x m) of each alternative over each other one."""
    rows = len(problem.values)
    table = np.zeros((rows, rows))
    for column, criterion in enumerate(problem.columns):
        preference = options.preference(int(criterion), problem.count)
        figures = problem.values[:, column] * problem.directions[column]
        gaps = figures[:, None] - figures
        slack = _ROUNDING * float(np.abs(figures).max())
        table += problem.weights[column] * _degree(preference, gaps, slack)
    return table


def flows(preferences: Floats) -> Flows:
    """The flows of an m x m table of preferences, each divided by m - 1."""
    others = max(1, len(preferences) - 1)
    plus, minus = preferences.sum(axis=1) / others, preferences.sum(axis=0) / others
    return Flows(plus, minus, plus - minus)


def partial_order(found: Flows) -> PartialOrder:
    """Who is preferred by PROMETHEE I: at least as good in both flows and better in one."""
    plus = _sign(found.plus[:, None] - found.plus)
    minus = _sign(found.minus - found.minus[:, None])
    preferred = (plus >= 0) & (minus >= 0) & (plus + minus > 0)
    above = np.triu(np.ones(plus.shape, dtype=bool), 1)
    indifferent = above & (plus == 0) & (minus == 0)
    incomparable = above & (plus * minus < 0)
    return PartialOrder(*(_pairs(found) for found in (preferred, indifferent, incomparable)))


def _degree(preference: Preference, gaps: Floats, slack: float) -> Floats:
    """How much a difference counts, 0..1; what exceeds a threshold by rounding only does not exceed it."""
    q, p, s = preference.q, preference.p, preference.s
    above_q = gaps > q + slack
    match preference.shape:
        case "usual":
            return np.where(gaps > slack, 1.0, 0.0)
        case "u_shape":
            return np.where(above_q, 1.0, 0.0)
        case "v_shape":
            return np.clip(gaps / p, 0.0, 1.0)
        case "level":
            return np.where(gaps > p + slack, 1.0, np.where(above_q, 0.5, 0.0))
        case "linear":
            part = (gaps - q) / (p - q) if p > q else np.ones(gaps.shape)
            return np.where(above_q, np.clip(part, 0.0, 1.0), 0.0)
        case "gaussian":
            return np.where(gaps > 0.0, -np.expm1(-np.square(gaps) / (2.0 * s * s)), 0.0)


def _sign(differences: Floats) -> Floats:
    return np.asarray(np.sign(np.where(np.abs(differences) <= _ROUNDING, 0.0, differences)))


def _pairs(found: Bools) -> tuple[tuple[int, int], ...]:
    return tuple((int(first), int(second)) for first, second in np.argwhere(found))
