"""Builds everything once and joins it: the only place that knows all the parts."""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Literal

import msgspec
from PySide6.QtCore import QCoreApplication, QSettings, Qt, QThreadPool
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from criteria.template import new_study
from desktop.app.autosave import Autosave, state_folder
from desktop.app.context import Context, Navigator
from desktop.app.crash import CrashGuard, start_log
from desktop.app.questions import Questions, WindowQuestions
from desktop.app.seal_guard import SealGuard
from desktop.app.session import Session
from desktop.app.settings import SettingsStore
from desktop.app.store import Store
from desktop.look.look import Look
from desktop.window.main_window import MainWindow

#: The moments of a start that can be timed.
Timing = Literal["first-window", "numbers"]


class Program(msgspec.Struct, frozen=True, eq=False):
    """The joined parts; keep it as long as the window lives."""

    app: QApplication
    context: Context
    session: Session
    window: MainWindow
    dresser: Dresser
    autosave: Autosave


class Dresser:
    """Keeps the look in line with the person's choice and the system's colours."""

    def __init__(self, app: QApplication, look: Look, settings: SettingsStore) -> None:
        self._app, self._look, self._settings = app, look, settings
        self._worn: tuple[str, float] | None = None
        self._has_sheet = False
        settings.changed.connect(self.dress)
        app.styleHints().colorSchemeChanged.connect(self.dress)
        self.dress()

    def dress(self, _change: object = None) -> None:
        """Applies theme and size where they differ from what is worn."""
        wanted = (theme_name(self._settings.value.theme), self._settings.value.scale)
        self._look.has_motion = not self._settings.value.reduced_motion
        if wanted != self._worn:
            self._worn = wanted
            self._look.apply(self._app, *wanted, with_sheet=self._has_sheet)

    def finish(self) -> None:
        """Puts the style sheet on: widgets built before it are polished once, not at every new parent."""
        if not self._has_sheet:
            self._has_sheet = True
            self._look.put_on_sheet(self._app)


def theme_name(choice: str) -> str:
    """The theme to wear for a choice; "system" follows the system's colour scheme."""
    if choice != "system":
        return choice
    scheme = QGuiApplication.styleHints().colorScheme()
    return "dark" if scheme == Qt.ColorScheme.Dark else "light"


def make_application(arguments: list[str]) -> QApplication:
    """The one QApplication with names that settings and the task bar use."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        app = QApplication(arguments)
    app.setApplicationName("Proportio")
    app.setOrganizationName("Proportio")
    app.setDesktopFileName("proportio")
    return app


def build_program(
    app: QApplication,
    settings: QSettings | None = None,
    questions: Questions | None = None,
    prepare: Callable[[Program], None] | None = None,
) -> Program:
    """The program with its window, not shown yet; `prepare` may open a study before the window is dressed."""
    store_of_settings = SettingsStore(settings or QSettings())
    look = Look(app.font(), theme_name(store_of_settings.value.theme), store_of_settings.value.scale)
    dresser = Dresser(app, look, store_of_settings)
    asked = questions or WindowQuestions(look)
    store = Store(new_study(), SealGuard(asked))
    pool = QThreadPool.globalInstance()
    context = Context(look, store, asked, Navigator(), store_of_settings, pool)
    session = Session(store, store_of_settings, asked)
    autosave = Autosave(store, session, pool, state_folder())
    window = MainWindow(context, session)
    window.closed.connect(autosave.forget)
    if isinstance(asked, WindowQuestions):
        asked.set_parent_widget(window)
    program = Program(app, context, session, window, dresser, autosave)
    if prepare is not None:
        prepare(program)
    window.begin()
    dresser.finish()
    return program


def open_window(
    arguments: list[str], path: Path | None, example: bool, started: float, timing: Timing | None = None
) -> int:
    """Shows the window on a study, the example or the start page, and gives the exit code when it closes.

    With `timing` it prints the milliseconds since `started` at that moment and ends.
    """
    app = make_application(arguments)
    program = build_program(app, prepare=partial(_prepare, path=path, example=example, asks=timing is None))
    window = program.window
    if timing is not None:
        moment = window.painted if timing == "first-window" else window.settled
        moment.connect(lambda: _report_time(app, started))
    window.painted.connect(partial(start_log, state_folder()))
    window.painted.connect(gc.enable)
    CrashGuard(program.context.questions, program.autosave).install()
    window.show()
    return app.exec()


def _prepare(program: Program, *, path: Path | None, example: bool, asks: bool) -> None:
    program.window.begin_with_facts()
    if asks and _recovered(program):
        return
    if example:
        program.session.open_example()
    elif path is not None:
        program.dresser.finish()
        program.window.open_file(path)


def _recovered(program: Program) -> bool:
    """Offers the study of a session that ended without saving; one declined becomes a file of its own."""
    recovery = program.autosave.found()
    if recovery is None:
        return False
    program.dresser.finish()
    text = QCoreApplication.translate(
        "Start",
        "“{title}” was not saved when Proportio last ended. Recover it now, or keep it aside: it is then "
        "saved as a study of its own, listed under Recent. Nothing is deleted.",
    )
    accept = QCoreApplication.translate("Start", "Recover")
    decline = QCoreApplication.translate("Start", "Keep aside")
    title = QCoreApplication.translate("Start", "Recover a study")
    path = program.autosave.path
    asked = text.format(title=recovery.study.title)
    if program.context.questions.confirm(title, asked, accept, decline):
        program.session.recover(recovery)
        return True
    kept = program.session.keep_aside(recovery, path.parent)
    if kept is None:
        path.replace(path.with_suffix(".declined"))
    else:
        program.autosave.forget()
    return False


def _report_time(app: QApplication, started: float) -> None:
    sys.stdout.write(f"{(time.time() - started) * 1000:.0f}\n")
    sys.stdout.flush()
    app.quit()
