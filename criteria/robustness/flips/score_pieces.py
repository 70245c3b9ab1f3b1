"""The scale of one figure of one project, cut where a red line begins or ends to hit."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import msgspec

from criteria.model.projects import Project
from criteria.model.rules import RedLine
from criteria.model.study import Study
from criteria.model.tree import Criterion
from criteria.robustness.flips.flip import moved_score
from criteria.screening.conditions import Comparison, Node, Not, parse
from criteria.screening.screen import screen, screen_project

# How far inside a piece its end is looked at, as a share of the scale.
_INSIDE = 1e-9


@dataclass(frozen=True, slots=True)
class Piece:
    """A range of one figure on which the screening of the project stays; `near` is the end towards now.

    `near` equals `far` for a level, or for a figure at which alone a red line hits or does not.
    """

    near: float
    far: float
    is_excluded: bool
    required: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CutPoints:
    """The figures, for each criterion that red lines in force read, at which one may begin to hit."""

    of: dict[str, tuple[float, ...]]

    @classmethod
    def in_study(cls, study: Study) -> CutPoints:
        """Those of the red lines in force."""
        cutoffs = {threshold.id: threshold.value for threshold in study.thresholds}
        points: dict[str, set[float]] = {}
        for leaf in comparisons_in_force(study):
            values = (cutoffs[leaf.threshold],) if leaf.threshold else leaf.operand
            numbers = {float(value) for value in values if not isinstance(value, str)}
            points.setdefault(leaf.field, set()).update(numbers)
        return cls({field: tuple(sorted(values)) for field, values in points.items()})


def lines_in_force(study: Study) -> tuple[RedLine, ...]:
    """The red lines that can exclude somebody: a review never does."""
    return tuple(line for line in study.red_lines if line.active and line.effect != "review")


def comparisons_in_force(study: Study) -> Iterator[Comparison]:
    """The comparisons that the red lines in force make."""
    for line in lines_in_force(study):
        for text in (line.condition, line.exclude_if):
            if text:
                yield from comparisons(parse(text))


def comparisons(node: Node) -> Iterator[Comparison]:
    """The comparisons of a condition."""
    if isinstance(node, Comparison):
        yield node
    elif isinstance(node, Not):
        yield from comparisons(node.inner)
    else:
        for part in node.parts:
            yield from comparisons(part)


def pieces(
    study: Study, project: Project, criterion: Criterion, cuts: CutPoints, parts: int = 1
) -> tuple[list[Piece], list[Piece]]:
    """The pieces of the scale below and above the present figure, nearest first; `parts` cut them further.

    A scale of levels has its levels as pieces.
    """
    now = project.score(criterion.id).value
    if now is None:
        return [], []
    points = cuts.of.get(criterion.id, ())
    sides = []
    for end in (criterion.minimum, criterion.maximum):
        if criterion.levels:
            values = [float(level.value) for level in criterion.levels]
            ranges = [(value, value) for value in values if (value - now) * (end - now) > 0.0]
            ranges.sort(key=lambda one: abs(one[0] - now))
        else:
            ranges = list(_ranges(now, end, points, _INSIDE * (criterion.maximum - criterion.minimum)))
        sides.append(_screened(study, project, criterion, ranges, points, parts))
    return sides[0], sides[1]


def _ranges(
    now: float, end: float, points: tuple[float, ...], inside: float
) -> Iterator[tuple[float, float]]:
    """The open ranges between the points from now to the end, and the points themselves."""
    if now == end:
        return
    side = 1.0 if end > now else -1.0
    between = sorted(
        (point for point in points if 0.0 < (point - now) * side <= (end - now) * side),
        key=lambda point: point * side,
    )
    start = now if now not in points else now + side * inside
    for point in between:
        if (point - start) * side > 2.0 * inside:
            yield start, point - side * inside
        yield point, point
        start = point + side * inside
    if (end - start) * side > 0.0:
        yield start, end


def _screened(
    study: Study,
    project: Project,
    criterion: Criterion,
    ranges: list[tuple[float, float]],
    points: tuple[float, ...],
    parts: int,
) -> list[Piece]:
    known = {_zone(points, project.score(criterion.id).value or 0.0): screen(study).of(project.id)}
    found = []
    for near, far in ranges:
        middle = 0.5 * (near + far)
        zone = _zone(points, middle)
        if zone not in known:
            score = moved_score(project.score(criterion.id), middle)
            tried = msgspec.structs.replace(project, scores={**project.scores, criterion.id: score})
            known[zone] = screen_project(study, tried)
        count = parts if near != far else 1
        steps = [near + (far - near) * part / count for part in range(count)] + [far]
        result = known[zone]
        found += [Piece(one, other, result.excluded, result.required) for one, other in pairwise(steps)]
    return found


def _zone(points: tuple[float, ...], figure: float) -> tuple[int, bool]:
    """Between which points a figure lies, or on which: there every red line says the same."""
    return bisect_left(points, figure), figure in points
