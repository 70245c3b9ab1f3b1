"""Numbers with point or comma; what cannot be read is said, never guessed."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from desktop.widgets.fields import LabelledField, NumberField, area_field, parse_number, text_field
from tests.support.windows import look_of_tests


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("3.5", 3.5),
        ("3,5", 3.5),
        (" 12 ", 12),
        ("-0,25", -0.25),
        ("\N{MINUS SIGN}4", -4),
        ("1 234,5", 1234.5),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1'000'000", 1_000_000),
        ("0,125", 0.125),
        (".5", 0.5),
        ("12,", 12),
    ],
)
def test_that_numbers_are_read_with_point_or_comma(text: str, number: float) -> None:
    assert parse_number(text) == number


@pytest.mark.parametrize("text", ["1,234", "12,345,678", "abc", "", "1.2.3", "3e5", "nan", "inf", "1,2,3"])
def test_that_what_could_mean_two_things_or_nothing_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"Write|write"):
        parse_number(text)


@given(st.floats(-1e9, 1e9))
def test_that_every_written_number_is_read_back(number: float) -> None:
    assert parse_number(f"{number:.4f}") == pytest.approx(number, abs=1e-4)


@pytest.fixture
def labelled(qtbot: Any) -> LabelledField:
    field = NumberField(look_of_tests(), "Weight", 2, 0, 1)
    labelled = LabelledField(look_of_tests(), "Weight", field, "A share")
    qtbot.addWidget(labelled)
    return labelled


@pytest.fixture
def field(labelled: LabelledField) -> NumberField:
    assert isinstance(labelled.editor, NumberField)
    return labelled.editor


def test_that_a_number_is_committed_once(qtbot: Any, field: NumberField) -> None:
    told: list[object] = []
    field.value_committed.connect(told.append)
    qtbot.keyClicks(field, "0,4")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told == [0.4]
    assert field.text() == "0.40"


def test_that_an_emptied_field_commits_nothing(qtbot: Any, field: NumberField) -> None:
    field.set_value(0.3)
    field.clear()
    with qtbot.waitSignal(field.value_committed) as told:
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert told.args == [None]


def test_that_a_number_out_of_range_is_explained_and_not_committed(
    qtbot: Any, labelled: LabelledField, field: NumberField
) -> None:
    field.set_value(0.3)
    field.setText("7")
    with qtbot.assertNotEmitted(field.value_committed):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert labelled.error == "Write a number from 0 to 1."
    assert field.value == 0.3


def test_that_a_mended_number_takes_the_error_away(
    qtbot: Any, labelled: LabelledField, field: NumberField
) -> None:
    for text in ("x", "0.5"):
        field.setText(text)
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert labelled.error == ""
    assert field.value == 0.5


def test_that_a_hidden_decimal_survives_a_visit(qtbot: Any, field: NumberField) -> None:
    field.set_value(0.123456)
    with qtbot.assertNotEmitted(field.value_committed):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.value == 0.123456


def test_that_an_error_is_shown_and_cleared(qtbot: Any) -> None:
    look = look_of_tests()
    editor = text_field(look, "Name", "Who decides")
    labelled = LabelledField(look, "Name", editor)
    qtbot.addWidget(labelled)
    labelled.set_error("Write a name.")
    assert labelled.error == "Write a name."
    assert editor.accessibleDescription() == "Write a name."
    labelled.clear_error()
    assert labelled.error == ""


def test_that_a_text_commits_when_the_keyboard_leaves(qtbot: Any) -> None:
    look = look_of_tests()
    area, other = area_field(look, "Reason"), QLineEdit()
    room = LabelledField(look, "Reason", area)
    other.setParent(room)
    qtbot.addWidget(room)
    with qtbot.waitActive(room):
        room.show()
        room.activateWindow()
    area.setFocus()
    with qtbot.waitSignal(area.committed):
        other.setFocus()
