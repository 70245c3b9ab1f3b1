"""Where red lines stand."""

from __future__ import annotations

from criteria.report.workbook.references import letters
from criteria.report.workbook.screening_columns import ScreeningColumns
from tests.criteria.report.workbook import cases, cells


def test_that_only_lines_tested_before_ranking_have_columns() -> None:
    study = cases.small()
    lines = ScreeningColumns(study).lines
    assert "RL17" not in [line.id for line in lines]
    off = tuple(cases.changed(line, active=line.id != "RL01") for line in study.red_lines)
    assert len(ScreeningColumns(cases.changed(study, red_lines=off)).lines) == len(lines) - 1


def test_that_heads_stand_where_the_columns_say(example: cells.Sheets) -> None:
    columns = ScreeningColumns(cases.example_study())
    assert example["Screening"][f"{letters(columns.outcome(3))}4"].value == "RL04"
    assert example["Screening"][f"{letters(columns.truth(3))}4"].value == "RL04"
    assert [line.id for line in columns.escalations] == ["RL04", "RL15"]
    assert example["Screening"][f"{letters(columns.last)}4"].value == "RL15 excludes"


def test_that_a_rule_may_read_a_criterion_that_does_not_count() -> None:
    columns = ScreeningColumns(cases.odd_scales())
    assert columns.inactive == ("S3",)
    assert columns.figure("S3") == columns.last
