"""The list of commands: found by their words, done by Enter."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.widgets.command_palette import CommandPalette, PaletteRow, find_rows
from desktop.widgets.text import Text
from tests.support.windows import look_of_tests

COMMANDS = (
    PaletteRow("add", "Add project", "Ctrl+N", True, "Study"),
    PaletteRow("import", "Import a table", "", True, "File"),
    PaletteRow("undo", "Undo: add project", "Ctrl+Z", False, "Edit"),
)


def test_that_commands_are_found_by_any_of_their_words() -> None:
    assert [row.id for row in find_rows(COMMANDS, "table imp")] == ["import"]
    assert [row.id for row in find_rows(COMMANDS, "ADD")] == ["add", "undo"]
    assert [row.id for row in find_rows(COMMANDS, "")] == ["add", "import", "undo"]


def test_that_enter_does_the_command_found(qtbot: Any) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    palette = CommandPalette(look_of_tests(), window)
    palette.open(COMMANDS)
    qtbot.keyClicks(palette.field, "import")
    with qtbot.waitSignal(palette.chosen) as told:
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    assert told.args == ["import"]


def test_that_the_palette_is_as_high_as_what_it_found(qtbot: Any) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 600)
    palette = CommandPalette(look_of_tests(), window)
    palette.open(COMMANDS)
    all_high = palette.height()
    qtbot.keyClicks(palette.field, "import")
    assert palette.height() < all_high
    assert palette.list.height() >= look_of_tests().metrics.control
    qtbot.keyClicks(palette.field, " tubercul")
    assert "Nothing found" in said(palette)
    assert palette.list.isHidden()
    palette.field.clear()
    assert palette.height() == all_high
    assert "Nothing found" not in said(palette)
    palette.close()


def test_that_what_cannot_be_done_now_is_not_done(qtbot: Any) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    palette = CommandPalette(look_of_tests(), window)
    palette.open(COMMANDS)
    qtbot.keyClicks(palette.field, "undo")
    with qtbot.assertNotEmitted(palette.chosen):
        qtbot.keyClick(palette.field, Qt.Key.Key_Return)
    palette.close()


def said(widget: QWidget) -> list[str]:
    return [label.plain_text for label in widget.findChildren(Text) if not label.isHidden()]
