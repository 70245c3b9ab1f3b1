"""How far local weights can still move: sound bounds while open answers lie within given limits."""

from __future__ import annotations

from itertools import chain, combinations

import numpy as np

from criteria.arrays import Floats, Ints
from criteria.weighting.stacks import least_squares_stack, solver

#: Up to this many open answers every order of leaving off is looked at on its own.
MOST_OPEN = 8
_MOST_STEPS = 24
_SETTLED = 3e-3
# Bounds give way to rounding.
_SLACK = 1e-9


def reachable_answers(ratios: Floats, open_pairs: Ints, limit: float) -> tuple[Floats, Floats]:
    """Logarithms between which every open pair (m x 2) lies whichever of them are answered, within +-limit.

    A pair without an answer counts in the least-squares fit as if it had the fitted one, so states with gaps
    are states of the full set of answers, once their limits also hold what fits can be.
    """
    rows, columns = open_pairs.T
    low, high = np.full(len(rows), -limit), np.full(len(rows), limit)
    if len(rows) > MOST_OPEN:
        # A fitted difference is a mean over chains of at most n - 1 answers (the potentials of a flow).
        known = np.abs(np.log(ratios[~np.isnan(ratios)])).max()
        reach = (len(ratios) - 1) * max(limit, float(known))
        return np.full(len(rows), -reach), np.full(len(rows), reach)
    for answered in chain.from_iterable(combinations(range(len(rows)), size) for size in range(len(rows))):
        state, pairs = ratios.copy(), open_pairs[list(answered)]
        state[pairs[:, 0], pairs[:, 1]] = state[pairs[:, 1], pairs[:, 0]] = 1.0
        fit = solver(~np.isnan(state))
        middle = least_squares_stack(state[None])[0]
        middle = middle[rows] - middle[columns]
        effect = fit[:, pairs[:, 0]] - fit[:, pairs[:, 1]]
        reach = limit * np.abs(effect[rows] - effect[columns]).sum(axis=1)
        low, high = np.minimum(low, middle - reach), np.maximum(high, middle + reach)
    return low, high


def least_squares_bounds(ratios: Floats, open_pairs: Ints, low: Floats, high: Floats) -> Floats:
    """Bounds (C x n x n) on ln(w_l / w_k) of the fit for C boxes of all open answers (C x m logarithms)."""
    filled = ratios.copy()
    rows, columns = open_pairs.T
    filled[rows, columns] = filled[columns, rows] = 1.0
    fit = solver(~np.isnan(filled))
    start = least_squares_stack(filled[None])[0]
    effect = fit[:, rows] - fit[:, columns]
    effect = effect[:, None, :] - effect[None, :, :]
    middle = 0.5 * (low + high) @ effect.reshape(-1, len(rows)).T
    reach = 0.5 * (high - low) @ np.abs(effect).reshape(-1, len(rows)).T
    return np.asarray((middle + reach).reshape(-1, *ratios.shape) + (start[:, None] - start))


def eigenvector_bounds(ratios: Floats, open_pairs: Ints, low: Floats, high: Floats) -> Floats:
    """Bounds (C x n x n) on ln(w_i / w_j) of the principal eigenvector for C boxes of all open answers.

    w_i / w_j = sum_k a_ik w_k / sum_k a_jk w_k is largest where a_i. is high, a_j. is low, and the w_k,
    within the bounds known so far, weigh the largest a_ik / a_jk most; repeated while it narrows.
    """
    least, most = _filled(ratios, open_pairs, low, high), _filled(ratios, open_pairs, high, low)
    upper, lower = np.broadcast_arrays(most[:, :, None, :], least[:, None, :, :])
    order = np.argsort(-(upper / lower), axis=-1)
    upper = np.take_along_axis(upper, order, axis=-1)
    lower = np.take_along_axis(lower, order, axis=-1)
    bounds = earlier = np.log((upper / lower)[..., 0])
    own = np.eye(len(ratios), dtype=bool)
    places = _places(order)
    for step in range(_MOST_STEPS):
        below, above = places[step % 2]
        # ln(w_k / w_r) lies between -bounds[r, k] and bounds[k, r], r being i and j in turn.
        smallest = np.exp(-bounds.ravel()[below])
        room = np.exp(bounds.ravel()[above]) - smallest
        # The best w is at its most for the first few terms and at its least for the others.
        over = (upper * smallest).sum(axis=-1, keepdims=True) + np.cumsum(upper * room, axis=-1)
        under = (lower * smallest).sum(axis=-1, keepdims=True) + np.cumsum(lower * room, axis=-1)
        bounds = np.where(own, 0.0, np.minimum(bounds, np.log((over / under).max(axis=-1))))
        if step % 2:
            if np.abs(earlier - bounds).max() <= _SETTLED:
                break
            earlier = bounds
    return np.asarray(bounds)


def local_bounds(bounds: Floats) -> tuple[Floats, Floats]:
    """The least and the largest local weights (C x n each) from bounds on ln(w_l / w_k)."""
    roomy = np.where(np.eye(bounds.shape[-1], dtype=bool), 0.0, bounds + _SLACK)
    return 1.0 / np.exp(roomy).sum(axis=1), 1.0 / np.exp(-roomy).sum(axis=2)


def _filled(ratios: Floats, open_pairs: Ints, forward: Floats, backward: Floats) -> Floats:
    """The matrix for each of C boxes with e^forward at every open pair and e^-backward at its reciprocal."""
    stack = np.repeat(ratios[None], len(forward), axis=0)
    stack[:, open_pairs[:, 0], open_pairs[:, 1]] = np.exp(forward)
    stack[:, open_pairs[:, 1], open_pairs[:, 0]] = np.exp(-backward)
    return stack


def _places(order: Ints) -> tuple[tuple[Ints, Ints], tuple[Ints, Ints]]:
    """Where, in raveled C x n x n bounds, those of the k-th term against i and against j of a pair stand."""
    boxes, count = order.shape[:2]
    start = (np.arange(boxes) * count * count)[:, None, None, None]
    first = np.arange(count)[:, None, None]
    second = np.arange(count)[:, None]
    return (
        (start + first * count + order, start + order * count + first),
        (start + second * count + order, start + order * count + second),
    )
