"""Words that are awaited: their room is kept, and nobody reads what keeps it."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QImage

from desktop.widgets.awaited_text import AwaitedText
from tests.support.windows import look_of_tests, wear

WORDS = "Nineteen of twenty-four projects are ranked, and one of them leads by every method."


def awaited(qtbot: Any, words: str = WORDS) -> AwaitedText:
    text = AwaitedText(look_of_tests(), "", "statement")
    qtbot.addWidget(text)
    text.await_like(words)
    text.resize(400, text.heightForWidth(400))
    return text


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_that_awaited_words_take_the_room_of_those_that_come(qtbot: Any) -> None:
    text = awaited(qtbot)
    before = text.heightForWidth(400)
    text.set_text(WORDS)
    assert text.heightForWidth(400) == before > look_of_tests().metrics.line("statement")


def test_that_nobody_reads_or_hears_what_keeps_the_room(qtbot: Any) -> None:
    text = awaited(qtbot)
    assert (text.plain_text, text.accessibleName()) == ("", "")
    text.set_text("There it is.")
    assert (text.plain_text, text.accessibleName()) == ("There it is.", "There it is.")


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_that_it_shows_muted_bars_and_no_ink_of_words(qtbot: Any, theme: str) -> None:
    wear(theme)
    text, look = awaited(qtbot), look_of_tests()
    shown = colours(text.grab().toImage())
    assert look.colour("hover").name() in shown
    assert look.colour("text").name() not in shown
    text.set_text(WORDS)
    assert look.colour("text").name() in colours(text.grab().toImage())
    wear()
