"""The colours of one theme, by name, read from resources/themes."""

from __future__ import annotations

import tomllib
from bisect import bisect_right
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final

import msgspec
from PySide6.QtGui import QColor

if TYPE_CHECKING:
    from collections.abc import Mapping

RESOURCES: Final = Path(__file__).resolve().parents[2] / "resources"
"""The folder of the program's own files, beside the package in a check-out, a wheel and a bundle."""

THEMES: Final = ("light", "dark", "contrast")
"""The names load_theme knows."""

ROLES: Final = ("need", "structures", "aims", "rights")
"""The colour roles of the four premises in their fixed order."""

ROLE_LETTERS: Final = MappingProxyType({"need": "N", "structures": "S", "aims": "A", "rights": "H"})
"""The letter that stands for a role where its name finds no room: the first of its criteria's ids."""

STATE_COLOURS: Final = MappingProxyType(
    {
        "pass": "state_pass",
        "conditional-met": "state_conditional",
        "conditional-open": "state_conditional",
        "refer": "state_refer",
        "exclude": "state_exclude",
    }
)
"""The colour name of each screening state."""


class Theme(msgspec.Struct, frozen=True):
    """Colours by name, and the nine-step ramp for rank acceptability."""

    name: str
    is_dark: bool
    colours: Mapping[str, str]
    ramp: tuple[str, ...]
    ramp_limits: tuple[float, ...]
    ramp_text: tuple[str, ...]

    def colour(self, name: str) -> QColor:
        """The colour called `name`; KeyError for a name the theme does not have."""
        return QColor(self.colours[name])

    def premise(self, role: str, variant: str = "") -> QColor:
        """The colour of a premise role; variant is "" for marks, "tint" for grounds, "deep" for words.

        A role outside the four (a premise of the user's own) gets the neutral counterpart.
        """
        if role not in ROLES:
            return self.colour({"": "axis", "tint": "info_quiet", "deep": "text_muted"}[variant])
        return self.colour(f"{role}_{variant}" if variant else role)

    def state(self, state: str) -> QColor:
        """The colour of a screening state such as "conditional-open"."""
        return self.colour(STATE_COLOURS[state])

    def ramp_step(self, share: float) -> int:
        """The step 0 to 8 of the ramp for a share between 0 and 1."""
        return bisect_right(self.ramp_limits, share)

    def ramp_ground(self, share: float) -> QColor:
        """The ground of an acceptability cell for a share between 0 and 1."""
        return QColor(self.ramp[self.ramp_step(share)])

    def ramp_number(self, share: float) -> QColor:
        """The colour of the number printed on that ground."""
        return QColor(self.ramp_text[self.ramp_step(share)])

    def faded(self, name: str, share: float, ground: str = "surface") -> QColor:
        """The colour `name` at `share` (0 to 1) over the colour `ground`, opaque."""
        over, under = self.colour(name), self.colour(ground)
        mixed = (
            round(a * share + b * (1 - share))
            for a, b in zip(over.getRgb()[:3], under.getRgb()[:3], strict=True)  # type: ignore[index]
        )
        return QColor(*mixed)


@cache
def load_theme(name: str) -> Theme:
    """The theme "light", "dark" or "contrast"; ValueError for any other name."""
    if name not in THEMES:
        raise ValueError(f'There is no theme "{name}"; choose one of {", ".join(THEMES)}.')
    table = tomllib.loads((RESOURCES / "themes" / f"{name}.toml").read_text(encoding="utf-8"))
    ramp = table["ramp"]
    steps = range(len(ramp["grounds"]))
    numbers = (ramp["text_high"] if step >= ramp["text_high_from"] else ramp["text_low"] for step in steps)
    return Theme(
        name=name,
        is_dark=table["dark"],
        colours=MappingProxyType(table["colours"]),
        ramp=tuple(ramp["grounds"]),
        ramp_limits=tuple(ramp["limits"]),
        ramp_text=tuple(numbers),
    )
