"""Edits of projects: add, duplicate, remove, move and fill in their profile."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec

from criteria.errors import StudyError
from criteria.model.fields import profile_field
from criteria.model.projects import Project
from criteria.model.study import Study

_LISTS = ("list", "tags")


def next_project_id(study: Study) -> str:
    """An id that no project has yet, in the style P01."""
    used = {project.id for project in study.projects}
    number = len(study.projects) + 1
    while f"P{number:02d}" in used:
        number += 1
    return f"P{number:02d}"


def add_project(study: Study, project: Project, position: int | None = None) -> Study:
    """The study with one project more, at the end or at a position; StudyError where its id is taken."""
    if any(known.id == project.id for known in study.projects):
        raise StudyError(f"There is a project {project.id} already; give the new one another id.")
    place = len(study.projects) if position is None else position
    return _with(study, (*study.projects[:place], project, *study.projects[place:]))


def duplicate_projects(study: Study, project_ids: Iterable[str]) -> Study:
    """The study with a copy, under a new id, behind each of these projects."""
    for project_id in tuple(project_ids):
        original = study.project(project_id)
        copy = msgspec.structs.replace(original, id=next_project_id(study), title=f"{original.title} (copy)")
        study = add_project(study, copy, study.projects.index(original) + 1)
    return study


def remove_projects(study: Study, project_ids: Iterable[str]) -> Study:
    """The study without these projects and their waivers; judgements about them are kept aside."""
    gone = set(project_ids)
    for project_id in gone:
        study.project(project_id)
    return msgspec.structs.replace(
        study,
        projects=tuple(project for project in study.projects if project.id not in gone),
        waivers=tuple(waiver for waiver in study.waivers if waiver.project not in gone),
    )


def replace_projects(study: Study, projects: Iterable[Project]) -> Study:
    """The study with exactly these projects; StudyError where two share an id."""
    found = tuple(projects)
    ids = [project.id for project in found]
    twice = sorted({project_id for project_id in ids if ids.count(project_id) > 1})
    if twice:
        raise StudyError(f"Two projects share the id {twice[0]}; give each its own.")
    kept = set(ids)
    waivers = tuple(waiver for waiver in study.waivers if waiver.project in kept)
    return msgspec.structs.replace(study, projects=found, waivers=waivers)


def set_profile(study: Study, cells: Mapping[tuple[str, str], Any]) -> Study:
    """The study with profile fields set: {(project id, attribute): value}; many cells are one edit."""
    changed: dict[str, dict[str, Any]] = {}
    for (project_id, attribute), value in cells.items():
        study.project(project_id)
        changed.setdefault(project_id, {})[attribute] = checked_profile_value(attribute, value)
    _check_ids(study, changed)
    projects = tuple(
        msgspec.structs.replace(project, **changed[project.id]) if project.id in changed else project
        for project in study.projects
    )
    renamed = {old: str(values["id"]) for old, values in changed.items() if "id" in values}
    waivers = tuple(
        msgspec.structs.replace(waiver, project=renamed.get(waiver.project, waiver.project))
        for waiver in study.waivers
    )
    return msgspec.structs.replace(study, projects=projects, waivers=waivers)


def checked_profile_value(attribute: str, value: Any) -> Any:
    """A value fit for a profile field; StudyError says what the field takes."""
    field = profile_field(attribute)
    if field.kind in _LISTS:
        return tuple(dict.fromkeys(str(item).strip() for item in value if str(item).strip()))
    if field.kind == "flag":
        if value is not None and not isinstance(value, bool):
            raise StudyError(f"{field.name} takes yes, no or nothing, not “{value}”.")
        return value
    if field.kind in ("number", "money"):
        return _checked_number(attribute, value)
    text = str(value).strip()
    if field.kind == "choice" and text and text not in field.vocabulary:
        words = ", ".join(field.vocabulary)
        raise StudyError(f"{field.name} does not know “{text}”; choose one of: {words}.")
    if field.required and not text:
        raise StudyError(f"{field.name} cannot be empty.")
    return text


def _checked_number(attribute: str, value: Any) -> float | None:
    field = profile_field(attribute)
    if value is None:
        return None
    number = float(value)
    low = float("-inf") if field.minimum is None else field.minimum
    high = float("inf") if field.maximum is None else field.maximum
    if not math.isfinite(number) or not low <= number <= high:
        raise StudyError(f"{field.name} takes a number from {low:g} to {high:g}, not {number:g}.")
    return number


def _check_ids(study: Study, changed: Mapping[str, Mapping[str, Any]]) -> None:
    ids = [str(changed.get(project.id, {}).get("id", project.id)) for project in study.projects]
    twice = sorted({project_id for project_id in ids if ids.count(project_id) > 1})
    if twice:
        raise StudyError(f"There is a project {twice[0]} already; give this one another id.")


def _with(study: Study, projects: tuple[Project, ...]) -> Study:
    return msgspec.structs.replace(study, projects=projects)
