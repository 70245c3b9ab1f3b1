"""What can be done in the weights room, as edits of the study in hand."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from criteria.edits.people import add_stakeholder, set_stakeholder, set_way_of_answering
from criteria.edits.settings import set_settings
from criteria.edits.weights import clear_judgements, judge, set_figures, withdraw_judgement
from criteria.errors import ProportioError
from criteria.model.people import Judgement, Stakeholder, WeightMethod
from criteria.model.study import Study
from desktop.app.context import Context
from desktop.pages.weights.answers import Question
from desktop.pages.weights.selection import shown_stakeholder
from desktop.pages.weights.weight_words import WeightWords


class WeightActs(QObject):
    """One method for each act, one undo step each; acts on the stakeholder whose weights count."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._words = WeightWords()

    @property
    def study(self) -> Study:
        """The study in hand."""
        return self._context.store.study

    @property
    def stakeholder(self) -> Stakeholder | None:
        """Who answers."""
        return shown_stakeholder(self.study)

    @property
    def _id(self) -> str:
        stakeholder = self.stakeholder
        return "" if stakeholder is None else stakeholder.id

    def answer(self, question: Question, value: float | None, merge_key: Hashable | None = None) -> None:
        """Gives an answer; None takes it back. Equal merge keys in a row make one undo step."""
        label = self.tr("Answer {first} : {second}").format(first=question.first, second=question.second)
        if value is None:
            node, first, second = question.node, question.first, question.second
            change = partial(
                withdraw_judgement, stakeholder_id=self._id, node=node, first=first, second=second
            )
            self._context.store.edit(label, change, merge_key)
            return
        judgement = Judgement(question.node, question.first, question.second, value)
        self._context.store.edit(
            label, partial(judge, stakeholder_id=self._id, judgement=judgement), merge_key
        )

    def say_unknown(self, question: Question) -> None:
        """Records that a question cannot be told."""
        judgement = Judgement(question.node, question.first, question.second, None)
        label = self.tr("Cannot say {first} : {second}").format(first=question.first, second=question.second)
        self._context.store.edit(label, partial(judge, stakeholder_id=self._id, judgement=judgement))

    def clear(self, node: str) -> None:
        """Takes back every answer of a node, and says so."""
        name = self._words.node(self.study, node)
        label = self.tr("Clear the answers: {node}").format(node=name)
        if self._context.store.edit(label, partial(clear_judgements, stakeholder_id=self._id, node=node)):
            told = self.tr("The answers about “{node}” are cleared.").format(node=name)
            self._context.navigator.tell(told, can_undo=True)

    def rename(self, name: str) -> str:
        """Renames the stakeholder; gives the sentence of a refusal, empty where it was done."""
        change = partial(set_stakeholder, stakeholder_id=self._id, name=name)
        try:
            self._context.store.edit_or_raise(self.tr("Rename the stakeholder"), change)
        except ProportioError as error:
            return str(error)
        return ""

    def give_points(self, points: Mapping[str, float], merge_key: Hashable | None = None) -> None:
        """Gives direct points to premises or criteria."""
        change = partial(set_figures, stakeholder_id=self._id, method="direct", given=points)
        self._context.store.edit(
            self.tr("Give points: {ids}").format(ids=", ".join(points)), change, merge_key
        )

    def let_count(self, method: WeightMethod) -> None:
        """Lets the answers by a method count; those by the other are kept."""
        labels = {
            "pairwise": self.tr("Let pairwise answers count"),
            "direct": self.tr("Let direct weights count"),
        }
        change = partial(set_way_of_answering, stakeholder_id=self._id, method=method)
        self._context.store.edit(labels[method], change)

    def choose_setting(self, name: str, value: str) -> None:
        """Chooses another prioritisation or table of random indices."""
        choice: dict[str, Any] = {name: value}
        self._context.store.edit(self.tr("Change how weights are derived"), partial(set_settings, **choice))

    def add_decision_maker(self) -> None:
        """Adds the first stakeholder."""
        change = partial(add_stakeholder, name=self.tr("Decision maker"))
        self._context.store.edit(self.tr("Add a stakeholder"), change)
