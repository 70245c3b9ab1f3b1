"""The tornado: bars on one scale around the present outcome, low ends told from high ones without colour."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.charts import tornado
from desktop.charts.drawing import Drawing
from desktop.charts.tornado import TornadoBar, TornadoBars
from desktop.look.metrics import Metrics
from desktop.look.theme import load_theme


def bar(key: str, low: float, high: float, name: str = "Evidence that it works") -> TornadoBar:
    return TornadoBar(key, key, name, "aims", low, high, "11.2 %", "16.9 %", "1–4", f"{key} tip")


def chart(*bars: TornadoBar) -> TornadoBars:
    return TornadoBars(bars, 0.5, "now 0.500", "Closeness", "Rank of P05", ("low end", "high end"))


def painted(data: TornadoBars, width: int = 760, theme: str = "light") -> tuple[QImage, Drawing, Metrics]:
    font = QFont(QApplication.font())
    font.setPixelSize(13)
    metrics = Metrics(font)
    high = tornado.height(data, metrics)
    image = QImage(width, high, QImage.Format.Format_RGB32)
    image.fill(load_theme(theme).colour("surface"))
    painter = QPainter(image)
    drawing = tornado.paint(painter, QRectF(0, 0, width, high), data, load_theme(theme), metrics)
    painter.end()
    return image, drawing, metrics


def likeness(image: QImage, row: QRectF) -> list[float]:
    """From 0 to 1 how much of the premise's green is in each pixel of a line through the middle of a row."""
    wanted, ground = load_theme("light").premise("aims"), load_theme("light").colour("surface")
    y, reach = int(row.center().y()), ground.red() - wanted.red()
    found = []
    for x in range(image.width()):
        pixel = QColor(image.pixel(x, y))
        is_green = pixel.green() > pixel.red() + 20 and pixel.green() > pixel.blue() + 5
        found.append((ground.red() - pixel.red()) / reach if is_green else 0.0)
    return found


def covered(image: QImage, row: QRectF) -> tuple[int, int]:
    """Where a bar begins and ends."""
    found = [x for x, share in enumerate(likeness(image, row)) if share > 0.3 and x > _names(image)]
    return found[0], found[-1]


def _names(image: QImage) -> float:
    return image.width() * 0.2


def test_that_a_larger_swing_makes_a_longer_bar(qapp: QApplication) -> None:
    image, drawing, _ = painted(chart(bar("A1", 0.3, 0.7), bar("A2", 0.45, 0.55)))
    long, short = (covered(image, hit.area) for hit in drawing.hits)
    assert long[1] - long[0] > 2.5 * (short[1] - short[0])
    assert long[0] < short[0] < short[1] < long[1]


def test_that_the_low_end_is_hatched_on_whichever_side_it_lies(qapp: QApplication) -> None:
    image, drawing, _ = painted(chart(bar("A1", 0.3, 0.7), bar("A2", 0.7, 0.3)))
    inks = []
    for hit in drawing.hits:
        left, right = covered(image, hit.area)
        shares, middle = likeness(image, hit.area), (left + right) // 2
        inks.append(
            (sum(shares[left:middle]) / (middle - left), sum(shares[middle:right]) / (right - middle))
        )
    (low_left, high_right), (high_left, low_right) = inks
    assert max(low_left, low_right) < 0.8
    assert min(high_left, high_right) > 0.9


def test_that_every_input_can_be_pointed_at(qapp: QApplication) -> None:
    _, drawing, _ = painted(chart(bar("A1", 0.3, 0.7), bar("P05/A2", 0.45, 0.55)))
    assert [(hit.key, hit.tip) for hit in drawing.hits] == [("A1", "A1 tip"), ("P05/A2", "P05/A2 tip")]


@pytest.mark.parametrize("width", [460, 760, 1500])
def test_that_no_label_leaves_the_frame(qapp: QApplication, width: int) -> None:
    long = "Grenzüberschreitende Verwaltungszusammenarbeit und Datenschutzgrundverordnung"
    data = chart(bar("A1", 0.3, 0.7, long), bar("A2", 0.5, 0.52), bar("A3", 0.45, 0.48))
    image, drawing, _ = painted(data, width)
    frame = QRectF(image.rect()).adjusted(-1.5, -2, 1.5, 2)
    assert [box for box in drawing.labels if not frame.contains(box)] == []


def test_that_nothing_to_show_is_drawn_without_bars(qapp: QApplication) -> None:
    _, drawing, metrics = painted(chart())
    assert drawing.hits == ()
    assert tornado.rows_height(chart(), metrics) == 0
