"""Whatever a command is given as its input, a study file, a table or the example, as a study."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from criteria.files.example import example_session, example_study
from criteria.files.import_merge import merge_projects
from criteria.files.import_problem import ImportProblem
from criteria.files.project_table import preview_import
from criteria.files.study_file import EXTENSION, load_study
from criteria.model.study import Study
from criteria.template import new_study

#: The words that stand for the shipped examples wherever a file is asked for.
EXAMPLES: Mapping[str, Callable[[], Study]] = {"example": example_study, "example-session": example_session}


def study_from_file(path: str | os.PathLike[str]) -> tuple[Study, tuple[ImportProblem, ...]]:
    """The study in a study file or a table, or a shipped example for its word, and what was found.

    A table becomes a new study titled after its file. Where problems hold an error the cells concerned are
    blank, so the study is good for a report on the table and nothing else. Raises `UnreadableFileError` or
    `UnsafeFileError` for what cannot be read at all.
    """
    path = Path(path)
    if str(path) in EXAMPLES and not path.exists():
        return EXAMPLES[str(path)](), ()
    if path.suffix.lower() == EXTENSION:
        return load_study(path).study, ()
    study = new_study(path.stem)
    preview = preview_import(path, study)
    first = {project.id: project for project in reversed(preview.projects)}
    projects = [project for project in preview.projects if first[project.id] is project]
    return merge_projects(study, projects, "replace"), preview.problems
