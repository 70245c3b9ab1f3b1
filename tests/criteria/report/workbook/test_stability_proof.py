"""The sheet Stability proof."""

from __future__ import annotations

import pytest

from criteria.report.workbook.draft import Draft, Provenance
from criteria.report.workbook.stability_proof import interval_ends, proof_cell
from tests.criteria.report.workbook import cases, cells


def test_that_both_projects_have_one_score_at_each_end(example: cells.Sheets) -> None:
    sheet = example["Stability proof"]
    rows = [row for row in range(5, 300) if f"E{row}" in sheet]
    assert len(rows) > 100
    for row in rows:
        assert sheet[f"L{row}"].value == pytest.approx(sheet[f"P{row}"].value, abs=1e-9)
        assert sheet[f"R{row}"].value == "equal"


def test_that_a_jump_is_not_called_a_tie() -> None:
    ends = interval_ends(Draft(cases.given(), Provenance()))
    jumps = [end for end in ends if not end.tie]
    assert jumps
    assert {end.method for end in jumps} == {"benefit_risk"}
    assert all(end.at in (0.0, 1.0) for end in jumps)


def test_that_each_end_has_its_row(draft: Draft) -> None:
    assert proof_cell(0) == "'Stability proof'!$R$5"
    assert len(interval_ends(draft)) > 20
