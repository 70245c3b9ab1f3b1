"""What the ways of answering and of combining answers are called in a workbook."""

from __future__ import annotations

from collections.abc import Mapping

from criteria.model.people import JudgementScale, RankWeights, WeightMethod
from criteria.model.settings import GroupMethod
from criteria.weighting.consensus import Band

METHODS: Mapping[WeightMethod, str] = {
    "pairwise": "comparisons in pairs",
    "swing": "swings",
    "direct": "points shared out",
    "rating": "ratings (SMART)",
    "rank_order": "rank order",
    "best_worst": "best and worst",
}
GROUP_METHODS: Mapping[GroupMethod, str] = {
    "priorities_geometric": "the geometric mean of their weights",
    "priorities_arithmetic": "the arithmetic mean of their weights",
    "judgements": "joined judgements",
}
SCALES: Mapping[JudgementScale, str] = {
    "linear": "ratio = answer",
    "balanced": "ratio = (9 + x) / (11 − x)",
    "balanced_n": "ratio = (9 + (n − 1) x) / (9 + n − x)",
    "geometric": "ratio = 2^(x − 1)",
    "power": "ratio = x²",
}
RANKS: Mapping[RankWeights, str] = {
    "centroid": "place r of n: (1/n) Σ 1/k over k = r to n",
    "sum": "place r of n: 2 (n + 1 − r) / (n (n + 1))",
    "reciprocal": "place r: (1/r) / Σ 1/k",
}
BANDS: Mapping[Band, str] = {
    "very-low": "very low",
    "low": "low",
    "moderate": "moderate",
    "high": "high",
    "very-high": "very high",
}
