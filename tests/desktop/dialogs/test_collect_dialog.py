"""Collecting ballots: every file with its state, ticks for what to merge, one undo step."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog

from criteria.edits.people import add_stakeholder
from criteria.model.study import Study
from criteria.template import new_study
from desktop.app.context import Context
from desktop.dialogs.collect_dialog import CollectDialog
from desktop.dialogs.collect_files import NAME, STATE, TICK
from tests.support.ballots import answered, returned
from tests.support.windows import make_context, wear

STUDY: Study = add_stakeholder(new_study(), "Agency")


def ballot(folder: Path, place: int, name: str, seed: int = 1) -> Path:
    person = STUDY.stakeholders[place]
    return returned(STUDY, answered(STUDY, person, "swing", seed), folder / name)


def opened(qtbot: Any, context: Context, paths: list[Path]) -> CollectDialog:
    dialog = CollectDialog(None, context, paths)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    settled(qtbot, dialog)
    return dialog


def settled(qtbot: Any, dialog: CollectDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.is_working)


def words(dialog: CollectDialog, column: int) -> list[str]:
    return [dialog.model.index(row, column).data() for row in range(dialog.model.rowCount())]


def tick(dialog: CollectDialog, row: int) -> None:
    dialog.table.setCurrentIndex(dialog.model.index(row, NAME))
    QTest.keyClick(dialog.table, Qt.Key.Key_Space)


def test_that_ready_ballots_are_merged_as_one_step_and_told(qtbot: Any, tmp_path: Path) -> None:
    context = make_context(qtbot, STUDY)
    told: list[tuple[str, bool]] = []
    context.navigator.told.connect(lambda sentence, can_undo: told.append((sentence, can_undo)))
    dialog = opened(qtbot, context, [ballot(tmp_path, 0, "a.xlsx"), ballot(tmp_path, 1, "b.xlsx", 2)])
    assert dialog.statement_text == "2 files: 2 ready, 0 to decide, 0 refused"
    assert dialog.merge_button.text() == "Merge 2 ballots"
    dialog.merge_button.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert len(context.store.study.session.receipts) == 2
    assert told == [("Answers of 2 stakeholders merged.", True)]
    context.store.undo()
    assert context.store.study == STUDY


def test_that_what_needs_a_decision_is_not_ticked_and_what_is_refused_cannot_be(
    qtbot: Any, tmp_path: Path
) -> None:
    (tmp_path / "n.xlsx").write_bytes(b"nothing of the kind")
    two = [ballot(tmp_path, 0, "a.xlsx", 1), ballot(tmp_path, 0, "b.xlsx", 2), tmp_path / "n.xlsx"]
    dialog = opened(qtbot, make_context(qtbot, STUDY), two)
    assert words(dialog, STATE) == ["Needs a decision", "Needs a decision", "Refused"]
    assert list(dialog.model.chosen) == []
    assert not dialog.merge_button.isEnabled()
    tick(dialog, 0)
    assert list(dialog.model.chosen) == [0]
    tick(dialog, 1)
    assert list(dialog.model.chosen) == [1]
    tick(dialog, 2)
    assert list(dialog.model.chosen) == [1]
    assert dialog.merge_button.text() == "Merge 1 ballot"


def test_that_a_click_on_the_tick_changes_it(qtbot: Any, tmp_path: Path) -> None:
    dialog = opened(qtbot, make_context(qtbot, STUDY), [ballot(tmp_path, 0, "a.xlsx")])
    centre = dialog.table.visualRect(dialog.model.index(0, TICK)).center()
    QTest.mouseClick(dialog.table.viewport(), Qt.MouseButton.LeftButton, pos=centre)
    assert list(dialog.model.chosen) == []


def test_that_findings_and_changes_of_a_file_are_listed(qtbot: Any, tmp_path: Path) -> None:
    path = returned(
        STUDY,
        answered(STUDY, STUDY.stakeholders[0], "swing"),
        tmp_path / "a.xlsx",
        lambda p: p.answer(1, "many"),
    )
    dialog = opened(qtbot, make_context(qtbot, STUDY), [path])
    kinds = [row[0] for row in dialog.findings.rows]
    assert kinds == ["Decision", "Decision", "Note"]
    assert dialog.findings.rows[0][1] == "sheet “Questions”, cell D7"
    assert "is not a number" in dialog.findings.rows[0][2]
    assert len(dialog.changes.rows) == 19
    assert dialog.changes.rows[0][0] == "Between the premises"
    dialog.show_tab("changes")
    assert dialog.tabs.current == "changes"


def test_that_a_zero_that_would_rule_the_group_stands_first_and_is_not_ticked(
    qtbot: Any, tmp_path: Path
) -> None:
    person = answered(STUDY, STUDY.stakeholders[1], "direct")
    nay = msgspec.structs.replace(person, points={**person.points, "P3": 0.0})
    paths = [ballot(tmp_path, 0, "a.xlsx"), returned(STUDY, nay, tmp_path / "b.xlsx")]
    dialog = opened(qtbot, make_context(qtbot, STUDY), paths)
    assert words(dialog, STATE) == ["Ready", "Needs a decision"]
    dialog.table.setCurrentIndex(dialog.model.index(1, NAME))
    kind, _, told = dialog.findings.rows[0]
    assert (kind, told.startswith("Agency gives no weight at all")) == ("Decision", True)


def test_that_files_can_be_dropped_and_chosen_and_count_once(qtbot: Any, tmp_path: Path) -> None:
    context = make_context(qtbot, STUDY)
    dialog = opened(qtbot, context, [])
    assert dialog.statement_text.startswith("Drop the files here")
    first, second = ballot(tmp_path, 0, "a.xlsx"), ballot(tmp_path, 1, "b.xlsx")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(first))])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    dialog.dropEvent(event)
    settled(qtbot, dialog)
    context.questions.path = second  # type: ignore[attr-defined]
    dialog.add_button.click()
    settled(qtbot, dialog)
    dialog.add_files([first])
    settled(qtbot, dialog)
    assert dialog.model.rowCount() == 2


def test_that_answers_in_the_study_are_shown_before_and_after(qtbot: Any, tmp_path: Path) -> None:
    study = msgspec.structs.replace(STUDY, stakeholders=(answered(STUDY, STUDY.stakeholders[0], "swing", 5),))
    dialog = opened(qtbot, make_context(qtbot, study), [ballot(tmp_path, 0, "a.xlsx", 6)])
    row = dialog.changes.rows[0]
    assert row[2] != row[3]
    assert "–" not in row


@pytest.mark.parametrize("theme", ["dark", "contrast"])
def test_that_other_colours_fit(theme: str, qtbot: Any, tmp_path: Path) -> None:
    context = make_context(qtbot, STUDY)
    wear(theme, 1.25)
    dialog = opened(qtbot, context, [ballot(tmp_path, 0, "a.xlsx")])
    assert not dialog.grab().isNull()
