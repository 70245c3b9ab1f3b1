"""Changes that are not saved are kept; what is saved is forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, QThreadPool

from criteria.edits.settings import set_title_page
from criteria.template import new_study
from desktop.app.autosave import Autosave
from desktop.app.crash import CrashGuard
from desktop.app.session import Session
from desktop.app.settings import SettingsStore
from desktop.app.store import Store
from tests.support.studies import example
from tests.support.windows import FakeQuestions


class Desk:
    """A session with autosave in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self.pool = QThreadPool()
        self.questions = FakeQuestions()
        self.store = Store(new_study())
        settings = SettingsStore(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
        self.session = Session(self.store, settings, self.questions)
        self.autosave = Autosave(self.store, self.session, self.pool, folder / "state")

    def rename(self, title: str) -> None:
        self.store.edit("rename", lambda study: set_title_page(study, title=title))

    def keep(self) -> None:
        self.autosave.keep()
        self.pool.waitForDone(5000)


@pytest.fixture
def desk(qapp: Any, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    yield made
    made.autosave.forget()
    made.pool.waitForDone(5000)


def test_that_an_unsaved_study_is_kept_and_recovered_as_changed(desk: Desk) -> None:
    desk.session.open_example()
    desk.rename("Unsaved")
    desk.keep()
    found = desk.autosave.found()
    assert found is not None
    desk.session.recover(found)
    assert desk.store.study.title == "Unsaved"
    assert desk.store.is_modified


def test_that_saving_forgets(desk: Desk, tmp_path: Path) -> None:
    desk.session.open_example()
    desk.rename("Saved")
    desk.keep()
    desk.questions.path = tmp_path / "a.proportio"
    assert desk.session.save()
    assert desk.autosave.found() is None


def test_that_an_unchanged_study_is_not_kept(desk: Desk) -> None:
    desk.session.open_example()
    desk.keep()
    assert desk.autosave.found() is None


def test_that_a_crash_keeps_the_study_and_tells_once(desk: Desk) -> None:
    desk.session.open_example()
    desk.rename("Before the crash")
    guard = CrashGuard(desk.questions, desk.autosave)
    error = ZeroDivisionError("division by zero")
    guard.handle(ZeroDivisionError, error, None)
    found = desk.autosave.found()
    assert found is not None
    assert found.study.title == "Before the crash"
    assert len(desk.questions.asked) == 1
    assert example().title not in guard.report(ZeroDivisionError, error, None)


def test_that_a_crash_says_which_room_failed(desk: Desk) -> None:
    guard = CrashGuard(desk.questions, desk.autosave)
    try:
        exec(compile("raise KeyError('x')", "ranking", "exec"), {"__name__": "desktop.pages.ranking.list"})
    except KeyError as error:
        guard.handle(KeyError, error, error.__traceback__)
    first, *_others = desk.questions.told[0].split("\n")
    assert "“Ranking”" in first


def test_that_a_study_kept_aside_can_be_opened_again(desk: Desk, tmp_path: Path) -> None:
    desk.session.open_example()
    desk.rename("Kept aside")
    kept = desk.session.keep_aside(desk.autosave.present(), tmp_path)
    assert kept is not None
    assert desk.session._settings.value.recent[0].path == str(kept)
    assert desk.session.open_path(kept)
    assert desk.store.study.title == "Kept aside"
