"""Whatever a command is given as its input, a study file, a table or the example, as a study."""

from __future__ import annotations

import os
from pathlib import Path

from criteria.files.example import example_study
from criteria.files.import_merge import merge_projects
from criteria.files.import_problem import ImportProblem
from criteria.files.project_table import preview_import
from criteria.files.study_file import EXTENSION, load_study
from criteria.model.study import Study
from criteria.template import new_study

#: The word that stands for the shipped example wherever a file is asked for.
EXAMPLE = "example"


def study_from_file(path: str | os.PathLike[str]) -> tuple[Study, tuple[ImportProblem, ...]]:
    """The study in a study file or a table, or the example for the word "example", and what was found.

    A table becomes a new study titled after its file. Where problems hold an error the cells concerned are
    blank, so the study is good for a report on the table and nothing else. Raises `UnreadableFileError` or
    `UnsafeFileError` for what cannot be read at all.
    """
    path = Path(path)
    if str(path) == EXAMPLE and not path.exists():
        return example_study(), ()
    if path.suffix.lower() == EXTENSION:
        return load_study(path).study, ()
    study = new_study(path.stem)
    preview = preview_import(path, study)
    first = {project.id: project for project in reversed(preview.projects)}
    projects = [project for project in preview.projects if first[project.id] is project]
    return merge_projects(study, projects, "replace"), preview.problems
