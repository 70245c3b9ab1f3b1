"""The study as it is shown while scoring is blind: projects without title, country and free text."""

from __future__ import annotations

from functools import partial

import msgspec
from PySide6.QtCore import QCoreApplication

from criteria.checks.problem import Problem
from criteria.memo import ItemMemory, remember
from criteria.model.projects import Project
from criteria.model.study import Study

#: What would tell whose project it is.
HIDDEN = ("title", "country", "iso3", "rationale", "note")
_CODE = "iso3"

#: One project's score changed makes one project anew, so that tables see what is the same.
_veiled: ItemMemory[Project, Project] = ItemMemory(2)


@remember(lambda study: (study,), 4)
def veiled(study: Study) -> Study:
    """The study itself, or while scoring is blind one of the same results without names.

    The code of the country stays where a red line reads it: hiding must not change what screening finds.
    """
    if not study.settings.blind_scoring:
        return study
    keeps_code = _reads_code(study)
    projects = _veiled.each((keeps_code,), study.projects, partial(_hide, keeps_code=keeps_code))
    return msgspec.structs.replace(study, projects=projects)


def is_hidden(study: Study, column: str) -> bool:
    """Whether a column of the projects cannot be seen, and so not be edited, now."""
    return study.settings.blind_scoring and column in HIDDEN


def tells_names(problem: Problem) -> bool:
    """Whether the sentence of a problem would name a title or a country."""
    return problem.where[-1] in HIDDEN or not {"title", "country"}.isdisjoint(problem.details)


def hidden_sentence() -> str:
    """Why a hidden field cannot be changed."""
    return QCoreApplication.translate(
        "Veil",
        "Titles, countries and texts are hidden while scoring is blind; end blind scoring to change them.",
    )


def _hide(project: Project, *, keeps_code: bool) -> Project:
    text = QCoreApplication.translate
    return msgspec.structs.replace(
        project,
        title=text("Veil", "Project {id}").format(id=project.id),
        country=text("Veil", "hidden"),
        iso3=project.iso3 if keeps_code else "",
        rationale="",
        note="",
    )


def _reads_code(study: Study) -> bool:
    # A rule that cannot be read names nothing; the checks tell.
    return any(_CODE in line.condition for line in study.red_lines)
