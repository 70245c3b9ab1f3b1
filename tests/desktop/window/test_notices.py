"""What the window says about acts: it belongs to its act, and moves nothing."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from criteria.edits.settings import set_title_page
from desktop.app.store import Store
from desktop.start import Program
from desktop.widgets.notice import Notice
from desktop.window.notices import Notices
from tests.support.main_windows import open_program
from tests.support.studies import example
from tests.support.windows import look_of_tests


def rename(store: Store, title: str) -> None:
    store.edit(f"rename to {title}", lambda study: set_title_page(study, title=title))


@pytest.fixture
def desk(qtbot: Any) -> tuple[Notice, Store, Notices]:
    notice, store = Notice(look_of_tests()), Store(example())
    qtbot.addWidget(notice)
    return notice, store, Notices(notice, store)


def test_that_undo_takes_back_the_step_it_names(qtbot: Any, desk: tuple[Notice, Store, Notices]) -> None:
    notice, store, notices = desk
    rename(store, "A")
    rename(store, "B")
    notices.tell("Renamed to B.", can_undo=True)
    qtbot.mouseClick(notice._action, Qt.MouseButton.LeftButton)
    assert store.study.title == "A"
    assert notice.message == ""


@pytest.mark.parametrize("move", ["edit", "undo", "redo"])
def test_that_an_offer_to_undo_goes_with_the_next_step(
    desk: tuple[Notice, Store, Notices], move: str
) -> None:
    notice, store, notices = desk
    rename(store, "A")
    rename(store, "B")
    if move == "redo":
        store.undo()
    notices.tell("Done.", can_undo=True)
    {"edit": lambda: rename(store, "C"), "undo": store.undo, "redo": store.redo}[move]()
    assert notice.message == ""


def test_that_a_refusal_goes_with_the_next_step_and_a_failure_stays(
    desk: tuple[Notice, Store, Notices],
) -> None:
    notice, store, notices = desk
    notices.refuse("9 is off the scale.")
    rename(store, "A")
    assert notice.message == ""
    notices.warn("The disk is full.")
    rename(store, "B")
    assert notice.message == "The disk is full."


def test_that_what_asks_for_nothing_goes_by_itself(
    qtbot: Any, desk: tuple[Notice, Store, Notices], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.window.notices.LASTS_MS", 50)
    notice, store, notices = desk
    monkeypatch.setattr(notice, "underMouse", lambda: True)
    notices.tell("Saved.")
    qtbot.wait(120)
    assert notice.message == "Saved."
    monkeypatch.setattr(notice, "underMouse", lambda: False)
    notices.tell("Saved.")
    assert notice.message == "Saved."
    qtbot.waitUntil(lambda: notice.message == "", timeout=2000)
    notices.refuse("9 is off the scale.")
    qtbot.waitUntil(lambda: notice.message == "", timeout=2000)
    rename(store, "A")
    for say in (partial(notices.tell, "Renamed.", True), partial(notices.warn, "The disk is full.")):
        say()
        qtbot.wait(120)
        assert notice.message
    notices.tell("Saved.")
    notices.tell("Renamed.", can_undo=True)
    qtbot.wait(120)
    assert notice.message == "Renamed."


def test_that_what_was_done_goes_with_the_next_step(desk: tuple[Notice, Store, Notices]) -> None:
    notice, store, notices = desk
    for say in (partial(notices.tell, "Saved."), partial(notices.tell_written, Path("a.xlsx"))):
        say()
        assert notice.message
        rename(store, f"{store.study.title}+")
        assert notice.message == ""


def test_that_a_written_file_is_shown_in_its_folder(
    qtbot: Any, desk: tuple[Notice, Store, Notices], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    notice, _store, notices = desk
    notices.tell_written(tmp_path / "book.xlsx")
    qtbot.mouseClick(notice._action, Qt.MouseButton.LeftButton)
    assert [Path(url.toLocalFile()) for url in opened] == [tmp_path]


@pytest.fixture
def program(qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    return open_program(qtbot, tmp_path, monkeypatch)


def test_that_a_notice_moves_nothing(qtbot: Any, program: Program) -> None:
    program.session.open_example()
    window = program.window
    window.show_room("report")
    page, size = window.page("report"), window.size()
    before = (page.mapTo(window, page.rect().topLeft()), page.size())
    window._notices.tell_written(Path("/a/long/way/to/a/file") / ("book" * 60 + ".xlsx"))
    qtbot.waitUntil(window._notice.isVisible)
    assert (page.mapTo(window, page.rect().topLeft()), page.size()) == before
    assert window.size() == size
    assert window.rect().contains(window._notice.mapTo(window, window._notice.rect().bottomRight()))


def test_that_a_failure_is_seen_on_the_start_page(program: Program, tmp_path: Path) -> None:
    bad = tmp_path / "bad.proportio"
    bad.write_bytes(b"{ not json")
    program.window.open_file(bad)
    assert "bad.proportio" in program.window._notice.message
    assert program.window._notice.isVisible()


def test_that_a_saved_study_is_said_to_be_saved(program: Program, tmp_path: Path) -> None:
    program.session.open_example()
    program.context.questions.path = tmp_path / "a.proportio"  # type: ignore[attr-defined]
    program.session.save()
    assert "a.proportio" in program.window._notice.message
    program.session.new()
    assert program.window._notice.message == ""
