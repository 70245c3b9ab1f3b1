"""The sheet Red lines: every rule with its condition, effect, cure and source."""

from __future__ import annotations

from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import set_up, write_title
from criteria.report.workbook.geometry import TABLE_FIRST, TABLE_HEAD
from criteria.report.workbook.projects import listed
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import HEAD, MUTED_WRAPPED, WORDS, WRAPPED

_HEADS = ("id", "red line", "effect", "active", "condition", "excludes if also", "cured by all of",
          "in the paper", "law and standards", "note")  # fmt: skip
_WIDTHS = (7, 40, 12, 7, 44, 34, 26, 44, 52, 40)


def write_red_lines(builder: SheetBuilder, draft: Draft) -> None:
    """Writes the rules as the study holds them; cut-offs stand on Settings, results on Screening."""
    write_title(
        builder, draft, "Red lines: what no score can buy back",
        "Applied before any weight or score. The cut-offs named in the conditions are yellow cells on "
        "Settings.",
    )  # fmt: skip
    builder.texts(TABLE_HEAD, 1, _HEADS, builder.style(HEAD))
    words, wrapped, quiet = (builder.style(style) for style in (WORDS, WRAPPED, MUTED_WRAPPED))
    for row, line in enumerate(draft.study.red_lines, start=TABLE_FIRST):
        builder.text(row, 1, line.id, words)
        builder.text(row, 2, line.name, wrapped)
        builder.texts(row, 3, (line.effect.replace("_", " "), "yes" if line.active else "no"), words)
        builder.texts(row, 5, (line.condition, line.exclude_if, listed(line.cured_by)), wrapped)
        builder.texts(row, 8, (line.paper, line.law, line.note), quiet)
        texts = zip(
            (line.condition, line.exclude_if, line.paper, line.law, line.note),
            (44, 34, 44, 52, 40),
            strict=True,
        )
        lines = max(int(len(text) / (0.92 * width)) + 1 for text, width in texts)
        builder.height(row, min(200.0, 13.5 * lines + 2))
    set_up(
        builder, draft, widths=dict(enumerate(_WIDTHS, start=1)), head=TABLE_HEAD, columns=len(_HEADS),
        last=TABLE_HEAD + len(draft.study.red_lines),
    )  # fmt: skip
