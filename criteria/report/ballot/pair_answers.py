"""Pairwise answers of one group as ratios: what was chosen, how much more, and the table they make."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from criteria.edits.weights import LARGEST_RATIO
from criteria.files.ballot_plan import EQUAL, Question
from criteria.model.people import JudgementScale
from criteria.report.ballot.page import NOTE_LINE, NUMBER, RATIO, STEP, Page
from criteria.report.ballot.questions import Written, strengths
from criteria.report.ballot.terms import (
    Area,
    Term,
    at_most,
    both,
    equals,
    function,
    has_number,
    place_of,
    term,
    trimmed,
    when,
)
from criteria.report.workbook.styles import HEAD_RIGHT

#: Where tables start, after a column of labels.
START = 2
_LARGEST = 9.0
_POWER = "POWER"


def _scaled(scale: JudgementScale, answer: Term, n: int) -> Term:
    """The ratio that an answer from 1 to 9 stands for (Goepel 2018, table 1)."""
    formulas: MappingProxyType[str, Callable[[Term], Term]] = MappingProxyType(
        {
            "linear": lambda x: x,
            "balanced": lambda x: (term(9.0) + x) / (term(11.0) - x),
            "balanced_n": lambda x: (term(9.0) + x * (n - 1.0)) / (term(9.0 + n) - x),
            "geometric": lambda x: function(_POWER, pow, 2.0, x - 1.0),
            "power": lambda x: function(_POWER, pow, x, 2.0),
        }
    )
    return formulas[scale](answer)


@dataclass(frozen=True)
class Ratios:
    """The tables of a group (n x n): ratios with 0 where none is known, their mirror, 1 where missing."""

    known: Area
    mirrored: Area
    missing: Area
    answers: tuple[Term, ...]
    next_row: int


def write_ratios(
    page: Page,
    row: int,
    written: Written,
    questions: Sequence[Question],
    children: Sequence[str],
    scale: JudgementScale,
) -> Ratios:
    """Writes the answers as numbers, then as tables."""
    heads = ("question", "how much more", "ratio first to second")
    for offset, head in enumerate(heads):
        page.text(row, START + offset, head, HEAD_RIGHT)
    answers = []
    for place, question in enumerate(questions, 1):
        page.constant(row + place, START, float(question.number), NUMBER)
        which, how_much = written.of(question)
        amount = page.put(row + place, START + 1, _amount(how_much, scale), RATIO)
        ratio = _ratio(which, amount, written.names[question.number], scale, len(children))
        answers.append(page.put(row + place, START + 2, ratio, RATIO))
    return _write_tables(page, row + len(questions) + 2, tuple(answers), len(children))


def _amount(how_much: Term, scale: JudgementScale) -> Term:
    """1 to 9 as chosen or typed, 0 where nothing can be made of it."""
    most = LARGEST_RATIO if scale == "linear" else _LARGEST
    fits = both(at_most(term(1.0), how_much), at_most(how_much, most))
    typed = when(fits, how_much, 0.0)
    return when(has_number(how_much), typed, place_of(trimmed(how_much), strengths()))


def _ratio(which: Term, amount: Term, names: tuple[Term, ...], scale: JudgementScale, n: int) -> Term:
    chosen, scaled = trimmed(which), _scaled(scale, amount, n)
    second = when(equals(chosen, names[1]), term(1.0) / scaled, "")
    sided = when(equals(amount, 0.0), "", when(equals(chosen, names[0]), scaled, second))
    return when(equals(chosen, EQUAL), 1.0, sided)


def _write_tables(page: Page, row: int, answers: tuple[Term, ...], n: int) -> Ratios:
    pairs = [(i, j) for i in range(n) for j in range(i + 1, n)]
    by_pair = dict(zip(pairs, answers, strict=True))

    def ratio(i: int, j: int) -> Term:
        if i == j:
            return term(1.0)
        if i < j:
            return when(has_number(by_pair[i, j]), by_pair[i, j], 0.0)
        return when(has_number(by_pair[j, i]), term(1.0) / by_pair[j, i], 0.0)

    def gap(i: int, j: int) -> Term:
        known = by_pair.get((min(i, j), max(i, j)))
        return term(0.0) if known is None else when(has_number(known), 0.0, 1.0)

    page.text(row, 1, "ratios, row to column; 0 where none is known", NOTE_LINE)
    known = page.table(row + 1, START, [[ratio(i, j) for j in range(n)] for i in range(n)], STEP)
    page.text(row + n + 1, 1, "the same, column to row", NOTE_LINE)
    mirrored = [[known.at(j, i) for j in range(n)] for i in range(n)]
    mirror = page.table(row + n + 2, START, mirrored, STEP)
    page.text(row + 2 * n + 2, 1, "1 where a ratio is missing", NOTE_LINE)
    missing = page.table(row + 2 * n + 3, START, [[gap(i, j) for j in range(n)] for i in range(n)], STEP)
    return Ratios(known, mirror, missing, answers, row + 3 * n + 4)
