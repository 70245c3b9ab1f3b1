"""The decision matrix of a study: raw figures, unit values and their bounds for one set of scores."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, partial

import numpy as np

from criteria.arrays import Floats, Ints
from criteria.memo import ItemMemory, remember
from criteria.model.projects import Project, Score
from criteria.model.settings import SCORE_SETS, ScoreSet
from criteria.model.study import Study
from criteria.model.tree import ROLES
from criteria.ranking.value_functions import unit_values
from criteria.screening.safeguards import applied, changes, mitigated, total_change
from criteria.screening.screen import screen, screening_parts


@dataclass(frozen=True, eq=False)
class DecisionMatrix:
    """Projects x criteria; missing figures are NaN in `raw` and span `unit_low` to `unit_high`."""

    projects: tuple[str, ...]
    criteria: tuple[str, ...]
    score_set: ScoreSet
    raw: Floats
    raw_low: Floats
    raw_high: Floats
    unit: Floats
    unit_low: Floats
    unit_high: Floats
    directions: Ints
    groups: Ints
    worst: Floats
    best: Floats

    @cached_property
    def missing(self) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
        """Where no most likely figure is known."""
        return np.isnan(self.raw)

    @cached_property
    def incomplete(self) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
        """Which projects lack at least one figure."""
        return np.asarray(self.missing.any(axis=1))

    def filled(self, best: bool) -> Floats:
        """Unit values with every missing one at its better or worse bound."""
        return np.where(self.missing, self.unit_high if best else self.unit_low, self.unit)

    def filled_raw(self, best: bool) -> Floats:
        """Raw figures with every missing one at the bound that gives the better or worse value."""
        favourable = np.where(self.directions > 0, self.raw_high, self.raw_low)
        unfavourable = np.where(self.directions > 0, self.raw_low, self.raw_high)
        return np.where(self.missing, favourable if best else unfavourable, self.raw)


def mitigated_scores(study: Study, project: Project, score_set: ScoreSet) -> dict[str, Score]:
    """The scores of a project as proposed, with the safeguards offered, or with all that are required."""
    required = screen(study).of(project.id).required if score_set == "required" else ()
    found = changes(study, project, applied(study, project, score_set, required))
    return {
        criterion.id: mitigated(criterion, project.score(criterion.id), total_change(found, criterion.id))
        for criterion in study.active_criteria
    }


_figures: ItemMemory[Project, Floats] = ItemMemory(size=len(SCORE_SETS))


@remember(lambda study, score_set: (*screening_parts(study), study.premises, study.safeguards, score_set), 12)
def decision_matrix(study: Study, score_set: ScoreSet) -> DecisionMatrix:
    """The matrix of all projects and active criteria for one set of scores."""
    criteria = study.active_criteria
    rules = (*screening_parts(study)[1:], study.premises, study.safeguards, score_set)
    rows = _figures.each(rules, study.projects, partial(_figure_rows, study, score_set))
    shape = (len(rows), len(criteria))
    raw, low, high = np.array(rows, dtype=float).reshape(len(rows), 3, len(criteria)).swapaxes(0, 1).copy()
    unit, unit_low, unit_high = np.empty(shape), np.empty(shape), np.empty(shape)
    for j, criterion in enumerate(criteria):
        function = criterion.value_function
        ends = np.stack([unit_values(function, low[:, j]), unit_values(function, high[:, j])])
        unit[:, j] = unit_values(function, raw[:, j])
        unit_low[:, j], unit_high[:, j] = ends.min(axis=0), ends.max(axis=0)
    return DecisionMatrix(
        projects=tuple(project.id for project in study.projects),
        criteria=tuple(criterion.id for criterion in criteria),
        score_set=score_set,
        raw=raw,
        raw_low=low,
        raw_high=high,
        unit=unit,
        unit_low=unit_low,
        unit_high=unit_high,
        directions=np.array([1 if c.direction == "benefit" else -1 for c in criteria], dtype=np.int64),
        groups=np.array([ROLES.index(study.premise_of[c.id].role) for c in criteria], dtype=np.int64),
        worst=np.array([c.value_function.worst for c in criteria], dtype=float),
        best=np.array([c.value_function.best for c in criteria], dtype=float),
    )


def _figure_rows(study: Study, score_set: ScoreSet, project: Project) -> Floats:
    """Most likely, low and high figures (3 x criteria); NaN where none is known, then the whole scale."""
    criteria = study.active_criteria
    scores = mitigated_scores(study, project, score_set)
    rows = np.empty((3, len(criteria)))
    for place, criterion in enumerate(criteria):
        score = scores[criterion.id]
        value = np.nan if score.value is None else score.value
        rows[:, place] = (value, *(score.bounds or (criterion.minimum, criterion.maximum)))
    return rows
