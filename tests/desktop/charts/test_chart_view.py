"""Charts as widgets: chosen by click and keys, copied, saved, dragged."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage

from desktop.charts import head_to_head, weight_bars
from desktop.charts.chart_view import ChartView, wrap_tip
from desktop.charts.export import Figure, figure_size, save_pdf, save_png, save_svg
from desktop.charts.ranking_view import RankingView
from desktop.charts.sensitivity_lines import lay_out
from desktop.charts.sensitivity_view import SensitivityView
from tests.desktop.charts import samples
from tests.support.windows import look_of_tests


def shown(qtbot: Any, view: Any, data: Any, size: tuple[int, int] = (600, 300)) -> Any:
    qtbot.addWidget(view)
    view.resize(*size)
    view.show_data(data)
    view.show()
    view.grab()
    return view


@pytest.fixture
def duel(qtbot: Any) -> ChartView:
    view: ChartView = shown(
        qtbot, ChartView(look_of_tests(), head_to_head.paint, "Two projects"), samples.duel()
    )
    return view


def test_that_a_click_chooses_the_part_under_it(qtbot: Any, duel: ChartView) -> None:
    hit = duel.drawing.hits[3]
    with qtbot.waitSignal(duel.activated) as told:
        qtbot.mouseClick(duel, Qt.MouseButton.LeftButton, pos=hit.area.center().toPoint())
    assert told.args == ["N4"]


def test_that_arrow_keys_go_from_part_to_part(qtbot: Any, duel: ChartView) -> None:
    keys: list[str] = []
    duel.activated.connect(keys.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(duel, key)
    assert keys == ["H1", "H2", "H1"]


def test_that_the_pointer_tells_what_it_is_over(qtbot: Any, duel: ChartView) -> None:
    with qtbot.waitSignal(duel.hovered) as told:
        qtbot.mouseMove(duel, duel.drawing.hits[0].area.center().toPoint())
    assert told.args == ["N1"]


def test_that_a_chart_says_what_it_shows(duel: ChartView) -> None:
    assert duel.accessibleName() == "Two projects"
    assert duel.accessibleDescription() == samples.duel().summary


def test_that_the_copied_picture_is_twice_as_fine(duel: ChartView) -> None:
    duel.copy_image()
    image = QGuiApplication.clipboard().image()
    assert image.width() >= 2 * duel.width()


def test_that_saving_is_asked_for_by_kind(qtbot: Any, duel: ChartView) -> None:
    menu = duel.build_menu()
    kinds: list[str] = []
    duel.export_requested.connect(kinds.append)
    for action in menu.actions():
        if action.data():
            action.trigger()
    assert kinds == ["png", "svg", "pdf"]


def test_that_a_chart_as_high_as_its_data_asks_for_that_height(qtbot: Any) -> None:
    look = look_of_tests()
    view = shown(qtbot, ChartView(look, weight_bars.paint, "Weights", weight_bars.height), samples.weights())
    assert view.sizeHint().height() == weight_bars.height(samples.weights(), look.metrics)


def figure() -> Figure:
    return Figure(head_to_head.paint, samples.duel(), 600, 220, "P14 against P03", "Source: example study")


def test_that_a_png_has_two_pixels_for_one(tmp_path: Path, qapp: Any) -> None:
    metrics = look_of_tests().metrics
    save_png(figure(), tmp_path / "a.png", metrics)
    image = QImage(str(tmp_path / "a.png"))
    assert image.size() == figure_size(figure(), metrics) * 2
    assert image.pixelColor(1, 1).lightness() == 255


def test_that_an_svg_keeps_its_words_as_text(tmp_path: Path, qapp: Any) -> None:
    save_svg(figure(), tmp_path / "a.svg", look_of_tests().metrics)
    svg = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert "P14 against P03" in svg
    assert ">N1</text>" in svg


def test_that_a_pdf_is_one_page(tmp_path: Path, qapp: Any) -> None:
    save_pdf(figure(), tmp_path / "a.pdf", look_of_tests().metrics)
    content = (tmp_path / "a.pdf").read_bytes()
    assert content.startswith(b"%PDF")
    assert content.count(b"/Type /Page\n") == 1


def test_that_a_folder_that_is_not_there_is_an_error(tmp_path: Path, qapp: Any) -> None:
    with pytest.raises(OSError, match="could not be written"):
        save_png(figure(), tmp_path / "none" / "a.png", look_of_tests().metrics)


@pytest.fixture
def lines(qtbot: Any) -> SensitivityView:
    view: SensitivityView = shown(
        qtbot, SensitivityView(look_of_tests(), "Weight"), samples.sensitivity(), (640, 420)
    )
    return view


def handle(view: SensitivityView, weight: float) -> QPoint:
    frame = lay_out(view.rect().toRectF(), view.data, look_of_tests().metrics)
    return QPointF(frame.x(weight), frame.plot.center().y()).toPoint()


def test_that_the_handle_is_dragged_and_let_go(qtbot: Any, lines: SensitivityView) -> None:
    moved: list[float] = []
    let_go: list[float] = []
    lines.weight_dragged.connect(moved.append)
    lines.weight_released.connect(let_go.append)
    qtbot.mousePress(lines, Qt.MouseButton.LeftButton, pos=handle(lines, 0.22))
    qtbot.mouseMove(lines, handle(lines, 0.4))
    qtbot.mouseRelease(lines, Qt.MouseButton.LeftButton, pos=handle(lines, 0.4))
    assert moved[-1] == pytest.approx(0.4, abs=0.005)
    assert let_go == [moved[-1]]


def test_that_keys_move_the_weight_by_one_per_cent(qtbot: Any, lines: SensitivityView) -> None:
    with qtbot.waitSignal(lines.weight_released) as told:
        qtbot.keyClick(lines, Qt.Key.Key_Right)
    assert told.args == [pytest.approx(0.23)]


def test_that_the_handle_stays_under_the_pointer_while_it_is_dragged(
    qtbot: Any, lines: SensitivityView
) -> None:
    qtbot.mousePress(lines, Qt.MouseButton.LeftButton, pos=handle(lines, 0.22))
    qtbot.mouseMove(lines, handle(lines, 0.3))
    lines.show_data(replace(lines.data, current=0.5))
    assert lines.weight == pytest.approx(0.3, abs=0.005)
    qtbot.mouseRelease(lines, Qt.MouseButton.LeftButton)


def test_that_only_the_handle_is_painted_anew_when_only_the_weight_moves(lines: SensitivityView) -> None:
    picture = lines._picture
    lines.show_data(replace(lines.data, current=0.5))
    assert lines._picture is picture
    assert lines.weight == 0.5


def test_that_a_click_on_a_name_chooses_the_line(qtbot: Any, lines: SensitivityView) -> None:
    hit = next(hit for hit in lines.drawing.hits if hit.key == "P02")
    with qtbot.waitSignal(lines.activated) as told:
        qtbot.mouseClick(lines, Qt.MouseButton.LeftButton, pos=hit.area.center().toPoint())
    assert told.args == ["P02"]


def test_that_a_long_list_scrolls_to_the_chosen_row(qtbot: Any) -> None:
    data = samples.ranking(200)
    view = shown(qtbot, RankingView(look_of_tests(), "Ranking"), replace(data, selected=""), (900, 400))
    view.show_data(replace(data, selected="P150"))
    assert view.verticalScrollBar().value() > 3000


def test_that_the_figure_of_a_list_holds_all_rows(qtbot: Any) -> None:
    view = shown(qtbot, RankingView(look_of_tests(), "Ranking"), samples.ranking(60), (900, 400))
    assert view.figure().height > view.rows.height() - 1


def test_that_tooltips_stay_narrow() -> None:
    tip = wrap_tip("P14: the regulatory sandbox gains on standards, conflict and oversight\n\nvalue +0.145")
    assert max(len(line) for line in tip.splitlines()) <= 45
    assert tip.endswith("value +0.145")


def test_that_keys_skip_parts_that_cannot_be_chosen(qtbot: Any, lines: SensitivityView) -> None:
    keys: list[str] = []
    lines.activated.connect(keys.append)
    for _step in range(12):
        qtbot.keyClick(lines, Qt.Key.Key_Down)
    assert keys
    assert "" not in keys
