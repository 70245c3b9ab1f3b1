"""The sheet Weight paths: how weights move when that of one premise or criterion goes from 0 to 1."""

from __future__ import annotations

from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import set_up, write_title
from criteria.report.workbook.geometry import PATHS, TABLE_FIRST, TABLE_HEAD, Geometry, WeightColumn
from criteria.report.workbook.references import here
from criteria.report.workbook.safeguards import criterion_heads
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import HEAD, HEAD_RIGHT, STRONG, WORDS, figures
from criteria.robustness.study_sensitivity import elements, members
from criteria.robustness.weight_path import weight_paths

ID, NAME, WEIGHT, REST, INSIDE = range(1, 6)


def write_weight_paths(builder: SheetBuilder, draft: Draft) -> None:
    """Writes shares inside and outside each element: w(t) = t × inside + (1 − t) × outside."""
    write_title(
        builder, draft, "Weight paths: one weight moves, the others keep their proportions",
        "w(t) = t × inside + (1 − t) × outside; where nobody inside (or outside) has weight, all share "
        "equally.",
    )  # fmt: skip
    builder.texts(TABLE_HEAD, ID, ("id", "premise or criterion"), builder.style(HEAD))
    builder.texts(TABLE_HEAD, WEIGHT, ("weight now", "the rest"), builder.style(HEAD_RIGHT))
    width = draft.geometry.width
    builder.text(TABLE_HEAD - 2, INSIDE + width, "outside", builder.style(STRONG))
    for start in (INSIDE, INSIDE + width):
        criterion_heads(builder, draft, TABLE_HEAD - 1, TABLE_HEAD, start)
    for place, element in enumerate(elements(draft.results)):
        _write_row(builder, draft, TABLE_FIRST + place, element)
    widths = {ID: 6.0, NAME: 40.0, WEIGHT: 9.0, REST: 9.0} | dict.fromkeys(
        range(INSIDE, INSIDE + 2 * width), 7.0
    )
    last = TABLE_HEAD + len(elements(draft.results))
    set_up(builder, draft, widths=widths, head=TABLE_HEAD, last=last, columns=INSIDE - 1 + 2 * width)


def path_row(draft: Draft, element: str) -> int:
    """The row of a premise or criterion."""
    return TABLE_FIRST + elements(draft.results).index(element)


def path_expression(geometry: Geometry, row: int, t: str) -> str:
    """The weights of all criteria at the weight t of an element, as an expression over a row."""
    inside = PATHS.across(row, INSIDE, geometry.width)
    outside = PATHS.across(row, INSIDE + geometry.width, geometry.width)
    return f"({t}*{inside}+(1-{t})*{outside})"


def _write_row(builder: SheetBuilder, draft: Draft, row: int, element: str) -> None:
    width, weights = draft.geometry.width, draft.results.weights.values
    member = members(draft.results, element)
    path = weight_paths(weights, member[None, :])
    words, percent, share = (
        builder.style(WORDS),
        builder.style(figures("0.0%")),
        builder.style(figures('0.0%;;"·"')),
    )
    builder.texts(row, ID, (element, draft.study.name_of(element)), words)
    cells = [draft.geometry.weight(WeightColumn.USED, place) for place in range(width)]
    for column, wanted in ((WEIGHT, True), (REST, False)):
        own = [cell for cell, inside in zip(cells, member, strict=True) if inside == wanted]
        total = float(weights[member == wanted].sum())
        builder.formula(row, column, "+".join(own), total, percent)
        start = INSIDE if wanted else INSIDE + width
        values = path.inside[0] if wanted else path.outside[0]
        for place in range(width):
            formula = "0"
            if member[place] == wanted:
                formula = f"IF({here(row, column)}>0,{cells[place]}/{here(row, column)},1/{len(own)})"
            builder.formula(row, start + place, formula, float(values[place]), share)
