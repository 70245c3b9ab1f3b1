"""Sound bounds on which of two projects scores higher while local weights lie within given limits."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np

from criteria.arrays import Bools, Floats, Ints
from criteria.ranking.benefit_risk import AIMS, NEED, RIGHTS, STRUCTURES
from criteria.robustness.scorers import AdditiveScorer, BenefitRiskScorer, Scorer, TopsisScorer


@dataclass(frozen=True, eq=False)
class WeightBox:
    """C boxes of weights: premises (C x p) and criteria inside their premise (C x n), each summing to 1.

    `premise_of` gives the premise of every criterion (n).
    """

    goal_low: Floats
    goal_high: Floats
    low: Floats
    high: Floats
    premise_of: Ints

    @property
    def members(self) -> tuple[Bools, ...]:
        """For each premise which criteria belong to it."""
        return tuple(self.premise_of == place for place in range(self.goal_low.shape[1]))


def least_leads(scorer: Scorer, box: WeightBox, ahead: Ints, behind: Ints) -> Floats:
    """Numbers (C x P): where positive, ahead[p] scores above behind[p] for all weights of the box.

    They bound the difference of the scores, or an expression of the same sign, from below.
    """
    if isinstance(scorer, AdditiveScorer):
        return _nested(scorer.values[ahead] - scorer.values[behind], box)
    if isinstance(scorer, TopsisScorer):
        return _topsis_leads(scorer, box, ahead, behind)
    if isinstance(scorer, BenefitRiskScorer):
        return _benefit_risk_leads(scorer, box, ahead, behind)
    return np.full((len(box.low), len(ahead)), -np.inf)


def least(values: Floats, low: Floats, high: Floats) -> Floats:
    """The smallest sum of w v over weights w between low and high (C x n) that sum to 1; v is C x P x n.

    What the lower limits leave goes to the smallest values first.
    """
    order = np.argsort(values, axis=-1)
    cheap_first = np.take_along_axis(values, order, axis=-1)
    width = np.broadcast_to((high - low)[:, None, :], order.shape)
    room = np.take_along_axis(width, order, axis=-1)
    left = (1.0 - low.sum(axis=-1))[:, None, None]
    given = np.clip(left - (np.cumsum(room, axis=-1) - room), 0.0, room)
    return np.asarray((values * low[:, None, :]).sum(axis=-1) + (cheap_first * given).sum(axis=-1))


def _least_squared(values: Floats, low: Floats, high: Floats) -> Floats:
    """The smallest sum of w^2 v, or less: the better of two bounds, one forgetting that weights sum to 1.

    Between its limits w^2 lies above its tangent at the middle and below its chord, of the same slope.
    """
    low_, high_ = low[:, None, :], high[:, None, :]
    gain, cost = np.minimum(values, 0.0), np.maximum(values, 0.0)
    loose = (cost * np.square(low_) + gain * np.square(high_)).sum(axis=-1)
    middle = 0.5 * (low_ + high_)
    offset = (cost * np.square(middle) + gain * (low_ * high_)).sum(axis=-1)
    return np.asarray(np.maximum(loose, least(values * (2.0 * middle), low, high) - offset))


def _nested(values: Floats, box: WeightBox) -> Floats:
    """The smallest weighted sum of values (P x n) over the hierarchy: first inside premises, then of them."""
    spread = np.broadcast_to(values, (len(box.low), *values.shape))
    parts = [least(spread[..., own], box.low[:, own], box.high[:, own]) for own in box.members]
    return least(np.stack(parts, axis=-1), box.goal_low, box.goal_high)


def _nested_squared(values: Floats, box: WeightBox) -> Floats:
    """As `_nested`, or less, for sums of squared global weights times values (C x P x n)."""
    parts = [_least_squared(values[..., own], box.low[:, own], box.high[:, own]) for own in box.members]
    return _least_squared(np.stack(parts, axis=-1), box.goal_low, box.goal_high)


def _topsis_leads(scorer: TopsisScorer, box: WeightBox, ahead: Ints, behind: Ints) -> Floats:
    """D-_a^2 D+_b^2 - D-_b^2 D+_a^2, which has the sign of the lead in closeness.

    Distances are linear in squared weights; each product is bounded by planes (McCormick 1976), so that what
    moves both distances alike cancels.
    """
    tables = np.concatenate([scorer.minus, scorer.plus, -scorer.minus, -scorer.plus])
    ends = _nested_squared(np.broadcast_to(tables, (len(box.low), *tables.shape)), box)
    minus_low, plus_low, minus_high, plus_high = np.split(ends, 4, axis=1)
    minus_high, plus_high = -minus_high, -plus_high
    first = _Product(minus_low[:, ahead], minus_high[:, ahead], plus_low[:, behind], plus_high[:, behind])
    second = _Product(minus_low[:, behind], minus_high[:, behind], plus_low[:, ahead], plus_high[:, ahead])
    planes = list(product(first.planes_below(), second.planes_above()))
    slopes = [
        below.of_left[..., None] * scorer.minus[ahead]
        + below.of_right[..., None] * scorer.plus[behind]
        - above.of_left[..., None] * scorer.minus[behind]
        - above.of_right[..., None] * scorer.plus[ahead]
        for below, above in planes
    ]
    constants = np.concatenate([below.constant - above.constant for below, above in planes], axis=1)
    bounds = _nested_squared(np.concatenate(slopes, axis=1), box) + constants
    found = bounds.reshape(len(box.low), len(planes), len(ahead)).max(axis=1)
    # As near to the ideal and as far from the anti-ideal on all criteria: ahead under all weights.
    closer = (scorer.plus[ahead] <= scorer.plus[behind]) & (scorer.minus[ahead] >= scorer.minus[behind])
    truly = (scorer.plus[ahead] < scorer.plus[behind]) & (scorer.minus[ahead] > scorer.minus[behind])
    weighing = box.goal_low[:, box.premise_of] * box.low > 0.0
    dominates = closer.all(axis=1) & (weighing[:, None, :] & truly).any(axis=2)
    return np.where(dominates, np.inf, found)


def _benefit_risk_leads(scorer: BenefitRiskScorer, box: WeightBox, ahead: Ints, behind: Ints) -> Floats:
    """The lead in V, where every role of benefit and risk is played by one premise; -inf otherwise.

    Premises of need and aims add up; the others weigh the lead in safety, R_b - R_a, with R bilinear.
    """
    roles = [np.unique(box.premise_of[scorer.groups == role]) for role in range(4)]
    if any(len(premises) != 1 for premises in roles):
        return np.full((len(box.low), len(ahead)), -np.inf)
    shape = (len(box.low), len(ahead), 4)
    leads = np.empty(shape)
    for role in (NEED, AIMS):
        own = scorer.groups == role
        unit = scorer.unit[:, own]
        values = np.broadcast_to(unit[ahead] - unit[behind], (*shape[:2], unit.shape[1]))
        leads[..., int(roles[role][0])] = least(values, box.low[:, own], box.high[:, own])
    safety = _least_safety_lead(scorer, box, ahead, behind)
    for role in (STRUCTURES, RIGHTS):
        leads[..., int(roles[role][0])] = safety
    return least(leads, box.goal_low, box.goal_high)


def _least_safety_lead(scorer: BenefitRiskScorer, box: WeightBox, ahead: Ints, behind: Ints) -> Floats:
    """R_b - R_a from below: theta (S_b - S_a) + (1 - theta)(S_b L_b - S_a L_a)."""
    theta = scorer.theta
    sides = []
    for role in (RIGHTS, STRUCTURES):
        own = scorer.groups == role
        gaps = 1.0 - scorer.unit[:, own]
        limits = box.low[:, own], box.high[:, own]
        spread = np.broadcast_to(gaps, (len(box.low), *gaps.shape))
        sides.append((gaps, limits, least(spread, *limits), -least(-spread, *limits)))
    (severe, severe_limits, s_low, s_high), (likely, likely_limits, l_low, l_high) = sides
    first = _Product(s_low[:, behind], s_high[:, behind], l_low[:, behind], l_high[:, behind])
    second = _Product(s_low[:, ahead], s_high[:, ahead], l_low[:, ahead], l_high[:, ahead])
    found = np.full((len(box.low), len(ahead)), -np.inf)
    for below, above in product(first.planes_below(), second.planes_above()):
        of_severity = (theta + (1.0 - theta) * below.of_left)[..., None] * severe[behind]
        of_severity = of_severity - (theta + (1.0 - theta) * above.of_left)[..., None] * severe[ahead]
        of_likelihood = below.of_right[..., None] * likely[behind] - above.of_right[..., None] * likely[ahead]
        bound = least(of_severity, *severe_limits) + (1.0 - theta) * (
            least(of_likelihood, *likely_limits) + below.constant - above.constant
        )
        found = np.maximum(found, bound)
    return found


@dataclass(frozen=True, eq=False)
class _Plane:
    """of_left * X + of_right * Y + constant."""

    of_left: Floats
    of_right: Floats
    constant: Floats


@dataclass(frozen=True, eq=False)
class _Product:
    """A product X Y of two quantities within limits, and the planes that bound it (McCormick 1976)."""

    left_low: Floats
    left_high: Floats
    right_low: Floats
    right_high: Floats

    def planes_below(self) -> Iterator[_Plane]:
        """Two planes that XY never falls below."""
        yield _Plane(self.right_low, self.left_low, -self.left_low * self.right_low)
        yield _Plane(self.right_high, self.left_high, -self.left_high * self.right_high)

    def planes_above(self) -> Iterator[_Plane]:
        """Two planes that XY never exceeds."""
        yield _Plane(self.right_low, self.left_high, -self.left_high * self.right_low)
        yield _Plane(self.right_high, self.left_low, -self.left_low * self.right_high)
