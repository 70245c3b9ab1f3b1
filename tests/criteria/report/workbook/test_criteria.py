"""The sheet Criteria."""

from __future__ import annotations

from collections.abc import Callable

from criteria.model.study import Study
from tests.criteria.report.workbook import cases, cells


def test_that_scales_and_anchors_are_those_of_the_study(example: cells.Sheets) -> None:
    row = cells.row_of(example, "Criteria", "A2")
    expected = {
        "worst figure": 0.0,
        "best figure": 10_000.0,
        "scale to": 8_000_000.0,
        "value function": "logarithmic",
        "preferred": "more",
    }
    columns = {head: cells.column(example, "Criteria", 4, head) for head in expected}
    found = {head: example["Criteria"][f"{column}{row}"].value for head, column in columns.items()}
    assert found == expected


def test_that_points_of_a_piecewise_function_are_listed(
    sheets_of: Callable[[Callable[[], Study]], cells.Sheets],
) -> None:
    sheets = sheets_of(cases.odd_scales)
    row = cells.row_of(sheets, "Criteria", "S2")
    first = cells.column(sheets, "Criteria", 4, "figure 2")
    assert sheets["Criteria"][f"{first}{row}"].value == 3.0


def test_that_criteria_that_do_not_count_are_left_out(
    sheets_of: Callable[[Callable[[], Study]], cells.Sheets],
) -> None:
    sheets = sheets_of(cases.odd_scales)
    assert "S3" not in {cell.value for name, cell in sheets["Criteria"].items() if name.startswith("A")}
