"""What all sheets of results share: projects in one order, heads of criteria, a row of weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from criteria.report.workbook.columns import DASH, Column, constants, derived, fill_columns
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import grey_when_excluded, mark_differences, set_up, title_width
from criteria.report.workbook.geometry import (
    FIRST,
    HEAD,
    ID,
    MATRIX,
    MISSING,
    RANKED,
    SCREEN,
    START,
    TITLE,
    WeightColumn,
)
from criteria.report.workbook.references import ROW, Place, Row, here, span
from criteria.report.workbook.settings import choice_values
from criteria.report.workbook.sheet_builder import SheetBuilder, Value
from criteria.report.workbook.styles import (
    HEAD as HEAD_STYLE,
)
from criteria.report.workbook.styles import (
    HEAD_RIGHT,
    LABEL,
    STRONG,
    WORDS,
    figures,
    group_head,
    premise_head,
)

_IDENTITY_WIDTHS = {ID: 7.0, SCREEN: 17.0, RANKED: 8.0, MISSING: 8.5}
GROUP_ROW = 3


def write_identity(builder: SheetBuilder, draft: Draft) -> None:
    """Id, title, screening, whether it is ranked, and the number of missing figures, for each project."""
    screens, ranked, missing = identity_values(draft)
    write_identity_heads(builder)
    columns = [
        *identity_columns(draft),
        derived(SCREEN, MATRIX.cell(ROW, SCREEN), screens, WORDS),
        derived(RANKED, MATRIX.cell(ROW, RANKED), ranked, figures("0")),
        derived(MISSING, MATRIX.cell(ROW, MISSING), missing, figures("0")),
    ]
    fill_columns(builder, draft.geometry.rows(), columns)


def write_identity_heads(builder: SheetBuilder) -> None:
    """The heads of these columns."""
    builder.texts(HEAD, ID, ("id", "project", "screening"), builder.style(HEAD_STYLE))
    builder.texts(HEAD, RANKED, ("ranked", "missing"), builder.style(HEAD_RIGHT))


def identity_columns(draft: Draft) -> list[Column]:
    """Ids and titles of the projects as constants."""
    projects = draft.study.projects
    return [
        constants(ID, [project.id for project in projects], WORDS),
        constants(TITLE, [project.title for project in projects], WORDS),
    ]


def identity_values(draft: Draft) -> tuple[list[Value], list[Value], list[Value]]:
    """Screening result, 1 where ranked, and number of missing figures of each project."""
    found = draft.results.screening.projects
    screens: list[Value] = [result.screen for result in found]
    ranked: list[Value] = [float(not result.excluded) for result in found]
    missing: list[Value] = draft.results.matrix.missing.sum(axis=1).astype(float).tolist()
    return screens, ranked, missing


def block_heads(builder: SheetBuilder, draft: Draft, block: int, name: str) -> None:
    """Heads of a block of criteria: what it holds, the premises over their columns, the ids."""
    start = START + block * draft.geometry.width
    builder.text(GROUP_ROW - 1, start, name, builder.style(STRONG)) if block else None
    previous = ""
    for place, criterion in enumerate(draft.geometry.criteria):
        premise = draft.study.premise_of[criterion.id]
        text = f"{premise.id} {premise.short}" if premise.id != previous else ""
        previous = premise.id
        builder.text(GROUP_ROW, start + place, text, builder.style(group_head(premise.role)))
        builder.text(HEAD, start + place, criterion.id, builder.style(premise_head(premise.role)))


def header_row(
    builder: SheetBuilder, row: int, label: str, formulas: Sequence[str], values: Sequence[float | str],
    *, start: int = START, numbers: str = "0.000",
) -> None:  # fmt: skip
    """A row of numbers over the criteria, such as their weights, with its name at the left."""
    builder.text(row, TITLE, label, builder.style(LABEL))
    style = builder.style(figures(numbers))
    for place, (formula, value) in enumerate(zip(formulas, values, strict=True)):
        builder.formula(row, start + place, formula, value, style)


def weight_row(builder: SheetBuilder, draft: Draft, row: int) -> None:
    """The weights used, over the first block of criteria."""
    used = [draft.geometry.weight(WeightColumn.USED, place) for place in range(draft.geometry.width)]
    values = [float(weight) for weight in draft.results.weights.values]
    header_row(builder, row, "weight used (from Weights)", used, values, numbers="0.0%")


def choice_line(builder: SheetBuilder, draft: Draft, text: str, name: str) -> None:
    """A line over the heads that says which choice of Settings is in force."""
    builder.text(GROUP_ROW, TITLE, text, builder.style(LABEL))
    look = replace(WORDS, bold=True)
    builder.formula(GROUP_ROW, SCREEN, name, choice_values(draft)[name], builder.style(look))


def heads(builder: SheetBuilder, first: int, texts: Sequence[str]) -> None:
    """Heads of result columns."""
    builder.texts(HEAD, first, texts, builder.style(HEAD_RIGHT))


def finish(builder: SheetBuilder, draft: Draft, columns: int, widths: dict[int, float]) -> None:
    """Grey for excluded rows, marks on differences, widths, panes and print set-up of a sheet of results."""
    last = draft.geometry.last
    grey_when_excluded(builder, RANKED, FIRST, last, columns)
    mark_differences(builder)
    builder.height(HEAD, 28)
    every = (
        dict.fromkeys(range(START, columns + 1), 7.5)
        | _IDENTITY_WIDTHS
        | {TITLE: title_width(draft)}
        | widths
    )
    set_up(builder, draft, widths=every, head=HEAD, last=last, columns=columns, frozen_columns=SCREEN)


def local_block(row: Row, draft: Draft, block: int) -> str:
    """One row of a block of criteria on the sheet the formula stands in."""
    first = START + block * draft.geometry.width
    return span(row, first, row, first + draft.geometry.width - 1)


@dataclass(frozen=True)
class RankSource:
    """The sheet ranks stand on and its columns of lower and upper scores."""

    place: Place
    low: int
    high: int


def rank_formulas(draft: Draft, source: RankSource) -> tuple[str, str]:
    """The best and the worst rank among the ranked: 1 + those surely above, 1 + those that may be above.

    Scores within 1E-12 of one another tie; a project that is not ranked gets a dash.
    """
    ranked, low, high = (_local(draft, source.place, c) for c in (RANKED, source.low, source.high))
    own_low, own_high, flag = (here(ROW, column) for column in (source.low, source.high, RANKED))
    best = f"1+SUMPRODUCT(({ranked}=1)*({low}>{own_high}+1E-12))"
    worst = f"1+SUMPRODUCT(({ranked}=1)*({high}>{own_low}+1E-12))-({own_high}>{own_low}+1E-12)"
    return f'IF({flag}=1,{best},"{DASH}")', f'IF({flag}=1,{worst},"{DASH}")'


def shadow_formula(draft: Draft, source: RankSource) -> str:
    """The best rank among all projects, the excluded ones included."""
    low = _local(draft, source.place, source.low)
    return f"1+SUMPRODUCT(--({low}>{here(ROW, source.high)}+1E-12))"


def _local(draft: Draft, place: Place, column: int) -> str:
    """A column of all projects, as formulas on its own sheet name it."""
    return draft.geometry.column(place, column).removeprefix(place.prefix)
