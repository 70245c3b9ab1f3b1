"""Figures brought to the rule of their method: whole points that add up, a largest of 100, a least of 10."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from criteria.model.people import WeightMethod
from criteria.weighting.ratio_weights import BEST_SWING, LEAST_RATING


def fitted(given: Mapping[str, float], method: WeightMethod, total: float) -> dict[str, float]:
    """The same proportions by the rule of the method; points become whole, so that they add up exactly."""
    if method == "swing":
        largest = max(given.values())
        return {key: BEST_SWING * value / largest for key, value in given.items()}
    if method == "rating":
        least = min(given.values())
        return {key: LEAST_RATING * value / least for key, value in given.items()}
    return whole_shares(given, total)


def whole_shares(given: Mapping[str, float], total: float) -> dict[str, float]:
    """Whole points in proportion to figures; the largest remainders get what rounding down leaves."""
    largest = max(given.values())
    parts = {key: value / largest for key, value in given.items()}
    scaled = {key: total * part / sum(parts.values()) for key, part in parts.items()}
    floors = {key: float(int(value + 1e-9)) for key, value in scaled.items()}
    left = round(total - sum(floors.values()))
    for key in sorted(scaled, key=lambda name: floors[name] - scaled[name])[:left]:
        floors[key] += 1.0
    return floors


def with_rest(keys: Sequence[str], given: Mapping[str, float], total: float) -> dict[str, float]:
    """The figures with what is left of the total shared evenly, in whole points where the rest is whole."""
    rest = total - sum(given.values())
    each = float(int(rest / len(keys)))
    found = {key: given.get(key, 0.0) + each for key in keys}
    left = rest - each * len(keys)
    for key in keys:
        more = min(1.0, left)
        found[key] += more
        left -= more
    return found
