"""The weights room on a study whose answers contradict each other."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.app.context import Context
from desktop.pages.weights.weights_page import WeightsPage
from tests.desktop.pages.weights.answering import contradictory
from tests.support.windows import make_context, open_page


@pytest.fixture
def context(qtbot: Any) -> Context:
    return make_context(qtbot, contradictory())


@pytest.fixture
def page(qtbot: Any, context: Context) -> WeightsPage:
    page = open_page(qtbot, context, WeightsPage)
    page.focus_on("P4")
    return page
