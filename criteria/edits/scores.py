"""Edits of scores and their evidence."""

from __future__ import annotations

import math
from collections.abc import Mapping

import msgspec

from criteria.errors import StudyError
from criteria.model.projects import Evidence, Project, Score
from criteria.model.study import Study
from criteria.model.tree import Criterion


def set_scores(study: Study, cells: Mapping[tuple[str, str], Score]) -> Study:
    """The study with scores set: {(project id, criterion id): score}; many cells are one edit.

    Evidence that a new score does not bring is kept from the old one. StudyError names the cell that
    is off its scale or whose bounds are in the wrong order.
    """
    changed: dict[str, dict[str, Score]] = {}
    for (project_id, criterion_id), score in cells.items():
        project, criterion = study.project(project_id), study.criterion(criterion_id)
        check_score(project_id, criterion, score)
        kept = score.evidence if score.evidence != Evidence() else project.score(criterion_id).evidence
        changed.setdefault(project_id, {})[criterion_id] = msgspec.structs.replace(score, evidence=kept)
    return _with_scores(study, changed)


def set_evidence(study: Study, project_id: str, criterion_id: str, evidence: Evidence) -> Study:
    """The study with another source, year and note behind one score."""
    score = study.project(project_id).score(study.criterion(criterion_id).id)
    changed = msgspec.structs.replace(score, evidence=evidence)
    return _with_scores(study, {project_id: {criterion_id: changed}})


def check_score(project_id: str, criterion: Criterion, score: Score) -> None:
    """StudyError where a figure is off the scale, not finite, or bounds do not enclose the value."""
    for figure in (score.value, score.low, score.high):
        if figure is None:
            continue
        if not math.isfinite(figure) or not criterion.minimum <= figure <= criterion.maximum:
            raise StudyError(
                f"{project_id}, {criterion.id} {criterion.short}: {figure:,.10g} is off the scale; "
                f"enter a figure from {criterion.minimum:,.10g} to {criterion.maximum:,.10g}."
            )
    ordered = [figure for figure in (score.low, score.value, score.high) if figure is not None]
    if ordered != sorted(ordered):
        raise StudyError(
            f"{project_id}, {criterion.id} {criterion.short}: low, most likely and high must rise; "
            f"enter them in that order."
        )


def _with_scores(study: Study, changed: Mapping[str, Mapping[str, Score]]) -> Study:
    def merged(project: Project) -> Project:
        if project.id not in changed:
            return project
        return msgspec.structs.replace(project, scores={**project.scores, **changed[project.id]})

    return msgspec.structs.replace(study, projects=tuple(merged(project) for project in study.projects))
