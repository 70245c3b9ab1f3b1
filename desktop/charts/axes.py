"""Scales from values to pixels, round ticks, and how numbers are written on an axis."""

from __future__ import annotations

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    """A straight line from a range of values to a range of pixels; it may run backwards."""

    lowest: float
    highest: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The pixel of a value; values outside the range lie outside the pixels."""
        span = self.highest - self.lowest
        share = 0.5 if span == 0 else (value - self.lowest) / span
        return self.start + share * (self.end - self.start)

    def value(self, pixel: float) -> float:
        """The value at a pixel."""
        span = self.end - self.start
        share = 0.0 if span == 0 else (pixel - self.start) / span
        return self.lowest + share * (self.highest - self.lowest)

    def clip(self, pixel: float) -> float:
        """A pixel brought inside the range."""
        low, high = min(self.start, self.end), max(self.start, self.end)
        return min(max(pixel, low), high)


@dataclass(frozen=True)
class Axis:
    """An axis of a map: its title, its range, whether it is written in per cent or runs backwards."""

    title: str
    lowest: float
    highest: float
    is_percent: bool = False
    is_reversed: bool = False


def tick_step(lowest: float, highest: float, count: int) -> float:
    """The round step (1, 2, 2.5 or 5 times a power of ten) that cuts a range into about `count` parts."""
    span = max(highest - lowest, 1e-12)
    power = 10.0 ** math.floor(math.log10(span / max(1, count)))
    return next(power * times for times in (1, 2, 2.5, 5, 10) if span / (power * times) <= count)


def round_ticks(lowest: float, highest: float, count: int = 5) -> tuple[float, ...]:
    """Round values inside a range, ascending; at most about `count` + 1 of them."""
    if not (math.isfinite(lowest) and math.isfinite(highest)) or highest <= lowest:
        return (lowest,)
    step = tick_step(lowest, highest, count)
    first = math.ceil(lowest / step - 1e-9)
    last = math.floor(highest / step + 1e-9)
    return tuple(place * step for place in range(first, last + 1))


def decimals_for(ticks: tuple[float, ...]) -> int:
    """The decimals that tell neighbouring ticks apart."""
    if len(ticks) < 2:
        return 2
    step = abs(ticks[1] - ticks[0])
    return next((places for places in range(7) if math.isclose(round(step, places), step, rel_tol=1e-6)), 6)


def write_ticks(ticks: tuple[float, ...], *, is_percent: bool = False) -> tuple[str, ...]:
    """Ticks as text with equal decimals; shares as per cent with a no-break space before the sign."""
    if is_percent:
        whole = tuple(tick * 100 for tick in ticks)
        places = decimals_for(whole)
        return tuple(f"{tick:.{places}f}\N{NO-BREAK SPACE}%" for tick in whole)
    places = decimals_for(ticks)
    return tuple(f"{tick:,.{places}f}".replace("-", "\N{MINUS SIGN}") for tick in ticks)


def padded(lowest: float, highest: float, share: float = 0.06) -> tuple[float, float]:
    """A range with some air at both ends; a single value gets a range of its own."""
    span = highest - lowest
    air = span * share if span > 0 else max(abs(lowest) * 0.1, 0.01)
    return lowest - air, highest + air
