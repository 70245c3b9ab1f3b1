"""Older study files brought to the present format, one version at a time, as plain dictionaries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from criteria.model.study import FORMAT_VERSION

Migration = Callable[[dict[str, Any]], dict[str, Any]]


def _with_sessions(study: dict[str, Any]) -> dict[str, Any]:
    """Version 2 added sessions and further methods of weighting, and combines all who answered.

    Version 1 used the weights of the first stakeholder alone: the study keeps doing so.
    """
    match study.get("stakeholders"), study.get("settings", {}):
        case [{"id": first}, _, *_], dict(settings):
            return {**study, "settings": {**settings, "weights_of": first}}
    return study


#: By the version a migration starts from; version 1 is the first that was shipped.
MIGRATIONS: Mapping[int, Migration] = {1: _with_sessions}


def migrate(
    study: dict[str, Any],
    version: int,
    migrations: Mapping[int, Migration] = MIGRATIONS,
    target: int = FORMAT_VERSION,
) -> dict[str, Any]:
    """The dictionary of a study as version `target` writes it; KeyError where a step is not known."""
    for step in range(version, target):
        study = migrations[step](study)
    return study
