"""Importing projects: a preview first, every problem with its place, one undo step in the end."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QDialog

from criteria.files.example import example_study
from criteria.model.study import Study
from criteria.template import new_study
from desktop.app.context import Context
from desktop.dialogs.import_columns import NOT_TAKEN, ColumnsModel, GoalWords
from desktop.dialogs.import_dialog import ImportDialog
from desktop.dialogs.import_findings import FindingsModel
from desktop.dialogs.import_projects import ComingModel
from tests.support.windows import make_context, wear

GOOD = """id,title,country,iso3,budget_eur,A3,N3
X1,Weather on farms,Ghana,GHA,2500000,4,6
X2,Clinic triage,Nepal,NPL,1500000,3,7
"""
BAD = """id;title;country;budget_eur;A3;mode
X1;Weather on farms;Ghana;2500000;nine;aid
X2;Clinic triage;Nepal;1500000;3;gift
X3;Third;Nepal;1500000;3;present
"""


def written(folder: Path, text: str, name: str = "call.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def opened(qtbot: Any, context: Context, path: Path) -> ImportDialog:
    dialog = ImportDialog(None, context, path)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()
    settled(qtbot, dialog)
    return dialog


def settled(qtbot: Any, dialog: ImportDialog) -> None:
    qtbot.waitUntil(lambda: not dialog.is_working)


def context_of(qtbot: Any, study: Study) -> Context:
    return make_context(qtbot, study)


def test_that_a_good_table_is_taken_over_as_one_step_and_told(qtbot: Any, tmp_path: Path) -> None:
    context = context_of(qtbot, new_study())
    told: list[tuple[str, bool]] = []
    context.navigator.told.connect(lambda sentence, can_undo: told.append((sentence, can_undo)))
    before = context.store.study
    dialog = opened(qtbot, context, written(tmp_path, GOOD))
    assert dialog.tabs.current == "projects"
    assert dialog.import_button.text() == "Import 2 projects"
    dialog.import_button.click()
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert [project.id for project in context.store.study.projects] == ["X1", "X2"]
    assert told == [("Imported from call.csv: 2 new, 0 changed.", True)]
    context.store.undo()
    assert context.store.study == before


def test_that_nothing_changes_before_one_agrees(qtbot: Any, tmp_path: Path) -> None:
    context = context_of(qtbot, new_study())
    dialog = opened(qtbot, context, written(tmp_path, GOOD))
    dialog.cancel_button.click()
    assert context.store.study.projects == ()
    assert dialog.result() == QDialog.DialogCode.Rejected


def test_that_errors_come_first_and_block_with_a_reason(qtbot: Any, tmp_path: Path) -> None:
    dialog = opened(qtbot, context_of(qtbot, new_study()), written(tmp_path, BAD))
    assert dialog.tabs.current == "problems"
    assert not dialog.import_button.isEnabled()
    assert dialog.import_button.toolTip() == "3 errors must be settled first."
    model = dialog.findings.model
    assert [model.index(row, 0).data() for row in range(3)] == ["Error"] * 3
    places = {model.index(row, 1).data() for row in range(3)}
    assert "row 2, column A3 (E2)" in places


def stand_on(dialog: ImportDialog, code: str) -> None:
    problems = dialog.findings.model.problems
    row = next(place for place, problem in enumerate(problems) if problem.code == code)
    dialog.findings.table.setCurrentIndex(dialog.findings.model.index(row, 0))


def test_that_rows_are_left_out_and_words_accepted_until_nothing_blocks(qtbot: Any, tmp_path: Path) -> None:
    context = context_of(qtbot, new_study())
    dialog = opened(qtbot, context, written(tmp_path, BAD))
    stand_on(dialog, "not-a-number")
    assert dialog.findings.skip_button.text() == "Leave row 2 out"
    assert not dialog.findings.accept_button.isVisible()
    dialog.findings.skip_button.click()
    settled(qtbot, dialog)
    stand_on(dialog, "unknown-word")
    assert dialog.findings.accept_button.text() == "Accept all 2 of this kind"
    dialog.findings.accept_button.click()
    settled(qtbot, dialog)
    assert dialog.import_button.isEnabled()
    assert "left out: row 2" in dialog.statement_text
    dialog.back_button.click()
    settled(qtbot, dialog)
    assert not dialog.import_button.isEnabled()
    assert not dialog.back_button.isVisible()


def test_that_a_column_can_be_sent_elsewhere(qtbot: Any, tmp_path: Path) -> None:
    context = context_of(qtbot, new_study())
    text = GOOD.replace("N3", "How bad")
    dialog = opened(qtbot, context, written(tmp_path, text))
    model = dialog.columns.model()
    assert isinstance(model, ColumnsModel)
    assert model.goal(6) == NOT_TAKEN
    dialog.show_tab("columns")
    goal = model.index(6, 2)
    dialog.columns.setCurrentIndex(goal)
    combo = dialog.columns.findChild(QComboBox)
    assert combo is not None
    place = combo.findText("N3 Severity of the unmet need addressed")
    combo.setCurrentIndex(place)
    combo.activated.emit(place)
    settled(qtbot, dialog)
    assert model.goal(6) == ("value", "N3")
    dialog.import_button.click()
    assert context.store.study.project("X1").score("N3").value == 6.0


def test_that_reading_otherwise_forgets_what_was_decided_on_columns(qtbot: Any, tmp_path: Path) -> None:
    dialog = opened(qtbot, context_of(qtbot, new_study()), written(tmp_path, BAD))
    assert dialog.preview is not None
    assert dialog.preview.file.delimiter == ";"
    combo = dialog.reading.combo("delimiter")
    combo.activated.emit(combo.findData(","))
    settled(qtbot, dialog)
    assert dialog.preview.file.delimiter == ","
    assert dialog.choices.mapping is None
    combo.activated.emit(0)
    settled(qtbot, dialog)
    assert dialog.preview.file.delimiter == ";"


def test_that_another_row_of_heads_can_be_chosen(qtbot: Any, tmp_path: Path) -> None:
    context = context_of(qtbot, new_study())
    dialog = opened(
        qtbot, context, written(tmp_path, "Our call,,\nid,title,A3\nX1,One,4\nid,title,H1\nX2,Two,3\n")
    )
    combo = dialog.reading.combo("header_row")
    assert combo.currentText() == "as found: row 2"
    combo.activated.emit(combo.findData(3))
    settled(qtbot, dialog)
    assert dialog.preview is not None
    assert [project.id for project in dialog.preview.projects] == ["X2"]


def test_that_replacing_says_what_gives_way(qtbot: Any, tmp_path: Path) -> None:
    context = context_of(qtbot, example_study())
    dialog = opened(qtbot, context, written(tmp_path, GOOD))
    dialog.modes.set_current("replace")
    dialog.modes.chosen.emit("replace")
    assert (
        "All 24 projects of the study give way; 24 of them are not in the table."
        in dialog.mode_words.plain_text
    )
    dialog.import_button.click()
    assert [project.id for project in context.store.study.projects] == ["X1", "X2"]


def test_that_a_file_that_cannot_be_read_says_why(qtbot: Any, tmp_path: Path) -> None:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing")
    dialog = opened(qtbot, context_of(qtbot, new_study()), path)
    assert "broken.xlsx" in dialog.notice.message
    assert not dialog.import_button.isEnabled()
    path.unlink()
    dialog.again_button.click()
    settled(qtbot, dialog)
    assert not dialog.import_button.isEnabled()


def test_that_a_corrected_file_is_read_again(qtbot: Any, tmp_path: Path) -> None:
    path = written(tmp_path, BAD)
    dialog = opened(qtbot, context_of(qtbot, new_study()), path)
    path.write_text(GOOD, encoding="utf-8")
    dialog.again_button.click()
    settled(qtbot, dialog)
    assert dialog.import_button.isEnabled()


def test_that_closing_while_reading_leaves_nothing_running(qtbot: Any, tmp_path: Path) -> None:
    dialog = ImportDialog(None, context_of(qtbot, new_study()), written(tmp_path, GOOD))
    qtbot.addWidget(dialog)
    dialog.reject()
    assert not dialog.is_working


def test_that_escape_closes_and_enter_does_not_import_by_accident(qtbot: Any, tmp_path: Path) -> None:
    context = context_of(qtbot, new_study())
    dialog = opened(qtbot, context, written(tmp_path, GOOD))
    QTest.keyClick(dialog.coming, Qt.Key.Key_Return)
    assert context.store.study.projects == ()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


@pytest.mark.parametrize("kind", [ColumnsModel, ComingModel])
def test_that_the_models_keep_to_the_rules_of_qt(
    qtbot: Any, qtmodeltester: Any, tmp_path: Path, kind: Any
) -> None:
    dialog = opened(qtbot, context_of(qtbot, new_study()), written(tmp_path, BAD))
    assert dialog.preview is not None
    model = kind(new_study())
    qtmodeltester.check(model)
    model.show_preview(dialog.preview)
    qtmodeltester.check(model)
    findings = FindingsModel()
    findings.show_problems(dialog.preview.problems)
    qtmodeltester.check(findings)


def test_that_every_place_has_a_name_of_its_own() -> None:
    goals = GoalWords().goals(new_study())
    assert len({name for _, name in goals}) == len(goals)


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_that_the_dialog_fits_a_small_screen(qtbot: Any, tmp_path: Path, theme: str) -> None:
    context = context_of(qtbot, new_study())
    dialog = opened(qtbot, context, written(tmp_path, BAD))
    wear(theme)
    hint = dialog.minimumSizeHint()
    assert hint.width() <= 1000
    assert hint.height() <= 680
    wear()


def test_that_a_study_with_projects_shows_what_changes(qtbot: Any, tmp_path: Path) -> None:
    study = example_study()
    study = msgspec.structs.replace(study, projects=study.projects[:2])
    text = "id,title,A3\nP01,Another title,5\nX1,New one,4\n"
    dialog = opened(qtbot, context_of(qtbot, study), written(tmp_path, text))
    model = dialog.coming.model()
    assert [model.index(row, 1).data() for row in range(2)] == ["changed", "new"]
