"""Which members think alike, and how they would decide among themselves."""

from __future__ import annotations

from dataclasses import dataclass

from criteria.memo import remember
from criteria.model.study import Study
from criteria.sessions.member_rankings import Ranking, Shift, rankings_under, shift
from criteria.sessions.members import group_of, subgroup_weights
from criteria.weighting.clusters import Clustering, cluster
from criteria.weighting.consensus import Consensus
from criteria.weighting.study_weights import weights_parts


@dataclass(frozen=True, eq=False)
class LikeMinded:
    """Members who weigh alike, with the ranking under their own joint weights and how it differs."""

    members: tuple[str, ...]
    medoids: tuple[str, ...]
    share: float
    consensus: Consensus | None
    ranking: Ranking
    against_group: Shift


@remember(weights_parts)
def clustering_of(study: Study) -> Clustering | None:
    """Who of a study's group thinks alike; None without members."""
    group = group_of(study)
    return cluster(group.values, group.shares) if group.members else None


def like_minded(study: Study, joint: Ranking, count: int) -> tuple[LikeMinded, ...]:
    """The clusters of a study's group, against its ranking with a front of `count`."""
    group, clustering = group_of(study), clustering_of(study)
    if clustering is None:
        return ()
    weights = [subgroup_weights(study, group, found.members) for found in clustering.clusters]
    rankings = rankings_under(study, weights, joint.method)
    return tuple(
        LikeMinded(
            members=group.ids(found.members),
            medoids=group.ids(found.medoids),
            share=found.share,
            consensus=found.consensus,
            ranking=ranking,
            against_group=shift(joint, ranking, count),
        )
        for found, ranking in zip(clustering.clusters, rankings, strict=True)
    )
