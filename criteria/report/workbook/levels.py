"""The sheet Levels: what each step of a constructed scale means."""

from __future__ import annotations

from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import set_up, write_title
from criteria.report.workbook.geometry import TABLE_FIRST, TABLE_HEAD
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import HEAD, HEAD_RIGHT, WORDS, WRAPPED, figures, premise_id


def write_levels(builder: SheetBuilder, draft: Draft) -> None:
    """Writes one row for each anchored level of each criterion that has levels."""
    write_title(
        builder, draft, "Levels: what each step of a scale means",
        "Scores on constructed scales are levels; a score between two levels lies between their "
        "descriptions.",
    )  # fmt: skip
    builder.texts(TABLE_HEAD, 1, ("id", "criterion"), builder.style(HEAD))
    builder.text(TABLE_HEAD, 3, "level", builder.style(HEAD_RIGHT))
    builder.texts(TABLE_HEAD, 4, ("name", "description"), builder.style(HEAD))
    words, wrapped, whole = builder.style(WORDS), builder.style(WRAPPED), builder.style(figures("0"))
    row = TABLE_FIRST
    for criterion in draft.geometry.criteria:
        head = builder.style(premise_id(draft.study.premise_of[criterion.id].role))
        for level in criterion.levels:
            builder.text(row, 1, criterion.id, head)
            builder.text(row, 2, criterion.name, words)
            builder.number(row, 3, level.value, whole)
            builder.texts(row, 4, (level.label, level.anchor), wrapped)
            builder.height(row, max(15.0, 13.5 * (len(level.anchor) // 96 + 1) + 2))
            row += 1
    widths = {1: 6.0, 2: 42.0, 3: 7.0, 4: 36.0, 5: 90.0}
    set_up(builder, draft, widths=widths, head=TABLE_HEAD, last=row - 1, columns=5, frozen_columns=3)
