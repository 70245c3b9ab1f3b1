"""The panel of the screening room can be read whatever is selected."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from criteria.files.example import example_study
from criteria.screening.screen import screen
from desktop.pages.screening.screening_page import ScreeningPage
from desktop.widgets.text import Text
from tests.support.windows import make_context, open_page, wear


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_that_no_text_of_a_mark_is_wider_than_the_panel(qtbot: Any, scale: float) -> None:
    study = example_study()
    context = make_context(qtbot, study)
    wear("light", scale)
    page = open_page(qtbot, context, ScreeningPage)
    for result in screen(study).projects:
        for hit in result.hits:
            page.focus_on(f"{result.project}/{hit.red_line}")
            QApplication.processEvents()
            right = page.panel.width()
            cut = [
                text.plain_text
                for text in page.panel.findChildren(Text)
                if text.isVisible() and text.mapTo(page.panel, text.rect().topRight()).x() >= right
            ]
            assert cut == [], f"{result.project} {hit.red_line}"
    wear()
