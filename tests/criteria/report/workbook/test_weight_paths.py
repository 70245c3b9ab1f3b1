"""The sheet Weight paths."""

from __future__ import annotations

import pytest

from criteria.report.workbook.draft import Draft
from criteria.report.workbook.references import letters
from criteria.report.workbook.weight_paths import INSIDE, REST, WEIGHT, path_expression, path_row
from tests.criteria.report.workbook import cells


def test_that_shares_inside_and_outside_sum_to_one(example: cells.Sheets) -> None:
    for row in range(5, 25):
        for first in (INSIDE, INSIDE + 16):
            shares = [example["Weight paths"][f"{letters(first + place)}{row}"].value for place in range(16)]
            assert sum(float(share or 0) for share in shares) == pytest.approx(1.0)
        now, rest = (example["Weight paths"][f"{letters(c)}{row}"].value for c in (WEIGHT, REST))
        assert float(now or 0) + float(rest or 0) == pytest.approx(1.0)


def test_that_premises_and_criteria_each_have_a_row(draft: Draft, example: cells.Sheets) -> None:
    for element in ("P1", "N1", "P4", "H4"):
        assert example["Weight paths"][f"A{path_row(draft, element)}"].value == element


def test_that_weights_at_t_mix_both_sides(draft: Draft) -> None:
    expression = path_expression(draft.geometry, 5, "$E$9")
    assert expression == "($E$9*'Weight paths'!$E$5:$T$5+(1-$E$9)*'Weight paths'!$U$5:$AJ$5)"
