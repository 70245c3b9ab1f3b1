"""The sheet Weights."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.report.workbook.draft import Draft, Provenance
from criteria.report.workbook.geometry import WeightColumn
from criteria.report.workbook.references import letters
from criteria.report.workbook.weights import inside_shares
from tests.criteria.report.workbook import cases, cells


def test_that_weights_used_are_the_program_s_and_sum_to_one(example: cells.Sheets) -> None:
    results = rank(cases.example_study())
    column = letters(WeightColumn.USED)
    used = [example["Weights"][f"{column}{row}"].value for row in range(9, 25)]
    assert used == results.weights.values.tolist()
    assert example["Weights"][f"{column}25"].value == pytest.approx(1.0)


def test_that_own_weights_start_empty_and_count_when_filled(example: cells.Sheets) -> None:
    own, used = letters(WeightColumn.OWN), letters(WeightColumn.USED)
    assert f"{own}9" not in example["Weights"]
    assert f"IF(ISNUMBER(${own}$9),${own}$9," in example["Weights"][f"{used}9"].formula


def test_that_shares_inside_a_part_sum_to_one_even_without_weight() -> None:
    draft = Draft(rank(cases.direct_points()), Provenance())
    shares, groups = inside_shares(draft), draft.results.matrix.groups
    assert [shares[groups == role].sum() for role in range(4)] == pytest.approx([1.0] * 4)


def test_that_a_premise_without_points_keeps_its_local_weights(
    sheets_of: Callable[[Callable[[], Study]], cells.Sheets],
) -> None:
    sheets = sheets_of(cases.direct_points)
    row = cells.row_of(sheets, "Weights", "S1")
    assert sheets["Weights"][f"{letters(WeightColumn.USED)}{row}"].value == 0.0
    assert sheets["Weights"][f"{letters(WeightColumn.SHARE)}{row}"].value == 1.0
