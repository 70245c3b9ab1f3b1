"""Where the questions of a returned ballot stand now: on which sheet, in which row, with which text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from criteria.files.ballot_cells import plain
from criteria.files.ballot_findings import Finding, finding
from criteria.files.ballot_plan import BallotPlan, Question
from criteria.files.ballot_sheet import Asked, BallotData
from criteria.files.ballot_words import LEAST_IMPORTANT, MOST_IMPORTANT
from criteria.files.cells import Cell, Row
from criteria.files.tables import Sheet

_NUMBER, _FIRST, _SECOND = 0, 1, 2


@dataclass
class Located:
    """The answer cells (row and column, from 0) of each question that is still there, and what was odd."""

    sheet: str
    rows: tuple[Row, ...]
    cells: dict[int, tuple[tuple[int, int], ...]] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def value(self, place: tuple[int, int]) -> Cell:
        """What stands in a cell, None beyond the last one."""
        row, column = place
        return self.rows[row][column] if row < len(self.rows) and column < len(self.rows[row]) else None


def locate(file: str, sheets: tuple[Sheet, ...], data: BallotData) -> Located | None:
    """Finds the sheet of questions by its text, whatever it is called, and every question on it."""
    wanted = data.asked[0].sheet
    by_hits = [(_hits(sheet.rows, data), sheet.name == wanted, sheet) for sheet in sheets]
    hits, is_called_so, sheet = max(by_hits, key=lambda entry: entry[:2])
    if 2 * hits < len(data.asked):
        return None
    located = Located(sheet.name, sheet.rows)
    if not is_called_so:
        clause = f"the sheet was “{wanted}” and has another name now; it was read all the same"
        located.findings.append(finding("renamed-sheet", file, clause, sheet.name))
    rows = _rows_by_number(sheet.rows)
    for asked in data.asked:
        _locate(file, located, data.plan, asked, rows)
    located.findings += _additions(file, located, data, rows)
    return located


def _hits(rows: tuple[Row, ...], data: BallotData) -> int:
    by_number = _rows_by_number(rows)
    return sum(
        asked.question.number in by_number
        and _has_text(data.plan, asked.question, rows[by_number[asked.question.number]]) is None
        for asked in data.asked
    )


def _rows_by_number(rows: tuple[Row, ...]) -> Mapping[int, int]:
    """The first row of each number in the column of numbers."""
    found: dict[int, int] = {}
    for place, row in enumerate(rows):
        number = row[_NUMBER] if row else None
        if isinstance(number, str) and number.strip().isdecimal():
            number = float(number)
        if isinstance(number, int | float) and not isinstance(number, bool) and float(number).is_integer():
            found.setdefault(int(number), place)
    return found


def _locate(file: str, located: Located, plan: BallotPlan, asked: Asked, rows: Mapping[int, int]) -> None:
    question, home = asked.question, asked.cells[0][0]
    row = rows.get(question.number)
    if row is None and home < len(located.rows) and _has_text(plan, question, located.rows[home]) is None:
        row = home
    if row is None:
        about = f"question {question.number} ({_about(plan, question)})"
        clause = f"{about} is missing; its answer counts as not given"
        located.findings.append(finding("question-missing", file, clause, located.sheet, (home, 0)))
        return
    if row != home:
        clause = f"question {question.number} stands here instead of in row {home + 1}; it was read here"
        located.findings.append(finding("moved", file, clause, located.sheet, (row, _NUMBER)))
    located.cells[question.number] = tuple((row, column) for _, column in asked.cells)
    column = _has_text(plan, question, located.rows[row])
    if column is not None:
        found = " ".join(str(located.value((row, column)) or "").split())
        clause = (
            f"the text of question {question.number} was changed to “{found[:60]}”; it was sent as "
            f"{_about(plan, question)}, and the answer is taken as one to that"
        )
        located.findings.append(finding("question-changed", file, clause, located.sheet, (row, column)))


def _has_text(plan: BallotPlan, question: Question, row: Row) -> int | None:
    """The column whose text is not as it was sent; None where all are."""
    for column, wanted in _texts(plan, question):
        if plain(row[column] if column < len(row) else None) != plain(wanted):
            return column
    return None


def _texts(plan: BallotPlan, question: Question) -> Iterator[tuple[int, str]]:
    if question.kind == "pair":
        for column, key in ((_FIRST, question.first), (_SECOND, question.second)):
            topic = plan.topic(key)
            yield column, f"{topic.label}\n{topic.stake}"
    elif question.first:
        topic = plan.topic(question.first)
        yield _FIRST, topic.label
        yield _SECOND, topic.stake
    else:
        yield _FIRST, MOST_IMPORTANT if question.kind == "best" else LEAST_IMPORTANT


def _about(plan: BallotPlan, question: Question) -> str:
    if question.kind == "pair":
        return f"“{plan.topic(question.first).label}” or “{plan.topic(question.second).label}”"
    if question.first:
        return f"“{plan.topic(question.first).label}”"
    name = MOST_IMPORTANT if question.kind == "best" else LEAST_IMPORTANT
    return f"“{name}” of “{plan.node_name(question.node)}”"


def _additions(file: str, located: Located, data: BallotData, rows: Mapping[int, int]) -> Iterator[Finding]:
    """Rows that somebody added: with a number that was not asked, or an answer where no question stands."""
    known = {question.number for question in data.plan.questions}
    taken = {places[0][0] for places in located.cells.values()}
    first = min(asked.cells[0][0] for asked in data.asked)
    column = data.asked[0].cells[0][1]
    added = {row for number, row in rows.items() if number not in known and row >= first}
    for row, cells in enumerate(located.rows):
        if row >= first and row not in taken and _is_a_row_of_answers(cells, column):
            added.add(row)
    for row in sorted(added):
        clause = "this row was not part of the ballot and was left out; ask whoever sent it what it means"
        yield finding("question-added", file, clause, located.sheet, (row, _FIRST))


def _is_a_row_of_answers(row: Row, column: int) -> bool:
    """Both something to answer about and an answer; the lines of checks have no second text."""
    texts = [plain(row[place] if place < len(row) else None) for place in (_FIRST, _SECOND, column)]
    return all(texts)
