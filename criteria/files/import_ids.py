"""Ids and titles of the projects in a table: each has its own, or one is proposed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from criteria.files.column_mapping import ColumnMapping
from criteria.files.import_problem import ImportProblem, Place
from criteria.model.projects import Project
from criteria.model.study import Study


def with_ids(
    projects: Sequence[Project], study: Study, mapping: ColumnMapping
) -> tuple[tuple[Project, ...], frozenset[int]]:
    """The projects with an id each, and the positions of those whose id is only proposed."""
    free = _free_ids([project.id for project in (*study.projects, *projects)])
    proposed = frozenset(position for position, project in enumerate(projects) if not project.id)
    found = tuple(
        msgspec.structs.replace(project, id=next(free)) if position in proposed else project
        for position, project in enumerate(projects)
    )
    return found, proposed if mapping.column("profile", "id") else frozenset()


def id_problems(
    projects: Sequence[Project],
    proposed: frozenset[int],
    rows: Sequence[int],
    mapping: ColumnMapping,
    place: Place,
) -> Iterator[ImportProblem]:
    """Ids that are missing or stand twice; `rows` are the rows (from 0) the projects stand in."""
    column = mapping.column("profile", "id")
    index, head = (None, "") if column is None else (column.index, column.head)
    first: dict[str, int] = {}
    for position, (project, row) in enumerate(zip(projects, rows, strict=True)):
        key = project.id.casefold()
        if position in proposed:
            clause = f"the project has no id; enter one, accept {project.id}, or leave the row out."
            yield place.problem("error", "missing-id", clause, row, index, head)
        elif key in first:
            clause = f"the id {project.id} stands in row {first[key] + 1} already; give each project its own."
            yield place.problem("error", "duplicate-id", clause, row, index, head)
        first.setdefault(key, row)


def title_problems(
    projects: Sequence[Project], rows: Sequence[int], study: Study, mapping: ColumnMapping, place: Place
) -> Iterator[ImportProblem]:
    """New projects without a title; where the study knows the project its title stays."""
    known = {project.id for project in study.projects}
    column = mapping.column("profile", "title")
    untitled = [(p, row) for p, row in zip(projects, rows, strict=True) if not p.title and p.id not in known]
    if untitled and column is None:
        clause = "no column holds the titles of the projects; add one."
        yield place.problem("error", "no-title-column", clause)
        return
    for project, row in untitled:
        index, head = (None, "") if column is None else (column.index, column.head)
        clause = f"project {project.id} has no title; enter one, or leave the row out."
        yield place.problem("error", "missing-title", clause, row, index, head)


def _free_ids(used: Sequence[str]) -> Iterator[str]:
    taken = {item.casefold() for item in used}
    number = len(taken - {""})
    while True:
        number += 1
        if f"p{number:02d}" not in taken:
            yield f"P{number:02d}"
