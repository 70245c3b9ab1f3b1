"""Edits of criteria: in use or not, value functions, words."""

from __future__ import annotations

import math

import msgspec

from criteria.errors import StudyError
from criteria.model.scales import ValueFunction
from criteria.model.study import Study
from criteria.model.tree import Criterion


def set_criterion_active(study: Study, criterion_id: str, active: bool) -> Study:
    """The study with a criterion switched on or off; its scores and answers stay and come back with it."""
    criterion = study.criterion(criterion_id)
    others = [c for c in study.active_criteria if c.id != criterion_id and c.premise == criterion.premise]
    if not active and not others:
        raise StudyError(f"{criterion_id} is the last criterion of its premise; switch on another one first.")
    return _with(study, msgspec.structs.replace(criterion, active=active))


def set_value_function(study: Study, criterion_id: str, function: ValueFunction) -> Study:
    """The study with another value function; StudyError where its anchors or points make no sense."""
    criterion = study.criterion(criterion_id)
    if function.kind in ("piecewise", "levels"):
        _check_points(criterion, function)
    elif function.worst == function.best or not _within(criterion, function.worst, function.best):
        raise StudyError(
            f"{criterion_id} needs two different anchors from {criterion.minimum:g} to {criterion.maximum:g}."
        )
    return _with(study, msgspec.structs.replace(criterion, value_function=function))


def _check_points(criterion: Criterion, function: ValueFunction) -> None:
    figures = [figure for figure, _ in function.points]
    values = [value for _, value in sorted(function.points)]
    if len(figures) < 2 or len(set(figures)) < len(figures) or not _within(criterion, *figures):
        raise StudyError(f"{criterion.id} needs two or more points at different figures of its scale.")
    if not all(0 <= value <= 1 for value in values):
        raise StudyError(f"{criterion.id}: values lie between 0 (worst) and 1 (best).")
    rising = criterion.direction == "benefit"
    if values != sorted(values, reverse=not rising):
        wanted = "rise" if rising else "fall"
        raise StudyError(f"{criterion.id} is a {criterion.direction}: values must {wanted} along the scale.")


def _within(criterion: Criterion, *figures: float) -> bool:
    return all(math.isfinite(x) and criterion.minimum <= x <= criterion.maximum for x in figures)


def _with(study: Study, criterion: Criterion) -> Study:
    criteria = tuple(criterion if known.id == criterion.id else known for known in study.criteria)
    return msgspec.structs.replace(study, criteria=criteria)
