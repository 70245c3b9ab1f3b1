"""The hidden sheet by which a ballot is recognised: rows of keys, topics and questions, as plain cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import msgspec

from criteria.files.ballot_plan import BallotPlan, Question, Topic
from criteria.files.ballot_words import STRENGTHS
from criteria.files.cells import Cell, cell_text, position

FORMAT, VERSION = "proportio-ballot", 1
_KEYS = (
    "title", "identity", "structure", "stakeholder", "name", "method", "layout", "written", "closes",
)  # fmt: skip


class DataSheetError(ValueError):
    """The hidden sheet says something that no ballot says; the text tells what."""


class Asked(msgspec.Struct, frozen=True):
    """A question with the sheet and the cells (row and column, from 0) of its answers."""

    question: Question
    sheet: str
    cells: tuple[tuple[int, int], ...]


class BallotData(msgspec.Struct, frozen=True):
    """What the hidden sheet tells: what was asked, and where the answers stand."""

    plan: BallotPlan
    asked: tuple[Asked, ...]


def data_rows(
    plan: BallotPlan, sheet: str, cells: Sequence[Sequence[str]], choices: Sequence[Sequence[str]]
) -> list[list[str | float]]:
    """The rows of the hidden sheet; for each question the names of its cells and what its list offers."""
    rows: list[list[str | float]] = [[FORMAT, float(VERSION)], ["list", "strength", *STRENGTHS]]
    rows += [[key, getattr(plan, key)] for key in _KEYS]
    rows += [["topic", topic.id, topic.label, topic.stake] for topic in plan.topics]
    for question, names, offered in zip(plan.questions, cells, choices, strict=True):
        first, second = (*names, "")[:2]
        head = (question.node, question.kind, question.first, question.second, sheet, first, second)
        rows.append(["question", float(question.number), *head, *offered])
    return rows


def question_row(plan: BallotPlan, question: Question) -> int:
    """The row (from 1) of a question on the hidden sheet."""
    return 2 + len(_KEYS) + len(plan.topics) + plan.questions.index(question) + 1


def is_data_sheet(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a sheet is the hidden one of a ballot, whatever it is called."""
    return bool(rows) and bool(rows[0]) and cell_text(rows[0][0]) == FORMAT


def read_data(rows: Sequence[Sequence[Cell]]) -> BallotData:
    """What a hidden sheet tells; DataSheetError where it contradicts itself, KeyError never."""
    version = cell_text(rows[0][1]) if len(rows[0]) > 1 else ""
    if version != str(VERSION):
        raise DataSheetError(f"format {version or 'unknown'}")
    texts = [[cell_text(value) for value in row] for row in rows]
    keys = {row[0]: row[1] for row in texts if row[0] in _KEYS and len(row) > 1}
    missing = [key for key in _KEYS if key not in keys]
    if missing:
        raise DataSheetError(f"no line “{missing[0]}”")
    topics = tuple(Topic(*_filled(row[1:4], 3)) for row in texts if row[0] == "topic")
    asked = tuple(_asked(_filled(row[1:9], 8)) for row in texts if row[0] == "question")
    fields: dict[str, Any] = {**keys, "topics": topics, "questions": tuple(one.question for one in asked)}
    try:
        plan = msgspec.convert(msgspec.to_builtins(fields), BallotPlan)
    except msgspec.ValidationError as error:
        raise DataSheetError(str(error)) from error
    _check(plan)
    return BallotData(plan, asked)


def _asked(row: list[str]) -> Asked:
    number, node, kind, first, second, sheet, *names = row
    places = tuple(position(name) for name in names if name)
    if not number.isdecimal() or not places or None in places:
        raise DataSheetError(f"question {number or 'without a number'} has no place")
    try:
        question = msgspec.convert(
            {"number": int(number), "node": node, "kind": kind, "first": first, "second": second}, Question
        )
    except msgspec.ValidationError as error:
        raise DataSheetError(f"question {number}: {error}") from error
    return Asked(question, sheet, tuple(place for place in places if place is not None))


def _check(plan: BallotPlan) -> None:
    """Every question is about topics that are there, and has a number and cells of its own."""
    known = {topic.id for topic in plan.topics}
    numbers = [question.number for question in plan.questions]
    if not numbers or len(set(numbers)) < len(numbers):
        raise DataSheetError("its questions are missing or repeated")
    for question in plan.questions:
        for key in (question.first, question.second):
            if key and key not in known:
                raise DataSheetError(f"question {question.number} is about {key}, which has no line")


def _filled(texts: Iterable[str], count: int) -> list[str]:
    return (list(texts) + [""] * count)[:count]
