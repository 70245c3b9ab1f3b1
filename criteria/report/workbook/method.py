"""The sheet Method: every formula in words, with its source, and what terms and colours mean."""

from __future__ import annotations

from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import set_up, write_title
from criteria.report.workbook.geometry import TABLE_FIRST, TABLE_HEAD
from criteria.report.workbook.method_texts import METHOD_TEXTS
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import HEAD, MUTED_WRAPPED, WRAPPED

_WIDTHS = {1: 14.0, 2: 22.0, 3: 100.0, 4: 40.0}


def write_method(builder: SheetBuilder, draft: Draft) -> None:
    """Writes the dictionary of methods, terms and colours."""
    write_title(
        builder, draft, "Method: the formulas in words",
        "Only functions that Excel 2013 and later, LibreOffice and Google Sheets share; nothing "
        "volatile, no links to other files, no macros.",
    )  # fmt: skip
    builder.texts(TABLE_HEAD, 1, ("part", "term", "what is computed", "source"), builder.style(HEAD))
    for row, (part, term, text, source) in enumerate(METHOD_TEXTS, start=TABLE_FIRST):
        builder.text(row, 1, part, builder.style(MUTED_WRAPPED))
        builder.texts(row, 2, (term, text), builder.style(WRAPPED))
        builder.text(row, 4, source, builder.style(MUTED_WRAPPED))
        builder.height(row, 13.5 * (len(text) // 108 + 1) + 3)
    set_up(builder, draft, widths=_WIDTHS, head=TABLE_HEAD, last=TABLE_HEAD + len(METHOD_TEXTS), columns=4)
