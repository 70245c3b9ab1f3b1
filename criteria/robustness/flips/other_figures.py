"""All who take part with other figures of some: where they stand, and many tries of one project at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from criteria.arrays import Bools, Floats, Ints
from criteria.model.projects import Project
from criteria.model.study import Study
from criteria.ranking.project_comparisons import compared_intensities
from criteria.ranking.results import Results, rank
from criteria.ranking.value_functions import unit_values
from criteria.robustness.flips.standing import Question, Standing, standing_of, taking_part
from criteria.robustness.score_stacks import StackMethod
from criteria.robustness.study_acceptability import stack_method
from criteria.screening.safeguards import applied, changes, total_change

_BLOCK_CELLS = 400_000


@dataclass(frozen=True, eq=False)
class Field:
    """The projects that take part in a question, with what their method reads of them."""

    question: Question
    results: Results
    method: StackMethod

    @classmethod
    def of(cls, question: Question) -> Field:
        """The field of a question."""
        results = rank(question.study)
        return cls(question, results, stack_method(results, question.method))

    @cached_property
    def rows(self) -> Ints:
        """The rows of those that take part."""
        return np.flatnonzero(taking_part(self.question.study))

    @cached_property
    def complete(self) -> tuple[int, ...]:
        """The rows of all projects without gaps, whether or not a red line excludes them."""
        return tuple(np.flatnonzero(~self.results.matrix.incomplete).tolist())

    @cached_property
    def is_compared(self) -> bool:
        """Whether comparisons of projects stand in for figures: then who is excluded changes them, too."""
        return not np.isnan(self.compared).all()

    @cached_property
    def compared(self) -> Floats:
        """Priorities that stand in for figures (projects x criteria), NaN where figures count."""
        matrix, settings = self.results.matrix, self.question.study.settings
        if self.question.method == "ahp" and settings.ahp_intensities == "projects":
            return compared_intensities(self.question.study, matrix)
        return np.full(matrix.unit.shape, np.nan)

    def read(self, raw: Floats, row: int | None = None) -> Floats:
        """What the method reads of raw figures (k x criteria): themselves or their values.

        `row` is the project that they belong to, None where they are those of everybody.
        """
        settings = self.question.study.settings
        if self.question.method == "topsis" and settings.topsis_normalisation != "fixed":
            return raw
        criteria = self.question.study.active_criteria
        columns = [unit_values(one.value_function, raw[:, j]) for j, one in enumerate(criteria)]
        compared = self.compared if row is None else self.compared[row]
        values = np.stack(columns, axis=1)
        return np.where(np.isnan(compared), values, compared)

    @cached_property
    def table(self) -> Floats:
        """What the method reads of all projects; rows with gaps hold what nobody may read."""
        return self.read(np.nan_to_num(self.results.matrix.raw))

    def without(self, row: int) -> Standing:
        """Where the others stand if a project does not take part."""
        rows = self.rows[self.rows != row]
        return standing_of(self._names(rows), self._scores(self.table[None, rows])[0])

    def standing(self, kept: Bools, raw: Mapping[int, Floats]) -> Standing:
        """Where the kept projects stand, some of which have other raw figures (criteria) under their row."""
        table = self.table
        if raw:
            table = table.copy()
            for row, figures in raw.items():
                table[row] = self.read(figures[None], row)[0]
        rows = np.flatnonzero(kept)
        return standing_of(self._names(rows), self._scores(table[None, rows])[0])

    def tries(self, row: int, raw: Floats) -> tuple[tuple[str, ...], Floats]:
        """Who takes part if this project does, and their scores (k x m) with its raw figures (k x n)."""
        rows = np.union1d(self.rows, [row])
        place = int(np.searchsorted(rows, row))
        values = self.read(raw, row)
        if not self.method.is_relative:
            scores = np.repeat(self._scores(self.table[None, rows]), len(raw), axis=0)
            scores[:, place] = self._scores(values[:, None, :])[:, 0]
            return self._names(rows), scores
        scores = np.empty((len(raw), len(rows)))
        size = max(1, _BLOCK_CELLS // (len(rows) * raw.shape[1]))
        for start in range(0, len(raw), size):
            tables = np.repeat(self.table[None, rows], len(raw[start : start + size]), axis=0)
            tables[:, place] = values[start : start + size]
            scores[start : start + size] = self._scores(tables)
        return self._names(rows), scores

    def _scores(self, tables: Floats) -> Floats:
        if not tables.shape[1]:
            return np.empty(tables.shape[:2])
        weights = np.repeat(self.results.weights.values[None], len(tables), axis=0)
        return self.method.scores(tables, weights)

    def _names(self, rows: Ints) -> tuple[str, ...]:
        return tuple(self.results.matrix.projects[row] for row in rows)


def shifts(study: Study, project: Project, required: tuple[str, ...]) -> Floats:
    """The levels by which safeguards move each active criterion of a project, in the set of scores in use."""
    counted = applied(study, project, study.settings.score_set, required)
    effects = changes(study, project, counted)
    return np.array([total_change(effects, criterion.id) for criterion in study.active_criteria])


def shifted(study: Study, figures: Floats, levels: Floats) -> Floats:
    """Figures as proposed (k x criteria) moved by these levels, never past an end of their scale."""
    low = np.array([criterion.minimum for criterion in study.active_criteria])
    high = np.array([criterion.maximum for criterion in study.active_criteria])
    return np.where(levels == 0.0, figures, np.clip(figures + levels, low, high))


def proposed(study: Study, project: Project) -> Floats:
    """The figures of a project as proposed, NaN where one is missing."""
    values = [project.score(criterion.id).value for criterion in study.active_criteria]
    return np.array([np.nan if value is None else value for value in values])
