"""Migrations run one version at a time, from the file's version to the present one."""

from __future__ import annotations

from typing import Any

import pytest

from criteria.files.migrations import MIGRATIONS, migrate
from criteria.model.study import FORMAT_VERSION


def renamed(study: dict[str, Any]) -> dict[str, Any]:
    return {"title": study["name"]}


def completed(study: dict[str, Any]) -> dict[str, Any]:
    return {**study, "purpose": f"about {study['title']}"}


def test_that_each_step_sees_what_the_one_before_it_made() -> None:
    found = migrate({"name": "A"}, 1, {1: renamed, 2: completed}, target=3)
    assert found == {"title": "A", "purpose": "about A"}


def test_that_a_later_file_skips_earlier_steps() -> None:
    assert migrate({"title": "A"}, 2, {1: renamed, 2: completed}, target=3)["purpose"] == "about A"


def test_that_a_present_file_is_left_alone() -> None:
    study = {"title": "A"}
    assert migrate(study, FORMAT_VERSION) is study


def test_that_a_gap_between_versions_is_an_error() -> None:
    with pytest.raises(KeyError):
        migrate({}, 1, {2: completed}, target=3)


def test_that_every_version_that_was_shipped_can_be_migrated() -> None:
    assert set(MIGRATIONS) == set(range(1, FORMAT_VERSION))
