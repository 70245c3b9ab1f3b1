"""Aggregation of individual judgements and of individual priorities."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from criteria.arrays import Floats
from criteria.errors import MethodError
from criteria.weighting.consistency import consistency
from criteria.weighting.group import aij, aip
from criteria.weighting.pairwise import priorities, priorities_stack
from tests.support.reference import CITY_CRITERIA, Case, case, reciprocal, without


@pytest.fixture(scope="module")
def city200() -> Case:
    """The answers of 200 simulated decision makers around Saaty's city matrix (ahpsurvey vignette)."""
    return case("ahp-group-city200")


@pytest.fixture(scope="module")
def answers(city200: Case) -> Floats:
    """Their matrices (200 x 5 x 5): a code v > 1 says the second item is v times more important."""
    return np.stack([reciprocal([_ratio(code) for code in row], 5) for row in city200.inputs["responses"]])


def _ratio(code: Any) -> float:
    return -float(code) if code < 0 else 1 / float(code)


def test_that_the_judgements_of_two_hundred_people_aggregate_as_published(
    city200: Case, answers: Floats
) -> None:
    """The vignette of ahpsurvey: AIJ is the cell-wise geometric mean (Aczel & Saaty 1983)."""
    group = aij(list(answers))
    city200.check("AIJ_geometric", group)
    np.testing.assert_allclose(group, city200.exact["AIJ_matrix"], atol=1e-12)
    np.testing.assert_allclose(priorities(group), city200.exact["AIJ_eigen_weights"], atol=1e-12)


def test_that_the_priorities_of_two_hundred_people_aggregate_as_published(
    city200: Case, answers: Floats
) -> None:
    """The vignette of ahpsurvey; its geometric means are not scaled back to sum 1, ours are."""
    own = priorities_stack(answers)
    geometric = aip(own)
    printed = np.array(city200.expected["AIP_geometric_mean_of_eigenvectors_not_renormalised"])
    city200.check(
        "AIP_geometric_mean_of_eigenvectors_not_renormalised",
        geometric * np.exp(np.log(own).mean(axis=0)).sum(),
    )
    np.testing.assert_allclose(geometric, printed / printed.sum(), atol=1e-4)
    np.testing.assert_allclose(geometric, city200.exact["AIP_geometric_renormalised"], atol=1e-10)
    arithmetic = aip(own, mean="arithmetic")
    np.testing.assert_allclose(arithmetic, city200.exact["AIP_arithmetic_of_eigenvectors"], atol=1e-10)


def test_that_column_mean_priorities_of_two_hundred_people_have_the_published_mean_and_spread(
    city200: Case, answers: Floats
) -> None:
    """The vignette of ahpsurvey weighs by column means: each column divided by its sum, then averaged."""
    own = (answers / answers.sum(axis=1, keepdims=True)).mean(axis=2)
    city200.check("AIP_arithmetic_mean_of_column_mean_priorities", aip(own, mean="arithmetic"))
    city200.check("AIP_sd", own.std(axis=0, ddof=1))


def test_that_the_published_number_of_people_is_consistent(city200: Case, answers: Floats) -> None:
    """The vignette of ahpsurvey: CR <= 0.1 with its simulated RI(5) = 1.1081014."""
    consistent = sum(consistency(matrix).ci / 1.1081014 <= 0.1 for matrix in answers)
    city200.check("n_consistent", consistent)


@settings(max_examples=30, deadline=None)
@given(
    st.lists(st.lists(st.floats(1 / 9, 9), min_size=6, max_size=6), min_size=1, max_size=4),
    st.lists(st.floats(0.1, 3), min_size=4, max_size=4),
)
def test_that_geometric_means_of_judgements_and_of_priorities_agree(
    uppers: list[list[float]], shares: list[float]
) -> None:
    """With row geometric means AIJ and AIP are the same (Forman & Peniwati 1998)."""
    matrices = [reciprocal(upper, 4) for upper in uppers]
    given_shares = shares[: len(matrices)]
    joint = priorities(aij(matrices, given_shares), "geometric_mean")
    own = [priorities(matrix, "geometric_mean") for matrix in matrices]
    np.testing.assert_allclose(aip(own, given_shares), joint, rtol=1e-9)


UPPERS = st.lists(st.lists(st.floats(1 / 9, 9), min_size=6, max_size=6), min_size=1, max_size=4)


@settings(max_examples=30, deadline=None)
@given(UPPERS, st.lists(st.floats(0.1, 3), min_size=4, max_size=4))
def test_that_the_matrix_of_a_group_is_reciprocal(uppers: list[list[float]], shares: list[float]) -> None:
    """Aczel & Saaty (1983): the geometric mean is what keeps a_ij * a_ji = 1."""
    group = aij([reciprocal(upper, 4) for upper in uppers], shares[: len(uppers)])
    np.testing.assert_allclose(group * group.T, 1.0, rtol=1e-12)


@settings(max_examples=30, deadline=None)
@given(UPPERS)
def test_that_a_member_who_abstains_changes_nothing(uppers: list[list[float]]) -> None:
    group = [reciprocal(upper, 4) for upper in uppers]
    silent = np.where(np.eye(4) == 1, 1.0, np.nan)
    np.testing.assert_allclose(aij([*group, silent]), aij(group))
    own = [priorities(matrix) for matrix in group]
    for mean in ("geometric", "arithmetic"):
        shares = [*([1.0] * len(own)), 0.0]
        np.testing.assert_allclose(aip([*own, np.full(4, 0.25)], shares, mean=mean), aip(own, mean=mean))


@settings(max_examples=30, deadline=None)
@given(UPPERS, st.randoms(use_true_random=False))
def test_that_the_order_of_members_and_items_does_not_matter(uppers: list[list[float]], random: Any) -> None:
    group = [reciprocal(upper, 4) for upper in uppers]
    order, items = list(range(len(group))), list(range(4))
    random.shuffle(order)
    random.shuffle(items)
    turned = [group[member][np.ix_(items, items)] for member in order]
    np.testing.assert_allclose(aij(turned), aij(group)[np.ix_(items, items)], rtol=1e-12)
    own, other = ([priorities(matrix) for matrix in matrices] for matrices in (group, turned))
    for mean in ("geometric", "arithmetic"):
        np.testing.assert_allclose(aip(other, mean=mean), aip(own, mean=mean)[items], rtol=1e-9)


@settings(max_examples=30, deadline=None)
@given(UPPERS)
def test_that_a_voting_power_of_two_is_a_member_counted_twice(uppers: list[list[float]]) -> None:
    group = [reciprocal(upper, 4) for upper in uppers]
    shares = [2.0, *([1.0] * (len(group) - 1))]
    np.testing.assert_allclose(aij(group, shares), aij([group[0], *group]), rtol=1e-12)
    own = [priorities(matrix) for matrix in group]
    for mean in ("geometric", "arithmetic"):
        np.testing.assert_allclose(aip(own, shares, mean=mean), aip([own[0], *own], mean=mean), rtol=1e-12)


def test_that_a_judgement_some_did_not_make_is_the_mean_of_those_who_did() -> None:
    other = reciprocal([2] * 10, 5)
    silent = without(other, (0, 1), (2, 3))
    group = aij([CITY_CRITERIA, silent], [1, 3])
    assert group[0, 1] == pytest.approx(CITY_CRITERIA[0, 1])
    assert group[0, 2] == pytest.approx((3 * 2**3) ** (1 / 4))
    assert np.isnan(aij([silent, silent])[0, 1])


def test_that_a_member_without_a_share_has_no_say() -> None:
    extreme = [1.0, 0.0, 0.0]
    np.testing.assert_allclose(aip([[0.2, 0.3, 0.5], extreme], [1, 0]), [0.2, 0.3, 0.5])


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (lambda: aij([]), "at least one comparison"),
        (lambda: aij([np.eye(1), reciprocal([2], 2)]), "same items"),
        (lambda: aij([CITY_CRITERIA], [0]), "share of zero"),
        (lambda: aip([[0.5, 0.5]], mean="median"), "geometric or arithmetic"),
        (lambda: aip([[1, 0], [0, 1]]), "zero priority"),
        (lambda: aip([0.5, 0.5]), "one row"),
    ],
)
def test_that_a_group_that_cannot_be_aggregated_is_refused(call: Any, sentence: str) -> None:
    with pytest.raises(MethodError, match=sentence):
        call()
