"""The sheet of questions: what is asked, cells to answer in, and what became of each answer."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from criteria.files.ballot_plan import CANNOT_SAY, EQUAL, BallotPlan, Question
from criteria.files.ballot_responses import Response
from criteria.files.ballot_sheet import question_row
from criteria.files.ballot_words import HEADS, LEAST_IMPORTANT, MOST_IMPORTANT, STRENGTHS
from criteria.report.ballot.geometry import (
    ANSWER,
    CHOICES_COLUMN,
    DATA_SHEET,
    FIRST,
    HEAD_ROW,
    LIST_COLUMN,
    NUMBER,
    OTHER_ANSWER,
    SECOND,
    STATE_COLUMN,
    STRENGTHS_ROW,
    Geometry,
)
from criteria.report.ballot.page import (
    CHOICE,
    FIGURE,
    NAME,
    NODE,
    STAKE,
    STATE,
    Page,
)
from criteria.report.ballot.page import NUMBER as COUNTED
from criteria.report.ballot.terms import (
    Area,
    Term,
    area,
    cell,
    either,
    equals,
    has_number,
    trimmed,
    when,
)
from criteria.report.workbook.styles import HEAD, HEAD_RIGHT

#: Widths of the columns: pairs stand side by side, single items beside what is at stake.
PAIR_WIDTHS = (6, 36, 36, 30, 30, 26)
ITEM_WIDTHS = (6, 38, 52, 24, 24, 26)


#: The longest states of best-worst answers.
LEAST_STATE = "answered; second cell not needed"
MOST_STATE = "not needed: it is the most important"


@dataclass
class Written:
    """The cells of the questions, for the sheets that compute with them.

    Names of items stand beside their answers, those of pairs on the hidden sheet.
    """

    page: Page
    plan: BallotPlan
    answers: dict[int, tuple[Term, ...]] = field(default_factory=dict)
    names: dict[int, tuple[Term, ...]] = field(default_factory=dict)

    def of(self, question: Question) -> tuple[Term, ...]:
        """The answer cells of a question as other sheets name them."""
        return tuple(self.page.abroad(one) for one in self.answers[question.number])

    def sides(self, questions: Sequence[Question]) -> tuple[Area, Area]:
        """The columns of first and second names of a group of pairs."""
        top = question_row(self.plan, questions[0])
        names = [[name.value for name in self.names[one.number]] for one in questions]
        first, second = (
            area(top, CHOICES_COLUMN + side, [[row[side]] for row in names], DATA_SHEET.prefix)
            for side in range(2)
        )
        return first, second


def strengths() -> Area:
    """The list of how much more, on the hidden sheet."""
    return area(STRENGTHS_ROW, LIST_COLUMN, [STRENGTHS], DATA_SHEET.prefix)


def write_questions(
    page: Page, plan: BallotPlan, geometry: Geometry, responses: Mapping[int, Response]
) -> Written:
    """Writes all groups of questions and gives their cells."""
    written = Written(page, plan)
    page.title("Your answers", f"{plan.name}  ·  {plan.title}. Answer in the yellow cells.")
    to_the_right = (NUMBER,) if plan.method in ("pairwise", "best_worst") else (NUMBER, ANSWER, OTHER_ANSWER)
    for column, head in enumerate(HEADS[plan.method], 1):
        page.text(HEAD_ROW, column, head, HEAD_RIGHT if column in to_the_right else HEAD)
    page.builder.height(HEAD_ROW, 20)
    for node in plan.nodes:
        row = geometry.node_rows[node]
        page.text(row, NUMBER, plan.node_name(node), NODE)
        page.builder.height(row, 22)
        for question in plan.asked(node):
            _write_question(written, plan, question, geometry.row(question), responses[question.number])
    return written


def _write_question(
    written: Written, plan: BallotPlan, question: Question, row: int, response: Response
) -> None:
    page = written.page
    page.constant(row, NUMBER, float(question.number), COUNTED)
    if question.kind == "pair":
        _write_pair(written, plan, question, row, response)
        return
    if question.kind in ("best", "worst"):
        name = MOST_IMPORTANT if question.kind == "best" else LEAST_IMPORTANT
        texts = (name, "of the items below, by the difference at stake")
    else:
        topic = plan.topic(question.first)
        texts = (topic.label, topic.stake)
    page.text(row, FIRST, texts[0], NAME)
    page.text(row, SECOND, texts[1], STAKE)
    rooms = [(texts[0], page.width(FIRST), NAME.size), (texts[1], page.width(SECOND), STAKE.size)]
    offered = _offered(plan, question)
    page.fit(row, rooms + [(text, page.width(column), CHOICE.size) for text, column in offered])
    style = FIGURE if question.kind in ("figure", "place") else CHOICE
    cells = tuple(page.answer(row, ANSWER + place, value, style) for place, value in enumerate(response))
    written.answers[question.number] = cells
    written.names[question.number] = (cell(row, FIRST, texts[0]),)


def _offered(plan: BallotPlan, question: Question) -> list[tuple[str, int]]:
    """Words that whoever answers may choose or be told, each with its column, so that none is cut."""
    if question.kind in ("best", "worst"):
        return [(plan.topic(key).label, ANSWER) for key in plan.children(question.node)]
    if question.kind == "steps":
        told = [(text, STATE_COLUMN) for text in (LEAST_STATE, MOST_STATE)]
        return told + [(text, column) for text in STRENGTHS for column in (ANSWER, OTHER_ANSWER)]
    return []


def _write_pair(written: Written, plan: BallotPlan, question: Question, row: int, response: Response) -> None:
    page = written.page
    sides = plan.topic(question.first), plan.topic(question.second)
    heights = [
        page.headed(row, column, topic.label, topic.stake, STAKE)
        for column, topic in zip((FIRST, SECOND), sides, strict=True)
    ]
    page.builder.height(row, max(heights))
    which = page.answer(row, ANSWER, response[0], CHOICE)
    strength = page.answer(row, OTHER_ANSWER, response[1], CHOICE)
    listed = question_row(plan, question)
    names = tuple(
        cell(listed, CHOICES_COLUMN + side, topic.label, DATA_SHEET.prefix)
        for side, topic in enumerate(sides)
    )
    written.answers[question.number], written.names[question.number] = (which, strength), names
    page.put(row, STATE_COLUMN, _pair_state(which, strength, names), STATE)


def _pair_state(which: Term, strength: Term, names: tuple[Term, ...]) -> Term:
    """One or two words on what an answer still needs."""
    chosen = trimmed(which)
    is_side = either(equals(chosen, names[0]), equals(chosen, names[1]))
    how = when(equals(trimmed(strength), ""), "choose how much more", "answered")
    other = when(equals(chosen, CANNOT_SAY), "left out", when(is_side, how, "choose from the list"))
    one = when(equals(chosen, EQUAL), "answered", other)
    nothing = when(equals(trimmed(strength), ""), "open", "choose which matters more")
    return when(equals(chosen, ""), nothing, one)


def figure_state(answer: Term) -> Term:
    """Whether a figure was entered."""
    return when(has_number(answer), "answered", when(equals(trimmed(answer), ""), "open", "enter a number"))
