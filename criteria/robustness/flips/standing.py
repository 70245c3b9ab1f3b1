"""Who stands where by one method: the ranking in the leanest form, for thousands of tries."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from criteria.arrays import Bools, Floats, Ints
from criteria.errors import MethodError
from criteria.model.settings import Method
from criteria.model.study import Study
from criteria.ranking.decision_matrix import decision_matrix
from criteria.ranking.ranks import TIE_TOLERANCE, competition_ranks
from criteria.ranking.scoring import score
from criteria.screening.screen import screen
from criteria.weighting.study_weights import study_weights

#: Ahead is who is ahead by clearly more than what still counts as level.
CLEARLY = 10.0 * TIE_TOLERANCE


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """The projects that take part with their scores and ranks, 1 = best; ties share the best rank."""

    projects: tuple[str, ...]
    scores: Floats
    ranks: Ints

    def front(self, k: int) -> tuple[str, ...]:
        """The projects up to rank k, best first; ties at the end may let more in."""
        order = np.argsort(self.ranks, kind="stable")
        return tuple(self.projects[i] for i in order if self.ranks[i] <= k)


@dataclass(frozen=True, slots=True, eq=False)
class Question:
    """A study, the method it is ranked by, how many of the first are looked at, and who they are now."""

    study: Study
    method: Method
    k: int
    now: Standing
    front: tuple[str, ...]

    @classmethod
    def of(cls, study: Study, method: Method, k: int = 1) -> Question:
        """The question of what changes the first k; MethodError where k is below 1."""
        if k < 1:
            raise MethodError("The first k projects need a k of at least 1.")
        now = standing(study, method)
        return cls(study, method, k, now, now.front(k))

    @property
    def is_open(self) -> bool:
        """Whether more projects take part than find a place in front."""
        return len(self.now.projects) > self.k

    def is_flipped(self, after: Standing) -> bool:
        """Whether somebody is no longer among the first k; sharing a place with others is not yet that."""
        return not set(self.front) <= set(after.front(self.k))


def taking_part(study: Study) -> Bools:
    """Which projects take part: no red line excludes them and every figure is known."""
    matrix = decision_matrix(study, study.settings.score_set)
    kept = np.array([not found.excluded for found in screen(study).projects], dtype=bool)
    return np.asarray(kept & ~matrix.incomplete)


def standing(study: Study, method: Method, rows: Bools | None = None) -> Standing:
    """Where the projects stand that take part, or only some of them (`rows`), as the ranking tells it.

    Those that lack figures are left out, as everywhere where the firmness of a ranking is asked.
    """
    matrix = decision_matrix(study, study.settings.score_set)
    kept = taking_part(study) if rows is None else rows
    scores = score(study, matrix, study_weights(study), method, kept).low
    return standing_of(tuple(matrix.projects[i] for i in np.flatnonzero(kept)), scores)


def standing_of(projects: tuple[str, ...], scores: Floats) -> Standing:
    """Where these projects stand with these scores."""
    return Standing(projects, scores, competition_ranks(scores))


def flipped_rows(scores: Floats, front: Ints, k: int) -> Bools:
    """In which of S sets of scores (S x m) one of `front` clearly has k others or more ahead."""
    own = scores[:, front]
    bar = own + CLEARLY * np.maximum(1.0, np.abs(own))
    ahead = (scores[:, None, :] > bar[:, :, None]).sum(axis=2)
    return np.asarray((ahead >= k).any(axis=1))
