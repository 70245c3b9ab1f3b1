"""The sheet Benefit-risk."""

from __future__ import annotations

import pytest

from criteria.ranking.results import rank
from criteria.report.workbook.benefit_risk import RiskColumns
from criteria.report.workbook.references import letters
from tests.criteria.report.workbook import cases, cells


def row_values(sheets: cells.Sheets, project: str) -> dict[int, object]:
    row = cells.row_of(sheets, "Benefit-risk", project)
    named = {column: sheets["Benefit-risk"].get(f"{letters(column)}{row}") for column in range(6, 50)}
    return {column: cell.value for column, cell in named.items() if cell is not None}


def test_that_risk_is_severity_times_likelihood(example: cells.Sheets) -> None:
    found = row_values(example, "P18")
    severity, likelihood = (float(str(found[c])) for c in (RiskColumns.SEVERITY, RiskColumns.LIKELIHOOD))
    assert found[RiskColumns.RISK] == pytest.approx(severity * (0.5 + 0.5 * likelihood))


def test_that_safeguards_lower_the_risk_of_the_iris_check(example: cells.Sheets) -> None:
    """P17 falls from R = 0.46 to 0.13 through de-scoping (domain report, section 2.2, with equal weights)."""
    found = row_values(example, "P17")
    proposed, offered = (float(str(found[c + 5])) for c in (RiskColumns.PROPOSED, RiskColumns.OFFERED))
    assert proposed > 2 * offered


def test_that_scores_and_ranks_are_the_program_s(example: cells.Sheets) -> None:
    results = rank(cases.example_study())
    found = results.methods["benefit_risk"]
    for index, project in enumerate(results.matrix.projects):
        values = row_values(example, project)
        assert values[RiskColumns.SCORE] == pytest.approx(found.low[index], abs=1e-15)
        assert values[RiskColumns.RANK] == (found.rank_best[index] or "–")


def test_that_theta_is_read_from_the_settings(example: cells.Sheets) -> None:
    row = cells.row_of(example, "Benefit-risk", "P05")
    assert "theta" in example["Benefit-risk"][f"{letters(RiskColumns.RISK)}{row}"].formula
