"""Cells of the data-entry workbook: texts that stay texts, and a few shared looks."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from criteria.files.cells import column_name
from criteria.model.tree import Role

if TYPE_CHECKING:
    from openpyxl.cell.cell import Cell
    from openpyxl.styles import Border
    from openpyxl.worksheet.worksheet import Worksheet

TEXT, MUTED, LINE, HEAD_LINE = "1B212B", "565F6D", "D5D9E0", "7F8795"
GROUND, GAP = "F3F4F6", "FBF0D9"
FONT = "Calibri"
#: Quiet ground and text colour by the role of a premise; the ids in the heads say the same in words.
PREMISE_COLOURS: dict[Role, tuple[str, str]] = {
    "need": ("DCEBF5", "005A8E"),
    "structures": ("FBE6D8", "A84A00"),
    "aims": ("D9F0E8", "007353"),
    "rights": ("F7E6EF", "9C4575"),
}
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32_767
#: Points per line of the font, and the share of a column's width that a line of text surely fills.
_LINE_HEIGHT, _FILLED = 13.0, 0.92


def put(sheet: Worksheet, row: int, column: int, value: str | float | None) -> Cell:
    """The cell (from 1) with a value in it; a text never becomes a formula, whatever it begins with."""
    cell = cast("Cell", sheet.cell(row, column))
    if isinstance(value, str):
        text = _ILLEGAL.sub("", value)[:_LONGEST]
        cell.value = text
        cell.data_type = "s"
        cell.quotePrefix = text.startswith(("=", "+", "-", "@", "\t"))
    else:
        cell.value = value
    return cell


def get_column_letter(column: int) -> str:
    """The letters of a column counted from 1."""
    return column_name(column - 1)


def fit_height(sheet: Worksheet, row: int, texts: Iterable[str | float | None], most: int = 8) -> None:
    """Makes a row high enough for wrapped texts in its columns from A on, at most `most` lines."""
    lines = 1
    for column, text in enumerate(texts, 1):
        if isinstance(text, str) and text:
            width = max(4, int(sheet.column_dimensions[get_column_letter(column)].width * _FILLED))
            lines = max(lines, sum(max(1, len(textwrap.wrap(part, width))) for part in text.split("\n")))
    sheet.row_dimensions[row].height = _LINE_HEIGHT * min(most, lines) + 2


def set_look(
    cell: Cell,
    *,
    bold: bool = False,
    size: float = 10,
    colour: str = TEXT,
    ground: str = "",
    wrap: bool = True,
    right: bool = False,
) -> None:
    """Sets font, ground and alignment of a cell."""
    from openpyxl.styles import Alignment, Font, PatternFill

    cell.font = Font(name=FONT, size=size, bold=bold, color=colour)
    cell.alignment = Alignment(wrap_text=wrap, vertical="top", horizontal="right" if right else "left")
    if ground:
        cell.fill = PatternFill("solid", start_color=ground)


def rule(colour: str = LINE) -> Border:
    """A thin line below a cell."""
    from openpyxl.styles import Border, Side

    return Border(bottom=Side("thin", color=colour))


def set_page(sheet: Worksheet, *, title_rows: str, title_columns: str = "", landscape: bool = True) -> None:
    """Sets the sheet up for A4 with repeated heads and page numbers; one page wide unless columns repeat."""
    from openpyxl.worksheet.header_footer import HeaderFooterItem
    from openpyxl.worksheet.properties import PageSetupProperties

    sheet.sheet_view.showGridLines = False
    sheet.page_setup.paperSize = 9
    sheet.page_setup.orientation = "landscape" if landscape else "portrait"
    sheet.page_setup.fitToWidth = 0 if title_columns else 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=not title_columns)
    sheet.print_title_rows = title_rows
    if title_columns:
        sheet.print_title_cols = title_columns
        sheet.page_setup.scale = 62
        sheet.page_setup.pageOrder = "overThenDown"
    margins = sheet.page_margins
    margins.left = margins.right = 0.5
    margins.top, margins.bottom = 0.6, 0.7
    footer = cast("HeaderFooterItem", sheet.oddFooter)
    footer.left.text, footer.right.text = "&A", "&P / &N"
