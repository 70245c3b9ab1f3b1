"""While scoring is blind, no room in which scores are entered or shown tells a title or a country."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from criteria.ranking.results import Results
from desktop.pages.projects.projects_page import ProjectsPage
from desktop.pages.report.report_page import ReportPage
from desktop.start import Program
from tests.support.main_windows import open_program

_ROLES = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.EditRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
    Qt.ItemDataRole.AccessibleDescriptionRole,
)


@pytest.fixture
def program(qtbot: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Program:
    program = open_program(qtbot, tmp_path, monkeypatch)
    program.window.commands.run("example")
    return program


def cells(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(model.rowCount(parent)):
        for column in range(model.columnCount(parent)):
            index = model.index(row, column, parent)
            yield from (str(index.data(role) or "") for role in _ROLES)
            yield from cells(model, index)


def words(widget: QWidget) -> str:
    """Everything that can be read in a room: words, tips, what a screen reader says, every cell."""
    found: list[str] = []
    for part in (widget, *widget.findChildren(QWidget)):
        found += [part.accessibleName(), part.accessibleDescription(), part.toolTip()]
        if isinstance(part, QLabel | QLineEdit):
            found.append(part.text())
        elif isinstance(part, QPlainTextEdit):
            found.append(part.toPlainText())
        elif isinstance(part, QAbstractItemView) and part.model() is not None:
            found += cells(part.model(), QModelIndex())
    return "\n".join(found)


def names(program: Program) -> set[str]:
    projects = program.context.store.study.projects
    return {name for project in projects for name in (project.title, project.country)}


def told(program: Program, room: str) -> list[str]:
    text = words(program.window.page(room)) + program.window.windowTitle()
    return sorted(name for name in names(program) if name in text)


@pytest.mark.parametrize("room", ["projects", "screening", "ranking", "overview"])
def test_that_names_are_told_before_and_not_while_scoring_is_blind(program: Program, room: str) -> None:
    program.window.show_room(room)
    assert told(program, room)
    program.window.commands.run("blind_scoring")
    assert told(program, room) == []
    program.context.store.undo()
    assert told(program, room)


def test_that_the_drawer_and_its_form_hide_names_and_lock_them(program: Program) -> None:
    program.window.show_room("projects")
    program.window.commands.run("blind_scoring")
    page = program.window.page("projects")
    assert isinstance(page, ProjectsPage)
    page.table.setCurrentIndex(page.rows.index(0, 1))
    page.drawer.set_folded(False)
    page.drawer.edit_field("title")
    assert told(program, "projects") == []
    form = page.drawer.form
    assert form is not None
    assert not form.fields["title"].widget.isEnabled()
    assert form.fields["sector"].widget.isEnabled()


def test_that_copying_tells_nothing_and_pasting_replaces_no_name(program: Program) -> None:
    program.window.show_room("projects")
    program.window.commands.run("blind_scoring")
    page = program.window.page("projects")
    assert isinstance(page, ProjectsPage)
    page.table.selectAll()
    page.acts.copy()
    copied = QApplication.clipboard().text()
    assert not [name for name in names(program) if name in copied]
    before = program.context.store.study
    page.acts.paste()
    page.acts.clear()
    assert program.context.store.study is before


def test_that_a_title_cannot_be_typed_and_a_score_can(program: Program) -> None:
    program.window.show_room("projects")
    program.window.commands.run("blind_scoring")
    page = program.window.page("projects")
    assert isinstance(page, ProjectsPage)
    model = page.model
    title, score = model.index(0, model.column_of("title")), model.index(0, model.column_of("N3"))
    assert not model.flags(title) & Qt.ItemFlag.ItemIsEditable
    assert model.flags(score) & Qt.ItemFlag.ItemIsEditable
    assert model.setData(score, "2")
    assert program.context.store.study.projects[0].score("N3").value == 2.0
    assert not model.setData(title, "Other")


def test_that_exports_keep_the_names(program: Program, tmp_path: Path) -> None:
    from openpyxl import load_workbook

    from criteria.ranking.results import rank
    from criteria.report.workbook.write import write_workbook

    program.window.commands.run("blind_scoring")
    path = tmp_path / "book.xlsx"
    write_workbook(rank(program.context.store.study), path)
    book = load_workbook(path, read_only=True)
    text = "\n".join(str(value) for sheet in book for row in sheet.values for value in row if value)
    assert all(project.title in text for project in program.context.store.study.projects)


def test_that_the_preview_of_the_report_hides_names_and_says_so(
    qtbot: Any, program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    from desktop.documents import brief

    drawn: list[Results] = []
    paint = brief.brief_image

    def painted(results: Results) -> QImage:
        drawn.append(results)
        return paint(results)

    monkeypatch.setattr(brief, "brief_image", painted)
    program.window.commands.run("blind_scoring")
    program.window.show_room("report")
    page = program.window.page("report")
    assert isinstance(page, ReportPage)
    qtbot.waitUntil(lambda: page._sheet.sheet.image is not None, timeout=20_000)
    shown = {name for project in drawn[-1].study.projects for name in (project.title, project.country)}
    assert not shown & names(program)
    assert "the preview hides names" in words(page)


def test_that_the_problems_below_tell_no_name(program: Program) -> None:
    program.window.commands.run("blind_scoring")
    rows = program.window._overviewer.problem_rows()
    assert not [name for name in names(program) for _key, sentence, _severity in rows if name in sentence]
