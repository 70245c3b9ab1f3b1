"""A person walks through the program: start page, rooms, keys, questions, files, and out again."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, QSettings, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest

from criteria.edits.scores import set_scores
from criteria.edits.session import hide_answers
from criteria.edits.settings import set_title_page
from criteria.files.study_file import load_study, save_study
from criteria.model.projects import Score
from criteria.ranking.results import rank
from desktop.app.jobs import Token
from desktop.app.settings import SettingsStore
from desktop.dialogs.help_dialog import PAGES, HelpDialog
from desktop.dialogs.import_dialog import ImportDialog
from desktop.start import Program
from desktop.widgets.command_palette import CommandPalette
from desktop.widgets.start_card import StartCard
from desktop.window.rooms import room_kinds
from tests.support.main_windows import open_program
from tests.support.studies import example
from tests.support.windows import FakeQuestions, many_projects

ROOMS = [room.key for room in room_kinds()]


@pytest.fixture
def program(qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    return open_program(qtbot, tmp_path, monkeypatch, asks=True)


@pytest.fixture
def questions(program: Program) -> FakeQuestions:
    assert isinstance(program.context.questions, FakeQuestions)
    return program.context.questions


def rename(program: Program, title: str) -> None:
    program.context.store.edit("rename", lambda study: set_title_page(study, title=title))


def clear(program: Program, project: str, criterion: str) -> None:
    cells = {(project, criterion): Score()}
    program.context.store.edit("clear a figure", lambda study: set_scores(study, cells))


def drop(program: Program, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    event = QDropEvent(
        QPointF(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    program.window.dropEvent(event)


def states(program: Program) -> dict[str, tuple[str, str]]:
    """Text and severity beside each room's name."""
    entries = program.window._sidebar._model.entries
    return {entry.key: (entry.state, entry.severity) for entry in entries}


def stands_in(program: Program) -> str:
    return program.window.current_room()


def test_that_it_begins_on_the_start_page(program: Program) -> None:
    assert stands_in(program) == "start"
    assert program.window.windowTitle() == "Proportio"
    assert not program.window.commands["save"].enabled()
    assert not program.window.commands["room_ranking"].enabled()


def test_that_the_example_leads_through_every_room(program: Program) -> None:
    program.window.commands.run("example")
    assert stands_in(program) == "overview"
    assert program.window.windowTitle() == "AI cooperation, example call[*] – Proportio"
    for room in ROOMS:
        program.window.commands.run(f"room_{room}")
        assert stands_in(program) == room
        assert program.window._sidebar.current == room
        assert program.window.page(room).isVisible()
        assert not program.window.grab().isNull()
    assert not program.window.isWindowModified()
    assert program.context.store.history.undo_label is None


def test_that_the_keys_of_the_rooms_are_their_numbers(qtbot: Any, program: Program) -> None:
    program.window.commands.run("example")
    program.window.activateWindow()
    with qtbot.waitActive(program.window):
        program.window.raise_()
    keys = (Qt.Key(Qt.Key.Key_1.value + place) for place in range(len(ROOMS)))
    for key, room in zip(keys, ROOMS, strict=True):
        QTest.keyClick(program.window, key, Qt.KeyboardModifier.ControlModifier)
        assert stands_in(program) == room


def test_that_no_two_commands_share_a_key(program: Program) -> None:
    keys = [command.shortcut for command in program.window.commands if command.shortcut]
    assert len(keys) == len(set(keys))


def test_that_undo_and_redo_name_the_step(program: Program) -> None:
    program.window.commands.run("example")
    rename(program, "Another call")
    undo, redo = program.window.commands["undo"], program.window.commands["redo"]
    assert undo.shown_text == "Undo: rename"
    assert program.window.isWindowModified()
    program.window.commands.run("undo")
    assert program.context.store.study.title == example().title
    assert not program.window.isWindowModified()
    assert redo.shown_text == "Redo: rename"
    program.window.commands.run("redo")
    assert program.context.store.study.title == "Another call"
    assert program.window.windowTitle() == "Another call[*] – Proportio"


@pytest.mark.parametrize(("answer", "is_left"), [("cancel", False), ("discard", True)])
def test_that_changes_are_not_given_up_unasked(
    program: Program, questions: FakeQuestions, answer: Any, is_left: bool
) -> None:
    program.window.commands.run("example")
    rename(program, "Another call")
    questions.saves = answer
    program.window.commands.run("new")
    assert questions.asked == ["Another call"]
    assert (program.context.store.study.title == "New study") is is_left


def test_that_saving_on_the_way_out_keeps_the_changes(
    program: Program, questions: FakeQuestions, tmp_path: Path
) -> None:
    program.window.commands.run("example")
    rename(program, "Another call")
    questions.saves, questions.path = "save", tmp_path / "kept.proportio"
    program.window.commands.run("close")
    assert stands_in(program) == "start"
    assert load_study(tmp_path / "kept.proportio").study.title == "Another call"


def test_that_the_window_stays_where_the_person_thinks_better_of_it(
    program: Program, questions: FakeQuestions
) -> None:
    program.window.commands.run("example")
    rename(program, "Another call")
    questions.saves = "cancel"
    assert not program.window.close()
    assert program.window.isVisible()
    questions.saves = "discard"
    assert program.window.close()


def test_that_closing_gives_up_what_is_being_written(qtbot: Any, program: Program) -> None:
    program.window.commands.run("example")
    given_up: list[bool] = []

    def write(token: Token) -> None:
        while not token.is_cancelled():
            pass
        given_up.append(True)

    program.window._exporter.start(write)
    assert program.window.close()
    program.context.pool.waitForDone(10_000)
    assert given_up == [True]


def test_that_a_dropped_study_is_opened(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "dropped.proportio"
    save_study(example(), path)
    drop(program, path)
    assert program.session.path == path
    assert stands_in(program) == "overview"


def test_that_a_dropped_table_is_previewed_in_a_new_study(
    program: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Path] = []

    def ask(_parent: object, _context: object, path: Path) -> None:
        asked.append(path)

    monkeypatch.setattr(ImportDialog, "ask", ask)
    drop(program, tmp_path / "projects.csv")
    assert asked == [tmp_path / "projects.csv"]
    assert program.session.has_study
    assert program.context.store.study.projects == ()


def test_that_a_damaged_file_is_told_and_changes_nothing(program: Program, tmp_path: Path) -> None:
    program.window.commands.run("example")
    bad = tmp_path / "bad.proportio"
    bad.write_bytes(b"PK\x03\x04 nothing")
    drop(program, bad)
    assert "bad.proportio" in program.window._notice.message
    assert program.context.store.study == example()


def test_that_a_problem_leads_to_its_cell(qtbot: Any, program: Program) -> None:
    program.window.commands.run("example")
    clear(program, "P11", "A2")
    (row,) = [row for row in program.window._overviewer.problem_rows() if "P11" in row[1]]
    program.window._bar.chosen.emit(row[0])
    assert stands_in(program) == "projects"
    page: Any = program.window.page("projects")
    assert (page.table.current_project, page.table.current_column.key) == ("P11", "A2")


def test_that_the_sidebar_follows_the_study(program: Program) -> None:
    program.window.commands.run("example")
    assert states(program)["projects"] == ("24", "")
    assert states(program)["screening"][0] == "5 out"
    clear(program, "P11", "A2")
    assert states(program)["projects"] == ("24", "attention")
    program.window.commands.run("undo")
    assert states(program)["projects"] == ("24", "")


def test_that_colours_change_at_once_and_are_remembered(program: Program) -> None:
    program.window.commands.run("example")
    look = program.context.look
    for theme in ("dark", "contrast", "light"):
        program.window.commands.run(f"theme_{theme}")
        assert look.theme.name == theme
        command = program.window.commands[f"theme_{theme}"]
        assert command.checked is not None
        assert command.checked()
        assert program.context.settings.value.theme == theme
        ground = program.window.grab().toImage().pixelColor(program.window.width() - 3, 300)
        assert ground == look.colour("surface")


def test_that_text_grows_and_shrinks_by_steps_and_ends_somewhere(program: Program) -> None:
    program.window.commands.run("example")
    before = program.context.look.metrics.base_pixels
    program.window.commands.run("larger")
    assert program.context.look.metrics.base_pixels > before
    for scale, command, end in ((1.75, "larger", 2.0), (0.9, "smaller", 0.8)):
        program.context.settings.change(scale=scale)
        for _ in range(2):
            program.window.commands.run(command)
        assert program.context.settings.value.scale == end
    program.window.commands.run("normal_size")
    assert program.context.look.metrics.base_pixels == before


def test_that_the_palette_finds_a_command_and_runs_it(program: Program) -> None:
    program.window.commands.run("example")
    program.window.commands.run("palette")
    palette = program.window.findChild(CommandPalette)
    assert palette is not None
    QTest.keyClicks(palette.field, "robust")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert stands_in(program) == "robustness"


def test_that_recent_studies_are_listed_and_those_gone_are_greyed(
    qtbot: Any, program: Program, tmp_path: Path
) -> None:
    here, gone = tmp_path / "here.proportio", tmp_path / "gone.proportio"
    for path in (here, gone):
        save_study(set_title_page(example(), title=path.stem), path)
        program.window.open_file(path)
    program.window.commands.run("close")
    gone.unlink()
    start = program.window._start
    start.show_recent()

    def cards() -> list[StartCard]:
        return [card for card in start.findChildren(StartCard) if card.isVisible() and card._is_flat]

    # Asked again and again: a list that was just made anew is shown by the next turn of the event loop.
    expected = [("gone", False), ("here", True)]
    qtbot.waitUntil(lambda: [(card.text(), card.isEnabled()) for card in cards()] == expected)
    next(card for card in start.findChildren(StartCard) if card.text() == "here").click()
    assert program.session.path == here


def test_that_the_list_of_recent_studies_can_be_cleared(program: Program, tmp_path: Path) -> None:
    path = tmp_path / "here.proportio"
    save_study(example(), path)
    program.window.open_file(path)
    program.window.commands.run("close")
    start = program.window._start
    assert start._clear_button.isVisible()
    start._clear_button.click()
    assert program.context.settings.value.recent == ()
    assert not start._clear_button.isVisible()


def test_that_the_last_room_is_where_one_goes_on(
    qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    SettingsStore(settings).change(last_room="criteria")
    program = open_program(qtbot, tmp_path, monkeypatch)
    program.window.commands.run("example")
    assert stands_in(program) == "criteria"
    program.window.commands.run("room_weights")
    program.window.commands.run("close")
    program.window.commands.run("example")
    assert stands_in(program) == "weights"


def test_that_f1_opens_the_help_of_the_room(program: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def note(_parent: object, _look: object, page: str) -> None:
        opened.append(page)

    monkeypatch.setattr(HelpDialog, "show_at", note)
    program.window.commands.run("help")
    program.window.commands.run("example")
    for room in ROOMS:
        program.window.commands.run(f"room_{room}")
        program.window.commands.run("help")
    assert opened == ["start", *ROOMS]
    assert set(opened) <= set(PAGES)


def test_that_a_room_that_was_left_shows_the_study_of_today(program: Program) -> None:
    program.window.commands.run("example")
    program.window.commands.run("room_ranking")
    program.window.commands.run("room_overview")
    clear(program, "P05", "A2")
    program.window.commands.run("room_ranking")
    page: Any = program.window.page("ranking")
    assert page._results is rank(program.context.store.study)


def test_that_work_given_up_on_leaving_is_done_when_one_returns(qtbot: Any, program: Program) -> None:
    program.window.commands.run("example")
    program.window.commands.run("room_report")
    page: Any = program.window.page("report")
    assert page.is_waiting
    program.window.commands.run("room_criteria")
    program.window.commands.run("room_report")
    qtbot.waitUntil(lambda: page._sheet.sheet.image is not None, timeout=20_000)


@pytest.mark.parametrize(("command", "suffix"), [("export_workbook", ".xlsx"), ("export_brief", ".pdf")])
def test_that_an_export_is_written_and_told(
    qtbot: Any, program: Program, questions: FakeQuestions, tmp_path: Path, command: str, suffix: str
) -> None:
    program.window.commands.run("example")
    questions.path = tmp_path / f"out{suffix}"
    with qtbot.waitSignal(program.window._exporter.finished, timeout=60_000):
        program.window.commands.run(command)
    assert questions.path.stat().st_size > 1000
    assert f"out{suffix}" in program.window._notice.message


@pytest.mark.parametrize("command", ["export_workbook", "export_brief"])
def test_that_hidden_answers_leave_the_program_only_with_consent(
    qtbot: Any, program: Program, questions: FakeQuestions, tmp_path: Path, command: str
) -> None:
    program.window.commands.run("example")
    program.context.store.edit("hide", partial(hide_answers, hidden=True))
    questions.path, questions.agrees = tmp_path / "out.file", False
    program.window.commands.run(command)
    assert questions.asked[-1] == "Answers are hidden"
    assert not program.window._exporter.is_running
    questions.agrees = True
    with qtbot.waitSignal(program.window._exporter.finished, timeout=60_000):
        program.window.commands.run(command)
    assert questions.path.exists()


def test_that_many_projects_are_no_obstacle(program: Program) -> None:
    program.session.show(many_projects(example(), 200), None)
    for room in ROOMS:
        program.window.show_room(room)
        assert not program.window.grab().isNull()
