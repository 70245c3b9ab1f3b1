"""The sheets Decision matrix and Matrix at best: values, figures, and what each method compares."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from criteria.arrays import Floats
from criteria.report.workbook.columns import derived, derived_block, fill_columns
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import write_title
from criteria.report.workbook.geometry import (
    MISSING,
    RANKED,
    SCORES,
    SCREEN,
    SCREENING,
    START,
    ScoreColumn,
    ScreenColumn,
    WeightColumn,
)
from criteria.report.workbook.node_plan import comparison_of
from criteria.report.workbook.references import ROW, SOURCE, SOURCE_END, here
from criteria.report.workbook.result_rows import (
    block_heads,
    choice_line,
    finish,
    header_row,
    identity_columns,
    identity_values,
    weight_row,
    write_identity,
    write_identity_heads,
)
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import MISSING_FILL, MISSING_TEXT, WORDS, figures
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
    if best:
        write_identity(builder, draft)
    else:
        _write_identity(builder, draft)
    choice_line(builder, draft, "scores used", "score_set")
    for block in range(blocks):
        block_heads(builder, draft, block, _NAMES[block])
    _header_rows(builder, draft)
    tables = [draft.workings.values(best), draft.workings.figures(best), draft.workings.compared(best)]
    blocks_of_formulas = [_values(draft, best=best), _figures(draft, best=best), _compared(draft)]
    looks = [figures("0.00"), figures("General"), figures("General")]
    if blocks == 4:
        _write_intensities(builder, draft, draft.workings.intensities(best))
    rows = draft.geometry.rows()
    for block, (formulas, table, look) in enumerate(zip(blocks_of_formulas, tables, looks, strict=True)):
        first = START + block * draft.geometry.width
        columns = derived_block(first, formulas, table, look)
        if block != COMPARED:
            columns = [replace(c, sources=_score_rows(draft, j)) for j, c in enumerate(columns)]
        fill_columns(builder, rows, columns)
    _mark_missing(builder, draft, best=best)
    wide = range(START + draft.geometry.width, START + 3 * draft.geometry.width)
    finish(builder, draft, START + blocks * draft.geometry.width - 1, dict.fromkeys(wide, 9.5))


def _write_identity(builder: SheetBuilder, draft: Draft) -> None:
    """Screening and missing figures as all sheets of results take them over."""
    screens, ranked, missing = identity_values(draft)
    write_identity_heads(builder)
    geometry = draft.geometry
    rows = [(geometry.table_row(project), 0) for project in range(geometry.projects)]
    scores = [
        (geometry.score_row(i, 0), geometry.score_row(i, geometry.width - 1))
        for i in range(geometry.projects)
    ]
    absent = f'COUNTIF({SCORES.span(SOURCE, ScoreColumn.VALUE, SOURCE_END, ScoreColumn.VALUE)},"missing")'
    result, flag = (SCREENING.cell(SOURCE, column) for column in (ScreenColumn.RESULT, ScreenColumn.RANKED))
    columns = [
        *identity_columns(draft),
        replace(derived(SCREEN, result, screens, WORDS), sources=rows),
        replace(derived(RANKED, flag, ranked, figures("0")), sources=rows),
        replace(derived(MISSING, absent, missing, figures("0")), sources=scores),
    ]
    fill_columns(builder, geometry.rows(), columns)


def _header_rows(builder: SheetBuilder, draft: Draft) -> None:
    places = range(draft.geometry.width)
    weight_row(builder, draft, WEIGHT_ROW)
    roles = [draft.study.premise_of[criterion.id].role for criterion in draft.geometry.criteria]
    cells = [draft.geometry.weight(WeightColumn.ROLE, place) for place in places]
    header_row(builder, ROLE_ROW, "part of the benefit-risk model", cells, roles)
    shares = [draft.geometry.weight(WeightColumn.SHARE, place) for place in places]
    values = [float(share) for share in inside_shares(draft)]
    header_row(builder, SHARE_ROW, "share in that part", shares, values, numbers="0.0%")


def _values(draft: Draft, *, best: bool) -> list[str]:
    """The value of a score, or its bound where the figure is missing."""
    known = SCORES.cell(SOURCE, ScoreColumn.VALUE)
    end = SCORES.cell(SOURCE, ScoreColumn.VALUE_HIGH if best else ScoreColumn.VALUE_LOW)
    return [f"IF(ISNUMBER({known}),{known},{end})"] * draft.geometry.width


def _figures(draft: Draft, *, best: bool) -> list[str]:
    """The figure of a score, or the bound that is good (or bad) for the project where it is missing."""
    known = SCORES.cell(SOURCE, ScoreColumn.USED)
    formulas = []
    for upward in (draft.results.matrix.directions > 0).tolist():
        end = SCORES.cell(SOURCE, ScoreColumn.USED_HIGH if upward == best else ScoreColumn.USED_LOW)
        formulas.append(f"IF(ISNUMBER({known}),{known},{end})")
    return formulas


def _compared(draft: Draft) -> list[str]:
    width = draft.geometry.width
    return [
        f'IF(normalisation="fixed",{here(ROW, START + j)},{here(ROW, START + width + j)})'
        for j in range(width)
    ]


def _mark_missing(builder: SheetBuilder, draft: Draft, *, best: bool) -> None:
    """Amber cells with a note where no figure is known."""
    formulas, table = _values(draft, best=best), draft.workings.values(best)
    look = builder.style(replace(figures("0.00"), colour=MISSING_TEXT, fill=MISSING_FILL))
    side = "best" if best else "worst"
    for index, place in np.argwhere(draft.results.matrix.missing).tolist():
        row, source = draft.geometry.row(index), draft.geometry.score_row(index, place)
        pattern = builder.pattern(START + place, formulas[place], look)
        builder.fill(row, pattern, float(table[index, place]), (source, source))
        criterion = draft.geometry.criteria[place]
        builder.comment(
            row, START + place,
            f"{criterion.name}: no figure is known. It stands at its {side} here; the scores become ranges.",
        )  # fmt: skip


def _score_rows(draft: Draft, criterion: int) -> list[tuple[int, int]]:
    rows = (draft.geometry.score_row(project, criterion) for project in range(draft.geometry.projects))
    return [(row, row) for row in rows]


def _write_intensities(builder: SheetBuilder, draft: Draft, table: Floats) -> None:
    for index in draft.geometry.order:
        for place in range(draft.geometry.width):
            _write_intensity(builder, draft, index, place, table)


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
