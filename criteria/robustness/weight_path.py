"""Weight paths: the weight of a group of criteria goes from 0 to 1, everything else keeps its proportions."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

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


def group_mask(group: ArrayLike, count: int) -> Bools:
    """The group as n booleans, from booleans or indices; MethodError if it is empty or everything."""
    given = np.asarray(group)
    if given.dtype == np.bool_ and given.shape == (count,):
        mask = given
    else:
        places = np.atleast_1d(given)
        valid = np.issubdtype(places.dtype, np.integer) and places.size > 0
        if not valid or places.min() < 0 or places.max() >= count:
            raise MethodError(f"A group of criteria is named by indices from 0 to {count - 1}, at least one.")
        mask = np.zeros(count, dtype=bool)
        mask[places] = True
    if not mask.any() or mask.all():
        raise MethodError(
            "A weight can vary only against others: the group needs some criteria, but not all."
        )
    return mask


def weight_paths(weights: ArrayLike, groups: list[Bools]) -> WeightPaths:
    """One path for each group; those who have no weight to share out by proportion share equally."""
    given = weight_vector(weights, len(groups[0]))
    total = given.sum()
    if total <= 0.0:
        raise MethodError("All weights are zero; give at least one criterion a weight.")
    members = np.stack(groups)
    shares = given / total
    inside, group_total = _shared(shares, members)
    outside, _ = _shared(shares, ~members)
    return WeightPaths(inside, outside, np.clip(group_total, 0.0, 1.0))


def _shared(shares: Floats, members: Bools) -> tuple[Floats, Floats]:
    own = np.where(members, shares, 0.0)
    total = own.sum(axis=1)
    empty = total <= 0.0
    equal = members / members.sum(axis=1, keepdims=True)
    return np.where(empty[:, None], equal, own / np.where(empty, 1.0, total)[:, None]), total
