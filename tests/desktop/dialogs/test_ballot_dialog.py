"""Writing ballots from the window: for whom, by which method, where to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from criteria.edits.people import add_stakeholder
from criteria.files.ballot_reader import read_ballot
from criteria.model.study import Study
from criteria.template import new_study
from desktop.app.context import Context
from desktop.dialogs.ballot_dialog import BallotDialog
from desktop.dialogs.ballot_people import NAME
from tests.support.windows import make_context

STUDY: Study = add_stakeholder(new_study(), "Agency", organisation="Ministry of trade")


def opened(qtbot: Any, context: Context, folder: Path) -> BallotDialog:
    dialog = BallotDialog(None, context, folder)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    return dialog


def finished(qtbot: Any, dialog: BallotDialog) -> None:
    qtbot.waitUntil(lambda: dialog.result() == QDialog.DialogCode.Accepted, timeout=20_000)


def test_that_one_file_is_written_for_each_ticked_person(qtbot: Any, tmp_path: Path) -> None:
    context = make_context(qtbot, STUDY)
    told: list[str] = []
    context.navigator.told.connect(lambda sentence, _undo: told.append(sentence))
    dialog = opened(qtbot, context, tmp_path)
    dialog.methods.setCurrentIndex(2)
    dialog.has_day.setChecked(True)
    dialog.day.setDate(QDate(2026, 12, 24))
    dialog.table.setCurrentIndex(dialog.model.index(0, NAME))
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)
    assert dialog.write_button.text() == "Write 1 ballot"
    dialog.write_button.click()
    finished(qtbot, dialog)
    (path,) = tmp_path.glob("*.xlsx")
    plan = read_ballot(path).plan
    assert (path.name, plan.stakeholder, plan.method) == ("Ballot Agency.xlsx", "ST2", "swing")
    assert plan.closes == "2026-12-24"
    assert context.store.study.session.closes == "2026-12-24"
    assert context.store.history.undo_label == "Set the closing day"
    assert told == [f"1 ballot written to {tmp_path}."]


def test_that_files_that_are_there_stay_unless_agreed(qtbot: Any, tmp_path: Path) -> None:
    (tmp_path / "Ballot Agency.xlsx").write_bytes(b"mine")
    dialog = opened(qtbot, make_context(qtbot, STUDY), tmp_path)
    assert dialog.write_button.text() == "Write 1 ballot"
    dialog.replaces.setChecked(True)
    assert dialog.write_button.text() == "Write 2 ballots"
    dialog.replaces.setChecked(False)
    dialog.write_button.click()
    finished(qtbot, dialog)
    assert (tmp_path / "Ballot Agency.xlsx").read_bytes() == b"mine"
    assert len(list(tmp_path.glob("*.xlsx"))) == 2


def test_that_a_refusing_disk_is_told(qtbot: Any, tmp_path: Path) -> None:
    context = make_context(qtbot, STUDY)
    dialog = opened(qtbot, context, tmp_path)
    context.questions.path = tmp_path / "gone"  # type: ignore[attr-defined]
    dialog.folder_button.click()
    dialog.write_button.click()
    qtbot.waitUntil(lambda: bool(dialog.notice.message), timeout=20_000)
    assert "does not exist" in dialog.notice.message
    assert dialog.write_button.isEnabled()


def test_that_nobody_ticked_writes_nothing(qtbot: Any, tmp_path: Path) -> None:
    dialog = opened(qtbot, make_context(qtbot, STUDY), tmp_path)
    dialog.none_button.click()
    assert not dialog.write_button.isEnabled()
    dialog.all_button.click()
    assert len(dialog.model.chosen) == 2
