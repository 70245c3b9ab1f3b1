"""Numbers written as text, in the ways Europe and the rest of the world write them; nothing is guessed."""

from __future__ import annotations

import enum
import math
import re
from collections.abc import Iterable
from typing import Literal, TypeAlias

#: The decimal mark of a column; "ambiguous" where its texts allow both or contradict each other.
DecimalStyle: TypeAlias = Literal[".", ",", "ambiguous"]


class NumberProblem(enum.StrEnum):
    """Why a text is not taken as a number."""

    EMPTY = "empty"
    MISSING_MARK = "missing-mark"
    AMBIGUOUS = "ambiguous"
    OTHER_DECIMAL = "other-decimal"
    NOT_FINITE = "not-finite"
    ERROR_VALUE = "error-value"
    DATE = "date"
    UNIT = "unit"
    TEXT = "text"


class NotANumberError(ValueError):
    """A text that is not one finite number; `problem` says why, `text` is what was found."""

    def __init__(self, problem: NumberProblem, text: str) -> None:
        super().__init__(f"{text!r} is not a number ({problem.value})")
        self.problem = problem
        self.text = text


_MISSING = frozenset({"-", "–", "—", "..", "...", "…", "na", "n/a", "n.a.", "n. a.", "null", "none"})
_INFINITE = re.compile(r"[+-]?(?:nan|inf|infinity|∞)|1\.#\w+", re.IGNORECASE)
_DATE = re.compile(r"\d{4}-\d{1,2}-\d{1,2}.*|\d{1,2}\.\d{1,2}\.\d{2,4}|\d{1,2}/\d{1,2}/\d{2,4}")
_MARKED = re.compile(r"([+-]?)([0-9][0-9.,' ]*|[.,][0-9]+)(?:[eE]([+-]?[0-9]{1,4}))? ?%?")
_UNIT = re.compile(r"[^0-9]{0,12}[+-]?[0-9][0-9.,' ]*[^0-9]{0,24}")
#: The signs that typography puts in the place of a space, an apostrophe or a hyphen.
_SIGNS = str.maketrans({"\u00a0": " ", "\u202f": " ", "\u2009": " ", "’": "'", "\u2212": "-"})
_BODY = {
    mark: re.compile(
        rf"(?:[0-9]+|[1-9][0-9]{{0,2}}(?:([{other}' ])[0-9]{{3}})(?:\1[0-9]{{3}})*)?(?:[{mark}][0-9]+)?"
    )
    for mark, other in ((".", ","), (",", "."))
}
#: A longer text is no number of this world, and float() would only waste time on it.
_LONGEST = 60


def parse_number(text: str, decimal: DecimalStyle | None = None) -> float:
    """The finite number that a text writes, with `decimal` as its mark; without one, both marks must agree.

    Groups of three digits may be parted by the other mark, a space or an apostrophe. A per cent sign is
    dropped: "45 %" is 45, as criteria in per cent run from 0 to 100. Raises `NotANumberError`.
    """
    plain = text.translate(_SIGNS).strip()
    match = _MARKED.fullmatch(plain) if len(plain) <= _LONGEST else None
    if match is None:
        raise NotANumberError(_reason(plain), text)
    readings = _readings(match)
    if not readings:
        raise NotANumberError(_reason(plain), text)
    if decimal in {".", ","} and decimal not in readings:
        raise NotANumberError(NumberProblem.OTHER_DECIMAL, text)
    values = {readings[decimal]} if decimal in readings else set(readings.values())
    if len(values) > 1:
        raise NotANumberError(NumberProblem.AMBIGUOUS, text)
    value = values.pop()
    if not math.isfinite(value):
        raise NotANumberError(NumberProblem.NOT_FINITE, text)
    return value


def decimal_style(texts: Iterable[str], delimiter: str | None = None) -> DecimalStyle:
    """The decimal mark that the numbers among the texts use, "." where no number needs one.

    A text such as "1,234" allows both readings and decides nothing. A comma as `delimiter` of the file is
    evidence for the point where only texts such as "1.234" leave the question open.
    """
    evidence: set[str | None] = set()
    open_marks: set[str] = set()
    for text in texts:
        plain = text.translate(_SIGNS).strip()
        match = _MARKED.fullmatch(plain) if len(plain) <= _LONGEST else None
        readings = _readings(match) if match else {}
        if len(readings) == 1:
            evidence.update(readings)
        elif len(set(readings.values())) > 1:
            open_marks.update(mark for mark in ".," if mark in plain)
    if len(evidence) == 1:
        return "." if "." in evidence else ","
    if evidence:
        return "ambiguous"
    if open_marks == {"."} and delimiter == ",":
        return "."
    return "ambiguous" if open_marks else "."


def _readings(match: re.Match[str]) -> dict[str | None, float]:
    """The value of a numeral under each decimal mark that fits its digits."""
    sign, body, exponent = match[1], match[2].rstrip(), match[3] or "0"
    found: dict[str | None, float] = {}
    for mark, pattern in _BODY.items():
        if pattern.fullmatch(body):
            other = "," if mark == "." else "."
            digits = body.replace(other, "").replace("'", "").replace(" ", "").replace(mark, ".")
            found[mark] = float(f"{sign}{digits}e{exponent}")
    return found


def _reason(plain: str) -> NumberProblem:
    if not plain:
        return NumberProblem.EMPTY
    if plain.casefold() in _MISSING:
        return NumberProblem.MISSING_MARK
    if plain.startswith("#"):
        return NumberProblem.ERROR_VALUE
    if _INFINITE.fullmatch(plain):
        return NumberProblem.NOT_FINITE
    if _DATE.fullmatch(plain):
        return NumberProblem.DATE
    if _UNIT.fullmatch(plain) and not _MARKED.fullmatch(plain):
        return NumberProblem.UNIT
    return NumberProblem.TEXT
