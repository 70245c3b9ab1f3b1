"""Edits of the non-compensatory part: thresholds, red lines in force, waivers, safeguards offered."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping

import msgspec

from criteria.errors import StudyError
from criteria.model.rules import Waiver
from criteria.model.study import Study


def set_threshold(study: Study, threshold_id: str, value: float) -> Study:
    """The study with another cut-off; StudyError where it lies off the scale of its criterion."""
    threshold = study.threshold(threshold_id)
    criterion = study.criterion(threshold.field)
    if not math.isfinite(value) or not criterion.minimum <= value <= criterion.maximum:
        raise StudyError(
            f"{threshold.name} is measured on {criterion.id}; "
            f"enter a cut-off from {criterion.minimum:g} to {criterion.maximum:g}."
        )
    changed = msgspec.structs.replace(threshold, value=value)
    thresholds = tuple(changed if item.id == threshold_id else item for item in study.thresholds)
    return msgspec.structs.replace(study, thresholds=thresholds)


def set_red_line_active(study: Study, red_line_id: str, active: bool) -> Study:
    """The study with a red line switched on or off for all projects."""
    changed = msgspec.structs.replace(study.red_line(red_line_id), active=active)
    lines = tuple(changed if line.id == red_line_id else line for line in study.red_lines)
    return msgspec.structs.replace(study, red_lines=lines)


def set_rules(study: Study, thresholds: Mapping[str, float], active: Mapping[str, bool]) -> Study:
    """The study with several cut-offs and several red lines switched on or off, as one edit.

    Both map ids to what shall hold; what they do not name stays.
    """
    for threshold_id, value in thresholds.items():
        study = set_threshold(study, threshold_id, value)
    for red_line_id, is_active in active.items():
        study = set_red_line_active(study, red_line_id, is_active)
    return study


def waive(study: Study, waiver: Waiver) -> Study:
    """The study with a red line lifted for one project; StudyError without a reason and a name."""
    study.project(waiver.project)
    study.red_line(waiver.red_line)
    if not waiver.reason.strip() or not waiver.name.strip():
        raise StudyError("A waiver needs a reason and the name of the person who answers for it.")
    return msgspec.structs.replace(study, waivers=(*_others(study, waiver.project, waiver.red_line), waiver))


def withdraw_waiver(study: Study, project_id: str, red_line_id: str) -> Study:
    """The study in which a red line applies to a project again."""
    return msgspec.structs.replace(study, waivers=_others(study, project_id, red_line_id))


def set_safeguards(study: Study, project_id: str, safeguards: Iterable[str]) -> Study:
    """The study with exactly these safeguards offered by a project."""
    wanted = set(safeguards)
    for safeguard_id in wanted:
        study.safeguard(safeguard_id)
    ordered = tuple(item.id for item in study.safeguards if item.id in wanted)
    changed = msgspec.structs.replace(study.project(project_id), safeguards=ordered)
    projects = tuple(changed if project.id == project_id else project for project in study.projects)
    return msgspec.structs.replace(study, projects=projects)


def offer_safeguards(study: Study, project_id: str, safeguards: Iterable[str]) -> Study:
    """The study with these safeguards offered beside those that a project offers already."""
    return set_safeguards(study, project_id, {*study.project(project_id).safeguards, *safeguards})


def _others(study: Study, project_id: str, red_line_id: str) -> tuple[Waiver, ...]:
    return tuple(w for w in study.waivers if (w.project, w.red_line) != (project_id, red_line_id))
