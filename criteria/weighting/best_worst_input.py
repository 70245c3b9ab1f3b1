"""The answers of the best-worst method and how far they contradict each other, before any weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from criteria.arrays import Bools, Floats
from criteria.errors import MethodError

LARGEST_ANSWER = 9.0

# Liang, Brunelli & Rezaei (2020), table 3: a_BW -> threshold for 3 to 9 items.
THRESHOLDS = MappingProxyType(
    {
        2: (0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0),
        3: (0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667, 0.1667),
        4: (0.1121, 0.1529, 0.1898, 0.2206, 0.2527, 0.2577, 0.2683),
        5: (0.1354, 0.1994, 0.2306, 0.2546, 0.2716, 0.2844, 0.2960),
        6: (0.1330, 0.1990, 0.2643, 0.3044, 0.3144, 0.3221, 0.3262),
        7: (0.1294, 0.2457, 0.2819, 0.3029, 0.3144, 0.3251, 0.3403),
        8: (0.1309, 0.2521, 0.2958, 0.3154, 0.3408, 0.3620, 0.3657),
        9: (0.1359, 0.2681, 0.3062, 0.3337, 0.3517, 0.3620, 0.3662),
    }
)

_ROUNDING = 1e-12


@dataclass(frozen=True, slots=True)
class InputConsistency:
    """How consistent the answers given are: 0 = not at all contradictory; None where it cannot be told yet.

    `ratios` holds |a_Bj a_jW - a_BW| / (a_BW^2 - a_BW) of each item, `ratio` the largest of them, and
    `most_inconsistent` the items that have it (none if it is 0). `threshold` is None where none is published.
    `exceeding` are the items with an answer above a_BW, which no order of importance allows.
    """

    best_to_worst: float | None
    ratios: tuple[float | None, ...]
    ratio: float | None
    threshold: float | None
    is_acceptable: bool | None
    most_inconsistent: tuple[int, ...]
    exceeding: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Answers:
    """Checked answers of n items: a_Bj and a_jW, NaN where not given, 1 where an item meets itself."""

    best: int
    worst: int
    best_to_others: Floats
    others_to_worst: Floats

    @property
    def n(self) -> int:
        """The number of items."""
        return len(self.best_to_others)

    @property
    def best_to_worst(self) -> float:
        """The answer a_BW, NaN while it is missing."""
        return float(self.best_to_others[self.worst])

    def asked(self) -> list[tuple[int, int, float]]:
        """Every comparison (more important, less important, answer or NaN), a_BW once."""
        others = [item for item in range(self.n) if item != self.best]
        return [(self.best, item, float(self.best_to_others[item])) for item in others] + [
            (item, self.worst, float(self.others_to_worst[item])) for item in others if item != self.worst
        ]

    def comparisons(self) -> list[tuple[int, int, float]]:
        """The comparisons that were made."""
        return [pair for pair in self.asked() if not np.isnan(pair[2])]

    def missing(self) -> tuple[tuple[int, int], ...]:
        """The pairs that were not compared."""
        return tuple((more, less) for more, less, answer in self.asked() if np.isnan(answer))

    def unlinked(self) -> list[int]:
        """The items that no chain of comparisons links to the most important one."""
        linked, before = {self.best}, 0
        while len(linked) > before:
            before = len(linked)
            pairs = [{more, less} for more, less, _ in self.comparisons()]
            linked |= {item for pair in pairs if pair & linked for item in pair}
        return [item for item in range(self.n) if item not in linked]

    def is_alone(self, item: int) -> bool:
        """Whether the item was compared with none."""
        return not any(item in pair[:2] for pair in self.comparisons())


def check_answers(
    best: int,
    worst: int,
    best_to_others: Sequence[float | None],
    others_to_worst: Sequence[float | None],
) -> Answers:
    """The answers as numbers, or MethodError naming the one that cannot be meant."""
    from_best = np.array(best_to_others, dtype=np.float64)
    to_worst = np.array(others_to_worst, dtype=np.float64)
    n = len(from_best)
    if not n or len(to_worst) != n:
        raise MethodError(
            f"There must be one comparison with the most and one with the least important for each item; "
            f"{n} and {len(to_worst)} given."
        )
    if not (0 <= best < n and 0 <= worst < n) or (best == worst and n > 1):
        raise MethodError("Choose two different items, the most important and the least important one.")
    _check_range(from_best, "The most important item compared with item {}")
    _check_range(to_worst, "Item {} compared with the least important item")
    for own, item in ((from_best, best), (to_worst, worst)):
        if not np.isnan(own[item]) and own[item] != 1.0:
            raise MethodError(f"Item {item + 1} compared with itself must be 1, not {own[item]:g}.")
        own[item] = 1.0
    return _with_one_extreme(best, worst, from_best, to_worst)


def _check_range(answers: Floats, subject: str) -> None:
    wrong = ~np.isnan(answers) & ~((answers >= 1.0) & (answers <= LARGEST_ANSWER))
    if wrong.any():
        item = int(wrong.argmax())
        raise MethodError(
            f"{subject.format(item + 1)} is {answers[item]:g}; answers go from 1 (equally important) to 9."
        )


def _with_one_extreme(best: int, worst: int, from_best: Floats, to_worst: Floats) -> Answers:
    """The answers with a_BW, which stands in both rows, the same in both."""
    given = [float(x) for x in (from_best[worst], to_worst[best]) if not np.isnan(x)]
    if len(given) == 2 and given[0] != given[1]:
        raise MethodError(
            f"The most compared with the least important item is {given[0]:g} in one row and {given[1]:g} "
            "in the other; give one answer."
        )
    if given:
        from_best[worst] = to_worst[best] = given[0]
    return Answers(best, worst, from_best, to_worst)


def consistency_of(answers: Answers) -> InputConsistency:
    """The input-based consistency ratio of each item and of all (Liang, Brunelli & Rezaei 2020)."""
    extreme = answers.best_to_worst
    gaps = np.abs(answers.best_to_others * answers.others_to_worst - extreme)
    # A table of three sevenths and the like must not look contradictory by rounding.
    gaps[gaps <= _ROUNDING * LARGEST_ANSWER**2] = 0.0
    # With a_BW = 1 the ratio is 0 by definition; `exceeding` tells then what contradicts.
    ratios = gaps / (extreme * extreme - extreme) if extreme != 1.0 else np.where(np.isnan(gaps), np.nan, 0.0)
    middle = np.ones(answers.n, dtype=np.bool_)
    middle[[answers.best, answers.worst]] = False
    compared = middle & ~np.isnan(gaps)
    is_known = bool(compared.any()) or (not middle.any() and not np.isnan(extreme))
    ratio = float(np.nanmax(ratios)) if is_known else None
    answered = np.fmax(answers.best_to_others, answers.others_to_worst)
    exceeding = tuple(int(item) for item in np.flatnonzero(answered > extreme))
    threshold = _threshold(extreme, answers.n)
    return InputConsistency(
        best_to_worst=None if np.isnan(extreme) else extreme,
        ratios=tuple(None if np.isnan(value) else float(value) for value in ratios),
        ratio=ratio,
        threshold=threshold,
        is_acceptable=_acceptable(ratio, threshold, bool(exceeding)),
        most_inconsistent=_largest(gaps, compared),
        exceeding=exceeding,
    )


def _threshold(extreme: float, n: int) -> float | None:
    row = THRESHOLDS.get(int(extreme)) if extreme.is_integer() else None
    return row[n - 3] if row and 3 <= n <= 9 else None


def _acceptable(ratio: float | None, threshold: float | None, exceeds: bool) -> bool | None:
    """Whether the answers can be worked with; None where no threshold is published to tell by."""
    if ratio is None:
        return None
    if ratio == 0.0:
        return not exceeds
    return None if threshold is None else ratio <= threshold


def _largest(gaps: Floats, compared: Bools) -> tuple[int, ...]:
    if not compared.any():
        return ()
    largest = gaps[compared].max()
    return tuple(int(item) for item in np.flatnonzero(compared & (gaps == largest))) if largest > 0.0 else ()
