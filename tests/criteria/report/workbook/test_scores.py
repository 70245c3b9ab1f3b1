"""The sheet Scores."""

from __future__ import annotations

from criteria.report.workbook.geometry import ScoreColumn
from criteria.report.workbook.references import letters
from tests.criteria.report.workbook import cases, cells


def cell(sheets: cells.Sheets, project: str, criterion: str, column: ScoreColumn) -> cells.Cell | None:
    row = cells.row_of(sheets, "Scores", project, "A", (letters(ScoreColumn.CRITERION), criterion))
    return sheets["Scores"].get(f"{letters(column)}{row}")


def value(sheets: cells.Sheets, project: str, criterion: str, column: ScoreColumn) -> object:
    found = cell(sheets, project, criterion, column)
    return None if found is None else found.value


def test_that_every_score_has_a_row(example: cells.Sheets) -> None:
    study = cases.example_study()
    ids = [
        found.value
        for name, found in example["Scores"].items()
        if name.startswith("A") and int(name[1:]) >= 5
    ]
    assert len(ids) == len(study.projects) * len(study.active_criteria)


def test_that_a_safeguard_moves_a_figure_by_what_is_believed(example: cells.Sheets) -> None:
    """P01 offers data-protection terms, a contract, in Mozambique (rule of law -1.03): H3 falls by 0.647."""
    change = value(example, "P01", "H3", ScoreColumn.OFFERED)
    assert change == -(0.5 + 0.5 * (-1.03 + 2.5) / 5)
    assert value(example, "P01", "H3", ScoreColumn.USED) == 4 + change
    assert value(example, "P01", "H3", ScoreColumn.AS_PROPOSED) == 0.25


def test_that_a_missing_figure_is_empty_and_named_never_guessed(gaps: cells.Sheets) -> None:
    assert value(gaps, "P03", "A2", ScoreColumn.FIGURE) is None
    assert value(gaps, "P03", "A2", ScoreColumn.VALUE) == "missing"
    assert value(gaps, "P03", "A2", ScoreColumn.IN_APP) == "missing"
    assert value(gaps, "P03", "A2", ScoreColumn.VALUE_LOW) == 0.0
    assert value(gaps, "P03", "A2", ScoreColumn.VALUE_HIGH) == 1.0


def test_that_stated_bounds_of_a_missing_figure_count(gaps: cells.Sheets) -> None:
    assert value(gaps, "P05", "H2", ScoreColumn.USED_LOW) == 1.0
    assert value(gaps, "P05", "H2", ScoreColumn.USED_HIGH) == 3.0


def test_that_source_year_and_note_stand_beside_the_figure(example: cells.Sheets) -> None:
    study = cases.example_study()
    evidence = study.project("P01").score("N1").evidence
    assert value(example, "P01", "N1", ScoreColumn.SOURCE) == (evidence.source or None)
    assert value(example, "P01", "N1", ScoreColumn.YEAR) == evidence.year


def test_that_all_values_are_formulas(example: cells.Sheets) -> None:
    found = cell(example, "P05", "A2", ScoreColumn.VALUE)
    assert found is not None
    assert "LN((1+MAX(" in found.formula
