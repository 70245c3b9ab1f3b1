"""The table of ranks: what stands where, what strikes the eye, what can be pointed at."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop.charts import rank_table
from desktop.charts.drawing import Drawing
from desktop.charts.rank_table import FootLine, RankHead, RankLine, RankTable
from desktop.look.metrics import Metrics
from desktop.look.theme import load_theme


def table(rows: int = 3, columns: int = 4, striking: frozenset[int] = frozenset()) -> RankTable:
    heads = tuple(
        RankHead(f"m{i}", f"Method {i}", is_main=i == 0, is_apart=i == columns - 1) for i in range(columns)
    )
    lines = tuple(
        RankLine(
            f"P{i:02d}",
            f"P{i:02d}",
            "Somewhere",
            ("7",) * columns,
            "1–12",
            striking if i == 0 else frozenset(),
        )
        for i in range(rows)
    )
    return RankTable(
        heads, lines, (FootLine("Kendall τ-b", (".91",) * columns, "what it says"),), "Best–worst"
    )


def painted(data: RankTable, width: int = 760, theme: str = "light") -> tuple[QImage, Drawing, Metrics]:
    font = QFont(QApplication.font())
    font.setPixelSize(13)
    metrics = Metrics(font)
    high = rank_table.height(data, metrics)
    image = QImage(width, high, QImage.Format.Format_RGB32)
    image.fill(load_theme(theme).colour("surface"))
    painter = QPainter(image)
    drawing = rank_table.paint(painter, QRectF(0, 0, width, high), data, load_theme(theme), metrics)
    painter.end()
    return image, drawing, metrics


def grounds(image: QImage, box: QRectF) -> set[str]:
    y = int(box.top()) + 3
    return {QColor(image.pixel(x, y)).name() for x in range(image.width())}


def test_that_heads_rows_and_feet_can_be_pointed_at(qapp: QApplication) -> None:
    _, drawing, _ = painted(table())
    assert [hit.key for hit in drawing.hits] == ["m0", "m1", "m2", "m3", "P00", "P01", "P02", ""]
    assert drawing.hits[-1].tip == "what it says"


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_that_a_striking_rank_has_a_ground_of_its_own(qapp: QApplication, theme: str) -> None:
    image, drawing, _ = painted(table(striking=frozenset({2})), theme=theme)
    areas = {hit.key: hit.area for hit in drawing.hits if hit.key.startswith("P")}
    wanted = load_theme(theme).colour("attention_quiet").name()
    ground = load_theme(theme).colour("surface").name()
    assert wanted in grounds(image, areas["P00"])
    # In the contrast theme quiet grounds are black, as everything else is: there the number is bold.
    assert wanted == ground or wanted not in grounds(image, areas["P01"])


def test_that_the_compromises_stand_apart(qapp: QApplication) -> None:
    _, drawing, metrics = painted(table())
    lefts = [hit.area.left() for hit in drawing.hits[:4]]
    steps = [after - before for before, after in pairwise(lefts)]
    assert steps[2] == pytest.approx(steps[0] + metrics.space("s"))


def test_that_the_head_has_room_for_its_longest_name(qapp: QApplication) -> None:
    _, _, metrics = painted(table())
    long = RankTable((RankHead("a", "A very long name of a method"),), ())
    assert rank_table.head_height(long, metrics) > metrics.width(
        "A very long name of a method", "small_strong"
    )


@pytest.mark.parametrize("columns", [2, 23])
@pytest.mark.parametrize("width", [620, 1400])
def test_that_no_label_leaves_the_frame_or_meets_another(
    qapp: QApplication, columns: int, width: int
) -> None:
    image, drawing, _ = painted(table(5, columns), width)
    frame = QRectF(image.rect()).adjusted(-1.5, -2, 1.5, 2)
    assert [box for box in drawing.labels if not frame.contains(box)] == []
    middle = [box.adjusted(0.5, 2, -0.5, -2) for box in drawing.labels]
    clashes = [
        (one, other)
        for place, one in enumerate(middle)
        for other in middle[place + 1 :]
        if one.intersects(other)
    ]
    assert clashes == []


def test_that_rows_without_a_key_are_never_selected(qapp: QApplication) -> None:
    plain = RankTable((RankHead("m", "Method"),), (RankLine("", "", "A test", ("holds",)),))
    image, drawing, _ = painted(plain)
    row = next(hit.area for hit in drawing.hits if hit.key == "")
    assert load_theme("light").colour("selection").name() not in grounds(image, row)
