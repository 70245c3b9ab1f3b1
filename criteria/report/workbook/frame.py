"""What surrounds the cells of a sheet: title, widths, panes, filter, print set-up, rules that colour."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from criteria.report.workbook.draft import Draft
from criteria.report.workbook.references import letters, span
from criteria.report.workbook.safe_text import safe_text
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import (
    DIFFERS_FILL,
    DIFFERS_TEXT,
    FONT,
    GREY,
    MISSING_FILL,
    MISSING_TEXT,
    NOTE,
    QUIET,
    TITLE,
)

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet


#: No row is higher in Excel, in points.
_TALLEST = 409.0


def write_title(builder: SheetBuilder, draft: Draft, title: str, sentence: str) -> None:
    """The title of a sheet with one sentence on how to read it, and the warning on examples."""
    builder.text(1, 1, title, builder.style(TITLE))
    builder.height(1, 26)
    builder.text(2, 1, f"{sentence} {draft.fictional}".strip(), builder.style(NOTE))


def line_height(text: str, width: float) -> float:
    """The height in points of a row whose text is wrapped between words in a column of that width."""
    room = max(1, int(1.1 * width) - 2)
    lines = sum(max(1, len(textwrap.wrap(part, room))) for part in text.split("\n"))
    return min(_TALLEST, 13.5 * lines + 3)


def write_lines(builder: SheetBuilder, row: int, column: int, text: str, style: int, width: int) -> int:
    """A long text on as many rows as it takes, each within the page; the row after it."""
    lines = [line for part in text.split("\n") for line in textwrap.wrap(part, width)]
    for at, line in enumerate(lines, start=row):
        builder.text(at, column, line, style)
    return row + len(lines)


def set_up(
    builder: SheetBuilder,
    draft: Draft,
    *,
    widths: Mapping[int, float],
    head: int,
    last: int,
    columns: int,
    frozen_columns: int = 2,
    filtered: bool = True,
) -> None:
    """Widths, panes frozen below the head row, a filter on the table, A4 with the heads on each page."""
    sheet = builder.sheet
    for column, width in widths.items():
        sheet.column_dimensions[letters(column)].width = width
    sheet.freeze_panes = f"{letters(frozen_columns + 1)}{head + 1}"
    if filtered and last > head:
        sheet.auto_filter.ref = f"A{head}:{letters(columns)}{last}"
    set_up_print(sheet, draft)
    sheet.print_title_rows = f"1:{head}"
    if frozen_columns and sum(widths.get(column, 9) for column in range(1, columns + 1)) > 220:
        sheet.print_title_cols = f"A:{letters(frozen_columns)}"
        sheet.page_setup.fitToWidth = 0
        sheet.sheet_properties.pageSetUpPr = None
        sheet.page_setup.scale = 60


def set_up_print(sheet: Worksheet, draft: Draft) -> None:
    """Landscape A4, one page wide, with study, sheet and page number at the foot; no gridlines."""
    title = foot(draft.study.title)
    set_paper(sheet, f"{title} · {draft.fictional}" if draft.fictional else title, landscape=True)


def foot(text: str) -> str:
    """A text as the foot of a page can show it: short, on one line, and never taken for a code."""
    return safe_text(text)[0].replace("\n", " ")[:80].replace("&", "&&")


def set_paper(sheet: Worksheet, left: str, *, landscape: bool) -> None:
    """A4, one page wide; a text, the sheet and the page number at the foot; no gridlines."""
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.sheet_view.showGridLines = False
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.paperSize = 9
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.page_margins.left = sheet.page_margins.right = 0.4
    sheet.page_margins.top, sheet.page_margins.bottom = 0.5, 0.6
    for part, text in (("left", left), ("center", "&A"), ("right", "Page &P of &N")):
        footer = getattr(sheet.oddFooter, part)
        footer.text, footer.size, footer.font = text, 8, FONT


def grey_when_excluded(
    builder: SheetBuilder, ranked_column: int, first: int, last: int, columns: int
) -> None:
    """Rows whose project is not ranked turn grey, also after a reviewer changed that."""
    _colour(builder, span(first, 1, last, columns), f"${letters(ranked_column)}{first}=0", GREY, None)


def amber_when_missing(builder: SheetBuilder, first: int, column: int, last: int, last_column: int) -> None:
    """Cells that hold the word missing turn amber."""
    cell = f"{letters(column)}{first}"
    _colour(builder, span(first, column, last, last_column), f'{cell}="missing"', MISSING_TEXT, MISSING_FILL)


def amber_when_empty(builder: SheetBuilder, first: int, column: int, last: int, last_column: int) -> None:
    """Input cells that nobody filled turn amber."""
    cell = f"{letters(column)}{first}"
    _colour(builder, span(first, column, last, last_column), f"ISBLANK({cell})", MISSING_TEXT, MISSING_FILL)


def mark_differences(builder: SheetBuilder) -> None:
    """Checks that found a difference stand out by weight and ground as well as by their word."""
    for column, (first, last, _) in builder.checks.items():
        cell = f"{letters(column)}{first}"
        area = span(first, column, last, column)
        _colour(builder, area, f'{cell}="differs"', DIFFERS_TEXT, DIFFERS_FILL, bold=True)


def amber_when_open(
    builder: SheetBuilder, columns: Sequence[int], low: int, high: int, first: int, last: int
) -> None:
    """Scores and ranks turn amber in rows where a missing figure leaves the score open."""
    condition = f"${letters(high)}{first}-${letters(low)}{first}>1E-12"
    for column in columns:
        area = span(first, column, last, column)
        _colour(builder, area, condition, MISSING_TEXT, MISSING_FILL)


def quiet_word(
    builder: SheetBuilder, word: str, first: int, column: int, last: int, last_column: int
) -> None:
    """Cells that hold this word step back, so that the others are seen."""
    cell = f"{letters(column)}{first}"
    _colour(builder, span(first, column, last, last_column), f'{cell}="{word}"', QUIET, None)


def title_width(draft: Draft) -> float:
    """A width at which titles of projects are not cut, within reason."""
    longest = max((len(project.title) for project in draft.study.projects), default=0)
    return min(70.0, max(30.0, 0.95 * longest + 2))


def bars(builder: SheetBuilder, first: int, column: int, last: int) -> None:
    """A bar of fixed scale 0 to 1 behind the scores of one column."""
    from openpyxl.formatting.rule import DataBarRule

    from criteria.report.workbook.styles import BAR

    rule = DataBarRule(  # type: ignore[no-untyped-call]
        "num", 0, "num", 1, color=BAR, showValue=True
    )
    builder.sheet.conditional_formatting.add(span(first, column, last, column).replace("$", ""), rule)


def choose_from(builder: SheetBuilder, area: str, choices: str, prompt: str = "") -> None:
    """A drop-down for cells: choices as a list in quotes or a range."""
    from openpyxl.worksheet.datavalidation import DataValidation

    rule = DataValidation("list", formula1=choices, allow_blank=True, showErrorMessage=True)
    if prompt:
        rule.prompt, rule.showInputMessage = prompt, True
    builder.sheet.add_data_validation(rule)
    rule.add(area.replace("$", ""))


def _colour(
    builder: SheetBuilder, area: str, condition: str, text: str, fill: str | None, *, bold: bool = False
) -> None:
    from openpyxl.formatting.rule import FormulaRule
    from openpyxl.styles import Font, PatternFill

    ground = PatternFill(bgColor=fill, fill_type="solid") if fill else None
    font = Font(color=text, bold=True) if bold else Font(color=text)
    rule = FormulaRule(  # type: ignore[no-untyped-call]
        formula=[condition], font=font, fill=ground
    )
    builder.sheet.conditional_formatting.add(area.replace("$", ""), rule)
