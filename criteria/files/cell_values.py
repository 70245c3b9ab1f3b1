"""Cells of a table as numbers, levels, flags, words and lists; what cannot be read says why in a clause."""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Collection, Mapping

from criteria.files.cells import Cell, cell_text
from criteria.files.column_words import head_key
from criteria.files.numbers import DecimalStyle, NotANumberError, NumberProblem, parse_number
from criteria.model.tree import Criterion

_YES = frozenset({"yes", "y", "true", "1", "ja", "j", "oui", "o", "si", "s", "x", "wahr", "vrai", "✓"})
_NO = frozenset({"no", "n", "false", "0", "nein", "non", "falsch", "faux"})
_LEVEL = re.compile(r"(?:level\s+)?(\d+)\s*[\s:=.)–—-]\s*(.+)", re.IGNORECASE)
_EARLIEST_YEAR, _LATEST_YEAR = 1900, 2100
_CLAUSES: Mapping[NumberProblem, str] = {
    NumberProblem.AMBIGUOUS: "“{text}” can be read with a decimal point or a decimal comma; choose "
    "which one the file uses",
    NumberProblem.OTHER_DECIMAL: "“{text}” does not fit the decimal mark of the file; correct it or choose "
    "the other mark",
    NumberProblem.NOT_FINITE: "“{text}” is not a finite number; correct or clear the cell",
    NumberProblem.ERROR_VALUE: "the cell shows the error {text}; correct its formula or clear it",
    NumberProblem.DATE: "“{text}” is a date where a number belongs; enter the number",
    NumberProblem.UNIT: "“{text}” mixes a number with words; leave only the number",
}


class CellError(ValueError):
    """A cell that cannot be read: a code for programs, a clause for people."""

    def __init__(self, code: str, clause: str) -> None:
        super().__init__(clause)
        self.code = code
        self.clause = clause


def is_blank(cell: Cell) -> bool:
    """Whether a cell holds nothing, or nothing but spaces."""
    return cell is None or (isinstance(cell, str) and not cell.strip())


def read_number(cell: Cell, decimal: DecimalStyle | None = None) -> float | None:
    """The finite number in a cell, None where it is blank or says "n/a", ".." or "–"; CellError otherwise."""
    if is_blank(cell):
        return None
    if isinstance(cell, dt.date):
        raise CellError(
            "date-in-number-cell",
            f"the cell holds the date {cell_text(cell)}; spreadsheets turn entries such as 3.5 "
            "into dates, so enter the number again",
        )
    if isinstance(cell, bool):
        raise CellError("not-a-number", f"{cell_text(cell)} is not a number; enter the number")
    if isinstance(cell, int | float):
        if not math.isfinite(cell):
            raise CellError("not-finite", f"{cell} is not a finite number; correct or clear the cell")
        return float(cell)
    try:
        return parse_number(str(cell), decimal if decimal in {".", ","} else None)
    except NotANumberError as error:
        if error.problem is NumberProblem.MISSING_MARK:
            return None
        clause = _CLAUSES.get(error.problem, "“{text}” is not a number; correct or clear the cell")
        raise CellError(_code(error.problem), clause.format(text=_short(str(cell)))) from error


def read_figure(cell: Cell, criterion: Criterion, decimal: DecimalStyle | None = None) -> float | None:
    """A number or level on the scale of a criterion, None where it is missing; CellError otherwise."""
    try:
        figure = read_number(cell, decimal)
    except CellError:
        figure = level_of(cell, criterion)
        if figure is None:
            raise
    if figure is not None and not criterion.minimum <= figure <= criterion.maximum:
        raise CellError(
            "off-scale",
            f"{figure:g} is off the scale {criterion.minimum:g} to {criterion.maximum:g} of "
            f"{criterion.name}; correct it",
        )
    return figure


def level_of(cell: Cell, criterion: Criterion) -> float | None:
    """The level that a text names, as "Pilot" or "3 Pilot" do; None where it names none of the scale."""
    if not isinstance(cell, str):
        return None
    match = _LEVEL.fullmatch(cell.strip())
    number, label = (match[1], match[2]) if match else ("", cell)
    for level in criterion.levels:
        if head_key(level.label) == head_key(label) and number in ("", str(level.value)):
            return float(level.value)
    return None


def read_flag(cell: Cell) -> bool | None:
    """Yes or no in the words of several languages, None where blank; CellError otherwise."""
    word = cell_text(cell).casefold()
    if not word:
        return None
    if word in _YES or word in _NO:
        return word in _YES
    raise CellError("not-a-flag", f"“{_short(word)}” is neither yes nor no; write yes, no or nothing")


def read_year(cell: Cell) -> int | None:
    """A year from 1900 to 2100, None where blank; CellError otherwise."""
    number = read_number(cell, ".")
    if number is None:
        return None
    if not number.is_integer() or not _EARLIEST_YEAR <= number <= _LATEST_YEAR:
        raise CellError("not-a-year", f"{number:g} is not a year; enter one such as 2024")
    return int(number)


def read_list(cell: Cell) -> tuple[str, ...]:
    """The items of a list parted by semicolons, bars or line breaks, or else by commas."""
    if isinstance(cell, dt.date):
        raise CellError(
            "date-in-text-cell",
            f"the cell holds the date {cell_text(cell)}; spreadsheets turn entries such as 3.4 "
            "into dates, so enter it again as text",
        )
    text = cell_text(cell)
    parts = re.split(r"[;|\n]", text) if re.search(r"[;|\n]", text) else text.split(",")
    return tuple(dict.fromkeys(part.strip() for part in parts if part.strip()))


def known_word(word: str, vocabulary: Collection[str]) -> str | None:
    """The word of a vocabulary that is meant, whatever its case, spaces and hyphens, else None."""
    if word in vocabulary:
        return word
    wanted = head_key(word)
    return next((known for known in vocabulary if head_key(known) == wanted), None)


def _code(problem: NumberProblem) -> str:
    codes = {
        NumberProblem.AMBIGUOUS: "ambiguous-number",
        NumberProblem.OTHER_DECIMAL: "other-decimal-mark",
        NumberProblem.NOT_FINITE: "not-finite",
        NumberProblem.ERROR_VALUE: "error-value",
        NumberProblem.DATE: "date-in-number-cell",
    }
    return codes.get(problem, "not-a-number")


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 40 else f"{plain[:39]}…"
