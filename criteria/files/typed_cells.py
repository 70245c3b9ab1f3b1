"""Cells of the table of projects as text, and the one edit that takes many texts at once."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from criteria.edits.projects import set_profile
from criteria.edits.scores import set_scores
from criteria.errors import StudyError
from criteria.files.typed_profile import profile_text, read_profile
from criteria.files.typed_scores import read_score, score_text
from criteria.model.fields import ProfileField, profile_field
from criteria.model.projects import Project, Score
from criteria.model.study import Study
from criteria.model.tree import Criterion


def column_of(study: Study, column: str) -> Criterion | ProfileField:
    """What a criterion's id or a profile field's attribute stands for; StudyError where it is neither."""
    for criterion in study.criteria:
        if criterion.id == column:
            return criterion
    try:
        return profile_field(column)
    except KeyError as error:
        raise StudyError(f"There is no column {column!r}.") from error


def cell_text(study: Study, project: Project, column: str) -> str:
    """What one would type to enter the cell as it is; reading it gives the same value again."""
    found = column_of(study, column)
    return score_text(project.score(column)) if isinstance(found, Criterion) else profile_text(project, found)


def read_cell(study: Study, project_id: str, column: str, text: str) -> Any:
    """The score or profile value a text stands for; StudyError says in one sentence why there is none."""
    found = column_of(study, column)
    if isinstance(found, Criterion):
        return read_score(text, found, project_id)
    return read_profile(study, project_id, found, text)


def set_texts(study: Study, texts: Mapping[tuple[str, str], str]) -> Study:
    """The study with cells filled from texts, {(project id, column): text}, all of them or none.

    StudyError names the first cell that cannot be read; evidence behind scores stays.
    """
    scores: dict[tuple[str, str], Score] = {}
    profile: dict[tuple[str, str], Any] = {}
    for (project_id, column), text in texts.items():
        value = read_cell(study, project_id, column, text)
        (scores if isinstance(value, Score) else profile)[project_id, column] = value
    # Ids change last, so that scores still find their projects.
    return set_profile(set_scores(study, scores), profile) if texts else study


def add_texts(study: Study, position: int, rows: Mapping[str, Mapping[str, str]]) -> Study:
    """The study with new projects from a position on, {id: {column: text}}, each titled as its texts say."""
    added = tuple(Project(id=project_id) for project_id in rows)
    known = {project.id for project in study.projects}
    for project in added:
        if project.id in known:
            raise StudyError(f"There is a project {project.id} already; give the new one another id.")
    projects = (*study.projects[:position], *added, *study.projects[position:])
    study = msgspec.structs.replace(study, projects=projects)
    texts = {(project_id, column): text for project_id, row in rows.items() for column, text in row.items()}
    return set_texts(study, texts)
