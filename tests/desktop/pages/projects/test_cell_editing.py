"""Editing cells: texts, levels, choices, tags; what is refused stays with its sentence."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from criteria.model.projects import Score
from desktop.app.context import Context
from desktop.pages.projects.projects_page import ProjectsPage
from tests.support.project_room import ALT, KEY, SHIFT, edit, press, score, steps


def test_that_typing_over_a_cell_is_one_step_and_undo_restores_it(
    page: ProjectsPage, context: Context
) -> None:
    before = context.store.study
    page.focus_on("P11/A3")
    press(page, KEY.Key_5)
    editor = page.table.open_editor()
    assert editor is not None
    QTest.keyClick(editor, KEY.Key_Return)
    assert score(context, "P11", "A3") == Score(5.0, evidence=before.project("P11").score("A3").evidence)
    assert steps(context) == 1
    assert page.table.current_project == "P12"
    context.store.undo()
    assert context.store.study == before
    assert page.model.view(10, page.model.column_of("A3")).words == "3 (2–4)"


@pytest.mark.parametrize(
    ("key", "project", "column"), [(KEY.Key_Tab, "P11", "A4"), (KEY.Key_Return, "P12", "A3")]
)
def test_that_tab_goes_right_and_enter_down(
    page: ProjectsPage, key: Qt.Key, project: str, column: str
) -> None:
    editor = edit(page, "P11/A3")
    QTest.keyClick(editor, key)
    assert page.table.current_project == project
    assert page.table.current_column is not None
    assert page.table.current_column.key == column
    assert page.table.open_editor() is None


def test_that_a_refused_text_stays_with_its_sentence(page: ProjectsPage, context: Context) -> None:
    editor = edit(page, "P11/A3")
    editor.setText("nine")
    QTest.keyClick(editor, KEY.Key_Return)
    assert page.table.open_editor() is editor
    assert editor.text() == "nine"
    assert "enter a level from 1 to 5" in editor.refusal
    assert steps(context) == 0
    editor.setText("4")
    assert editor.refusal == ""
    QTest.keyClick(editor, KEY.Key_Return)
    assert score(context, "P11", "A3").value == 4.0


def test_that_a_refused_text_survives_a_click_elsewhere_and_goes_with_escape(page: ProjectsPage) -> None:
    editor = edit(page, "P11/A3")
    editor.setText("nine")
    page.focus_on("P05/N1")
    assert editor.isVisible()
    assert editor.refusal
    QTest.keyClick(editor, KEY.Key_Escape)
    assert page.table.open_editor() is None


def test_that_leaving_the_room_takes_what_was_typed(page: ProjectsPage, context: Context) -> None:
    edit(page, "P11/A3").setText("2")
    page.leave()
    assert score(context, "P11", "A3").value == 2.0
    assert page.table.open_editor() is None


def test_that_an_id_that_is_taken_is_refused_in_its_cell(page: ProjectsPage) -> None:
    editor = edit(page, "P11/id")
    editor.setText("P12")
    QTest.keyClick(editor, KEY.Key_Return)
    assert "P12 already" in editor.refusal


def test_that_keys_move_the_level_and_widen_its_bounds(page: ProjectsPage, context: Context) -> None:
    editor = edit(page, "P12/A4")
    assert editor.text() == "5"
    QTest.keyClick(editor, KEY.Key_Up)
    QTest.keyClick(editor, KEY.Key_Left, ALT)
    QTest.keyClick(editor, KEY.Key_Left, ALT)
    QTest.keyClick(editor, KEY.Key_Right, ALT)
    assert editor.text() == "4 (2–5)"
    QTest.keyClick(editor, KEY.Key_Right, ALT | SHIFT)
    assert editor.text() == "4 (3–5)"
    QTest.keyClick(editor, KEY.Key_Return)
    assert score(context, "P12", "A4").bounds == (3.0, 5.0)


def test_that_the_popup_lists_every_level_with_its_marks_and_stays_in_the_window(page: ProjectsPage) -> None:
    editor = edit(page, "P11/A3")
    popup = editor.popup
    assert popup.isVisible()
    assert page.rect().contains(popup.geometry())
    assert "Established" in popup.rows.accessibleDescription()
    rect = popup.rows.row_rect(3).toRect()
    QTest.mouseClick(popup.rows, Qt.MouseButton.LeftButton, pos=rect.center())
    assert editor.text() == "4 (2–4)"
    QTest.mouseClick(popup.rows, Qt.MouseButton.LeftButton, SHIFT, popup.rows.row_rect(4).toRect().center())
    assert editor.text() == "4 (2–5)"


def test_that_the_current_level_of_a_long_scale_is_in_view(page: ProjectsPage, context: Context) -> None:
    page.acts.write({("P11", "N3"): "7"})
    page.resize(1060, 420)
    popup = edit(page, "P11/N3").popup
    seven = popup.rows.row_rect(6).toRect()
    assert popup.rows.visibleRegion().contains(seven)
    assert popup.geometry().bottom() < page.height()


def test_that_an_interval_is_seen_whole_while_it_is_typed(page: ProjectsPage) -> None:
    editor = edit(page, "P11/N4")
    for text in ("4 (3-5)", "3.25 (3.125-3.875)"):
        editor.setText(text)
        assert editor.width() > editor.fontMetrics().horizontalAdvance(text)
        assert page.table.viewport().rect().contains(editor.geometry())


def test_that_a_choice_is_completed_and_chosen_by_keys(page: ProjectsPage, context: Context) -> None:
    editor = edit(page, "P11/mode")
    editor.setText("fin")
    QTest.keyClick(editor, KEY.Key_Return)
    assert context.store.study.project("P11").mode == "finance"
    editor = edit(page, "P11/mode")
    QTest.keyClick(editor, KEY.Key_Down)
    QTest.keyClick(editor, KEY.Key_Return)
    assert context.store.study.project("P11").mode == "investment"


def test_that_tags_are_found_by_typing_and_toggled(page: ProjectsPage, context: Context) -> None:
    editor = edit(page, "P11/technology_tags")
    editor.setText("biotech design; forec")
    QTest.keyClick(editor, KEY.Key_Down)
    QTest.keyClick(editor, KEY.Key_Return)
    assert editor.text() == "biotech design; forecasting; "
    QTest.keyClick(editor, KEY.Key_Return)
    assert context.store.study.project("P11").technology_tags == ("biotech_design", "forecasting")


def test_that_tags_say_which_red_line_reads_them(page: ProjectsPage) -> None:
    editor = edit(page, "P11/technology_tags")
    words = {option.text: option.words for option in editor.popup.rows.options}
    assert words["surveillance"] == "read by RL10 Dual-use item"
    assert words["logistics"] == "no red line reads it"


def test_that_countries_are_suggested_and_other_words_stay(page: ProjectsPage, context: Context) -> None:
    editor = edit(page, "P11/country")
    QTest.keyClicks(editor, "guin")
    QTest.keyClick(editor, KEY.Key_Down)
    QTest.keyClick(editor, KEY.Key_Down)
    assert editor.text() == "Guinea-Bissau"
    QTest.keyClick(editor, KEY.Key_Return)
    assert context.store.study.project("P11").country == "Guinea-Bissau"
    editor = edit(page, "P11/iso3")
    QTest.keyClicks(editor, "guinea-b")
    QTest.keyClick(editor, KEY.Key_Down)
    QTest.keyClick(editor, KEY.Key_Return)
    assert context.store.study.project("P11").iso3 == "GNB"
    editor = edit(page, "P11/country")
    QTest.keyClicks(editor, "Congo")
    QTest.keyClick(editor, KEY.Key_Return)
    assert context.store.study.project("P11").country == "Congo"


def test_that_long_texts_are_edited_in_the_drawer(qtbot: Any, page: ProjectsPage, context: Context) -> None:
    page.layout_of_columns.set_shown("rationale", True)
    page.focus_on("P11/rationale")
    page.table.edit(page.table.currentIndex())
    assert page.table.open_editor() is None
    assert page.drawer.form is not None
    field = page.drawer.form.fields["rationale"]
    field.editor.setPlainText("One\nTwo")  # type: ignore[attr-defined]
    page.table.setFocus()
    page.drawer.commit()
    field.editor.committed.emit()  # type: ignore[attr-defined]
    assert context.store.study.project("P11").rationale == "One\nTwo"
