"""Weight paths: the weight of a group of criteria goes from 0 to 1, everything else keeps its proportions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

from criteria.arrays import Bools, Floats, weight_vector
from criteria.errors import MethodError


@dataclass(frozen=True, slots=True, eq=False)
class WeightPaths:
    """Paths w(t) = t * inside + (1 - t) * outside, both g x n with rows of sum 1, and the current t (g)."""

    inside: Floats
    outside: Floats
    current: Floats

    def at(self, t: Floats) -> Floats:
        """The weights (S x n, rows sum 1) of the first path at the S values of t."""
        return np.asarray(t[:, None] * self.inside[0] + (1.0 - t)[:, None] * self.outside[0])


def group_masks(groups: Sequence[ArrayLike], count: int) -> Bools:
    """The groups as booleans (g x n), each given as n booleans or as criterion indices.

    Raises MethodError for a group that is empty, holds every criterion or names one that does not exist.
    """
    masks = np.stack([mask_of(group, count) for group in groups])
    members = masks.sum(axis=1)
    if members.min() == 0 or members.max() == count:
        raise MethodError(
            "A weight can vary only against others: the group needs some criteria, but not all."
        )
    return masks


def mask_of(group: ArrayLike, count: int) -> Bools:
    """Some criteria, none or all of them, as n booleans; MethodError for one that does not exist."""
    given: NDArray[Any] = np.asarray(group)
    if given.dtype == np.bool_ and given.shape == (count,):
        return given
    mask = np.zeros(count, dtype=bool)
    if given.size:
        if given.dtype.kind not in "iu" or given.min() < 0 or given.max() >= count:
            raise MethodError(f"A group of criteria is named by indices from 0 to {count - 1}.")
        mask[given] = True
    return mask


def group_mask(group: ArrayLike, count: int) -> Bools:
    """One group as n booleans, as in `group_masks`."""
    return np.asarray(group_masks([group], count)[0])


def weight_paths(weights: ArrayLike, groups: Bools | Sequence[Bools]) -> WeightPaths:
    """One path for each group (g x n booleans); those without weight to share out by share equally."""
    members = np.asarray(groups)
    given = weight_vector(weights, members.shape[1])
    total = given.sum()
    if total <= 0.0:
        raise MethodError("All weights are zero; give at least one criterion a weight.")
    shares = given / total
    inside, group_total = _shared(shares, members)
    outside, _ = _shared(shares, ~members)
    return WeightPaths(inside, outside, np.clip(group_total, 0.0, 1.0))


def _shared(shares: Floats, members: Bools) -> tuple[Floats, Floats]:
    own = members * shares
    total = own.sum(axis=1)
    empty = total <= 0.0
    if empty.any():
        own[empty] = members[empty]
    return own / own.sum(axis=1, keepdims=True), total
