"""Every chart in both themes and at both scales: drawn, within its frame, no two labels on each other."""

from __future__ import annotations

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.charts import (
    dot_plot,
    front_table,
    head_to_head,
    interval_strip,
    live_bars,
    project_map,
    ranking_bars,
    sensitivity_lines,
    share_bars,
    spark_panels,
    stability_bars,
    stacked_bar,
    value_function,
    weight_bars,
)
from desktop.charts.axes import Axis
from desktop.charts.drawing import Drawing
from desktop.look.metrics import Metrics
from desktop.look.theme import load_theme
from tests.desktop.charts import group_samples, samples, weight_samples

Job = tuple[ModuleType, Callable[[], Any], int, int]
CHARTS: dict[str, Job] = {
    "ranking": (ranking_bars, samples.ranking, 900, 980),
    "narrow ranking": (ranking_bars, samples.ranking, 700, 980),
    "weights": (weight_bars, samples.weights, 330, 800),
    "sensitivity": (sensitivity_lines, samples.sensitivity, 520, 420),
    "benefit and risk": (project_map, samples.benefit_risk, 480, 420),
    "crowded map": (project_map, lambda: samples.benefit_risk(40, is_crowded=True), 480, 420),
    "context": (project_map, samples.context, 480, 420),
    "stability": (stability_bars, samples.stability, 480, 130),
    "winners": (stability_bars, weight_samples.winners, 480, 100),
    "head to head": (head_to_head, samples.duel, 940, 220),
    "money": (stacked_bar, samples.money, 640, 110),
    "interval": (interval_strip, samples.strip, 260, 70),
    "value function": (value_function, samples.curve, 420, 300),
    "dots": (dot_plot, group_samples.dots, 700, 860),
    "narrow dots": (dot_plot, group_samples.dots, 480, 860),
    "crowd of dots": (dot_plot, lambda: group_samples.dots(30, "P03"), 700, 860),
    "fronts": (front_table, group_samples.fronts, 330, 300),
    "wide fronts": (front_table, group_samples.fronts, 600, 300),
    "many fronts": (front_table, lambda: group_samples.fronts(8, 20), 330, 500),
    "live": (live_bars, weight_samples.live, 700, 480),
    "narrow live": (live_bars, lambda: weight_samples.live(12, ()), 560, 480),
    "narrowest live": (live_bars, weight_samples.live, 400, 480),
    "sparks": (spark_panels, weight_samples.sparks, 1040, 600),
    "narrow sparks": (spark_panels, lambda: weight_samples.sparks(200), 480, 1800),
    "shares": (share_bars, group_samples.shares, 330, 240),
}


def draw(job: Job, theme: str, scale: float = 1.0) -> tuple[QImage, Drawing, QRectF]:
    module, make, width, height = job
    font = QFont(QApplication.font())
    font.setPixelSize(13)
    metrics = Metrics(font, scale)
    grown = QRectF(0, 0, width * scale, height * scale)
    image = QImage(grown.size().toSize(), QImage.Format.Format_RGB32)
    image.fill(load_theme(theme).colour("surface"))
    painter = QPainter(image)
    drawing = module.paint(painter, grown, make(), load_theme(theme), metrics)
    painter.end()
    return image, drawing, grown


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", CHARTS)
def test_that_no_label_leaves_its_frame(qapp: QApplication, name: str, scale: float) -> None:
    _image, drawing, frame = draw(CHARTS[name], "light", scale)
    outside = [box for box in drawing.labels if not frame.adjusted(-1.5, -2, 1.5, 2).contains(box)]
    assert outside == []


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("name", CHARTS)
def test_that_no_two_labels_touch(qapp: QApplication, name: str, scale: float) -> None:
    _image, drawing, _frame = draw(CHARTS[name], "light", scale)
    # The box of a line of text reaches a little beyond its letters.
    boxes = [box.adjusted(1, 2 * scale, -1, -2 * scale) for box in drawing.labels if box.width() > 2]
    touching = [(a, b) for place, a in enumerate(boxes) for b in boxes[:place] if a.intersects(b)]
    assert touching == []


@pytest.mark.parametrize("name", CHARTS)
def test_that_the_dark_picture_is_the_same_picture(qapp: QApplication, name: str) -> None:
    light, light_drawing, _frame = draw(CHARTS[name], "light")
    dark, dark_drawing, _frame = draw(CHARTS[name], "dark")
    assert light != dark
    assert light_drawing.labels == dark_drawing.labels
    assert [hit.key for hit in light_drawing.hits] == [hit.key for hit in dark_drawing.hits]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("name", CHARTS)
def test_that_something_is_drawn(qapp: QApplication, name: str, theme: str) -> None:
    image, drawing, _frame = draw(CHARTS[name], theme)
    ground = load_theme(theme).colour("surface").rgb()
    drawn = sum(
        image.pixel(x, y) != ground for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)
    )
    assert drawn > 100
    assert drawing.labels


def test_that_everyone_in_a_sparse_map_has_a_label(qapp: QApplication) -> None:
    _image, drawing, _frame = draw((project_map, lambda: samples.benefit_risk(6), 480, 420), "light")
    ticks = samples.benefit_risk(6)
    assert len(drawing.hits) == len(ticks.points)
    assert len(drawing.labels) >= len(ticks.points)


@pytest.mark.parametrize(
    "make",
    [
        lambda: ranking_bars.RankingBars(rows=()),
        lambda: weight_bars.WeightBars(groups=()),
        lambda: stability_bars.StabilityBars(bars=()),
        lambda: head_to_head.HeadToHead(columns=(), above="A", below="B"),
        lambda: stacked_bar.StackedBar(parts=()),
        lambda: dot_plot.DotPlot((), (), dot_plot.DotHeads("The group", "Group", "Spread")),
        lambda: share_bars.ShareBars(bars=()),
        lambda: front_table.FrontTable(projects=(), rows=(), count=5),
        lambda: project_map.benefit_risk_map((), "Risk", "Benefit", "equal"),
    ],
)
def test_that_a_chart_without_data_is_an_empty_chart(qapp: QApplication, make: Callable[[], Any]) -> None:
    data = make()
    module = next(
        job[0]
        for job in CHARTS.values()
        if job[0].__name__ == type(data).__module__ or hasattr(job[0], type(data).__name__)
    )
    _image, drawing, _frame = draw((module, make, 300, 200), "light")
    assert drawing.hits == ()


def test_that_a_bar_is_as_long_as_its_weight(qapp: QApplication) -> None:
    bars = tuple(
        weight_bars.WeightBar(role, role, role, value, role) for role, value in (("need", 0.4), ("aims", 0.2))
    )
    data = weight_bars.WeightBars((weight_bars.WeightGroup("", "need", bars),), full=0.4)
    image, drawing, _frame = draw((weight_bars, lambda: data, 400, 100), "light")

    def length(place: int, role: str) -> int:
        wanted = load_theme("light").premise(role).rgb()
        area = drawing.hits[place].area.toRect()
        return max(
            sum(image.pixel(x, y) == wanted for x in range(400)) for y in range(area.top(), area.bottom())
        )

    assert length(0, "need") == 400
    assert length(1, "aims") == pytest.approx(200, abs=1)


def test_that_columns_go_up_for_the_first_and_down_for_the_second(qapp: QApplication) -> None:
    columns = (
        head_to_head.Difference("N1", "N1", "need", 0.2),
        head_to_head.Difference("S1", "S1", "structures", -0.2),
    )
    data = head_to_head.HeadToHead(columns, "A better", "B better")
    image, drawing, _frame = draw((head_to_head, lambda: data, 400, 200), "light")

    def middle(place: int, role: str) -> float:
        wanted, x = load_theme("light").premise(role).rgb(), round(drawing.hits[place].area.center().x())
        ys = [y for y in range(image.height()) if image.pixel(x, y) == wanted]
        return sum(ys) / len(ys)

    assert middle(0, "need") < middle(1, "structures")


def test_that_a_low_map_still_tells_its_scale(qapp: Any) -> None:
    metrics = Metrics(QFont())
    for highest in (0.31, 0.55, 0.8, 1.0, 7.3):
        axis = Axis("Benefit", 0.02, highest)
        assert len(project_map._ticks(axis, 40.0, metrics)) >= 2
    assert len(project_map._ticks(Axis("Benefit", 0.5, 0.5), 40.0, metrics)) == 1
