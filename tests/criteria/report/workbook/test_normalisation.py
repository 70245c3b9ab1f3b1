"""The sheet Normalisation."""

from __future__ import annotations

import pytest

from criteria.ranking.normalisation import reference
from criteria.ranking.results import rank
from criteria.report.workbook.normalisation import scale_cell, scale_row
from criteria.report.workbook.references import letters
from tests.criteria.report.workbook import cases, cells


def test_that_factors_are_those_of_the_program(gaps: cells.Sheets) -> None:
    results = rank(cases.minmax_incomplete())
    ranked = list(results.ranked)
    basis = reference(results.matrix.filled_raw(best=False)[ranked], results.matrix.directions, "minmax")
    for place in range(16):
        cell = gaps["Normalisation"][f"{letters(6 + place)}{scale_row('ranked_worst', 'factor')}"]
        span = basis.best[place] - basis.worst[place]
        assert cell.value == pytest.approx(0.0 if basis.idle[place] else 1 / span)


def test_that_excluded_projects_do_not_count(example: cells.Sheets) -> None:
    largest = example["Normalisation"][f"F{scale_row('ranked_worst', 'largest')}"].formula
    everyone = example["Normalisation"][f"F{scale_row('all_worst', 'largest')}"].formula
    assert "'Decision matrix'!$D$8:$D$31=1" in largest
    assert "$D$8" not in everyone


def test_that_each_part_has_its_own_cell() -> None:
    assert (
        scale_cell("ranked_worst", "factor", 0) == f"Normalisation!$F${scale_row('ranked_worst', 'factor')}"
    )
    rows = {
        scale_row(variant, name) for variant in ("ranked_worst", "complete") for name in ("largest", "ideal")
    }
    assert len(rows) == 4
