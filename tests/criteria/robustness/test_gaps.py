"""Gaps: the ranks they leave open and which one is worth filling."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.edits.scores import set_scores
from criteria.edits.settings import set_settings
from criteria.errors import MethodError
from criteria.files.example import example_study
from criteria.model.projects import Score
from criteria.model.settings import METHODS, Method
from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.robustness.gap_values import ends_of, rank_bounds
from criteria.robustness.gaps import only_gaps, study_gaps
from criteria.robustness.study_acceptability import open_figures, stack_method

CASES = [(method, "fixed") for method in METHODS] + [("topsis", "vector"), ("topsis", "minmax")]


def gapped(normalisation: str = "fixed") -> Study:
    """The example as proposed, with two gaps in one project and one in another."""
    study = set_settings(example_study(), score_set="proposed", topsis_normalisation=normalisation)
    criteria = [criterion.id for criterion in study.active_criteria]
    first, second = (project.id for project in study.projects[:2])
    cells = [(first, criteria[0]), (first, criteria[6]), (second, criteria[3])]
    return set_scores(study, dict.fromkeys(cells, Score()))


@pytest.mark.parametrize(("method", "normalisation"), CASES)
def test_that_bounds_of_ranks_are_those_of_the_ranking(method: Method, normalisation: str) -> None:
    results = rank(gapped(normalisation))
    figures = only_gaps(open_figures(results, method, "gaps"))
    stack, weights = stack_method(results, method), results.weights.values
    low, high = ends_of(figures, stack)
    gaps = np.asarray(figures.is_open.any(axis=1))
    best, worst = rank_bounds((low[None].copy(), high[None].copy()), stack, weights, gaps)
    rows = list(results.ranked)
    np.testing.assert_array_equal(best[0], results.methods[method].rank_best[rows])
    np.testing.assert_array_equal(worst[0], results.methods[method].rank_worst[rows])


@pytest.mark.parametrize(("method", "normalisation"), CASES)
def test_that_expected_ranks_are_those_of_many_filled_studies(method: Method, normalisation: str) -> None:
    """Filling the gaps at random and ranking anew, 300 times, meets the same mean within five errors."""
    study = gapped(normalisation)
    found = study_gaps(rank(study), method, draws=4000)
    assert [one.project for one in found] == [project.id for project in study.projects[:2]]
    generator = np.random.default_rng(5)
    ranks = []
    for _ in range(300):
        cells = {}
        for project in study.projects[:2]:
            for criterion in study.active_criteria:
                if project.score(criterion.id).value is None:
                    drawn = generator.uniform(criterion.minimum, criterion.maximum)
                    cells[project.id, criterion.id] = Score(value=float(drawn))
        ranks.append(rank(set_scores(study, cells)).methods[method].rank_best[:2])
    for place, one in enumerate(found):
        own = np.array(ranks)[:, place]
        assert abs(own.mean() - one.expected) <= 5 * one.deviation / np.sqrt(300) + 1e-9
        # Between the draws of the two there is room for a rank that only one of them met.
        slack = 0 if normalisation == "fixed" else 1
        assert one.best - slack <= own.min()
        assert own.max() <= one.worst + slack
        assert one.error == pytest.approx(one.deviation / np.sqrt(4000))
        assert 0 <= one.winner <= one.first <= 1


def test_that_the_most_telling_gap_comes_first() -> None:
    """Two gaps of one project, one on the criterion that weighs most, one on the lightest."""
    study = set_settings(example_study(), score_set="proposed")
    weights = rank(study).weights.values
    heavy, light = (study.active_criteria[int(place)].id for place in (weights.argmax(), weights.argmin()))
    project = study.projects[0].id
    found = study_gaps(rank(set_scores(study, {(project, heavy): Score(), (project, light): Score()})), "ahp")
    assert len(found) == 1
    assert [cell.criterion for cell in found[0].cells] == [heavy, light]
    assert found[0].cells[0].places > found[0].cells[1].places >= 0
    assert found[0].cells[0].rank_share > found[0].cells[1].rank_share
    assert found[0].cells[0].rank_share + found[0].cells[1].rank_share == pytest.approx(1, abs=0.1)


def test_that_the_only_gap_explains_everything() -> None:
    study = set_settings(example_study(), score_set="proposed")
    cell = (study.projects[0].id, study.active_criteria[3].id)
    (found,) = study_gaps(rank(set_scores(study, {cell: Score()})), "ahp", first=3)
    assert found.cells[0].places == found.worst - found.best
    assert found.cells[0].rank_share > 0.97


def test_that_nothing_is_filled_in_for_the_ranking() -> None:
    results = rank(gapped())
    study_gaps(results, "topsis", draws=100)
    assert np.isnan(results.methods["topsis"].scores[:2]).all()
    assert np.isnan(results.matrix.raw[:2]).sum() == 3


def test_that_without_gaps_there_is_nothing_to_tell() -> None:
    assert study_gaps(rank(example_study()), "topsis") == ()
    with pytest.raises(MethodError, match="at least one first place"):
        study_gaps(rank(example_study()), "topsis", 0)


def test_that_the_seed_decides() -> None:
    results = rank(gapped())
    one, other = (study_gaps(results, "topsis", seed=seed, draws=500) for seed in (1, 2))
    assert one[0].expected != other[0].expected
    assert study_gaps(rank(gapped()), "topsis", seed=1, draws=500) == one
