"""The robustness room of tests, opened on one of its tabs."""

from __future__ import annotations

from typing import Any

from criteria.model.study import Study
from desktop.app.context import Context
from desktop.pages.robustness.robustness_page import RobustnessPage
from tests.support.windows import make_context, open_page


def opened(
    qtbot: Any, study: Study, tab: str, size: tuple[int, int] = (1060, 640)
) -> tuple[RobustnessPage, Context]:
    """The room with a tab in view, when nothing is awaited any more."""
    context = make_context(qtbot, study)
    page = open_page(qtbot, context, RobustnessPage, size)
    page.tabs.button(tab).click()
    settled(qtbot, page)
    return page, context


def settled(qtbot: Any, page: RobustnessPage) -> None:
    """Waits until the room shows what was asked of it."""
    qtbot.waitUntil(lambda: not page.is_waiting, timeout=20_000)
