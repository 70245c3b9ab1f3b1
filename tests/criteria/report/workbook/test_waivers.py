"""The sheet Waivers."""

from __future__ import annotations

from collections.abc import Callable

from criteria.model.study import Study
from tests.criteria.report.workbook import cases, cells


def test_that_a_waiver_names_its_reason_and_can_be_taken_back(
    sheets_of: Callable[[Callable[[], Study]], cells.Sheets],
) -> None:
    sheet = sheets_of(cases.waived_and_unknown)["Waivers"]
    found = [sheet[f"{column}5"].value for column in "ABCDEF"]
    assert found == ["P01", "RL13", "District is calm", "N. N.", "2026-11-01", "yes"]
