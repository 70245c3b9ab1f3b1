"""When the questions stop for answers that contradict each other, and what is said then."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.model.people import Judgement, Stakeholder
from criteria.model.study import Study
from desktop.app.words.numbers import figure
from desktop.pages.weights.answers import Question, node_answers, question_nodes
from desktop.pages.weights.stop_view import StopState
from desktop.pages.weights.weight_words import WeightWords


class Stops(QObject):
    """Stops once at the end of each contradictory set of answers, and always before the ranking."""

    def __init__(self) -> None:
        super().__init__()
        self._words = WeightWords()
        #: Sets of answers that were gone past knowingly.
        self._passed: set[tuple[str, tuple[Judgement, ...]]] = set()

    def before(
        self, study: Study, stakeholder: Stakeholder, question: Question, following: Question | None
    ) -> StopState | None:
        """What is said before going on from a question; None where nothing stands in the way."""
        if following is None:
            bad = contradictory_nodes(study, stakeholder)
            return self._end(study, stakeholder, bad) if bad else None
        if following.node == question.node:
            return None
        return self._group(study, stakeholder, question.node)

    def _group(self, study: Study, stakeholder: Stakeholder, node: str) -> StopState | None:
        given = (node, tuple(known for known in stakeholder.judgements if known.node == node))
        if given in self._passed or not node_answers(study, stakeholder, node).is_contradictory:
            return None
        self._passed.add(given)
        return StopState(
            self.tr("These answers contradict themselves"),
            self.tr("A consistency ratio (CR) above 0.10 means that answers pull in different directions."),
            (self._row(study, stakeholder, node),),
            self.tr("Go on all the same"),
        )

    def _end(self, study: Study, stakeholder: Stakeholder, bad: tuple[str, ...]) -> StopState:
        nodes = [node_answers(study, stakeholder, node) for node in question_nodes(study)]
        known, everything = sum(node.answered for node in nodes), sum(node.pairs for node in nodes)
        first = self.tr("All {all} questions answered")
        if known < everything:
            first = self.tr("{known} of {all} questions answered")
        second = self.tr("one group contradicts itself")
        if len(bad) > 1:
            second = self.tr("{count} groups contradict themselves").format(count=len(bad))
        title = f"{first.format(known=known, all=everything)}; {second}"
        text = self.tr(
            "A consistency ratio (CR) above 0.10 means that answers pull in different directions. The "
            "ranking can be seen all the same, but it rests on them."
        )
        rows = tuple(self._row(study, stakeholder, node) for node in bad)
        return StopState(title, text, rows, self.tr("Go on to the ranking"))

    def _row(self, study: Study, stakeholder: Stakeholder, node: str) -> tuple[str, str, str]:
        found = node_answers(study, stakeholder, node).consistency
        cr = self.tr("CR {cr}").format(cr=figure(None if found is None else found.cr))
        return node, self._words.node(study, node), cr


def contradictory_nodes(study: Study, stakeholder: Stakeholder) -> tuple[str, ...]:
    """The sets of questions whose answers exceed the limit of CR, in the order they are asked."""
    return tuple(
        node for node in question_nodes(study) if node_answers(study, stakeholder, node).is_contradictory
    )
