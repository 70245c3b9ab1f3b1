"""All methods on the projects of a study, and on a matrix alone."""

from __future__ import annotations

import time
from typing import Any

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.errors import MethodError
from criteria.model.settings import METHODS
from criteria.model.study import Study
from criteria.ranking.catalogue.method_ranking import rank_by
from criteria.ranking.catalogue.methods import CATALOGUE
from criteria.ranking.catalogue.options import Options
from criteria.ranking.catalogue.outcome import Note
from criteria.ranking.method_comparison import (
    VARIANTS,
    MethodComparison,
    main_variant,
    matrix_comparison,
    method_comparison,
)
from criteria.ranking.results import Results, rank, rank_with
from criteria.weighting.hierarchy import equal_weights
from tests.support.studies import answered, example, project, study_with


def changed(study: Study, **choices: Any) -> Study:
    return msgspec.structs.replace(study, settings=msgspec.structs.replace(study.settings, **choices))


def results(**choices: Any) -> Results:
    return rank(changed(example(), **choices))


def compared(found: MethodComparison | None) -> MethodComparison:
    assert found is not None
    return found


def random_matrix(seed: int, rows: int, columns: int = 16) -> tuple[list[str], Any, Any, Any]:
    generator = np.random.default_rng(seed)
    figures = generator.uniform(1, 10, (rows, columns))
    weights, directions = generator.dirichlet(np.ones(columns)), generator.choice([-1, 1], columns)
    return [f"P{row}" for row in range(rows)], figures, weights, directions


def test_that_all_twenty_methods_rank_the_example() -> None:
    ranked = results()
    found = compared(method_comparison(ranked))
    comparison = found.comparison
    assert comparison.names == (*VARIANTS, *CATALOGUE)
    assert found.refusals == ()
    assert comparison.items == tuple(ranked.matrix.projects[row] for row in ranked.ranked)
    assert len(comparison.items) == 19
    assert comparison.ranks.shape == (20, 19)
    assert all(np.isfinite(scores).all() for scores in found.scores.values())


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("choices", [{}, {"topsis_normalisation": "vector", "ahp_synthesis": "distributive"}])
def test_that_the_studys_own_ranking_is_among_those_compared(method: Any, choices: dict[str, str]) -> None:
    ranked = results(**choices)
    comparison = compared(method_comparison(ranked, method)).comparison
    assert comparison.main == main_variant(ranked.study, method)
    own = ranked.methods[method].rank_best[list(ranked.ranked)]
    assert comparison.ranks[comparison.names.index(comparison.main)].tolist() == own.tolist()
    assert comparison.likeness[comparison.main].spearman == pytest.approx(1)
    assert [spread.main for spread in comparison.spreads] == own.tolist()


def test_that_variants_are_those_of_a_study_with_these_settings() -> None:
    comparison = compared(method_comparison(results())).comparison
    for name, (method, choices) in VARIANTS.items():
        ranked = results(**choices)
        own = ranked.methods[method].rank_best[list(ranked.ranked)]
        assert comparison.ranks[comparison.names.index(name)].tolist() == own.tolist()


def test_that_the_catalogue_ranks_unit_values_or_the_figures_themselves() -> None:
    ranked = results()
    rows, matrix = list(ranked.ranked), ranked.matrix
    weights = ranked.weights.values
    unit = compared(method_comparison(ranked))
    expected = rank_by("edas", matrix.unit[rows], weights, np.ones(16))
    np.testing.assert_array_equal(unit.scores["edas"], expected.scores)
    raw = compared(method_comparison(ranked, figures="raw"))
    expected = rank_by("edas", matrix.raw[rows], weights, matrix.directions)
    np.testing.assert_array_equal(raw.scores["edas"], expected.scores)
    assert {refusal.method for refusal in raw.refusals} == {
        "weighted_sum",
        "weighted_product",
        "waspas",
        "codas",
        "marcos",
        "aras",
    }
    costless = matrix.criteria.index("S3")
    assert all(refusal.criteria == (costless,) for refusal in raw.refusals)
    assert all(refusal.ground == "zero-cost" for refusal in raw.refusals)


def test_that_spotis_measures_on_the_scales_of_the_study() -> None:
    ranked = results()
    assert compared(method_comparison(ranked)).catalogue["spotis"].notes == ()
    raw = compared(method_comparison(ranked, figures="raw"))
    assert raw.catalogue["spotis"].notes == ()
    rows, matrix = list(ranked.ranked), ranked.matrix
    distance = np.abs(matrix.raw[rows] - matrix.best) / np.abs(matrix.best - matrix.worst)
    np.testing.assert_allclose(raw.scores["spotis"], distance @ ranked.weights.values, rtol=1e-12)
    own = Options(bounds=[(-1.0, 1.0)] * 16)
    wide = compared(method_comparison(ranked, options=own))
    expected = 0.5 * compared(method_comparison(ranked)).scores["spotis"]
    np.testing.assert_allclose(wide.scores["spotis"], expected, rtol=1e-12)


def test_that_who_only_repeats_another_is_shown_but_has_no_vote() -> None:
    comparison = compared(method_comparison(results())).comparison
    assert set(comparison.names) - set(comparison.voters) == {"marcos", "spotis", "copras"}
    raw = compared(method_comparison(results(), figures="raw")).comparison
    assert set(raw.names) == set(raw.voters)
    places = dict(zip(comparison.names, comparison.ranks.tolist(), strict=True))
    for echo, origin in (("marcos", "weighted_sum"), ("spotis", "ahp_ideal"), ("copras", "ahp_distributive")):
        assert places[echo] == places[origin]


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 100_000))
def test_that_marcos_always_ranks_as_the_sum_of_ratios(seed: int) -> None:
    """f(K) of Stevic et al. (2020) is a constant times the sum S, as f(K-) and f(K+) do not depend on S."""
    _, figures, weights, directions = random_matrix(seed, 6, 4)
    marcos, total = (rank_by(name, figures, weights, directions) for name in ("marcos", "weighted_sum"))
    assert marcos.ranks.tolist() == total.ranks.tolist()
    ratios = marcos.scores / total.scores
    np.testing.assert_allclose(ratios, ratios[0], rtol=1e-12)


@settings(max_examples=40, deadline=None)
@given(seed=st.integers(0, 100_000))
def test_that_spotis_and_copras_of_unit_values_rank_as_ahp_of_ratings(seed: int) -> None:
    from criteria.ranking.ahp import synthesise

    _, figures, weights, _ = random_matrix(seed, 6, 4)
    unit, benefits = figures / 10, np.ones(4)
    spotis = rank_by("spotis", unit, weights, benefits, Options(bounds=[(0, 1)] * 4))
    np.testing.assert_allclose(1 - spotis.scores, synthesise(unit, weights, "ideal")[0], atol=1e-12)
    shares = synthesise(unit, weights, "distributive")[0]
    copras = rank_by("copras", unit, weights, benefits)
    np.testing.assert_allclose(copras.scores, shares / shares.max(), atol=1e-12)


def test_that_projects_compared_in_pairs_give_every_method_its_vote() -> None:
    found = compared(method_comparison(results(ahp_intensities="projects"))).comparison
    assert set(found.names) - set(found.voters) == {"marcos"}


def test_that_gaps_and_red_lines_keep_projects_out_of_every_normalisation() -> None:
    whole = example()
    ranked = rank(whole)
    keep = [whole.projects[row] for row in ranked.ranked]
    gap = msgspec.structs.replace(keep[3], scores={k: v for k, v in keep[3].scores.items() if k != "N3"})
    study = msgspec.structs.replace(whole, projects=(*keep[:3], gap, *keep[4:]))
    without = msgspec.structs.replace(whole, projects=(*keep[:3], *keep[4:]))
    found = compared(method_comparison(rank(study))).comparison
    alone = compared(method_comparison(rank(without))).comparison
    assert gap.id not in found.items
    assert found.items == alone.items
    assert found.ranks.tolist() == alone.ranks.tolist()


def test_that_one_project_is_nothing_to_compare() -> None:
    study = answered(study_with(project("P1"), project("P2", N1=None)))
    assert method_comparison(rank(study)) is None
    assert method_comparison(rank(answered(study_with()))) is None


def test_that_projects_alike_in_everything_share_the_first_rank_by_every_method() -> None:
    study = answered(study_with(project("P1"), project("P2"), project("P3")))
    found = compared(method_comparison(rank(study)))
    assert found.comparison.ranks.max() == 1
    assert found.comparison.least_alike is None
    told = {name for name, ranking in found.catalogue.items() if Note("all-equal") in ranking.notes}
    # On its fixed scale SPOTIS still measures how far they all are from the ideal.
    assert told == set(CATALOGUE) - {"spotis"}


def test_that_the_order_of_projects_does_not_matter() -> None:
    whole = example()
    turned = msgspec.structs.replace(whole, projects=whole.projects[::-1])
    one, other = (compared(method_comparison(rank(study))).comparison for study in (whole, turned))
    assert other.items == one.items[::-1]
    assert other.ranks.tolist() == one.ranks[:, ::-1].tolist()
    assert other.borda.ranks.tolist() == one.borda.ranks[::-1].tolist()
    assert one.kemeny is not None
    assert other.kemeny is not None
    assert other.kemeny.best.tolist() == one.kemeny.best[::-1].tolist()


def test_that_another_weighting_is_compared_as_it_is() -> None:
    study = example()
    found = compared(method_comparison(rank_with(study, equal_weights(study)), "ahp")).comparison
    assert found.main == "ahp_ideal"
    assert found.likeness["ahp_distributive"].kendall != pytest.approx(1)


def test_that_a_matrix_alone_is_compared_by_topsis_and_the_catalogue() -> None:
    names, figures, weights, directions = random_matrix(3, 8, 5)
    found = matrix_comparison(names, figures, weights, directions)
    assert found.comparison.names == ("topsis_vector", "topsis_minmax", *CATALOGUE)
    assert found.comparison.main == "topsis_vector"
    assert set(found.comparison.names) - set(found.comparison.voters) == {"marcos"}
    by_sums = matrix_comparison(names, figures, weights, directions, "vikor", Options(scaling="sum"))
    assert by_sums.comparison.main == "vikor"
    assert set(by_sums.comparison.names) == set(by_sums.comparison.voters)
    with pytest.raises(MethodError, match="row 1, column 1"):
        matrix_comparison(names, figures * np.nan, weights, directions)


@pytest.mark.parametrize(("rows", "limit"), [(24, 0.3), (200, 1.5)])
def test_that_a_comparison_is_there_before_one_has_to_wait(rows: int, limit: float) -> None:
    problem = random_matrix(rows, rows)
    matrix_comparison(*problem)
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        matrix_comparison(*problem)
        taken.append(time.perf_counter() - start)
    assert min(taken) < limit


def test_that_progress_rises_from_method_to_method() -> None:
    told: list[float] = []
    method_comparison(rank(example()), "topsis", "raw", progress=told.append)
    assert told == sorted(told)
    assert told[0] == 0.0
    assert len(told) == len(CATALOGUE)
    assert told[-1] < 1.0
