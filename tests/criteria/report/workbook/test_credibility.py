"""The sheet Credibility."""

from __future__ import annotations

from criteria.report.workbook.credibility_columns import CONTRACTUAL, COST, RATE, CredibilityColumns
from criteria.report.workbook.references import letters
from criteria.screening.safeguards import cost_percent
from tests.criteria.report.workbook import cases, cells


def test_that_contracts_are_believed_by_the_rule_of_law(example: cells.Sheets) -> None:
    """Ethiopia, rule of law -0.67: r = 0.366, a contract counts 0.683 (domain report, section 2.2)."""
    row = cells.row_of(example, "Credibility", "P03")
    assert example["Credibility"][f"{letters(RATE)}{row}"].value == (-0.67 + 2.5) / 5
    assert round(float(example["Credibility"][f"{letters(CONTRACTUAL)}{row}"].value or 0), 3) == 0.683


def test_that_flags_say_what_is_offered_and_what_is_asked_for(example: cells.Sheets) -> None:
    study = cases.example_study()
    columns, row = CredibilityColumns(study), cells.row_of(example, "Credibility", "P01")
    sheet, place = example["Credibility"], 6
    assert study.safeguards[place].id == "SG07"
    assert sheet[f"{letters(columns.offered + place)}{row}"].value == 0.0
    asked = sheet[f"{letters(columns.required + place)}{row}"]
    assert asked.value == 1.0
    assert "Screening!" in asked.formula


def test_that_costs_add_up(example: cells.Sheets) -> None:
    study = cases.example_study()
    for row, project in enumerate(study.projects, start=5):
        cell = example["Credibility"][f"{letters(COST)}{row}"]
        assert cell.value == cost_percent(study, project.safeguards)


def test_that_an_unknown_rule_of_law_counts_as_none() -> None:
    from criteria.ranking.results import rank
    from criteria.report.workbook import Provenance, workbook

    data = workbook(rank(cases.waived_and_unknown()), Provenance())
    assert data is not None
    sheets = cells.read(data)
    row = cells.row_of(sheets, "Credibility", "P08")
    assert sheets["Credibility"][f"C{row}"].value == "unknown"
    assert sheets["Credibility"][f"{letters(RATE)}{row}"].value == 0.0
