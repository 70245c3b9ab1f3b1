"""The Robustness room: lines and intervals, the what-if, and what happens while figures are awaited."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from criteria.edits.scores import set_scores
from criteria.model.projects import Score
from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.robustness.study_sensitivity import scores_at, study_stability
from desktop.app.context import Context
from desktop.pages.robustness.robustness_page import RobustnessPage
from desktop.pages.robustness.what_if import places
from tests.support.studies import example, project, study_with
from tests.support.windows import FakeQuestions, make_context, many_projects, open_page, wear


def opened(qtbot: Any, study: Study) -> tuple[RobustnessPage, Context]:
    context = make_context(qtbot, study)
    page = open_page(qtbot, context, RobustnessPage)
    settled(qtbot, page)
    return page, context


def settled(qtbot: Any, page: RobustnessPage) -> None:
    """Waits until the room shows what was asked of it."""
    qtbot.waitUntil(lambda: not page.is_waiting, timeout=20_000)


def intervals(page: RobustnessPage) -> dict[str, tuple[float, float]]:
    return {bar.key: (bar.lower, bar.upper) for bar in page._bars.data.bars}


def test_that_the_room_opens_on_the_premise_nearest_to_another_first_place(qtbot: Any) -> None:
    page, _ = opened(qtbot, example())
    assert page._element == "P2"
    assert page._chooser.currentText() == "P2  Political structures and conflict"
    assert page._bars.data.selected == "P2"
    assert page.header.statement.plain_text == (
        "First place stays, whatever a single weight is, for 10 of 20 premises and criteria."
    )


def test_that_the_intervals_are_those_of_the_method(qtbot: Any) -> None:
    page, context = opened(qtbot, example())
    page._methods.button("ahp").click()
    settled(qtbot, page)
    found = study_stability(rank(context.store.study))
    expected = {
        item.element: (item.stability.winner.lower, item.stability.winner.upper)
        for item in found
        if item.method == "ahp"
    }
    assert intervals(page) == expected
    assert page._lines.data.y_title == "Priority"


def test_that_the_whole_order_holds_within_less_than_first_place(qtbot: Any) -> None:
    page, _ = opened(qtbot, example())
    first = intervals(page)
    page._kinds.button("order").click()
    order = intervals(page)
    assert all(order[key][0] >= first[key][0] and order[key][1] <= first[key][1] for key in first)
    assert order != first


def test_that_a_bar_and_the_list_choose_the_weight_that_moves(qtbot: Any) -> None:
    page, _ = opened(qtbot, example())
    page._bars.activated.emit("N3")
    settled(qtbot, page)
    assert page._lines.data.x_title == "Weight of N3 Severity of the unmet need addressed"
    place = page._chooser.findData("H1")
    page._chooser.activated.emit(place)
    settled(qtbot, page)
    assert page._lines.data.x_title.startswith("Weight of H1")
    assert page._chooser.currentData() == "H1"


def test_that_the_sentences_name_who_overtakes_whom_and_where(qtbot: Any) -> None:
    page, _ = opened(qtbot, example())
    first, order = page._ends.plain_text.splitlines()
    assert first == "First place holds from 0.0\u00a0% to 21.2\u00a0%; above that P02 takes it from P05."
    assert order == (
        "The whole order holds from 13.2\u00a0% to 16.0\u00a0%; "
        "below that P03 overtakes P01, above that P16 overtakes P03."
    )


def test_that_the_keys_move_the_weight_and_the_list_follows(qtbot: Any) -> None:
    page, context = opened(qtbot, example())
    before = [place.key for place in page._what_if.list.places]
    for _ in range(4):
        QTest.keyClick(page._lines, Qt.Key.Key_PageUp)
    assert page._what_if.heading.plain_text == "If Political structures and conflict weighed 54.0\u00a0%"
    now = page._what_if.list.places
    assert [place.key for place in now] != before
    assert any(place.moved > 0 for place in now)
    assert context.store.history.undo_label is None


def test_that_a_drag_moves_the_weight_and_reset_brings_it_back(qtbot: Any) -> None:
    page, _ = opened(qtbot, example())
    page.grab()
    middle = QPoint(page._lines.width() // 2, page._lines.height() // 2)
    assert not page._reset.isEnabled()
    page._lines.weight_dragged.emit(0.5)
    assert page._what_if.heading.plain_text.startswith("If ")
    QTest.mouseMove(page._lines, middle)
    page._reset.click()
    assert page._what_if.heading.plain_text.startswith("Now, with ")
    assert page._lines.weight == pytest.approx(page._lines.data.current)
    assert not page._reset.isEnabled()


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
    page, _ = opened(qtbot, example())
    page._lines.activated.emit("P09")
    assert page._lines.data.selected == "P09"
    page._lines.activated.emit("P09")
    assert page._lines.data.selected == ""


def test_that_projects_with_gaps_are_said_to_take_no_part(qtbot: Any) -> None:
    page, context = opened(qtbot, example())
    assert len(page._lines.data.lines) == 19
    context.store.edit("clear", lambda study: set_scores(study, {("P05", "A2"): Score()}))
    settled(qtbot, page)
    assert len(page._lines.data.lines) == 18
    assert page.header.statement.plain_text.endswith("Left out for missing figures: 1 project.")


def test_that_a_single_complete_project_has_nothing_to_overtake(qtbot: Any) -> None:
    page, context = opened(qtbot, study_with(project("P1"), project("P2", N3=None)))
    assert page._stack.currentWidget() is page._empty
    assert not page._methods.isEnabled()
    with qtbot.waitSignal(context.navigator.asked) as asked:
        page._empty.asked.emit()
    assert asked.args == ["projects", ""]


def test_that_the_room_fills_when_the_gap_is_closed(qtbot: Any) -> None:
    page, context = opened(qtbot, study_with(project("P1"), project("P2", N3=None)))
    context.store.edit("enter", lambda study: set_scores(study, {("P2", "N3"): Score(3)}))
    settled(qtbot, page)
    assert page._stack.currentWidget() is page._content
    assert len(page._lines.data.lines) == 2
    context.store.undo()
    assert page._stack.currentWidget() is page._empty


def test_that_a_switched_off_element_is_replaced(qtbot: Any) -> None:
    page, context = opened(qtbot, example())
    page.focus_on("S3")
    settled(qtbot, page)
    assert page._element == "S3"

    def without(study: Study) -> Study:
        criteria = tuple(
            msgspec.structs.replace(criterion, active=criterion.id != "S3") for criterion in study.criteria
        )
        return msgspec.structs.replace(study, criteria=criteria)

    context.store.edit("off", without)
    settled(qtbot, page)
    assert page._element == "P2"
    assert page._chooser.findData("S3") == -1
    page.focus_on("nowhere")
    assert page._element == "P2"


def test_that_leaving_gives_the_work_up(qtbot: Any) -> None:
    context = make_context(qtbot, many_projects(example(), 100))
    page = open_page(qtbot, context, RobustnessPage)
    assert page.is_waiting
    page.leave()
    assert not page.is_waiting
    page.show_study(context.store.study)
    settled(qtbot, page)
    assert page._lines.data is not None


def test_that_showing_the_same_study_again_edits_nothing(qtbot: Any) -> None:
    page, context = opened(qtbot, example())
    page.show_study(context.store.study)
    settled(qtbot, page)
    assert context.store.history.undo_label is None
    assert page._element == "P2"


@pytest.mark.parametrize(("chart", "words"), [("_lines", "Closeness while"), ("_bars", "Weights that keep")])
def test_that_both_charts_are_saved_with_a_head(qtbot: Any, tmp_path: Path, chart: str, words: str) -> None:
    page, context = opened(qtbot, example())
    assert isinstance(context.questions, FakeQuestions)
    context.questions.path = tmp_path / "chart.svg"
    getattr(page, chart).export_requested.emit("svg")
    assert words in context.questions.path.read_text(encoding="utf-8")


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_that_it_is_painted_in_every_theme(qtbot: Any, theme: str) -> None:
    page, _ = opened(qtbot, example())
    wear(theme)
    page._lines.weight_dragged.emit(0.6)
    assert not page.grab().isNull()
    wear()


def test_that_it_is_no_larger_than_a_small_screen_and_shows_every_interval(qtbot: Any) -> None:
    page, _ = opened(qtbot, example())
    hint = page.minimumSizeHint()
    assert hint.width() <= 1000
    assert hint.height() <= 620
    assert page._bars.visibleRegion().boundingRect().height() == page._bars.height()
