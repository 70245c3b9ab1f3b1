"""What holds for every method of the catalogue: agreement, dominance, order, units, and never a gap."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.arrays import Floats
from criteria.errors import MethodError
from criteria.ranking.catalogue.method_ranking import (
    SOLVERS,
    MethodRanking,
    Refusal,
    rank_by,
    rank_by_all,
    refusal,
)
from criteria.ranking.catalogue.methods import CATALOGUE, LEFT_OUT, CatalogueMethod
from criteria.ranking.catalogue.options import Options
from criteria.ranking.catalogue.outcome import Note
from criteria.ranking.catalogue.problem import UndefinedMethodError
from criteria.ranking.ranks import competition_ranks

METHODS: list[CatalogueMethod] = list(CATALOGUE)
SEEDS = st.integers(0, 100_000)
#: Figures at which naive formulas divide by zero, lose all digits or overflow.
AWKWARD = st.sampled_from([0.0, 1.0, 1.0, 2.0, -1.0, -0.0, 1e-300, 1e300, 0.1 + 0.2, 0.3, 5e-324, -1e308])
#: What pymcdm calls the methods; its COPRAS is wrong, and its PROMETHEE is compared shape by shape elsewhere.
PEERS: dict[CatalogueMethod, str] = {
    "weighted_sum": "WSM",
    "weighted_product": "WPM",
    "waspas": "WASPAS",
    "vikor": "VIKOR",
    "edas": "EDAS",
    "codas": "CODAS",
    "mabac": "MABAC",
    "marcos": "MARCOS",
    "spotis": "SPOTIS",
    "moora": "MOORA",
    "aras": "ARAS",
    "cocoso": "COCOSO",
}


def random_problem(seed: int, rows: int = 7, columns: int = 5) -> tuple[Floats, Floats, Floats]:
    """Figures above zero, weights above zero, and directions of which the first two differ."""
    generator = np.random.default_rng(seed)
    directions = generator.choice([-1.0, 1.0], columns)
    directions[:2] = 1.0, -1.0
    return generator.uniform(1, 10, (rows, columns)), generator.dirichlet(np.ones(columns)) + 0.01, directions


def peer_scores(method: CatalogueMethod, matrix: Floats, weights: Floats, directions: Floats) -> Floats:
    from pymcdm import methods, normalizations

    parameters: dict[str, object] = {}
    if method in {"weighted_sum", "weighted_product"}:
        parameters["normalization_function"] = normalizations.linear_normalization
    if method == "spotis":
        parameters["bounds"] = methods.SPOTIS.make_bounds(matrix)
    peer = getattr(methods, PEERS[method])(**parameters)
    return np.asarray(peer(matrix, weights / weights.sum(), directions), dtype=float)


def test_that_the_table_and_what_computes_are_of_one_mind() -> None:
    assert list(SOLVERS) == METHODS
    assert all(facts.source and facts.id == method for method, facts in CATALOGUE.items())
    assert {left.name for left in LEFT_OUT} == {"LoPM", "AROMAN", "PROBID"}


@pytest.mark.parametrize("method", list(PEERS))
@pytest.mark.parametrize("seed", range(20))
def test_that_scores_agree_with_pymcdm_where_nothing_is_awkward(method: CatalogueMethod, seed: int) -> None:
    problem = random_problem(seed)
    found = rank_by(method, *problem)
    np.testing.assert_allclose(found.scores, peer_scores(method, *problem), rtol=0, atol=1e-12)
    sign = 1 if found.higher_is_better else -1
    assert found.ranks.tolist() == competition_ranks(sign * found.scores).tolist()


@pytest.mark.parametrize("name", [left.name for left in LEFT_OUT if left.ground == "dominated-first"])
def test_that_methods_left_out_put_what_is_worse_before_what_is_better(name: str) -> None:
    from pymcdm import methods

    matrix, directions = {
        "AROMAN": ([[6.0, 3.0], [5.0, 5.0], [2.0, 8.0]], [1, -1]),
        "PROBID": ([[9.0, 2.0], [8.0, 1.0], [9.0, 8.0]], [1, 1]),
    }[name]
    scores = getattr(methods, name)()(np.array(matrix), np.array([0.5, 0.5]), np.array(directions), False)
    assert scores[1] > scores[0]


@pytest.mark.parametrize("method", [m for m in METHODS if CATALOGUE[m].keeps_dominance])
@settings(max_examples=60, deadline=None)
@given(seed=SEEDS)
def test_that_nobody_ranks_before_one_that_is_at_least_as_good_in_everything(
    method: CatalogueMethod, seed: int
) -> None:
    matrix, weights, directions = random_problem(seed)
    generator = np.random.default_rng(seed)
    worse = generator.choice([0.0, 0.5, 0.9], matrix.shape[1]) * directions
    matrix[1] = matrix[0] - worse * np.where(directions > 0, matrix[0], 1.0)
    # One who is worst on everything has no place in CoCoSo.
    matrix[2] = np.where(directions > 0, 0.01, 50.0)
    matrix[2, 0] = 20.0
    ranks = rank_by(method, matrix, weights, directions).ranks
    assert ranks[0] <= ranks[1]


def test_that_codas_may_put_what_is_worse_first_and_says_so() -> None:
    """The second is nowhere better than the first, but within tau of others, where taxicabs do not count."""
    matrix = [[92, 18], [90, 18], [59, 68], [32, 94], [62, 63]]
    assert rank_by("codas", matrix, [1, 1], [1, 1]).ranks.tolist() == [5, 4, 2, 1, 3]
    assert [m for m in METHODS if not CATALOGUE[m].keeps_dominance] == ["codas"]


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=25, deadline=None)
@given(seed=SEEDS, rows=st.permutations(range(7)), columns=st.permutations(range(5)))
def test_that_neither_the_order_of_alternatives_nor_of_criteria_matters(
    method: CatalogueMethod, seed: int, rows: list[int], columns: list[int]
) -> None:
    matrix, weights, directions = random_problem(seed)
    found = rank_by(method, matrix, weights, directions)
    again = rank_by(method, matrix[rows][:, columns], weights[columns], directions[columns])
    np.testing.assert_allclose(again.scores, found.scores[rows], atol=1e-12)
    assert again.ranks.tolist() == found.ranks[rows].tolist()
    for name, numbers in found.values.items():
        np.testing.assert_allclose(again.values[name], numbers[rows], atol=1e-12)


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=15, deadline=None)
@given(seed=SEEDS, factor=st.floats(1e-3, 1e3), scale=st.floats(0.1, 500))
def test_that_neither_units_nor_the_sum_of_weights_matter(
    method: CatalogueMethod, seed: int, factor: float, scale: float
) -> None:
    matrix, weights, directions = random_problem(seed)
    found = rank_by(method, matrix, weights, directions)
    other = rank_by(method, matrix * [factor, 1, 1, 1, 1], weights * scale, directions)
    np.testing.assert_allclose(other.scores, found.scores, rtol=1e-9, atol=1e-12)


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("equal", [0.0, 3.0, -2.0])
def test_that_a_criterion_equal_for_all_changes_no_rank_and_is_told(
    method: CatalogueMethod, equal: float
) -> None:
    matrix, weights, directions = random_problem(4)
    matrix[:, 3] = equal
    found = rank_by(method, matrix, weights, directions)
    kept = [0, 1, 2, 4]
    without = rank_by(method, matrix[:, kept], weights[kept], directions[kept], Options(tau=0.0))
    assert Note("equal-criterion", criteria=(3,)) in found.notes
    if method != "codas":
        assert found.ranks.tolist() == without.ranks.tolist()


@pytest.mark.parametrize("method", METHODS)
def test_that_a_criterion_without_weight_does_not_exist_for_a_method(method: CatalogueMethod) -> None:
    matrix, weights, directions = random_problem(5)
    weights[2] = 0.0
    kept = [0, 1, 3, 4]
    expected = rank_by(method, matrix[:, kept], weights[kept], directions[kept])
    matrix[:, 2] = -7.0 * np.arange(7)
    found = rank_by(method, matrix, weights, directions)
    np.testing.assert_allclose(found.scores, expected.scores, atol=1e-14)
    assert found.notes == expected.notes


@pytest.mark.parametrize("method", METHODS)
def test_that_equal_alternatives_all_come_first_and_a_single_one_too(method: CatalogueMethod) -> None:
    equal = rank_by(method, [[3, 0, -1]] * 4, [1, 2, 3], [1, -1, 1])
    assert equal.ranks.tolist() == [1, 1, 1, 1]
    assert Note("all-equal") in equal.notes
    single = rank_by(method, [[3, 0, -1]], [1, 2, 3], [1, -1, 1])
    assert single.ranks.tolist() == [1]
    assert Note("single") in single.notes
    for found in (equal, single):
        assert np.isfinite(found.scores).all()


@pytest.mark.parametrize("method", METHODS)
@settings(max_examples=60, deadline=None)
@given(data=st.data())
def test_that_there_is_a_whole_ranking_or_an_error_and_nothing_between(
    method: CatalogueMethod, data: st.DataObject
) -> None:
    rows, columns = data.draw(st.integers(1, 5)), data.draw(st.integers(1, 4))
    matrix = [[data.draw(AWKWARD) for _ in range(columns)] for _ in range(rows)]
    weights = data.draw(st.lists(st.sampled_from([0.0, 1.0, 1e-9, 3.0]), min_size=columns, max_size=columns))
    directions = data.draw(st.lists(st.sampled_from([-1, 1]), min_size=columns, max_size=columns))
    try:
        found = rank_by(method, matrix, weights, directions)
    except MethodError:
        return
    assert found.scores.shape == found.ranks.shape == (rows,)
    for numbers in (found.scores, *found.values.values()):
        assert np.isfinite(numbers).all()
    assert found.ranks.min() == 1


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize(
    ("matrix", "weights", "directions"),
    [
        ([[1, np.nan], [2, 3]], [1, 1], [1, 1]),
        ([[1, np.inf], [2, 3]], [1, 1], [1, 1]),
        ([[1, 2], [2, 3]], [1, -1], [1, 1]),
        ([[1, 2], [2, 3]], [1, 1], [1, 2]),
        ([[1, 2], [2, 3]], [0, 0], [1, 1]),
        ([[1, 2], [2, 3]], [1, 1, 1], [1, 1]),
    ],
)
def test_that_no_method_takes_what_is_no_problem(
    method: CatalogueMethod, matrix: list[list[float]], weights: list[float], directions: list[int]
) -> None:
    with pytest.raises(MethodError):
        rank_by(method, matrix, weights, directions)


@pytest.mark.parametrize("method", [m for m in METHODS if CATALOGUE[m].needs == "ratios"])
def test_that_methods_of_ratios_name_the_criterion_below_zero(method: CatalogueMethod) -> None:
    name = CATALOGUE[method].name
    with pytest.raises(UndefinedMethodError, match=f"{name} .*criterion 2 is -1 in row 1"):
        rank_by(method, [[1, -1, 4], [2, 3, 5]], [1, 1, 1], [1, 1, -1])


@pytest.mark.parametrize("method", [m for m in METHODS if CATALOGUE[m].needs == "any"])
def test_that_other_methods_take_figures_of_any_sign(method: CatalogueMethod) -> None:
    found = rank_by(method, [[1, -1, -4], [2, 0, 0], [-3, 3, 5]], [1, 1, 1], [1, 1, -1])
    assert sorted(found.ranks.tolist()) == [1, 2, 3]


def test_that_all_methods_are_tried_and_refusals_are_kept_with_their_reason() -> None:
    matrix = [[1, 0, 4], [2, 3, 5], [3, 1, 1]]
    rankings, refusals = rank_by_all(matrix, [1, 1, 1], [1, -1, 1])
    assert {found.method for found in rankings} | {found.method for found in refusals} == set(METHODS)
    assert all(isinstance(found, MethodRanking) for found in rankings)
    ground = {found.method: found.ground for found in refusals}
    assert ground == dict.fromkeys(
        ["weighted_sum", "weighted_product", "waspas", "codas", "copras", "marcos", "aras"], "zero-cost"
    )
    assert rank_by_all(matrix, [1, 1, 1], [1, 1, 1], methods=["vikor"])[0][0].method == "vikor"


def test_that_a_general_error_is_a_refusal_without_ground() -> None:
    assert refusal("x", MethodError("Wrong.")) == Refusal("x", None, (), (), "Wrong.")


def test_that_an_unknown_method_and_a_wrong_option_are_named() -> None:
    with pytest.raises(MethodError, match="no method 'electre'"):
        rank_by("electre", [[1]], [1], [1])  # type: ignore[arg-type]
    with pytest.raises(MethodError, match="option v is 2"):
        rank_by("vikor", [[1]], [1], [1], Options(v=2))


def test_that_numbers_beyond_what_can_be_computed_are_refused() -> None:
    with pytest.raises(UndefinedMethodError, match="MARCOS leads to numbers beyond") as caught:
        rank_by("marcos", [[1e-300], [1e300]], [1], [1])
    assert caught.value.ground == "too-large"


@pytest.mark.parametrize("method", METHODS)
def test_that_figures_near_the_largest_a_computer_holds_are_ranked_right(method: CatalogueMethod) -> None:
    matrix, weights, directions = random_problem(6)
    found = rank_by(method, matrix * [1e307, 1, 1, 1e-300, 1], weights, directions)
    assert found.ranks.tolist() == rank_by(method, matrix, weights, directions).ranks.tolist()
