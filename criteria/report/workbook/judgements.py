"""The sheet Judgements: pairwise matrices as input cells, the weights they give and their consistency."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np

from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import amber_when_empty, mark_differences, set_up_print, write_title
from criteria.report.workbook.node_plan import CONSISTENCY_ROWS, MATRIX, NodePlan
from criteria.report.workbook.references import here, letters, number
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
    inputs,
)
from criteria.weighting.consistency import ACCEPTABLE_RATIO
from criteria.weighting.random_index import random_index, random_index_source

NONE = "–"
#: Judgements as people give them: 3, 2.5 or 1/3.
RATIO = "[>=1]General;# ?/?"
_LABELS = {
    "lambda_max": "λmax, largest eigenvalue",
    "ci": "consistency index CI = (λmax − n) / (n − 1)",
    "random_index": "random index RI",
    "cr": "consistency ratio CR = CI / RI",
    "gci": "geometric consistency index GCI",
    "missing": "missing judgements",
}


def write_judgements(builder: SheetBuilder, draft: Draft) -> None:
    """Writes one block for each node: judgements or points, local weights, consistency."""
    _write(builder, draft, draft.nodes, "Judgements: what the weights rest on")


def write_comparisons(builder: SheetBuilder, draft: Draft) -> None:
    """Writes the same for projects that were compared pairwise under a criterion."""
    title = "Projects compared pairwise under a criterion"
    if draft.group is not None:
        title += ": the judgements of all who count, joined by the program"
    _write(builder, draft, draft.comparisons, title)


def _write(builder: SheetBuilder, draft: Draft, plans: tuple[NodePlan, ...], title: str) -> None:
    write_title(
        builder, draft, title,
        "How many times more the row matters than the column. Change a yellow cell and weights and "
        "rankings follow; an empty one is a missing judgement.",
    )  # fmt: skip
    for plan in plans:
        if plan.kind == "pairwise":
            write_matrix(builder, draft, plan)
        else:
            _write_points(builder, plan)
    mark_differences(builder)
    sheet = builder.sheet
    widest = max((plan.priority_column for plan in plans), default=MATRIX)
    sheet.column_dimensions["A"].width, sheet.column_dimensions["B"].width = 8, 42
    for column in range(MATRIX, widest + 3):
        sheet.column_dimensions[letters(column)].width = 10
    sheet.freeze_panes = "C3"
    set_up_print(sheet, draft)


def write_head(builder: SheetBuilder, plan: NodePlan, columns: tuple[str, ...]) -> None:
    """The title of a block and the heads of its columns."""
    builder.text(plan.top, 1, plan.title, builder.style(STRONG))
    builder.texts(plan.top + 1, 1, ("id", "name"), builder.style(HEAD))
    right = builder.style(HEAD_RIGHT)
    for column in range(MATRIX, plan.priority_column):
        builder.blank(plan.top + 1, column, right)
    builder.texts(plan.top + 1, MATRIX, columns, right)
    builder.texts(plan.top + 1, plan.priority_column, ("weight", "in app", "check"), right)


def write_matrix(
    builder: SheetBuilder,
    draft: Draft,
    plan: NodePlan,
    upper: Callable[[int, int], str] | None = None,
    numbers: str = RATIO,
) -> None:
    """A matrix, its weights and consistency; above the diagonal inputs, or formulas if `upper` is given."""
    write_head(builder, plan, plan.weights.children)
    words, judgement = builder.style(WORDS), builder.style(inputs(numbers))
    fixed, mirrored = builder.style(in_app("0")), builder.style(figures(numbers))
    matrix = plan.weights.matrix
    for i, (child, name) in enumerate(zip(plan.weights.children, plan.names, strict=True)):
        row = plan.first + i
        builder.texts(row, 1, (child, name), words)
        for j in range(plan.size):
            known = not np.isnan(matrix[i, j])
            if i == j:
                builder.number(row, MATRIX + j, 1, fixed)
                continue
            value: Value = float(matrix[i, j]) if known else NONE
            if i > j:
                above = here(plan.first + j, MATRIX + i)
                builder.formula(row, MATRIX + j, f'IF(ISNUMBER({above}),1/{above},"{NONE}")', value, mirrored)
            elif upper is not None:
                builder.formula(row, MATRIX + j, upper(i, j), value, mirrored)
            else:
                builder.value(row, MATRIX + j, value if known else None, judgement)
        if upper is None and i < plan.size - 1:
            amber_when_empty(builder, row, MATRIX + i + 1, row, MATRIX + plan.size - 1)
        write_weight(builder, plan, i, plan.step("weights", 0, i))
    _write_consistency(builder, draft, plan)


def _write_points(builder: SheetBuilder, plan: NodePlan) -> None:
    write_head(builder, plan, ("points",))
    words, point = builder.style(WORDS), builder.style(inputs())
    points = f"{here(plan.first, MATRIX)}:{here(plan.first + plan.size - 1, MATRIX)}"
    for i, (child, name) in enumerate(zip(plan.weights.children, plan.names, strict=True)):
        row = plan.first + i
        builder.texts(row, 1, (child, name), words)
        builder.number(row, MATRIX, float(plan.points[i]), point)
        share = f"IF(SUM({points})>0,{here(row, MATRIX)}/SUM({points}),1/{plan.size})"
        write_weight(builder, plan, i, share)


def write_weight(builder: SheetBuilder, plan: NodePlan, child: int, formula: str) -> None:
    """The local weight of a child beside the program's own."""
    row, column = plan.first + child, plan.priority_column
    weight = float(plan.weights.weights[child])
    builder.formula(row, column, formula, weight, builder.style(figures("0.0%", bold=True)))
    builder.number(row, column + 1, weight, builder.style(in_app("0.0%")))
    builder.check(row, column + 2, [(here(row, column), here(row, column + 1))], builder.style(CHECK))


def _write_consistency(builder: SheetBuilder, draft: Draft, plan: NodePlan) -> None:
    table = draft.study.settings.random_index
    numbers, formulas = _numbers(plan), _consistency_formulas(plan, table)
    label = builder.style(LABEL)
    for name in CONSISTENCY_ROWS:
        digits = "0" if name == "missing" else "0.0000"
        row = plan.consistency_row(name)
        source = f", {random_index_source(plan.size, table)}" if name == "random_index" else ""
        column = plan.priority_column
        builder.text(row, 2, _LABELS[name] + source, label)
        for between in range(MATRIX, column):
            builder.blank(row, between, label)
        builder.formula(row, column, formulas[name], numbers[name], builder.style(figures(digits)))
        builder.value(row, column + 1, numbers[name], builder.style(in_app(digits)))
        builder.check(row, column + 2, [(here(row, column), here(row, column + 1))], builder.style(CHECK))
    _write_verdict(builder, plan, numbers["cr"])


def _write_verdict(builder: SheetBuilder, plan: NodePlan, found: Value) -> None:
    """What the consistency ratio means, in words behind its check."""
    row, column = plan.consistency_row("cr"), plan.priority_column
    ratio, limit = here(row, column), f"{ACCEPTABLE_RATIO:.2f}"
    good, bad, none = "consistent", f"look again (above {limit})", "no ratio can be given"
    formula = f'IF(ISNUMBER({ratio}),IF({ratio}>{ACCEPTABLE_RATIO!r},"{bad}","{good}"),"{none}")'
    value = none if not isinstance(found, float) else bad if found > ACCEPTABLE_RATIO else good
    builder.formula(row, column + 3, formula, value, builder.style(replace(NOTE, indent=1)))


def _numbers(plan: NodePlan) -> dict[str, Value]:
    found = plan.weights.consistency
    if found is None:
        return dict.fromkeys(CONSISTENCY_ROWS, NONE) | {"missing": float(plan.weights.missing)}
    return {
        "lambda_max": found.lambda_max,
        "ci": found.ci,
        "random_index": found.random_index,
        "cr": NONE if found.cr is None else found.cr,
        "gci": NONE if found.gci is None else found.gci,
        "missing": float(found.missing),
    }


def _consistency_formulas(plan: NodePlan, table: str) -> dict[str, str]:
    n = plan.size
    row = {name: here(plan.consistency_row(name), plan.priority_column) for name in CONSISTENCY_ROWS}
    image = f"{plan.step('image', 0, 0)}:{plan.step('image', 0, n - 1).split('!')[1]}"
    errors = f"{plan.step('errors', 0, 0)}:{plan.step('errors', n - 1, n - 1).split('!')[1]}"
    groups = plan.step("counts", 0, 1)
    largest = f"IF(SUM({image})-{n}>{1e-12 * n!r},SUM({image}),{n})".replace("e-", "E-")
    missing = row["missing"]
    lowered = f"MAX(0,1-2*{missing}/{(n - 1) * (n - 2)})" if n > 2 else "1"
    freedom = f"({n * (n - 1) // 2}-{missing}-{n - 1})"
    ratio = f'IF({row["random_index"]}>0,{row["ci"]}/{row["random_index"]},"{NONE}")' if n > 2 else "0"
    geometric = f'IF({freedom}=0,"{NONE}",SUMSQ({errors})/{freedom})' if n > 2 else "0"

    def linked(formula: str) -> str:
        return f'IF({groups}>1,"{NONE}",{formula})'

    return {
        "lambda_max": linked(largest),
        "ci": linked(f"({row['lambda_max']}-{n})/{n - 1}"),
        "random_index": linked(f"{number(random_index(n, table))}*{lowered}"),
        "cr": linked(ratio),
        "gci": linked(geometric),
        "missing": plan.step("counts", 0, 0),
    }
