"""What all sheets of results share: projects in one order, heads of criteria, a row of weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

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
    ScoreColumn,
    ScreenColumn,
    WeightColumn,
)
from criteria.report.workbook.references import here, letters
from criteria.report.workbook.settings import choice_values
from criteria.report.workbook.sheet_builder import SheetBuilder
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


def write_identity(builder: SheetBuilder, draft: Draft, *, source: bool = False) -> None:
    """Id, title, screening, ranked, missing figures of each project; worked out on the sheet `source` is."""
    builder.texts(HEAD, ID, ("id", "project", "screening"), builder.style(HEAD_STYLE))
    builder.texts(HEAD, RANKED, ("ranked", "missing"), builder.style(HEAD_RIGHT))
    words, count = builder.style(WORDS), builder.style(figures("0"))
    missing = draft.results.matrix.missing.sum(axis=1)
    for index in draft.geometry.order:
        row, project = draft.geometry.row(index), draft.study.projects[index]
        found = draft.results.screening.projects[index]
        builder.texts(row, ID, (project.id, project.title), words)
        if source:
            screen = draft.geometry.screening(ScreenColumn.RESULT, index)
            ranked = draft.geometry.screening(ScreenColumn.RANKED, index)
            absent = f'COUNTIF({draft.geometry.scores_of(ScoreColumn.VALUE, index)},"missing")'
        else:
            screen, ranked, absent = (MATRIX.cell(row, column) for column in (SCREEN, RANKED, MISSING))
        builder.formula(row, SCREEN, screen, found.screen, words)
        builder.formula(row, RANKED, ranked, float(not found.excluded), count)
        builder.formula(row, MISSING, absent, float(missing[index]), count)


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


def row_span(row: int, column: int, count: int) -> str:
    """Part of a row of the sheet the formula stands in."""
    return f"{here(row, column)}:{here(row, column + max(1, count) - 1)}"


def local_block(row: int, draft: Draft, block: int) -> str:
    """One row of a block of criteria on the sheet the formula stands in."""
    return row_span(row, START + block * draft.geometry.width, draft.geometry.width)


@dataclass(frozen=True)
class RankColumns:
    """The columns ranks are made from, as ranges, on the sheet the formula stands in."""

    ranked: str
    low: str
    high: str


def rank_formulas(columns: RankColumns, row: int, own_low: str, own_high: str) -> tuple[str, str]:
    """The best and the worst rank among the ranked: 1 + those surely above, 1 + those that may be above.

    Scores within 1E-12 of one another tie; a project that is not ranked gets a dash.
    """
    ranked, low, high = columns.ranked, columns.low, columns.high
    best = f"1+SUMPRODUCT(({ranked}=1)*({low}>{own_high}+1E-12))"
    worst = f"1+SUMPRODUCT(({ranked}=1)*({high}>{own_low}+1E-12))-({own_high}>{own_low}+1E-12)"
    flag = f"${letters(RANKED)}{row}"
    return f'IF({flag}=1,{best},"–")', f'IF({flag}=1,{worst},"–")'


def shadow_formula(low: str, own_high: str) -> str:
    """The best rank among all projects, the excluded ones included."""
    return f"1+SUMPRODUCT(--({low}>{own_high}+1E-12))"
