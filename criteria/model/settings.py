"""Choices of method that are part of the record."""

from __future__ import annotations

from typing import Literal

import msgspec

ScoreSet = Literal["proposed", "offered", "required"]
Normalisation = Literal["fixed", "vector", "minmax"]
Synthesis = Literal["ideal", "distributive"]
Intensities = Literal["ratings", "projects"]
Prioritisation = Literal["eigenvector", "geometric_mean"]
Method = Literal["topsis", "ahp", "benefit_risk"]
Incomplete = Literal["least_squares", "harker", "lambda_max"]
GroupMethod = Literal["priorities_geometric", "priorities_arithmetic", "judgements"]
INCOMPLETE_METHODS: tuple[Incomplete, ...] = ("least_squares", "harker", "lambda_max")
GROUP_METHODS: tuple[GroupMethod, ...] = ("priorities_geometric", "priorities_arithmetic", "judgements")
#: The settings that decide how answers become weights.
WEIGHT_SETTINGS = ("prioritisation", "random_index", "incomplete", "group_method", "weights_of")
#: The choice of weights that combines all stakeholders who answered.
GROUP = "group"
METHODS: tuple[Method, ...] = ("topsis", "ahp", "benefit_risk")
SCORE_SETS: tuple[ScoreSet, ...] = ("proposed", "offered", "required")


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How numbers are derived: defaults are those of the method notes.

    `weights_of` is "group" or the id of the one stakeholder whose weights count.
    """

    score_set: ScoreSet = "offered"
    prioritisation: Prioritisation = "eigenvector"
    random_index: str = "alonso_lamata"
    incomplete: Incomplete = "least_squares"
    group_method: GroupMethod = "priorities_geometric"
    weights_of: str = GROUP
    blind_scoring: bool = False
    topsis_normalisation: Normalisation = "fixed"
    ahp_synthesis: Synthesis = "ideal"
    ahp_intensities: Intensities = "ratings"
    theta: float = 0.5
    risk_aversion: float = 1.0
    budget_eur: float | None = None
    draws: int = 10_000
    seed: int = 20_261_122
