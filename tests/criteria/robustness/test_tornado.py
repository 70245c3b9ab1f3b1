"""Tornado: one input at a time from low to high."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.edits.scores import set_scores
from criteria.edits.settings import set_settings
from criteria.errors import StudyError
from criteria.files.example import example_study
from criteria.model.projects import Score
from criteria.model.settings import METHODS, Method
from criteria.model.study import Study
from criteria.ranking.results import Results, rank, rank_with
from criteria.robustness.study_sensitivity import elements, members
from criteria.robustness.sweep import sweep_weights
from criteria.robustness.tornado import Bar, ranges_of, study_tornado
from criteria.weighting.hierarchy import given_weights

CASES = [(method, "fixed") for method in METHODS] + [("topsis", "vector"), ("topsis", "minmax")]


def results_of(normalisation: str = "fixed") -> Results:
    """The example with the scores as proposed, which are the figures entered."""
    return rank(set_settings(example_study(), score_set="proposed", topsis_normalisation=normalisation))


def told(study: Study, results: Results, method: Method, projects: list[str]) -> tuple[float, int]:
    """Score, or lead, and rank as a whole new ranking tells them."""
    places = [results.index(project) for project in projects]
    ranked = results.methods[method]
    scores = ranked.scores[places]
    return float(scores[0] - (scores[1] if len(scores) > 1 else 0.0)), int(ranked.rank_best[places[0]])


@pytest.mark.parametrize(("method", "normalisation"), CASES)
@pytest.mark.parametrize("is_pair", [False, True])
def test_that_each_end_is_what_a_new_ranking_gives(method: Method, normalisation: str, is_pair: bool) -> None:
    results = results_of(normalisation)
    study = results.study
    asked = [results.matrix.projects[place] for place in results.ranked[: 2 if is_pair else 1]]
    found = study_tornado(results, method, asked[0], asked[1] if is_pair else None)
    outcome, rank_now = told(study, results, method, asked)
    assert found.outcome == pytest.approx(outcome, abs=1e-12)
    assert found.rank == rank_now
    assert {bar.source for bar in found.bars} == {"figure", "weight"}
    for bar in found.bars:
        ends = ((bar.low_input, bar.low, bar.rank_low), (bar.high_input, bar.high, bar.rank_high))
        for value, score, place in ends:
            again = changed(results, bar, value)
            expected, expected_rank = told(again.study, again, method, asked)
            assert score == pytest.approx(expected, abs=1e-11)
            assert place == expected_rank


def changed(results: Results, bar: Bar, value: float) -> Results:
    """The ranking with one figure, or one weight, at another value."""
    if bar.project is not None:
        return rank(set_scores(results.study, {(bar.project, bar.element): Score(value=value)}))
    group = members(results, bar.element)
    weights = results.weights.values
    inside, outside = sweep_weights(weights, group, 2)[::-1]
    varied = value * inside + (1 - value) * outside
    shares = dict(zip(results.matrix.criteria, varied.tolist(), strict=True))
    weighed = given_weights(results.study, shares)
    assert np.allclose(weighed.values[group].sum(), value)
    return rank_with(results.study, weighed)


def test_that_the_largest_swing_comes_first_and_every_open_input_has_a_bar() -> None:
    results = results_of()
    project = results.matrix.projects[results.ranked[0]]
    found = study_tornado(results, "topsis", project)
    swings = [bar.swing for bar in found.bars]
    assert swings == sorted(swings, reverse=True)
    row = results.matrix.raw_high[results.ranked[0]] > results.matrix.raw_low[results.ranked[0]]
    assert sum(bar.source == "figure" for bar in found.bars) == row.sum()
    assert {bar.element for bar in found.bars if bar.source == "weight"} == set(elements(results))


def test_that_weights_go_as_far_as_they_are_told_to() -> None:
    results = results_of()
    project = results.matrix.projects[results.ranked[0]]
    element = elements(results)[0]
    plain, ranged = (
        {bar.element: bar for bar in study_tornado(results, "ahp", project, None, 0.5, ranges).bars}
        for ranges in (None, {element: (0.1, 0.9)})
    )
    weight = float(results.weights.values[members(results, element)].sum())
    assert plain[element].low_input == pytest.approx(weight * 0.5)
    assert plain[element].high_input == pytest.approx(min(1.0, weight * 1.5))
    assert (ranged[element].low_input, ranged[element].high_input) == (0.1, 0.9)
    assert ranged[element].swing > plain[element].swing


def test_that_what_cannot_be_asked_is_said() -> None:
    results = results_of()
    project = results.matrix.projects[results.ranked[0]]
    excluded = results.matrix.projects[results.excluded[0]]
    with pytest.raises(StudyError, match="takes no part"):
        study_tornado(results, "ahp", excluded)
    with pytest.raises(StudyError, match="two different"):
        study_tornado(results, "ahp", project, project)
    with pytest.raises(StudyError, match="share of -1"):
        study_tornado(results, "ahp", project, None, -1.0)
    with pytest.raises(StudyError, match=r"cannot go from 0\.9 to 0\.1"):
        study_tornado(results, "ahp", project, None, 0.2, {elements(results)[0]: (0.9, 0.1)})


def test_that_stakeholders_weights_give_ranges() -> None:
    results = results_of()
    values = np.random.default_rng(4).dirichlet(np.ones(len(results.matrix.criteria)), 3)
    found = ranges_of(results, values)
    assert set(found) == set(elements(results))
    premise = results.study.active_premises[0].id
    totals = values[:, members(results, premise)].sum(axis=1)
    assert found[premise] == (totals.min(), totals.max())
    project = results.matrix.projects[results.ranked[0]]
    bars = study_tornado(results, "topsis", project, None, 0.2, found).bars
    told_ends = {bar.element: (bar.low_input, bar.high_input) for bar in bars if bar.source == "weight"}
    assert told_ends == found
