"""Where choices, cut-offs and waivers stand."""

from __future__ import annotations

from criteria.report.workbook.settings_rows import (
    CHOICES,
    choice_row,
    cutoff_cell,
    cutoff_row,
    waiver_cell,
)
from tests.criteria.report.workbook import cases, cells


def test_that_choices_and_cut_offs_stand_where_formulas_look(example: cells.Sheets) -> None:
    study = cases.example_study()
    for name in CHOICES:
        assert example["Settings"][f"E{choice_row(name)}"].value == name
    for threshold in study.thresholds:
        row = cutoff_row(study, threshold.id)
        assert example["Settings"][f"C{row}"].value == threshold.value


def test_that_a_cut_off_without_a_plain_id_is_named_by_its_cell() -> None:
    study = cases.small()
    odd = cases.changed(study.thresholds[0], id="größe")
    study = cases.changed(study, thresholds=(odd, *study.thresholds[1:]))
    assert cutoff_cell(study, "größe") == f"Settings!$C${cutoff_row(study, 'größe')}"
    assert cutoff_cell(study, "conflict") == "cutoff_conflict"


def test_that_waivers_have_a_cell_that_says_whether_they_count() -> None:
    assert waiver_cell(1) == "Waivers!$F$6"
