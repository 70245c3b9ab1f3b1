"""Older study files brought to the present format, one version at a time, as plain dictionaries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from criteria.model.study import FORMAT_VERSION

Migration = Callable[[dict[str, Any]], dict[str, Any]]
#: By the version a migration starts from; version 1 is the first that was shipped.
MIGRATIONS: Mapping[int, Migration] = {}


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
