"""The questions stop where answers contradict each other."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt

from criteria.edits.weights import judge
from criteria.files.example import example_study
from criteria.model.people import Judgement
from desktop.app.context import Context
from desktop.pages.weights.answers import Question
from desktop.pages.weights.weights_page import WeightsPage
from tests.desktop.pages.weights.answering import asked, person, press
from tests.support.windows import make_context, open_page


def test_that_finishing_stops_in_place_while_a_group_contradicts_itself(
    qtbot: Any, page: WeightsPage, context: Context
) -> None:
    gone: list[str] = []
    context.navigator.asked.connect(lambda room, _place: gone.append(room))
    page.pairwise.question_view.strip.cells[-1].click()
    press(qtbot, page, Qt.Key.Key_Return)
    assert gone == []
    stop = page.pairwise.stop_view
    assert stop.isVisible()
    assert stop._title.plain_text == "All 30 questions answered; one group contradicts itself"
    assert stop.reviews[0].hasFocus()
    qtbot.keyClick(stop.reviews[0], Qt.Key.Key_Return)
    assert asked(page) == Question("P4", "H1", "H4")
    assert page.pairwise.question_view.scale._suggestion == 9.0
    page.pairwise.question_view.strip.cells[-1].click()
    press(qtbot, page, Qt.Key.Key_Return)
    qtbot.mouseClick(stop.go_on, Qt.MouseButton.LeftButton)
    assert gone == ["ranking"]


def test_that_a_stop_goes_when_the_answers_change(qtbot: Any, page: WeightsPage, context: Context) -> None:
    page.pairwise.question_view.strip.cells[-1].click()
    press(qtbot, page, Qt.Key.Key_5, Qt.Key.Key_Return)
    assert page.pairwise.stop_view.isVisible()
    context.store.undo()
    assert page.pairwise.question_view.isVisible()


def test_that_the_end_of_a_contradictory_group_stops_once(qtbot: Any) -> None:
    study = example_study()
    for first, second, value in (("N1", "N2", 9.0), ("N2", "N3", 9.0), ("N1", "N3", 1 / 9)):
        study = judge(study, person(study).id, Judgement("P1", first, second, value))
    page = open_page(qtbot, make_context(qtbot, study), WeightsPage)
    page.focus_on("P1")
    page.pairwise.question_view.strip.cells[-1].click()
    press(qtbot, page, Qt.Key.Key_Return)
    assert page.pairwise.stop_view.isVisible()
    qtbot.mouseClick(page.pairwise.stop_view.go_on, Qt.MouseButton.LeftButton)
    assert asked(page) == Question("P2", "S1", "S2")
    qtbot.mouseClick(page.pairwise.question_view.back, Qt.MouseButton.LeftButton)
    press(qtbot, page, Qt.Key.Key_Return)
    assert asked(page) == Question("P2", "S1", "S2")


def test_that_a_repair_tells_its_outcome_before_the_next_one(qtbot: Any) -> None:
    study = example_study()
    for first, second, value in (("N1", "N2", 9.0), ("N2", "N3", 9.0), ("N1", "N3", 1 / 9)):
        study = judge(study, person(study).id, Judgement("P1", first, second, value))
    page = open_page(qtbot, make_context(qtbot, study), WeightsPage)
    page.focus_on("P1")
    box = page.live.repair
    qtbot.mouseClick(box.accept, Qt.MouseButton.LeftButton)
    assert "CR is now" in box._title.plain_text
    assert "0.10" in box._text.plain_text
    assert not box.accept.isVisible()
    still = "Still above" in box._text.plain_text
    assert box.next_repair.isVisible() == still
    if still:
        qtbot.mouseClick(box.next_repair, Qt.MouseButton.LeftButton)
        assert box.accept.isVisible()
