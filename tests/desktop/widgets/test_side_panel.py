"""The panel at the right: whatever it says can be read within its width."""

from __future__ import annotations

from typing import Any

import pytest

from desktop.widgets.panel_parts import Callout, Caption, Formula, PanelContent, Rows, Section, Sentence
from desktop.widgets.side_panel import SidePanel
from desktop.widgets.text import Text
from tests.support.windows import LONG_TITLE, look_of_tests, wear

WORDS = "one of: medical imaging, clinical decision support, emotion recognition, military"


@pytest.mark.parametrize("scale", [1.0, 1.5])
@pytest.mark.parametrize("words", [WORDS, LONG_TITLE])
def test_that_nothing_in_the_panel_is_wider_than_the_panel(qtbot: Any, words: str, scale: float) -> None:
    wear("light", scale)
    panel = SidePanel(look_of_tests(), "Why?")
    qtbot.addWidget(panel)
    panel.resize(panel.width(), 600)
    parts = (
        Sentence(words),
        Caption(words),
        Rows(((words, "<b>not offered</b>", "12 %"), (words,))),
        Rows(((words, "<b>4</b>", words),)),
        Rows(((words, words),)),
        Formula((words,)),
        Callout(words, words),
    )
    panel.show_content(PanelContent(words, words, (Section(words, parts, words),)))
    with qtbot.waitExposed(panel):
        panel.show()
    scroll = panel._scroll
    qtbot.waitUntil(lambda: scroll.verticalScrollBar().isVisible())
    holder = scroll.widget()
    assert holder is not None
    assert holder.minimumSizeHint().width() <= scroll.viewport().width()
    wear()


def test_that_broken_words_are_heard_whole(qtbot: Any) -> None:
    panel = SidePanel(look_of_tests(), "Why?")
    qtbot.addWidget(panel)
    panel.show_content(PanelContent("", LONG_TITLE, (Section("", (Sentence(LONG_TITLE),)),)))
    spoken = [text.accessibleName() for text in panel.findChildren(Text) if text.plain_text]
    assert spoken == [LONG_TITLE, LONG_TITLE]
