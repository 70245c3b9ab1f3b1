"""The sheet Joined judgements: what each member says of every pair, the spread, the joint matrix."""

from __future__ import annotations

import numpy as np

from criteria.report.workbook import group_formulas as formulas
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import mark_differences, set_up_print, write_title
from criteria.report.workbook.group_formulas import NONE
from criteria.report.workbook.group_plan import HEARD, JOINT_ROWS, NODE_SHARE, PAIR, GroupNode, GroupPlan
from criteria.report.workbook.judgements import write_matrix
from criteria.report.workbook.priorities import write_priorities_of
from criteria.report.workbook.references import here, letters, span
from criteria.report.workbook.sheet_builder import SheetBuilder, Value
from criteria.report.workbook.styles import (
    CHECK,
    HEAD,
    HEAD_RIGHT,
    LABEL,
    NOTE,
    STRONG,
    WORDS,
    figures,
    in_app,
)

_RATIO = "0.000"
_LABELS = {
    "answered": "members who say something of it",
    "power": "their share of the voting power",
    "joined": "joined judgement: geometric mean by voting power",
    "spread": "spread: geometric standard deviation",
    "joined_in_app": "joined judgement in app",
    "spread_in_app": "spread in app",
    "check": "check",
}


def write_joined(builder: SheetBuilder, draft: Draft) -> None:
    """Writes for each node the ratios members bring in, what joins them, and the joint matrix."""
    plan = _plan(draft)
    write_title(
        builder, draft, "Joined judgements: everyone's ratios and what joins them",
        "Ratios of comparisons in pairs as answered; of all other ways the ratios of the weights. Spread 1: "
        "all say the same; talk first about the largest.",
    )  # fmt: skip
    for node in plan.nodes:
        _write_node(builder, draft, plan, node)
    mark_differences(builder)
    sheet = builder.sheet
    longest = max(len(person.person.name) for person in plan.people)
    sheet.column_dimensions["A"].width = 10
    sheet.column_dimensions["B"].width = min(60, max(46, longest + 2))
    ends = [max(PAIR + len(node.pairs), node.joint.priority_column + 3) for node in plan.nodes]
    widest = max(ends, default=PAIR)
    for column in range(3, widest):
        sheet.column_dimensions[letters(column)].width = 10
    sheet.freeze_panes = "C3"
    set_up_print(sheet, draft)


def write_joined_priorities(builder: SheetBuilder, draft: Draft) -> None:
    """Writes how the joined judgements become weights, step by step."""
    write_priorities_of(builder, draft, tuple(node.joint for node in _plan(draft).nodes))


def _plan(draft: Draft) -> GroupPlan:
    if draft.group is None:
        raise ValueError("there is no group to write")
    return draft.group


def _write_node(builder: SheetBuilder, draft: Draft, plan: GroupPlan, node: GroupNode) -> None:
    children, right = node.voices.children, builder.style(HEAD_RIGHT)
    builder.text(node.joint_top, 1, f"{node.title}: what each member says", builder.style(STRONG))
    builder.texts(node.joint_top + 1, 1, ("id", "stakeholder"), builder.style(HEAD))
    heads = [f"{children[i]} / {children[j]}" for i, j in node.pairs]
    builder.texts(node.joint_top + 1, PAIR - 1, ("share", *heads), right)
    builder.text(node.logs_first - 1, 1, "their logarithms, 0 where nothing is said", builder.style(NOTE))
    for place in range(plan.count):
        _write_member(builder, plan, node, place)
    for name in JOINT_ROWS:
        builder.text(node.joint_row(name), 2, _LABELS[name], builder.style(LABEL))
    for pair, (i, j) in enumerate(node.pairs):
        _write_pair(builder, node, pair, i, j)

    pairs = {pair: place for place, pair in enumerate(node.pairs)}
    write_matrix(builder, draft, node.joint, lambda i, j: node.joined(pairs[(i, j)]), _RATIO)


def _write_member(builder: SheetBuilder, plan: GroupPlan, node: GroupNode, place: int) -> None:
    row, person = node.ratios_first + place, plan.people[place].person
    builder.texts(row, 1, (person.id, person.name), builder.style(WORDS))
    percent, ratio = builder.style(figures("0.0%")), builder.style(figures(_RATIO))
    share = float(node.voices.shares[place])
    builder.formula(row, PAIR - 1, node.member(place, NODE_SHARE), share, percent)
    for pair, (i, j) in enumerate(node.pairs):
        given = float(node.voices.stack[place, i, j])
        known = not np.isnan(given)
        formula = _ratio(plan, node, place, i, j)
        builder.formula(row, PAIR + pair, formula, given if known else NONE, ratio)
        cell = here(row, PAIR + pair)
        logarithm = f"IF(ISNUMBER({cell}),LN({cell}),0)"
        value = float(np.log(given)) if known else 0.0
        builder.formula(node.logs_first + place, PAIR + pair, logarithm, value, ratio)
    builder.texts(node.logs_first + place, 1, (person.id, person.name), builder.style(WORDS))


def _ratio(plan: GroupPlan, node: GroupNode, place: int, i: int, j: int) -> str:
    """The ratio a member brings in: as compared in pairs, else that of the weights, which must not be 0."""
    block = plan.people[place].block(node.voices.node)
    if block is None:
        return f'"{NONE}"'
    heard = f"{node.member(place, HEARD)}=1"
    if block.plan is not None:
        cell = block.plan.judgement(i, j)
        return f'IF(AND({heard},ISNUMBER({cell})),{cell},"{NONE}")'
    first, second = block.weight(i), block.weight(j)
    within = f"MAX({first}/{second},{second}/{first})<=1E9"
    return f'IF(AND({heard},MIN({first},{second})>0),IF({within},{first}/{second},"{NONE}"),"{NONE}")'


def _write_pair(builder: SheetBuilder, node: GroupNode, pair: int, i: int, j: int) -> None:
    column, voices = PAIR + pair, node.voices
    shares = span(node.ratios_first, PAIR - 1, node.ratios_first + node.members - 1, PAIR - 1)
    ratios = span(node.ratios_first, column, node.ratios_first + node.members - 1, column)
    logs = span(node.logs_first, column, node.logs_first + node.members - 1, column)
    row = {name: node.joint_row(name) for name in JOINT_ROWS}
    power = here(row["power"], column)
    known = ~np.isnan(voices.stack[:, i, j])
    joined, spread = _shown(voices.joined.matrix[i, j]), _shown(voices.spread[i, j])
    cells: list[tuple[str, str, Value, str]] = [
        ("answered", f"SUMPRODUCT(({shares}>0)*ISNUMBER({ratios}))",
         float((known & (voices.shares > 0)).sum()), "0"),
        ("power", f"SUMPRODUCT({shares}*ISNUMBER({ratios}))", float(voices.shares[known].sum()), "0.0%"),
        ("joined", f'IF({power}>0,EXP(SUMPRODUCT({shares},{logs})/{power}),"{NONE}")', joined, _RATIO),
        ("spread", formulas.spread(shares, ratios, logs, power, here(row["joined"], column)), spread, _RATIO),
    ]  # fmt: skip
    for name, formula, value, digits in cells:
        builder.formula(row[name], column, formula, value, builder.style(figures(digits)))
    own = builder.style(in_app(_RATIO))
    builder.value(row["joined_in_app"], column, joined, own)
    builder.value(row["spread_in_app"], column, spread, own)
    pairs = [(here(row[name], column), here(row[f"{name}_in_app"], column)) for name in ("joined", "spread")]
    builder.check(row["check"], column, pairs, builder.style(CHECK))


def _shown(value: float) -> Value:
    return NONE if np.isnan(value) else float(value)
