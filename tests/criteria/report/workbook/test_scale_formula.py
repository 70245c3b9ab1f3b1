"""Judgement scales as formulas."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.model.people import JUDGEMENT_SCALES
from criteria.report.workbook.scale_formula import scale_formula
from criteria.weighting.judgement_scales import scale_ratios
from tests.criteria.report.workbook.evaluate import evaluate


@pytest.mark.parametrize("scale", JUDGEMENT_SCALES)
@pytest.mark.parametrize("answer", [1 / 9, 1 / 3, 1.0, 2.5, 9.0])
def test_that_the_ratio_is_the_program_s(scale: str, answer: float) -> None:
    found = evaluate(scale_formula("$A$1", "$B$1", 5, "–"), {"$A$1": answer, "$B$1": scale})
    assert found == pytest.approx(scale_ratios(np.array([answer]), scale, 5)[0])


def test_that_what_was_not_answered_has_no_ratio() -> None:
    assert evaluate(scale_formula("$A$1", "$B$1", 5, "–"), {"$A$1": None, "$B$1": "power"}) == "–"
