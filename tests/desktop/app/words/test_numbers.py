"""Figures as they are printed."""

from __future__ import annotations

import pytest

from desktop.app.words.numbers import RankWords, eur_millions, figure, per_cent, ratio, short_figure


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [(0.1234, 2, "0.12"), (-1.5, 1, "−1.5"), (-0.001, 2, "0.00"), (None, 2, "–"), (float("nan"), 2, "–")],
)
def test_that_a_figure_has_its_decimals_and_a_real_minus(
    value: float | None, decimals: int, text: str
) -> None:
    assert figure(value, decimals) == text


@pytest.mark.parametrize(("value", "text"), [(4.0, "4"), (0.2, "0.2"), (3.12549, "3.125"), (-2.0, "−2")])
def test_that_a_short_figure_drops_empty_decimals(value: float, text: str) -> None:
    assert short_figure(value) == text


def test_that_a_number_never_parts_from_its_unit() -> None:
    assert per_cent(0.344) == "34\u00a0%"
    assert eur_millions(58_300_000) == "EUR\u00a058.3\u00a0m"


@pytest.mark.parametrize(
    ("value", "text"), [(3.0, "3"), (1 / 3, "1/3"), (1.0, "1"), (2.5, "2.5"), (0.4, "0.4"), (1 / 9, "1/9")]
)
def test_that_a_judgement_is_written_as_by_hand(value: float, text: str) -> None:
    assert ratio(value) == text


@pytest.mark.parametrize(
    ("rank", "text"),
    [
        (1, "1st"),
        (2, "2nd"),
        (3, "3rd"),
        (4, "4th"),
        (11, "11th"),
        (12, "12th"),
        (13, "13th"),
        (22, "22nd"),
        (111, "111th"),
    ],
)
def test_that_ranks_are_ordinals(rank: int, text: str) -> None:
    assert RankWords().ordinal(rank) == text


def test_that_a_rank_that_is_not_settled_is_a_span() -> None:
    assert RankWords().span(3, 3) == "3rd"
    assert RankWords().span(3, 5) == "3rd to 5th"
