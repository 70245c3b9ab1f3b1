"""Scales: anchored levels and the value functions that turn a figure into 0..1."""

from __future__ import annotations

from typing import Literal

import msgspec

Direction = Literal["benefit", "cost"]
ValueKind = Literal["linear", "logarithmic", "piecewise", "levels"]


class Level(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One anchored step of a constructed scale."""

    value: int
    label: str
    anchor: str


class ValueFunction(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How a figure becomes a value between 0 (worst) and 1 (best); `points` are (figure, value) pairs."""

    kind: ValueKind
    worst: float
    best: float
    points: tuple[tuple[float, float], ...] = ()
