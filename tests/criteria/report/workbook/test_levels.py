"""The sheet Levels."""

from __future__ import annotations

from tests.criteria.report.workbook import cases, cells


def test_that_every_level_of_every_scale_has_its_description(example: cells.Sheets) -> None:
    study = cases.example_study()
    expected = [level.anchor for criterion in study.active_criteria for level in criterion.levels]
    found = [example["Levels"][f"E{row}"].value for row in range(5, 5 + len(expected))]
    assert found == expected
