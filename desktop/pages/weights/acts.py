"""What can be answered in the weights room, as edits of the study in hand."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from criteria.edits.people import set_way_of_answering
from criteria.edits.session import change_answer
from criteria.edits.settings import set_settings
from criteria.edits.weights import (
    clear_figures,
    clear_judgements,
    judge,
    set_best_worst,
    set_figures,
    set_order,
    withdraw_judgement,
)
from criteria.model.people import BestWorst, Judgement, Stakeholder, WeightMethod
from criteria.model.study import Study
from desktop.app.context import Context
from desktop.pages.weights.answers import Question
from desktop.pages.weights.selection import Selection
from desktop.pages.weights.weight_words import WeightWords


class WeightActs(QObject):
    """One method for each act, one undo step each; acts on the stakeholder in view."""

    def __init__(self, context: Context, selection: Selection) -> None:
        super().__init__()
        self._context = context
        self._selection = selection
        self._words = WeightWords()

    @property
    def study(self) -> Study:
        """The study in hand."""
        return self._context.store.study

    @property
    def stakeholder(self) -> Stakeholder | None:
        """Who answers."""
        return self._selection.stakeholder(self.study)

    @property
    def _id(self) -> str:
        stakeholder = self.stakeholder
        return "" if stakeholder is None else stakeholder.id

    def _edit(
        self, label: str, change: Callable[..., Study], merge_key: Hashable = None, **given: Any
    ) -> bool:
        """Applies an edit of the stakeholder in view."""
        return self._context.store.edit(label, partial(change, stakeholder_id=self._id, **given), merge_key)

    def answer(self, question: Question, value: float | None, merge_key: Hashable | None = None) -> None:
        """Gives an answer; None takes it back. Equal merge keys in a row make one undo step."""
        label = self.tr("Answer {first} : {second}").format(first=question.first, second=question.second)
        if value is None:
            node, first, second = question.node, question.first, question.second
            self._edit(label, withdraw_judgement, merge_key, node=node, first=first, second=second)
            return
        judgement = Judgement(question.node, question.first, question.second, value)
        self._edit(label, judge, merge_key, judgement=judgement)

    def repair(self, judgement: Judgement) -> None:
        """Sets the answer of a repair; what stood there before stays on record."""
        label = self.tr("Repair {first} : {second}").format(first=judgement.first, second=judgement.second)
        when = self._context.clock()
        self._edit(label, change_answer, judgement=judgement, occasion="repair", reason="", when=when)

    def say_unknown(self, question: Question) -> None:
        """Records that a question cannot be told."""
        judgement = Judgement(question.node, question.first, question.second, None)
        label = self.tr("Cannot say {first} : {second}").format(first=question.first, second=question.second)
        self._edit(label, judge, judgement=judgement)

    def clear(self, node: str) -> None:
        """Takes back every pairwise answer of a node, and says so."""
        label = self.tr("Clear the answers: {node}").format(node=self._words.node(self.study, node))
        if self._edit(label, clear_judgements, node=node):
            self._tell_cleared(node)

    def _tell_cleared(self, node: str) -> None:
        told = self.tr("The answers about “{node}” are cleared.")
        name = self._words.node(self.study, node)
        self._context.navigator.tell(told.format(node=name), can_undo=True)

    def give(
        self, method: WeightMethod, figures: Mapping[str, float], merge_key: Hashable | None = None
    ) -> None:
        """Gives swings, points or ratings to premises or criteria."""
        label = self.tr("Give figures: {ids}").format(ids=", ".join(figures))
        self._edit(label, set_figures, merge_key, method=method, given=figures)

    def take_figures_back(self, method: WeightMethod, elements: Iterable[str]) -> None:
        """Takes swings, points or ratings of some items back."""
        names = tuple(elements)
        label = self.tr("Take figures back: {ids}").format(ids=", ".join(names))
        self._edit(label, clear_figures, method=method, elements=names)

    def clear_figures(self, method: WeightMethod, node: str) -> None:
        """Takes back every figure of a node, and says so."""
        label = self.tr("Clear the figures: {node}").format(node=self._words.node(self.study, node))
        if self._edit(label, clear_figures, method=method, elements=self.study.children(node)):
            self._tell_cleared(node)

    def put_in_order(
        self, node: str, groups: tuple[tuple[str, ...], ...], merge_key: Hashable | None = None
    ) -> None:
        """Gives an order of importance; no groups take it back."""
        label = self.tr("Order: {node}").format(node=self._words.node(self.study, node))
        self._edit(label, set_order, merge_key, node=node, groups=groups)

    def compare_best_worst(self, node: str, answer: BestWorst, merge_key: Hashable | None = None) -> None:
        """Gives the best, the worst and the comparisons with them."""
        label = self.tr("Best and worst: {node}").format(node=self._words.node(self.study, node))
        self._edit(label, set_best_worst, merge_key, node=node, answer=answer)

    def clear_best_worst(self, node: str) -> None:
        """Takes back best, worst and comparisons of a node, and says so."""
        label = self.tr("Clear best and worst: {node}").format(node=self._words.node(self.study, node))
        if self._edit(label, set_best_worst, node=node, answer=None):
            self._tell_cleared(node)

    def let_count(self, method: WeightMethod) -> None:
        """Lets the answers by a method count; those by the others are kept."""
        label = self.tr("Let answers count: {method}").format(method=self._words.method(method))
        self._edit(label, set_way_of_answering, method=method)

    def answer_otherwise(self, way: str, value: str) -> None:
        """Chooses a layout, a scale of judgement or how places become weights."""
        labels = {
            "layout": self.tr("Weigh by premise or all criteria at once"),
            "judgement_scale": self.tr("Change the scale of judgement"),
            "rank_weights": self.tr("Change how places become weights"),
        }
        self._edit(labels[way], set_way_of_answering, **{way: value})

    def choose_setting(self, name: str, value: str) -> None:
        """Chooses another prioritisation, table, way with missing answers or way to join a group."""
        choice: dict[str, Any] = {name: value}
        self._context.store.edit(self.tr("Change how weights are derived"), partial(set_settings, **choice))
