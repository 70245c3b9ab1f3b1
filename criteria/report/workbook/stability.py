"""The sheet Stability: how far each weight may move before the winner or the order changes."""

from __future__ import annotations

from criteria.report.workbook.draft import Draft
from criteria.report.workbook.frame import set_up, write_title
from criteria.report.workbook.geometry import PATHS, TABLE_FIRST, TABLE_HEAD
from criteria.report.workbook.sheet_builder import SheetBuilder
from criteria.report.workbook.stability_proof import (
    JUMP,
    KINDS,
    METHOD_NAMES,
    SIDES,
    End,
    interval_ends,
    proof_cell,
)
from criteria.report.workbook.styles import CHECK, HEAD, HEAD_RIGHT, STRONG, WORDS, figures, in_app
from criteria.report.workbook.weight_paths import WEIGHT, path_row
from criteria.robustness.study_sensitivity import ElementStability, study_stability

#: Columns: method, id, name, weight now, then for each kind from, to, and each end's change with its proof.
_FIRST_END, _PER_KIND = 5, 6
_HEADS = ("from", "to", "below that", "proof", "above that", "proof")

Ends = dict[tuple[str, str, str, str], tuple[int, End]]


def write_stability(builder: SheetBuilder, draft: Draft) -> None:
    """Writes the intervals as the program found them; each end with the state of its proof."""
    write_title(
        builder, draft, "Stability: how far one weight may move",
        "While the others keep their proportions, the winner (or the whole order) of the ranked projects "
        "with every figure known stays the same between these weights.",
    )  # fmt: skip
    builder.texts(TABLE_HEAD, 1, ("method", "id", "premise or criterion"), builder.style(HEAD))
    builder.text(TABLE_HEAD, 4, "weight now", builder.style(HEAD_RIGHT))
    widths = {1: 13.0, 2: 6.0, 3: 40.0, 4: 9.0}
    for place, title in enumerate(("same winner", "same order")):
        column = _FIRST_END + _PER_KIND * place
        builder.text(TABLE_HEAD - 1, column, title, builder.style(STRONG))
        builder.texts(TABLE_HEAD, column, _HEADS, builder.style(HEAD_RIGHT))
        widths |= dict(zip(range(column, column + _PER_KIND), (8.0, 8.0, 22.0, 8.0, 22.0, 8.0), strict=True))
    ends: Ends = {
        (end.method, end.element, end.kind, end.side): (place, end)
        for place, end in enumerate(interval_ends(draft))
    }
    items = study_stability(draft.results)
    for row, item in enumerate(items, start=TABLE_FIRST):
        _write_item(builder, draft, row, item, ends)
    set_up(
        builder, draft, widths=widths, head=TABLE_HEAD, last=TABLE_HEAD + len(items),
        columns=_FIRST_END - 1 + 2 * _PER_KIND, frozen_columns=3,
    )  # fmt: skip


def _write_item(builder: SheetBuilder, draft: Draft, row: int, item: ElementStability, ends: Ends) -> None:
    percent, quiet = builder.style(in_app("0.0%")), builder.style(CHECK)
    texts = (METHOD_NAMES[item.method], item.element, draft.study.name_of(item.element))
    builder.texts(row, 1, texts, builder.style(WORDS))
    now = PATHS.cell(path_row(draft, item.element), WEIGHT)
    builder.formula(row, 4, now, item.stability.weight, builder.style(figures("0.0%")))
    for place, kind in enumerate(KINDS):
        interval, column = getattr(item.stability, kind), _FIRST_END + _PER_KIND * place
        builder.number(row, column, interval.lower, percent)
        builder.number(row, column + 1, interval.upper, percent)
        for offset, side in enumerate(SIDES):
            where = column + 2 + 2 * offset
            found = ends.get((item.method, item.element, kind, side))
            if found is None:
                builder.texts(row, where, ("–", "–"), quiet)
            else:
                _write_change(builder, draft, row, where, *found)


def _write_change(builder: SheetBuilder, draft: Draft, row: int, column: int, place: int, end: End) -> None:
    """Who overtakes whom, and whether the proof still holds."""
    overtaken, overtaking = (draft.study.projects[i].id for i in (end.overtaken, end.overtaking))
    builder.text(row, column, f"{overtaking} overtakes {overtaken}", builder.style(CHECK))
    proof = proof_cell(place)
    formula = f'IF({proof}="equal","tie",IF({proof}="{JUMP}","{JUMP}","changed"))'
    builder.formula(row, column + 1, formula, "tie" if end.tie else JUMP, builder.style(CHECK))
