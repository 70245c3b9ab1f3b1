"""The nets under every test catch what they are meant to catch."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QSettings, QThreadPool, QTimer
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.support import leftovers, programs


def test_that_a_running_timer_is_found_with_its_line(
    qapp: object, record_of_qt: leftovers.StartedObjects
) -> None:
    timer = QTimer()
    timer.start(10_000)
    (sentence,) = leftovers.left_in_qt(record_of_qt)
    assert "test_leftovers.py" in sentence
    assert not timer.isActive()


def test_that_a_stopped_timer_is_no_leftover(qapp: object, record_of_qt: leftovers.StartedObjects) -> None:
    timer = QTimer()
    timer.start(10_000)
    timer.stop()
    assert leftovers.left_in_qt(record_of_qt) == []


def test_that_a_job_still_at_work_is_found(
    qapp: object, record_of_qt: leftovers.StartedObjects, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leftovers, "GRACE_SECONDS", 0.01)
    may_end, pool = threading.Event(), QThreadPool()
    pool.start(may_end.wait)
    found = leftovers.left_in_qt(record_of_qt)
    may_end.set()
    assert len(found) == 1
    assert pool.waitForDone(5_000)


def test_that_a_window_left_on_the_screen_is_found_and_closed(
    qtbot: QtBot, record_of_qt: leftovers.StartedObjects
) -> None:
    window = QLabel("still here")
    window.show()
    assert leftovers.left_in_qt(record_of_qt) == ["The window QLabel '' is still shown."]
    assert not window.isVisible()


def test_that_a_thread_left_running_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leftovers, "GRACE_SECONDS", 0.01)
    before, may_end = threading.enumerate(), threading.Event()
    thread = threading.Thread(target=may_end.wait, name="stray")
    thread.start()
    found = leftovers.left_threads(before)
    may_end.set()
    thread.join()
    assert found == ["The thread stray still runs."]


@pytest.mark.parametrize("value", ["one", "two"])
def test_that_settings_do_not_reach_the_next_test(value: str) -> None:
    settings = QSettings("Proportio", "Proportio")
    assert not settings.contains("seen")
    settings.setValue("seen", value)
    settings.sync()


def test_that_an_absent_program_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert programs.absent("display") == "not installed here: Xvfb, xdotool"


@pytest.mark.parametrize(("value", "strict"), [("true", True), ("1", True), ("", False), ("false", False)])
def test_that_only_ci_forbids_skipping(value: str, strict: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", value)
    assert programs.must_not_skip() is strict
