"""Measure Proportio against numpy at its best and against pymcdm, and print a table of ratios."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from bench import export, peers, prototype, robustness, session, startup
from bench.timing import Measurement, compare, header, line
from criteria.ranking.ranks import competition_ranks
from criteria.ranking.topsis import closeness
from criteria.robustness.stability import stabilities
from criteria.robustness.sweep import TopsisScorer, sweep
from criteria.weighting.pairwise import weigh

ROOT = Path(__file__).resolve().parents[2]


def main(arguments: list[str] | None = None) -> int:
    """Print the table; gives 1 if a target is missed. `--quick` leaves out the slow rows."""
    given = sys.argv[1:] if arguments is None else arguments
    quick = "--quick" in given
    print(header(), flush=True)
    rows = []
    for found in _measurements(quick):
        print(line(found) if isinstance(found, Measurement) else f"({found})", flush=True)
        if isinstance(found, Measurement):
            rows.append(found)
    missed = sum(not row.reached for row in rows)
    print(f"{len(rows) - missed} of {len(rows)} targets reached; ratio = our time / reference.")
    return 1 if missed else 0


def _measurements(quick: bool) -> Iterator[Measurement | str]:
    peers.warm_up()
    for alternatives, target in ((24, 2.0), (200, 1.5), (50_000, 1.3)):
        yield from _topsis(alternatives, target)
    yield from _ahp()
    yield from _weights(200)
    if not quick:
        yield from robustness.measure()
        yield from session.measure()
        yield from startup.measure(ROOT)
        yield export.measure()


def _topsis(alternatives: int, target: float) -> Iterator[Measurement]:
    problem = prototype.problem(alternatives)

    def ours() -> object:
        return competition_ranks(closeness(*problem, "minmax"))

    name = f"one TOPSIS with ranks, {alternatives:,} projects"
    yield compare(f"{name}, numpy", ours, lambda: prototype.topsis(*problem), target)
    yield compare(f"{name}, pymcdm", ours, lambda: peers.topsis(*problem), 1.0)


def _ahp() -> Iterator[Measurement]:
    generator = np.random.default_rng(3)
    matrix = np.ones((8, 8))
    for row, column in zip(*np.triu_indices(8, 1), strict=True):
        matrix[row, column] = generator.choice([1 / 5, 1 / 3, 1, 2, 3, 4])
        matrix[column, row] = 1 / matrix[row, column]
    yield compare(
        "AHP weights and CR, 8 x 8, numpy", lambda: weigh(matrix), lambda: prototype.ahp(matrix), 1.0
    )
    yield compare("AHP weights and CR, 8 x 8, pymcdm", lambda: weigh(matrix), lambda: peers.ahp(matrix), 1.0)


def _weights(alternatives: int) -> Iterator[Measurement]:
    matrix, weights, types = prototype.problem(alternatives)
    unit = prototype.minmax(matrix, types)
    scorer = TopsisScorer.of(matrix, types, "minmax")
    groups = list(np.eye(len(weights), dtype=bool))
    yield compare(
        f"weight sweep, 101 x 16 x {alternatives}, ranks, numpy",
        lambda: [sweep(scorer, weights, group) for group in groups],
        lambda: prototype.sweep(unit, weights),
        1.5,
    )
    yield compare(
        f"stability of 16 weights, {alternatives} projects, numpy",
        lambda: stabilities(scorer, weights, groups),
        lambda: prototype.stability(unit, weights),
        1.5,
    )


if __name__ == "__main__":
    sys.exit(main())
