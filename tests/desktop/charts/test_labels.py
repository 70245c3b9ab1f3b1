"""Labels never touch, never leave the frame, and lie nearest to their own mark."""

from __future__ import annotations

import itertools
import math

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPointF, QRectF

from desktop.charts.labels import Obstacles, Wish, place_labels, spread

BOUNDS = QRectF(0, 0, 400, 300)
spots = st.lists(st.tuples(st.floats(5, 395), st.floats(5, 295)), max_size=25)


def wish(name: str, x: float, y: float) -> Wish:
    return Wish(name, QPointF(x, y), 6, 26, 14)


def distance(box: QRectF, point: QPointF) -> float:
    across = max(box.left() - point.x(), point.x() - box.right(), 0)
    down = max(box.top() - point.y(), point.y() - box.bottom(), 0)
    return math.hypot(across, down)


@settings(deadline=None, max_examples=60)
@given(spots)
def test_that_labels_keep_apart_and_inside(places: list[tuple[float, float]]) -> None:
    wishes = [wish(str(number), x, y) for number, (x, y) in enumerate(places)]
    found = place_labels(wishes, Obstacles(), BOUNDS, gap=4, reach=32)
    for number, place in enumerate(found):
        assert BOUNDS.contains(place.box)
        assert not any(place.box.intersects(other.box) for other in found[:number])


@settings(deadline=None, max_examples=60)
@given(spots)
def test_that_a_label_is_nearest_to_its_own_mark(places: list[tuple[float, float]]) -> None:
    wishes = {str(number): wish(str(number), x, y) for number, (x, y) in enumerate(places)}
    for place in place_labels(list(wishes.values()), Obstacles(), BOUNDS, gap=4, reach=32):
        own = distance(place.box, wishes[place.key].centre)
        assert all(own <= distance(place.box, other.centre) for other in wishes.values())


def test_that_a_lonely_label_stands_beside_its_mark_without_a_leader() -> None:
    (place,) = place_labels([wish("P01", 200, 150)], Obstacles(), BOUNDS, gap=4, reach=32)
    assert place.leader is None
    assert place.box.left() == 210


def test_that_a_label_avoids_a_line_and_then_takes_a_leader() -> None:
    obstacles = Obstacles()
    for y in range(120, 184, 4):
        obstacles.add_line(QPointF(165, y), QPointF(235, y))
    (place,) = place_labels([wish("P01", 200, 150)], obstacles, BOUNDS, gap=4, reach=60)
    assert place.leader is not None
    assert not place.box.intersects(QRectF(165, 120, 70, 60))


def test_that_a_label_without_room_is_left_out() -> None:
    crowd = [wish(str(number), 200 + number % 3, 150 + number // 3) for number in range(9)]
    assert len(place_labels(crowd, Obstacles(), BOUNDS, gap=4, reach=10)) < 9


@given(st.lists(st.floats(0, 300), max_size=15))
def test_that_spread_labels_keep_their_order_and_distance(centres: list[float]) -> None:
    moved = spread(centres, 15, 0, 300)
    order = sorted(range(len(centres)), key=lambda place: centres[place])
    for lower, upper in itertools.pairwise(order):
        assert moved[upper] - moved[lower] >= 15 - 1e-6


@given(st.lists(st.integers(0, 10), max_size=6, unique=True))
def test_that_labels_with_room_enough_do_not_move(steps: list[int]) -> None:
    centres = [20.0 * step for step in steps]
    assert spread(centres, 15, -20, 300) == centres
