"""Jobs: the latest wins, a stale answer is dropped, failures arrive as sentences."""

from __future__ import annotations

import threading
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import QObject, QThreadPool

from criteria.errors import MethodError
from desktop.app.jobs import LatestJob, Token


@pytest.fixture
def pool(qapp: Any) -> Any:
    made = QThreadPool()
    yield made
    made.waitForDone(5000)


def test_that_the_answer_arrives(qtbot: Any, pool: QThreadPool) -> None:
    job = LatestJob(pool)
    with qtbot.waitSignal(job.finished) as found:
        job.start(lambda token: 42)
    assert found.args == [42]
    assert not job.is_running


def test_that_a_later_start_drops_the_earlier_answer(qtbot: Any, pool: QThreadPool) -> None:
    job, gate = LatestJob(pool), threading.Event()
    answers: list[object] = []
    job.finished.connect(answers.append)

    def slow(token: Token) -> str:
        gate.wait(5)
        return "stale"

    job.start(slow)
    with qtbot.waitSignal(job.finished):
        job.start(lambda token: "latest")
        gate.set()
    pool.waitForDone(5000)
    assert answers == ["latest"]


def test_that_cancelling_tells_the_job_and_drops_its_answer(qtbot: Any, pool: QThreadPool) -> None:
    job, started, seen = LatestJob(pool), threading.Event(), threading.Event()
    answers: list[object] = []
    job.finished.connect(answers.append)

    def work(token: Token) -> None:
        started.set()
        while not token.is_cancelled():
            pass
        seen.set()

    job.start(work)
    assert started.wait(5)
    job.cancel()
    assert seen.wait(5)
    pool.waitForDone(5000)
    assert answers == []


def test_that_an_expected_failure_arrives_as_its_sentence(qtbot: Any, pool: QThreadPool) -> None:
    job = LatestJob(pool)

    def fail(token: Token) -> None:
        raise MethodError("The budget must be zero or more euros.")

    with qtbot.waitSignal(job.failed) as found:
        job.start(fail)
    assert found.args == ["The budget must be zero or more euros."]


def test_that_an_unexpected_failure_is_logged_and_said(
    qtbot: Any, pool: QThreadPool, caplog: pytest.LogCaptureFixture
) -> None:
    job = LatestJob(pool)
    with qtbot.waitSignal(job.failed) as found:
        job.start(lambda token: 1 / 0)
    assert "ZeroDivisionError" in found.args[0]
    assert "division" in caplog.text


def test_that_progress_is_passed_on(qtbot: Any, pool: QThreadPool) -> None:
    job = LatestJob(pool)
    with qtbot.waitSignal(job.progressed) as found:
        job.start(lambda token: token.progress(0.5, "half"))
    assert found.args == [0.5, "half"]
    pool.waitForDone(5000)


def test_that_a_job_may_outlive_the_room_that_awaits_it(qtbot: Any, pool: QThreadPool) -> None:
    for _ in range(40):
        room, started = QObject(), threading.Event()
        job = LatestJob(pool, room)

        def work(token: Token, started: threading.Event = started) -> str:
            started.set()
            token.progress(0.5, "half")
            return "too late"

        job.start(work)
        assert started.wait(5)
        shiboken6.delete(room)
    assert pool.waitForDone(5000)


def test_that_an_answer_may_start_the_next_job(qtbot: Any, pool: QThreadPool) -> None:
    job = LatestJob(pool)
    answers: list[object] = []

    def follow(answer: object) -> None:
        answers.append(answer)
        if len(answers) == 1:
            job.start(lambda token: "second")

    job.finished.connect(follow)
    job.start(lambda token: "first")
    qtbot.waitUntil(lambda: answers == ["first", "second"])
    assert not job.is_running


def test_that_what_is_known_is_shown_before_the_end(qtbot: Any, pool: QThreadPool) -> None:
    job = LatestJob(pool)
    heard: list[object] = []
    job.shown.connect(heard.append)
    job.finished.connect(heard.append)
    with qtbot.waitSignal(job.finished):
        job.start(lambda token: token.show("half") or "whole")  # type: ignore[func-returns-value]
    assert heard == ["half", "whole"]
