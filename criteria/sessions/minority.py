"""The minority report: who would decide otherwise than the group, how, and on what grounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from criteria.memo import remember
from criteria.model.settings import Method
from criteria.model.study import Study
from criteria.ranking.results import result_parts
from criteria.sessions.group_report import GroupReport, group_report
from criteria.sessions.like_minded import LikeMinded
from criteria.sessions.member_rankings import FRONT, Ranking, Shift
from criteria.sessions.members import Member, WeightGap, gaps, similarity
from criteria.weighting.consistency import ACCEPTABLE_RATIO

#: Several who weigh alike, apart from most; one whose first project is another; one who puts others in front.
Cause = Literal["cluster", "other-winner", "other-front"]
_CAUSES: tuple[Cause, ...] = ("cluster", "other-winner", "other-front")
#: The ratio that says how far answers contradict each other, by the way of asking.
Measure = Literal["consistency-ratio", "input-ratio"]


@dataclass(frozen=True)
class Contradiction:
    """Answers of one stakeholder under a node that contradict each other more than the limit allows."""

    stakeholder: str
    node: str
    measure: Measure
    figure: float
    limit: float | None


@dataclass(frozen=True)
class Silence:
    """A node under which a member gave no usable answers, so that the group's weights stand in."""

    stakeholder: str
    node: str


@dataclass(frozen=True, eq=False)
class MinorityView:
    """A cluster or a single member with another view than the group, in numbers.

    `share` is their part of the voting power, `similarity` the part of all weight they place as the group
    does; `premises` and `criteria` tell where not, furthest apart first. `ranking` is under their own weights
    and `against_group` says what those would change.
    """

    cause: Cause
    members: tuple[str, ...]
    share: float
    similarity: float
    premises: tuple[WeightGap, ...]
    criteria: tuple[WeightGap, ...]
    ranking: Ranking
    against_group: Shift
    contradictions: tuple[Contradiction, ...]
    silences: tuple[Silence, ...]


@dataclass(frozen=True, eq=False)
class MinorityReport:
    """Every view that differs from the group's: clusters first, then single members.

    `majority` is the largest cluster, None where no cluster has more voting power than each other; `front` is
    how many projects count as standing in front.
    """

    method: Method
    front: int
    members: tuple[str, ...]
    ranking: Ranking
    majority: LikeMinded | None
    views: tuple[MinorityView, ...]
    abstained: tuple[str, ...]
    without_vote: tuple[str, ...]

    @property
    def is_group(self) -> bool:
        """Whether at least two members have answered."""
        return len(self.members) > 1


@remember(lambda study, method="topsis", count=FRONT: (result_parts(study), method, count), 4)
def minority_report(study: Study, method: Method = "topsis", count: int = FRONT) -> MinorityReport:
    """Each cluster but the largest, and single members whose winner or front is not the group's.

    Where there are several clusters, a member of the largest is a view of its own only with another winner
    than both the group and the cluster: a compromise differs a little from all who make it.
    """
    report = group_report(study, method, count)
    largest = report.clustering.largest if report.clustering else None
    majority = None if largest is None else report.clusters[largest]
    apart = [found for place, found in enumerate(report.clusters) if place != largest]
    views = [_of_cluster(report, found) for found in apart]
    spoken = {member for found in apart for member in found.members}
    singles = [
        _of_member(report, place)
        for place, member in enumerate(report.group.members)
        if member.id not in spoken and _differs(report, place, majority if apart else None)
    ]
    singles.sort(key=lambda view: (_CAUSES.index(view.cause), -view.share, round(view.similarity, 9)))
    return MinorityReport(
        method=method,
        front=report.front,
        members=tuple(member.id for member in report.group.members),
        ranking=report.ranking,
        majority=majority,
        views=(*views, *singles),
        abstained=report.group.abstained,
        without_vote=report.group.without_vote,
    )


def contradictions(member: Member) -> tuple[Contradiction, ...]:
    """Where the answers of a member contradict each other too much."""
    found: list[Contradiction] = []
    for node in member.weights.nodes:
        if node.node in member.silent:
            continue
        if node.is_contradictory:
            limit = ACCEPTABLE_RATIO
            found.append(Contradiction(member.id, node.node, "consistency-ratio", node.ratio, limit))
        elif node.check is not None and node.check.code == "best_worst" and not node.check.is_passed:
            figure, limit_given = node.check.figure, node.check.limit
            found.append(Contradiction(member.id, node.node, "input-ratio", figure, limit_given))
    return tuple(found)


def _differs(report: GroupReport, place: int, camp: LikeMinded | None) -> bool:
    found = report.shifts[place]
    if camp is None:
        return found.is_winner_changed or found.is_front_changed
    return found.is_winner_changed and set(found.winners) != set(camp.ranking.winners)


def _of_cluster(report: GroupReport, found: LikeMinded) -> MinorityView:
    members = [member for member in report.group.members if member.id in found.members]
    return _view(report, "cluster", members, found.share, found.ranking, found.against_group)


def _of_member(report: GroupReport, place: int) -> MinorityView:
    member, against = report.group.members[place], report.shifts[place]
    cause: Cause = "other-winner" if against.is_winner_changed else "other-front"
    return _view(report, cause, [member], member.share, report.rankings[place], against)


def _view(
    report: GroupReport,
    cause: Cause,
    members: list[Member],
    share: float,
    ranking: Ranking,
    against: Shift,
) -> MinorityView:
    joint = report.group.weights
    premises, criteria = gaps(ranking.weights, joint)
    return MinorityView(
        cause=cause,
        members=tuple(member.id for member in members),
        share=share,
        similarity=similarity(ranking.weights, joint),
        premises=premises,
        criteria=criteria,
        ranking=ranking,
        against_group=against,
        contradictions=tuple(one for member in members for one in contradictions(member)),
        silences=tuple(Silence(member.id, node) for member in members for node in member.silent),
    )
