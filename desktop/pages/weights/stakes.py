"""What a question is about: each item's range from best to worst, and how much of it the projects span."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QCoreApplication

from criteria.model.study import Study
from criteria.model.tree import Criterion
from criteria.ranking.decision_matrix import decision_matrix
from criteria.ranking.value_functions import unit_value
from criteria.screening.screen import screen
from criteria.weighting.stakes import Anchor, anchors, ends, short_figure, span, with_unit
from desktop.pages.weights.answers import criterion_of, is_about_projects


@dataclass(frozen=True)
class Range:
    """A criterion's scale from worst to best, and the part of it that the ranked projects span.

    `scale` and `spanned` are figures from low to high, None without projects; `shares` is the spanned part in
    value, 0 worst to 1 best; `steps` counts the levels of a constructed scale.
    """

    worst: Anchor
    best: Anchor
    scale: tuple[str, str]
    spanned: tuple[str, str] | None
    shares: tuple[float, float] | None
    steps: int = 0


@dataclass(frozen=True)
class Item:
    """One side of a question: a criterion with its range, a premise with its criteria, or a project."""

    key: str
    name: str
    role: str
    range: Range | None = None
    lines: tuple[tuple[str, str], ...] = ()


def item(study: Study, node: str, key: str) -> Item:
    """What one side of a question shows."""
    if is_about_projects(node):
        return _project_item(study, criterion_of(node), key)
    for premise in study.premises:
        if premise.id == key:
            return Item(key, premise.name, premise.role, lines=_premise_lines(study, key))
    criterion = study.criterion(key)
    return Item(key, criterion.name, study.premise_of[key].role, criterion_range(study, criterion))


def criterion_range(study: Study, criterion: Criterion) -> Range:
    """The range of a criterion by its value function."""
    worst, best = anchors(criterion)
    worst_end, best_end = ends(criterion)
    spanned = realised(study, criterion)
    shares = None
    if spanned is not None:
        values = sorted(abs(unit_value(criterion.value_function, figure)) for figure in spanned)
        shares = (values[0], values[1])
    return Range(
        worst=worst_end,
        best=best_end,
        scale=(short_figure(min(worst, best)), short_figure(max(worst, best))),
        spanned=None
        if spanned is None
        else (_realised(criterion, spanned[0]), _realised(criterion, spanned[1])),
        shares=shares,
        steps=len(criterion.levels),
    )


def realised(study: Study, criterion: Criterion) -> tuple[float, float] | None:
    """Least and largest figure among the ranked projects; None where there is none."""
    if not study.projects:
        return None
    matrix = decision_matrix(study, study.settings.score_set)
    kept = np.array([not result.excluded for result in screen(study).projects], dtype=bool)
    column = matrix.raw[kept, matrix.criteria.index(criterion.id)]
    known = column[~np.isnan(column)]
    return (float(known.min()), float(known.max())) if known.size else None


def _realised(criterion: Criterion, value: float) -> str:
    """Safeguards move levels by parts; one decimal of a level is enough."""
    return short_figure(round(value, 1)) if criterion.levels else short_figure(value)


def span_words(criterion: Criterion) -> str:
    """Best and worst of a criterion, the best first; a unit stands once."""
    best, worst = span(criterion)
    text = QCoreApplication.translate("Stakes", "{best} rather than {worst}")
    return text.format(best=best, worst=worst)


def _premise_lines(study: Study, premise: str) -> tuple[tuple[str, str], ...]:
    lines = []
    for criterion_id in study.children(premise):
        criterion = study.criterion(criterion_id)
        lines.append((f"{criterion.id} {criterion.short}", span_words(criterion)))
    return tuple(lines)


def _project_item(study: Study, criterion_id: str, key: str) -> Item:
    project, criterion = study.project(key), study.criterion(criterion_id)
    value = project.score(criterion_id).value
    if value is None:
        return Item(key, project.title, study.premise_of[criterion_id].role)
    level = criterion.level(value)
    words = with_unit(criterion, short_figure(value))
    words = f"{words} {level.label}" if level else words
    anchor = level.anchor if level else ""
    return Item(key, project.title, study.premise_of[criterion_id].role, lines=((words, anchor),))
