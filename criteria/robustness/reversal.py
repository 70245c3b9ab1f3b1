"""Rank-reversal certificate: what deleting, copying, adding and comparing in pairs does to a ranking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from criteria.arrays import Floats
from criteria.ranking.ranks import TIE_TOLERANCE
from criteria.robustness.leave_one_out import scores_without_each
from criteria.robustness.overtaking import circular_triads, overtakings
from criteria.robustness.score_stacks import StackMethod, TopsisStack

TestCode = Literal[
    "delete_each", "delete_worst", "clone_each", "add_dominated", "replace_by_worse", "transitive", "pairs"
]
TESTS: tuple[TestCode, ...] = (
    "delete_each",
    "delete_worst",
    "clone_each",
    "add_dominated",
    "replace_by_worse",
    "transitive",
    "pairs",
)
_BLOCK_CELLS = 400_000


@dataclass(frozen=True)
class Counterexample:
    """The first case that fails: what was changed (None where nothing was) and who passes whom.

    For `transitive` there is a third: `overtaking` beats `overtaken`, who beats `third`, who beats the first.
    """

    changed: int | None
    overtaken: int
    overtaking: int
    third: int | None = None


@dataclass(frozen=True)
class ReversalTest:
    """How many cases were looked at, in how many an order was reversed, in how many another one won."""

    code: TestCode
    cases: int
    reversals: int
    winner_changes: int
    example: Counterexample | None

    @property
    def is_passed(self) -> bool:
        """Whether no case failed."""
        return self.reversals == 0


@dataclass(frozen=True)
class Certificate:
    """All tests of one method over one table; alternatives are numbered as its rows."""

    tests: tuple[ReversalTest, ...]

    @property
    def is_stable(self) -> bool:
        """Whether every test is passed."""
        return all(test.is_passed for test in self.tests)

    def of(self, code: TestCode) -> ReversalTest:
        """One test by its code."""
        return next(test for test in self.tests if test.code == code)


def certificate(
    method: StackMethod, table: Floats, weights: Floats, floor: Floats | None = None
) -> Certificate:
    """The tests for m alternatives on n criteria (m x n) under weights (n, sum 1).

    Delete each, delete the worst, copy each (Belton & Gear 1983), add a dominated one: half-way from each
    alternative to the worst of every column, and one at `floor` (n), the worst ends of the scales. Then those
    of Wang & Triantaphyllou (2008): a worse one in place of one that is not best, half-way as before, must
    leave the best one best; pairs ranked alone must be transitive, and agree with the ranking of all. Who is
    level before may part, which is no reversal; who is level after has not passed.
    """
    base = method.scores(table[None].copy(), weights[None])[0]
    up = method.directions > 0 if isinstance(method, TopsisStack) and method.is_relative else True
    worst = np.where(up, table.min(axis=0), table.max(axis=0))
    lower = 0.5 * (table + worst)
    without = scores_without_each(method, table, weights)
    added = np.concatenate([lower, (worst if floor is None else floor)[None]])
    last = np.flatnonzero(base <= base.min() + TIE_TOLERANCE)
    return Certificate(
        (
            _test("delete_each", base, without),
            _test("delete_worst", base, without[last], last.tolist()),
            _test("clone_each", base, _with_another(method, table, weights, table)),
            _test(
                "add_dominated",
                base,
                _with_another(method, table, weights, added),
                [*range(len(table)), None],
            ),
            _replaced(method, table, weights, base, lower),
            *_in_pairs(method, table, weights, base),
        )
    )


def _test(
    code: TestCode, base: Floats, after: Floats, changed: Sequence[int | None] | None = None
) -> ReversalTest:
    found = overtakings(base, after)
    example = None
    if found.first is not None:
        case = found.first.case
        what = case if changed is None else changed[case]
        example = Counterexample(what, found.first.overtaken, found.first.overtaking)
    return ReversalTest(code, len(after), found.reversals, found.winner_changes, example)


def _with_another(method: StackMethod, table: Floats, weights: Floats, added: Floats) -> Floats:
    """The scores of the m alternatives (k x m) when each of k others (k x n) comes in."""
    if not method.is_relative:
        return np.repeat(method.scores(table[None].copy(), weights[None]), len(added), axis=0)
    count = len(table)
    found = np.empty((len(added), count))
    size = max(1, _BLOCK_CELLS // (table.size + table.shape[1]))
    for start in range(0, len(added), size):
        rows = added[start : start + size]
        tables = np.empty((len(rows), count + 1, table.shape[1]))
        tables[:, :count], tables[:, count] = table, rows
        found[start : start + size] = method.scores(tables, np.repeat(weights[None], len(rows), axis=0))[
            :, :count
        ]
    return found


def _replaced(
    method: StackMethod, table: Floats, weights: Floats, base: Floats, lower: Floats
) -> ReversalTest:
    """Wang & Triantaphyllou's first test: only who is best counts; the one that got worse does not."""
    others = np.flatnonzero(base < base.max() - TIE_TOLERANCE)
    after = np.empty((len(others), len(table)))
    size = max(1, _BLOCK_CELLS // table.size)
    for start in range(0, len(others), size):
        rows = others[start : start + size]
        tables = np.repeat(table[None], len(rows), axis=0)
        tables[np.arange(len(rows)), rows] = lower[rows]
        after[start : start + size] = method.scores(tables, np.repeat(weights[None], len(rows), axis=0))
    found = overtakings(base, after)
    example = None
    if found.first_winner is not None:
        one = found.first_winner
        example = Counterexample(int(others[one.case]), one.overtaken, one.overtaking)
    return ReversalTest("replace_by_worse", len(others), found.winner_changes, found.winner_changes, example)


def _in_pairs(
    method: StackMethod, table: Floats, weights: Floats, base: Floats
) -> tuple[ReversalTest, ReversalTest]:
    """Wang & Triantaphyllou's second and third test: every two alternatives ranked without the others."""
    count = len(table)
    first, second = np.triu_indices(count, 1)
    lead = np.zeros((count, count))
    size = max(1, _BLOCK_CELLS // (2 * table.shape[1]))
    for start in range(0, len(first), size):
        one, other = first[start : start + size], second[start : start + size]
        scores = method.scores(
            table[np.stack([one, other], axis=1)], np.repeat(weights[None], len(one), axis=0)
        )
        lead[one, other] = scores[:, 0] - scores[:, 1]
    lead -= lead.T
    triads, triad = circular_triads(lead)
    circle = None if triad is None else Counterexample(None, triad[1], triad[0], triad[2])
    behind = base[:, None] > base[None, :] + TIE_TOLERANCE
    reversed_pairs = np.argwhere(behind & (lead < -TIE_TOLERANCE))
    of_best = int((base[reversed_pairs[:, 0]] >= base.max() - TIE_TOLERANCE).sum())
    pair = Counterexample(None, *reversed_pairs[0].tolist()) if len(reversed_pairs) else None
    cases = count * (count - 1) * (count - 2) // 6
    return (
        ReversalTest("transitive", cases, triads, 0, circle),
        ReversalTest("pairs", len(first), len(reversed_pairs), of_best, pair),
    )
