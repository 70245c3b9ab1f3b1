"""The sheet Criteria: what each criterion means, its scale and the anchors of its value function."""

from __future__ import annotations

from criteria.model.tree import Criterion
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import set_up, write_title
from criteria.report.workbook.geometry import TABLE_FIRST, TABLE_HEAD, CriterionColumn
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import (
    HEAD,
    HEAD_RIGHT,
    MUTED_WRAPPED,
    WORDS,
    WRAPPED,
    inputs,
    premise_id,
)
from criteria.report.workbook.value_formula import points_of

_HEADS = ("id", "criterion", "premise", "unit", "preferred", "scale from", "scale to", "value function",
          "worst figure", "best figure", "same for all projects of a country", "definition", "in the paper",
          "evidence", "caution")  # fmt: skip
_RIGHT = {CriterionColumn.MINIMUM, CriterionColumn.MAXIMUM, CriterionColumn.WORST, CriterionColumn.BEST}
_WIDTHS = dict(zip(CriterionColumn, (6, 34, 9, 18, 10, 9, 10, 12, 9, 9, 14, 48, 52, 48, 48), strict=False))


def write_criteria(builder: SheetBuilder, draft: Draft) -> None:
    """Writes the sheet; anchors are inputs of every value on the sheet Scores."""
    write_title(
        builder, draft, "Criteria: scales and value functions",
        "A figure becomes a value from 0 (worst) to 1 (best) by the anchors in yellow; change one and "
        "all values follow.",
    )  # fmt: skip
    for column, text in enumerate(_HEADS, start=1):
        builder.text(TABLE_HEAD, column, text, builder.style(HEAD_RIGHT if column in _RIGHT else HEAD))
    builder.height(TABLE_HEAD, 42)
    pairs = max((len(points_of(c.value_function)) for c in draft.geometry.criteria), default=0)
    for place in range(pairs):
        column = CriterionColumn.POINTS + 2 * place
        texts = (f"figure {place + 1}", f"value {place + 1}")
        builder.texts(TABLE_HEAD, column, texts, builder.style(HEAD_RIGHT))
    for row, criterion in enumerate(draft.geometry.criteria, start=TABLE_FIRST):
        _write_row(builder, draft, row, criterion)
    set_up(
        builder, draft, widths={int(column): width for column, width in _WIDTHS.items()},
        head=TABLE_HEAD, last=TABLE_FIRST + draft.geometry.width - 1,
        columns=CriterionColumn.POINTS - 1 + 2 * pairs,
    )  # fmt: skip


def _write_row(builder: SheetBuilder, draft: Draft, row: int, criterion: Criterion) -> None:
    column, function = CriterionColumn, criterion.value_function
    premise = draft.study.premise_of[criterion.id]
    anchor, wrapped = builder.style(inputs()), builder.style(WRAPPED)
    builder.text(row, column.ID, criterion.id, builder.style(premise_id(premise.role)))
    builder.text(row, column.NAME, criterion.name, wrapped)
    for place, text in (
        (column.PREMISE, criterion.premise),
        (column.UNIT, criterion.unit),
        (column.DIRECTION, "more" if criterion.direction == "benefit" else "less"),
        (column.KIND, function.kind),
        (column.LEVEL, "yes" if criterion.country_level else "no"),
    ):
        builder.text(row, place, text, builder.style(WORDS))
    for place, figure in (
        (column.MINIMUM, criterion.minimum),
        (column.MAXIMUM, criterion.maximum),
        (column.WORST, function.worst),
        (column.BEST, function.best),
    ):
        builder.number(row, place, figure, anchor)
    builder.text(row, column.DEFINITION, criterion.definition, wrapped)
    quiet = builder.style(MUTED_WRAPPED)
    builder.texts(row, column.PAPER, (criterion.paper, criterion.evidence, criterion.caution), quiet)
    for pair, (figure, value) in enumerate(points_of(function)):
        builder.number(row, column.POINTS + 2 * pair, figure, anchor)
        builder.number(row, column.POINTS + 2 * pair + 1, value, anchor)
    longest = max(
        len(criterion.paper), len(criterion.evidence), len(criterion.caution), len(criterion.definition)
    )
    builder.height(row, min(150.0, max(28.0, 13.5 * (longest // 44 + 1))))
