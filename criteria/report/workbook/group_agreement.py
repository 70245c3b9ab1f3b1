"""How alike a group is, on the sheet Group: consensus under each node, everyone's global weights."""

from __future__ import annotations

import math

from criteria.model.people import GOAL
from criteria.report.workbook import group_formulas as formulas
from criteria.report.workbook.frame import line_height
from criteria.report.workbook.geometry import GROUP
from criteria.report.workbook.group_formulas import NONE
from criteria.report.workbook.group_plan import (
    CHILD,
    HEARD,
    NAME,
    NODE_SHARE,
    WAY,
    GroupNode,
    GroupPlan,
)
from criteria.report.workbook.people_words import BANDS
from criteria.report.workbook.references import here, span
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
from criteria.weighting.consensus import consensus_band

_HEADS = ("in words", "members heard", "alpha", "gamma", "beta", "correction", "S*", "priority", "S* in app",
          "check")  # fmt: skip
_MEANING = (
    "alpha: mean of the members' entropies; gamma: entropy of their mean weights; beta = gamma − alpha: how "
    "far they differ; S* from 0, no agreement, to 1, all alike (Goepel)"
)
_COLUMN = 11
IN_WORDS, COUNT, ALPHA, GAMMA, BETA, CORRECTION, INDICATOR, PRIORITY, IN_APP, CHECKED = range(3, 13)


def write_agreement(builder: SheetBuilder, plan: GroupPlan) -> None:
    """Writes Goepel's consensus of every node, with the entropies it comes from, and the overall one."""
    row = plan.agreement_top
    builder.text(row, 1, "Agreement: consensus of the members' weights", builder.style(STRONG))
    builder.text(row, IN_WORDS, _MEANING, builder.style(NOTE))
    builder.texts(row + 1, 1, ("node", "what is weighed"), builder.style(HEAD))
    builder.texts(row + 1, IN_WORDS, _HEADS[:1], builder.style(HEAD))
    builder.texts(row + 1, COUNT, _HEADS[1:], builder.style(HEAD_RIGHT))
    for place, node in enumerate(plan.nodes):
        _write_node(builder, plan, node, place)
    _write_overall(builder, plan)


def _write_node(builder: SheetBuilder, plan: GroupPlan, node: GroupNode, place: int) -> None:
    row, voices = plan.agreement_row(place), node.voices
    what = "premises" if voices.node == GOAL else plan.study.name_of(voices.node)
    builder.texts(row, 1, (voices.node, what), builder.style(WORDS))
    fine, found = builder.style(figures("0.0000")), voices.consensus
    shares = node.column(NODE_SHARE)
    count = float((voices.shares > 0).sum())
    heard = f"SUMPRODUCT(({shares}>0)*1)"
    builder.formula(row, COUNT, heard, count, builder.style(figures("0")))
    several = f"{here(row, COUNT)}>1"
    entropies = node.column(node.entropy_column)
    mean = GROUP.cell(node.mean_row("priorities_arithmetic"), node.entropy_column)
    cells: list[tuple[int, str, Value]] = [
        (ALPHA, f"SUMPRODUCT({shares},{entropies})", NONE if found is None else found.alpha),
        (GAMMA, mean, NONE if found is None else found.gamma),
        (BETA, f"MAX(0,{here(row, GAMMA)}-{here(row, ALPHA)})", NONE if found is None else found.beta),
    ]
    for column, formula, value in cells:
        builder.formula(row, column, f'IF({several},{formula},"{NONE}")', value, fine)
    builder.formula(row, CORRECTION, formulas.correction(node.size), _correction(node.size), fine)
    indicator: Value = NONE if found is None else found.indicator
    formula = formulas.indicator(here(row, BETA), here(row, CORRECTION))
    builder.formula(row, INDICATOR, f'IF({several},{formula},"{NONE}")', indicator, fine)
    formula, priority = _priority(plan, node)
    builder.formula(row, PRIORITY, formula, priority, builder.style(figures("0.0%")))
    _write_words(builder, row, indicator)


def _correction(size: int) -> float:
    most, least = 9 / (size + 8), 1 / (size + 8)
    return math.exp(-(most * math.log(most) + (size - 1) * least * math.log(least))) / size


def _priority(plan: GroupPlan, node: GroupNode) -> tuple[str, Value]:
    """The weight of a node in the group: 1 for the goal, and for a premise that stands alone."""
    goal = plan.node(GOAL)
    if node.voices.node == GOAL or goal is None:
        return "1", 1.0
    place, found = goal.voices.children.index(node.voices.node), goal.voices.means["group"]
    return goal.mean("group", place), NONE if found is None else float(found[place])


def _write_words(builder: SheetBuilder, row: int, indicator: Value) -> None:
    cell = here(row, INDICATOR)
    word = BANDS[consensus_band(indicator)] if isinstance(indicator, float) else NONE
    builder.formula(row, IN_WORDS, formulas.band(cell), word, builder.style(WORDS))
    builder.value(row, IN_APP, indicator, builder.style(in_app("0.0000")))
    builder.check(row, CHECKED, [(cell, here(row, IN_APP))], builder.style(CHECK))


def _write_overall(builder: SheetBuilder, plan: GroupPlan) -> None:
    row, count = plan.agreement_row(len(plan.nodes)), len(plan.nodes)
    builder.blank(row, 1, builder.style(LABEL))
    builder.text(row, NAME, "overall, weighted by priority", builder.style(LABEL))
    first, last = plan.agreement_row(0), row - 1
    priorities = span(first, PRIORITY, last, PRIORITY)
    indicators = span(first, INDICATOR, last, INDICATOR)
    weight = f"SUMPRODUCT({priorities}*ISNUMBER({indicators}))"
    mean = f'IF({weight}>0,SUMPRODUCT({priorities},{indicators})/{weight},"{NONE}")'
    formula = f'IF(COUNT({priorities})<{count},"{NONE}",{mean})' if count else f'"{NONE}"'
    overall = plan.numbers.overall
    value: Value = NONE if overall is None else overall
    builder.formula(row, INDICATOR, formula, value, builder.style(figures("0.0000", bold=True)))
    _write_words(builder, row, value)


def write_globals(builder: SheetBuilder, plan: GroupPlan) -> None:
    """Writes the global weights of everyone; where one is not heard, the group's local weights stand in."""
    row, criteria = plan.global_top, plan.study.active_criteria
    title = "Global weights of everyone; where one is not heard, the group's local weights stand in"
    builder.text(row, 1, title, builder.style(STRONG))
    builder.texts(row + 1, 1, ("id", "stakeholder"), builder.style(HEAD))
    named = [f"{criterion.id} {criterion.name}" for criterion in criteria]
    builder.texts(row + 1, WAY, named, builder.style(HEAD_RIGHT))
    # The first stands in the wide column of words; the others are as narrow as figures.
    builder.height(row + 1, max(line_height(text, _COLUMN) for text in named))
    percent, words = builder.style(figures("0.0%")), builder.style(WORDS)
    for place in range(plan.count + 1):
        group = place == plan.count
        at = plan.global_row(place)
        person = None if group else plan.people[place].person
        builder.texts(at, 1, ("", "group") if person is None else (person.id, person.name), words)
        values = plan.numbers.joint if group else plan.numbers.positions[place]
        for offset, criterion in enumerate(criteria):
            parts = [(GOAL, criterion.premise), (criterion.premise, criterion.id)]
            formula = "*".join(_local(plan, node, child, None if group else place) for node, child in parts)
            value: Value = NONE if values is None or math.isnan(values[offset]) else float(values[offset])
            builder.formula(at, WAY + offset, f'IF(ISNUMBER({formula}),{formula},"{NONE}")', value, percent)


def _local(plan: GroupPlan, node: str, child: str, member: int | None) -> str:
    """A local weight of the group, or of a member who is heard; 1 where there is nothing to weigh."""
    found = plan.node(node)
    if found is None:
        return "1"
    place = found.voices.children.index(child)
    group = found.mean("group", place)
    if member is None:
        return group
    return f"IF({found.member(member, HEARD)}=1,{found.member(member, CHILD + place)},{group})"
