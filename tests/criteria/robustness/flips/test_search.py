"""The search over kinds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from criteria.robustness.flips.flip import FLIP_KINDS, Flip
from criteria.robustness.flips.search import SEARCHES, search
from criteria.robustness.flips.standing import Question
from tests.support.studies import example


def test_that_flips_come_smallest_first() -> None:
    question = Question.of(example(), "topsis", 3)
    found = search(question, [SEARCHES["weight"], SEARCHES["weights"], SEARCHES["safeguard"]])
    assert found is not None
    assert {flip.kind for flip in found} == {"weight", "weights", "safeguard"}
    assert [flip.size for flip in found] == sorted(flip.size for flip in found)
    again = search(question, [SEARCHES["safeguard"], SEARCHES["weights"], SEARCHES["weight"]])
    assert again == found


def test_that_progress_grows_to_the_end() -> None:
    heard: list[float] = []
    search(Question.of(example(), "topsis"), [SEARCHES["score"], SEARCHES["weight"]], heard.append)
    assert heard == sorted(heard)
    assert heard[-1] == 1.0
    assert heard[0] == pytest.approx(0.5 / 24)


def test_that_a_search_can_be_stopped() -> None:
    steps = []

    def endless(question: Question) -> Iterator[tuple[float, list[Flip]]]:
        while True:
            steps.append(question)
            yield 0.0, []

    assert search(Question.of(example(), "topsis"), [endless], cancelled=lambda: len(steps) > 3) is None
    assert len(steps) == 4


def test_that_all_kinds_but_those_of_people_are_searched_here() -> None:
    assert set(FLIP_KINDS) - set(SEARCHES) == {"stakeholder", "voting_power", "weights_of"}
