"""The weights room at the questions about human rights; a module that overrides `study` opens another."""

from __future__ import annotations

from typing import Any

import pytest

from criteria.model.study import Study
from desktop.app.context import Context
from desktop.pages.weights.weights_page import WeightsPage
from tests.desktop.pages.weights.answering import contradictory
from tests.support.windows import make_context, open_page


@pytest.fixture
def study() -> Study:
    """Answers that contradict each other."""
    return contradictory()


@pytest.fixture
def context(qtbot: Any, study: Study) -> Context:
    return make_context(qtbot, study)


@pytest.fixture
def page(qtbot: Any, context: Context) -> WeightsPage:
    page = open_page(qtbot, context, WeightsPage, (1088, 640))
    page.focus_on("P4")
    return page
