"""Comparisons in pairs on a sheet of answers: answers, the ratios they stand for, weights, consistency."""

from __future__ import annotations

import numpy as np

from criteria.errors import MethodError
from criteria.model.people import Stakeholder
from criteria.report.workbook.answer_rows import write_below, write_heard
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import amber_when_empty
from criteria.report.workbook.judgements import NONE, RATIO, write_matrix
from criteria.report.workbook.node_plan import MATRIX, NodePlan
from criteria.report.workbook.people_plan import Block, PersonPlan, person_row
from criteria.report.workbook.references import here
from criteria.report.workbook.scale_formula import scale_formula
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import HEAD, HEAD_RIGHT, STRONG, WORDS, inputs
from criteria.weighting.hierarchy import judgement_matrix


def write_pairs(builder: SheetBuilder, draft: Draft, person: PersonPlan, block: Block) -> None:
    """Writes the block of one node."""
    plan = plan_of(block)
    if block.answers_top is None:
        write_matrix(builder, draft, plan)
    else:
        _write_answers(builder, person.person, block, block.answers_top)
        first, scale = block.answers_top + 2, here(person_row("way"), MATRIX)

        def upper(i: int, j: int) -> str:
            return scale_formula(here(first + i, MATRIX + j), scale, block.size, NONE)

        write_matrix(builder, draft, plan, upper, "0.000")
    known, groups = f"{block.found.pairs}-{plan.step('counts', 0, 0)}", plan.step("counts", 0, 1)
    answered = f"IF({known}>0,1,0)"
    write_below(
        builder, block, "answered", "answered (1 = yes)", answered, float(block.found.status != "unanswered")
    )
    write_heard(builder, block, f"IF({groups}=1,1,0)")


def plan_of(block: Block) -> NodePlan:
    """The matrix and the workings of a block; MethodError where it holds no comparisons in pairs."""
    if block.plan is None:
        raise MethodError(f"The block of {block.found.node} holds no comparisons in pairs.")
    return block.plan


def _write_answers(builder: SheetBuilder, person: Stakeholder, block: Block, top: int) -> None:
    """The answers from 1 to 9 as they were given, above the ratios that they stand for."""
    found = block.found
    given = judgement_matrix(found.children, found.node, person.judgements)
    builder.text(top, 1, f"{block.title}: the answers", builder.style(STRONG))
    builder.texts(top + 1, 1, ("id", "name"), builder.style(HEAD))
    builder.texts(top + 1, MATRIX, found.children, builder.style(HEAD_RIGHT))
    answer = builder.style(inputs(RATIO))
    for i, (child, name) in enumerate(zip(found.children, block.names, strict=True)):
        row = top + 2 + i
        builder.texts(row, 1, (child, name), builder.style(WORDS))
        for j in range(i + 1, block.size):
            known = not np.isnan(given[i, j])
            builder.value(row, MATRIX + j, float(given[i, j]) if known else None, answer)
        if i < block.size - 1:
            amber_when_empty(builder, row, MATRIX + i + 1, row, MATRIX + block.size - 1)
