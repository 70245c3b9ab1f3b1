"""Projects in everyone's front, and projects that divide."""

from __future__ import annotations

import numpy as np

from criteria.sessions.common_ground import common_ground
from criteria.sessions.member_rankings import Ranking
from criteria.weighting.hierarchy import equal_weights
from tests.support.studies import study_with

WEIGHTS = equal_weights(study_with())


def ranking(*ranks: int) -> Ranking:
    """A ranking of as many projects."""
    return Ranking("topsis", WEIGHTS, tuple("ABCDE"[: len(ranks)]), np.array(ranks, dtype=np.int64))


def test_that_everyones_projects_are_in_every_front() -> None:
    members = (("X", ranking(1, 2, 3, 4, 5)), ("Y", ranking(3, 2, 1, 4, 5)), ("Z", ranking(4, 1, 3, 2, 5)))
    found = common_ground(ranking(2, 1, 3, 4, 5), members, 3)
    assert (found.count, found.everyones) == (3, ("B", "C"))


def test_that_divisive_projects_come_with_who_puts_them_where() -> None:
    members = (("X", ranking(1, 2, 3, 4, 5)), ("Y", ranking(3, 2, 1, 4, 5)), ("Z", ranking(3, 1, 2, 4, 5)))
    found = common_ground(ranking(2, 1, 3, 4, 5), members, 3).divisive
    # Equal spreads: the one that the group puts further in front comes first.
    assert [(one.project, one.spread) for one in found] == [("A", 2), ("C", 2), ("B", 1)]
    first = found[0]
    assert (first.rank, first.best, first.best_by, first.worst, first.worst_by) == (
        2,
        1,
        ("X",),
        3,
        ("Y", "Z"),
    )


def test_that_without_members_there_is_no_common_ground() -> None:
    found = common_ground(ranking(1, 2), (), 1)
    assert (found.everyones, found.divisive) == ((), ())
