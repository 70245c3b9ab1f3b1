"""The whole window for a test, with a fake person who answers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from desktop.start import Program, build_program
from tests.support.windows import FakeQuestions, wear


def open_program(
    qtbot: Any, folder: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int] = (1280, 720)
) -> Program:
    """The program, shown, on its start page; it lives as long as the test."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    program = build_program(app, settings, FakeQuestions(saves="discard"))
    monkeypatch.setattr(program.session, "may_leave", lambda: True)
    qtbot.addWidget(program.window, before_close_func=lambda _window: _settle(program))
    program.window.resize(*size)
    with qtbot.waitExposed(program.window):
        program.window.show()
    return program


def _settle(program: Program) -> None:
    program.autosave.forget()
    program.context.pool.waitForDone(20_000)
    program.context.settings.changed.disconnect(program.dresser.dress)
    wear()
