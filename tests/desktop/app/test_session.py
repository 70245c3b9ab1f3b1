"""New, open, save: nothing is lost without a question."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings

from criteria.edits.settings import set_title_page
from criteria.files.study_file import load_study, save_study
from criteria.template import new_study
from desktop.app.session import Session
from desktop.app.settings import SettingsStore
from desktop.app.store import Store
from tests.support.studies import example
from tests.support.windows import FakeQuestions


class Desk:
    """A session with everything it needs and what it said."""

    def __init__(self, folder: Path) -> None:
        self.questions = FakeQuestions()
        self.store = Store(new_study())
        settings = SettingsStore(QSettings(str(folder / "s.ini"), QSettings.Format.IniFormat))
        self.settings = settings
        self.session = Session(self.store, settings, self.questions)
        self.failures: list[str] = []
        self.session.failed.connect(self.failures.append)

    def rename(self, title: str) -> None:
        self.store.edit("rename", lambda study: set_title_page(study, title=title))


@pytest.fixture
def desk(qapp: Any, tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_that_saving_asks_for_a_name_once(desk: Desk, tmp_path: Path) -> None:
    desk.session.open_example()
    desk.questions.path = tmp_path / "a.proportio"
    assert desk.session.save()
    desk.rename("Second")
    desk.questions.path = None
    assert desk.session.save()
    assert load_study(tmp_path / "a.proportio").study.title == "Second"
    assert (tmp_path / "a.proportio.bak").exists()
    assert desk.settings.value.recent[0].title == "Second"


def test_that_changes_are_not_left_without_a_question(desk: Desk) -> None:
    desk.session.new()
    desk.rename("Changed")
    desk.questions.saves = "cancel"
    assert not desk.session.open_example()
    assert desk.store.study.title == "Changed"
    desk.questions.saves = "discard"
    assert desk.session.open_example()


def test_that_a_damaged_file_leaves_the_study_in_hand(desk: Desk, tmp_path: Path) -> None:
    desk.session.open_example()
    path = tmp_path / "bad.proportio"
    path.write_bytes(b"{ not json")
    assert not desk.session.open_path(path)
    assert desk.store.study == example()
    assert "bad.proportio" in desk.failures[0]
    assert path.read_bytes() == b"{ not json"


def test_that_a_file_changed_by_someone_else_is_not_overwritten(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "shared.proportio"
    save_study(example(), path)
    desk.session.open_path(path)
    others = set_title_page(example(), title="By a colleague")
    save_study(others, path)
    desk.rename("Mine")
    assert not desk.session.save()
    assert load_study(path).study.title == "By a colleague"
    assert desk.failures


def test_that_closing_goes_back_to_the_start(desk: Desk) -> None:
    desk.session.open_example()
    assert desk.session.close()
    assert not desk.session.has_study
    assert desk.store.study.projects == ()
