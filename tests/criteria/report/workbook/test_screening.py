"""The sheet Screening."""

from __future__ import annotations

from collections.abc import Callable

from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.geometry import ScreenColumn
from criteria.report.workbook.references import letters
from criteria.report.workbook.screening import outcome_word, project_facts
from criteria.report.workbook.screening_columns import ScreeningColumns
from tests.criteria.report.workbook import cases, cells


def outcome(sheets: cells.Sheets, study: Study, project: str, line: str) -> cells.Cell:
    columns = ScreeningColumns(study)
    place = next(place for place, one in enumerate(columns.lines) if one.id == line)
    return sheets["Screening"][
        f"{letters(columns.outcome(place))}{cells.row_of(sheets, 'Screening', project)}"
    ]


def test_that_results_are_formulas_with_the_program_s_words(example: cells.Sheets) -> None:
    results = rank(cases.example_study())
    for row, found in enumerate(results.screening.projects, start=5):
        cell = example["Screening"][f"{letters(ScreenColumn.RESULT)}{row}"]
        assert cell.value == found.screen
        assert "COUNTIF" in cell.formula


def test_that_cut_offs_are_named_not_copied(example: cells.Sheets) -> None:
    columns = ScreeningColumns(cases.example_study())
    place = next(place for place, line in enumerate(columns.lines) if line.id == "RL13")
    formula = example["Screening"][f"{letters(columns.truth(place))}5"].formula
    assert (
        formula
        == "IF(ISNUMBER(INDEX(Scores!$F$5:$F$20,7)),IF(INDEX(Scores!$F$5:$F$20,7)>=cutoff_conflict,1,0),0.5)"
    )


def test_that_a_waiver_an_unknown_value_and_an_escalation_show(
    sheets_of: Callable[[Callable[[], Study]], cells.Sheets],
) -> None:
    study, sheets = cases.waived_and_unknown(), sheets_of(cases.waived_and_unknown)
    waived = outcome(sheets, study, "P01", "RL13")
    assert waived.value == "waived"
    assert "Waivers!$F$5" in waived.formula
    assert outcome(sheets, study, "P05", "RL16").value == "unknown"
    assert outcome(sheets, study, "P19", "RL09").value in ("unknown", "open", "met")


def test_that_words_are_those_of_the_screening() -> None:
    results = rank(cases.example_study())
    words = {
        outcome_word(found, line)
        for found in results.screening.projects
        for line in ScreeningColumns(results.study).lines
    }
    assert words == {"no", "met", "open", "refer", "exclude"}


def test_that_conditions_read_scores_as_proposed(draft: Draft) -> None:
    facts = project_facts(draft, ScreeningColumns(draft.study))
    assert "Scores!$F$" in facts.cell("S1")
    assert facts.cell("tags").startswith("Projects!")
    assert facts.cutoff("weak_checks") == "cutoff_weak_checks"
