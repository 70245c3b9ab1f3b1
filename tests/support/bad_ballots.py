"""Returned ballots with something wrong, each with the codes and words that must be told of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.support.ballots import Paper


@dataclass(frozen=True)
class BadBallot:
    """A hand that spoils a filled pairwise ballot, and what is found then."""

    name: str
    change: Callable[[Paper], object]
    code: str
    says: str
    is_refused: bool = False


def cell(row: int, column: int, value: Any) -> Callable[[Paper], object]:
    """A hand that writes into one cell of the questions."""

    def write(paper: Paper) -> None:
        paper.questions.cell(row, column).value = value

    return write


def hidden(row: int, column: int, value: Any) -> Callable[[Paper], object]:
    """A hand that writes into one cell of the hidden sheet."""

    def write(paper: Paper) -> None:
        paper.hidden.cell(row, column).value = value

    return write


def without(*sheets: str) -> Callable[[Paper], object]:
    """A hand that deletes sheets."""

    def delete(paper: Paper) -> None:
        for name in sheets:
            del paper.book[name]

    return delete


def retitled(old: str, new: str) -> Callable[[Paper], object]:
    """A hand that renames a sheet."""

    def rename(paper: Paper) -> None:
        paper.book[old].title = new

    return rename


def _added_row(paper: Paper) -> None:
    last = paper.questions.max_row + 2
    for column, value in enumerate((99, "Costs", "Benefits", "Costs", "5 strongly more"), 1):
        paper.questions.cell(last, column).value = value


def _moved_row(paper: Paper) -> None:
    sheet = paper.questions
    first, second = ([cell.value for cell in sheet[row]] for row in (7, 8))
    for column, (one, other) in enumerate(zip(second, first, strict=True), 1):
        sheet.cell(7, column).value, sheet.cell(8, column).value = one, other


def _cleared_rows(paper: Paper) -> None:
    paper.questions.delete_rows(6, 25)


def _emptied(paper: Paper) -> None:
    for asked in paper.data.asked:
        paper.answer(asked.question.number, "", "")


#: Question 1 stands in row 7 of the sheet of questions; its answers in D7 and E7.
BAD_BALLOTS = (
    BadBallot("unknown side", cell(7, 4, "The weather"), "unknown-answer",
              "cell D7: “The weather” is none of"),
    BadBallot("boolean side", cell(7, 4, True), "unknown-answer", "cell D7: “TRUE”"),
    BadBallot("unknown strength", cell(7, 5, "a bit"), "not-a-number", "cell E7: “a bit” is not a number"),
    BadBallot("zero", cell(7, 5, 0), "out-of-range", "cell E7: 0 does not lie between 1"),
    BadBallot("beyond the scale", cell(7, 5, 30), "off-scale", "cell E7: 30 times is beyond the scale"),
    BadBallot("ambiguous figure", cell(7, 5, "1,234"), "not-a-number", "decimal point or a decimal comma"),
    BadBallot("error value", cell(7, 5, "#DIV/0!"), "not-a-number", "cell E7: the cell shows the error"),
    BadBallot("side without strength", cell(7, 5, None), "one-sided", "cell E7: question 1 says which side"),
    BadBallot("strength without side", cell(7, 4, None), "one-sided",
              "cell D7: question 1 says how much more"),
    BadBallot("equal and yet more", cell(7, 4, "equal"), "contradiction",
              "cell E7: question 1 says “equal” and"),
    BadBallot("typed strength", cell(7, 5, "3,0"), "typed", "cell E7: “3,0” was typed and is read as 3"),
    BadBallot("changed text", cell(7, 2, "Something else"), "question-changed",
              "cell B7: the text of question 1"),
    BadBallot("changed range", cell(7, 3, "Political structures and conflict"), "question-changed",
              "cell C7"),
    BadBallot("deleted question", lambda p: p.questions.delete_rows(7), "question-missing", "question 1 ("),
    BadBallot("moved question", _moved_row, "moved", "cell A8: question 1 stands here instead of in row 7"),
    BadBallot("added row", _added_row, "question-added", "this row was not part of the ballot"),
    BadBallot("renamed sheet", retitled("Questions", "Blatt1"), "renamed-sheet", "sheet “Blatt1”"),
    BadBallot("most rows deleted", _cleared_rows, "questions-missing", "most of its questions",
              is_refused=True),
    BadBallot("hidden sheet lost", without("Ballot data"), "data-damaged", "hidden sheet", is_refused=True),
    BadBallot("no ballot", without("Ballot data", "Questions"), "not-a-ballot", "no ballot", is_refused=True),
    BadBallot("newer format", hidden(1, 2, 7), "newer-format", "install the newer program", is_refused=True),
    BadBallot("unknown method", hidden(8, 2, "oracle"), "data-damaged", "hidden sheet was changed",
              is_refused=True),
    BadBallot("no stakeholder", hidden(6, 1, "x"), "data-damaged", "no line “stakeholder”", is_refused=True),
)  # fmt: skip
#: What only shows beside the study.
BAD_BESIDE_A_STUDY = (
    BadBallot("nothing answered", _emptied, "no-answers", "none of its 30 questions", is_refused=True),
    BadBallot("half-filled", lambda p: p.answer(1, "", "").answer(4, "", "").answer(5, "", ""), "half-filled",
              "27 of 30 questions are answered"),
    BadBallot("unknown person", hidden(6, 2, "ST77"), "unknown-stakeholder", "no stakeholder ST77",
              is_refused=True),
    BadBallot("another name", hidden(7, 2, "Somebody"), "other-name", "written for “Somebody”"),
)  # fmt: skip
