"""What a weighting session leaves on record beside the answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

Occasion = Literal["discussion", "repair", "ballot"]


class Remark(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A note of the discussion about one question; `first` and `second` are "" where it is about a node."""

    node: str
    first: str
    second: str
    text: str
    when: str


class ChangedAnswer(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A change of mind: the answer of a stakeholder before and after, None where there was or is none."""

    stakeholder: str
    node: str
    first: str
    second: str
    before: float | None
    after: float | None
    occasion: Occasion
    reason: str
    when: str


class Seal(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who closed the weights, when, and the digest of the criteria and answers that were closed."""

    who: str
    when: str
    digest: str


class Amendment(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A change made after sealing: what was done, who gave which reason, and the digests around it."""

    what: str
    who: str
    reason: str
    when: str
    before: str
    after: str


class LiftedSeal(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A seal that was taken back: by whom, when, why, and what had been amended under it."""

    seal: Seal
    who: str
    reason: str
    when: str
    amendments: tuple[Amendment, ...] = ()


class Receipt(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A ballot that was merged: whose it was, from which file, and the digest of its answers.

    `found` says in words what was found in it and accepted, "" where there was nothing.
    """

    stakeholder: str
    file: str
    digest: str
    when: str
    found: str = ""


class WhatIf(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Weights per criterion id (sum 1) that somebody tried and kept by a name; they never count as such."""

    name: str
    weights: Mapping[str, float]
    note: str = ""


class Session(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The record of a weighting session; `hidden` while nobody may see the answers of others."""

    hidden: bool = False
    #: Ballots returned after this day (ISO 8601) are late; "" where there is none.
    closes: str = ""
    remarks: tuple[Remark, ...] = ()
    changed_answers: tuple[ChangedAnswer, ...] = ()
    receipts: tuple[Receipt, ...] = ()
    seal: Seal | None = None
    amendments: tuple[Amendment, ...] = ()
    what_ifs: tuple[WhatIf, ...] = ()
    #: Undo never takes anything out of here.
    lifted_seals: tuple[LiftedSeal, ...] = ()
