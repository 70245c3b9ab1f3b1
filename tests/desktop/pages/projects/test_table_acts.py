"""Copy, paste, fill, add, duplicate, remove: each is one step, or one sentence."""

from __future__ import annotations

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.app.context import Context
from desktop.pages.projects.projects_page import ProjectsPage
from tests.support.project_room import CONTROL, KEY, press, score, select, steps
from tests.support.windows import FakeQuestions


def test_that_a_copied_block_pasted_elsewhere_is_one_step(page: ProjectsPage, context: Context) -> None:
    before = context.store.study
    select(page, "P01/A3", "P02/A4")
    press(page, KEY.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "5 (4–5)\t2\n4 (3–4)\t2\n"
    page.focus_on("P11/A3")
    press(page, KEY.Key_V, CONTROL)
    assert score(context, "P11", "A3").bounds == (4.0, 5.0)
    assert score(context, "P12", "A3").bounds == (3.0, 4.0)
    assert steps(context) == 1
    assert page.table.selected_projects() == ["P11", "P12"]
    context.store.undo()
    assert context.store.study == before


def test_that_a_bad_cell_pastes_nothing_and_is_named(page: ProjectsPage, context: Context) -> None:
    QApplication.clipboard().setText("5\n9\n")
    page.focus_on("P11/A3")
    press(page, KEY.Key_V, CONTROL)
    assert steps(context) == 0
    assert page.notice.message.startswith("Nothing was pasted. P12, A3 Evidence: 9 is off the scale")


def test_that_pasting_past_the_end_asks_before_adding(page: ProjectsPage, context: Context) -> None:
    QApplication.clipboard().setText("One\nTwo\nThree\n")
    questions = context.questions
    assert isinstance(questions, FakeQuestions)
    questions.agrees = False
    page.focus_on("P24/title")
    press(page, KEY.Key_V, CONTROL)
    assert steps(context) == 0
    questions.agrees = True
    press(page, KEY.Key_V, CONTROL)
    assert [project.title for project in context.store.study.projects[-3:]] == ["One", "Two", "Three"]
    assert (len(questions.asked), steps(context)) == (2, 1)


def test_that_one_copied_value_fills_the_whole_selection(page: ProjectsPage, context: Context) -> None:
    QApplication.clipboard().setText("4")
    select(page, "P01/H2", "P03/H3")
    press(page, KEY.Key_V, CONTROL)
    assert {score(context, f"P0{n}", key).value for n in (1, 2, 3) for key in ("H2", "H3")} == {4.0}
    assert steps(context) == 1


def test_that_cut_copies_and_clears_in_one_step(page: ProjectsPage, context: Context) -> None:
    select(page, "P01/A3", "P01/A4")
    press(page, KEY.Key_X, CONTROL)
    assert QApplication.clipboard().text() == "5 (4–5)\t2\n"
    assert score(context, "P01", "A3").value is None
    assert steps(context) == 1


def test_that_delete_makes_values_missing_but_no_title_empty(page: ProjectsPage, context: Context) -> None:
    page.focus_on("P11/A3")
    press(page, KEY.Key_Delete)
    assert score(context, "P11", "A3").value is None
    page.focus_on("P11/title")
    press(page, KEY.Key_Delete)
    assert "Title cannot be empty" in page.notice.message
    assert steps(context) == 1


def test_that_fill_down_repeats_the_top_row(page: ProjectsPage, context: Context) -> None:
    select(page, "P01/A3", "P03/A4")
    press(page, KEY.Key_D, CONTROL)
    assert {score(context, f"P0{n}", "A3").bounds for n in (1, 2, 3)} == {(4.0, 5.0)}
    assert steps(context) == 1
    page.focus_on("P05/A3")
    press(page, KEY.Key_D, CONTROL)
    assert score(context, "P05", "A3").value == score(context, "P04", "A3").value


def test_that_fill_down_refuses_ids_and_the_first_row(page: ProjectsPage, context: Context) -> None:
    select(page, "P01/id", "P03/title")
    press(page, KEY.Key_D, CONTROL)
    assert "Ids cannot be filled down" in page.notice.message
    page.focus_on("P01/A3")
    press(page, KEY.Key_D, CONTROL)
    assert "no row above" in page.notice.message
    assert steps(context) == 0


def test_that_a_new_project_waits_for_its_title(page: ProjectsPage, context: Context) -> None:
    page.filters.field.setText("egypt")
    page.acts.add()
    editor = page.table.open_editor()
    assert editor is not None
    assert editor.text() == "New project"
    editor.setText("Weather on farms")
    QTest.keyClick(editor, KEY.Key_Return)
    assert context.store.study.project("P25").title == "Weather on farms"


def test_that_removing_asks_nothing_and_offers_undo(page: ProjectsPage, context: Context) -> None:
    told: list[tuple[str, bool]] = []
    context.navigator.told.connect(lambda sentence, can_undo: told.append((sentence, can_undo)))
    select(page, "P03/title", "P04/title")
    page.acts.remove()
    assert len(context.store.study.projects) == 22
    assert told == [("Removed: P03, P04.", True)]
    assert page.table.current_project
    context.store.undo()
    assert len(context.store.study.projects) == 24


def test_that_a_duplicate_stands_behind_its_original(page: ProjectsPage, context: Context) -> None:
    page.focus_on("P03/title")
    page.acts.duplicate()
    assert [project.id for project in context.store.study.projects[2:4]] == ["P03", "P25"]
    assert page.table.shown_projects()[3] == "P25"


def test_that_undo_names_the_cell_in_words(page: ProjectsPage, context: Context) -> None:
    page.acts.write({("P11", "A3"): "5"})
    assert context.store.history.undo_label == "A3 Evidence of P11"
    page.acts.write({("P11", "budget_eur"): "5"})
    assert context.store.history.undo_label == "Budget of P11"
    page.acts.write({("P11", "A3"): "4", ("P12", "A3"): "4"})
    assert context.store.history.undo_label == "Change 2 cells"
