"""What one can do with the projects in the table: each act is one method and at most one undo step."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from criteria.edits.projects import add_project, duplicate_projects, next_project_id, remove_projects
from criteria.errors import ProportioError, StudyError
from criteria.files.typed_cells import set_texts
from criteria.model.projects import Project
from desktop.app.veil import hidden_sentence, is_hidden
from desktop.pages.projects.clipboard import (
    Grid,
    PastePlan,
    Target,
    fill_down_texts,
    grid_of_text,
    plan_paste,
    text_of_grid,
)
from desktop.pages.projects.columns import SCREENING
from desktop.pages.projects.label_words import LabelWords

if TYPE_CHECKING:
    from criteria.model.study import Study
    from desktop.app.context import Context
    from desktop.pages.projects.project_model import ProjectModel
    from desktop.pages.projects.project_table import ProjectTable


class TableActs(QObject):
    """Acts on the selection of the table; a refusal is one sentence."""

    #: Why an act was refused; empty when the next one went through.
    refused = Signal(str)
    #: The id of a project that was added and waits for its title.
    added = Signal(str)

    def __init__(self, context: Context, model: ProjectModel, table: ProjectTable) -> None:
        super().__init__(table)
        self._context = context
        self._model = model
        self._table = table
        self._words = LabelWords()

    def write(self, texts: Mapping[tuple[str, str], str]) -> None:
        """Writes texts into cells as one step; raises the ProportioError of a refusal."""
        self._refuse_hidden(column for _, column in texts)
        if len(texts) == 1:
            ((project_id, column),) = texts
            label = self._words.label(self._study, project_id, column)
        else:
            label = self.tr("Change {count} cells").format(count=len(texts))
        self._context.store.edit_or_raise(label, partial(set_texts, texts=texts))
        self.refused.emit("")

    def write_quietly(self, texts: Mapping[tuple[str, str], str]) -> bool:
        """As `write`; a refusal is announced and gives False."""
        try:
            self.write(texts)
        except ProportioError as error:
            self.refused.emit(str(error))
            return False
        return True

    def add(self) -> None:
        """Adds a project at the end under the next free id."""
        project = Project(id=next_project_id(self._study), title=self.tr("New project"))
        label = self.tr("Add project {id}").format(id=project.id)
        if self._edit(label, partial(add_project, project=project)):
            self.added.emit(project.id)

    def duplicate(self) -> None:
        """Puts a copy of each selected project behind it."""
        chosen = self._table.selected_projects()
        if chosen:
            label = self.tr("Duplicate {projects}").format(projects=_named(chosen))
            self._edit(label, partial(duplicate_projects, project_ids=chosen))

    def remove(self) -> None:
        """Removes the selected projects at once; the notice offers to take it back."""
        chosen = self._table.selected_projects()
        if not chosen:
            return
        label = self.tr("Remove {projects}").format(projects=_named(chosen))
        if self._edit(label, partial(remove_projects, project_ids=chosen)):
            sentence = self.tr("Removed: {projects}.").format(projects=_named(chosen))
            self._context.navigator.tell(sentence, can_undo=True)

    def copy(self) -> None:
        """Puts the selected cells on the clipboard as a spreadsheet would."""
        grid = self._selected_texts()
        if grid:
            QApplication.clipboard().setText(text_of_grid(grid))

    def cut(self) -> None:
        """Copies the selected cells and clears them."""
        self.copy()
        self.clear()

    def clear(self) -> None:
        """Makes every selected value missing; what is worked out stays."""
        texts = {cell: "" for cell in self._selected_places() if cell[1] != SCREENING}
        if texts:
            self.write_quietly(texts)

    def fill_down(self) -> None:
        """Repeats the top row of the selection below it, or the row above a single one."""
        cells = self._table.selected_cells()
        if not cells:
            return
        rows, shown = sorted({row for row, _ in cells}), self._table.shown_projects()
        source = rows[0] if len(rows) > 1 else rows[0] - 1
        if source < 0:
            self.refused.emit(
                self.tr("There is no row above to fill down from; select the row to repeat as well.")
            )
            return
        columns = {column for _, column in cells}
        targets = rows[1:] if len(rows) > 1 else rows
        block = [
            (shown[row], self._model.columns[column].key)
            for row in targets
            for column in sorted(columns)
            if (row, column) in cells and self._model.columns[column].is_typed
        ]
        if any(column == "id" for _, column in block):
            self.refused.emit(
                self.tr("Ids cannot be filled down: each project has its own. Leave that column out.")
            )
        elif block:
            self.write_quietly(fill_down_texts(self._study, block, shown[source]))

    def paste(self) -> None:
        """Writes the clipboard into the cells from the current one on, all of it or nothing."""
        grid = grid_of_text(QApplication.clipboard().text())
        if not grid:
            self.refused.emit(self.tr("There is no text on the clipboard to paste."))
            return
        try:
            plan = self._plan(grid)
            if plan.added and not self._agrees_to_add(len(plan.added)):
                return
            self._refuse_hidden(column for _, column in plan.texts)
            label = self.tr("Paste {count} cells").format(count=plan.cells)
            self._context.store.edit_or_raise(label, plan.apply)
        except ProportioError as error:
            self.refused.emit(self.tr("Nothing was pasted. {reason}").format(reason=error))
            return
        self.refused.emit("")
        self._select_pasted(grid)

    def _refuse_hidden(self, columns: Iterable[str]) -> None:
        """What is copied while scoring is blind holds no names, and must not replace them."""
        if any(is_hidden(self._study, column) for column in columns):
            raise StudyError(hidden_sentence())

    @property
    def _study(self) -> Study:
        return self._context.store.study

    def _edit(self, label: str, function: Callable[[Study], Study]) -> bool:
        try:
            self._context.store.edit_or_raise(label, function)
        except ProportioError as error:
            self.refused.emit(str(error))
            return False
        self.refused.emit("")
        return True

    def _selected_places(self) -> list[tuple[str, str]]:
        shown, columns = self._table.shown_projects(), self._model.columns
        return [(shown[row], columns[column].key) for row, column in self._table.selected_cells()]

    def _selected_texts(self) -> list[list[str]]:
        """The rectangle around the selection; cells in it that are not selected are empty."""
        cells = set(self._table.selected_cells())
        if not cells:
            return []
        rows = sorted({row for row, _ in cells})
        columns = sorted({column for _, column in cells})
        shown = self._table.shown_projects()
        return [
            [self._text(shown[row], column) if (row, column) in cells else "" for column in columns]
            for row in rows
        ]

    def _text(self, project_id: str, column: int) -> str:
        project = self._context.store.shown.project(project_id)
        return self._model.text(project, self._model.columns[column])

    def _plan(self, grid: Grid) -> PastePlan:
        cells = self._table.selected_cells()
        if len(grid) == len(grid[0]) == 1 and len(cells) > 1:
            texts = {cell: grid[0][0] for cell in self._selected_places() if cell[1] != SCREENING}
            return PastePlan(texts, {})
        return plan_paste(self._study, grid, self._target())

    def _target(self) -> Target:
        cells = self._table.selected_cells()
        row = min((row for row, _ in cells), default=0)
        first = min((column for _, column in cells), default=0)
        shown = self._table.shown_projects()
        place_of = self._model.column_of
        columns = tuple(c.key for c in self._table.shown_columns() if place_of(c.key) >= first)
        place = place_of(SCREENING)
        fixed = {(project.id, SCREENING): self._text(project.id, place) for project in self._study.projects}
        return Target(tuple(shown[row:]), columns, fixed)

    def _agrees_to_add(self, count: int) -> bool:
        text = self.tr(
            "The copied block has {count} rows for which there is no project yet. Shall they be added?"
        ).format(count=count)
        accept = self.tr("Add {count} projects").format(count=count)
        return self._context.questions.confirm(self.tr("Paste"), text, accept)

    def _select_pasted(self, grid: Grid) -> None:
        current = self._table.selected_cells()
        if not current or len(grid) == len(grid[0]) == 1:
            return
        row, column = current[0]
        keys = [self._model.column_of(c.key) for c in self._table.shown_columns()]
        reach = [place for place in keys if place >= column][: len(grid[0])]
        last = min(row + len(grid), len(self._table.shown_projects())) - 1
        self._table.select_block([(row, column), (last, reach[-1] if reach else column)])


def _named(project_ids: list[str]) -> str:
    if len(project_ids) > 4:
        return f"{', '.join(project_ids[:3])}, … ({len(project_ids)})"
    return ", ".join(project_ids)
