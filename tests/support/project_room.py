"""The Projects room under test: keys, editors and what the study holds afterwards."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from criteria.model.projects import Score
from desktop.app.context import Context
from desktop.pages.projects.cell_editor import CellEditor
from desktop.pages.projects.projects_page import ProjectsPage

KEY = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def score(context: Context, project: str, criterion: str) -> Score:
    """A score as it stands in the study now."""
    return context.store.study.project(project).score(criterion)


def steps(context: Context) -> int:
    """How many undo steps there are."""
    return len(context.store.history.past)


def edit(page: ProjectsPage, place: str) -> CellEditor:
    """The editor opened on a place such as "P11/A3"."""
    page.focus_on(place)
    page.table.edit(page.table.currentIndex())
    editor = page.table.open_editor()
    assert editor is not None
    return editor


def press(
    page: ProjectsPage, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Presses a key in the table."""
    QTest.keyClick(page.table, key, modifier)


def select(page: ProjectsPage, first: str, last: str) -> None:
    """Selects the block between two places."""
    table = page.table
    page.focus_on(last)
    end = table.currentIndex()
    page.focus_on(first)
    start = table.currentIndex()
    table.select_block([(start.row(), start.column()), (end.row(), end.column())])
