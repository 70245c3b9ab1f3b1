"""The group result as it is used: selected, combined otherwise, hidden, copied."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from criteria.change import Change
from criteria.edits.people import choose_weights_of
from criteria.edits.session import hide_answers
from criteria.model.study import Study
from desktop.app.context import Context
from desktop.pages.weights.group_view import PANEL, GroupView
from desktop.widgets.panel_parts import PanelContent, Section, Widget
from desktop.widgets.side_panel import SidePanel
from tests.support.five_offices import POINTS, five_offices, many_offices, office, offices, with_people
from tests.support.windows import WAIT_MS, make_context


class Stage(QWidget):
    """The view and its panel side by side, following the store as in the room."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self.view = GroupView(context)
        row = QHBoxLayout(self)
        row.addWidget(self.view, 1)
        row.addWidget(self.view.panel)
        self.resize(1100, 700)
        context.store.changed.connect(self._follow)

    def _follow(self, change: Change) -> None:
        self.view.show_study(change.after)

    def words(self) -> str:
        """Everything that can be read or heard."""
        # A label in a layout is shown by an event that waits.
        QCoreApplication.sendPostedEvents()
        seen = [label.text() for label in self.findChildren(QLabel) if label.isVisible()]
        widgets = [widget for widget in self.findChildren(QWidget) if widget.isVisible()]
        heard = [f"{widget.accessibleName()} {widget.accessibleDescription()}" for widget in widgets]
        return "\n".join((*seen, *heard))


@pytest.fixture
def open_stage(qtbot: Any) -> Iterator[Any]:
    stages: list[Stage] = []

    def build(study: Study) -> Stage:
        stage = Stage(make_context(qtbot, study))
        stages.append(stage)
        stage.show()
        stage.view.show_study(study)
        wait(qtbot, stage)
        return stage

    yield build
    for stage in stages:
        stage.view.leave()
        stage.context.pool.waitForDone(WAIT_MS)
        stage.close()
        stage.deleteLater()


def wait(qtbot: Any, stage: Stage) -> None:
    qtbot.waitUntil(lambda: not stage.view.is_waiting, timeout=WAIT_MS)


def test_that_the_room_is_told_what_is_the_case(open_stage: Any) -> None:
    stage = open_stage(five_offices())
    assert stage.view.plot.isVisible()
    assert stage.view.statement.startswith("Agreement is highest within rights")
    assert stage.view.plot.rows.accessibleDescription() == stage.view.statement


def test_that_a_selected_person_stands_out_everywhere(qtbot: Any, open_stage: Any) -> None:
    stage = open_stage(five_offices())
    view, panel = stage.view, stage.view.panel
    stage.grab()
    hit = next(hit for hit in view.plot.rows.drawing.hits if hit.key == "trade_promotion")
    qtbot.mousePress(view.plot.rows, Qt.MouseButton.LeftButton, pos=hit.area.center().toPoint())
    assert view.plot.rows.data.selected == "trade_promotion"
    assert panel.fronts.data.selected == "trade_promotion"
    assert panel.nearness.data.selected == "trade_promotion"
    assert panel.person.plain_text.startswith("Trade and investment agency")
    qtbot.mouseClick(panel.deselect, Qt.MouseButton.LeftButton)
    assert view.selected == ""
    assert not panel.deselect.isVisible()


def test_that_a_row_of_the_table_selects_too(qtbot: Any, open_stage: Any) -> None:
    stage = open_stage(five_offices())
    chart = stage.view.panel.fronts
    chart.activated.emit("ai_regulator")
    assert stage.view.plot.rows.data.selected == "ai_regulator"
    chart.activated.emit("ai_regulator")
    assert stage.view.plot.rows.data.selected == ""


def test_that_another_way_of_combining_is_one_step(qtbot: Any, open_stage: Any) -> None:
    stage = open_stage(five_offices())
    before = stage.view.plot.rows.data.groups[0].lines[0].value
    stage.view.menu.action("priorities_arithmetic").trigger()
    wait(qtbot, stage)
    store = stage.context.store
    assert store.study.settings.group_method == "priorities_arithmetic"
    assert len(store.history.past) == 1
    shown = stage.view.plot.rows.data.groups[0].lines[0]
    assert shown.value != pytest.approx(before, abs=1e-6)
    assert stage.view._combine.text() == "Combine: arithmetic mean of weights"
    store.undo()
    wait(qtbot, stage)
    assert stage.view.plot.rows.data.groups[0].lines[0].value == pytest.approx(before)


def without_common_ground() -> Study:
    """Two offices of which each gives no weight to what the other cares for within the first premise."""
    points = POINTS["ministry_development"][1]
    first = office("a", "First office", (60, 0, 0, 0, *points[4:]))
    return with_people(first, office("b", "Second office", (0, *points[1:])))


def test_that_a_way_that_is_impossible_cannot_be_chosen(open_stage: Any) -> None:
    study = without_common_ground()
    arithmetic = msgspec.structs.replace(study.settings, group_method="priorities_arithmetic")
    stage = open_stage(msgspec.structs.replace(study, settings=arithmetic))
    geometric = stage.view.menu.action("priorities_geometric")
    assert not geometric.isEnabled()
    assert geometric.toolTip() == "These answers do not allow it."
    assert "so the arithmetic mean of weights suits" in stage.words()


def test_that_zeros_of_some_leave_a_group_by_the_other_mean(qtbot: Any, open_stage: Any) -> None:
    stage = open_stage(without_common_ground())
    wait(qtbot, stage)
    assert stage.view.plot.isVisible()
    assert stage.view.panel.isVisible()
    stage.view.menu.action("priorities_arithmetic").trigger()
    wait(qtbot, stage)
    assert stage.view.plot.isVisible()


@pytest.mark.parametrize("count", [0, 1])
def test_that_fewer_than_two_get_an_explanation(open_stage: Any, count: int) -> None:
    stage = open_stage(with_people(*offices()[:count]))
    assert stage.view.empty.isVisible()
    assert not stage.view.panel.isVisible()
    assert "Once two stakeholders have answered" in stage.words()
    assert not stage.view.empty.button.isVisible()


def test_that_nothing_shows_before_the_reveal(qtbot: Any, open_stage: Any) -> None:
    stage = open_stage(five_offices())
    assert "Development ministry" in stage.words()
    stage.context.store.edit("Hide", lambda study: hide_answers(study, True))
    words = stage.words()
    assert "Answers are hidden until the reveal." in words
    assert not any(name in words for name, _points in POINTS.values())
    assert "Agreement" not in words
    stage.context.store.edit("Reveal", lambda study: hide_answers(study, False))
    wait(qtbot, stage)
    assert stage.view.plot.isVisible()
    assert stage.view.panel.isVisible()


def test_that_answers_still_being_worked_out_do_not_break_the_silence(qtbot: Any, open_stage: Any) -> None:
    stage = open_stage(five_offices())
    stage.view.show_study(many_offices(30))
    hidden = hide_answers(five_offices(), True)
    stage.view.show_study(hidden)
    stage.context.pool.waitForDone(WAIT_MS)
    qtbot.wait(50)
    assert not stage.view.plot.isVisible()


def test_that_the_latest_study_wins(qtbot: Any, open_stage: Any) -> None:
    stage = open_stage(five_offices())
    stage.view.show_study(many_offices(30))
    stage.view.show_study(many_offices(12))
    wait(qtbot, stage)
    assert len(stage.view.plot.rows.data.people) == 12


def test_that_work_that_was_cancelled_can_be_asked_for_again(qtbot: Any, open_stage: Any) -> None:
    stage = open_stage(five_offices())
    stage.view.show_study(many_offices(30))
    stage.view.progress.cancelled.emit()
    assert "The group result was not computed." in stage.words()
    qtbot.mouseClick(stage.view.empty.button, Qt.MouseButton.LeftButton)
    wait(qtbot, stage)
    assert len(stage.view.plot.rows.data.people) == 30


def test_that_a_person_who_is_gone_is_not_selected(qtbot: Any, open_stage: Any) -> None:
    stage = open_stage(five_offices())
    stage.view.select("ai_regulator")
    stage.view.show_study(with_people(*offices()[:3]))
    wait(qtbot, stage)
    assert stage.view.selected == ""
    assert stage.view.plot.rows.data.selected == ""


def test_that_the_groups_weights_can_be_made_to_count(qtbot: Any, open_stage: Any) -> None:
    stage = open_stage(choose_weights_of(five_offices(), "ai_regulator"))
    assert "AI and data-protection regulator alone" in stage.view.panel.alone.plain_text
    qtbot.mouseClick(stage.view.panel.use_group, Qt.MouseButton.LeftButton)
    wait(qtbot, stage)
    assert stage.context.store.study.settings.weights_of == "group"
    assert not stage.view.panel.use_group.isVisible()


def test_that_the_whole_minority_report_is_copied(qtbot: Any, open_stage: Any) -> None:
    stage = open_stage(five_offices())
    panel = stage.view.panel
    with qtbot.waitSignal(stage.context.navigator.told):
        qtbot.mouseClick(panel.copy, Qt.MouseButton.LeftButton)
    copied = QGuiApplication.clipboard().text()
    assert copied.startswith("The group\n")
    assert "Trade and investment agency (20 % of the voting power)" in copied
    assert "<" not in copied


def test_that_the_report_unfolds(qtbot: Any, open_stage: Any) -> None:
    panel = open_stage(five_offices()).view.panel
    folded = len(panel.minority.plain_text)
    qtbot.mouseClick(panel.unfold, Qt.MouseButton.LeftButton)
    assert len(panel.minority.plain_text) > 3 * folded
    qtbot.mouseClick(panel.unfold, Qt.MouseButton.LeftButton)
    assert len(panel.minority.plain_text) == folded


def test_that_every_chart_asks_to_be_saved_by_name(qtbot: Any, open_stage: Any) -> None:
    view = open_stage(five_offices()).view
    found = view.panel
    for chart in (view.plot, found.agreement, found.fronts, found.nearness):
        with qtbot.waitSignal(view.export_asked) as asked:
            chart.export_requested.emit("svg")
        assert asked.args[0] is chart
        assert asked.args[1]
        assert asked.args[2] == "svg"
        assert chart.figure().data is not None


@pytest.mark.parametrize("units", [34, PANEL])
def test_that_the_findings_fit_the_side_panel(qtbot: Any, open_stage: Any, units: float) -> None:
    stage = open_stage(many_offices(30))
    side = SidePanel(stage.context.look, "Group", units)
    qtbot.addWidget(side)
    content = stage.view.panel
    side.show_content(PanelContent("Group", "", (Section("", (Widget(lambda: content),)),)))
    side.resize(side.width(), 600)
    side.show()
    side.grab()
    assert side._scroll.horizontalScrollBar().maximum() == 0
    assert side._scroll.verticalScrollBar().maximum() > 0
