"""Running a simulation: streams of draws on one thread or several, told of as they come, stopped at will."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np

from criteria.arrays import Floats
from criteria.errors import MethodError
from criteria.robustness.rank_tallies import STREAM_DRAWS, Cancelled, RankCounts, RankTally

MOST_DRAWS = 1_000_000
# Snapshots cost m x m divisions each: a long simulation tells of itself this often, not after every stream.
_SNAPSHOTS = 50


@dataclass(frozen=True, slots=True)
class Plan:
    """How a simulation is made, and what is wanted of it beside ranks.

    `pairs` asks for the pairwise winning indices; `confidence`, where figures are open, for the confidence
    factors, which take a second simulation.
    """

    draws: int = 10_000
    seed: int = 0
    threads: int = 1
    pairs: bool = False
    confidence: bool = False

    def __post_init__(self) -> None:
        if self.draws < 1:
            raise MethodError("A simulation needs at least one draw.")
        if self.draws > MOST_DRAWS:
            raise MethodError(
                f"A simulation makes at most {MOST_DRAWS:,} draws; {self.draws:,} were asked for."
            )


PLAN = Plan()


@dataclass(frozen=True, slots=True, eq=False)
class Partial:
    """What a simulation knows so far: shares of ranks (m x m) of `draws` draws, of `asked` in the end."""

    draws: int
    asked: int
    ranks: Floats

    @property
    def share(self) -> float:
        """How much of the work is done, 0 to 1."""
        return self.draws / self.asked

    @property
    def standard_error(self) -> Floats:
        """The standard errors of the shares so far."""
        return np.asarray(np.sqrt(self.ranks * (1.0 - self.ranks) / self.draws))


def run_streams(
    tally: RankTally, plan: Plan, partial: Callable[[Partial], None] | None, cancelled: Cancelled
) -> RankCounts | None:
    """The counts of all streams added up in their order; those done so far when cancelled, None if none."""
    draws = plan.draws
    streams = np.random.SeedSequence(plan.seed).spawn(-(-draws // STREAM_DRAWS))
    sizes = [min(STREAM_DRAWS, draws - place * STREAM_DRAWS) for place in range(len(streams))]
    every = -(-len(streams) // _SNAPSHOTS)
    total: RankCounts | None = None
    for done, part in enumerate(_parts(tally, streams, sizes, plan.threads, cancelled), start=1):
        if part is None:
            return total
        if total is None:
            total = part
        else:
            total.add(part)
        if partial is not None and (done % every == 0 or done == len(streams)):
            partial(Partial(total.draws, draws, total.ranks / total.draws))
        if done < len(streams) and cancelled():
            return total
    return total


def _parts(
    tally: RankTally,
    streams: list[np.random.SeedSequence],
    sizes: list[int],
    threads: int,
    cancelled: Cancelled,
) -> Iterator[RankCounts | None]:
    work = zip(streams, sizes, strict=True)
    if threads <= 1:
        for stream, size in work:
            yield tally.stream(stream, size, cancelled)
        return
    with ThreadPoolExecutor(threads) as pool:
        waiting: deque[Future[RankCounts | None]] = deque()
        try:
            # A few ahead of what was added up: the counts of many alternatives are large.
            for stream, size in work:
                waiting.append(pool.submit(tally.stream, stream, size, cancelled))
                if len(waiting) >= 2 * threads:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            pool.shutdown(cancel_futures=True)
