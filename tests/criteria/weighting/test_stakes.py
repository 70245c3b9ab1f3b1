"""The range a weight is about, as it is read on screen and on a ballot."""

from __future__ import annotations

import pytest

from criteria.files.example import example_study
from criteria.weighting.stakes import Anchor, anchors, ends, short_figure, span, unit_name, with_unit


def test_that_levels_are_named_and_explained() -> None:
    worst, best = ends(example_study().criterion("H1"))
    assert (worst.label, best.label) == ("Generally deemed incompatible", "No persons")
    assert worst.text.startswith("Social scoring")


@pytest.mark.parametrize(
    ("criterion", "expected"),
    [
        ("N1", ("HDI\u00a00.35", "1.00")),
        ("N2", ("0\u00a0% of people online", "100")),
        ("S1", ("index\u00a00.9", "0.0")),
        ("A2", ("10,000\u00a0thousand a year", "0")),
        ("N4", ("Local ownership", "Black-box use")),
    ],
)
def test_that_a_unit_stands_once_at_the_best_end(criterion: str, expected: tuple[str, str]) -> None:
    assert span(example_study().criterion(criterion)) == expected


def test_that_the_ends_follow_the_value_function() -> None:
    assert anchors(example_study().criterion("N1")) == (1.0, 0.35)
    assert ends(example_study().criterion("N1"))[0] == Anchor("HDI\u00a01.00")


@pytest.mark.parametrize(
    ("value", "text"), [(0.35, "0.35"), (12.0, "12"), (12.34, "12.3"), (123456.7, "123,457"), (-2.5, "−2.5")]
)
def test_that_figures_are_short(value: float, text: str) -> None:
    assert short_figure(value) == text


def test_that_constructed_scales_have_no_unit() -> None:
    criterion = example_study().criterion("H1")
    assert unit_name(criterion) == ""
    assert with_unit(criterion, "3") == "3"
