"""How a group agrees: everything on one study's stakeholders in one place."""

from __future__ import annotations

from dataclasses import dataclass

from criteria.memo import remember
from criteria.model.settings import Method
from criteria.model.study import Study
from criteria.ranking.results import result_parts
from criteria.sessions.aggregation import Aggregation, aggregation_of
from criteria.sessions.common_ground import CommonGround, common_ground
from criteria.sessions.influence import Influence, influences
from criteria.sessions.like_minded import LikeMinded, clustering_of, like_minded
from criteria.sessions.member_rankings import (
    FRONT,
    Ranking,
    Shift,
    front_size,
    member_rankings,
    rankings_under,
    shift,
)
from criteria.sessions.members import Compatibility, Group, compatibilities, group_of
from criteria.sessions.node_agreement import Agreement, agreement_of
from criteria.weighting.clusters import Clustering


@dataclass(frozen=True, eq=False)
class GroupReport:
    """What a group agrees on and where not; `front` is how many projects count as standing in front.

    `rankings`, `shifts` and `compatibilities` are in the order of `group.members`, a shift being what the
    member's own weights change against the group's. `clusters` are in the order of `clustering`.
    """

    method: Method
    front: int
    group: Group
    agreement: Agreement
    compatibilities: tuple[Compatibility, ...]
    ranking: Ranking
    rankings: tuple[Ranking, ...]
    shifts: tuple[Shift, ...]
    common_ground: CommonGround
    clustering: Clustering | None
    clusters: tuple[LikeMinded, ...]
    influences: tuple[Influence, ...]
    aggregation: Aggregation

    @property
    def is_group(self) -> bool:
        """Whether at least two members can agree or not."""
        return len(self.group.members) > 1


@remember(lambda study, method="topsis", count=FRONT: (result_parts(study), method, count), 6)
def group_report(study: Study, method: Method = "topsis", count: int = FRONT) -> GroupReport:
    """How the stakeholders of a study agree and what it means for the ranking by one method.

    The group is everyone with a vote who answered, whoever's weights the study itself uses. MethodError where
    the answers cannot be combined.
    """
    group = group_of(study)
    (joint,) = rankings_under(study, [group.weights], method)
    rankings = member_rankings(study, method)
    front = front_size(joint, count)
    own = tuple(zip((member.id for member in group.members), rankings, strict=True))
    return GroupReport(
        method=method,
        front=front,
        group=group,
        agreement=agreement_of(study),
        compatibilities=compatibilities(group),
        ranking=joint,
        rankings=rankings,
        shifts=tuple(shift(joint, ranking, front) for ranking in rankings),
        common_ground=common_ground(joint, own, front),
        clustering=clustering_of(study),
        clusters=like_minded(study, joint, front),
        influences=influences(study, joint, front),
        aggregation=aggregation_of(study, joint, front),
    )
