"""The sheets Decision matrix and Matrix at best."""

from __future__ import annotations

from collections.abc import Callable

from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.report.workbook.decision_matrix import INTENSITIES, VALUES, intensity_block
from criteria.report.workbook.draft import Draft, Provenance
from tests.criteria.report.workbook import cases, cells


def test_that_values_come_from_the_scores(example: cells.Sheets) -> None:
    row = cells.row_of(example, "Decision matrix", "P05")
    cell = example["Decision matrix"][f"F{row}"]
    assert cell.formula == "IF(ISNUMBER(Scores!$O$69),Scores!$O$69,Scores!$P$69)"
    results = rank(cases.example_study())
    assert cell.value == results.matrix.unit[4, 0]


def test_that_a_gap_stands_at_its_worst_here_and_at_its_best_there(gaps: cells.Sheets) -> None:
    column = cells.column(gaps, "Decision matrix", 7, "A2")
    row = cells.row_of(gaps, "Decision matrix", "P03")
    assert gaps["Decision matrix"][f"{column}{row}"].value == 0.0
    assert gaps["Matrix at best"][f"{column}{row}"].value == 1.0


def test_that_a_gap_carries_a_note() -> None:
    import io

    from openpyxl import load_workbook

    from criteria.report.workbook import workbook

    data = workbook(rank(cases.minmax_incomplete()), Provenance())
    assert data is not None
    sheet = load_workbook(io.BytesIO(data))["Decision matrix"]
    notes = [cell.comment.text for row in sheet.iter_rows() for cell in row if cell.comment]
    assert len(notes) == 3
    assert any("no figure is known" in note for note in notes)


def test_that_comparisons_of_projects_have_a_block_of_their_own(
    sheets_of: Callable[[Callable[[], Study]], cells.Sheets],
) -> None:
    assert intensity_block(Draft(rank(cases.small()), Provenance())) == VALUES
    assert intensity_block(Draft(rank(cases.compared_projects()), Provenance())) == INTENSITIES
    sheet = sheets_of(cases.compared_projects)["Decision matrix"]
    assert any("'Project comparisons'!" in cell.formula for cell in sheet.values())
