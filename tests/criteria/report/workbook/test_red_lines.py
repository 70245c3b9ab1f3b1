"""The sheet Red lines."""

from __future__ import annotations

from tests.criteria.report.workbook import cases, cells


def test_that_every_rule_is_printed_as_it_is_applied(example: cells.Sheets) -> None:
    for row, line in enumerate(cases.example_study().red_lines, start=5):
        assert example["Red lines"][f"A{row}"].value == line.id
        assert example["Red lines"][f"E{row}"].value == line.condition
        cure = example["Red lines"].get(f"G{row}")
        assert (cure.value if cure else "") == "; ".join(line.cured_by)
