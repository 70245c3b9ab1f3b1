"""Which way of combining answers suits a group, and whether the choice changes the ranking."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from criteria.memo import remember
from criteria.model.people import GOAL
from criteria.model.settings import GROUP_METHODS, GroupMethod
from criteria.model.study import Study
from criteria.sessions.like_minded import clustering_of
from criteria.sessions.member_rankings import Ranking, Shift, rankings_under, shift
from criteria.sessions.members import Group, group_of
from criteria.sessions.node_agreement import agreement_of
from criteria.weighting.hierarchy import Weights
from criteria.weighting.study_weights import group_weights, weights_parts

#: One voice: nothing to combine. A zero rules a geometric mean. Figures are no judgements to join. Views lie
#: apart: a group of separate value systems. Views lie near each other: it can act as one body.
Ground = Literal["single-voice", "zero-weight", "not-in-pairs", "separate-views", "one-body"]
#: Below a moderate consensus (Goepel 2018) members hold values of their own rather than one of the group.
MODERATE = 0.65


@dataclass(frozen=True, eq=False)
class Aggregation:
    """The advice on combining, the figures behind it, and what each way changes against the one in use.

    Forman & Peniwati (1998): who acts as one body joins judgements (AIJ), who brings separate values joins
    priorities (AIP). `divided` names the nodes below a moderate consensus, `clusters` counts those who think
    alike, `spread` is the largest factor by which members differ on a comparison. `shifts` holds None for a
    way that these answers do not allow.
    """

    in_use: GroupMethod
    suits: tuple[GroupMethod, ...]
    ground: Ground
    consensus: float | None
    divided: tuple[str, ...]
    clusters: int
    spread: float | None
    shifts: Mapping[GroupMethod, Shift | None]

    @property
    def is_doubtful(self) -> bool:
        """Whether views lie so far apart that no mean speaks for the group."""
        return _is_apart(self.consensus, self.divided, self.clusters)

    @property
    def is_suitable(self) -> bool:
        """Whether the way in use is among those that suit."""
        return self.in_use in self.suits


@remember(weights_parts)
def possible_weights(study: Study) -> Mapping[GroupMethod, Weights]:
    """The joint weights by every way of combining that the answers allow."""
    people = tuple(member.person for member in group_of(study).members)
    found: dict[GroupMethod, Weights] = {}
    for method in GROUP_METHODS:
        weights = group_weights(study, people, method)
        # Where another mean had to stand in, these answers do not allow this way: told by its absence.
        if not any(node.check for node in weights.nodes):
            found[method] = weights
    return found


def aggregation_of(study: Study, joint: Ranking, count: int) -> Aggregation:
    """The advice for the group of a study, whose ranking is given with the size of its front."""
    group, agreement = group_of(study), agreement_of(study)
    clustering = clustering_of(study)
    clusters = 0 if clustering is None else len(clustering.clusters)
    divided = tuple(
        node.node for node in agreement.nodes if node.consensus and node.consensus.indicator < MODERATE
    )
    ground = _ground(group, _is_apart(agreement.overall, divided, clusters))
    return Aggregation(
        in_use=study.settings.group_method,
        suits=_suits(ground),
        ground=ground,
        consensus=agreement.overall,
        divided=divided,
        clusters=clusters,
        spread=agreement.divisions[0].factor if agreement.divisions else None,
        shifts=_shifts(study, joint, count),
    )


def _is_apart(overall: float | None, divided: tuple[str, ...], clusters: int) -> bool:
    """Little consensus overall or on the premises, or camps: one of them is enough."""
    return (overall is not None and overall < MODERATE) or GOAL in divided or clusters > 1


def _ground(group: Group, is_apart: bool) -> Ground:
    if len(group.members) < 2:
        return "single-voice"
    spoken = [
        found
        for member in group.members
        for found in member.weights.nodes
        if found.node not in member.silent and len(found.children) > 1
    ]
    if any(found.weights.min() <= 0.0 for found in spoken):
        return "zero-weight"
    if any(found.source != "pairwise" for found in spoken):
        return "not-in-pairs"
    return "separate-views" if is_apart else "one-body"


def _suits(ground: Ground) -> tuple[GroupMethod, ...]:
    match ground:
        case "single-voice":
            return GROUP_METHODS
        case "zero-weight":
            return ("priorities_arithmetic",)
        case "not-in-pairs" | "separate-views":
            return ("priorities_geometric", "priorities_arithmetic")
        case "one-body":
            return ("judgements", "priorities_geometric")


def _shifts(study: Study, joint: Ranking, count: int) -> dict[GroupMethod, Shift | None]:
    weights = possible_weights(study)
    found = rankings_under(study, list(weights.values()), joint.method)
    rankings = dict(zip(weights, found, strict=True))
    return {
        method: shift(joint, rankings[method], count) if method in rankings else None
        for method in GROUP_METHODS
    }
