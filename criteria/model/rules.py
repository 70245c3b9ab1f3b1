"""Red lines, their thresholds, safeguards and waivers: the non-compensatory part of a study."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

Effect = Literal["exclude", "refer", "conditional", "block_mode", "review"]
GuaranteeKind = Literal["technical", "contractual", "political"]


class Threshold(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A cut-off that red lines name; `field` tells which criterion it is measured on."""

    id: str
    name: str
    value: float
    field: str
    note: str = ""


class RedLine(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A rule that no score can buy back; where `exclude_if` holds too, the effect becomes exclude."""

    id: str
    name: str
    short: str
    effect: Effect
    condition: str
    exclude_if: str = ""
    cured_by: tuple[str, ...] = ()
    paper: str = ""
    law: str = ""
    note: str = ""
    active: bool = True


class Safeguard(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A guarantee or measure; `effects` are changes in scale levels, `cost_percent` of the budget."""

    id: str
    name: str
    kind: GuaranteeKind
    description: str
    effects: Mapping[str, float]
    cost_percent: float
    source: str = ""
    verification: str = ""


class Waiver(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A red line lifted for one project, with the reason, who answers for it and when."""

    project: str
    red_line: str
    reason: str
    name: str
    date: str
