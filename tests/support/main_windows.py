"""The whole window for a test, with a fake person who answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from desktop.start import Program, build_program
from tests.support.windows import FakeQuestions, look_of_tests, worn_by_a_program


def open_program(
    qtbot: Any,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    size: tuple[int, int] = (1280, 720),
    *,
    asks: bool = False,
    prepare: Callable[[Program], None] | None = None,
) -> Program:
    """The program, shown, on its start page; it lives as long as the test.

    With `asks` the fake person is asked about unsaved changes, otherwise they are given up. `prepare` is
    done before the window is shown.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    # Before the program, so that its size is that of the system and not of the program.
    look_of_tests()
    settings = QSettings(str(folder / "settings.ini"), QSettings.Format.IniFormat)
    program = build_program(app, settings, FakeQuestions(saves="discard"), prepare)
    if not asks:
        monkeypatch.setattr(program.session, "may_leave", lambda: True)
    qtbot.addWidget(program.window, before_close_func=lambda _window: _settle(program))
    program.window.resize(*size)
    with qtbot.waitExposed(program.window):
        program.window.show()
    return program


def _settle(program: Program) -> None:
    assert isinstance(program.context.questions, FakeQuestions)
    program.context.questions.saves = "discard"
    program.autosave.forget()
    program.context.pool.waitForDone(20_000)
    program.context.settings.changed.disconnect(program.dresser.dress)
    worn_by_a_program()
