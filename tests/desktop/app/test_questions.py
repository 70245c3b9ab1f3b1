"""The real dialogs: where they begin, and what their buttons do."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from desktop.app.folders import PROGRAM_FOLDER
from desktop.app.questions import WindowQuestions
from tests.support.windows import look_of_tests


@pytest.fixture
def starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    found: list[Path] = []

    def note(_parent: object, _title: str, start: str, _filters: str) -> tuple[str, str]:
        found.append(Path(start))
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", note)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", note)
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(tmp_path))
    return found


def test_that_pickers_begin_among_the_documents(qapp: Any, starts: list[Path], tmp_path: Path) -> None:
    questions = WindowQuestions(look_of_tests())
    questions.open_path("Open", "All (*)")
    questions.save_path("Save", "Workbook (*.xlsx)", "Book.xlsx")
    questions.save_path("Save", "Workbook (*.xlsx)", str(PROGRAM_FOLDER / "resources" / "Book.xlsx"))
    assert starts == [tmp_path, tmp_path / "Book.xlsx", tmp_path / "Book.xlsx"]


def test_that_a_report_can_be_copied_while_its_box_stays(qtbot: Any) -> None:
    box = WindowQuestions(look_of_tests()).tell_box(
        "Failed", "The room failed.\nThe study was kept.", "Traceback"
    )
    qtbot.addWidget(box)
    with qtbot.waitExposed(box):
        box.open()
    copy = next(button for button in box.buttons() if button.text() == "Copy report")
    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)
    assert QApplication.clipboard().text() == "Traceback"
    assert box.isVisible()
    assert (box.text(), box.informativeText()) == ("The room failed.", "The study was kept.")
    qtbot.mouseClick(box.button(QMessageBox.StandardButton.Ok), Qt.MouseButton.LeftButton)
    assert not box.isVisible()
