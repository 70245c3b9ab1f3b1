"""The nine-point question: every stop by pointer and keys."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt

from desktop.widgets.saaty_scale import STOPS, SaatyScale, ratio_of, stop_of
from tests.support.windows import look_of_tests

WORDS = ("equal", "moderately", "strongly", "very strongly", "extremely")


@pytest.fixture
def scale(qtbot: Any) -> SaatyScale:
    scale = SaatyScale(look_of_tests(), "Which matters more?")
    scale.set_words(WORDS)
    qtbot.addWidget(scale)
    scale.resize(700, scale.sizeHint().height())
    return scale


def test_that_stops_and_ratios_go_there_and_back() -> None:
    assert [stop_of(ratio_of(stop)) for stop in range(STOPS)] == pytest.approx(list(range(STOPS)))
    assert ratio_of(0) == 9
    assert ratio_of(8) == 1
    assert ratio_of(16) == pytest.approx(1 / 9)


def test_that_a_ratio_between_stops_lies_between_them() -> None:
    assert 4 < stop_of(4.5) < 5
    assert stop_of(50) == 0


def test_that_an_open_question_has_no_answer(scale: SaatyScale) -> None:
    assert scale.value is None
    assert scale.accessibleDescription() == "not answered"


def test_that_a_click_answers(qtbot: Any, scale: SaatyScale) -> None:
    with qtbot.waitSignal(scale.value_changed) as told:
        qtbot.mouseClick(scale, Qt.MouseButton.LeftButton, pos=QPoint(round(scale._x(2)), scale._line_y()))
    assert told.args == [7.0]
    assert scale.accessibleDescription() == "very strongly left 7"


def test_that_arrows_begin_at_equal_and_move_by_one_stop(qtbot: Any, scale: SaatyScale) -> None:
    told: list[object] = []
    scale.value_changed.connect(told.append)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right):
        qtbot.keyClick(scale, key)
    assert told == [1.0, 2.0, 1.0, 0.5]


def test_that_digits_keep_the_side_and_x_changes_it(qtbot: Any, scale: SaatyScale) -> None:
    scale.set_value(1 / 3)
    qtbot.keyClick(scale, Qt.Key.Key_7)
    assert scale.value == pytest.approx(1 / 7)
    qtbot.keyClick(scale, Qt.Key.Key_X)
    assert scale.value == pytest.approx(7)


def test_that_delete_takes_the_answer_back(qtbot: Any, scale: SaatyScale) -> None:
    scale.set_value(5)
    with qtbot.waitSignal(scale.value_changed) as told:
        qtbot.keyClick(scale, Qt.Key.Key_Delete)
    assert told.args == [None]


def test_that_the_same_answer_again_is_silent(qtbot: Any, scale: SaatyScale) -> None:
    scale.set_value(9)
    with qtbot.assertNotEmitted(scale.value_changed):
        qtbot.keyClick(scale, Qt.Key.Key_Home)


def test_that_an_answer_shown_by_the_program_is_silent(qtbot: Any, scale: SaatyScale) -> None:
    with qtbot.assertNotEmitted(scale.value_changed):
        scale.set_value(4)


def test_that_the_handle_appears_only_with_an_answer(scale: SaatyScale) -> None:
    def is_filled() -> bool:
        image = scale.grab().toImage()
        return image.pixelColor(round(scale._x(0)), scale._line_y() + 6) == look_of_tests().colour("accent")

    assert not is_filled()
    scale.set_value(9)
    assert is_filled()
