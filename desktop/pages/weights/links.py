"""Items that no chain of answers links: named in words, with the question that links them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject

from criteria.model.people import Stakeholder
from criteria.model.study import Study
from criteria.weighting.judgements import components
from criteria.weighting.next_question import next_pair
from desktop.app.words.lists import ListWords
from desktop.pages.weights.answers import (
    Question,
    cannot_be_told,
    elements,
    given_answers,
    node_answers,
    questions,
)
from desktop.pages.weights.weight_words import WeightWords


@dataclass(frozen=True)
class LinkText:
    """What is not linked, in words; the button that leads to the question, empty where none is left."""

    text: str
    button: str


class Links(QObject):
    """Missing links under a set of questions."""

    def __init__(self) -> None:
        super().__init__()
        self._words = WeightWords()
        self._lists = ListWords()

    def text(self, study: Study, stakeholder: Stakeholder, node: str) -> LinkText | None:
        """The missing link in words; None where all items are linked, or none is."""
        if node_answers(study, stakeholder, node).status != "disconnected":
            return None
        keys = elements(study, node)
        groups = [
            self._lists.joined([self._words.tag(study, node, keys[place]) for place in group])
            for group in components(given_answers(study, stakeholder, node))
        ]
        text = self.tr("No answer links {first} with {others}, so these weights cannot be compared yet.")
        others = self.tr(" or with ").join(groups[1:])
        question = linking_question(study, stakeholder, node)
        button = ""
        if question is not None:
            first, second = (self._words.tag(study, node, key) for key in (question.first, question.second))
            button = self.tr("Compare {first} and {second}").format(first=first, second=second)
        return LinkText(text.format(first=groups[0], others=others), button)


def linking_question(study: Study, stakeholder: Stakeholder, node: str) -> Question | None:
    """The most useful open question of a node: one that links items while some are not linked."""
    keys = elements(study, node)
    if len(keys) < 2:
        return None
    matrix = given_answers(study, stakeholder, node)
    pair = next_pair(matrix, skip=cannot_be_told(study, stakeholder, node))
    if pair is None:
        return None
    ends = {keys[pair[0]], keys[pair[1]]}
    return next(asked for asked in questions(study, node) if {asked.first, asked.second} == ends)
