"""Lists in sentences."""

from __future__ import annotations

import pytest

from desktop.app.words.lists import ListWords


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (0, ""),
        (1, "P1"),
        (2, "P1 and P2"),
        (4, "P1, P2, P3 and P4"),
        (5, "P1, P2, P3 and 2 others"),
        (40, "P1, P2, P3 and 37 others"),
    ],
)
def test_that_names_are_joined_and_many_are_counted(count: int, text: str) -> None:
    assert ListWords().joined([f"P{number}" for number in range(1, count + 1)]) == text


def test_that_the_caller_says_how_many_names_a_sentence_bears() -> None:
    assert ListWords().joined(["A", "B", "C"], 2) == "A and 2 others"
