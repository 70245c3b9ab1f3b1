"""The hierarchy of the decision: premises and the criteria below them."""

from __future__ import annotations

from typing import Literal

import msgspec

from criteria.model.scales import Direction, Level, ValueFunction

Role = Literal["need", "structures", "aims", "rights"]
#: The order of the roles, which is also the order of the columns in `benefit_risk`.
ROLES: tuple[Role, ...] = ("need", "structures", "aims", "rights")


class Premise(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One of the four premises; `role` fixes its colour and its part in benefit and risk."""

    id: str
    name: str
    short: str
    role: Role
    question: str
    paper: str


class Criterion(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A leaf of the hierarchy with its scale; figures run from `minimum` to `maximum` in `unit`."""

    id: str
    premise: str
    name: str
    short: str
    definition: str
    direction: Direction
    unit: str
    minimum: float
    maximum: float
    value_function: ValueFunction
    decimals: int = 0
    levels: tuple[Level, ...] = ()
    country_level: bool = False
    active: bool = True
    paper: str = ""
    evidence: str = ""
    caution: str = ""
    synonyms: tuple[str, ...] = ()

    def level(self, value: float) -> Level | None:
        """The anchored level nearest to `value`, or None where the scale has no levels."""
        if not self.levels:
            return None
        return min(self.levels, key=lambda level: abs(level.value - value))
