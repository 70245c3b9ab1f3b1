"""What can be done with the list of stakeholders, as edits of the study in hand."""

from __future__ import annotations

from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from criteria.edits.people import (
    add_stakeholder,
    choose_weights_of,
    duplicate_stakeholder,
    move_stakeholder,
    remove_stakeholder,
    set_stakeholder,
)
from criteria.edits.session import hide_answers
from criteria.errors import ProportioError
from criteria.model.study import Study
from desktop.app.context import Context
from desktop.pages.weights.selection import Selection


class PeopleActs(QObject):
    """One method for each act on the stakeholder in view, one undo step each.

    Labels of undo steps name nobody: they are read while names are hidden, too.
    """

    def __init__(self, context: Context, selection: Selection) -> None:
        super().__init__()
        self._context = context
        self._selection = selection

    @property
    def study(self) -> Study:
        """The study in hand."""
        return self._context.store.study

    @property
    def _id(self) -> str:
        person = self._selection.stakeholder(self.study)
        return "" if person is None else person.id

    def add(self) -> None:
        """Adds a stakeholder and shows that one."""
        before = {person.id for person in self.study.stakeholders}
        name = self.tr("Stakeholder {number}").format(number=len(before) + 1)
        if not before:
            name = self.tr("Decision maker")
        added = add_stakeholder(self.study, name)
        new = next(person.id for person in added.stakeholders if person.id not in before)
        self._bring(self.tr("Add a stakeholder"), added, new)

    def _bring(self, label: str, study: Study, new: str) -> None:
        """Chosen first, so that the room shows the new one with the very change that brings it."""
        before = self._id
        self._selection.choose(study, new)
        if not self._context.store.edit(label, lambda _: study):
            self._selection.choose(self.study, before)

    def duplicate(self) -> None:
        """Copies the stakeholder with all answers and shows the copy."""
        known = self.study.stakeholder(self._id)
        before = {person.id for person in self.study.stakeholders}
        name = self.tr("{name}, copy").format(name=known.name)
        copied = duplicate_stakeholder(self.study, known.id, name)
        new = next(person.id for person in copied.stakeholders if person.id not in before)
        self._bring(self.tr("Duplicate a stakeholder"), copied, new)

    def remove(self) -> None:
        """Removes the stakeholder with all answers, and says so; undo brings both back."""
        gone = self.study.stakeholder(self._id)
        change = partial(remove_stakeholder, stakeholder_id=gone.id)
        if self._context.store.edit(self.tr("Remove a stakeholder"), change):
            told = self.tr("“{name}” is removed with all answers.").format(name=gone.name)
            if self.study.session.hidden:
                told = self.tr("The stakeholder is removed with all answers.")
            self._context.navigator.tell(told, can_undo=True)

    def set(self, field: str, value: object) -> str:
        """Changes a particular; gives the sentence of a refusal, empty where it was done."""
        labels = {
            "name": self.tr("Rename the stakeholder"),
            "voting_power": self.tr("Change the voting power"),
        }
        label = labels.get(field, self.tr("Change the particulars of a stakeholder"))
        given: dict[str, Any] = {field: value}
        change = partial(set_stakeholder, stakeholder_id=self._id, **given)
        try:
            self._context.store.edit_or_raise(label, change)
        except ProportioError as error:
            return str(error)
        return ""

    def move(self, person: str, place: int) -> None:
        """Puts a stakeholder at another place of the list, from 0."""
        order = [known.id for known in self.study.stakeholders]
        if person not in order or order.index(person) == place or not 0 <= place < len(order):
            return
        change = partial(move_stakeholder, stakeholder_id=person, place=place)
        self._context.store.edit(self.tr("Move a stakeholder"), change)

    def step(self, person: str, step: int) -> None:
        """Moves a stakeholder one place up (-1) or down (1)."""
        order = [known.id for known in self.study.stakeholders]
        if person in order:
            self.move(person, order.index(person) + step)

    def drop(self, person: str, row: int, is_on: bool) -> None:
        """Puts a stakeholder before a row of the list as it was, or in the place of the row let go on."""
        order = [known.id for known in self.study.stakeholders]
        if person in order:
            comes_from_above = order.index(person) < row
            self.move(person, row - 1 if comes_from_above and not is_on else min(row, len(order) - 1))

    def let_weigh(self, source: str) -> None:
        """Lets the weights of the group ("group") or of one stakeholder count."""
        if source == self.study.settings.weights_of:
            return
        change = partial(choose_weights_of, source=source)
        self._context.store.edit(self.tr("Choose whose weights count"), change)

    def reveal(self) -> None:
        """Ends the hiding of names and answers."""
        self._context.store.edit(self.tr("Reveal names and answers"), partial(hide_answers, hidden=False))
