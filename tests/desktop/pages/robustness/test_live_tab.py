"""The tab Live weights: sliders, locks, the list that follows, and what-ifs that are kept."""

from __future__ import annotations

import statistics
import time
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from criteria.edits.scores import set_scores
from criteria.model.projects import Score
from criteria.model.settings import METHODS
from criteria.model.study import Study
from criteria.ranking.results import rank, rank_with
from criteria.weighting.hierarchy import given_weights
from desktop.app.context import Context
from desktop.app.veil import veiled
from desktop.pages.robustness.live_tab import LiveTab
from desktop.pages.robustness.robustness_page import RobustnessPage
from desktop.pages.robustness.what_if_panel import EQUAL
from tests.support.robustness import opened, settled
from tests.support.studies import example, project, study_with
from tests.support.windows import FakeQuestions, many_projects


def shown(qtbot: Any, study: Study) -> tuple[LiveTab, RobustnessPage, Context]:
    page, context = opened(qtbot, study, "live")
    assert isinstance(page.tab, LiveTab)
    return page.tab, page, context


def drag(tab: LiveTab, key: str, share: float) -> None:
    slider = tab.sliders.sliders[key]
    slider.setSliderDown(True)
    slider.setSliderPosition(round(share * 1000))
    slider.setSliderDown(False)
    tab.bars.finish()


def order(tab: LiveTab) -> list[str]:
    assert tab.bars.data is not None
    return [row.key for row in tab.bars.data.rows]


def kept_as(context: Context, line: str | None) -> None:
    assert isinstance(context.questions, FakeQuestions)
    context.questions.line = line


def test_that_it_opens_with_the_stated_ranking(qtbot: Any) -> None:
    tab, _, context = shown(qtbot, example())
    study = context.store.study
    stated = rank(study).methods["topsis"].order()
    assert order(tab) == [study.projects[row].id for row in stated]
    assert tab.statement.plain_text == "These are the stated weights; P05 first."
    assert not tab.reset.isEnabled()
    assert len(tab.sliders.sliders) == 20


@pytest.mark.parametrize("method", METHODS)
def test_that_a_moved_slider_ranks_by_every_method(qtbot: Any, method: str) -> None:
    tab, page, context = shown(qtbot, example())
    page._methods.button(method).click()
    drag(tab, "P2", 0.6)
    study, weights = context.store.study, tab.weights
    given = given_weights(study, dict(zip(weights.criteria, weights.values.tolist(), strict=True)))
    found = rank_with(study, given).methods[method]  # type: ignore[index]  # a parameter is any text
    assert order(tab) == [study.projects[row].id for row in found.order()]
    assert tab.bars.data is not None
    top = tab.bars.data.rows[0]
    assert top.value == f"{found.low[found.order()[0]]:.3f}"
    assert len(top.extras) == 2
    assert context.store.history.undo_label is None


def test_that_a_step_shows_ranks_now_and_as_stated(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, example())
    assert tab.bars.data is not None
    before = {row.key: int(row.rank) for row in tab.bars.data.rows}
    drag(tab, "P4", 0.9)
    rows = tab.bars.data.rows
    assert all(row.moved == before[row.key] - int(row.rank) for row in rows)
    assert all(int(row.stated_rank) == before[row.key] for row in rows)
    moved = sum(row.moved != 0 for row in rows)
    assert f"{moved} of 19 projects change places." in tab.statement.plain_text
    assert all(row.change.startswith(("+", "−")) for row in rows if row.change)


def test_that_other_sliders_make_room_and_reset_brings_them_back(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, example())
    before = tab.sliders.sliders["P1"].value()
    drag(tab, "P2", 0.7)
    assert tab.sliders.sliders["P1"].value() < before
    assert sum(tab.sliders.sliders[key].value() for key in ("P1", "P2", "P3", "P4")) == pytest.approx(
        1000, abs=2
    )
    tab.reset.click()
    assert tab.sliders.sliders["P1"].value() == before
    assert not tab.weights.is_moved


def test_that_a_locked_weight_stays(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, example())
    tab.sliders.locks["P4"].click()
    before = tab.weights.share("P4", tab.weights.values)
    drag(tab, "P2", 0.5)
    assert tab.weights.share("P4", tab.weights.values) == pytest.approx(before)
    drag(tab, "P4", 0.9)
    assert tab.sliders.sliders["P4"].value() == round(before * 1000)


def test_that_a_slider_goes_no_farther_than_the_locks_let_it(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, example())
    tab.sliders.locks["P3"].click()
    tab.sliders.locks["P4"].click()
    room = 1.0 - sum(tab.weights.share(key, tab.weights.values) for key in ("P3", "P4"))
    drag(tab, "P2", 0.99)
    assert tab.sliders.sliders["P2"].value() == round(room * 1000)


def test_that_criteria_of_the_premise_alone_make_room_on_request(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, example())
    before = tab.sliders.sliders["P1"].value()
    tab.room.button("within").click()
    drag(tab, "S1", 0.05)
    assert tab.sliders.sliders["P1"].value() == before
    tab.room.button("everywhere").click()
    drag(tab, "S1", 0.5)
    assert tab.sliders.sliders["P1"].value() < before


def test_that_keys_and_the_pointer_move_a_slider(qtbot: Any) -> None:
    tab, page, _ = shown(qtbot, example())
    slider = tab.sliders.sliders["P2"]
    start = slider.value()
    QTest.keyClick(slider, Qt.Key.Key_Right)
    assert slider.value() == start + 5
    assert slider.accessibleDescription().startswith(f"{(start + 5) / 10:.1f}\u00a0%")
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    assert slider.value() == start + 55
    page.grab()
    end = QPoint(slider.width() - 60, slider.height() // 2)
    QTest.mouseClick(slider, Qt.MouseButton.LeftButton, pos=end)
    assert slider.value() > start + 55
    assert not slider.isSliderDown()
    tab.bars.finish()


def test_that_a_slider_tells_a_screen_reader_what_it_is(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, example())
    slider = tab.sliders.sliders["S1"]
    assert QAccessible.queryAccessibleInterface(slider).role() == QAccessible.Role.Slider
    assert slider.accessibleName() == "Checks and balances"
    drag(tab, "S1", 0.25)
    assert slider.accessibleDescription().startswith("25.0\u00a0%, stated ")
    assert tab.sliders.locks["S1"].accessibleName() == "Lock Checks and balances"


def test_that_bars_glide_and_words_do_not(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, example())
    tab.sliders.sliders["P2"].setSliderPosition(700)
    assert tab.bars.is_moving
    assert tab.bars.data is not None
    assert tab.bars.data.rows[0].key == order(tab)[0]
    qtbot.waitUntil(lambda: not tab.bars.is_moving, timeout=5000)
    assert tab.bars.data.share == 1.0


def test_that_reduced_motion_lets_nothing_glide(qtbot: Any) -> None:
    tab, _, context = shown(qtbot, example())
    context.look.has_motion = False
    try:
        tab.sliders.sliders["P2"].setSliderPosition(700)
        assert not tab.bars.is_moving
        assert tab.bars.data is not None
        assert tab.bars.data.share == 1.0
    finally:
        context.look.has_motion = True


def test_that_leaving_ends_what_glides(qtbot: Any) -> None:
    tab, page, _ = shown(qtbot, example())
    tab.sliders.sliders["P2"].setSliderPosition(700)
    page.leave()
    assert not tab.bars.is_moving


def test_that_weights_are_kept_by_name_set_again_and_compared(qtbot: Any) -> None:
    tab, _, context = shown(qtbot, example())
    drag(tab, "P2", 0.6)
    tried = tab.weights.values.copy()
    kept_as(context, "Structures first")
    tab.keep.click()
    assert context.store.history.undo_label == "Keep a what-if"
    (kept,) = context.store.study.session.what_ifs
    assert kept.name == "Structures first"
    tab.reset.click()
    entry = tab.what_ifs.entries[1]
    assert (entry.place, entry.name, entry.is_current) == (0, "Structures first", False)
    assert "Structures\u00a060.0\u00a0%" in entry.lines[0]
    assert "projects change places" in entry.lines[1]
    assert entry.lines[2].startswith("Largest differences in points: S")
    tab.what_ifs.buttons[0, "set"].click()
    np.testing.assert_allclose(tab.weights.values, tried, atol=1e-12)
    assert tab.what_ifs.entries[1].is_current


def test_that_what_ifs_are_renamed_noted_removed_and_undone(qtbot: Any) -> None:
    tab, _, context = shown(qtbot, example())
    for line, act in (("First", tab.keep), ("", tab.keep)):
        kept_as(context, line)
        act.click()
    assert [kept.name for kept in context.store.study.session.what_ifs] == ["First"]
    kept_as(context, "Second")
    tab.what_ifs.buttons[0, "rename"].click()
    kept_as(context, "asked by the board")
    tab.what_ifs.buttons[0, "note"].click()
    assert (tab.what_ifs.entries[1].name, tab.what_ifs.entries[1].note) == ("Second", "asked by the board")
    kept_as(context, None)
    tab.what_ifs.buttons[0, "rename"].click()
    tab.keep.click()
    assert len(context.store.study.session.what_ifs) == 1
    tab.what_ifs.buttons[0, "remove"].click()
    assert not context.store.study.session.what_ifs
    context.store.undo()
    assert tab.what_ifs.entries[1].name == "Second"


def test_that_equal_weights_are_offered(qtbot: Any) -> None:
    tab, page, _ = shown(qtbot, example())
    tab.panel.set_folded(False)
    tab.what_ifs.buttons[EQUAL, "set"].click()
    assert [tab.sliders.sliders[key].value() for key in ("P1", "P2", "P3", "P4")] == [250] * 4
    settled(qtbot, page)


def test_that_a_gap_makes_a_range_and_is_told(qtbot: Any) -> None:
    tab, page, context = shown(qtbot, example())
    assert tab.gaps.isHidden()
    context.store.edit("clear", lambda study: set_scores(study, {("P05", "A2"): Score()}))
    settled(qtbot, page)
    assert tab.gaps.plain_text == "A figure is missing for 1 project: scores and ranks are ranges there."
    assert tab.bars.data is not None
    (row,) = [row for row in tab.bars.data.rows if row.key == "P05"]
    assert "–" in row.value
    assert row.low is not None


def test_that_two_projects_of_which_one_has_a_gap_can_still_be_compared(qtbot: Any) -> None:
    tab, page, _ = shown(qtbot, study_with(project("P1"), project("P2", N3=None)))
    assert page._stack.currentWidget() is tab
    assert page.header.statement.plain_text == "Nothing can overtake yet."


def all_excluded() -> Study:
    study = example()
    out = rank(study).excluded
    return msgspec.structs.replace(study, projects=tuple(study.projects[row] for row in out))


@pytest.mark.parametrize(
    "study", [study_with(), study_with(project("P1")), all_excluded()], ids=["none", "one", "all excluded"]
)
@pytest.mark.parametrize("tab", ["live", "gradient", "stability"])
def test_that_fewer_than_two_ranked_projects_have_no_order(qtbot: Any, study: Study, tab: str) -> None:
    page, _ = opened(qtbot, study, tab)
    assert page._stack.currentWidget() is page._empty
    assert page._empty._sentence.plain_text
    assert page.header.statement.plain_text == "Nothing can overtake yet."


def test_that_shares_of_a_whole_have_a_scale_of_their_own(qtbot: Any) -> None:
    study = example()
    settings = msgspec.structs.replace(study.settings, ahp_synthesis="distributive")
    tab, page, _ = shown(qtbot, msgspec.structs.replace(study, settings=settings))
    page._methods.button("ahp").click()
    assert tab.bars.data is not None
    assert 0.0 < tab.bars.data.full < 0.5
    for key in tab.sliders.sliders:
        drag(tab, key, 1.0)
        assert sum(tab.bars.data.rows[0].parts) <= tab.bars.data.full + 1e-12


def test_that_names_stay_hidden_while_scoring_is_blind(qtbot: Any) -> None:
    study = example()
    settings = msgspec.structs.replace(study.settings, blind_scoring=True)
    blind = msgspec.structs.replace(study, settings=settings)
    tab, page, _ = shown(qtbot, blind)
    page.show_study(veiled(blind))
    page._methods.button("ahp").click()
    drag(tab, "P2", 0.5)
    assert tab.bars.data is not None
    assert all(row.title == f"Project {row.key}" for row in tab.bars.data.rows)


def test_that_the_list_is_saved_with_a_head(qtbot: Any, tmp_path: Path) -> None:
    tab, _, context = shown(qtbot, example())
    assert isinstance(context.questions, FakeQuestions)
    context.questions.path = tmp_path / "chart.svg"
    tab.bars.export_requested.emit("svg")
    assert "These are the stated weights" in context.questions.path.read_text(encoding="utf-8")


def test_that_a_step_with_200_projects_takes_no_longer_than_frames(qtbot: Any) -> None:
    """Generous: a machine that runs tests is busy; the usual step takes 15 ms."""
    tab, _, _ = shown(qtbot, many_projects(example(), 200))
    slider, times = tab.sliders.sliders["P2"], []
    for step in range(20):
        start = time.thread_time()
        slider.setSliderPosition(100 + 10 * step)
        tab.bars.rows.repaint()
        times.append(time.thread_time() - start)
    tab.bars.finish()
    assert statistics.median(times) < 0.1
