"""The foot of a tab: progress only after a while, in the place of the hint, with a way out."""

from __future__ import annotations

import threading
from typing import Any

from desktop.app.jobs import Token
from desktop.pages.robustness.foot import Foot
from tests.support.studies import example
from tests.support.windows import make_context


def test_that_quick_work_shows_no_progress(qtbot: Any) -> None:
    context = make_context(qtbot, example())
    foot = Foot(context.look, "hint")
    qtbot.addWidget(foot)
    job = context.job(foot)
    foot.follow(job, "Work")
    with qtbot.waitSignal(job.finished):
        job.start(lambda token: 1)
    assert foot.currentWidget() is foot.hint


def test_that_long_work_shows_progress_in_the_place_of_the_hint(qtbot: Any) -> None:
    context = make_context(qtbot, example())
    foot = Foot(context.look, "hint")
    qtbot.addWidget(foot)
    foot.show()
    high = foot.sizeHint().height()
    job, gate = context.job(foot), threading.Event()
    foot.follow(job, "Work")

    def slow(token: Token) -> int:
        token.progress(0.4)
        gate.wait(10)
        return 1

    with qtbot.waitSignal(job.busy):
        job.start(slow)
        assert foot.currentWidget() is foot.hint
    assert foot.currentWidget() is foot.progress
    assert foot.sizeHint().height() == high
    with qtbot.waitSignal(foot.cancelled):
        foot.progress.cancelled.emit()
    gate.set()
    qtbot.waitUntil(lambda: not job.is_running)
    assert foot.currentWidget() is foot.hint
