"""Rankings under many weightings side by side: each stakeholder's own, and what a change of weights moves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from criteria.arrays import Ints
from criteria.memo import remember
from criteria.model.settings import Method
from criteria.model.study import Study
from criteria.ranking.agreement import kendall
from criteria.ranking.results import rank, rank_with, result_parts
from criteria.robustness.study_sensitivity import steady_rows
from criteria.sessions.members import group_of, similarity
from criteria.sessions.rank_stack import best_ranks
from criteria.weighting.hierarchy import Weights

#: How many projects stand in front, unless asked otherwise: the "first five".
FRONT = 5
_ROUNDING = 1e-12


@dataclass(frozen=True, eq=False)
class Ranking:
    """The ranks of the projects that take part by one method under one set of weights, 1 = best.

    Projects that a red line excludes or that lack figures are left out; ties share the best rank.
    """

    method: Method
    weights: Weights
    projects: tuple[str, ...]
    ranks: Ints

    def order(self) -> tuple[str, ...]:
        """The projects, best first; equal ranks keep the order of the study."""
        return tuple(self.projects[i] for i in np.argsort(self.ranks, kind="stable"))

    def rank_of(self, project: str) -> int:
        """The rank of a project that takes part."""
        return int(self.ranks[self.projects.index(project)])

    @property
    def winners(self) -> tuple[str, ...]:
        """The first project, or all that share the first place."""
        return () if not self.projects else self.front(int(self.ranks.min()))

    def front(self, count: int) -> tuple[str, ...]:
        """The projects up to a rank, best first; ties at the end may let more in than `count`."""
        return tuple(project for project in self.order() if self.rank_of(project) <= count)


@dataclass(frozen=True)
class Shift:
    """What other weights change: the part of all weight that moves, winners, who enters or leaves the front.

    `kendall` is tau-b of both rankings, None where it is not defined; `moved` counts the projects whose rank
    is another one.
    """

    weight: float
    winners: tuple[str, ...]
    is_winner_changed: bool
    entered: tuple[str, ...]
    left: tuple[str, ...]
    kendall: float | None
    moved: int

    @property
    def is_front_changed(self) -> bool:
        """Whether other projects stand in front."""
        return bool(self.entered or self.left)


def rankings_under(study: Study, weightings: Sequence[Weights], method: Method) -> tuple[Ranking, ...]:
    """One ranking for each set of weights, computed together."""
    if not weightings:
        return ()
    results = rank(study)
    rows = list(steady_rows(results))
    ranks = best_ranks(study, np.stack([weights.values for weights in weightings]), method)
    if method == "benefit_risk":
        _own_shares(study, weightings, ranks)
    projects = tuple(results.matrix.projects[row] for row in rows)
    return tuple(
        Ranking(method, weights, projects, found[rows])
        for weights, found in zip(weightings, ranks, strict=True)
    )


@remember(lambda study, method="topsis": (result_parts(study), method), 6)
def member_rankings(study: Study, method: Method = "topsis") -> tuple[Ranking, ...]:
    """Each member's own ranking, in the order of the members."""
    return rankings_under(study, [member.weights for member in group_of(study).members], method)


def front_size(ranking: Ranking, count: int = FRONT) -> int:
    """How many projects make the front: `count`, but at most half (rounded up) of those that take part."""
    return min(count, (len(ranking.projects) + 1) // 2)


def shift(before: Ranking, after: Ranking, count: int) -> Shift:
    """What the weights of `after` change against those of `before`, with a front of `count`."""
    front, other = before.front(count), after.front(count)
    moved = 1.0 - similarity(after.weights, before.weights)
    return Shift(
        weight=moved if moved > _ROUNDING else 0.0,
        winners=after.winners,
        is_winner_changed=set(after.winners) != set(before.winners),
        entered=tuple(project for project in other if project not in front),
        left=tuple(project for project in front if project not in other),
        kendall=kendall(before.ranks, after.ranks),
        moved=int((before.ranks != after.ranks).sum()),
    )


def _own_shares(study: Study, weightings: Sequence[Weights], ranks: Ints) -> None:
    """Rank anew where a premise weighs nothing: the shares of its criteria do not show in global weights."""
    for place, weights in enumerate(weightings):
        if min(weights.premise_values.values(), default=1.0) <= 0.0:
            ranks[place] = rank_with(study, weights).methods["benefit_risk"].rank_best
