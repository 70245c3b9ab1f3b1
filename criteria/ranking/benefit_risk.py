"""Benefit and risk: likelihood times severity instead of two penalties that are simply added."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Bools, Floats, Ints, finite_matrix, weight_vector
from criteria.errors import MethodError

PREMISES = ("need", "structures", "aims", "rights")
NEED, STRUCTURES, AIMS, RIGHTS = range(4)


@dataclass(frozen=True, slots=True)
class BenefitRisk:
    """Premise values (m x 4: need, structures, aims, rights) and what follows from them, one number a row."""

    premise_values: Floats
    benefit: Floats
    severity: Floats
    likelihood: Floats
    risk: Floats
    score: Floats


def benefit_risk(
    unit: ArrayLike,
    weights: ArrayLike,
    groups: ArrayLike,
    theta: float = 0.5,
    local: ArrayLike | None = None,
) -> BenefitRisk:
    """Benefit, risk and score of m alternatives; unit values are m x n, 1 = best; weights count as shares.

    P_k is the weighted mean inside premise k; need and aims make the benefit, rights say how severe a misuse
    would be and structures how likely: B = (w1 P1 + w3 P3)/(w1 + w3), S = 1 - P4, L = 1 - P2,
    R = S (theta + (1 - theta) L), V = (w1 + w3) B + (w2 + w4)(1 - R) (after Kriebitz & Luetge's premises).
    `groups` says for each criterion 0 need, 1 structures, 2 aims, 3 rights. In a premise of no weight at all
    the `local` weights count, equal ones if there are none; with w1 + w3 = 0, B is the mean of P1 and P3.
    """
    values, membership = _checked(unit, groups, theta)
    given = _normalised(weight_vector(weights, values.shape[1]))
    inside = inside_weights(given[None, :], membership, local_shares(local, np.asarray(groups)))
    premise = np.stack([values @ part[0] for part in inside], axis=1)
    totals = np.array([given[member].sum() for member in membership])
    need_and_aims = totals[NEED] + totals[AIMS]
    weighted = totals[NEED] * premise[:, NEED] + totals[AIMS] * premise[:, AIMS]
    plain_mean = 0.5 * (premise[:, NEED] + premise[:, AIMS])
    benefit = weighted / need_and_aims if need_and_aims > 0.0 else plain_mean
    severity, likelihood = 1.0 - premise[:, RIGHTS], 1.0 - premise[:, STRUCTURES]
    risk = severity * (theta + (1.0 - theta) * likelihood)
    score = weighted + (totals[STRUCTURES] + totals[RIGHTS]) * (1.0 - risk)
    return BenefitRisk(premise, benefit, severity, likelihood, risk, score)


def benefit_risk_scores(
    unit: Floats, weights: Floats, groups: Ints, theta: float = 0.5, local: Floats | None = None
) -> Floats:
    """The scores V (S x m) of m alternatives under S weight vectors (S x n), each scaled to sum 1."""
    values, membership = _checked(unit, groups, theta)
    rows = weights / weights.sum(axis=1, keepdims=True)
    inside = inside_weights(rows, membership, local_shares(local, np.asarray(groups)))
    totals = [rows[:, member].sum(axis=1, keepdims=True) for member in membership]
    severity = 1.0 - inside[RIGHTS] @ values.T
    likelihood = 1.0 - inside[STRUCTURES] @ values.T
    safety = 1.0 - severity * (theta + (1.0 - theta) * likelihood)
    open_side = np.where(membership[NEED] | membership[AIMS], rows, 0.0)
    return np.asarray(open_side @ values.T + (totals[STRUCTURES] + totals[RIGHTS]) * safety)


def _checked(unit: ArrayLike, groups: ArrayLike, theta: float) -> tuple[Floats, list[Bools]]:
    values = finite_matrix(unit, "table of unit values")
    outside = (values < -1e-9) | (values > 1.0 + 1e-9)
    if outside.any():
        row, column = np.argwhere(outside)[0]
        raise MethodError(
            f"The unit value in row {row + 1}, column {column + 1} is {values[row, column]:g}; "
            "it must lie between 0 and 1."
        )
    if not 0.0 <= theta <= 1.0:
        raise MethodError(f"The share of severity that always counts (theta) is {theta}; it must be 0 to 1.")
    belongs = np.asarray(groups)
    if belongs.shape != (values.shape[1],) or not np.isin(belongs, range(4)).all():
        raise MethodError("Every criterion must belong to one of the four premises, numbered 0 to 3.")
    membership = [belongs == premise for premise in range(4)]
    for name, member in zip(PREMISES, membership, strict=True):
        if not member.any():
            raise MethodError(
                f"The benefit and risk model needs at least one criterion in the premise '{name}'."
            )
    return values, membership


def _normalised(weights: Floats) -> Floats:
    total = weights.sum()
    if total <= 0.0:
        raise MethodError("All weights are zero; give at least one criterion a weight.")
    return np.asarray(weights / total)


def local_shares(local: ArrayLike | None, groups: Ints) -> Floats:
    """Weights (n) that sum to 1 inside each premise, equal ones where `local` gives a premise nothing."""
    count = len(groups)
    given = np.ones(count) if local is None else weight_vector(local, count, "local weights")
    result = np.empty(count)
    for premise in range(4):
        member = groups == premise
        total = given[member].sum()
        result[member] = given[member] / total if total > 0.0 else 1.0 / member.sum()
    return result


def inside_weights(rows: Floats, membership: list[Bools], local: Floats) -> list[Floats]:
    """For each premise the weights (S x n) of its own criteria, summing to 1, zero elsewhere."""
    result = []
    for member in membership:
        own = np.where(member, rows, 0.0)
        total = own.sum(axis=1, keepdims=True)
        empty = total <= 0.0
        result.append(np.where(empty, np.where(member, local, 0.0), own / np.where(empty, 1.0, total)))
    return result
