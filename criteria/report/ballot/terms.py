"""Formulas built together with the values they have, so that what a cell stores is what it computes."""

from __future__ import annotations

import enum
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np

from criteria.report.workbook.references import here, number, quoted, span


class Fault(enum.Enum):
    """What a formula gives that cannot be computed, such as a division by zero; no cell may store it."""

    ERROR = "#VALUE!"


Value: TypeAlias = float | str | bool | Fault
_COMPARED, _JOINED, _ADDED, _MULTIPLIED, _ATOM = range(5)


@dataclass(frozen=True)
class Term:
    """A part of a formula and its value; an empty cell is an empty text."""

    text: str
    value: Value
    level: int = _ATOM

    def __add__(self, other: Term | float) -> Term:
        return self._with("+", other, _ADDED, lambda first, second: first + second)

    def __sub__(self, other: Term | float) -> Term:
        return self._with("-", other, _ADDED, lambda first, second: first - second)

    def __mul__(self, other: Term | float) -> Term:
        return self._with("*", other, _MULTIPLIED, lambda first, second: first * second)

    def __truediv__(self, other: Term | float) -> Term:
        return self._with("/", other, _MULTIPLIED, lambda first, second: first / second)

    def __and__(self, other: Term | str) -> Term:
        """Texts joined; a number is written as the spreadsheet writes it."""
        given = term(other)
        if isinstance(self.value, Fault) or isinstance(given.value, Fault):
            value: Value = Fault.ERROR
        else:
            value = f"{_written(self.value)}{_written(given.value)}"
        return Term(f"{_bracketed(self, _JOINED)}&{_bracketed(given, _JOINED + 1)}", value, _JOINED)

    def _with(
        self, sign: str, other: Term | float, level: int, compute: Callable[[float, float], float]
    ) -> Term:
        given = term(other)
        value: Value = Fault.ERROR
        if is_number(self.value) and is_number(given.value):
            try:
                value = compute(float(self.value), float(given.value))  # type: ignore[arg-type]
            except ZeroDivisionError:
                value = Fault.ERROR
        # The right side binds one level tighter: a-(b-c) keeps its brackets.
        return Term(f"{_bracketed(self, level)}{sign}{_bracketed(given, level + 1)}", value, level)


@dataclass(frozen=True)
class Area:
    """A rectangle of cells and what they hold, row by row; the prefix names another sheet."""

    row: int
    column: int
    values: tuple[tuple[Value, ...], ...]
    prefix: str = ""

    @property
    def text(self) -> str:
        """The rectangle as formulas name it."""
        last = self.row + len(self.values) - 1, self.column + len(self.values[0]) - 1
        return f"{self.prefix}{span(self.row, self.column, *last)}"

    @property
    def flat(self) -> tuple[Value, ...]:
        """All cells, row by row."""
        return tuple(value for row in self.values for value in row)

    def line(self, place: int, first: int = 0, count: int | None = None) -> Area:
        """One row, from 0, or some cells of it."""
        values = self.values[place][first : None if count is None else first + count]
        return Area(self.row + place, self.column + first, (values,), self.prefix)

    def at(self, i: int, j: int | None = None) -> Term:
        """One cell by row and column from 0, or by its place in a single row or column."""
        if j is None:
            i, j = (0, i) if len(self.values) == 1 else (i, 0)
        return cell(self.row + i, self.column + j, self.values[i][j], self.prefix)


def term(value: Term | float | str) -> Term:
    """A constant as a formula holds it; a term stays itself."""
    if isinstance(value, Term):
        return value
    return Term(quoted(value), value) if isinstance(value, str) else Term(number(value), float(value))


def cell(row: int, column: int, value: Value, prefix: str = "") -> Term:
    """A cell of a sheet, whose name with its exclamation mark is the prefix."""
    return Term(f"{prefix}{here(row, column)}", value)


def area(row: int, column: int, values: Sequence[Sequence[Value]], prefix: str = "") -> Area:
    """The rectangle that starts at a cell and holds these values."""
    return Area(row, column, tuple(tuple(line) for line in values), prefix)


def is_number(value: Value) -> bool:
    """Whether a spreadsheet can compute with it."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def when(condition: Term, then: Term | float | str, otherwise: Term | float | str) -> Term:
    """IF: only the branch taken must be computable."""
    first, second = term(then), term(otherwise)
    value: Value = Fault.ERROR
    if isinstance(condition.value, bool):
        value = first.value if condition.value else second.value
    return Term(f"IF({condition.text},{first.text},{second.text})", value)


def equals(first: Term, second: Term | float | str) -> Term:
    """Whether two are the same; texts whatever their case, as spreadsheets compare them."""
    other = term(second)
    same = _key(first.value) == _key(other.value)
    is_wrong = Fault.ERROR in (first.value, other.value)
    return Term(
        f"{_bracketed(first, _JOINED)}={_bracketed(other, _JOINED)}",
        Fault.ERROR if is_wrong else same,
        _COMPARED,
    )


def above(first: Term, second: Term | float) -> Term:
    """Whether a number is larger than another."""
    return _compared(first, ">", second, lambda one, other: one > other)


def at_most(first: Term, second: Term | float) -> Term:
    """Whether a number is no larger than another."""
    return _compared(first, "<=", second, lambda one, other: one <= other)


def both(*conditions: Term) -> Term:
    """AND: all are computed, as spreadsheets do."""
    return _logical("AND", all, conditions)


def either(*conditions: Term) -> Term:
    """OR: all are computed, as spreadsheets do."""
    return _logical("OR", any, conditions)


def has_number(given: Term) -> Term:
    """ISNUMBER."""
    return Term(f"ISNUMBER({given.text})", is_number(given.value))


def trimmed(given: Term) -> Term:
    """TRIM: without spaces at the ends and doubled ones inside."""
    value = given.value
    # Only the common space is taken out, as spreadsheets do, and not every kind that there is.
    parts = [] if isinstance(value, Fault) else [part for part in _written(value).split(" ") if part]
    text = Fault.ERROR if isinstance(value, Fault) else " ".join(parts)
    return Term(f"TRIM({given.text})", text)


def function(name: str, compute: Callable[..., float], *given: Term | float) -> Term:
    """A function of numbers, such as LN; it faults where one is no number or has none."""
    terms = [term(one) for one in given]
    value: Value = Fault.ERROR
    if all(is_number(one.value) for one in terms):
        try:
            value = float(compute(*(one.value for one in terms)))
        except (ValueError, OverflowError):
            value = Fault.ERROR
    return Term(f"{name}({','.join(one.text for one in terms)})", value)


def logarithm(given: Term) -> Term:
    """LN."""
    return function("LN", math.log, given)


def rounded(given: Term, digits: int) -> Term:
    """ROUND."""
    return function("ROUND", lambda value, places: round(value, int(places)), given, float(digits))


def over(name: str, compute: Callable[[list[float]], float], given: Area) -> Term:
    """A function over the numbers in a rectangle, such as SUM; texts are passed over."""
    known = [float(value) for value in given.flat if is_number(value)]  # type: ignore[arg-type]
    fault = any(isinstance(value, Fault) for value in given.flat)
    return Term(f"{name}({given.text})", Fault.ERROR if fault else float(compute(known)))


def total(given: Area) -> Term:
    """SUM."""
    return over("SUM", math.fsum, given)


def count_of(given: Area, wanted: Term) -> Term:
    """COUNTIF: how many cells hold this number."""
    hits = sum(is_number(value) and value == wanted.value for value in given.flat)
    return Term(f"COUNTIF({given.text},{wanted.text})", float(hits))


def count_below(given: Area, limit: Term) -> Term:
    """COUNTIF: how many cells hold a smaller number."""
    hits = sum(is_number(value) and value < limit.value for value in given.flat)  # type: ignore[operator]
    return Term(f'COUNTIF({given.text},"<"&{limit.text})', float(hits))


def scalar_product(first: Area, second: Area, divisor: Area | None = None) -> Term:
    """SUMPRODUCT of two rows, the second over a third where one is given."""
    text = second.text if divisor is None else f"{second.text}/{divisor.text}"
    one, other = _floats(first), _floats(second)
    if divisor is not None:
        other = other / _floats(divisor)
    return Term(f"SUMPRODUCT({first.text},{text})", float((one * other).sum()))


def place_of(wanted: Term, among: Area, otherwise: float = 0.0) -> Term:
    """MATCH: the place of a value in a list, from 1, or another number where it is not in it."""
    keys = [_key(value) for value in among.flat]
    hit = _key(wanted.value)
    value = float(keys.index(hit) + 1) if hit in keys else otherwise
    return Term(f"IFERROR(MATCH({wanted.text},{among.text},0),{number(otherwise)})", value)


def entry(among: Area, row: Term | int, column: Term | int = 1) -> Term:
    """INDEX: the cell at a row and a column, both from 1, that formulas give."""
    places = [term(row), term(column)]
    text = f"INDEX({among.text},{places[0].text},{places[1].text})"
    if not all(is_number(place.value) for place in places):
        return Term(text, Fault.ERROR)
    i, j = (int(place.value) - 1 for place in places)  # type: ignore[arg-type]
    inside = 0 <= i < len(among.values) and 0 <= j < len(among.values[0])
    return Term(text, among.values[i][j] if inside else Fault.ERROR)


def place_of_largest(among: Area) -> Term:
    """MATCH of MAX: the place, from 1, of the first of the largest numbers in a row or column."""
    known = [float(value) if is_number(value) else -math.inf for value in among.flat]  # type: ignore[arg-type]
    return Term(f"MATCH(MAX({among.text}),{among.text},0)", float(known.index(max(known)) + 1))


def inverse_entry(
    inverse: np.ndarray[tuple[int, ...], np.dtype[np.float64]], of: Area, i: int, j: int
) -> Term:
    """INDEX of MINVERSE: one cell of the inverse (given as well) of a square table."""
    return Term(f"INDEX(MINVERSE({of.text}),{i + 1},{j + 1})", float(inverse[i, j]))


def product_entry(
    product: np.ndarray[tuple[int, ...], np.dtype[np.float64]], of: Area, i: int, j: int
) -> Term:
    """INDEX of MMULT: one cell of a square table times itself (given as well)."""
    return Term(f"INDEX(MMULT({of.text},{of.text}),{i + 1},{j + 1})", float(product[i, j]))


def _floats(given: Area) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    return np.array([float(value) for value in given.flat])  # type: ignore[arg-type]


def _compared(first: Term, sign: str, second: Term | float, compare: Callable[[float, float], bool]) -> Term:
    other = term(second)
    value: Value = Fault.ERROR
    if is_number(first.value) and is_number(other.value):
        value = compare(float(first.value), float(other.value))  # type: ignore[arg-type]
    return Term(f"{_bracketed(first, _JOINED)}{sign}{_bracketed(other, _JOINED)}", value, _COMPARED)


def _logical(name: str, decide: Callable[[list[bool]], bool], conditions: tuple[Term, ...]) -> Term:
    values = [condition.value for condition in conditions]
    text = f"{name}({','.join(condition.text for condition in conditions)})"
    if any(isinstance(value, Fault) for value in values):
        return Term(text, Fault.ERROR)
    return Term(text, decide([bool(value) for value in values]))


def _bracketed(given: Term, least: int) -> str:
    return f"({given.text})" if given.level < least else given.text


def _written(value: Value) -> str:
    """A value as it stands in a joined text, with the decimal point of English."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return f"{value:.15g}"
    return str(value.value) if isinstance(value, Fault) else str(value)


def _key(value: Value) -> object:
    return value.casefold() if isinstance(value, str) else float(value) if is_number(value) else value  # type: ignore[arg-type]
