"""Bars and tables in a column: as high as their words at this width need."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.charts import front_table, share_bars
from desktop.charts.drawing import Drawing
from desktop.charts.tall_view import TallChart
from desktop.look.theme import load_theme
from tests.desktop.charts import group_samples
from tests.support.windows import look_of_tests


def picture(module: Any, data: Any, width: int) -> tuple[QImage, Drawing]:
    metrics = look_of_tests().metrics
    high = module.height(data, metrics, width)
    image = QImage(width, high, QImage.Format.Format_RGB32)
    image.fill(load_theme("light").colour("surface"))
    painter = QPainter(image)
    drawing = module.paint(painter, QRectF(0, 0, width, high), data, load_theme("light"), metrics)
    painter.end()
    return image, drawing


@pytest.fixture
def chart(qtbot: Any) -> Iterator[TallChart]:
    holder = QWidget()
    qtbot.addWidget(holder)
    chart = TallChart(look_of_tests(), front_table.paint, "First projects", front_table.height)
    column = QVBoxLayout(holder)
    column.addWidget(chart)
    column.addStretch(1)
    chart.show_data(group_samples.fronts())
    holder.resize(360, 900)
    holder.show()
    holder.grab()
    yield chart
    holder.hide()


def test_that_a_chart_is_as_high_as_its_words_at_this_width(chart: TallChart) -> None:
    metrics = look_of_tests().metrics
    assert chart.height() == front_table.height(group_samples.fronts(), metrics, chart.width())
    narrow, wide = (front_table.height(group_samples.fronts(), metrics, width) for width in (300, 800))
    assert narrow > wide


def test_that_a_click_on_a_row_chooses_its_person(qtbot: Any, chart: TallChart) -> None:
    hit = next(hit for hit in chart.drawing.hits if hit.key == "P03")
    with qtbot.waitSignal(chart.activated) as told:
        qtbot.mouseClick(chart, Qt.MouseButton.LeftButton, pos=hit.area.center().toPoint())
    assert told.args == ["P03"]


def test_that_the_group_is_no_person(chart: TallChart) -> None:
    rows = [hit.key for hit in chart.drawing.hits if hit.area.width() > 200]
    assert rows == ["", "P01", "P02", "P03", "P04", "P05"]


def test_that_every_rank_in_front_is_a_number(qapp: Any) -> None:
    data = group_samples.fronts(projects=12)
    _image, drawing = picture(front_table, data, 700)
    numbers = [box for box in drawing.labels if 5 < box.width() < 12]
    assert len(numbers) == 6 * 5


@pytest.mark.parametrize("width", [240, 330, 600])
def test_that_cells_stay_inside_whatever_the_number_of_projects(qapp: Any, width: int) -> None:
    data = group_samples.fronts(8, 20)
    _image, drawing = picture(front_table, data, width)
    assert max(box.right() for box in drawing.labels) <= width


def test_that_a_better_rank_is_darker(qapp: Any) -> None:
    image, drawing = picture(front_table, group_samples.fronts(), 700)
    group = next(hit.area for hit in drawing.hits if hit.area.width() > 200)
    numbers = [box for box in drawing.labels if group.contains(box.center()) and box.width() < 12]
    grounds = [image.pixelColor(int(box.left() - 4), int(box.center().y())).lightness() for box in numbers]
    assert len(grounds) == 5
    assert grounds == sorted(grounds)
    assert grounds[0] < grounds[-1]


def test_that_a_bar_is_as_long_as_its_share(qapp: Any) -> None:
    bars = tuple(share_bars.ShareBar(name, name, value, "") for name, value in (("a", 1.0), ("b", 0.25)))
    image, drawing = picture(share_bars, share_bars.ShareBars(bars), 300)
    accent = load_theme("light").colour("accent").rgb()

    def length(place: int) -> int:
        area = drawing.hits[place].area.toRect()
        return max(
            sum(image.pixel(x, y) == accent for x in range(300)) for y in range(area.top(), area.bottom())
        )

    assert length(0) == 300
    assert length(1) == pytest.approx(75, abs=1)


def test_that_no_share_has_no_bar(qapp: Any) -> None:
    bars = share_bars.ShareBars((share_bars.ShareBar("", "Nothing", None, "", "too few answers"),))
    image, _drawing = picture(share_bars, bars, 300)
    accent = load_theme("light").colour("accent").rgb()
    assert not any(image.pixel(x, y) == accent for x in range(300) for y in range(image.height()))
