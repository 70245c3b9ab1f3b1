"""The Projects room as a whole: its statement, filters, places, themes and sizes."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from PySide6.QtTest import QTest

from criteria.files.example import example_study
from desktop.app.context import Context
from desktop.pages.projects.projects_page import ProjectsPage
from desktop.widgets.buttons import Button
from tests.support.project_room import CONTROL, KEY, press, steps
from tests.support.windows import make_context, many_projects, open_page, wear


def test_that_the_statement_counts_projects_money_and_gaps(page: ProjectsPage, context: Context) -> None:
    assert page.header.statement.plain_text == (
        "24 projects, EUR\u00a0257.0\u00a0m requested; no value missing; all projects are fictional"
    )
    page.acts.write({("P11", "A2"): ""})
    assert "1 value missing" in page.header.statement.plain_text


def test_that_showing_the_same_study_again_edits_nothing(page: ProjectsPage, context: Context) -> None:
    for _ in range(3):
        page.show_study(context.store.study)
    assert steps(context) == 0


def test_that_finding_counts_and_escape_shows_all_again(page: ProjectsPage) -> None:
    press(page, KEY.Key_F, CONTROL)
    assert page.filters.isVisible()
    QTest.keyClicks(page.filters.field, "vaccine")
    assert set(page.table.shown_projects()) >= {"P03", "P11"}
    assert page.filters.count.plain_text.endswith("of 24 shown")
    QTest.keyClick(page.filters.field, KEY.Key_Escape)
    assert len(page.table.shown_projects()) == 24
    assert not page.filters.isVisible()


def test_that_a_study_that_is_opened_starts_unfiltered_and_unsorted(
    page: ProjectsPage, context: Context
) -> None:
    page.open_filters()
    page.filters.field.setText("ghana")
    page.sort("A2")
    assert len(page.table.shown_projects()) < 24
    context.store.edit("a word", lambda study: msgspec.structs.replace(study, purpose="Another"))
    page.acts.write({("P11", "A2"): "3"})
    assert page.filters.field.text() == "ghana"
    context.store.open_study(msgspec.structs.replace(example_study(), title="Reopened"))
    page.show_study(context.store.study)
    assert page.table.shown_projects() == [project.id for project in context.store.study.projects]
    assert (page.filters.field.text(), page.filters.isVisible()) == ("", False)
    assert page.table.current_project == context.store.study.projects[0].id


def test_that_one_stands_on_the_same_project_after_a_filter_is_gone(page: ProjectsPage) -> None:
    page.focus_on("P11/A3")
    page.filters.field.setText("malawi")
    assert page.table.current_project == "P02"
    page.filters.put_away()
    assert page.table.current_project == "P11"


def test_that_a_problem_is_shown_even_in_a_filtered_folded_table(page: ProjectsPage) -> None:
    page.filters.field.setText("malawi")
    page.layout_of_columns.toggle_fold("P3")
    page.focus_on("P11/A2")
    assert page.table.current_project == "P11"
    assert page.table.current_column is not None
    assert page.table.current_column.key == "A2"
    page.focus_on("P99")
    assert page.table.current_project == "P11"


def test_that_sorting_by_the_menu_and_the_header_keeps_the_study(
    page: ProjectsPage, context: Context
) -> None:
    before = context.store.study
    page.focus_on("P11/A2")
    menu = page.build_menu()
    next(action for action in menu.actions() if action.text().startswith("Sort downward")).trigger()
    menu.close()
    assert page.table.shown_projects()[0] == "P05"
    page.sort("A2")
    assert page.table.shown_projects() == [project.id for project in before.projects]
    assert context.store.study is before


def test_that_a_double_click_on_the_screening_opens_its_room(page: ProjectsPage, context: Context) -> None:
    asked: list[tuple[str, str]] = []
    context.navigator.asked.connect(lambda room, place: asked.append((room, place)))
    page.focus_on("P11/screening")
    page.table.doubleClicked.emit(page.table.currentIndex())
    assert asked == [("screening", "P11")]


def test_that_without_projects_the_room_says_what_belongs_here(qtbot: Any) -> None:
    study = msgspec.structs.replace(example_study(), projects=())
    context = make_context(qtbot, study)
    page = open_page(qtbot, context, ProjectsPage)
    asked: list[str] = []
    context.navigator.command_asked.connect(asked.append)
    assert page.empty_state.isVisible()
    assert not page.drawer.isVisible()
    page.empty_state.button.click()
    assert asked == ["import"]
    page.empty_state.second.click()
    assert len(context.store.study.projects) == 1
    assert page.table.isVisible()


@pytest.mark.parametrize("count", [1, 200])
def test_that_one_and_two_hundred_projects_are_shown(qtbot: Any, count: int) -> None:
    study = many_projects(example_study(), count)
    page = open_page(qtbot, make_context(qtbot, study), ProjectsPage)
    assert len(page.table.shown_projects()) == count
    page.focus_on(f"{study.projects[-1].id}/A1")
    assert page.table.current_project == study.projects[-1].id


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_that_the_page_fits_its_place_in_every_theme(page: ProjectsPage, theme: str) -> None:
    wear(theme)
    hint = page.minimumSizeHint()
    assert hint.width() <= 1000
    assert hint.height() <= 620
    assert not page.grab().toImage().allGray()
    wear()


@pytest.mark.parametrize("scale", [1.25, 1.5, 2.0])
def test_that_large_text_folds_the_drawer_and_the_buttons_instead_of_widening_the_room(
    qtbot: Any, scale: float
) -> None:
    context = make_context(qtbot, example_study())
    page = open_page(qtbot, context, ProjectsPage)
    wear("light", scale)
    page.open_filters()
    page.resize(1080, 600)
    assert (page.width(), page.height()) == (1080, 600)
    least = page.minimumSizeHint()
    assert least.width() <= 1080
    assert least.height() <= 600
    shown = [button for button in page.header.findChildren(Button) if button.isVisible()]
    assert all(button.width() >= button.sizeHint().width() for button in shown)
    assert all(page.header.rect().contains(button.geometry()) for button in shown)
    wear()


def test_that_a_drawer_folded_for_want_of_room_opens_again_and_is_no_choice(
    page: ProjectsPage, context: Context
) -> None:
    page.resize(500, 600)
    assert page.drawer.is_folded
    assert not context.settings.value.folded
    page.resize(1060, 640)
    assert not page.drawer.is_folded
    page.drawer.set_folded(True)
    page.resize(500, 600)
    page.resize(1060, 640)
    assert page.drawer.is_folded
