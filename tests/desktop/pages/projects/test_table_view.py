"""The table as a view: frozen columns, heads, widths, heights."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest

from desktop.app.context import Context
from desktop.pages.projects.projects_page import ProjectsPage
from tests.support.project_room import CONTROL, KEY, press
from tests.support.windows import LONG_TITLE, open_page


def test_that_a_long_title_gets_the_lines_it_needs(qtbot: Any, page: ProjectsPage, context: Context) -> None:
    height = page.table.rowHeight(0)
    page.acts.write({("P01", "title"): f"{LONG_TITLE} {LONG_TITLE}"})
    assert page.table.rowHeight(0) > height
    context.store.undo()
    assert page.table.rowHeight(0) == height


def test_that_columns_and_folds_are_remembered(qtbot: Any, page: ProjectsPage, context: Context) -> None:
    page.layout_of_columns.set_shown("mode", True)
    page.layout_of_columns.toggle_fold("P2")
    again = open_page(qtbot, context, ProjectsPage)
    keys = [column.key for column in again.table.shown_columns()]
    assert "mode" in keys
    assert "S1" not in keys
    assert "N1" in keys


def test_that_frozen_columns_stay_and_are_found_where_they_are_painted(page: ProjectsPage) -> None:
    table = page.table
    page.focus_on("P01/H4")
    bar = table.horizontalScrollBar()
    assert bar.value() > 0
    title = table.model().index(0, 1)
    assert table.visualRect(title).left() == table.columnWidth(0)
    assert table.indexAt(table.visualRect(title).center()) == title
    page.focus_on("P01/N1")
    current = table.currentIndex()
    assert table.visualRect(current).left() >= table.frozen_width
    page.focus_on("P01/title")
    assert bar.value() >= 0
    assert table.visualRect(table.currentIndex()).left() == table.columnWidth(0)


def test_that_home_and_end_go_along_the_row_and_with_control_through_the_table(page: ProjectsPage) -> None:
    page.focus_on("P11/A3")
    press(page, KEY.Key_End)
    assert page.table.current_column is not None
    assert (page.table.current_project, page.table.current_column.key) == ("P11", "H4")
    press(page, KEY.Key_Home, CONTROL)
    assert (page.table.current_project, page.table.current_column.key) == ("P01", "id")


def test_that_heads_explain_fold_and_sort(qtbot: Any, page: ProjectsPage) -> None:
    header = page.table.grouped_header
    run = next(run for run in header.runs() if run.group.key == "P1")
    inside = QPoint(run.left + 12, 4)
    assert "fold its criteria away" in header.tip_at(inside)
    place = page.model.column_of("N1")
    below = QPoint(header.section_left(place) + 8, header.height() - 8)
    assert header.tip_at(below).startswith("N1 Human development gap (HDI)")
    help_event = QHelpEvent(QEvent.Type.ToolTip, below, header.mapToGlobal(below))
    assert header.viewportEvent(help_event)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=below)
    assert page.rows.sort_key == "N1"
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=inside)
    assert page.layout_of_columns.is_folded("P1")
    strip = next(run for run in header.runs() if run.group.key == "P1")
    assert strip.is_folded
    assert "show its 4 criteria" in header.tip_at(QPoint(strip.left + 4, 4))


def test_that_a_dragged_width_is_kept(qtbot: Any, page: ProjectsPage, context: Context) -> None:
    header = page.table.grouped_header
    place = page.model.column_of("title")
    edge = QPoint(header.section_left(place) + header.sectionSize(place) - 1, header.height() - 6)
    before = header.sectionSize(place)
    QTest.mousePress(header.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    QTest.mouseMove(header.viewport(), edge + QPoint(40, 0))
    QTest.mouseRelease(header.viewport(), Qt.MouseButton.LeftButton, pos=edge + QPoint(40, 0))
    assert header.sectionSize(place) > before
    again = open_page(qtbot, context, ProjectsPage)
    assert abs(again.table.columnWidth(place) - header.sectionSize(place)) <= 1
