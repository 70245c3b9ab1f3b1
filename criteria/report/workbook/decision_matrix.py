"""The sheets Decision matrix and Matrix at best: values, figures, and what each method compares."""

from __future__ import annotations

from criteria.arrays import Floats
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import write_title
from criteria.report.workbook.geometry import START, ScoreColumn, WeightColumn
from criteria.report.workbook.node_plan import comparison_of
from criteria.report.workbook.references import here
from criteria.report.workbook.result_rows import (
    block_heads,
    choice_line,
    finish,
    header_row,
    weight_row,
    write_identity,
)
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import figures
from criteria.report.workbook.weights import inside_shares

#: Rows over the heads: weight, part of the benefit-risk model, share in that part.
WEIGHT_ROW, ROLE_ROW, SHARE_ROW = 4, 5, 6
#: Blocks of criteria from left to right.
VALUES, FIGURES, COMPARED, INTENSITIES = range(4)
_NAMES = (
    "",
    "figures, in their units",
    "what TOPSIS compares: values on a fixed scale, figures otherwise",
    "intensities of AHP: values, or priorities where projects were compared pairwise",
)


def write_matrix(builder: SheetBuilder, draft: Draft) -> None:
    """Writes the decision matrix with every missing figure at its worst."""
    write_title(
        builder, draft, "Decision matrix: value of each project on each criterion, 0 worst to 1 best",
        "A missing figure stands at its worst here and at its best on the next sheet.",
    )  # fmt: skip
    _write(builder, draft, best=False)


def write_matrix_at_best(builder: SheetBuilder, draft: Draft) -> None:
    """Writes the same with every missing figure at its best."""
    write_title(
        builder, draft, "Decision matrix with missing figures at their best",
        "Equal to the sheet before where nothing is missing; the two give the bounds of every score.",
    )  # fmt: skip
    _write(builder, draft, best=True)


def intensity_block(draft: Draft) -> int:
    """The block from which AHP reads."""
    return INTENSITIES if draft.workings.has_comparisons else VALUES


def _write(builder: SheetBuilder, draft: Draft, *, best: bool) -> None:
    blocks = 4 if draft.workings.has_comparisons else 3
    write_identity(builder, draft, source=not best)
    choice_line(builder, draft, "scores used", "score_set")
    for block in range(blocks):
        block_heads(builder, draft, block, _NAMES[block])
    _header_rows(builder, draft)
    tables = (
        draft.workings.values(best), draft.workings.figures(best),
        draft.workings.compared(best), draft.workings.intensities(best),
    )  # fmt: skip
    for index in draft.geometry.order:
        for place in range(draft.geometry.width):
            _write_cell(builder, draft, index, place, tables, best=best)
            if blocks == 4:
                _write_intensity(builder, draft, index, place, tables[INTENSITIES])
    wide = range(START + draft.geometry.width, START + 3 * draft.geometry.width)
    finish(builder, draft, START + blocks * draft.geometry.width - 1, dict.fromkeys(wide, 9.5))


def _header_rows(builder: SheetBuilder, draft: Draft) -> None:
    places = range(draft.geometry.width)
    weight_row(builder, draft, WEIGHT_ROW)
    roles = [draft.study.premise_of[criterion.id].role for criterion in draft.geometry.criteria]
    cells = [draft.geometry.weight(WeightColumn.ROLE, place) for place in places]
    header_row(builder, ROLE_ROW, "part of the benefit-risk model", cells, roles)
    shares = [draft.geometry.weight(WeightColumn.SHARE, place) for place in places]
    values = [float(share) for share in inside_shares(draft)]
    header_row(builder, SHARE_ROW, "share in that part", shares, values, numbers="0.0%")


def _write_cell(
    builder: SheetBuilder, draft: Draft, index: int, place: int, tables: tuple[Floats, ...], *, best: bool
) -> None:
    geometry, column = draft.geometry, ScoreColumn
    row, start, width = geometry.row(index), START + place, geometry.width
    value, figure = builder.style(figures("0.00")), builder.style(figures("General"))
    ends = (column.VALUE_HIGH, column.VALUE_LOW)
    end = geometry.score(ends[0] if best else ends[1], index, place)
    known = geometry.score(column.VALUE, index, place)
    builder.formula(row, start, f"IF(ISNUMBER({known}),{known},{end})", tables[VALUES][index, place], value)
    upward = draft.results.matrix.directions[place] > 0
    bound = column.USED_HIGH if upward == best else column.USED_LOW
    known, end = geometry.score(column.USED, index, place), geometry.score(bound, index, place)
    builder.formula(
        row, start + width, f"IF(ISNUMBER({known}),{known},{end})", tables[FIGURES][index, place], figure
    )
    compared = f'IF(normalisation="fixed",{here(row, start)},{here(row, start + width)})'
    builder.formula(row, start + 2 * width, compared, tables[COMPARED][index, place], figure)


def _write_intensity(builder: SheetBuilder, draft: Draft, index: int, place: int, table: Floats) -> None:
    row, criterion = draft.geometry.row(index), draft.geometry.criteria[place]
    plan, project = comparison_of(draft.comparisons, criterion.id), draft.study.projects[index].id
    formula = here(row, START + place)
    if plan is not None and project in plan.weights.children:
        own = plan.priority(plan.weights.children.index(project))
        everyone = plan.sheet.down(plan.priority_column, plan.first, plan.size)
        formula = f"{own}/MAX({everyone})"
    column = START + INTENSITIES * draft.geometry.width + place
    builder.formula(row, column, formula, table[index, place], builder.style(figures("0.000")))
