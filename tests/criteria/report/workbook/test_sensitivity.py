"""The sheet Sensitivity."""

from __future__ import annotations

import pytest

from criteria.ranking.results import rank
from criteria.report.workbook.references import letters
from criteria.report.workbook.sensitivity import ELEMENT, LINES, METHOD, NOW, STEPS
from criteria.robustness.study_sensitivity import scores_at, steady_rows
from tests.criteria.report.workbook import cases, cells


def test_that_lines_are_the_program_s_scores(example: cells.Sheets) -> None:
    results = rank(cases.example_study())
    for step in (0, 7, STEPS - 1):
        expected = scores_at(results, "topsis", "P1", step / (STEPS - 1))
        for index, score in zip(steady_rows(results), expected, strict=True):
            row = cells.row_of(example, "Sensitivity", results.matrix.projects[index])
            found = example["Sensitivity"][f"{letters(LINES + step)}{row}"].value
            assert found == pytest.approx(score, abs=1e-12)


def test_that_the_line_at_the_weight_now_is_the_ranking_s_score(example: cells.Sheets) -> None:
    results = rank(cases.example_study())
    row = cells.row_of(example, "Sensitivity", "P05")
    now = example["Sensitivity"][f"{letters(NOW)}{row}"].value
    assert now == pytest.approx(results.methods["topsis"].low[4], abs=1e-12)


def test_that_weight_and_method_can_be_picked(example: cells.Sheets) -> None:
    sheet = example["Sensitivity"]
    assert sheet[f"{letters(ELEMENT[1])}{ELEMENT[0]}"].value == "P1"
    assert sheet[f"{letters(METHOD[1])}{METHOD[0]}"].value == "TOPSIS"


def test_that_a_project_with_a_gap_takes_no_part(gaps: cells.Sheets) -> None:
    row = cells.row_of(gaps, "Sensitivity", "P03")
    assert gaps["Sensitivity"][f"{letters(LINES)}{row}"].value == "–"
