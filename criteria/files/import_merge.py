"""Projects of a table put into a study: which are new, which change, and what a change keeps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

import msgspec

from criteria.edits.projects import replace_projects
from criteria.model.projects import Evidence, Project, Score
from criteria.model.study import Study

ImportMode = Literal["merge", "replace"]


def merged_project(known: Project, given: Project) -> Project:
    """A project with what a table gives; what the table leaves blank stays as it was.

    A new figure brings its own bounds and evidence: a source does not vouch for another figure than its own.
    """
    changes = {
        name: value
        for name in given.__struct_fields__
        if name != "scores" and (value := getattr(given, name)) not in (None, "", ())
    }
    scores = {**known.scores, **{c: merged_score(known.score(c), s) for c, s in given.scores.items()}}
    return msgspec.structs.replace(known, **changes, scores=scores)


def merged_score(known: Score, given: Score) -> Score:
    """A score with what a table gives of it: bounds stay while the figure does, evidence while both do."""
    figure = given.value if given.value is not None else known.value
    same = figure == known.value
    low = given.low if given.low is not None or not same else known.low
    high = given.high if given.high is not None or not same else known.high
    unchanged = (figure, low, high) == (known.value, known.low, known.high)
    evidence = known.evidence if unchanged else Evidence()
    return Score(figure, low, high, _merged_evidence(evidence, given.evidence))


def merge_projects(study: Study, given: Iterable[Project], mode: ImportMode) -> Study:
    """The study with these projects, which have different ids: put beside its own, or in their place."""
    projects = {project.id: project for project in given}
    if mode == "replace":
        return replace_projects(study, projects.values())
    known = [
        merged_project(project, projects.pop(project.id)) if project.id in projects else project
        for project in study.projects
    ]
    return replace_projects(study, (*known, *projects.values()))


def compare(study: Study, given: Iterable[Project]) -> Mapping[str, tuple[str, ...]]:
    """The ids that would be "new", "updated" and "unchanged" if the projects were merged into the study."""
    known = {project.id: project for project in study.projects}
    found: dict[str, list[str]] = {"new": [], "updated": [], "unchanged": []}
    for project in given:
        before = known.get(project.id)
        if before is None:
            found["new"].append(project.id)
        else:
            same = merged_project(before, project) == before
            found["unchanged" if same else "updated"].append(project.id)
    return {state: tuple(ids) for state, ids in found.items()}


def _merged_evidence(known: Evidence, given: Evidence) -> Evidence:
    year = known.year if given.year is None else given.year
    return Evidence(given.source or known.source, year, given.note or known.note)
