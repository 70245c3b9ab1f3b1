"""The list of stakeholders for whom ballots can be written."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from criteria.files.ballot_answers import answers_of
from criteria.model.people import Stakeholder, WeightMethod
from desktop.app.words.ballots import BallotWords
from desktop.widgets.mark_delegate import MutedRole, StrongRole

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
TICK, NAME, ORGANISATION, METHOD, ANSWERS = range(5)


class PeopleModel(QAbstractTableModel):
    """One row for each stakeholder, all ticked to begin with."""

    ticked = Signal()

    def __init__(self, people: tuple[Stakeholder, ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = BallotWords()
        self._people = people
        self._chosen = {person.id for person in people}
        self._method: WeightMethod | None = None

    @property
    def chosen(self) -> tuple[Stakeholder, ...]:
        """The ticked stakeholders."""
        return tuple(person for person in self._people if person.id in self._chosen)

    def show_method(self, method: WeightMethod | None) -> None:
        """Shows by which method all are asked; None for everyone's own."""
        self._method = method
        self._tell_changed()

    def choose(self, *, everybody: bool) -> None:
        """Ticks everybody or nobody."""
        self._chosen = {person.id for person in self._people} if everybody else set()
        self._tell_changed()
        self.ticked.emit()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 5

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            heads = (
                self.tr("Write"), self.tr("Stakeholder"), self.tr("Organisation"), self.tr("Method"),
                self.tr("In the study"),
            )  # fmt: skip
            return heads[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == TICK else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        person, column = self._people[index.row()], index.column()
        if role == Qt.ItemDataRole.CheckStateRole and column == TICK:
            return Qt.CheckState.Checked if person.id in self._chosen else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(person, column)
        if role == StrongRole:
            return column == NAME
        if role == MutedRole:
            return column in (ORGANISATION, ANSWERS)
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        person = self._people[index.row()]
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._chosen.add(person.id)
        else:
            self._chosen.discard(person.id)
        self._tell_changed()
        self.ticked.emit()
        return True

    def _text(self, person: Stakeholder, column: int) -> str:
        method = self._method or person.method
        if column == ANSWERS:
            is_empty = answers_of(person, method).is_empty
            return self.tr("no answers yet") if is_empty else self.tr("has answers")
        return ("", person.name, person.organisation, self._words.method(method))[column]

    def _tell_changed(self) -> None:
        if self._people:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._people) - 1, ANSWERS))
