"""Stakeholders and what they answered."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import msgspec

WeightMethod = Literal["pairwise", "direct", "swing", "rating", "rank_order", "best_worst"]
WEIGHT_METHODS: tuple[WeightMethod, ...] = (
    "pairwise",
    "swing",
    "direct",
    "rating",
    "rank_order",
    "best_worst",
)
#: Methods by which all criteria can be asked about at once; the others compare within one node.
FLAT_METHODS: tuple[WeightMethod, ...] = ("swing", "direct", "rating", "rank_order")
Layout = Literal["hierarchy", "flat"]
JudgementScale = Literal["linear", "balanced", "balanced_n", "geometric", "power"]
JUDGEMENT_SCALES: tuple[JudgementScale, ...] = ("linear", "balanced", "balanced_n", "geometric", "power")
RankWeights = Literal["centroid", "sum", "reciprocal"]
RANK_WEIGHTS: tuple[RankWeights, ...] = ("centroid", "sum", "reciprocal")
#: The node under which premises are compared; criteria are compared under their premise's id.
GOAL = "goal"
#: The node under which a flat layout compares all criteria at once.
ALL = "all"


def project_node(criterion: str) -> str:
    """The node under which projects are compared with each other under one criterion."""
    return f"projects/{criterion}"


class Judgement(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """How many times more `first` matters than `second` under `node`; None records "cannot say"."""

    node: str
    first: str
    second: str
    value: float | None


class BestWorst(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The best and the worst of a node, "" until chosen, and how many times (1-9) one beats the others.

    `from_best` holds how many times more the best matters than each, `to_worst` each than the worst.
    """

    best: str = ""
    worst: str = ""
    from_best: Mapping[str, float] = msgspec.field(default_factory=dict)
    to_worst: Mapping[str, float] = msgspec.field(default_factory=dict)


class Stakeholder(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A person or office with its own weights; the answers by every method are kept side by side.

    Answers name premises and criteria by id: what is said of one that is switched off stays, and counts
    again once it is back. `points` (direct), `swings` and `ratings` hold a figure per premise or criterion,
    `orders` per node the groups of equals from the most to the least important.
    """

    id: str
    name: str
    organisation: str = ""
    role: str = ""
    voting_power: float = 1.0
    colour: str = ""
    method: WeightMethod = "pairwise"
    layout: Layout = "hierarchy"
    judgements: tuple[Judgement, ...] = ()
    judgement_scale: JudgementScale = "linear"
    points: Mapping[str, float] = msgspec.field(default_factory=dict)
    swings: Mapping[str, float] = msgspec.field(default_factory=dict)
    ratings: Mapping[str, float] = msgspec.field(default_factory=dict)
    orders: Mapping[str, tuple[tuple[str, ...], ...]] = msgspec.field(default_factory=dict)
    rank_weights: RankWeights = "centroid"
    best_worst: Mapping[str, BestWorst] = msgspec.field(default_factory=dict)
    note: str = ""

    @property
    def is_flat(self) -> bool:
        """Whether all criteria are asked about at once, which only some methods can."""
        return self.layout == "flat" and self.method in FLAT_METHODS
