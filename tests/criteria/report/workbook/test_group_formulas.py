"""The formulas of a group."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.report.workbook import group_formulas as formulas
from criteria.report.workbook.people_words import BANDS
from criteria.weighting.consensus import consensus, consensus_band
from tests.criteria.report.workbook.evaluate import evaluate


@pytest.mark.parametrize("indicator", [0.0, 0.5, 0.51, 0.65, 0.7499999999, 0.75, 0.85, 1.0])
def test_that_the_word_of_a_consensus_is_the_program_s(indicator: float) -> None:
    found = evaluate(formulas.band("$A$1"), {"$A$1": indicator})
    assert found == BANDS[consensus_band(indicator)]


def test_that_without_consensus_there_is_no_word() -> None:
    assert evaluate(formulas.band("$A$1"), {"$A$1": "–"}) == "–"


@pytest.mark.parametrize("size", [2, 4, 7])
def test_that_the_most_opposed_members_have_no_consensus(size: int) -> None:
    """Members as extreme as the scale allows, each for another item, come out at nothing."""
    rows = np.full((size, size), 1 / (size + 8)) + np.eye(size) * 8 / (size + 8)
    found = consensus(rows)
    assert found is not None
    correction = evaluate(formulas.correction(size), {})
    cells = {"$B$1": found.beta, "$C$1": correction}
    assert evaluate(formulas.indicator("$B$1", "$C$1"), cells) == pytest.approx(found.indicator, abs=1e-12)  # type: ignore[arg-type]
