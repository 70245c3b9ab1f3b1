"""Rank acceptability of a study: which projects take part and what is drawn."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from criteria.files.example import example_study
from criteria.model.projects import Score
from criteria.model.settings import METHODS, Method
from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.robustness.acceptability import acceptability
from criteria.robustness.open_figures import FigureDraws
from criteria.robustness.simulation import Plan
from criteria.robustness.study_acceptability import (
    FIGURES,
    open_figures,
    open_rows,
    simulate_study,
    stack_method,
)
from criteria.robustness.study_sensitivity import scorer, steady_rows
from criteria.robustness.weight_draws import AroundWeights, UniformWeights

UNIFORM = UniformWeights(16)


def with_gap(study: Study, place: int = 0) -> Study:
    """The example with one project that lacks its first two figures."""
    project = study.projects[place]
    names = [criterion.id for criterion in study.active_criteria[:2]]
    scores = {**project.scores, **dict.fromkeys(names, Score())}
    changed = msgspec.structs.replace(project, scores=scores)
    projects = (*study.projects[:place], changed, *study.projects[place + 1 :])
    return msgspec.structs.replace(study, projects=projects)


def with_settings(study: Study, **changes: object) -> Study:
    """The study with other settings."""
    return msgspec.structs.replace(study, settings=msgspec.structs.replace(study.settings, **changes))


@pytest.mark.parametrize("method", METHODS)
def test_that_likely_figures_give_the_simulation_of_certain_ones(method: Method) -> None:
    results = rank(example_study())
    asked = scorer(results, method)
    assert asked is not None
    found = simulate_study(results, method, UNIFORM, plan=Plan(3000, 5))
    plain = acceptability(asked, draws=3000, seed=5)
    assert found is not None
    assert plain is not None
    np.testing.assert_array_equal(found.found.ranks, plain.ranks)
    assert found.projects == tuple(results.matrix.projects[row] for row in steady_rows(results))


@pytest.mark.parametrize("normalisation", ["fixed", "vector", "minmax"])
@pytest.mark.parametrize("method", METHODS)
def test_that_the_most_likely_figures_score_as_in_the_ranking(method: Method, normalisation: str) -> None:
    results = rank(with_settings(example_study(), topsis_normalisation=normalisation))
    given = open_figures(results, method, "bounds")
    found = stack_method(results, method).scores(given.centre[None], results.weights.values[None])[0]
    rows = list(open_rows(results, "bounds"))
    np.testing.assert_allclose(found, results.methods[method].scores[rows], atol=1e-12)


@pytest.mark.parametrize("method", METHODS)
def test_that_drawn_values_stay_within_the_values_of_the_bounds(method: Method) -> None:
    results = rank(with_gap(example_study()))
    given = open_figures(results, method, "gaps")
    rows = list(open_rows(results, "gaps"))
    assert given.is_open.sum() > 80
    tables = FigureDraws(given).blocks(np.random.default_rng(1), 500)(500)
    matrix = results.matrix
    assert (tables >= matrix.unit_low[rows] - 1e-12).all()
    assert (tables <= matrix.unit_high[rows] + 1e-12).all()
    assert np.isnan(given.mode).sum() == 2


def test_that_a_gap_leaves_a_project_out_unless_it_is_drawn() -> None:
    study = with_gap(example_study())
    results = rank(study)
    gap = study.projects[0].id
    found = {name: simulate_study(results, "topsis", UNIFORM, name, Plan(1000)) for name in FIGURES}
    taking_part = {name: gap in one.projects for name, one in found.items() if one is not None}
    assert taking_part == {"likely": False, "bounds": False, "gaps": True}
    assert np.isnan(results.methods["topsis"].scores[0])


def test_that_open_figures_spread_the_ranks() -> None:
    results = rank(example_study())
    tight = AroundWeights(results.weights.values, 1e6)
    sure, open_ = (
        simulate_study(results, "topsis", tight, name, Plan(3000)) for name in ("likely", "bounds")
    )
    assert sure is not None
    assert open_ is not None
    assert open_.found.expected_rank_error.sum() > 2 * sure.found.expected_rank_error.sum()


def test_that_bounds_beside_the_likely_figure_are_widened_to_it() -> None:
    study = example_study()
    project, criterion = study.projects[0], study.active_criteria[0]
    wrong = Score(value=criterion.minimum, low=criterion.maximum, high=criterion.maximum)
    changed = msgspec.structs.replace(project, scores={**project.scores, criterion.id: wrong})
    results = rank(msgspec.structs.replace(study, projects=(changed, *study.projects[1:])))
    given = open_figures(results, "ahp", "bounds")
    assert given.low[0, 0] < given.high[0, 0]


def test_that_one_project_has_no_ranks() -> None:
    study = example_study()
    results = rank(msgspec.structs.replace(study, projects=study.projects[:1]))
    assert simulate_study(results, "topsis", UNIFORM) is None
    assert simulate_study(rank(study), "topsis", UNIFORM, cancelled=lambda: True) is None
