"""The tab Gradient: lines along one weight, the handle, and the order where it stands."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from criteria.edits.scores import set_scores
from criteria.model.projects import Score
from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.robustness.kept_ranges import study_kept
from criteria.robustness.study_sensitivity import elements, scores_at
from desktop.app.context import Context
from desktop.charts.spark_panels import height_for
from desktop.pages.robustness.gradient_tab import GradientTab
from desktop.pages.robustness.order_there import places
from desktop.pages.robustness.robustness_page import RobustnessPage
from tests.support.robustness import opened, settled
from tests.support.studies import example, project, study_with
from tests.support.windows import FakeQuestions


def shown(qtbot: Any, study: Study) -> tuple[GradientTab, RobustnessPage, Context]:
    page, context = opened(qtbot, study, "gradient")
    assert isinstance(page.tab, GradientTab)
    return page.tab, page, context


def test_that_it_opens_on_the_premise_nearest_to_another_first_place(qtbot: Any) -> None:
    tab, page, _ = shown(qtbot, example())
    assert page.choice.element == "P2"
    assert tab.chooser.currentText() == "P2  Political structures and conflict"


def test_that_the_list_chooses_the_weight_that_moves(qtbot: Any) -> None:
    tab, page, _ = shown(qtbot, example())
    tab.chooser.activated.emit(tab.chooser.findData("H1"))
    settled(qtbot, page)
    assert tab.lines.data.x_title.startswith("Weight of H1")
    assert tab.chooser.currentData() == "H1"


def test_that_the_sentences_name_who_overtakes_whom_and_where(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, example())
    first, order = tab.ends.plain_text.splitlines()
    assert first == "First place holds from 0.0\u00a0% to 21.2\u00a0%; above that P02 takes it from P05."
    assert order == (
        "The whole order holds from 13.2\u00a0% to 16.0\u00a0%; "
        "below that P03 overtakes P01, above that P16 overtakes P03."
    )


def test_that_the_keys_move_the_weight_and_the_list_follows(qtbot: Any) -> None:
    tab, _, context = shown(qtbot, example())
    before = [place.key for place in tab.order.list.places]
    for _ in range(4):
        QTest.keyClick(tab.lines, Qt.Key.Key_PageUp)
    assert tab.order.heading.plain_text == "If Political structures and conflict weighed 54.0\u00a0%"
    now = tab.order.list.places
    assert [place.key for place in now] != before
    assert any(place.moved > 0 for place in now)
    assert context.store.history.undo_label is None


def test_that_reset_brings_the_weight_back(qtbot: Any) -> None:
    tab, page, _ = shown(qtbot, example())
    page.grab()
    assert not tab.reset.isEnabled()
    tab.lines.weight_dragged.emit(0.5)
    assert tab.order.heading.plain_text.startswith("If ")
    tab.reset.click()
    assert tab.order.heading.plain_text.startswith("Now, with ")
    assert tab.lines.weight == pytest.approx(tab.lines.data.current)
    assert not tab.reset.isEnabled()


def test_that_the_listed_places_are_those_of_the_scores_there(qtbot: Any) -> None:
    results = rank(example())
    found = places(results, "topsis", "P2", 0.5)
    scores = scores_at(results, "topsis", "P2", 0.5)
    steady = [results.study.projects[row].id for row in results.ranked]
    assert [place.key for place in found] == [steady[i] for i in np.argsort(-scores)[:10]]
    assert found[0].rank == "1"


def test_that_projects_that_tie_there_are_shown_to_tie() -> None:
    results = rank(study_with(project("P1"), project("P2"), project("P3", N3=1)))
    found = places(results, "ahp", "P1", 0.4)
    assert [(place.rank, place.sign) for place in found] == [("=1", ""), ("=1", ""), ("3", "")]


def test_that_a_line_is_chosen_and_let_go_by_the_same_click(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, example())
    tab.lines.activated.emit("P09")
    assert tab.lines.data.selected == "P09"
    tab.lines.activated.emit("P09")
    assert tab.lines.data.selected == ""


def test_that_a_project_with_a_gap_has_no_line(qtbot: Any) -> None:
    tab, page, context = shown(qtbot, example())
    assert len(tab.lines.data.lines) == 19
    context.store.edit("clear", lambda study: set_scores(study, {("P05", "A2"): Score()}))
    settled(qtbot, page)
    assert len(tab.lines.data.lines) == 18


def test_that_the_lines_are_saved_with_a_head(qtbot: Any, tmp_path: Path) -> None:
    tab, _, context = shown(qtbot, example())
    assert isinstance(context.questions, FakeQuestions)
    context.questions.path = tmp_path / "chart.svg"
    tab.lines.export_requested.emit("svg")
    assert "Closeness while" in context.questions.path.read_text(encoding="utf-8")


def open_all(qtbot: Any, tab: GradientTab, page: RobustnessPage) -> None:
    tab.views.button("all").click()
    settled(qtbot, page)
    qtbot.waitUntil(lambda: bool(tab.panels.drawing.hits), timeout=5000)


def test_that_all_weights_stand_side_by_side(qtbot: Any) -> None:
    tab, page, context = shown(qtbot, example())
    open_all(qtbot, tab, page)
    results = rank(context.store.study)
    data = tab.panels.data
    assert [panel.key for panel in data.rows[0]] == ["P1", "N1", "N2", "N3", "N4"]
    weights = {panel.key: panel.weight for row in data.rows for panel in row}
    assert weights["P2"] == pytest.approx(results.weights.premise_values["P2"])
    order = results.methods["topsis"].order()[:5]
    assert list(data.names) == [results.study.projects[row].id for row in order]
    assert tab.panel is not None
    assert not tab.panel.isVisible()
    assert not tab.chooser.isVisible()


def test_that_the_small_pictures_agree_with_the_large_one(qtbot: Any) -> None:
    tab, page, context = shown(qtbot, example())
    open_all(qtbot, tab, page)
    (panel,) = [panel for row in tab.panels.data.rows for panel in row if panel.key == "P2"]
    results = rank(context.store.study)
    for place in (0, 20, 40):
        expected = scores_at(results, "topsis", "P2", float(tab.panels.data.xs[place]))
        np.testing.assert_allclose(panel.scores[place], expected, atol=1e-9)
    assert panel.leaders == "First: P05 › P02 › P12 › P13"
    assert panel.stable == pytest.approx(tab.lines.data.stable)


def test_that_a_click_opens_the_large_picture(qtbot: Any) -> None:
    tab, page, _ = shown(qtbot, example())
    open_all(qtbot, tab, page)
    hit = next(hit for hit in tab.panels.drawing.hits if hit.key == "N3")
    qtbot.mouseClick(tab.panels, Qt.MouseButton.LeftButton, pos=hit.area.center().toPoint())
    settled(qtbot, page)
    assert tab.views.current == "one"
    assert tab.lines.data.x_title.startswith("Weight of N3")
    assert tab.panel is not None
    assert tab.panel.isVisible()


def test_that_keys_go_from_picture_to_picture_and_enter_opens(qtbot: Any) -> None:
    tab, page, _ = shown(qtbot, example())
    open_all(qtbot, tab, page)
    QTest.keyClick(tab.panels, Qt.Key.Key_Right)
    assert tab.views.current == "all"
    chosen = page.choice.element
    assert tab.panels.data.selected == chosen == "S1"
    QTest.keyClick(tab.panels, Qt.Key.Key_Return)
    settled(qtbot, page)
    assert (tab.views.current, tab.chooser.currentData()) == ("one", "S1")


def test_that_all_pictures_are_saved_as_one(qtbot: Any, tmp_path: Path) -> None:
    tab, page, context = shown(qtbot, example())
    open_all(qtbot, tab, page)
    assert isinstance(context.questions, FakeQuestions)
    for kind in ("svg", "png", "pdf"):
        context.questions.path = tmp_path / f"chart.{kind}"
        tab.panels.export_requested.emit(kind)
        assert context.questions.path.stat().st_size > 1000
    words = (tmp_path / "chart.svg").read_text(encoding="utf-8")
    assert "N4 Technology transfer" in words
    assert "by TOPSIS" in words


def test_that_it_is_as_high_as_its_pictures(qtbot: Any) -> None:
    tab, page, context = shown(qtbot, example())
    open_all(qtbot, tab, page)
    wanted = height_for(tab.panels.data, context.look.metrics, tab.panels.width())
    assert tab.panels.height() == wanted


def test_that_whoever_comes_first_anywhere_is_named_and_marked(qtbot: Any) -> None:
    tab, page, context = shown(qtbot, example())
    results = rank(context.store.study)
    for element in elements(results):
        page.choice.choose_element(element)
        settled(qtbot, page)
        kept = next(item for item in study_kept(results, "topsis", "winner", 1) if item.element == element)
        winners = [kept.projects[band.winners[0]] for band in kept.bands]
        named = tab.lines.data.named
        assert set(winners[:3]) <= set(named)
        changes = [band.lower for band in kept.bands[1:]]
        marked = [crossing.x for crossing in tab.lines.data.crossings]
        assert all(min(abs(x - change) for x in marked) < 1e-9 for change in changes)
