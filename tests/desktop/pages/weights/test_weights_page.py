"""The weights room as a person uses it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QStackedWidget

from criteria.files.example import example_study
from criteria.ranking.results import rank
from desktop.app.context import Context
from desktop.pages.weights.answers import Question
from desktop.pages.weights.weights_page import WeightsPage
from desktop.widgets.text import Text
from tests.desktop.pages.weights.answering import (
    answered,
    asked,
    comparing_projects,
    contradictory,
    long_names,
    person,
    press,
    steps,
    unanswered,
)
from tests.support.windows import make_context, many_projects, open_page, wear


def test_that_the_room_says_what_is_the_case(page: WeightsPage) -> None:
    assert "one set of answers contradicts itself (CR 0.14)" in page.header.statement.plain_text
    assert asked(page) == Question("P4", "H1", "H2")


def test_that_showing_the_study_again_edits_nothing(page: WeightsPage, context: Context) -> None:
    page.show_study(context.store.study)
    page.show_study(msgspec.structs.replace(context.store.study))
    assert steps(context) == 0
    assert asked(page) == Question("P4", "H1", "H2")


def test_that_the_moves_on_one_question_are_one_step(qtbot: Any, page: WeightsPage, context: Context) -> None:
    before = context.store.study
    press(qtbot, page, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_9)
    assert answered(context, Question("P4", "H1", "H2")) == 9.0
    assert steps(context) == 1
    context.store.undo()
    assert context.store.study == before
    assert page.pairwise.question_view.scale.value == 3.0


def test_that_each_question_is_a_step_of_its_own(qtbot: Any, page: WeightsPage, context: Context) -> None:
    press(qtbot, page, Qt.Key.Key_5, Qt.Key.Key_Return, Qt.Key.Key_4)
    assert asked(page) == Question("P4", "H1", "H3")
    assert steps(context) == 2


def test_that_weights_and_the_first_five_move_with_the_scale(
    qtbot: Any, page: WeightsPage, context: Context
) -> None:
    before = [bar.value for bar in page.live.bars.data.groups[0].bars]
    press(qtbot, page, Qt.Key.Key_9)
    after = [bar.value for bar in page.live.bars.data.groups[0].bars]
    assert after != before
    best = rank(context.store.study).methods["topsis"].order()[0]
    assert page.live._shown_top is not None
    assert page.live._shown_top[0][1] == context.store.study.projects[best].id


def test_that_enter_goes_on_and_backspace_goes_back(qtbot: Any, page: WeightsPage, context: Context) -> None:
    press(qtbot, page, Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert asked(page) == Question("P4", "H1", "H4")
    press(qtbot, page, Qt.Key.Key_Backspace)
    assert asked(page) == Question("P4", "H1", "H3")
    assert steps(context) == 0


def test_that_delete_takes_the_answer_back(qtbot: Any, page: WeightsPage, context: Context) -> None:
    press(qtbot, page, Qt.Key.Key_Delete)
    assert answered(context, Question("P4", "H1", "H2")) is None
    assert "Not answered yet" in page.pairwise.question_view._answer.plain_text


def test_that_cannot_say_is_recorded_and_goes_on(qtbot: Any, page: WeightsPage, context: Context) -> None:
    qtbot.mouseClick(page.pairwise.question_view.unknown, Qt.MouseButton.LeftButton)
    known = person(context.store.study).judgements[-1]
    assert (known.first, known.second, known.value) == ("H1", "H2", None)
    assert asked(page) == Question("P4", "H1", "H3")
    qtbot.mouseClick(page.pairwise.question_view.back, Qt.MouseButton.LeftButton)
    assert "cannot be told" in page.pairwise.question_view._answer.plain_text


def test_that_next_and_skip_answer_nothing_by_themselves(qtbot: Any) -> None:
    context = make_context(qtbot, unanswered())
    page = open_page(qtbot, context, WeightsPage)
    assert asked(page) == Question("goal", "P1", "P2")
    for button in (page.pairwise.question_view.next, page.pairwise.question_view.skip):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert asked(page) == Question("goal", "P1", "P4")
    assert steps(context) == 0


def test_that_the_last_question_leads_to_the_ranking(qtbot: Any) -> None:
    context = make_context(qtbot, example_study())
    page = open_page(qtbot, context, WeightsPage)
    page.focus_on("P4")
    page.pairwise.question_view.strip.cells[-1].click()
    assert asked(page) == Question("P4", "H3", "H4")
    assert page.pairwise.question_view.next.text() == "See the ranking"
    with qtbot.waitSignal(context.navigator.asked) as gone:
        qtbot.mouseClick(page.pairwise.question_view.next, Qt.MouseButton.LeftButton)
    assert gone.args == ["ranking", ""]


def test_that_the_strip_shows_all_answers_and_leads_to_them(qtbot: Any, page: WeightsPage) -> None:
    cells = page.pairwise.question_view.strip.cells
    assert [cell.isChecked() for cell in cells] == [True, False, False, False, False, False]
    qtbot.mouseClick(cells[1], Qt.MouseButton.LeftButton)
    assert asked(page) == Question("P4", "H1", "H3")
    assert [cell.isChecked() for cell in cells] == [False, True, False, False, False, False]


def test_that_the_repair_is_one_step_and_shows_its_question(
    qtbot: Any, page: WeightsPage, context: Context
) -> None:
    before = context.store.study
    assert page.live.repair.accept.text() == "Set to 9"
    qtbot.mouseClick(page.live.repair.accept, Qt.MouseButton.LeftButton)
    assert answered(context, Question("P4", "H1", "H4")) == 9.0
    assert asked(page) == Question("P4", "H1", "H4")
    assert steps(context) == 1
    assert "contradict" not in page.header.statement.plain_text
    context.store.undo()
    assert context.store.study == before


def test_that_the_repair_is_suggested_on_its_own_question_only(qtbot: Any, page: WeightsPage) -> None:
    assert page.pairwise.question_view.scale._suggestion is None
    qtbot.mouseClick(page.live.repair.show_question, Qt.MouseButton.LeftButton)
    assert page.pairwise.question_view.scale._suggestion == 9.0


def test_that_clearing_a_node_can_be_undone(qtbot: Any, page: WeightsPage, context: Context) -> None:
    before = context.store.study
    told: list[bool] = []
    context.navigator.told.connect(lambda _text, undo: told.append(undo))
    qtbot.mouseClick(page.pairwise.question_view.clear, Qt.MouseButton.LeftButton)
    assert not [known for known in person(context.store.study).judgements if known.node == "P4"]
    assert told == [True]
    assert not page.pairwise.question_view.clear.isVisible()
    context.store.undo()
    assert context.store.study == before


def test_that_the_list_leads_to_another_node(qtbot: Any, page: WeightsPage) -> None:
    page.left.nodes.setFocus()
    qtbot.keyClick(page.left.nodes, Qt.Key.Key_Up)
    assert asked(page) == Question("P3", "A1", "A2")


def test_that_the_matrix_writes_the_same_answers(qtbot: Any, page: WeightsPage, context: Context) -> None:
    qtbot.mouseClick(page.pairwise.views.button("matrix"), Qt.MouseButton.LeftButton)
    model = page.pairwise.matrix_view.model
    model.setData(model.index(0, 1), "1/3")
    assert answered(context, Question("P4", "H1", "H2")) == 1 / 3
    assert model.index(1, 0).data() == "3"
    model.setData(model.index(0, 1), "")
    assert answered(context, Question("P4", "H1", "H2")) is None
    assert steps(context) == 2


def test_that_one_method_counts_and_the_other_is_kept(
    qtbot: Any, page: WeightsPage, context: Context
) -> None:
    answers = person(context.store.study).judgements
    assert not page.bar.isVisible()
    qtbot.mouseClick(page.tabs.button("direct"), Qt.MouseButton.LeftButton)
    assert page.bar.isVisible()
    assert steps(context) == 0
    qtbot.mouseClick(page.bar.button, Qt.MouseButton.LeftButton)
    assert person(context.store.study).method == "direct"
    assert person(context.store.study).judgements == answers
    assert not page.bar.isVisible()
    assert page.tabs.button("direct").accessibleName() == "Points, counts"
    qtbot.mouseClick(page.tabs.button("pairwise"), Qt.MouseButton.LeftButton)
    assert "Points count for this stakeholder now" in page.bar._text.plain_text
    context.store.undo()
    assert not page.bar.isVisible()
    assert page.tabs.button("pairwise").accessibleName() == "Pairwise, counts"


def test_that_prioritisation_and_random_index_are_chosen_in_the_header(
    page: WeightsPage, context: Context
) -> None:
    page.menu.action("prioritisation", "geometric_mean").trigger()
    page.menu.action("random_index", "saaty_1980").trigger()
    settings = context.store.study.settings
    assert (settings.prioritisation, settings.random_index) == ("geometric_mean", "saaty_1980")
    assert page._settings.toolTip().startswith("Row geometric mean; random index Saaty 1980")
    assert page.menu.action("random_index", "saaty_1980").isChecked()
    assert steps(context) == 2


def test_that_projects_are_compared_when_they_are_few(qtbot: Any) -> None:
    context = make_context(qtbot, comparing_projects())
    page = open_page(qtbot, context, WeightsPage)
    page.focus_on("projects/N3")
    assert asked(page) == Question("projects/N3", "P01", "P02")
    press(qtbot, page, Qt.Key.Key_3)
    assert answered(context, Question("projects/N3", "P01", "P02")) == 3.0


def test_that_the_weights_can_be_taken_away_as_a_picture(
    page: WeightsPage, context: Context, tmp_path: Path
) -> None:
    path = tmp_path / "weights.svg"
    context.questions.path = path  # type: ignore[attr-defined]
    page.live.bars.export_requested.emit("svg")
    assert "Weights within" in path.read_text("utf-8")


@pytest.mark.parametrize("place", ["P2", "ST1/P2", "S3", "goal", "nowhere"])
def test_that_a_problem_leads_to_its_node(page: WeightsPage, place: str) -> None:
    page.focus_on(place)
    expected = {"goal": "goal", "nowhere": "P4"}.get(place, "P2")
    question = asked(page)
    assert question is not None
    assert question.node == expected


def test_that_a_criterion_that_goes_takes_its_questions_along(page: WeightsPage, context: Context) -> None:
    study = context.store.study
    gone = tuple(msgspec.structs.replace(c, active=False) if c.id == "H1" else c for c in study.criteria)
    context.store.edit("switch off", lambda _: msgspec.structs.replace(study, criteria=gone))
    assert asked(page) == Question("P4", "H2", "H3")


def test_that_a_study_without_stakeholders_begins_with_one(qtbot: Any) -> None:
    context = make_context(qtbot, msgspec.structs.replace(example_study(), stakeholders=()))
    page = open_page(qtbot, context, WeightsPage)
    assert not page.panel.isVisible()
    qtbot.mouseClick(page._empty.button, Qt.MouseButton.LeftButton)
    assert person(context.store.study).name == "Decision maker"
    assert asked(page) == Question("goal", "P1", "P2")


@pytest.mark.parametrize(
    ("count", "theme"), [(0, "light"), (1, "light"), (200, "light"), (24, "dark"), (24, "contrast")]
)
def test_that_any_number_of_projects_is_shown(qtbot: Any, count: int, theme: str) -> None:
    context = make_context(qtbot, many_projects(contradictory(), count))
    if theme != "light":
        wear(theme)
    page = open_page(qtbot, context, WeightsPage)
    page.focus_on("P4")
    press(qtbot, page, Qt.Key.Key_5)
    assert not page.grab().toImage().isNull()
    assert len(page.live._shown_top or ()) == min(count, 5)


@pytest.mark.parametrize("view", ["questions", "matrix", "direct"])
def test_that_the_room_fits_beside_the_sidebar_of_a_small_screen(qtbot: Any, view: str) -> None:
    page = open_page(qtbot, make_context(qtbot, long_names()), WeightsPage, (1000, 620))
    if view == "direct":
        qtbot.mouseClick(page.tabs.button("direct"), Qt.MouseButton.LeftButton)
    else:
        qtbot.mouseClick(page.pairwise.views.button(view), Qt.MouseButton.LeftButton)
    hint = page.minimumSizeHint()
    assert (hint.width() <= 1000, hint.height() <= 620) == (True, True)


def test_that_the_keys_answer_on_arrival(qtbot: Any) -> None:
    context = make_context(qtbot, unanswered())
    rooms, other, page = QStackedWidget(), QPushButton("Another room"), WeightsPage(context)
    rooms.addWidget(other)
    rooms.addWidget(page)
    page.show_study(context.store.study)
    qtbot.addWidget(rooms)
    with qtbot.waitExposed(rooms):
        rooms.show()
    other.setFocus()
    rooms.setCurrentWidget(page)
    qtbot.waitUntil(page.pairwise.question_view.scale.hasFocus)
    page.leave()


def test_that_the_keys_answer_after_a_group_is_chosen(qtbot: Any) -> None:
    context = make_context(qtbot, unanswered())
    page = open_page(qtbot, context, WeightsPage)
    nodes = page.left.nodes
    place = nodes.visualRect(nodes.model().index(2, 0)).center()
    qtbot.mouseClick(nodes.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert page.pairwise.question_view.scale.hasFocus()
    nodes.setFocus()
    qtbot.keyClick(nodes, Qt.Key.Key_Down)
    assert nodes.hasFocus()
    qtbot.keyClick(nodes, Qt.Key.Key_3)
    assert page.pairwise.question_view.scale.hasFocus()
    first = asked(page)
    assert first is not None
    assert (first.node, answered(context, first)) == ("P3", 3.0)


def test_that_a_side_reads_as_a_choice_of_the_better(qtbot: Any) -> None:
    page = open_page(qtbot, make_context(qtbot, example_study()), WeightsPage)
    page.focus_on("P1")

    def words() -> list[str]:
        return [
            text.plain_text
            for text in page.pairwise.question_view.left.findChildren(Text)
            if text.isVisible()
        ]

    qtbot.waitUntil(lambda: "a project with" in words())
    said = words()
    choice = said.index("a project with")
    assert said[choice : choice + 4] == ["a project with", "HDI\u00a00.35", "rather than", "HDI\u00a01.00"]
