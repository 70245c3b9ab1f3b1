"""The sheet Safeguards: what each guarantee or measure costs and changes, in levels of each criterion."""

from __future__ import annotations

from criteria.model.rules import Safeguard
from criteria.report.workbook.credibility_columns import SG_COST, SG_EFFECTS, SG_ID
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import set_up, write_title
from criteria.report.workbook.geometry import TABLE_FIRST, TABLE_HEAD
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.styles import (
    HEAD,
    HEAD_RIGHT,
    MUTED_WRAPPED,
    WORDS,
    WRAPPED,
    group_head,
    inputs,
    premise_head,
)
from criteria.screening.safeguards import DESCOPING


def write_safeguards(builder: SheetBuilder, draft: Draft) -> None:
    """Writes the catalogue; the effects are inputs of the capped sums on the sheet Scores."""
    write_title(
        builder, draft, "Safeguards: nominal effects in levels",
        "What a safeguard would change if it were believed in full; how much is believed stands on "
        "Credibility. Country figures never change, the invasiveness H1 only by de-scoping.",
    )  # fmt: skip
    builder.texts(TABLE_HEAD, SG_ID, ("id", "safeguard", "kind"), builder.style(HEAD))
    builder.text(TABLE_HEAD, SG_COST, "cost, % of budget", builder.style(HEAD_RIGHT))
    builder.height(TABLE_HEAD, 28)
    criterion_heads(builder, draft, TABLE_HEAD - 1, TABLE_HEAD, SG_EFFECTS)
    after = SG_EFFECTS + draft.geometry.width
    builder.texts(TABLE_HEAD, after, ("description", "source", "verification"), builder.style(HEAD))
    for row, safeguard in enumerate(draft.study.safeguards, start=TABLE_FIRST):
        _write_row(builder, draft, row, safeguard)
    widths = {1: 7.0, 2: 34.0, 3: 12.0, 4: 9.0, after: 60.0, after + 1: 36.0, after + 2: 30.0}
    widths |= {SG_EFFECTS + place: 6.0 for place in range(draft.geometry.width)}
    set_up(
        builder, draft, widths=widths, head=TABLE_HEAD, columns=after + 2,
        last=TABLE_FIRST + len(draft.study.safeguards) - 1,
    )  # fmt: skip


def counted_effect(draft: Draft, safeguard: Safeguard, place: int) -> float:
    """The nominal effect on a criterion, 0 where a safeguard cannot change it whatever it promises."""
    criterion = draft.geometry.criteria[place]
    fixed = criterion.country_level or (criterion.id == "H1" and safeguard.id != DESCOPING)
    return 0.0 if fixed else safeguard.effects.get(criterion.id, 0.0)


def criterion_heads(builder: SheetBuilder, draft: Draft, group_row: int, row: int, column: int) -> None:
    """Heads of a block of criteria: the premise over its columns, the ids below it."""
    for place, criterion in enumerate(draft.geometry.criteria):
        premise = draft.study.premise_of[criterion.id]
        first = place == 0 or draft.geometry.criteria[place - 1].premise != criterion.premise
        name = f"{premise.id} {premise.short}" if first else ""
        builder.text(group_row, column + place, name, builder.style(group_head(premise.role)))
        builder.text(row, column + place, criterion.id, builder.style(premise_head(premise.role)))


def _write_row(builder: SheetBuilder, draft: Draft, row: int, safeguard: Safeguard) -> None:
    wrapped, quiet = builder.style(WRAPPED), builder.style(MUTED_WRAPPED)
    builder.text(row, SG_ID, safeguard.id, builder.style(WORDS))
    builder.text(row, 2, safeguard.name, wrapped)
    builder.text(row, 3, safeguard.kind, builder.style(WORDS))
    builder.number(row, SG_COST, safeguard.cost_percent, builder.style(inputs()))
    effect = builder.style(inputs('+General;-General;"·"'))
    for place in range(draft.geometry.width):
        builder.number(row, SG_EFFECTS + place, counted_effect(draft, safeguard, place), effect)
    after = SG_EFFECTS + draft.geometry.width
    builder.text(row, after, safeguard.description, wrapped)
    builder.texts(row, after + 1, (safeguard.source, safeguard.verification), quiet)
    longest = max(
        len(safeguard.description) / 56, len(safeguard.source) / 33, len(safeguard.verification) / 27
    )
    builder.height(row, min(150.0, 13.5 * (int(longest) + 1) + 2))
