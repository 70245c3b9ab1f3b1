"""Flips by what projects are and offer: one safeguard more or less, one other project left out."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from criteria.edits.projects import remove_projects
from criteria.edits.screening import set_safeguards
from criteria.model.projects import Project
from criteria.model.study import Study
from criteria.robustness.flips.flip import Flip, found
from criteria.robustness.flips.other_figures import Field, proposed, shifted, shifts
from criteria.robustness.flips.standing import Question, Standing, standing, standing_of
from criteria.screening.screen import screen_project


def safeguard_flips(question: Question) -> Iterator[tuple[float, list[Flip]]]:
    """Each safeguard that a project offers and could drop, or that a red line asks it for and it could grant.

    Safeguards keep nobody from being excluded, so they only move the figures of a project that takes part.
    """
    field = Field.of(question)
    rows = field.rows.tolist()
    for done, row in enumerate(rows, 1):
        flips = []
        project = question.study.projects[row]
        changed = [(safeguard, True) for safeguard in project.safeguards]
        wanted = screen_project(question.study, project).required
        changed += [(safeguard, False) for safeguard in wanted if safeguard not in project.safeguards]
        if changed and question.study.settings.score_set != "proposed":
            flips = _of_project(field, row, changed)
        yield done / len(rows), flips


def project_flips(question: Question) -> Iterator[tuple[float, list[Flip]]]:
    """Each project that is not in front and without which others are: rank reversal by leaving one out."""
    field = Field.of(question)
    rows = [row for row in field.rows.tolist() if question.study.projects[row].id not in question.front]
    if not (field.method.is_relative or field.is_compared):
        rows = []
    for done, row in enumerate(rows, 1):
        project = question.study.projects[row].id
        flips = []
        after = _ranked_without(question, project) if field.is_compared else field.without(row)
        if question.is_flipped(after):
            flips = [found(question, "project", (project,), (True, False), 1.0 / len(field.rows), after)]
        yield done / len(rows), flips


def _ranked_without(question: Question, project: str) -> Standing:
    return standing(remove_projects(question.study, (project,)), question.method)


def _of_project(field: Field, row: int, changed: list[tuple[str, bool]]) -> list[Flip]:
    """The flips among changes (safeguard, whether it is offered now) of one project."""
    question = field.question
    study = question.study
    before = study.projects[row]
    after = [_toggled(study, before, safeguard, now) for safeguard, now in changed]
    required = screen_project(study, before).required
    raw = np.concatenate(
        [shifted(study, proposed(study, one)[None], shifts(study, one, required)) for one in after]
    )
    names, scores = field.tries(row, raw)
    flips = []
    for (safeguard, now), line in zip(changed, scores, strict=True):
        stands = standing_of(names, line)
        if question.is_flipped(stands):
            size = 1.0 / len(study.safeguards)
            flips.append(found(question, "safeguard", (before.id, safeguard), (now, not now), size, stands))
    return flips


def _toggled(study: Study, project: Project, safeguard: str, is_offered: bool) -> Project:
    others = {*project.safeguards} - {safeguard}
    wanted = others if is_offered else others | {safeguard}
    return set_safeguards(study, project.id, wanted).project(project.id)
