"""The list of smallest changes: sentences that wrap, sizes on one scale, a shape for each kind."""

from __future__ import annotations

from typing import get_args

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.charts import flip_list
from desktop.charts.drawing import Canvas, Drawing
from desktop.charts.flip_list import FlipList, FlipRow, Shape
from desktop.look.metrics import Metrics
from desktop.look.theme import load_theme

LONG = (
    "P02 overtakes P05 if the weight of Independence and oversight of the end-user rises from 5.2 % to 24.2 %"
)


def metrics_of_tests() -> Metrics:
    font = QFont(QApplication.font())
    font.setPixelSize(13)
    return Metrics(font)


def changes(*sizes: float, sentence: str = LONG) -> FlipList:
    rows = tuple(
        FlipRow(
            f"k{i}", "weight", "Voting power", sentence, size, f"{size * 100:.1f} %", "estimate", f"tip {i}"
        )
        for i, size in enumerate(sizes)
    )
    return FlipList(rows, ("Kind", "What happens", "Size", "Smallest?"), max(sizes, default=1.0))


def painted(data: FlipList, width: int) -> tuple[QImage, Drawing, Metrics]:
    metrics = metrics_of_tests()
    high = flip_list.height(data, metrics)
    image = QImage(width, high, QImage.Format.Format_RGB32)
    image.fill(load_theme("light").colour("surface"))
    painter = QPainter(image)
    drawing = flip_list.paint(painter, QRectF(0, 0, width, high), data, load_theme("light"), metrics)
    painter.end()
    return image, drawing, metrics


def bar_length(image: QImage, row: QRectF) -> int:
    wanted = load_theme("light").colour("axis").rgb()
    y = int(row.center().y())
    return sum(image.pixel(x, y) == wanted for x in range(image.width() // 2, image.width()))


def test_that_bars_are_as_long_as_their_sizes(qapp: QApplication) -> None:
    image, drawing, _ = painted(changes(0.1, 0.2, 0.4), 800)
    one, two, four = (bar_length(image, hit.area) for hit in drawing.hits)
    assert two == pytest.approx(2 * one, abs=2)
    assert four == pytest.approx(4 * one, abs=4)


@pytest.mark.parametrize("width", [620, 1300])
def test_that_no_label_leaves_the_frame(qapp: QApplication, width: int) -> None:
    image, drawing, _ = painted(changes(0.1, 0.2), width)
    frame = QRectF(image.rect()).adjusted(-1.5, -2, 1.5, 2)
    assert [box for box in drawing.labels if not frame.contains(box)] == []


def test_that_every_change_can_be_pointed_at(qapp: QApplication) -> None:
    _, drawing, _ = painted(changes(0.1, 0.2), 800)
    assert [(hit.key, hit.tip) for hit in drawing.hits] == [("k0", "tip 0"), ("k1", "tip 1")]


def test_that_no_two_kinds_share_a_shape(qapp: QApplication) -> None:
    pictures = []
    for shape in get_args(Shape):
        image = QImage(24, 24, QImage.Format.Format_RGB32)
        image.fill(load_theme("light").colour("surface"))
        painter = QPainter(image)
        flip_list.paint_shape(
            Canvas(painter, load_theme("light"), metrics_of_tests()), QPointF(12, 12), 20, shape
        )
        painter.end()
        pictures.append(bytes(image.constBits()))
    assert len(set(pictures)) == len(get_args(Shape))


def test_that_no_changes_are_an_empty_list(qapp: QApplication) -> None:
    _, drawing, _ = painted(changes(), 800)
    assert drawing.hits == ()
