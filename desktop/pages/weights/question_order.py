"""In which order questions come: one after the other, or the most useful one next."""

from __future__ import annotations

from criteria.model.people import Stakeholder
from criteria.model.study import Study
from criteria.weighting.next_question import next_pair
from desktop.pages.weights.answers import (
    Question,
    cannot_be_told,
    elements,
    every_question,
    given_answers,
    next_question,
    previous_question,
    question_nodes,
    questions,
)

#: Ways to order the questions.
TURN, USEFUL = "turn", "useful"


class QuestionOrder:
    """What comes next and what came before, for the one who answers now."""

    def __init__(self) -> None:
        self.way = TURN
        self._trail: list[Question] = []
        #: Gone past without an answer: asked again only when nothing else is left.
        self._passed: set[Question] = set()

    def forget(self) -> None:
        """Begins anew, for another stakeholder."""
        self._trail.clear()
        self._passed.clear()

    def following(self, study: Study, person: Stakeholder, question: Question) -> Question | None:
        """The question after this one; None after the last."""
        if self.way == TURN:
            return next_question(study, question)
        return self._most_useful(study, person, question)

    def leave(self, question: Question) -> None:
        """Takes note that a question is gone past."""
        self._trail.append(question)
        self._passed.add(question)

    def before(self, study: Study, question: Question) -> Question | None:
        """The question to go back to: the one that was seen before, where questions jump."""
        if self.way == TURN:
            return previous_question(study, question)
        known = set(every_question(study))
        while self._trail:
            last = self._trail.pop()
            if last != question and last in known:
                return last
        return previous_question(study, question)

    def has_before(self, study: Study, question: Question) -> bool:
        """Whether there is a question to go back to."""
        return previous_question(study, question) is not None or (self.way == USEFUL and bool(self._trail))

    def _most_useful(self, study: Study, person: Stakeholder, question: Question) -> Question | None:
        nodes = question_nodes(study)
        at = nodes.index(question.node) if question.node in nodes else 0
        for passed in (self._passed | {question}, {question}):
            for node in (*nodes[at:], *nodes[:at]):
                found = _open_question(study, person, node, passed)
                if found is not None:
                    return found
        return None


def _open_question(study: Study, person: Stakeholder, node: str, passed: set[Question]) -> Question | None:
    keys = elements(study, node)
    if len(keys) < 2:
        return None
    asked = {(question.first, question.second): question for question in questions(study, node)}
    skip = set(cannot_be_told(study, person, node))
    skip |= {(keys.index(q.first), keys.index(q.second)) for q in asked.values() if q in passed}
    pair = next_pair(given_answers(study, person, node), skip=skip)
    if pair is None:
        return None
    return asked.get((keys[pair[0]], keys[pair[1]])) or asked[keys[pair[1]], keys[pair[0]]]
