"""Everything the group result shows of one study, worked out off the window's thread."""

from __future__ import annotations

from dataclasses import dataclass

from criteria.model.study import Study
from criteria.sessions.group_report import GroupReport, group_report
from criteria.sessions.members import Member, WeightGap
from criteria.sessions.minority import MinorityReport, minority_report
from desktop.app.jobs import Token


@dataclass(frozen=True, eq=False)
class GroupFacts:
    """A study with what its group agrees on and what its minorities would decide."""

    study: Study
    report: GroupReport
    minority: MinorityReport

    @property
    def members(self) -> tuple[Member, ...]:
        """Who has a vote and answered, in the order of the study."""
        return self.report.group.members

    def place(self, key: str) -> int | None:
        """The place of a member, None for anyone else."""
        return next((place for place, member in enumerate(self.members) if member.id == key), None)

    def voices(self, criterion: str) -> tuple[Member, ...]:
        """The members whose weight of a criterion is their own: not the group's in place of an answer."""
        premise = self.study.premise_of[criterion].id
        return tuple(member for member in self.members if premise not in member.silent)


@dataclass(frozen=True)
class Spread:
    """How far the weights of a criterion lie apart, and who is at the ends."""

    criterion: str
    lowest: float
    highest: float
    lowest_by: tuple[str, ...]
    highest_by: tuple[str, ...]

    @property
    def width(self) -> float:
        """From the lowest weight to the highest."""
        return self.highest - self.lowest


def group_facts(study: Study, _token: Token | None = None) -> GroupFacts:
    """All figures of the group result; MethodError where the answers cannot be combined."""
    return GroupFacts(study, group_report(study), minority_report(study))


def spreads(facts: GroupFacts) -> tuple[Spread, ...]:
    """The criteria whose weights lie apart, the widest first; at the ends stands who rounds to the same."""
    found = [_spread(facts, criterion.id) for criterion in facts.study.active_criteria]
    # The sort is stable: equal spreads keep the order of the study.
    return tuple(sorted((one for one in found if one is not None), key=lambda one: -round(one.width, 9)))


def _spread(facts: GroupFacts, criterion: str) -> Spread | None:
    own = {member.id: member.weights.of(criterion) for member in facts.voices(criterion)}
    if len(own) < 2:
        return None
    lowest, highest = min(own.values()), max(own.values())
    if highest - lowest < 1e-9:
        return None
    return Spread(
        criterion,
        lowest,
        highest,
        tuple(key for key, value in own.items() if round(100 * value) == round(100 * lowest)),
        tuple(key for key, value in own.items() if round(100 * value) == round(100 * highest)),
    )


def compares_in_pairs(facts: GroupFacts, node: str) -> bool:
    """Whether at least two members answered pairwise questions under a node."""
    given = [
        member
        for member in facts.members
        if node not in member.silent and member.weights.node(node).source == "pairwise"
    ]
    return len(given) > 1


def most_raised(gaps: tuple[WeightGap, ...]) -> WeightGap | None:
    """The premise or criterion that has most more weight than in the group."""
    raised = [one for one in gaps if one.gap > 0]
    return max(raised, key=lambda one: round(one.gap, 9), default=None)
