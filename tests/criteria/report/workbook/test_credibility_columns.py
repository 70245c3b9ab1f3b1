"""Where safeguards stand."""

from __future__ import annotations

import itertools

from criteria.report.workbook.credibility_columns import COST_REQUIRED, CredibilityColumns
from tests.criteria.report.workbook import cases, cells


def test_that_the_four_blocks_follow_one_another() -> None:
    columns = CredibilityColumns(cases.small())
    firsts = (columns.offered, columns.required, columns.believed, columns.believed_required)
    assert firsts[0] == COST_REQUIRED + 1
    assert {after - before for before, after in itertools.pairwise(firsts)} == {columns.count}
    assert columns.last == columns.believed_required + columns.count - 1


def test_that_a_safeguard_the_study_lacks_has_no_place() -> None:
    columns = CredibilityColumns(cases.small())
    assert columns.place_of("SG13") == 12
    assert columns.place_of("SG99") is None


def test_that_heads_stand_where_the_columns_say(example: cells.Sheets) -> None:
    from criteria.report.workbook.references import letters

    columns = CredibilityColumns(cases.example_study())
    assert example["Credibility"][f"{letters(columns.believed + 12)}4"].value == "SG13"
    assert example["Safeguards"][f"{letters(columns.effect_column(0))}4"].value == "N1"
