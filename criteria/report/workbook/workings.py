"""The numbers behind the formulas: intermediate results computed as the sheets compute them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

import numpy as np

from criteria.arrays import Bools, Floats
from criteria.ranking.decision_matrix import DecisionMatrix
from criteria.ranking.project_comparisons import compared_intensities
from criteria.ranking.results import Results

Variant = Literal["ranked_worst", "ranked_best", "all_worst", "all_best", "complete"]
VARIANTS: tuple[Variant, ...] = ("ranked_worst", "ranked_best", "all_worst", "all_best", "complete")
CONSTANT = 1e-12


@dataclass(frozen=True, eq=False)
class Scale:
    """What one set of projects is normalised by: n-vectors as the rows of the sheet Normalisation."""

    largest: Floats
    smallest: Floats
    norm: Floats
    idle: Floats
    subtract: Floats
    factor: Floats
    ideal: Floats
    anti_ideal: Floats
    total: Floats
    share_factor: Floats
    share_constant: Floats
    count: int


@dataclass(frozen=True, eq=False)
class Distances:
    """D+, D- and closeness of every project, in the order of the study."""

    plus: Floats
    minus: Floats
    closeness: Floats


class Workings:
    """Everything the result sheets show beside the results, computed once for one workbook."""

    def __init__(self, results: Results) -> None:
        self.results = results
        self.matrix: DecisionMatrix = results.matrix
        self.settings = results.study.settings
        self.weights = results.weights.values
        self.ranked: Bools = np.zeros(len(self.matrix.projects), dtype=bool)
        self.ranked[list(results.ranked)] = True
        self._values = (self.matrix.filled(best=False), self.matrix.filled(best=True))
        self._figures = (self.matrix.filled_raw(best=False), self.matrix.filled_raw(best=True))
        self._scales: dict[Variant, Scale] = {}

    @cached_property
    def compared_pairwise(self) -> Floats:
        """Intensities from pairwise comparisons of projects, NaN where ratings stand."""
        if self.settings.ahp_intensities != "projects":
            return np.full(self.matrix.unit.shape, np.nan)
        return compared_intensities(self.results.study, self.matrix)

    @cached_property
    def has_comparisons(self) -> bool:
        """Whether any project is compared pairwise with others."""
        return not bool(np.isnan(self.compared_pairwise).all())

    def values(self, best: bool) -> Floats:
        """Unit values (m x n) with every missing one at an end."""
        return self._values[best]

    def figures(self, best: bool) -> Floats:
        """Figures (m x n) with every missing one at an end."""
        return self._figures[best]

    def compared(self, best: bool) -> Floats:
        """What TOPSIS compares: unit values on a fixed scale, figures otherwise."""
        fixed = self.settings.topsis_normalisation == "fixed"
        return self.values(best) if fixed else self.figures(best)

    def intensities(self, best: bool) -> Floats:
        """What AHP adds up: unit values, or priorities where projects are compared pairwise."""
        own = self.compared_pairwise
        return np.asarray(np.where(np.isnan(own), self.values(best), own))

    def scale(self, variant: Variant) -> Scale:
        """The normalisation of one set of projects."""
        if variant not in self._scales:
            self._scales[variant] = self._scale(variant)
        return self._scales[variant]

    def members(self, variant: Variant) -> Bools:
        """Which projects a variant is normalised by."""
        if variant.startswith("all"):
            return np.ones_like(self.ranked)
        return self.ranked & ~self.matrix.incomplete if variant == "complete" else self.ranked

    def own(self, best: bool, name: str) -> Floats:
        """A row of the normalisation that each project is measured with (m x n): excluded ones with all."""
        fill = "best" if best else "worst"
        ranked, everyone = (self.scale(v) for v in (_variant("ranked", fill), _variant("all", fill)))
        return np.asarray(np.where(self.ranked[:, None], getattr(ranked, name), getattr(everyone, name)))

    def normalised(self, best: bool) -> Floats:
        """Normalised figures (m x n) as the sheet TOPSIS shows them."""
        return (self.compared(best) - self.own(best, "subtract")) * self.own(best, "factor")

    def shares(self, best: bool) -> Floats:
        """Shares (m x n) as the sheet AHP shows them."""
        return self.intensities(best) * self.own(best, "share_factor") + self.own(best, "share_constant")

    def own_distances(self, best: bool) -> Distances:
        """Distances with the normalisation each project is ranked with."""
        ideal, anti = self.own(best, "ideal"), self.own(best, "anti_ideal")
        return self._distances(self.normalised(best), ideal, anti)

    def shadow_distances(self, best: bool) -> Distances:
        """Distances with the normalisation of everyone."""
        scale = self.scale("all_best" if best else "all_worst")
        normalised = (self.compared(best) - scale.subtract) * scale.factor
        return self._distances(normalised, scale.ideal, scale.anti_ideal)

    def shadow_shares(self, best: bool) -> Floats:
        """AHP scores (m) with the shares of everyone."""
        scale = self.scale("all_best" if best else "all_worst")
        shares = self.intensities(best) * scale.share_factor + scale.share_constant
        return np.asarray(shares @ self.weights)

    def _distances(self, normalised: Floats, ideal: Floats, anti_ideal: Floats) -> Distances:
        plus = np.sqrt(np.square((normalised - ideal) * self.weights).sum(axis=1))
        minus = np.sqrt(np.square((normalised - anti_ideal) * self.weights).sum(axis=1))
        total = plus + minus
        nowhere = total == 0.0
        return Distances(plus, minus, np.where(nowhere, 0.5, minus / np.where(nowhere, 1.0, total)))

    def _scale(self, variant: Variant) -> Scale:
        best = variant.endswith("best")
        member = self.members(variant)
        compared, count = self.compared(best), int(member.sum())
        low_all, high_all = _ends(compared)
        largest = np.where(member[:, None], compared - low_all, 0.0).max(axis=0, initial=0.0) + low_all
        smallest = high_all - np.where(member[:, None], high_all - compared, 0.0).max(axis=0, initial=0.0)
        norm = np.sqrt(np.square(compared[member]).sum(axis=0))
        kind = self.settings.topsis_normalisation
        spread = CONSTANT * np.maximum(np.abs(largest), np.abs(smallest))
        idle = np.where((kind != "fixed") & (largest - smallest <= spread), 1.0, 0.0)
        upward = self.matrix.directions > 0
        top, bottom = np.where(upward, largest, smallest), np.where(upward, smallest, largest)
        ones = np.ones(len(idle))
        if kind == "fixed":
            subtract, factor, ideal, anti = 0.0 * ones, ones, ones, 0.0 * ones
        elif kind == "vector":
            factor = np.where((idle > 0) | (norm <= 0), 1.0, 1.0 / np.where(norm > 0, norm, 1.0))
            subtract, ideal, anti = 0.0 * ones, top * factor, bottom * factor
        else:
            run = np.where(idle > 0, 1.0, top - bottom)
            subtract, factor, ideal, anti = bottom, np.where(idle > 0, 0.0, 1.0 / run), 1.0 - idle, 0.0 * ones
        total = self.intensities(best)[member].sum(axis=0)
        shared = self.settings.ahp_synthesis == "distributive"
        empty = total <= 0.0
        share = np.where(empty, 0.0, 1.0 / np.where(empty, 1.0, total)) if shared else ones
        constant = np.where(empty, 1.0 / max(1, count), 0.0) if shared else 0.0 * ones
        return Scale(
            largest, smallest, norm, idle, subtract, factor, ideal, anti, total, share, constant, count
        )


def _variant(which: str, fill: str) -> Variant:
    return next(variant for variant in VARIANTS if variant == f"{which}_{fill}")


def _ends(values: Floats) -> tuple[Floats, Floats]:
    if not len(values):
        zero = np.zeros(values.shape[1])
        return zero, zero
    return values.min(axis=0), values.max(axis=0)
