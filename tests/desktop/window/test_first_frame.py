"""The first frame: it shows the study itself, keeps room for the numbers, and they come right after it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QWidget

from desktop.pages.overview.overview_page import OverviewPage
from desktop.start import Program
from tests.support.main_windows import open_program

Begin = Callable[[Callable[[Program], None], Callable[[Program], None]], Program]


@pytest.fixture
def begin(qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Begin:
    """Starts the program as its command does: opens a study, looks at the first frame, waits for numbers."""

    def start(open_study: Callable[[Program], None], look_at: Callable[[Program], None]) -> Program:
        told: list[str] = []

        def prepare(program: Program) -> None:
            program.window.begin_with_facts()
            program.window.painted.connect(lambda: look_at(program))
            program.window.painted.connect(lambda: told.append("painted"))
            program.window.settled.connect(lambda: told.append("settled"))
            open_study(program)

        program = open_program(qtbot, tmp_path, monkeypatch, prepare=prepare)
        qtbot.waitUntil(lambda: "settled" in told)
        assert told == ["painted", "settled"]
        return program

    return start


def open_example(program: Program) -> None:
    program.session.open_example()


def overview(program: Program) -> OverviewPage:
    page = program.window.page("overview")
    assert isinstance(page, OverviewPage)
    return page


def states(program: Program) -> dict[str, str]:
    """The word or number beside each room's name, and its sign."""
    return {
        entry.key: f"{entry.state} {entry.severity}".strip()
        for entry in program.window._sidebar._model.entries
    }


def places(program: Program) -> dict[str, QRect]:
    """Where the parts of the overview stand."""
    page = overview(program)
    parts: dict[str, QWidget] = {
        "sentence": page._sentence,
        "money": page._money,
        "table": page._table,
        "steps": page._step_list,
        "title page": page._title_page,
        "way on": page._continue,
    }
    return {name: QRect(part.geometry()) for name, part in parts.items()}


def test_that_it_shows_the_study_and_no_number_that_must_be_computed(begin: Begin) -> None:
    seen: dict[str, object] = {}

    def look_at(program: Program) -> None:
        page = overview(program)
        seen.update(
            title=page.header.title.plain_text,
            sentence=page._sentence.plain_text,
            rows=page._table.rows,
            steps=[
                button.row and (button.row.sentence, button.row.state) for button in page._step_list._buttons
            ],
            states=states(program),
            problems=program.window._bar._count.plain_text,
        )

    program = begin(open_example, look_at)
    assert seen == {
        "title": program.context.store.study.title,
        "sentence": "",
        "rows": (),
        "steps": [
            ("24 projects, EUR\N{NO-BREAK SPACE}257.0\N{NO-BREAK SPACE}m requested", ""),
            ("16 criteria in 4 premises", "done"),
            *[("–", "")] * 4,
        ],
        "states": {**dict.fromkeys(states(program), ""), "projects": "24", "criteria": "16"},
        "problems": "",
    }


def test_that_the_numbers_come_right_after_it(begin: Begin) -> None:
    program = begin(open_example, lambda _program: None)
    page = overview(program)
    assert page._sentence.plain_text.startswith("19 of 24 projects are ranked.")
    assert len(page._table.rows) == 10
    assert page._continue.isVisible()
    assert states(program)["screening"] == "5 out"
    assert states(program)["ranking"] == "done"
    assert program.window._bar._count.plain_text == "No problems"


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_that_nothing_moves_when_they_come(begin: Begin, scale: float) -> None:
    before: dict[str, QRect] = {}

    def open_in_size(program: Program) -> None:
        program.context.settings.change(scale=scale)
        program.session.open_example()

    program = begin(open_in_size, lambda program: before.update(places(program)))
    program.window.grab()
    assert places(program) == before


def test_that_an_empty_study_has_nothing_to_wait_for(begin: Begin) -> None:
    sentences: list[str] = []

    def open_new(program: Program) -> None:
        program.session.new()

    def look_at(program: Program) -> None:
        sentences.append(overview(program)._sentence.plain_text)

    program = begin(open_new, look_at)
    assert sentences == ["No projects yet."] == [overview(program)._sentence.plain_text]
    assert overview(program)._first_steps.isVisible()


def test_that_another_room_is_built_after_it(begin: Begin) -> None:
    built: list[list[str]] = []

    def open_in_ranking(program: Program) -> None:
        program.context.settings.change(last_room="ranking")
        program.session.open_example()

    program = begin(open_in_ranking, lambda program: built.append(list(program.window._stack.built)))
    assert built == [[]]
    assert list(program.window._stack.built) == ["ranking"]
    assert program.window.current_room() == "ranking"
    assert program.window._stack.currentWidget() is program.window._stack._frames["ranking"]


def test_that_whoever_goes_on_at_once_gets_the_numbers_at_once(begin: Begin) -> None:
    seen: list[str] = []

    def go_on(program: Program) -> None:
        program.window.show_room("screening")
        seen.append(states(program)["screening"])

    program = begin(open_example, go_on)
    assert seen == ["5 out"]
    assert program.window.current_room() == "screening"


def test_that_an_edit_before_the_numbers_is_shown_with_them(begin: Begin) -> None:
    def retitle(program: Program) -> None:
        program.context.store.edit("title", lambda study: msgspec.structs.replace(study, title="Another"))

    page = overview(begin(open_example, retitle))
    assert page.header.title.plain_text == "Another"
    assert page._sentence.plain_text.startswith("19 of 24")


def test_that_the_start_page_is_built_when_it_is_seen(begin: Begin) -> None:
    program = begin(open_example, lambda _program: None)
    assert "_start" not in vars(program.window)
    program.session.close()
    assert program.window.current_room() == "start"
    assert program.window._whole.currentWidget() is program.window._start_frame
    assert program.window._start.isVisible()
