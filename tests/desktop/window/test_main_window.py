"""The window around the rooms: it keeps its size, whatever the size of the text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from criteria.edits.people import add_stakeholder
from criteria.model.study import Study
from desktop.pages.weights.weights_page import WeightsPage
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


def test_that_a_room_that_failed_once_is_built_anew(
    qtbot: Any, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.session.open_example()
    window = program.window
    window.show_room("weights")
    broken = window.page("weights")
    window.show_room("ranking")
    program.context.store.edit("Add", lambda study: add_stakeholder(study, "Ombudsperson"))

    def fail(_study: Study) -> None:
        raise RuntimeError("an object is gone")

    monkeypatch.setattr(broken, "show_study", fail)
    with pytest.raises(RuntimeError, match="gone"):
        window.show_room("weights")
    qtbot.waitUntil(lambda: window.page("weights") is not broken and window.page("weights").isVisible())
    page = window.page("weights")
    assert isinstance(page, WeightsPage)
    assert [entry.name for entry in page.left.people.entries.entries][-1] == "Ombudsperson"
    program.context.store.undo()
    assert "Ombudsperson" not in [entry.name for entry in page.left.people.entries.entries]


def test_that_a_room_that_never_worked_is_tried_again_when_asked_for(
    qtbot: Any, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    program.session.open_example()
    window, real = program.window, WeightsPage.show_study

    def fail(_page: WeightsPage, _study: Study) -> None:
        raise RuntimeError("an object is gone")

    monkeypatch.setattr(WeightsPage, "show_study", fail)
    for _ in range(2):
        with pytest.raises(RuntimeError, match="gone"):
            window.show_room("weights")
    monkeypatch.setattr(WeightsPage, "show_study", real)
    window.show_room("weights")
    assert window.page("weights").isVisible()
