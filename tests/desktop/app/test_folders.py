"""File pickers begin where people keep their files."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths

from desktop.app.folders import PROGRAM_FOLDER, start_folder


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "Documents"
    folder.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(folder))
    return folder


def test_that_the_first_folder_that_is_there_counts(documents: Path, tmp_path: Path) -> None:
    last = tmp_path / "last"
    last.mkdir()
    assert start_folder(None, tmp_path / "gone", last, documents) == last


@pytest.mark.parametrize("wish", ["", None, PROGRAM_FOLDER, PROGRAM_FOLDER / "resources" / "example"])
def test_that_pickers_never_begin_in_the_program(documents: Path, wish: Path | str | None) -> None:
    assert start_folder(wish) == documents
