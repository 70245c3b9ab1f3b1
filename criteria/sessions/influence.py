"""What each member changes: the group's weights and ranking without that member."""

from __future__ import annotations

from dataclasses import dataclass

from criteria.memo import remember
from criteria.model.study import Study
from criteria.sessions.member_rankings import Ranking, Shift, rankings_under, shift
from criteria.sessions.members import group_of, subgroup_weights
from criteria.weighting.hierarchy import Weights
from criteria.weighting.study_weights import weights_parts


@dataclass(frozen=True)
class Influence:
    """What leaving out one member, who has this share of the voting power, would change."""

    stakeholder: str
    share: float
    without: Shift


@remember(weights_parts)
def weights_without_each(study: Study) -> tuple[Weights, ...]:
    """The joint weights without one member after the other; none in a group of one."""
    group = group_of(study)
    everyone = range(len(group.members))
    if len(everyone) < 2:
        return ()
    return tuple(
        subgroup_weights(study, group, tuple(place for place in everyone if place != left))
        for left in everyone
    )


def influences(study: Study, joint: Ranking, count: int) -> tuple[Influence, ...]:
    """The influence of every member on the group's ranking, in their order; none in a group of one."""
    weights = weights_without_each(study)
    if not weights:
        return ()
    rankings = rankings_under(study, weights, joint.method)
    return tuple(
        Influence(member.id, member.share, shift(joint, ranking, count))
        for member, ranking in zip(group_of(study).members, rankings, strict=True)
    )
