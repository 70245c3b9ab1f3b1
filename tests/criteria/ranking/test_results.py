"""Rankings of a study: exclusion, shadow ranks, ties, gaps."""

from __future__ import annotations

import msgspec
import numpy as np
import pytest

from criteria.edits.settings import set_settings
from criteria.model.settings import METHODS
from criteria.ranking.results import rank
from tests.support.studies import example, project, study_with

BANNED = {"technology_tags": ("social_scoring",)}


def test_that_excluded_projects_have_no_rank_but_a_shadow_rank() -> None:
    study = study_with(project("P1"), project("P2", BANNED, N3=7, A1=7), project("P3", N3=1))
    results = rank(study)
    for method in METHODS:
        found = results.methods[method]
        assert found.rank_best.tolist() == [1, 0, 2]
        assert found.shadow.tolist() == [2, 1, 3]
    assert (results.ranked, results.excluded) == ((0, 2), (1,))


@pytest.mark.parametrize("kind", ["vector", "minmax"])
def test_that_excluded_projects_do_not_move_the_scales_of_the_others(kind: str) -> None:
    study = set_settings(
        study_with(project("P1"), project("P2", N3=6), project("P3", N3=2)), topsis_normalisation=kind
    )
    with_banned = msgspec.structs.replace(
        study, projects=(*study.projects, project("P4", BANNED, A2=9000, S3=50))
    )
    alone, among = rank(study).methods["topsis"], rank(with_banned).methods["topsis"]
    assert among.scores[:3] == pytest.approx(alone.scores)


def test_that_equal_projects_share_a_rank() -> None:
    results = rank(study_with(project("P1"), project("P2"), project("P3", N3=1)))
    for found in results.methods.values():
        assert found.rank_best.tolist() == [1, 1, 3]


def test_that_only_projects_with_the_same_firm_rank_are_tied() -> None:
    study = study_with(project("P1"), project("P2", BANNED), project("P3"), project("P4", N3=1))
    for found in rank(study).methods.values():
        assert found.tied == {0, 2}
    open_study = study_with(project("P1", N3=None), project("P2", N3=None))
    for found in rank(open_study).methods.values():
        assert found.tied == frozenset()


def test_that_a_gap_gives_a_range_and_no_score() -> None:
    study = study_with(project("P1"), project("P2", N3=None), project("P3", N3=3), project("P4", N3=1))
    for found in rank(study).methods.values():
        assert np.isnan(found.scores[1])
        assert found.low[1] < found.high[1]
        assert found.rank_best[1] < found.rank_worst[1]
        assert not np.isnan(found.scores[[0, 2, 3]]).any()


def test_that_no_project_or_none_ranked_is_no_error() -> None:
    assert rank(study_with()).ranked == ()
    results = rank(study_with(project("P1", BANNED)))
    assert results.ranked == ()
    assert results.methods["ahp"].shadow.tolist() == [1]


def test_that_one_project_ranks_first() -> None:
    for found in rank(study_with(project("P1"))).methods.values():
        assert found.rank_best.tolist() == [1]


@pytest.mark.parametrize("kind", ["fixed", "vector", "minmax"])
@pytest.mark.parametrize("synthesis", ["ideal", "distributive"])
def test_that_all_equal_projects_tie_without_nan(kind: str, synthesis: str) -> None:
    study = study_with(project("P1"), project("P2"), project("P3"))
    results = rank(set_settings(study, topsis_normalisation=kind, ahp_synthesis=synthesis))
    for found in results.methods.values():
        assert found.rank_best.tolist() == [1, 1, 1]
        assert np.isfinite(found.scores).all()


def test_that_ranks_do_not_depend_on_order() -> None:
    study = example()
    turned = msgspec.structs.replace(study, projects=study.projects[::-1])
    for method in METHODS:
        assert (
            rank(turned).methods[method].rank_best[::-1].tolist()
            == rank(study).methods[method].rank_best.tolist()
        )


def test_that_contributions_add_up_to_the_ahp_score() -> None:
    found = rank(example()).methods["ahp"]
    assert found.contributions.sum(axis=1) == pytest.approx(found.low)


def test_that_the_same_study_is_ranked_once() -> None:
    study = example()
    assert rank(study) is rank(study)


def test_that_results_carry_the_title_page_of_their_own_study() -> None:
    study = study_with(project("P1"), project("P2", N3=1))
    assert rank(study).study.title == "Test"
    renamed = msgspec.structs.replace(study, title="Another", decides="The minister")
    assert rank(renamed).study == renamed
    assert rank(renamed) is rank(renamed)
