"""Where labels find room: beside their mark, farther out with a leader, or nowhere."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

_RADIANS: Final = np.radians((0, 180, 270, 90, 315, 225, 45, 135, 292, 247, 67, 112))
_FAR: Final = 40.0  # pixels beyond which no mark is so large that it reaches a label
_STEP: Final = 3.0  # pixels between the points that stand for a line


@dataclass(frozen=True)
class Wish:
    """A label that seeks a place: its key, the centre and radius of its mark, its own size."""

    key: str
    centre: QPointF
    radius: float
    width: float
    height: float


@dataclass(frozen=True)
class Place:
    """The place found; the leader runs from mark to label where the label is not beside its mark."""

    key: str
    box: QRectF
    leader: QLineF | None = None


@dataclass
class Obstacles:
    """What no label may touch: marks, lines as dense points, and boxes of text."""

    points: list[tuple[float, float, float]] = field(default_factory=list)
    boxes: list[QRectF] = field(default_factory=list)
    lines: list[tuple[float, float, float, float]] = field(default_factory=list)

    def add_line(self, start: QPointF, end: QPointF) -> None:
        """A straight line."""
        self.lines.append((start.x(), start.y(), end.x(), end.y()))

    def as_points(self) -> NDArray[np.float64]:
        """Marks, and lines as points so close that no label slips between them: x, y, radius."""
        parts = [np.array(self.points).reshape(-1, 3)]
        parts += [_dense(line) for line in self.lines]
        return np.vstack(parts)


def place_labels(
    wishes: Sequence[Wish], obstacles: Obstacles, bounds: QRectF, gap: float, reach: float
) -> list[Place]:
    """Places for as many labels as find one, in the order given; the others are left out.

    A place is refused when it leaves `bounds`, touches a mark, a line or a label, or lies nearer to
    another mark than to its own. Places beside the mark (at `gap`) come before places up to `reach` away.
    """
    marks = np.array([[w.centre.x(), w.centre.y(), w.radius] for w in wishes]).reshape(-1, 3)
    ground = _Ground(
        obstacles.as_points(),
        np.array([_edges(box) for box in obstacles.boxes]).reshape(-1, 4),
        _edges(bounds),
        gap,
    )
    places: list[Place] = []
    for own, wish in enumerate(wishes):
        others = np.delete(marks, own, axis=0)
        for distance in (gap, gap + reach * 0.35, gap + reach * 0.65, gap + reach):
            place = _try_ring(wish, distance, marks[own], others, ground)
            if place is not None:
                places.append(place)
                ground.take(place)
                break
    return places


@dataclass
class _Ground:
    """What is taken so far: points with radii, boxes of labels; and the frame."""

    solid: NDArray[np.float64]
    taken: NDArray[np.float64]
    bounds: tuple[float, float, float, float]
    gap: float

    def solid_near(self, boxes: NDArray[np.float64]) -> NDArray[np.float64]:
        """The points that any of the boxes could touch: few of many."""
        if not len(boxes):
            return self.solid[:0]
        left, top = boxes[:, :2].min(axis=0) - _FAR
        right, bottom = boxes[:, 2:].max(axis=0) + _FAR
        x, y = self.solid[:, 0], self.solid[:, 1]
        return np.asarray(self.solid[(x > left) & (x < right) & (y > top) & (y < bottom)])

    def take(self, place: Place) -> None:
        self.taken = np.vstack([self.taken, _edges(place.box)])
        if place.leader is not None:
            self.solid = np.vstack([self.solid, _points_of(place.leader)])


def _try_ring(
    wish: Wish, distance: float, own: NDArray[np.float64], others: NDArray[np.float64], ground: _Ground
) -> Place | None:
    """The first free place at one distance around a mark."""
    boxes = _ring(wish, distance)
    boxes = boxes[_inside(boxes, ground.bounds) & _apart(boxes, ground.taken)]
    boxes = boxes[_clear_of(boxes, others, ground.gap / 2) & _is_nearest(boxes, own, others, ground.gap)]
    for edges in boxes[_clear_of(boxes, ground.solid_near(boxes), 1.0)]:
        left, top, right, bottom = (float(edge) for edge in edges)
        box = QRectF(left, top, right - left, bottom - top)
        if distance <= ground.gap:
            return Place(wish.key, box)
        leader = _leader(wish, box)
        if _is_free(leader, others, ground.taken):
            return Place(wish.key, box, leader)
    return None


def spread(centres: Sequence[float], gap: float, lowest: float, highest: float) -> list[float]:
    """Positions at least `gap` apart and as near as possible to `centres`, in the same order, inside a range.

    Blocks of labels that push each other move to their common mean (pool adjacent violators).
    """
    order = sorted(range(len(centres)), key=lambda place: centres[place])
    blocks: list[tuple[float, list[int]]] = []
    for place in order:
        blocks.append((centres[place], [place]))
        while len(blocks) > 1 and _starts(blocks[-1], gap) < _ends(blocks[-2], gap):
            _mean, upper = blocks.pop()
            _mean, lower = blocks.pop()
            members = lower + upper
            blocks.append((sum(centres[m] for m in members) / len(members), members))
    result = [0.0] * len(centres)
    for mean, members in blocks:
        half = gap * (len(members) - 1) / 2
        middle = min(max(mean, lowest + half), max(highest - half, lowest + half))
        for step, member in enumerate(members):
            result[member] = middle - half + step * gap
    return _pushed_inside(result, order, gap, lowest, highest)


def _pushed_inside(
    result: list[float], order: Sequence[int], gap: float, lowest: float, highest: float
) -> list[float]:
    """Pushes blocks that were moved inside the range off their neighbours: downwards, then upwards."""
    edge = lowest
    for place in order:
        result[place] = max(result[place], edge)
        edge = result[place] + gap
    edge = highest
    for place in reversed(order):
        result[place] = min(result[place], edge)
        edge = result[place] - gap
    return result


def _starts(block: tuple[float, list[int]], gap: float) -> float:
    return block[0] - gap * len(block[1]) / 2


def _ends(block: tuple[float, list[int]], gap: float) -> float:
    return block[0] + gap * len(block[1]) / 2


def _ring(wish: Wish, distance: float) -> NDArray[np.float64]:
    """Boxes (left, top, right, bottom) of a label at one distance around its mark, the best side first."""
    across, down, away = np.cos(_RADIANS), np.sin(_RADIANS), wish.radius + distance
    left = wish.centre.x() + across * away + (across - 1) * wish.width / 2
    top = wish.centre.y() + down * away + (down - 1) * wish.height / 2
    return np.column_stack([left, top, left + wish.width, top + wish.height])


def _distance(boxes: NDArray[np.float64], points: NDArray[np.float64]) -> NDArray[np.float64]:
    """Distances (boxes x points) from the edge of each box to each point, 0 inside."""
    left, top, right, bottom = (boxes[:, side : side + 1] for side in range(4))
    across = np.maximum(np.maximum(left - points[:, 0], points[:, 0] - right), 0.0)
    down = np.maximum(np.maximum(top - points[:, 1], points[:, 1] - bottom), 0.0)
    return np.asarray(np.hypot(across, down))


def _clear_of(boxes: NDArray[np.float64], points: NDArray[np.float64], air: float) -> NDArray[np.bool_]:
    if not len(points):
        return np.ones(len(boxes), dtype=bool)
    return np.asarray((_distance(boxes, points) >= points[:, 2] + air).all(axis=1))


def _is_nearest(
    boxes: NDArray[np.float64], own: NDArray[np.float64], others: NDArray[np.float64], gap: float
) -> NDArray[np.bool_]:
    """Whether each box lies clearly nearer to its own mark than to any other."""
    if not len(others):
        return np.ones(len(boxes), dtype=bool)
    to_own = _distance(boxes, own.reshape(1, 3))[:, 0] - own[2]
    to_others = _distance(boxes, others) - others[:, 2]
    return np.asarray(to_own + 1.5 * gap < to_others.min(axis=1))


def _inside(boxes: NDArray[np.float64], bounds: tuple[float, float, float, float]) -> NDArray[np.bool_]:
    left, top, right, bottom = bounds
    return np.asarray(
        (boxes[:, 0] >= left) & (boxes[:, 1] >= top) & (boxes[:, 2] <= right) & (boxes[:, 3] <= bottom)
    )


def _apart(boxes: NDArray[np.float64], taken: NDArray[np.float64]) -> NDArray[np.bool_]:
    """Whether each box touches none of the boxes taken."""
    sides = boxes[:, None, :]
    is_apart = (
        (sides[..., 0] > taken[:, 2] + 2)
        | (sides[..., 2] < taken[:, 0] - 2)
        | (sides[..., 1] > taken[:, 3])
        | (sides[..., 3] < taken[:, 1])
    )
    return np.asarray(is_apart.all(axis=1))


def _leader(wish: Wish, box: QRectF) -> QLineF:
    x = min(max(wish.centre.x(), box.left()), box.right())
    y = min(max(wish.centre.y(), box.top()), box.bottom())
    line = QLineF(wish.centre, QPointF(x, y))
    length = max(line.length(), 1e-9)
    return QLineF(line.pointAt(min(1.0, (wish.radius + 1) / length)), line.p2())


def _points_of(line: QLineF) -> NDArray[np.float64]:
    return _dense((line.x1(), line.y1(), line.x2(), line.y2()))


def _dense(line: tuple[float, float, float, float]) -> NDArray[np.float64]:
    x1, y1, x2, y2 = line
    count = max(2, int(max(abs(x2 - x1), abs(y2 - y1)) / _STEP) + 1)
    return np.column_stack(
        [np.linspace(x1, x2, count), np.linspace(y1, y2, count), np.full(count, _STEP / 2)]
    )


def _is_free(leader: QLineF, others: NDArray[np.float64], taken: NDArray[np.float64]) -> bool:
    """Whether a leader passes no other mark and no label."""
    points = _points_of(leader)
    boxes = np.column_stack([points[:, :2], points[:, :2]])
    return bool(_clear_of(boxes, others, 1.0).all() and _apart(boxes, taken).all())


def _edges(box: QRectF) -> tuple[float, float, float, float]:
    return box.left(), box.top(), box.right(), box.bottom()
