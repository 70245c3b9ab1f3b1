"""From the study to the questions and matrices that the weights room shows."""

from __future__ import annotations

from PySide6.QtCore import QObject

from criteria.model.people import GOAL, Stakeholder
from criteria.model.study import Study
from desktop.app.words.numbers import ratio
from desktop.pages.weights.answers import (
    Question,
    answer,
    given_answers,
    is_about_projects,
    is_open,
    node_answers,
    question_nodes,
    questions,
)
from desktop.pages.weights.matrix_model import MatrixState
from desktop.pages.weights.question_order import QuestionOrder
from desktop.pages.weights.question_view import QuestionState
from desktop.pages.weights.repairs import best_repair
from desktop.pages.weights.stakes import item
from desktop.pages.weights.stops import contradictory_nodes
from desktop.pages.weights.weight_words import WeightWords


class QuestionStates(QObject):
    """Questions and matrices of one stakeholder."""

    def __init__(self) -> None:
        super().__init__()
        self._words = WeightWords()

    def count(self, study: Study, stakeholder: Stakeholder) -> tuple[int, int]:
        """How many questions a stakeholder has answered, and how many there are."""
        nodes = [node_answers(study, stakeholder, node) for node in question_nodes(study)]
        return sum(node.answered for node in nodes), sum(node.pairs for node in nodes)

    def question(
        self, study: Study, stakeholder: Stakeholder, question: Question, order: QuestionOrder
    ) -> QuestionState:
        """Everything about one question."""
        found = node_answers(study, stakeholder, question.node)
        asked = questions(study, question.node)
        value = answer(stakeholder, question)
        place = self.tr("Question {number} of {count}, {progress}").format(
            number=asked.index(question) + 1, count=len(asked), progress=self._words.progress(found)
        )
        has_next = order.following(study, stakeholder, question) is not None
        html = self._words.answer_html(study, question, value, is_open=is_open(stakeholder, question))
        return QuestionState(
            crumb=self._crumb(study, question.node),
            place=place,
            title=self._words.title(question.node),
            left=item(study, question.node, question.first),
            right=item(study, question.node, question.second),
            value=value,
            suggestion=self._suggestion(study, stakeholder, question),
            answer_html=html,
            next_text=self.tr("Next question") if has_next else self._last_text(study, stakeholder),
            has_previous=order.has_before(study, question),
            questions=asked,
            pairs=tuple(self._pair(study, known) for known in asked),
            answers=tuple(self._answer(study, stakeholder, known) for known in asked),
            current=asked.index(question),
        )

    def answer(
        self, study: Study, stakeholder: Stakeholder, question: Question
    ) -> tuple[float | None, str, tuple[tuple[str, str, bool], ...], int]:
        """What changes while an answer is given: the ratio, its words, and the strip of all answers."""
        asked = questions(study, question.node)
        value = answer(stakeholder, question)
        html = self._words.answer_html(study, question, value, is_open=is_open(stakeholder, question))
        answers = tuple(self._answer(study, stakeholder, known) for known in asked)
        return value, html, answers, asked.index(question)

    def _last_text(self, study: Study, stakeholder: Stakeholder) -> str:
        if contradictory_nodes(study, stakeholder):
            return self.tr("Finish")
        return self.tr("See the ranking")

    def _crumb(self, study: Study, node: str) -> str:
        name = self._words.node(study, node)
        return self.tr("Projects under {name}").format(name=name) if is_about_projects(node) else name

    def _pair(self, study: Study, question: Question) -> str:
        sides = (question.first, question.second)
        return " : ".join(self._words.tag(study, question.node, key) for key in sides)

    def _answer(self, study: Study, stakeholder: Stakeholder, question: Question) -> tuple[str, str, bool]:
        value = answer(stakeholder, question)
        spoken = self._words.spoken(study, question, value)
        if value is None:
            return ("" if is_open(stakeholder, question) else "?", spoken, True)
        return ratio(value), spoken, False

    def _suggestion(self, study: Study, stakeholder: Stakeholder, question: Question) -> float | None:
        if not node_answers(study, stakeholder, question.node).is_contradictory:
            return None
        repair = best_repair(study, stakeholder, question.node)
        if repair is None or {repair.question.first, repair.question.second} != {
            question.first,
            question.second,
        }:
            return None
        return repair.suggested if repair.question.first == question.first else 1.0 / repair.suggested

    def matrix(self, study: Study, stakeholder: Stakeholder, node: str) -> tuple[str, MatrixState]:
        """The head and the matrix of a node."""
        found = node_answers(study, stakeholder, node)
        names = tuple(self._short(study, node, key) for key in found.children)
        given = given_answers(study, stakeholder, node)
        state = MatrixState(node, found.children, names, given, found.weights)
        return self._words.node(study, node), state

    def _short(self, study: Study, node: str, key: str) -> str:
        if is_about_projects(node):
            return study.project(key).title
        return study.premise(key).short if node == GOAL else study.criterion(key).short
