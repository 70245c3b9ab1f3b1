"""The acceptability map: a column for each rank, numbers where there is room, the excluded hatched below."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.charts import acceptability_map
from desktop.charts.acceptability_map import AcceptabilityMap, RankRow
from desktop.charts.drawing import Drawing
from desktop.look.metrics import Metrics
from desktop.look.theme import load_theme


def row(key: str, *shares: float, state: str = "pass") -> RankRow:
    return RankRow(key, key, "Somewhere", state, shares, f"{key} tip")


def square(count: int, shadows: int = 0) -> AcceptabilityMap:
    ranked = tuple(
        row(f"P{place:03d}", *(1.0 if rank == place else 0.0 for rank in range(count)))
        for place in range(count)
    )
    total = count + shadows
    excluded = tuple(
        row(f"X{place}", *(1.0 if rank == count + place else 0.0 for rank in range(total)), state="exclude")
        for place in range(shadows)
    )
    return AcceptabilityMap(ranked, excluded, shadow_head="Excluded", legend=("under 1 %", "over 76 %"))


def painted(
    data: AcceptabilityMap, width: int = 700, theme: str = "light", clip: QRectF | None = None
) -> tuple[QImage, Drawing, Metrics]:
    font = QFont(QApplication.font())
    font.setPixelSize(13)
    metrics = Metrics(font)
    high = acceptability_map.height(data, metrics)
    image = QImage(width, high, QImage.Format.Format_RGB32)
    image.fill(load_theme(theme).colour("surface"))
    painter = QPainter(image)
    if clip is not None:
        painter.setClipRect(clip)
    frame = QRectF(0, 0, width, high)
    drawing = acceptability_map.paint(painter, frame, data, load_theme(theme), metrics)
    painter.end()
    return image, drawing, metrics


def colours(image: QImage, box: QRectF) -> set[str]:
    left, right = int(box.left()) + 1, int(box.right()) - 1
    middle = int(box.center().y())
    return {QColor(image.pixel(x, middle)).name() for x in range(left, right)}


def test_that_there_are_as_many_columns_as_projects_ranked(qapp: QApplication) -> None:
    assert square(5).columns == 5
    assert square(5, shadows=2).columns == 7


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_that_a_certain_rank_has_the_deepest_ground(qapp: QApplication, theme: str) -> None:
    image, drawing, _ = painted(square(6), theme=theme)
    ramp = load_theme(theme).ramp
    first = drawing.hits[0].area
    cell = drawing.plot.width() / 6
    box = QRectF(drawing.plot.left(), first.top(), cell - 1, first.height())
    assert ramp[-1].lower() in colours(image, box)
    other = box.translated(3 * cell, 0)
    assert colours(image, other.adjusted(2, 0, -2, 0)) == {ramp[0].lower()}


def test_that_ranked_projects_have_nothing_beyond_their_last_rank(qapp: QApplication) -> None:
    image, drawing, _ = painted(square(5, shadows=2))
    first = drawing.hits[0].area
    cell = drawing.plot.width() / 7
    beyond = QRectF(drawing.plot.left() + 5 * cell + 2, first.top(), 2 * cell - 4, first.height())
    assert colours(image, beyond) == {load_theme("light").colours["surface"].lower()}


def test_that_the_excluded_are_hatched_below_the_ranked(qapp: QApplication) -> None:
    image, drawing, metrics = painted(square(5, shadows=2))
    last, shadow = drawing.hits[4].area, drawing.hits[5].area
    assert shadow.top() >= last.bottom() + metrics.line("small")
    cell = drawing.plot.width() / 7
    box = QRectF(drawing.plot.left() + 5 * cell, shadow.top(), cell - 1, shadow.height())
    assert len(colours(image, box)) > 2
    assert load_theme("light").ramp[-1].lower() not in colours(image, box)


def test_that_every_row_can_be_pointed_at(qapp: QApplication) -> None:
    _, drawing, _ = painted(square(5, shadows=2))
    assert [hit.key for hit in drawing.hits] == ["P000", "P001", "P002", "P003", "P004", "X0", "X1"]
    assert drawing.hits[5].tip == "X0 tip"


def test_that_numbers_stand_only_where_they_fit(qapp: QApplication) -> None:
    _, wide, _ = painted(square(10), 700)
    _, narrow, _ = painted(square(150), 700)
    # Labels and names have one place for each row; each number is one place more.
    assert len(wide.labels) - len(painted(square(10), 140)[1].labels) >= 10
    assert len(narrow.labels) < 2 * 150 + 60


def test_that_two_hundred_projects_are_cheap_to_scroll(qapp: QApplication) -> None:
    data = square(160, shadows=40)
    _, whole, _ = painted(data)
    _, part, _ = painted(data, clip=QRectF(0, 400, 700, 300))
    assert len(part.hits) == len(whole.hits) == 200
    assert len(part.labels) < len(whole.labels) / 3


@pytest.mark.parametrize("count", [1, 24, 200])
@pytest.mark.parametrize("width", [420, 1500])
def test_that_no_label_leaves_the_frame(qapp: QApplication, count: int, width: int) -> None:
    image, drawing, _ = painted(square(count, shadows=2), width)
    frame = QRectF(image.rect()).adjusted(-1.5, -2, 1.5, 2)
    assert [box for box in drawing.labels if not frame.contains(box)] == []
