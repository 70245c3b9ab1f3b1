"""The sheet Stability."""

from __future__ import annotations

from criteria.ranking.results import rank
from criteria.robustness.study_sensitivity import study_stability
from tests.criteria.report.workbook import cases, cells


def test_that_intervals_are_the_program_s(example: cells.Sheets) -> None:
    for row, item in enumerate(study_stability(rank(cases.example_study())), start=5):
        sheet = example["Stability"]
        assert sheet[f"B{row}"].value == item.element
        ends = [sheet[f"{column}{row}"].value for column in "EFKL"]
        winner, order = item.stability.winner, item.stability.order
        assert ends == [winner.lower, winner.upper, order.lower, order.upper]


def test_that_every_end_with_a_change_is_proved(example: cells.Sheets) -> None:
    words = {example["Stability"][f"{column}{row}"].value for column in "HJNP" for row in range(5, 65)}
    assert words == {"tie", "–"}


def test_that_nothing_is_claimed_where_there_is_no_rival() -> None:
    from criteria.report.workbook import Provenance, workbook

    data = workbook(rank(cases.one_project()), Provenance())
    assert data is not None
    assert "A5" not in cells.read(data)["Stability"]
