"""The words by which undo names an edit of a project."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from desktop.app.words.fields import FieldWords

if TYPE_CHECKING:
    from criteria.model.study import Study


class LabelWords(QObject):
    """Labels of undo steps."""

    def __init__(self) -> None:
        super().__init__()
        self._fields = FieldWords()

    def label(self, study: Study, project_id: str, column: str) -> str:
        """One cell by its column's name and its project: "A3 Evidence of P11"."""
        criterion = next((c for c in study.criteria if c.id == column), None)
        name = f"{criterion.id} {criterion.short}" if criterion is not None else self._fields.name(column)
        return self.tr("{column} of {project}").format(column=name, project=project_id)
