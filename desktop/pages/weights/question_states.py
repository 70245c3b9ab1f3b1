"""From the study to what the left column and the middle of the weights room show."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QObject

from criteria.model.people import GOAL, Stakeholder, WeightMethod
from criteria.model.study import Study
from criteria.weighting.elicited import node_weights
from desktop.app.words.numbers import figure, ratio
from desktop.pages.weights.answers import (
    Question,
    answer,
    elements,
    is_about_projects,
    is_open,
    next_question,
    node_answers,
    previous_question,
    question_nodes,
    questions,
)
from desktop.pages.weights.direct_view import PointRow
from desktop.pages.weights.live_states import is_contradictory
from desktop.pages.weights.matrix_model import MatrixState
from desktop.pages.weights.node_list import NodeEntry
from desktop.pages.weights.question_view import QuestionState
from desktop.pages.weights.repairs import best_repair
from desktop.pages.weights.stakes import item, span_words
from desktop.pages.weights.stops import contradictory_nodes
from desktop.pages.weights.weight_words import WeightWords


class QuestionStates(QObject):
    """Entries, questions, matrices and points of one stakeholder."""

    def __init__(self) -> None:
        super().__init__()
        self._words = WeightWords()

    def entries(self, study: Study, stakeholder: Stakeholder, method: WeightMethod) -> tuple[NodeEntry, ...]:
        """The rows of the left column for a method."""
        if method == "direct":
            nodes = [node for node in study.nodes if len(study.children(node)) > 1]
            return tuple(self._direct_entry(study, stakeholder, node) for node in nodes)
        entries = []
        has_head = False
        for node in question_nodes(study):
            head = ""
            if is_about_projects(node) and not has_head:
                head, has_head = self.tr("Projects under"), True
            entries.append(self._entry(study, stakeholder, node, head))
        return tuple(entries)

    def _entry(self, study: Study, stakeholder: Stakeholder, node: str, head: str) -> NodeEntry:
        found, name = node_answers(study, stakeholder, node), self._words.node(study, node)
        cr = None if found.consistency is None else found.consistency.cr
        count = self.tr("{known} of {all}").format(known=found.answered, all=found.pairs)
        if is_contradictory(found):
            return NodeEntry(node, name, figure(cr), "attention", head)
        if found.status == "unanswered":
            return NodeEntry(node, name, self.tr("open"), "", head)
        if found.status == "disconnected":
            return NodeEntry(node, name, count, "attention", head)
        if found.missing or cr is None:
            return NodeEntry(node, name, count, "", head)
        return NodeEntry(node, name, figure(cr), "done", head)

    def _direct_entry(self, study: Study, stakeholder: Stakeholder, node: str) -> NodeEntry:
        children = study.children(node)
        given = sum(stakeholder.points.get(child, 0.0) > 0 for child in children)
        name = self._words.node(study, node)
        if not given:
            return NodeEntry(node, name, self.tr("no points"))
        count = self.tr("{known} of {all}").format(known=given, all=len(children))
        return NodeEntry(node, name, count, "done" if given == len(children) else "")

    def progress(self, study: Study, stakeholder: Stakeholder) -> str:
        """How many questions a stakeholder has answered."""
        nodes = [node_answers(study, stakeholder, node) for node in question_nodes(study)]
        text = self.tr("{known} of {all} answered")
        return text.format(known=sum(n.answered for n in nodes), all=sum(n.pairs for n in nodes))

    def question(self, study: Study, stakeholder: Stakeholder, question: Question) -> QuestionState:
        """Everything about one question."""
        found = node_answers(study, stakeholder, question.node)
        asked = questions(study, question.node)
        value = answer(stakeholder, question)
        place = self.tr("Question {number} of {count}, {progress}").format(
            number=asked.index(question) + 1, count=len(asked), progress=self._words.progress(found)
        )
        has_next = next_question(study, question) is not None
        html = self._words.answer_html(study, question, value, is_open=is_open(stakeholder, question))
        return QuestionState(
            crumb=self._crumb(study, stakeholder, question.node),
            place=place,
            title=self._words.title(question.node),
            left=item(study, question.node, question.first),
            right=item(study, question.node, question.second),
            value=value,
            suggestion=self._suggestion(study, stakeholder, question),
            answer_html=html,
            next_text=self.tr("Next question") if has_next else self._last_text(study, stakeholder),
            has_previous=previous_question(study, question) is not None,
            questions=asked,
            pairs=tuple(self._pair(study, known) for known in asked),
            answers=tuple(self._answer(study, stakeholder, known) for known in asked),
            current=asked.index(question),
        )

    def _last_text(self, study: Study, stakeholder: Stakeholder) -> str:
        if contradictory_nodes(study, stakeholder):
            return self.tr("Finish")
        return self.tr("See the ranking")

    def _crumb(self, study: Study, stakeholder: Stakeholder, node: str) -> str:
        name = self._words.node(study, node)
        if is_about_projects(node):
            name = self.tr("Projects under {name}").format(name=name)
        return f"{stakeholder.name} › {name}"

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
        if not is_contradictory(node_answers(study, stakeholder, question.node)):
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
        state = MatrixState(node, found.children, names, found.matrix, found.weights)
        return self._words.node(study, node), state

    def _short(self, study: Study, node: str, key: str) -> str:
        if is_about_projects(node):
            return study.project(key).title
        return study.premise(key).short if node == GOAL else study.criterion(key).short

    def points(self, study: Study, stakeholder: Stakeholder, node: str) -> tuple[str, tuple[PointRow, ...]]:
        """The head and the rows of direct points of a node."""
        direct = msgspec.structs.replace(stakeholder, method="direct")
        found = node_weights(study, direct, node)
        rows = []
        for key in elements(study, node):
            if node == GOAL:
                premise = study.premise(key)
                name, stake, role = premise.name, premise.question, premise.role
            else:
                criterion = study.criterion(key)
                name, stake, role = criterion.name, span_words(criterion), study.premise_of[key].role
            rows.append(PointRow(key, name, stake, role, stakeholder.points.get(key, 0.0), found.weight(key)))
        return self._words.node(study, node), tuple(rows)

    def suggested_points(self, study: Study, stakeholder: Stakeholder, node: str) -> dict[str, float]:
        """Points in proportion to the pairwise weights of a node, 100 for the largest."""
        found = node_answers(study, stakeholder, node)
        largest = float(found.weights.max())
        return {key: float(round(100 * found.weight(key) / largest)) for key in found.children}
