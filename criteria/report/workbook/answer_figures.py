"""Swings, points and ratings on a sheet of answers, and the parts of weights that were given all at once."""

from __future__ import annotations

from dataclasses import dataclass

from criteria.report.workbook.answer_rows import (
    NONE,
    column_of,
    item,
    own,
    write_below,
    write_block_head,
    write_heard,
    write_weights_of,
    write_words,
)
from criteria.report.workbook.frame import amber_when_empty
from criteria.report.workbook.node_plan import MATRIX
from criteria.report.workbook.people_plan import Block, PersonPlan
from criteria.report.workbook.references import here
from criteria.report.workbook.sheet_builder import SheetBuilder, Value
from criteria.report.workbook.styles import figures, inputs
from criteria.weighting.elicited import figures as figures_of
from criteria.weighting.ratio_weights import BEST_SWING, LEAST_RATING


@dataclass(frozen=True)
class _Rule:
    """The figure a method fixes: its head, label, formula, limit, and the words for kept and broken."""

    head: str
    label: str
    function: str
    limit: float
    kept: str
    broken: str


_RULES = {
    "swing": _Rule(
        "swing", "largest swing", "MAX", BEST_SWING, "The largest swing is 100, as the method asks.",
        "The largest swing should be 100; the weights are in proportion all the same.",
    ),
    "rating": _Rule(
        "rating", "smallest rating", "MIN", LEAST_RATING, "The least important has 10, as SMART asks.",
        "The least important should have 10; the weights are in proportion all the same.",
    ),
    "direct": _Rule(
        "points", "sum of the points", "SUM", 100.0, "The points add up to 100.",
        "The points do not add up to 100; the weights are in proportion all the same.",
    ),
}  # fmt: skip


def write_figures(builder: SheetBuilder, person: PersonPlan, block: Block) -> None:
    """Writes a figure for each item as input, its share as weight, and the rule of the method."""
    rule, given = _RULES[person.person.method], figures_of(person.person)
    write_block_head(builder, block, (rule.head,))
    style = builder.style(inputs())
    for i, child in enumerate(block.found.children):
        builder.value(block.first + i, MATRIX, given.get(child), style)
    amber_when_empty(builder, block.first, MATRIX, block.last, MATRIX)
    points = column_of(block)
    shares = [f"IF(SUM({points})>0,{item(block, i)}/SUM({points}),1/{block.size})" for i in range(block.size)]
    write_weights_of(builder, block, shares)
    _write_rule(builder, block, rule)
    write_heard(builder, block, f"IF(SUM({points})>0,1,0)")


def _write_rule(builder: SheetBuilder, block: Block, rule: _Rule) -> None:
    points, missing = column_of(block), own(block, "missing")
    left = f"IF(SUM({points})>0,{block.size}-COUNT({points}),{block.size})"
    write_below(builder, block, "missing", "not given", left, float(block.found.missing))
    check = block.found.check
    figure: Value = NONE if check is None else check.figure
    formula = f'IF(OR({missing}>0,SUM({points})=0),"{NONE}",{rule.function}({points}))'
    write_below(builder, block, "figure", f"{rule.label}, should be {rule.limit:g}", formula, figure, "0.##")
    found, near = own(block, "figure"), f"{rule.limit * 1e-9!r}".replace("e-", "E-")
    words = (
        f'IF(ISNUMBER({found}),IF(ABS({found}-{rule.limit:g})<={near},"{rule.kept}","{rule.broken}"),'
        f'{missing}&" not given yet; what is not given counts as nothing.")'
    )
    text = f"{block.found.missing} not given yet; what is not given counts as nothing."
    if check is not None:
        text = rule.kept if check.is_passed else rule.broken
    write_words(builder, block, "verdict", words, text)


def write_part(builder: SheetBuilder, person: PersonPlan, block: Block) -> None:
    """Writes what weights given all at once mean under one node: premises by sums, criteria by shares."""
    asked = person.asked
    if asked is None:
        raise ValueError("the answers were not given all at once")
    write_block_head(builder, block, ("share of all",))
    style = builder.style(figures("0.0%"))
    parts = [_part(asked, child, person) for child in block.found.children]
    for i, (formula, value) in enumerate(parts):
        builder.formula(block.first + i, MATRIX, formula, value, style)
    shares = column_of(block)
    told = here(asked.below("heard"), asked.weight_column)
    weights = [
        f"IF(AND({told}=1,SUM({shares})>0),{item(block, i)}/SUM({shares}),1/{block.size})"
        for i in range(block.size)
    ]
    write_weights_of(builder, block, weights)
    write_heard(builder, block, f"IF(AND({told}=1,SUM({shares})>0),1,0)")


def _part(asked: Block, child: str, person: PersonPlan) -> tuple[str, float]:
    """The share of a criterion, or of the criteria of a premise together."""
    children, weights = asked.found.children, asked.found.weights
    if child in children:
        place = children.index(child)
        return here(asked.first + place, asked.weight_column), float(weights[place])
    places = [place for place, one in enumerate(children) if person.premise_of(one) == child]
    first, last = (here(asked.first + place, asked.weight_column) for place in (places[0], places[-1]))
    return f"SUM({first}:{last})", float(weights[places].sum())
