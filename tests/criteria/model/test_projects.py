"""Scores know their bounds; a missing one is told apart from a zero."""

from __future__ import annotations

import pytest

from criteria.model.projects import MISSING, Project, Score
from tests.support.studies import project


@pytest.mark.parametrize(
    ("score", "bounds"),
    [
        (Score(3.0), (3.0, 3.0)),
        (Score(3.0, 1.0, 4.0), (1.0, 4.0)),
        (Score(3.0, low=2.0), (2.0, 3.0)),
        (Score(3.0, high=5.0), (3.0, 5.0)),
        (Score(None, 1.0, 4.0), (1.0, 4.0)),
        (Score(None, low=1.0), None),
        (Score(0.0), (0.0, 0.0)),
        (Score(), None),
    ],
)
def test_that_bounds_fall_back_on_the_value(score: Score, bounds: tuple[float, float] | None) -> None:
    assert score.bounds == bounds


def test_that_a_score_nobody_entered_is_missing() -> None:
    assert Project(id="P").score("N1") is MISSING
    assert project("P", N1=0.0).score("N1").value == 0.0
