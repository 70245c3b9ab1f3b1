"""The sheet Waivers: red lines lifted for one project, with the reason and who answers for it."""

from __future__ import annotations

from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import choose_from, set_up, write_title
from criteria.report.workbook.geometry import TABLE_FIRST, TABLE_HEAD
from criteria.report.workbook.references import span
from criteria.report.workbook.settings_rows import COUNTS
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import HEAD, INPUT_WORDS, WORDS, WRAPPED

_HEADS = ("project", "red line", "reason", "who answers for it", "date", "counts")
_WIDTHS = (9, 9, 80, 30, 14, 9)


def write_waivers(builder: SheetBuilder, draft: Draft) -> None:
    """Writes the waivers; "no" under counts puts a red line back in force."""
    write_title(
        builder, draft, "Waivers: red lines lifted for one project",
        "Set “counts” to no and the red line applies again, on Screening and in every ranking.",
    )  # fmt: skip
    builder.texts(TABLE_HEAD, 1, _HEADS, builder.style(HEAD))
    for row, waiver in enumerate(draft.study.waivers, start=TABLE_FIRST):
        builder.texts(row, 1, (waiver.project, waiver.red_line), builder.style(WORDS))
        builder.text(row, 3, waiver.reason, builder.style(WRAPPED))
        builder.texts(row, 4, (waiver.name, waiver.date), builder.style(WORDS))
        builder.text(row, COUNTS, "yes", builder.style(INPUT_WORDS))
        builder.height(row, max(15.0, 13.5 * (len(waiver.reason) // 86 + 1) + 2))
    last = TABLE_HEAD + len(draft.study.waivers)
    choose_from(builder, span(TABLE_FIRST, COUNTS, last, COUNTS), '"yes,no"')
    set_up(
        builder,
        draft,
        widths=dict(enumerate(_WIDTHS, start=1)),
        head=TABLE_HEAD,
        columns=len(_HEADS),
        last=last,
    )
