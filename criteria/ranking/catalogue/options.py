"""What may be chosen in a method of the catalogue, with the values of the publications."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from criteria.errors import MethodError

Shape = Literal["usual", "u_shape", "v_shape", "level", "linear", "gaussian"]
SHAPES: tuple[Shape, ...] = ("usual", "u_shape", "v_shape", "level", "linear", "gaussian")
Scaling = Literal["linear", "sum", "minmax"]
SCALINGS: tuple[Scaling, ...] = ("linear", "sum", "minmax")


@dataclass(frozen=True, slots=True)
class Preference:
    """A preference function of PROMETHEE for one criterion (Brans & Vincke 1985), in the criterion's unit.

    Up to the indifference threshold `q` a difference counts nothing, from the preference threshold `p` on it
    counts fully; `s` is the inflection point of the Gaussian shape. A shape ignores what it does not use.
    """

    shape: Shape = "usual"
    q: float = 0.0
    p: float = 0.0
    s: float = 0.0

    def require_sound(self, place: int) -> None:
        """Raise MethodError naming the criterion (from 0) whose thresholds contradict its shape."""
        wrong = f"The preference function of criterion {place + 1}"
        if self.shape not in SHAPES:
            raise MethodError(f"{wrong} has no shape '{self.shape}'; use {', '.join(SHAPES)}.")
        if not all(math.isfinite(value) and value >= 0.0 for value in (self.q, self.p, self.s)):
            raise MethodError(f"{wrong} has a threshold that is not a number of at least zero.")
        if self.shape == "v_shape" and self.p == 0.0:
            raise MethodError(f"{wrong} needs a preference threshold p above zero.")
        if self.shape in ("level", "linear") and self.p < self.q:
            raise MethodError(f"{wrong} has p = {self.p:g} below q = {self.q:g}; p must not be below q.")
        if self.shape == "gaussian" and self.s == 0.0:
            raise MethodError(f"{wrong} needs an inflection point s above zero.")


@dataclass(frozen=True, slots=True, eq=False)
class Options:
    """Choices for all methods; each method reads its own.

    `v` is the weight of the group's utility in VIKOR, `share` that of the sum against the product in WASPAS
    and CoCoSo, `tau` the distance in CODAS below which two alternatives are compared by it alone, `scaling`
    the normalisation of the weighted sum. `bounds` (lowest, highest of each criterion) fix the scale of
    SPOTIS, which is else that of the figures; `preferences` are one function for all criteria or one each.
    """

    v: float = 0.5
    share: float = 0.5
    tau: float = 0.02
    scaling: Scaling = "linear"
    bounds: Sequence[tuple[float, float]] | None = None
    preferences: Preference | Sequence[Preference] = Preference()

    def require_sound(self) -> None:
        """Raise MethodError naming the choice that lies outside its range."""
        for name, value in (("v", self.v), ("share", self.share)):
            if not 0.0 <= value <= 1.0:
                raise MethodError(f"The option {name} is {value}; it must be 0 to 1.")
        if not (math.isfinite(self.tau) and self.tau >= 0.0):
            raise MethodError(f"The option tau is {self.tau}; it must be a number of at least zero.")
        if self.scaling not in SCALINGS:
            raise MethodError(f"There is no scaling '{self.scaling}'; use {', '.join(SCALINGS)}.")

    def preference(self, place: int, count: int) -> Preference:
        """The preference function of one of `count` criteria; MethodError where there are not as many."""
        if isinstance(self.preferences, Preference):
            found = self.preferences
        elif len(self.preferences) == count:
            found = self.preferences[place]
        else:
            raise MethodError(
                f"There must be one preference function for each of {count} criteria; "
                f"{len(self.preferences)} given."
            )
        found.require_sound(place)
        return found
