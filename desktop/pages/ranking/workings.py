"""Every step of a method for one project, criterion by criterion, as columns of a table."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import numpy as np
from PySide6.QtCore import QObject

from criteria.arrays import Floats
from criteria.model.settings import Method
from criteria.ranking.results import Results
from criteria.ranking.scoring import local_weights
from desktop.app.words.numbers import figure, per_cent, short_figure
from desktop.app.words.reasons import ReasonWords
from desktop.pages.ranking.cell_table import Cell, Column


class Workings(QObject):
    """Columns whose cells are asked for by the place of a criterion."""

    def __init__(self) -> None:
        super().__init__()
        self._reasons = ReasonWords()

    def columns(self, results: Results, method: Method, row: int) -> tuple[Column, ...]:
        """The table of a ranked project by one method."""
        common = (
            Column(
                self.tr("Criterion"),
                self.tr("Criteria that count, in the order of the study"),
                partial(self._name, results),
                is_text=True,
                is_wide=True,
            ),
            Column(
                self.tr("Figure"),
                self.tr("As entered, after the safeguards that count"),
                partial(self._figure, results, row),
            ),
        )
        if method == "topsis":
            return (*common, *self._topsis(results, row))
        if method == "ahp":
            return (*common, *self._ahp(results, row))
        return (*common, *self._benefit_risk(results, row))

    def _topsis(self, results: Results, row: int) -> tuple[Column, ...]:
        detail = results.methods["topsis"].detail.topsis
        if detail is None:
            return ()
        place = results.ranked.index(row)
        gaps = np.square(detail.weighted[place] - detail.ideal)
        shares = gaps / gaps.sum() if gaps.sum() > 0 else gaps
        weighted = self.tr("Normalised figure times weight")
        return (
            _numbers(
                self.tr("Normalised"), self.tr("The figure made comparable"), detail.normalised[place], 3
            ),
            _shares(self.tr("Weight"), self.tr("Share of the criterion"), results.weights.values, 1),
            _numbers(self.tr("Weighted"), weighted, detail.weighted[place], 4, is_strong=True),
            _numbers(self.tr("Ideal"), self.tr("Positive ideal: the best weighted figure"), detail.ideal, 4),
            _numbers(
                self.tr("Anti-ideal"),
                self.tr("Negative ideal: the worst weighted figure"),
                detail.anti_ideal,
                4,
            ),
            _shares(
                self.tr("Part of D⁺²"), self.tr("Share of the squared distance from the ideal"), shares, 0
            ),
        )

    def _ahp(self, results: Results, row: int) -> tuple[Column, ...]:
        parts, weights = results.methods["ahp"].contributions[row], results.weights.values
        # What the synthesis made of a value shows in its contribution; without weight the value stands.
        values = np.where(
            weights > 0, parts / np.where(weights > 0, weights, 1), results.matrix.filled(False)[row]
        )
        tip = (
            self.tr("Priority from comparing the projects pairwise, or from the value function")
            if results.study.settings.ahp_intensities == "projects"
            else self.tr("What the figure is worth by its value function, 0 to 1")
        )
        return (
            _numbers(self.tr("Value"), tip, values, 3),
            _shares(self.tr("Weight"), self.tr("Share of the criterion"), weights, 1),
            _numbers(
                self.tr("Weight × value"),
                self.tr("What the criterion adds to the priority"),
                parts,
                4,
                is_strong=True,
            ),
        )

    def _benefit_risk(self, results: Results, row: int) -> tuple[Column, ...]:
        local = local_weights(results.matrix, results.weights)
        values = results.matrix.filled(False)[row]
        return (
            _numbers(
                self.tr("Value"), self.tr("What the figure is worth by its value function, 0 to 1"), values, 3
            ),
            _shares(
                self.tr("Weight in premise"), self.tr("Share of the criterion within its premise"), local, 1
            ),
            _numbers(
                self.tr("Weight × value"),
                self.tr("What the criterion adds to the value of its premise"),
                local * values,
                4,
                is_strong=True,
            ),
        )

    def _name(self, results: Results, place: int) -> Cell:
        criterion = results.study.criterion(results.matrix.criteria[place])
        role = results.study.premise_of[criterion.id].role
        return Cell(
            f"{criterion.id}  {criterion.short}",
            premise=role,
            tip=f"{criterion.name}\n{criterion.definition}",
        )

    def _figure(self, results: Results, row: int, place: int) -> Cell:
        matrix = results.matrix
        if matrix.missing[row, place]:
            return Cell("–", tip=self.tr("No figure: the lower bound of the score takes the worst value"))
        criterion = results.study.criterion(matrix.criteria[place])
        value = float(matrix.raw[row, place])
        words = self._reasons.figure_of(criterion, value)
        if criterion.level(value) is None:
            return Cell(words)
        text = self.tr("{level} of {top}").format(
            level=short_figure(value), top=short_figure(criterion.maximum)
        )
        return Cell(text, tip=words)


def _numbers(head: str, tip: str, values: Floats, decimals: int, is_strong: bool = False) -> Column:
    def cell(place: int) -> Cell:
        return Cell(figure(float(values[place]), decimals), is_strong=is_strong)

    return Column(head, tip, cell)


def _shares(head: str, tip: str, values: Floats, decimals: int) -> Column:
    cell: Callable[[int], Cell] = partial(_share, values, decimals)
    return Column(head, tip, cell)


def _share(values: Floats, decimals: int, place: int) -> Cell:
    return Cell(per_cent(float(values[place]), decimals))
