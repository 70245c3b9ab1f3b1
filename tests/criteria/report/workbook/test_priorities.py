"""The sheet Priorities."""

from __future__ import annotations

import pytest

from criteria.ranking.results import rank
from criteria.report.workbook.node_plan import weight_nodes
from criteria.report.workbook.squarings import STEPS
from tests.criteria.report.workbook import cases, cells


def test_that_the_last_step_is_the_weight(example: cells.Sheets) -> None:
    results = rank(cases.example_study())
    for plan in weight_nodes(results):
        row = plan.steps()["steps"] + STEPS
        found = [example["Priorities"][f"{column}{row}"].value for column in "CDEF"]
        assert found == pytest.approx(plan.weights.weights.tolist(), abs=1e-13)


def test_that_every_step_is_plain_arithmetic(example: cells.Sheets) -> None:
    import re

    used = {
        name for cell in example["Priorities"].values() for name in re.findall(r"([A-Z]+)\(", cell.formula)
    }
    assert used <= {
        "SUM",
        "SUMPRODUCT",
        "IF",
        "AND",
        "ISNUMBER",
        "MIN",
        "MAX",
        "EXP",
        "LN",
        "COUNTIF",
        "ROUND",
    }


def test_that_weights_follow_the_choice_of_method(example: cells.Sheets) -> None:
    plan = weight_nodes(rank(cases.example_study()))[0]
    cell = example["Priorities"][f"C{plan.steps()['weights']}"]
    assert 'prioritisation="eigenvector"' in cell.formula
