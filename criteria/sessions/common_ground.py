"""Projects that everyone would put in front, and projects that divide the group."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from criteria.sessions.member_rankings import Ranking


@dataclass(frozen=True)
class DividedProject:
    """The best and the worst rank a project gets from any member, and from whom; `rank` is the group's."""

    project: str
    rank: int
    best: int
    best_by: tuple[str, ...]
    worst: int
    worst_by: tuple[str, ...]

    @property
    def spread(self) -> int:
        """How many places lie between both."""
        return self.worst - self.best


@dataclass(frozen=True)
class CommonGround:
    """`everyones` stand in every member's front of `count`, in the group's order; `divisive` by spread."""

    count: int
    everyones: tuple[str, ...]
    divisive: tuple[DividedProject, ...]


def common_ground(group: Ranking, members: Sequence[tuple[str, Ranking]], count: int) -> CommonGround:
    """What the rankings of the members, each with its stakeholder, have in common and where they part.

    Divisive are all projects that not everyone ranks alike, the largest spread first.
    """
    if not members:
        return CommonGround(count, (), ())
    fronts = [set(ranking.front(count)) for _, ranking in members]
    shared = set.intersection(*fronts)
    names = [who for who, _ in members]
    ranks = np.stack([ranking.ranks for _, ranking in members])
    divided = [
        DividedProject(
            project=project,
            rank=group.rank_of(project),
            best=int(column.min()),
            best_by=tuple(who for who, rank in zip(names, column, strict=True) if rank == column.min()),
            worst=int(column.max()),
            worst_by=tuple(who for who, rank in zip(names, column, strict=True) if rank == column.max()),
        )
        for project, column in zip(group.projects, ranks.T, strict=True)
        if column.min() < column.max()
    ]
    return CommonGround(
        count=count,
        everyones=tuple(project for project in group.order() if project in shared),
        divisive=tuple(sorted(divided, key=lambda one: (-one.spread, one.rank))),
    )
