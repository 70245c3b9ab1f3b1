"""Interleaved timing: each operation takes turns with its reference, and medians are compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Any

Work = Callable[[], Any]


@dataclass(frozen=True)
class Measurement:
    """One row of the table: medians in milliseconds and the ratio that is to be reached."""

    operation: str
    ours: float
    reference: float
    target: float

    @property
    def ratio(self) -> float:
        """Our time by that of the reference."""
        return self.ours / self.reference

    @property
    def reached(self) -> bool:
        """Whether the target is met."""
        return self.ratio <= self.target


def compare(operation: str, ours: Work, reference: Work, target: float, seconds: float = 1.5) -> Measurement:
    """Medians of at least seven turns each, for about the given time; short work is repeated in a turn."""
    first = max(_once(ours, 1), _once(reference, 1), 1e-6)
    repeats = max(1, int(0.002 / first))
    turns = max(7, int(seconds / (2 * first * repeats)))
    times: tuple[list[float], list[float]] = ([], [])
    for turn in range(turns):
        both = ((ours, times[0]), (reference, times[1]))
        for work, kept in both if turn % 2 else both[::-1]:
            kept.append(_once(work, repeats))
    return Measurement(operation, 1000 * median(times[0]), 1000 * median(times[1]), target)


def _once(work: Work, repeats: int) -> float:
    start = perf_counter()
    for _ in range(repeats):
        work()
    return (perf_counter() - start) / repeats


def header() -> str:
    """The head of the table."""
    return f"{'operation':<50}{'ours ms':>11}{'reference ms':>14}{'ratio':>9}{'target':>9}  ok"


def line(row: Measurement) -> str:
    """One line of the table."""
    verdict = "yes" if row.reached else "NO"
    numbers = f"{row.ours:>11.3f}{row.reference:>14.3f}{row.ratio:>9.2f}{row.target:>9.2f}"
    return f"{row.operation:<50}{numbers}  {verdict}"
