"""What the program remembers of a person's window."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings

from desktop.app.settings import Preferences, Recent, SettingsStore


def backend(folder: Path) -> QSettings:
    return QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat)


def test_that_choices_survive_a_restart(qapp: Any, tmp_path: Path) -> None:
    first = SettingsStore(backend(tmp_path))
    first.change(theme="dark", scale=1.25)
    first.add_recent(Recent("/a.proportio", "A", "2026-01-01", 3))
    first.keep_column_widths("projects", [10, 20])
    again = SettingsStore(backend(tmp_path))
    assert (again.value.theme, again.value.scale) == ("dark", 1.25)
    assert again.value.recent[0].title == "A"
    assert again.column_widths("projects") == [10, 20]


def test_that_a_study_stands_once_in_the_list_and_first(qapp: Any, tmp_path: Path) -> None:
    store = SettingsStore(backend(tmp_path))
    for path in ("/a", "/b", "/a", *(f"/{n}" for n in range(20))):
        store.add_recent(Recent(path, path, ""))
    paths = [entry.path for entry in store.value.recent]
    assert paths[0] == "/19"
    assert len(paths) == len(set(paths)) == 12


@pytest.mark.parametrize(
    "stored", ["", "{", "[]", '{"recent": [{"x": 1}]}', '{"theme": "dark", "unknown": 1}']
)
def test_that_unreadable_settings_fall_back_to_defaults(qapp: Any, tmp_path: Path, stored: str) -> None:
    raw = backend(tmp_path)
    raw.setValue("preferences", stored)
    value = SettingsStore(raw).value
    assert value.scale == Preferences().scale


def test_that_a_splitter_is_found_as_it_was_left(qapp: Any, tmp_path: Path) -> None:
    path = str(tmp_path / "settings.ini")
    SettingsStore(QSettings(path, QSettings.Format.IniFormat)).keep_split("ranking", [300, 200])
    again = SettingsStore(QSettings(path, QSettings.Format.IniFormat))
    assert again.split("ranking") == [300, 200]
    assert again.split("another") == []
