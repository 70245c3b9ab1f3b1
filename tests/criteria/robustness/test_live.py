"""Live rankings: weights that make room for one another, and every method's ranking under them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import msgspec
import numpy as np
import pytest

from criteria.edits.scores import set_scores
from criteria.errors import MethodError, StudyError
from criteria.model.people import Judgement, project_node
from criteria.model.projects import Score
from criteria.model.session import WhatIf
from criteria.model.settings import METHODS
from criteria.model.study import Study
from criteria.ranking.results import Results, rank, rank_with
from criteria.ranking.scoring import premise_totals
from criteria.robustness.live import LiveRanking, moved, reach, what_if_weights
from criteria.robustness.sweep import sweep_weights
from criteria.weighting.hierarchy import equal_weights, given_weights
from tests.support.studies import answered, example, project, study_with

ALL = np.ones(5, dtype=bool)
WEIGHTS = np.array([0.1, 0.2, 0.3, 0.25, 0.15])


@pytest.mark.parametrize("value", [0.0, 0.05, 0.4, 0.999, 1.0])
@pytest.mark.parametrize("element", [[2], [0, 1], [0, 2, 4]])
def test_that_without_locks_it_follows_the_path_of_the_sensitivity(element: list[int], value: float) -> None:
    path = sweep_weights(WEIGHTS, element, 1001)
    expected = path[round(value * 1000)]
    np.testing.assert_allclose(moved(WEIGHTS, ALL, element, value), expected, atol=1e-15)


def test_that_the_other_criteria_of_the_node_alone_make_room() -> None:
    found = moved(WEIGHTS, [0, 1, 2], [0], 0.4)
    np.testing.assert_allclose(found, [0.4, 0.08, 0.12, 0.25, 0.15])


def test_that_what_is_locked_stays() -> None:
    found = moved(WEIGHTS, ALL, [0], 0.5, locked=[2])
    np.testing.assert_allclose(found, [0.5, 0.2 / 3, 0.3, 0.25 / 3, 0.05])


def test_that_a_locked_part_of_what_moves_stays_too() -> None:
    found = moved(WEIGHTS, ALL, [0, 1], 0.45, locked=[0])
    np.testing.assert_allclose(found[:2], [0.1, 0.35])
    np.testing.assert_allclose(found[2:], WEIGHTS[2:] * (0.55 / 0.7))


def test_that_a_move_ends_where_the_locks_end_it() -> None:
    assert reach(WEIGHTS, ALL, [0, 1], [0, 2]) == pytest.approx((0.1, 0.7))
    np.testing.assert_allclose(moved(WEIGHTS, ALL, [0, 1], 0.9, [0, 2]), [0.1, 0.6, 0.3, 0, 0], atol=1e-15)
    np.testing.assert_allclose(moved(WEIGHTS, ALL, [0, 1], 0.0, [0, 2])[:3], [0.1, 0.0, 0.3], atol=1e-15)
    assert reach(WEIGHTS, [0, 1, 2], [1]) == pytest.approx((0.0, 0.6))


@pytest.mark.parametrize(
    ("element", "locked"), [([0], ALL), ([4], [0, 1, 2, 3]), ([0], [1, 2, 3, 4]), ([0], [0])]
)
def test_that_nothing_moves_where_nothing_may(element: list[int], locked: Any) -> None:
    np.testing.assert_array_equal(moved(WEIGHTS, ALL, element, 0.9, locked), WEIGHTS)
    now = WEIGHTS[element].sum()
    assert reach(WEIGHTS, ALL, element, locked) == pytest.approx((now, now))


def test_that_what_was_moved_to_nothing_comes_back_in_the_shape_it_had() -> None:
    gone = moved(WEIGHTS, ALL, [0, 1], 0.0)
    np.testing.assert_allclose(moved(gone, ALL, [0, 1], 0.3, shape=WEIGHTS), WEIGHTS)
    np.testing.assert_allclose(moved(gone, ALL, [0, 1], 0.3)[:2], [0.15, 0.15])
    alone = moved(WEIGHTS, ALL, [0, 1], 1.0)
    np.testing.assert_allclose(moved(alone, ALL, [0, 1], 0.3, shape=WEIGHTS), WEIGHTS)


def test_that_many_moves_keep_the_sum() -> None:
    generator, weights = np.random.default_rng(3), WEIGHTS
    for _ in range(500):
        locked = np.flatnonzero(generator.random(5) < 0.2)
        weights = moved(weights, ALL, [int(generator.integers(5))], float(generator.random()), locked)
        assert weights.min() >= 0.0
    assert weights.sum() == pytest.approx(1.0, abs=1e-12)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((WEIGHTS, ALL, [0], float("nan")), "cannot be moved"),
        ((WEIGHTS, ALL, [], 0.5), "must be some"),
        ((WEIGHTS, [0, 1], [2], 0.5), "must be some"),
        ((WEIGHTS * 0, ALL, [0], 0.5), "All weights are zero"),
        ((WEIGHTS, ALL, [7], 0.5), "indices from 0 to 4"),
    ],
)
def test_that_a_move_that_makes_no_sense_is_refused(arguments: Any, words: str) -> None:
    with pytest.raises(MethodError, match=words):
        moved(*arguments)


def with_settings(study: Study, **fields: Any) -> Study:
    return msgspec.structs.replace(study, settings=msgspec.structs.replace(study.settings, **fields))


def with_gaps(study: Study) -> Study:
    gaps = {("P05", "A2"): Score(), ("P02", "H1"): Score(), ("P02", "N3"): Score()}
    return set_scores(study, gaps)


def compared(study: Study) -> Study:
    """Seven projects, some of which are compared pairwise under a criterion."""
    few = answered(msgspec.structs.replace(study, projects=study.projects[:7], waivers=()))
    ids = [few.projects[row].id for row in rank(few).ranked]
    person = few.stakeholders[0]
    more = tuple(Judgement(project_node("N3"), ids[0], other, 3.0) for other in ids[1:])
    people = (msgspec.structs.replace(person, judgements=(*person.judgements, *more)),)
    return with_settings(msgspec.structs.replace(few, stakeholders=people), ahp_intensities="projects")


STUDIES = {
    "example": example(),
    "vector": with_settings(example(), topsis_normalisation="vector"),
    "minmax": with_settings(example(), topsis_normalisation="minmax", theta=0.2),
    "distributive": with_settings(example(), ahp_synthesis="distributive"),
    "gaps": with_gaps(example()),
    "gaps with norms": with_gaps(
        with_settings(example(), topsis_normalisation="vector", ahp_synthesis="distributive")
    ),
    "compared": compared(example()),
    "one": study_with(project("P1")),
    "twins": study_with(project("P1"), project("P2")),
}


def assert_same(study: Study, found: LiveRanking, weights: Any, live: Any) -> None:
    expected = rank_with(study, weights)
    rows = list(expected.ranked)
    assert found.rows == tuple(rows)
    for method in METHODS:
        wanted, got = expected.methods[method], live[method]
        np.testing.assert_allclose(got.low, wanted.low[rows], atol=1e-12, rtol=0)
        np.testing.assert_allclose(got.high, wanted.high[rows], atol=1e-12, rtol=0)
        np.testing.assert_array_equal(got.rank_best, wanted.rank_best[rows])
        np.testing.assert_array_equal(got.rank_worst, wanted.rank_worst[rows])
        totals = premise_totals(wanted.contributions, expected.matrix)[rows]
        np.testing.assert_allclose(got.contributions, totals, atol=1e-12, rtol=0)


@pytest.mark.parametrize("name", STUDIES)
def test_that_it_ranks_as_the_ranking_itself_does(name: str) -> None:
    study = STUDIES[name]
    results = rank(study)
    found = LiveRanking(results)
    generator = np.random.default_rng(7)
    assert_same(study, found, results.weights, found.at(results.weights.values))
    for _ in range(8):
        values = generator.dirichlet(np.full(len(results.matrix.criteria), 0.4))
        weights = given_weights(study, dict(zip(results.matrix.criteria, values.tolist(), strict=True)))
        assert_same(study, found, weights, found.at(weights.values))


@pytest.mark.parametrize("premise", ["P1", "P2", "P3", "P4"])
def test_that_a_premise_without_weight_keeps_its_own_proportions(premise: str) -> None:
    study = STUDIES["example"]
    results: Results = rank(study)
    element = [c in study.children(premise) for c in results.matrix.criteria]
    values = moved(results.weights.values, np.ones(len(element), dtype=bool), element, 0.0)
    expected = replace(results.weights, values=values)
    found = LiveRanking(results)
    assert_same(study, found, expected, found.at(values))


def test_that_without_projects_there_is_nothing_to_rank() -> None:
    study = study_with(project("P1", {"biometric_mode": "mass"}))
    empty = msgspec.structs.replace(study, projects=())
    found = LiveRanking(rank(empty))
    assert found.rows == ()
    assert found.at(equal_weights(empty).values) == {}


def test_that_a_stored_what_if_counts_for_the_criteria_in_use() -> None:
    study = example()
    found = what_if_weights(study, WhatIf(name="Need", weights={"N1": 0.2, "N3": 0.6, "X9": 0.2}))
    by_id = dict(zip([c.id for c in study.active_criteria], found.tolist(), strict=True))
    assert (by_id["N1"], by_id["N3"]) == pytest.approx((0.25, 0.75))
    assert found.sum() == pytest.approx(1.0)
    with pytest.raises(StudyError, match="no usable weight"):
        what_if_weights(study, WhatIf(name="Gone", weights={"X9": 1.0}))
    with pytest.raises(StudyError, match="no usable weight"):
        what_if_weights(study, WhatIf(name="Odd", weights={"N1": -1.0, "N2": 3.0}))
