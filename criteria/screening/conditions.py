"""The condition language of red lines: parsed to a tree, evaluated in three-valued logic, never executed."""

from __future__ import annotations

import functools
import operator
import re
from collections.abc import Callable, Mapping
from typing import Literal

import msgspec

from criteria.errors import StudyError

# condition  := term ("or" term)*
# term       := factor ("and" factor)*
# factor     := "not" factor | "(" condition ")" | comparison
# comparison := FIELD OP VALUE | FIELD "in" LIST | FIELD "has" WORD | FIELD "has" "any" LIST
# VALUE      := number | 'word' | yes | no | name of a threshold
Operator = Literal["<", "<=", ">", ">=", "=", "<>", "in", "has"]
_TOKEN = re.compile(
    r"\s*(?:(?P<number>-?\d+(?:\.\d+)?)|'(?P<word>[^']*)'|(?P<op><=|>=|<>|[<>=(),])|(?P<name>\w+))"
)
_ORDER: Mapping[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


class Comparison(msgspec.Struct, frozen=True):
    """A leaf: `operand` holds numbers, words, booleans or, in `threshold`, the name of a cut-off."""

    field: str
    operator: Operator
    operand: tuple[float | str | bool, ...] = ()
    threshold: str = ""


class Not(msgspec.Struct, frozen=True):
    """Negation."""

    inner: Node


class Junction(msgspec.Struct, frozen=True):
    """A conjunction or disjunction."""

    kind: Literal["and", "or"]
    parts: tuple[Node, ...]


Node = Comparison | Not | Junction


class Fact(msgspec.Struct, frozen=True):
    """What is known of a field: `value` None means unknown; numbers may carry bounds."""

    value: float | str | bool | tuple[str, ...] | None
    low: float | None = None
    high: float | None = None


class Trigger(msgspec.Struct, frozen=True):
    """One evaluated comparison: `holds` None is unknown; `borderline`: the bounds straddle the cut-off."""

    field: str
    operator: Operator
    operand: tuple[float | str | bool, ...]
    threshold: str
    fact: Fact
    holds: bool | None
    borderline: bool


class Outcome(msgspec.Struct, frozen=True):
    """The truth of a condition with every comparison that was looked at."""

    holds: bool | None
    triggers: tuple[Trigger, ...]


@functools.lru_cache(maxsize=256)
def parse(text: str) -> Node:
    """The tree of a condition; StudyError names the word at which the text stops making sense."""
    parser = _Parser(text)
    node = parser.condition()
    parser.expect_end()
    return node


def evaluate(text: str, facts: Callable[[str], Fact], thresholds: Mapping[str, float]) -> Outcome:
    """Truth of a condition over facts; unknown facts give unknown (Kleene's three-valued logic)."""
    triggers: list[Trigger] = []
    holds = _evaluate(parse(text), facts, thresholds, triggers)
    return Outcome(holds, tuple(triggers))


def fields_of(node: Node) -> frozenset[str]:
    """Every field a condition reads."""
    if isinstance(node, Comparison):
        return frozenset({node.field})
    if isinstance(node, Not):
        return fields_of(node.inner)
    return frozenset().union(*(fields_of(part) for part in node.parts))


def thresholds_of(node: Node) -> frozenset[str]:
    """Every threshold a condition names."""
    if isinstance(node, Comparison):
        return frozenset({node.threshold} if node.threshold else ())
    if isinstance(node, Not):
        return thresholds_of(node.inner)
    return frozenset().union(*(thresholds_of(part) for part in node.parts))


class _Parser:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = _tokens(text)
        self._next = 0

    def _peek(self) -> tuple[str, str]:
        return self._tokens[self._next] if self._next < len(self._tokens) else ("end", "")

    def _take(self) -> tuple[str, str]:
        token = self._peek()
        self._next += 1
        return token

    def _accept(self, kind: str, value: str) -> bool:
        if self._peek() == (kind, value):
            self._next += 1
            return True
        return False

    def _fail(self, wanted: str) -> StudyError:
        found = self._peek()[1] or "the end"
        return StudyError(f"The condition “{self._text}” needs {wanted} where it has “{found}”.")

    def expect_end(self) -> None:
        if self._peek()[0] != "end":
            raise self._fail("“and”, “or” or its end")

    def condition(self) -> Node:
        return self._junction("or", lambda: self._junction("and", self._factor))

    def _junction(self, kind: Literal["and", "or"], part: Callable[[], Node]) -> Node:
        parts = [part()]
        while self._accept("name", kind):
            parts.append(part())
        return parts[0] if len(parts) == 1 else Junction(kind, tuple(parts))

    def _factor(self) -> Node:
        if self._accept("name", "not"):
            return Not(self._factor())
        if self._accept("op", "("):
            inner = self.condition()
            if not self._accept("op", ")"):
                raise self._fail("a closing bracket")
            return inner
        return self._comparison()

    def _comparison(self) -> Comparison:
        kind, field = self._take()
        if kind != "name":
            self._next -= 1
            raise self._fail("the name of a field")
        kind, sign = self._take()
        if kind == "op" and sign in ("<", "<=", ">", ">=", "=", "<>"):
            return self._ordered(field, sign)
        if kind == "name" and sign == "in":
            return Comparison(field, "in", self._list())
        if kind == "name" and sign == "has":
            operand = self._list() if self._accept("name", "any") else (self._value()[0],)
            return Comparison(field, "has", operand)
        self._next -= 1
        raise self._fail("a comparison (<, <=, >, >=, =, <>, in, has)")

    def _ordered(self, field: str, sign: str) -> Comparison:
        value, threshold = self._value()
        operand = () if threshold else (value,)
        return msgspec.convert(
            {"field": field, "operator": sign, "operand": operand, "threshold": threshold}, Comparison
        )

    def _list(self) -> tuple[float | str | bool, ...]:
        if not self._accept("op", "("):
            raise self._fail("a list in brackets")
        values = [self._value()[0]]
        while self._accept("op", ","):
            values.append(self._value()[0])
        if not self._accept("op", ")"):
            raise self._fail("a closing bracket")
        return tuple(values)

    def _value(self) -> tuple[float | str | bool, str]:
        kind, text = self._take()
        if kind == "number":
            return float(text), ""
        if kind == "word":
            return text, ""
        if kind == "name" and text in ("yes", "no"):
            return text == "yes", ""
        if kind == "name":
            return text, text
        self._next -= 1
        raise self._fail("a number, a 'word', yes, no or the name of a threshold")


def _tokens(text: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    position = 0
    end = len(text.rstrip())
    while position < end:
        match = _TOKEN.match(text, position)
        if match is None:
            raise StudyError(f"The condition “{text}” cannot be read from “{text[position:].strip()}” on.")
        kind = match.lastgroup or ""
        found.append((kind, match.group(kind)))
        position = match.end()
    return found


def _evaluate(
    node: Node,
    facts: Callable[[str], Fact],
    thresholds: Mapping[str, float],
    triggers: list[Trigger],
) -> bool | None:
    if isinstance(node, Comparison):
        trigger = _compare(node, facts(node.field), thresholds)
        triggers.append(trigger)
        return trigger.holds
    if isinstance(node, Not):
        inner = _evaluate(node.inner, facts, thresholds, triggers)
        return None if inner is None else not inner
    results = [_evaluate(part, facts, thresholds, triggers) for part in node.parts]
    decisive = node.kind == "or"
    if decisive in results:
        return decisive
    return None if None in results else not decisive


def _compare(node: Comparison, fact: Fact, thresholds: Mapping[str, float]) -> Trigger:
    operand = node.operand
    if node.threshold:
        if node.threshold not in thresholds:
            raise StudyError(
                f"A red line names the threshold {node.threshold!r}, which the study does not have."
            )
        operand = (thresholds[node.threshold],)
    holds = _truth(node, operand, fact.value)
    borderline = False
    if node.operator in _ORDER and isinstance(fact.low, float | int) and isinstance(fact.high, float | int):
        borderline = _truth(node, operand, fact.low) != _truth(node, operand, fact.high)
    return Trigger(node.field, node.operator, operand, node.threshold, fact, holds, borderline)


def _truth(
    node: Comparison,
    operand: tuple[float | str | bool, ...],
    value: float | str | bool | tuple[str, ...] | None,
) -> bool | None:
    if value is None or value == "":
        return None
    if node.operator == "has":
        return isinstance(value, tuple) and any(word in value for word in operand)
    if node.operator == "in":
        return value in operand
    if node.operator in ("=", "<>"):
        return (value == operand[0]) == (node.operator == "=")
    if isinstance(value, str | tuple) or isinstance(operand[0], str):
        raise StudyError(f"A red line compares {node.field} by {node.operator!r}, but it is not a number.")
    return _ORDER[node.operator](value, operand[0])
