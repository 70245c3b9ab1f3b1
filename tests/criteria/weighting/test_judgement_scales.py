"""Judgement scales."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.errors import MethodError
from criteria.weighting.judgement_scales import SCALES, rescale, scale_values
from criteria.weighting.pairwise import check_pairwise, priorities
from tests.support.reference import CITY_CRITERIA, case, reciprocal, without


@pytest.mark.parametrize("scale", SCALES)
def test_that_each_scale_gives_its_published_first_weight(scale: str) -> None:
    """Goepel (2018), IJAHP 10(3) 590, table 1 and equation 41."""
    example = case("ahp-judgement-scales")
    n, published = example.inputs["n"], example.expected["first_weight_by_scale"][scale][0]
    for x, weight in zip(example.inputs["x"], published, strict=True):
        matrix = reciprocal([x] * (n - 1) + [1] * ((n - 1) * (n - 2) // 2), n)
        assert priorities(rescale(matrix, scale))[0] == pytest.approx(weight, abs=1e-9)


def test_that_all_published_scales_are_there() -> None:
    """Goepel (2018), table 1."""
    assert set(SCALES) == set(case("ahp-judgement-scales").expected["first_weight_by_scale"])


@pytest.mark.parametrize("scale", SCALES)
def test_that_a_rescaled_matrix_is_a_valid_comparison_with_the_same_preferences(scale: str) -> None:
    changed = rescale(CITY_CRITERIA, scale)
    check_pairwise(changed)
    np.testing.assert_array_equal(np.sign(np.log(changed)), np.sign(np.log(CITY_CRITERIA)))
    gapped = rescale(without(CITY_CRITERIA, (0, 1)), scale)
    assert np.isnan(gapped[0, 1])
    assert gapped[2, 3] == changed[2, 3]


def test_that_the_linear_scale_changes_nothing() -> None:
    np.testing.assert_allclose(rescale(CITY_CRITERIA, "linear"), CITY_CRITERIA, rtol=1e-15)


def test_that_answers_above_nine_and_unknown_scales_are_refused() -> None:
    with pytest.raises(MethodError, match="above 9"):
        rescale(reciprocal([10], 2), "balanced")
    with pytest.raises(MethodError, match="judgement scale 'cubic'"):
        rescale(CITY_CRITERIA, "cubic")


@pytest.mark.parametrize("scale", SCALES)
def test_that_the_nine_ratios_of_a_scale_give_the_published_weights(scale: str) -> None:
    """Goepel (2018), equation 41: an item c times as important as n - 1 others weighs c / (c + n - 1)."""
    example = case("ahp-judgement-scales")
    n, published = example.inputs["n"], example.expected["first_weight_by_scale"][scale][0]
    ratios = scale_values(scale, n)
    assert ratios.shape == (9,)
    assert ratios[0] == 1.0
    assert (np.diff(ratios) > 0.0).all()
    chosen = ratios[np.array(example.inputs["x"]) - 1]
    np.testing.assert_allclose(chosen / (chosen + n - 1), published, atol=1e-9)


def test_that_the_scales_on_offer_have_their_ratios() -> None:
    """Goepel (2018), table 1."""
    np.testing.assert_array_equal(scale_values("linear", 5), np.arange(1, 10))
    np.testing.assert_array_equal(scale_values("power", 5), np.arange(1, 10) ** 2)
    np.testing.assert_array_equal(scale_values("geometric", 5), 2.0 ** np.arange(9))
    np.testing.assert_allclose(scale_values("balanced", 5)[[4, 8]], [14 / 6, 9])
    np.testing.assert_array_equal(scale_values("balanced", 7), scale_values("balanced_n", 2))
    assert scale_values("balanced_n", 7)[4] != scale_values("balanced_n", 3)[4]


def test_that_ratios_of_unknown_scales_and_of_one_item_are_refused() -> None:
    with pytest.raises(MethodError, match="judgement scale 'cubic'"):
        scale_values("cubic", 4)
    with pytest.raises(MethodError, match="at least two items, not 1"):
        scale_values("linear", 1)
