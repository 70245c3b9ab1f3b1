"""Scores along a weight path are those of the program."""

from __future__ import annotations

import pytest

from criteria.model.settings import METHODS, Method
from criteria.report.workbook.draft import Draft
from criteria.report.workbook.path_scores import PathScores, Working
from criteria.robustness.study_sensitivity import scores_at, steady_rows


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(("element", "weight"), [("P1", 0.8), ("H2", 0.05), ("S1", 1.0)])
def test_that_scores_are_those_of_the_sensitivity(
    draft: Draft, method: Method, element: str, weight: float
) -> None:
    scores = PathScores(draft)
    weights = scores.weights_at(element, weight)
    expected = scores_at(draft.results, method, element, weight)
    found = [scores.step_values(method, weights, index)[-1] for index in steady_rows(draft.results)]
    assert found == pytest.approx(expected.tolist(), abs=1e-12)
    if method == "topsis":
        rows = list(steady_rows(draft.results))
        assert scores.topsis(weights)[rows] == pytest.approx(expected, abs=1e-12)


def test_that_each_method_shows_its_own_steps(draft: Draft) -> None:
    scores = PathScores(draft)
    steps = {method: scores.steps(Working(method, 5, "$E$5", "$H$5"), 0) for method in METHODS}
    assert [len(steps[method]) for method in ("topsis", "ahp", "benefit_risk")] == [2, 0, 3]
    assert "structures" in scores.risky(Working("benefit_risk", 5, "$E$5", "$H$5"))
    weights = draft.results.weights.values
    groups = draft.results.matrix.groups
    assert scores.risky_value(weights) == pytest.approx(weights[(groups == 1) | (groups == 3)].sum())
