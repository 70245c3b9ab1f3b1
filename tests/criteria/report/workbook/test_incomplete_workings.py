"""The workings of missing judgements that are not left out by least squares."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.report.workbook.node_plan import weight_nodes
from tests.criteria.report.workbook import cases, cells


@pytest.mark.parametrize("make", [cases.by_harker, cases.by_lambda_max])
def test_that_the_weights_used_are_those_of_the_method(
    make: Callable[[], Study], sheets_of: Callable[[Callable[[], Study]], cells.Sheets]
) -> None:
    sheet = sheets_of(make)["Priorities"]
    plan = weight_nodes(rank(make()))[0]
    row = plan.steps()["incomplete"]
    assert plan.weights.status == "incomplete"
    found = [sheet[f"{column}{row}"].value for column in "CDEF"]
    assert found == pytest.approx(plan.weights.weights.tolist(), abs=1e-12)
    assert f"$C${row}" in sheet[f"C{plan.steps()['weights']}"].formula


def test_that_the_matrix_of_harker_counts_the_missing_on_its_diagonal(
    sheets_of: Callable[[Callable[[], Study]], cells.Sheets],
) -> None:
    sheet = sheets_of(cases.by_harker)["Priorities"]
    row = weight_nodes(rank(cases.by_harker()))[0].steps()["auxiliary0"]
    assert sheet[f"C{row}"].value == pytest.approx(2 / 4)
    assert sheet[f"E{row}"].value == 0.0
