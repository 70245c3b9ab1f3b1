"""The dot plot: marks where their values are, told apart, chosen by click and keys."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter

from desktop.charts import dot_plot
from desktop.charts.dot_rows import dodge, lay_out_columns
from desktop.charts.dot_view import DotPlotView
from desktop.charts.drawing import Drawing
from desktop.charts.export import save_svg
from desktop.charts.person_marks import DOT, SHAPES, paint_person, shape_of
from desktop.look.metrics import Metrics
from desktop.look.theme import load_theme
from tests.desktop.charts import group_samples, samples
from tests.support.windows import look_of_tests


def metrics() -> Metrics:
    font = QFont()
    font.setPixelSize(13)
    return Metrics(font)


def draw(data: dot_plot.DotPlot, width: int = 700, height: int = 860) -> tuple[QImage, Drawing]:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(load_theme("light").colour("surface"))
    painter = QPainter(image)
    drawing = dot_plot.paint(painter, QRectF(0, 0, width, height), data, load_theme("light"), metrics())
    painter.end()
    return image, drawing


def one_line(*values: float, selected: str = "") -> dot_plot.DotPlot:
    people = tuple(
        dot_plot.Person(samples.key(place), group_samples.office(place), shape_of(place, len(values)))
        for place in range(len(values))
    )
    marks = tuple(
        dot_plot.Mark(person.key, value, person.name) for person, value in zip(people, values, strict=True)
    )
    line = dot_plot.DotLine("N1", "N1", "Human development", 0.2, marks, "N1")
    heads = dot_plot.DotHeads("The group", "Group", "Spread")
    return dot_plot.DotPlot((dot_plot.DotGroup("Need", "need", (line,)),), people, heads, selected)


def painted(shape: str) -> QImage:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_person(painter, QPointF(20, 20), 24, shape, QColor("black"), QColor("white"))
    painter.end()
    return image


def difference(one: QImage, other: QImage) -> float:
    """The share of pixels that are ink in one picture and ground in the other."""
    apart = sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 128
        for x in range(40)
        for y in range(40)
    )
    return apart / (24 * 24)


def test_that_eight_people_have_eight_shapes(qapp: Any) -> None:
    shapes = [shape_of(place, 8) for place in range(8)]
    assert len(set(shapes)) == 8
    pictures = {shape: painted(shape) for shape in SHAPES}
    assert min(difference(pictures[a], pictures[b]) for a, b in combinations(SHAPES, 2)) > 0.1


def test_that_more_people_are_dots() -> None:
    assert {shape_of(place, 9) for place in range(9)} == {DOT}


def test_that_marks_stand_where_their_values_are(qapp: Any) -> None:
    data = one_line(0.05, 0.1, 0.3)
    _image, drawing = draw(data, height=200)
    scale = lay_out_columns(QRectF(0, 0, 700, 200), data, metrics()).plot
    marks = [hit for hit in drawing.hits if hit.key and hit.area.top() > 60]
    assert [hit.area.center().x() for hit in marks] == pytest.approx([scale(v) for v in (0.05, 0.1, 0.3)])
    assert scale(0.0) < scale(0.05)


def test_that_marks_of_one_value_stand_over_each_other(qapp: Any) -> None:
    _image, drawing = draw(one_line(0.2, 0.2, 0.2, 0.2, 0.2), height=200)
    heights = [round(hit.area.center().y()) for hit in drawing.hits if hit.key and hit.area.top() > 60]
    assert len(set(heights)) == 5


def test_that_marks_apart_stay_on_their_line() -> None:
    assert dodge([10.0, 30.0, 50.0], 10.0) == (0, 0, 0)
    assert dodge([10.0, 14.0], 10.0) == (0, -1)


def test_that_who_comes_first_in_the_list_does_not_matter() -> None:
    places = [40.0, 10.0, 12.0, 44.0, 14.0]
    levels = dict(zip(places, dodge(places, 10.0), strict=True))
    turned = dict(zip(places[::-1], dodge(places[::-1], 10.0), strict=True))
    assert levels == turned


def test_that_only_the_selected_person_has_the_accent(qapp: Any) -> None:
    accent = load_theme("light").colour("accent").rgb()

    def inked(data: dot_plot.DotPlot) -> int:
        image, _drawing = draw(data, height=200)
        return sum(image.pixel(x, y) == accent for x in range(700) for y in range(200))

    assert inked(one_line(0.05, 0.3)) == 0
    assert inked(one_line(0.05, 0.3, selected="P02")) > 30


def test_that_a_crowd_has_one_entry_in_the_legend_and_the_selected_one(qapp: Any) -> None:
    at = metrics()
    nobody, someone = group_samples.dots(30), group_samples.dots(30, "P03")
    assert dot_plot.head_height(nobody, at, 700) < dot_plot.head_height(group_samples.dots(8), at, 400)
    heads = QRectF(0, 0, 700, dot_plot.head_height(someone, at, 700))
    image = QImage(700, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    drawing = dot_plot.paint_heads(painter, heads, someone, load_theme("light"), at)
    painter.end()
    assert [hit.key for hit in drawing.hits if hit.key] == ["P03"]


def test_that_the_group_is_seen_among_many(qapp: Any) -> None:
    role = load_theme("light").premise("need").rgb()
    image, _drawing = draw(group_samples.dots(30))
    assert sum(image.pixel(x, y) == role for x in range(250, 700) for y in range(860)) > 100


@pytest.fixture
def view(qtbot: Any) -> DotPlotView:
    view = DotPlotView(look_of_tests(), "Weights")
    qtbot.addWidget(view)
    view.resize(720, 400)
    view.show_data(group_samples.dots())
    view.show()
    view.grab()
    return view


def test_that_a_click_on_a_mark_chooses_its_person(qtbot: Any, view: DotPlotView) -> None:
    hit = next(hit for hit in view.rows.drawing.hits if hit.key == "P04")
    with qtbot.waitSignal(view.activated) as told:
        qtbot.mousePress(view.rows, Qt.MouseButton.LeftButton, pos=hit.area.center().toPoint())
    assert told.args == ["P04"]


def test_that_a_click_in_the_legend_chooses_too(qtbot: Any, view: DotPlotView) -> None:
    hit = next(hit for hit in view.heads.drawing.hits if hit.key == "P02")
    with qtbot.waitSignal(view.activated) as told:
        qtbot.mousePress(view.heads, Qt.MouseButton.LeftButton, pos=hit.area.center().toPoint())
    assert told.args == ["P02"]


def test_that_arrow_keys_go_from_person_to_person(qtbot: Any, view: DotPlotView) -> None:
    chosen: list[str] = []
    view.activated.connect(chosen.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(view.rows, key)
    assert chosen == ["P01", "P02", "P01"]


def test_that_every_mark_tells_whose_it_is(view: DotPlotView) -> None:
    names = {person.key: person.name for person in view.rows.data.people}
    marks = [hit for hit in view.rows.drawing.hits if hit.key]
    assert len(marks) == 16 * 5
    assert all(hit.tip.startswith(names[hit.key]) for hit in marks)
    assert view.rows.accessibleDescription() == "Evidence divides most."


def test_that_legend_and_axis_stay_while_rows_scroll(view: DotPlotView) -> None:
    assert view.verticalScrollBar().maximum() > 0
    place = view.heads.geometry()
    view.verticalScrollBar().setValue(100)
    assert view.heads.geometry() == place
    assert place.bottom() < view.viewport().geometry().top() + 1


def test_that_rows_grow_into_the_room_there_is(qtbot: Any, view: DotPlotView) -> None:
    low = view.rows.height()
    view.resize(720, 1000)
    assert view.verticalScrollBar().maximum() == 0
    assert view.rows.height() > low


def test_that_a_narrow_view_has_a_higher_legend(view: DotPlotView) -> None:
    high = view.heads.height()
    view.resize(330, 400)
    assert view.heads.height() > high


def test_that_the_picture_to_take_away_has_the_legend(qtbot: Any, view: DotPlotView, tmp_path: Path) -> None:
    look = look_of_tests()
    save_svg(view.figure("Weights"), tmp_path / "dots.svg", look.metrics)
    words = (tmp_path / "dots.svg").read_text(encoding="utf-8")
    assert all(name in words for name in (*group_samples.OFFICES, "Digital divide", "The group"))
    view.rows.copy_image()
    assert QGuiApplication.clipboard().image().height() > 2 * view.rows.height()


def test_that_a_long_name_makes_rows_of_two_lines(qapp: Any) -> None:
    data = group_samples.dots()
    line = replace(data.groups[0].lines[0], name="Grenzüberschreitende Zusammenarbeit der Verwaltungen")
    group = replace(data.groups[0], lines=(line, *data.groups[0].lines[1:]))
    short = replace(line, name="Need")
    plain = replace(data, groups=(replace(group, lines=(short,)),))
    assert dot_plot.rows_height(replace(data, groups=(replace(group, lines=(line,)),)), metrics()) > (
        dot_plot.rows_height(plain, metrics())
    )
