"""The window around the rooms: it keeps its size, whatever the size of the text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from desktop.start import Program
from tests.support.main_windows import open_program


@pytest.fixture
def program(qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    return open_program(qtbot, tmp_path, monkeypatch)


def test_that_larger_text_does_not_make_the_window_grow(qtbot: Any, program: Program) -> None:
    program.session.open_example()
    window, size = program.window, program.window.size()
    program.context.settings.change(scale=2.0)
    for room in ("projects", "screening", "report"):
        window.show_room(room)
        window.grab()
        assert window.size() == size
        least = window.minimumSizeHint()
        assert least.width() <= size.width()
        assert least.height() <= size.height()
    program.context.settings.change(scale=1.0)
    assert window.size() == size


def test_that_the_search_button_holds_its_words_in_larger_text(program: Program) -> None:
    search = program.window._search
    before = search.width()
    program.context.settings.change(scale=1.5)
    assert search.width() >= search.sizeHint().width() > before
    program.context.settings.change(scale=1.0)
    assert search.width() == before
