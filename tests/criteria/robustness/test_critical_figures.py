"""Critical figures of a study."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.edits.scores import set_scores
from criteria.edits.settings import set_settings
from criteria.files.example import example_study
from criteria.model.projects import Score
from criteria.model.settings import METHODS, Method
from criteria.ranking.results import Results, rank
from criteria.robustness.critical_figures import critical_figures
from criteria.robustness.critical_score import score_changes

CASES = [(method, "fixed") for method in METHODS] + [("topsis", "vector"), ("topsis", "minmax")]


def results_of(normalisation: str = "fixed") -> Results:
    """The example with the scores as proposed, which are the figures entered."""
    return rank(set_settings(example_study(), score_set="proposed", topsis_normalisation=normalisation))


def winner(results: Results, method: Method) -> str:
    """The id of the first."""
    return results.matrix.projects[results.methods[method].order()[0]]


def with_figure(results: Results, project: str, criterion: str, figure: float) -> Results:
    """The ranking with one other figure, checked as nobody would who only wants to see."""
    return rank(set_scores(results.study, {(project, criterion): Score(value=figure)}))


@pytest.mark.parametrize(("method", "normalisation"), CASES)
def test_that_each_figure_costs_the_winner_its_place_and_none_before_it(
    method: Method, normalisation: str
) -> None:
    """Entered into the study just beyond and just before, by a whole new ranking."""
    results = results_of(normalisation)
    first = winner(results, method)
    found = critical_figures(results, method)
    assert found
    assert [abs(one.gain) for one in found] == sorted(abs(one.gain) for one in found)
    for one in found[:12]:
        function = results.study.criterion(one.criterion)
        beyond = one.now + (one.then - one.now) * (1 + 1e-6)
        beyond = min(max(beyond, function.minimum), function.maximum)
        assert winner(with_figure(results, one.project, one.criterion, beyond), method) == one.overtaking
        before = one.now + (one.then - one.now) * (1 - 1e-4)
        assert winner(with_figure(results, one.project, one.criterion, before), method) == first


def test_that_additive_scores_agree_with_the_closed_form() -> None:
    """Triantaphyllou & Sanchez (1997): the winner is level with its nearest rival at tau = lead / weight."""
    results = results_of()
    found = critical_figures(results, "ahp")
    rows = list(results.ranked)
    closed = score_changes(results.matrix.unit[rows], results.weights.values)
    top = rows.index(results.index(winner(results, "ahp")))
    checked = 0
    for one in found:
        if one.project == winner(results, "ahp"):
            column = results.matrix.criteria.index(one.criterion)
            own = results.matrix.unit[rows][top, column]
            assert -one.gain == pytest.approx(closed.degrees[top, column] / 100 * own, abs=1e-8)
            checked += 1
    assert checked


def test_that_figures_that_cannot_change_the_winner_are_not_told() -> None:
    results = results_of()
    found = {(one.project, one.criterion) for one in critical_figures(results, "ahp")}
    first = winner(results, "ahp")
    gone = [criterion.id for criterion in results.study.active_criteria if (first, criterion.id) not in found]
    assert gone
    for name in gone:
        criterion = results.study.criterion(name)
        for figure in np.linspace(criterion.minimum, criterion.maximum, 7):
            assert winner(with_figure(results, first, name, float(figure)), "ahp") == first
