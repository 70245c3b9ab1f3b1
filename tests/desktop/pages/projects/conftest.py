"""The Projects room on the example."""

from __future__ import annotations

from typing import Any

import pytest

from criteria.files.example import example_study
from desktop.app.context import Context
from desktop.pages.projects.projects_page import ProjectsPage
from tests.support.windows import make_context, open_page


@pytest.fixture
def context(qtbot: Any) -> Context:
    return make_context(qtbot, example_study())


@pytest.fixture
def page(qtbot: Any, context: Context) -> ProjectsPage:
    return open_page(qtbot, context, ProjectsPage)
