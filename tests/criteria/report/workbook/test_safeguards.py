"""The sheet Safeguards."""

from __future__ import annotations

from criteria.report.workbook.draft import Draft
from criteria.report.workbook.safeguards import counted_effect
from tests.criteria.report.workbook import cells


def test_that_only_effects_that_count_are_written(draft: Draft) -> None:
    places = {criterion.id: place for place, criterion in enumerate(draft.geometry.criteria)}
    assert counted_effect(draft, draft.study.safeguard("SG13"), places["H1"]) == -2.0
    assert counted_effect(draft, draft.study.safeguard("SG03"), places["H4"]) == -2.0
    assert counted_effect(draft, draft.study.safeguard("SG03"), places["N1"]) == 0.0


def test_that_every_effect_cell_holds_a_number(example: cells.Sheets) -> None:
    sheet = example["Safeguards"]
    assert all(
        isinstance(sheet[f"{column}{row}"].value, float)
        for column in "EFGHIJKLMNOPQRST"
        for row in range(5, 20)
    )
