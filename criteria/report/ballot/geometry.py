"""Where everything stands on a ballot, known before any cell is written."""

from __future__ import annotations

from functools import cached_property

from criteria.files.ballot_plan import BallotPlan, Question
from criteria.files.ballot_words import DATA, INSTRUCTIONS, QUESTIONS, WEIGHTS, WORKINGS
from criteria.report.workbook.references import Place

INSTRUCTIONS_SHEET, QUESTIONS_SHEET = Place(INSTRUCTIONS), Place(QUESTIONS)
WEIGHTS_SHEET, WORKINGS_SHEET, DATA_SHEET = Place(WEIGHTS), Place(WORKINGS), Place(DATA)
#: Columns of the table of questions.
NUMBER, FIRST, SECOND, ANSWER, OTHER_ANSWER, STATE_COLUMN = range(1, 7)
HEAD_ROW = 4
#: On the data sheet: the row and first column of the strengths, and the first column of choices.
STRENGTHS_ROW, LIST_COLUMN, CHOICES_COLUMN = 2, 3, 10


class Geometry:
    """Rows of the questions and of their choices."""

    def __init__(self, plan: BallotPlan) -> None:
        self.plan = plan

    @cached_property
    def node_rows(self) -> dict[str, int]:
        """The row of each group's title."""
        return {node: self._rows[node] for node in self.plan.nodes}

    @cached_property
    def check_rows(self) -> dict[str, int]:
        """The row below each group's last question."""
        ends = {}
        for node in self.plan.nodes:
            last = self.plan.asked(node)[-1]
            ends[node] = self.row(last) + 1
        return ends

    def row(self, question: Question) -> int:
        """The row of a question."""
        return self._rows[question.node] + 1 + self.plan.asked(question.node).index(question)

    @cached_property
    def _rows(self) -> dict[str, int]:
        rows, row = {}, HEAD_ROW + 2
        for node in self.plan.nodes:
            rows[node] = row
            row += len(self.plan.asked(node)) + 3
        return rows
