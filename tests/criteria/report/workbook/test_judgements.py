"""The sheet Judgements."""

from __future__ import annotations

from collections.abc import Callable

from criteria.model.study import Study
from criteria.ranking.results import rank
from tests.criteria.report.workbook import cases, cells


def labelled(sheets: cells.Sheets, text: str) -> list[cells.Cell]:
    """The values beside a label, one for each node."""
    sheet = sheets["Judgements"]
    rows = [
        name[1:] for name, cell in sheet.items() if name.startswith("B") and str(cell.value).startswith(text)
    ]
    return [sheet[f"G{row}"] for row in rows]


def test_that_upper_judgements_are_inputs_and_lower_ones_their_reciprocals(example: cells.Sheets) -> None:
    sheet = example["Judgements"]
    assert (sheet["D6"].value, sheet["D6"].formula) == (2.0, "")
    assert (sheet["C7"].value, sheet["C7"].formula) == (0.5, 'IF(ISNUMBER($D$6),1/$D$6,"–")')


def test_that_consistency_is_the_program_s_with_its_table_named(example: cells.Sheets) -> None:
    nodes = rank(cases.example_study()).weights.nodes
    ratios = [cell.value for cell in labelled(example, "consistency ratio")]
    assert ratios == [node.consistency.cr for node in nodes if node.consistency]
    assert any("alonso_lamata" in str(cell.value) for cell in example["Judgements"].values())


def test_that_a_missing_judgement_is_an_empty_cell_that_is_counted(gaps: cells.Sheets) -> None:
    assert "E6" not in gaps["Judgements"]
    assert [cell.value for cell in labelled(gaps, "missing judgements")] == [2.0, 1.0, 0.0, 0.0, 0.0]
    assert any("saaty_1980" in str(cell.value) for cell in gaps["Judgements"].values())


def test_that_unlinked_judgements_have_no_ratio(
    sheets_of: Callable[[Callable[[], Study]], cells.Sheets],
) -> None:
    ratios = [cell.value for cell in labelled(sheets_of(cases.unlinked_judgements), "consistency ratio")]
    assert ratios[0] == ratios[2] == "–"


def test_that_points_stand_instead_of_matrices(
    sheets_of: Callable[[Callable[[], Study]], cells.Sheets],
) -> None:
    sheets = sheets_of(cases.direct_points)
    assert sheets["Judgements"]["C6"].value == 50.0
    assert sheets["Judgements"]["D6"].value == 0.5
    assert labelled(sheets, "consistency") == []


def test_that_compared_projects_have_their_own_sheet(
    sheets_of: Callable[[Callable[[], Study]], cells.Sheets],
) -> None:
    sheet = sheets_of(cases.compared_projects)["Project comparisons"]
    assert sheet["A4"].value == "Projects compared under N3 Severity of the unmet need addressed"
    assert [sheet[f"A{row}"].value for row in range(6, 10)] == ["P01", "P03", "P05", "P08"]
