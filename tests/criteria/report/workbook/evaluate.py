"""A very small reader of formulas, for everyday tests of single ones; LibreOffice reads whole workbooks."""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Mapping
from typing import Any

Value = float | str | bool | None
_TOKEN = re.compile(
    r'\s*(?:(?P<text>"(?:[^"]|"")*")|(?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)'
    r"|(?P<cell>(?:(?:'[^']+'|\w+)!)?\$[A-Z]+\$\d+)|(?P<name>[A-Za-z_]\w*)|(?P<sign><>|<=|>=|[=<>&+\-*/^(),]))"
)
_FUNCTIONS: Mapping[str, Callable[..., object]] = {
    "MAX": max, "MIN": min, "LN": math.log, "EXP": math.exp, "ABS": abs, "SQRT": math.sqrt,
    "AND": lambda *parts: all(parts), "OR": lambda *parts: any(parts), "NOT": operator.not_,
    "ISNUMBER": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "EXACT": operator.eq,
    "FIND": lambda part, whole: whole.index(part) + 1 if part in whole else "#VALUE!",
    "SUBSTITUTE": lambda text, old, new: text.replace(old, new),
}  # fmt: skip
_LEVELS: tuple[Mapping[str, Callable[[Any, Any], object]], ...] = (
    {"=": operator.eq, "<>": operator.ne, "<": operator.lt, ">": operator.gt, "<=": operator.le,
     ">=": operator.ge},
    {"&": lambda first, second: f"{first}{second}"},
    {"+": operator.add, "-": operator.sub},
    {"*": operator.mul, "/": operator.truediv},
    {"^": operator.pow},
)  # fmt: skip

Later = Callable[[], Any]


def evaluate(formula: str, cells: Mapping[str, Value]) -> object:
    """The value of a formula of cells, defined names and plain functions; an empty cell is an empty text."""
    reader = _Reader(formula, cells)
    value = reader.level(0)
    assert reader.sign() == "", f"unread: {formula}"
    return value()


class _Reader:
    """Reads one formula into functions that compute it, so that IF takes one branch only."""

    def __init__(self, formula: str, cells: Mapping[str, Value]) -> None:
        self._tokens = list(_TOKEN.finditer(formula))
        self._cells = cells
        self._next = 0

    def sign(self) -> str:
        """The sign that comes next, empty where something else or nothing does."""
        return (self._tokens[self._next]["sign"] or "") if self._next < len(self._tokens) else ""

    def level(self, depth: int) -> Later:
        """An expression of operators that bind at least this strongly."""
        if depth == len(_LEVELS):
            return self._primary()
        value = self.level(depth + 1)
        while (sign := self.sign()) in _LEVELS[depth] and sign:
            self._next += 1
            value = self._joined(_LEVELS[depth][sign], value, self.level(depth + 1))
        return value

    @staticmethod
    def _joined(join: Callable[[Any, Any], object], first: Later, second: Later) -> Later:
        return lambda: join(first(), second())

    def _primary(self) -> Later:
        token = self._tokens[self._next]
        self._next += 1
        if token["sign"] == "-":
            inner = self._primary()
            return lambda: -inner()
        if token["sign"] == "(":
            inner = self.level(0)
            self._next += 1
            return inner
        if token["text"] is not None:
            text = token["text"][1:-1].replace('""', '"')
            return lambda: text
        if token["number"] is not None:
            number = float(token["number"])
            return lambda: number
        if token["name"] is not None and self.sign() == "(":
            return self._call(token["name"])
        value = self._cells[token["cell"] or token["name"]]
        return lambda: "" if value is None else value

    def _call(self, name: str) -> Later:
        self._next += 1
        parts = [self.level(0)]
        while self.sign() == ",":
            self._next += 1
            parts.append(self.level(0))
        self._next += 1
        if name == "IF":
            return lambda: parts[1]() if parts[0]() else parts[2]()
        return lambda: _FUNCTIONS[name](*(part() for part in parts))
