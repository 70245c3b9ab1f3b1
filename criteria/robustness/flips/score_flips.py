"""Flips by one figure of one project: the nearest value on its scale that changes who is in front."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from criteria.arrays import Bools, Floats
from criteria.model.tree import Criterion
from criteria.robustness.flips.flip import Flip, figure_share, found
from criteria.robustness.flips.other_figures import Field, proposed, shifted, shifts
from criteria.robustness.flips.score_pieces import CutPoints, Piece, pieces
from criteria.robustness.flips.standing import Question, Standing, flipped_rows, standing, standing_of

# Parts of a piece where scores need not change in one direction only, and halvings of the last one.
_PARTS = 8
_HALVINGS = 40


def score_flips(question: Question) -> Iterator[tuple[float, list[Flip]]]:
    """For every figure the nearest change down and up, project by project, with the share that is done.

    Figures are those proposed; safeguards move them on, red lines read them, bounds are taken along. Levels
    are tried one by one. Elsewhere the score of a project runs one way along its figure and nobody else's
    moves, so halving finds the very point, except where a normalisation depends on all projects: there the
    scale is searched in steps. Projects with gaps are left out.
    """
    field = Field.of(question)
    cuts = CutPoints.in_study(question.study)
    count = len(field.complete)
    for done, row in enumerate(field.complete, 1):
        yield done / count, _of_project(field, cuts, row)


@dataclass(frozen=True, slots=True)
class _Try:
    """One criterion of the project with another figure, within a piece of its scale."""

    column: int
    value: float
    span: Piece


@dataclass(frozen=True, eq=False)
class _OneProject:
    """A project among the others, with its figures as proposed."""

    field: Field
    row: int
    figures: Floats

    @cached_property
    def without(self) -> Standing:
        """Where the others stand when a red line excludes it."""
        return self.field.without(self.row)

    @cached_property
    def _levels(self) -> dict[tuple[str, ...], Floats]:
        return {}

    def flips(self, tries: list[_Try]) -> Bools:
        """Which tries change who is in front."""
        question = self.field.question
        result = np.full(len(tries), question.is_flipped(self.without))
        admitted = np.array([not one.span.is_excluded for one in tries])
        if admitted.any():
            names, scores = self._scores([one for one in tries if not one.span.is_excluded])
            front = np.array([names.index(one) for one in question.front if one in names], dtype=np.int64)
            result[admitted] = flipped_rows(scores, front, question.k)
        return result

    def standing(self, one: _Try) -> Standing:
        """Where all stand after a try."""
        if one.span.is_excluded:
            return self.without
        names, scores = self._scores([one])
        return standing_of(names, scores[0])

    def _scores(self, tries: list[_Try]) -> tuple[tuple[str, ...], Floats]:
        proposals = np.repeat(self.figures[None], len(tries), axis=0)
        proposals[np.arange(len(tries)), [one.column for one in tries]] = [one.value for one in tries]
        levels = np.stack([self._moved_by(one.span.required) for one in tries])
        return self.field.tries(self.row, shifted(self.field.question.study, proposals, levels))

    def _moved_by(self, required: tuple[str, ...]) -> Floats:
        if required not in self._levels:
            study = self.field.question.study
            self._levels[required] = shifts(study, study.projects[self.row], required)
        return self._levels[required]


def _of_project(field: Field, cuts: CutPoints, row: int) -> list[Flip]:
    study = field.question.study
    project = study.projects[row]
    this = _OneProject(field, row, proposed(study, project))
    parts = _PARTS if field.method.is_relative else 1
    sides = [
        (column, side)
        for column, criterion in enumerate(study.active_criteria)
        if np.isnan(field.compared[row, column])
        for side in pieces(study, project, criterion, cuts, parts)
        if side
    ]
    ends = [
        _Try(column, end, span) for column, side in sides for span in side for end in (span.near, span.far)
    ]
    if not ends:
        return []
    gone = this.flips(ends).reshape(-1, 2)
    nearest: list[tuple[_Try, list[Piece]]] = []
    start = 0
    for column, side in sides:
        hits = np.flatnonzero(gone[start : start + len(side)].any(axis=1))
        if len(hits):
            span = side[hits[0]]
            is_near = gone[start + hits[0], 0]
            nearest.append((_Try(column, span.near if is_near else span.far, span), side[: hits[0] + 1]))
        start += len(side)
    tries = _halved(this, [one for one, _ in nearest])
    flips = [_flip(this, one, side) for one, (_, side) in zip(tries, nearest, strict=True)]
    if not field.is_compared:
        return flips
    # Who is compared with whom depends on who is excluded: only the whole ranking knows.
    return [flip for flip in flips if field.question.is_flipped(standing(flip.apply(study), flip.under))]


def _halved(this: _OneProject, tries: list[_Try]) -> list[_Try]:
    """The tries brought back to where each begins to change who is in front, within its piece."""
    near = np.array([one.span.near for one in tries])
    far = np.array([one.value for one in tries])
    for _ in range(_HALVINGS if (near != far).any() else 0):
        middle = 0.5 * (near + far)
        gone = this.flips(
            [replace(one, value=value) for one, value in zip(tries, middle.tolist(), strict=True)]
        )
        near, far = np.where(gone, near, middle), np.where(gone, middle, far)
    return [replace(one, value=value) for one, value in zip(tries, far.tolist(), strict=True)]


def _flip(this: _OneProject, one: _Try, side: list[Piece]) -> Flip:
    question, now = this.field.question, float(this.figures[one.column])
    criterion = question.study.active_criteria[one.column]
    return found(
        question,
        "score",
        (question.study.projects[this.row].id, criterion.id),
        (now, one.value),
        figure_share(criterion, now, one.value),
        this.standing(one),
        is_exact=_is_exact(this.field, criterion, side),
    )


def _is_exact(field: Field, criterion: Criterion, side: list[Piece]) -> bool:
    """Levels are all tried; scores that nobody else's figures move run one way.

    Under AHP's shares of a column any two change places once at most, so the first of all stays exact until a
    red line interferes.
    """
    if not field.method.is_relative or criterion.levels:
        return True
    is_screened = any(one.is_excluded != side[0].is_excluded for one in side)
    return field.question.method == "ahp" and field.question.k == 1 and not is_screened
