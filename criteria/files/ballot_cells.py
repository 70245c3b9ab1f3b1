"""One cell of a returned ballot as an answer: chosen from its list, or typed in the ways people type."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from criteria.edits.weights import LARGEST_RATIO
from criteria.files.ballot_findings import FindingCode
from criteria.files.ballot_plan import CANNOT_SAY, EQUAL
from criteria.files.ballot_words import STRENGTHS
from criteria.files.cell_values import CellError, is_blank, read_number
from criteria.files.cells import Cell, cell_text

_EQUALLY = frozenset({EQUAL, "equally", "equally important", "gleich", "gleich wichtig", "égal", "igual"})
_UNKNOWN = frozenset({CANNOT_SAY, "can not say", "can't say", "weiß nicht", "weiss nicht", "ne sait pas"})
_LEADING = re.compile(r"([1-9])(?:[ :.)–—-].*)?")
_LARGEST_STEP = 9.0


class AnswerError(ValueError):
    """An answer that cannot be understood; a code and a clause on what is wrong and what to do."""

    def __init__(self, code: FindingCode, clause: str) -> None:
        super().__init__(clause)
        self.code, self.clause = code, clause


@dataclass(frozen=True)
class Amount:
    """A number that was answered, and whether it was typed instead of chosen."""

    value: float
    is_typed: bool


def plain(cell: Cell) -> str:
    """A text without its case, doubled spaces and spaces at the ends."""
    return " ".join(cell_text(cell).split()).casefold()


def read_choice(cell: Cell, labels: Mapping[str, str]) -> str | None:
    """The key whose label was chosen, "equal" or "cannot say", None where the cell is empty."""
    if is_blank(cell):
        return None
    word = plain(cell)
    for key, label in labels.items():
        if word in (plain(label), plain(label).strip("“”")):
            return key
    if word in _EQUALLY:
        return EQUAL
    if word in _UNKNOWN:
        return CANNOT_SAY
    by_id = [key for key in labels if key.casefold() == word]
    if by_id:
        return by_id[0]
    offered = (
        " or ".join(f"“{label}”" for label in labels.values()) if len(labels) < 3 else "one of the items"
    )
    raise AnswerError(
        "unknown-answer", f"“{_short(cell)}” is none of the answers offered; choose {offered} from the list"
    )


def read_strength(cell: Cell, most: float = _LARGEST_STEP) -> Amount | None:
    """How much more, from 1 on, chosen or typed such as "3", "3,0" or "3: moderately"; None where empty."""
    if is_blank(cell):
        return None
    word = plain(cell)
    for place, text in enumerate(STRENGTHS, 1):
        if word == text.casefold() or word == text.casefold().partition(" ")[2]:
            return Amount(float(place), is_typed=word != text.casefold())
    leading = _LEADING.fullmatch(word)
    if leading and not word.replace(",", ".").replace(".", "", 1).isdigit():
        return Amount(float(leading[1]), is_typed=True)
    value = _number(cell, "how much more, from 1 to 9")
    if not 1.0 <= value <= most:
        raise AnswerError(
            "out-of-range",
            f"{value:g} does not lie between 1 and {most:g}; choose from the list how much more",
        )
    return Amount(value, is_typed=True)


def read_ratio(cell: Cell) -> Amount | None:
    """As `read_strength`, up to the largest ratio a study holds."""
    return read_strength(cell, LARGEST_RATIO)


def read_points(cell: Cell) -> float | None:
    """Points of zero or more, None where the cell is empty."""
    if is_blank(cell):
        return None
    value = _number(cell, "points")
    if value < 0:
        raise AnswerError("out-of-range", f"{value:g} is below zero; enter points of zero or more")
    return value


def read_place(cell: Cell, count: int) -> int | None:
    """A place from 1 to `count`, None where the cell is empty."""
    if is_blank(cell):
        return None
    text = plain(cell).rstrip(".")
    value = float(text) if text.isdecimal() else _number(cell, "a place")
    if not value.is_integer() or not 1 <= value <= count:
        raise AnswerError(
            "out-of-range", f"{value:g} is no place from 1 to {count}; choose one from the list"
        )
    return int(value)


def _number(cell: Cell, what: str) -> float:
    try:
        value = read_number(cell)
    except CellError as error:
        raise AnswerError("not-a-number", error.clause) from error
    if value is None:
        raise AnswerError("not-a-number", f"“{_short(cell)}” is not {what}; enter it or clear the cell")
    return value


def _short(cell: Cell) -> str:
    text = " ".join(cell_text(cell).split())
    return text if len(text) <= 40 else f"{text[:39]}…"
