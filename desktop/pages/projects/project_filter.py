"""Which projects the table shows and in what order; the order of the study itself never changes here."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt

from criteria.model.projects import Project
from criteria.screening.screen import SCREENS
from desktop.pages.projects.columns import SCREENING, Column
from desktop.pages.projects.project_model import ProjectModel

_SEARCHED = ("id", "title", "country", "iso3")
Index = QModelIndex | QPersistentModelIndex


class ProjectFilter(QSortFilterProxyModel):
    """A sorted and filtered view of the model; an edit moves no row until one sorts or filters again."""

    def __init__(self, model: ProjectModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._needle = ""
        self._screen = ""
        self._only_missing = False
        self._hidden: frozenset[str] = frozenset()
        self.sort_key = ""
        self.sort_order = Qt.SortOrder.AscendingOrder
        self.setDynamicSortFilter(False)
        self.setSourceModel(model)

    @property
    def needle(self) -> str:
        """The text looked for, folded to lower case."""
        return self._needle

    def set_needle(self, text: str) -> None:
        """Shows projects with this text in id, title, country or tags."""
        self._needle = text.strip().casefold()
        self.refresh()

    def set_screen(self, screen: str) -> None:
        """Shows projects with this result of the screening, all with an empty one."""
        self._screen = screen
        self.refresh()

    def set_only_missing(self, is_on: bool) -> None:
        """Shows projects that lack a score."""
        self._only_missing = is_on
        self.refresh()

    def refresh(self) -> None:
        """Filters and sorts again; until then every project stays shown or hidden as it is."""
        projects = enumerate(self._model.study.projects)
        self._hidden = frozenset(project.id for row, project in projects if not self._fits(row, project))
        self.invalidate()

    def cycle_sort(self, key: str) -> None:
        """Sorts by a column, upward first, then downward, then in the order of the study again."""
        ascending, descending = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
        if self.sort_key != key:
            self.sort_by(key, ascending)
        elif self.sort_order == ascending:
            self.sort_by(key, descending)
        else:
            self.sort_by("", ascending)

    def sort_by(self, key: str, order: Qt.SortOrder) -> None:
        """Sorts by a column; an empty key is the order of the study."""
        self.sort_key, self.sort_order = key, order
        # A proxy that is told the same column twice does not sort again.
        self.sort(-1)
        if key:
            self.sort(self._model.column_of(key), order)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        return self._model.study.projects[source_row].id not in self._hidden

    def _fits(self, source_row: int, project: Project) -> bool:
        if self._screen and self._model.screen_of(source_row) != self._screen:
            return False
        if self._only_missing and not self._lacks(project):
            return False
        return not self._needle or self._needle in _searched(project)

    def lessThan(self, left: Index, right: Index) -> bool:
        column = self._model.columns[left.column()]
        first, second = self._sort_value(left.row(), column), self._sort_value(right.row(), column)
        if first is None or second is None:
            # What is missing comes last, whichever way one sorts.
            is_ascending = self.sort_order == Qt.SortOrder.AscendingOrder
            return (second is None) == is_ascending if (first is None) != (second is None) else False
        return bool(first < second)

    def _lacks(self, project: Project) -> bool:
        criteria = self._model.study.active_criteria
        return any(project.score(criterion.id).value is None for criterion in criteria)

    def _sort_value(self, row: int, column: Column) -> Any:
        project = self._model.study.projects[row]
        if column.criterion is not None:
            return project.score(column.key).value
        if column.key == SCREENING:
            return SCREENS.index(self._model.screen_of(row))
        value = getattr(project, column.key, None)
        if value is None or value in ("", ()):
            return None
        return value.casefold() if isinstance(value, str) else value


def _searched(project: Project) -> str:
    words = [getattr(project, attribute) for attribute in _SEARCHED]
    tags = [tag.replace("_", " ") for tag in project.technology_tags]
    return "\n".join((*words, *tags)).casefold()
