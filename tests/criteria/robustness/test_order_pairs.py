"""The pairs that decide whether the winner, the best k or the order stay."""

from __future__ import annotations

import numpy as np
import pytest

from criteria.errors import MethodError
from criteria.robustness.order_pairs import Pairs, neighbour_pairs, top_pairs, winner_pairs

RANKS = np.array([3, 1, 3, 2, 5])
ORDER = np.argsort(RANKS, kind="stable")


def listed(pairs: Pairs) -> list[tuple[int, int, bool]]:
    rows = zip(pairs.first.tolist(), pairs.second.tolist(), pairs.tied.tolist(), strict=True)
    return [(one, other, tied) for one, other, tied in rows]


def test_that_the_winner_stands_against_everybody() -> None:
    assert listed(winner_pairs(RANKS, ORDER)) == [(1, 3, False), (1, 0, False), (1, 2, False), (1, 4, False)]


def test_that_the_order_rests_on_neighbours_and_their_ties() -> None:
    assert listed(neighbour_pairs(RANKS, ORDER)) == [
        (1, 3, False),
        (3, 0, False),
        (0, 2, True),
        (2, 4, False),
    ]


def test_that_a_shared_last_place_belongs_to_the_best() -> None:
    assert listed(top_pairs(RANKS, ORDER, 3)) == [
        (1, 4, False),
        (3, 4, False),
        (0, 4, False),
        (2, 4, False),
        (0, 2, True),
    ]
    assert {pair[:2] for pair in listed(top_pairs(RANKS, ORDER, 1))} == {(1, 3), (1, 0), (1, 2), (1, 4)}
    with pytest.raises(MethodError, match="at least 1"):
        top_pairs(RANKS, ORDER, 0)
