"""Tabs that await a job: what is said above an empty page, and after the work was given up."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from criteria.model.study import Study
from desktop.app.context import Context
from desktop.app.jobs import Token
from desktop.charts import tornado
from desktop.charts.headed_view import HeadedView
from desktop.pages.robustness.job_tab import StatedTab
from desktop.pages.robustness.robustness_tab import RoomChoice
from tests.support.studies import example
from tests.support.windows import make_context


class Slow(StatedTab):
    """Waits at a gate, and says what it was given."""

    def __init__(self, context: Context, work: Callable[[Token], str]) -> None:
        super().__init__(context, RoomChoice())
        self._slow = work
        self.chart = HeadedView(context.look, tornado, "Chart")
        self._lay_out(self.chart)
        self._follow_work("Work goes on", self.chart, "chart")

    def show_study(self, study: Study) -> None:
        self._job.start(self._slow)

    def _arrive(self, found: object) -> None:
        self.statement.set_text(str(found))


def shown(qtbot: Any, gate: threading.Event) -> Slow:
    def work(_token: Token) -> str:
        gate.wait(10)
        return "Found"

    tab = Slow(make_context(qtbot, example()), work)
    qtbot.addWidget(tab)
    tab.show()
    return tab


def start(qtbot: Any, tab: Slow) -> None:
    """Asks, and waits until the work has taken a while."""
    with qtbot.waitSignal(tab._job.busy):
        tab.show_study(tab.context.store.study)


def test_that_an_empty_page_says_what_is_being_done_until_it_is_done(qtbot: Any) -> None:
    gate = threading.Event()
    tab = shown(qtbot, gate)
    start(qtbot, tab)
    assert tab.is_waiting
    assert tab.statement.plain_text == "Work goes on\N{HORIZONTAL ELLIPSIS}"
    assert tab.foot.progress.isVisible()
    gate.set()
    qtbot.waitUntil(lambda: not tab.is_waiting)
    assert tab.statement.plain_text == "Found"


def test_that_a_statement_on_show_stays_while_the_next_is_awaited(qtbot: Any) -> None:
    gate = threading.Event()
    tab = shown(qtbot, gate)
    tab.statement.set_text("Found before")
    start(qtbot, tab)
    assert tab.statement.plain_text == "Found before"
    tab.foot.cancelled.emit()
    gate.set()
    assert not tab.is_waiting
    assert tab.statement.plain_text == "Found before"


def test_that_nothing_is_said_to_go_on_after_the_tab_is_left(qtbot: Any) -> None:
    gate = threading.Event()
    tab = shown(qtbot, gate)
    start(qtbot, tab)
    tab.leave()
    gate.set()
    assert tab.statement.plain_text == ""
