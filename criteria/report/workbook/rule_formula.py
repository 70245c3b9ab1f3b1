"""Conditions of red lines as formulas: 1 where they hold, 0 where not, 0.5 where a value is unknown."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from criteria.report.workbook.references import number, quoted
from criteria.screening.conditions import Comparison, Node, Not, parse

_PLAIN_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")


@dataclass(frozen=True)
class Facts:
    """Where a condition finds what it reads: cells of fields and of cut-offs; `criteria` hold numbers."""

    cell: Callable[[str], str]
    cutoff: Callable[[str], str]
    criteria: frozenset[str]


#: Fields that hold numbers, besides criteria.
NUMBERS = frozenset({"budget_eur", "rule_of_law", "freedom_total"})
#: Fields that hold yes or no.
FLAGS = frozenset({"oda_recipient", "ldc", "end_user_known_violation", "less_intrusive_alternative"})


def rule_formula(condition: str, facts: Facts) -> str:
    """The truth of a condition about the project whose cells `facts` names.

    Kleene's three-valued logic in numbers: and is the smallest, or the largest, not is 1 minus.
    """
    return _truth(parse(condition), facts)


def cutoff_name(threshold: str) -> str | None:
    """The name formulas give the cell of a cut-off, None where its id makes no valid name."""
    return f"cutoff_{threshold}" if _PLAIN_NAME.fullmatch(threshold) else None


def holds_word(cell: str, word: str) -> str:
    """A condition that is true where a list in a cell, parted by semicolons, has this word."""
    spaceless = word.replace(" ", "")
    return f'ISNUMBER(FIND({quoted(f";{spaceless};")},";"&SUBSTITUTE({cell}," ","")&";"))'


def _truth(node: Node, facts: Facts) -> str:
    if isinstance(node, Comparison):
        return _comparison(node, facts)
    if isinstance(node, Not):
        return f"1-{_truth(node.inner, facts)}"
    parts = ",".join(_truth(part, facts) for part in node.parts)
    return f"{'MIN' if node.kind == 'and' else 'MAX'}({parts})"


def _comparison(node: Comparison, facts: Facts) -> str:
    cell = facts.cell(node.field)
    if node.operator == "has":
        words = ",".join(holds_word(cell, str(word)) for word in node.operand)
        return f"IF(OR({words}),1,0)"
    if node.field in facts.criteria or node.field in NUMBERS:
        known = f"ISNUMBER({cell})"
        operand = facts.cutoff(node.threshold) if node.threshold else _constant(node.operand[0])
        holds = f"{cell}{node.operator}{operand}"
        if node.operator == "in":
            holds = _any(f"{cell}={_constant(item)}" for item in node.operand)
        return f"IF({known},IF({holds},1,0),0.5)"
    holds = _any(f"EXACT({cell},{_constant(item)})" for item in node.operand)
    if node.operator == "<>":
        holds = f"NOT({holds})"
    if node.field == "end_user_known_violation":
        # A finding exists or it does not; an empty cell means that none was recorded.
        filled = f'IF({cell}="","no",{cell})'
        return f"IF({holds.replace(cell, filled)},1,0)"
    return f'IF({cell}="",0.5,IF({holds},1,0))'


def _any(conditions: Iterable[str]) -> str:
    parts = list(conditions)
    return parts[0] if len(parts) == 1 else f"OR({','.join(parts)})"


def _constant(value: float | str | bool) -> str:
    if isinstance(value, bool):
        return '"yes"' if value else '"no"'
    return quoted(value) if isinstance(value, str) else number(value)
