"""Streams of draws: what is told on the way, and what is left of a cancelled simulation."""

from __future__ import annotations

import threading

import numpy as np
import pytest

from criteria.errors import MethodError
from criteria.robustness.rank_tallies import STREAM_DRAWS, Cancelled, RankCounts
from criteria.robustness.simulation import MOST_DRAWS, Partial, Plan, run_streams


class OneWinner:
    """A tally in which the first of two alternatives always wins."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.sizes: list[int] = []

    def stream(self, seed: np.random.SeedSequence, size: int, cancelled: Cancelled) -> RankCounts | None:
        """As in RankTally."""
        if cancelled():
            return None
        with self.lock:
            self.sizes.append(size)
        weights = np.array([[float(size)], [0.0]])
        return RankCounts(size, np.array([[size, 0], [0, size]]), weights, None)


def test_that_a_simulation_tells_of_itself_on_the_way() -> None:
    heard: list[Partial] = []
    found = run_streams(OneWinner(), Plan(2 * STREAM_DRAWS + 5), heard.append, lambda: False)
    assert [part.draws for part in heard] == [STREAM_DRAWS, 2 * STREAM_DRAWS, 2 * STREAM_DRAWS + 5]
    assert heard[-1].share == 1
    assert all(part.ranks.tolist() == [[1, 0], [0, 1]] for part in heard)
    assert heard[0].standard_error.tolist() == [[0, 0], [0, 0]]
    assert found is not None
    assert found.draws == 2 * STREAM_DRAWS + 5
    assert found.weights[0, 0] == found.draws


def test_that_a_long_simulation_tells_of_itself_about_fifty_times() -> None:
    heard: list[Partial] = []
    run_streams(OneWinner(), Plan(MOST_DRAWS), heard.append, lambda: False)
    assert 40 <= len(heard) <= 52
    assert heard[-1].draws == MOST_DRAWS


@pytest.mark.parametrize("threads", [1, 3])
def test_that_cancelling_keeps_what_was_counted(threads: int) -> None:
    heard: list[Partial] = []
    found = run_streams(
        OneWinner(), Plan(40 * STREAM_DRAWS, threads=threads), heard.append, lambda: len(heard) >= 2
    )
    assert found is not None
    assert found.draws == heard[-1].draws == 2 * STREAM_DRAWS
    assert run_streams(OneWinner(), Plan(STREAM_DRAWS, threads=threads), None, lambda: True) is None


def test_that_threads_divide_the_same_streams() -> None:
    alone, together = OneWinner(), OneWinner()
    run_streams(alone, Plan(9 * STREAM_DRAWS + 1), None, lambda: False)
    run_streams(together, Plan(9 * STREAM_DRAWS + 1, threads=3), None, lambda: False)
    assert sorted(alone.sizes) == sorted(together.sizes)


def test_that_too_few_and_too_many_draws_are_refused() -> None:
    with pytest.raises(MethodError, match="at least one draw"):
        Plan(0)
    with pytest.raises(MethodError, match="at most 1,000,000 draws; 1,000,001"):
        Plan(MOST_DRAWS + 1)
