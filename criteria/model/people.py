"""Stakeholders and what they answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

WeightMethod = Literal["pairwise", "direct"]
#: The node under which premises are compared; criteria are compared under their premise's id.
GOAL = "goal"


def project_node(criterion: str) -> str:
    """The node under which projects are compared with each other under one criterion."""
    return f"projects/{criterion}"


class Judgement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many times more `first` matters than `second` under `node`; None records "cannot say"."""

    node: str
    first: str
    second: str
    value: float | None


class Stakeholder(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A person or office with its own weights; `points` are direct weights per child, per node."""

    id: str
    name: str
    organisation: str = ""
    role: str = ""
    voting_power: float = 1.0
    colour: str = ""
    method: WeightMethod = "pairwise"
    judgements: tuple[Judgement, ...] = ()
    points: Mapping[str, float] = msgspec.field(default_factory=dict)
    note: str = ""
