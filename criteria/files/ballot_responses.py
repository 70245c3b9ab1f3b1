"""Answers as they stand in the cells of a ballot, from what a stakeholder has answered already."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from criteria.edits.weights import ratio
from criteria.files.ballot_plan import CANNOT_SAY, EQUAL, BallotPlan, Question
from criteria.files.ballot_words import STRENGTHS
from criteria.model.people import BestWorst, Stakeholder, WeightMethod

#: What stands in the cells of one question, "" where nothing does.
Response: TypeAlias = tuple[float | str, ...]
FIGURES: Mapping[WeightMethod, str] = {"direct": "points", "swing": "swings", "rating": "ratings"}


def empty_responses(plan: BallotPlan) -> dict[int, Response]:
    """Nothing answered yet, by the number of the question."""
    return {question.number: ("",) * cell_count(question) for question in plan.questions}


def present_responses(plan: BallotPlan, stakeholder: Stakeholder) -> dict[int, Response]:
    """What a stakeholder has answered by the ballot's method, by the number of the question."""
    return {question.number: _present(plan, stakeholder, question) for question in plan.questions}


def cell_count(question: Question) -> int:
    """How many cells a question is answered in."""
    return 2 if question.kind in ("pair", "steps") else 1


def strength_text(value: float) -> float | str:
    """A ratio of 1 or above as the drop-down names it, the bare number where it has no name."""
    return STRENGTHS[int(value) - 1] if value.is_integer() and 1 <= value <= len(STRENGTHS) else value


def _present(plan: BallotPlan, stakeholder: Stakeholder, question: Question) -> Response:
    match question.kind:
        case "pair":
            return _pair(plan, stakeholder, question)
        case "figure":
            figures: Mapping[str, float] = getattr(stakeholder, FIGURES[plan.method])
            return (figures.get(question.first, ""),)
        case "place":
            return (_place(stakeholder, question),)
        case _:
            answer = stakeholder.best_worst.get(question.node)
            return _compared(plan, answer, question) if answer else ("",) * cell_count(question)


def _pair(plan: BallotPlan, stakeholder: Stakeholder, question: Question) -> Response:
    value = ratio(stakeholder, question.node, question.first, question.second)
    if value is None:
        pair = {question.first, question.second}
        is_open = not any(
            known.node == question.node and {known.first, known.second} == pair
            for known in stakeholder.judgements
        )
        return ("" if is_open else CANNOT_SAY, "")
    if value == 1.0:
        return (EQUAL, "")
    winner = question.first if value > 1.0 else question.second
    return (plan.topic(winner).label, strength_text(_upward(value)))


def _upward(value: float) -> float:
    """A ratio turned above 1; 1/3 is stored as a rounded figure and means 3."""
    turned = value if value > 1.0 else 1.0 / value
    return float(round(turned)) if abs(turned - round(turned)) < 1e-12 * turned else turned


def _place(stakeholder: Stakeholder, question: Question) -> float | str:
    for place, group in enumerate(_places(stakeholder.orders.get(question.node, ())), 1):
        if question.first in group:
            return float(place)
    return ""


def _places(groups: tuple[tuple[str, ...], ...]) -> list[tuple[str, ...]]:
    return [group for group in groups if group]


def _compared(plan: BallotPlan, answer: BestWorst, question: Question) -> Response:
    if question.kind in ("best", "worst"):
        chosen = answer.best if question.kind == "best" else answer.worst
        labels = {topic.id: topic.label for topic in plan.topics}
        return (labels.get(chosen, ""),)
    key = question.first
    from_best = "" if key == answer.best else answer.from_best.get(key, "")
    to_worst = "" if key in (answer.worst, answer.best) else answer.to_worst.get(key, "")
    steps = (from_best, to_worst)
    return tuple(step if isinstance(step, str) else strength_text(float(step)) for step in steps)
