"""The dialog that asks for a waiver."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QDialog

from criteria.files.example import example_study
from criteria.model.rules import Waiver
from desktop.dialogs.waiver import WaiverDialog
from tests.support.windows import look_of_tests


@pytest.fixture
def dialog(qtbot: Any) -> WaiverDialog:
    study = example_study()
    dialog = WaiverDialog(None, look_of_tests(), study.project("P18"), study.red_line("RL15"))
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def press(qtbot: Any, dialog: WaiverDialog) -> None:
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)


def test_that_a_reason_and_a_name_are_asked_for(qtbot: Any, dialog: WaiverDialog) -> None:
    press(qtbot, dialog)
    assert dialog.isVisible()
    assert dialog.reason.property("invalid")
    dialog.reason.setPlainText("Only one-to-one checks")
    press(qtbot, dialog)
    assert dialog.isVisible()
    assert not dialog.reason.property("invalid")
    assert dialog.person.property("invalid")


def test_that_the_waiver_is_what_was_written(qtbot: Any, dialog: WaiverDialog) -> None:
    dialog.reason.setPlainText("  Only one-to-one checks\n")
    dialog.person.setText("A. Person")
    dialog.day.setDate(QDate(2026, 11, 22))
    press(qtbot, dialog)
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert dialog.waiver == Waiver("P18", "RL15", "Only one-to-one checks", "A. Person", "2026-11-22")


def test_that_escape_gives_no_waiver(qtbot: Any, dialog: WaiverDialog) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_that_asking_gives_the_waiver_or_nothing(monkeypatch: pytest.MonkeyPatch, qtbot: Any) -> None:
    study = example_study()
    arguments = (None, look_of_tests(), study.project("P18"), study.red_line("RL15"))
    monkeypatch.setattr(WaiverDialog, "exec", lambda _: QDialog.DialogCode.Rejected)
    assert WaiverDialog.ask(*arguments) is None
    monkeypatch.setattr(WaiverDialog, "exec", lambda _: QDialog.DialogCode.Accepted)
    given = WaiverDialog.ask(*arguments)
    assert given is not None
    assert (given.project, given.red_line) == ("P18", "RL15")
