"""Who thinks alike: members of a group sorted into clusters by the weights they give."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from criteria.arrays import Bools, Floats, Ints
from criteria.errors import MethodError
from criteria.weighting.consensus import Consensus, consensus
from criteria.weighting.group import member_rows, member_shares

#: A mean silhouette from which Kaufman & Rousseeuw (1990) call a structure reasonable; below, all are one.
SILHOUETTE_FLOOR = 0.5
#: Clusters must on average place at least 10 of 100 points differently, or telling them apart is idle.
DISTANCE_FLOOR = 0.1
#: Distances closer than this are equal: rounding must not decide who belongs to whom.
SAME = 1e-9


@dataclass(frozen=True, eq=False)
class Cluster:
    """Members who weigh alike, as rows of the weights, with what they hold in common.

    `medoids` are the members nearest to the others (all that tie), `weights` their mean by voting power,
    `share` their part of all voting power and `consensus` Goepel's among them (None for a single member).
    """

    members: tuple[int, ...]
    medoids: tuple[int, ...]
    weights: Floats
    share: float
    consensus: Consensus | None


@dataclass(frozen=True, eq=False)
class Clustering:
    """All clusters, the greatest voting power first, and what speaks for telling them apart.

    `distances` (K x K) are the parts of all weight that two members place differently; `silhouette` is None
    for a single cluster, and `between` is the consensus of the clusters' own weights with each other.
    """

    clusters: tuple[Cluster, ...]
    distances: Floats
    silhouette: float | None
    between: Consensus | None

    @property
    def largest(self) -> int | None:
        """The cluster with more voting power than any other; None where several have as much."""
        first = self.clusters[0].share
        return 0 if sum(one.share >= first - SAME for one in self.clusters) == 1 else None

    def of(self, member: int) -> int:
        """The cluster of a member."""
        return next(place for place, one in enumerate(self.clusters) if member in one.members)


def distances(weights: Floats) -> Floats:
    """Half the sum of |w - v| for every two of K rows of weights (K x K): what part is placed differently."""
    return np.asarray(0.5 * np.abs(weights[:, None, :] - weights[None, :, :]).sum(axis=2))


def cluster(weights: ArrayLike, powers: ArrayLike | None = None) -> Clustering:
    """Clusters of K members by average linkage of `distances` between their weights (K x n).

    Taken is the partition with the largest mean silhouette (Rousseeuw 1987), if it reaches SILHOUETTE_FLOOR
    and every two of its clusters lie DISTANCE_FLOOR apart on average; otherwise all are one cluster. All
    pairs at the smallest distance merge at once (Fernandez & Gomez 2008), so the order of members and items
    is of no account. Voting `powers` weigh the results but not who is near to whom.
    """
    rows = np.asarray(weights, dtype=np.float64)
    if rows.ndim != 2 or not len(rows):
        raise MethodError("Clusters need one row of weights for each member.")
    rows = member_rows(rows, "weights")
    shares = member_shares(powers, len(rows))
    apart = distances(rows)
    labels, quality = _best(apart)
    groups = [np.flatnonzero(labels == label) for label in range(int(labels.max()) + 1)]
    found = [_cluster(group, rows, shares, apart) for group in groups]
    found.sort(key=lambda one: (-round(one.share / SAME), -len(one.members), one.members))
    between = None
    if len(found) > 1:
        voices = np.array([one.share for one in found])
        between = consensus(np.stack([one.weights for one in found]), shares=voices)
    return Clustering(tuple(found), apart, quality, between)


def silhouettes(apart: Floats, labels: Ints) -> Floats:
    """Rousseeuw's (1987) silhouette of each member: (b - a)/max(a, b), 0 for one alone in its cluster.

    a is the mean distance to the others of the own cluster, b that to the nearest other cluster.
    """
    inside = _membership(labels)
    sizes = inside.sum(axis=0)
    sums = apart @ inside
    own = inside.astype(bool)
    others = sizes[labels] - 1
    a = sums[own] / np.maximum(others, 1)
    b = np.where(own, np.inf, sums / sizes).min(axis=1)
    largest = np.maximum(a, b)
    defined = (others > 0) & (largest > 0.0)
    return np.where(defined, (b - a) / np.where(defined, largest, 1.0), 0.0)


def _best(apart: Floats) -> tuple[Ints, float | None]:
    """The partition to take, and its mean silhouette."""
    chosen, quality = np.zeros(len(apart), dtype=np.int64), SILHOUETTE_FLOOR - 2 * SAME
    found: float | None = None
    # From few clusters to many, so that of equally good partitions the simplest stays.
    for labels in reversed(_partitions(apart)):
        if labels.max() == 0 or labels.max() == len(apart) - 1 or _separation(apart, labels) < DISTANCE_FLOOR:
            continue
        mean = float(silhouettes(apart, labels).mean())
        if mean > quality + SAME:
            chosen, quality, found = labels, mean, mean
    return chosen, found


def _partitions(apart: Floats) -> list[Ints]:
    """Every partition on the way from all alone to all together."""
    labels = np.arange(len(apart), dtype=np.int64)
    found = [labels]
    while labels.max() > 0:
        between = _between(apart, labels)
        near = between <= between.min() + SAME
        labels = _linked(near)[labels]
        found.append(labels)
    return found


def _between(apart: Floats, labels: Ints) -> Floats:
    """Mean distances between the members of each two clusters, infinite on the diagonal."""
    inside = _membership(labels)
    sizes = inside.sum(axis=0)
    mean = inside.T @ apart @ inside / np.outer(sizes, sizes)
    np.fill_diagonal(mean, np.inf)
    return np.asarray(mean)


def _separation(apart: Floats, labels: Ints) -> float:
    """The smallest mean distance between two clusters."""
    return float(_between(apart, labels).min())


def _membership(labels: Ints) -> Floats:
    return np.asarray(labels[:, None] == np.arange(int(labels.max()) + 1), dtype=np.float64)


def _linked(near: Bools) -> Ints:
    """A label for each cluster, the same for those that a chain of near ones links."""
    labels = np.full(len(near), -1, dtype=np.int64)
    for start in range(len(near)):
        if labels[start] < 0:
            label, frontier = int(labels.max()) + 1, [start]
            while frontier:
                one = frontier.pop()
                labels[one] = label
                frontier += [int(other) for other in np.flatnonzero(near[one] & (labels < 0))]
    return labels


def _cluster(group: Ints, rows: Floats, shares: Floats, apart: Floats) -> Cluster:
    total = float(shares[group].sum())
    voices = shares[group] / total if total > 0.0 else np.full(len(group), 1.0 / len(group))
    sums = apart[np.ix_(group, group)].sum(axis=1)
    return Cluster(
        members=tuple(int(member) for member in group),
        medoids=tuple(int(member) for member in group[sums <= sums.min() + SAME]),
        weights=np.asarray(voices @ rows[group]),
        share=total,
        consensus=consensus(rows[group], shares=voices),
    )
