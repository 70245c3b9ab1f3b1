"""The matrix of judgements as an item model and as a table to write in."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QLineEdit

from criteria.files.example import example_study
from desktop.pages.weights.answers import Question
from desktop.pages.weights.matrix_model import MatrixModel, PartRole, UnknownRole
from desktop.pages.weights.matrix_view import MatrixView
from desktop.pages.weights.question_states import QuestionStates
from tests.desktop.pages.weights.answering import contradictory, person, unanswered
from tests.support.windows import look_of_tests


@pytest.fixture
def model() -> MatrixModel:
    study = contradictory()
    model = MatrixModel()
    model.show_state(QuestionStates().matrix(study, person(study), "P4")[1])
    return model


@pytest.fixture
def view(qtbot: Any) -> MatrixView:
    study = contradictory()
    view = MatrixView(look_of_tests())
    qtbot.addWidget(view)
    view.show_state(*QuestionStates().matrix(study, person(study), "P4"))
    view.show()
    return view


def start_editing(view: MatrixView, index: QModelIndex) -> QLineEdit:
    view.table.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    view.table.edit(index)
    editor = view.table.findChild(QLineEdit)
    assert isinstance(editor, QLineEdit)
    return editor


def test_that_the_model_keeps_the_rules_of_models(qtmodeltester: Any, model: MatrixModel) -> None:
    qtmodeltester.check(model)
    qtmodeltester.check(MatrixModel())


def test_that_the_upper_triangle_is_written_and_the_lower_follows(model: MatrixModel) -> None:
    assert model.index(0, 2).data() == "7"
    assert model.index(2, 0).data() == "1/7"
    assert model.flags(model.index(0, 2)) & Qt.ItemFlag.ItemIsEditable
    for place in (model.index(2, 0), model.index(1, 1), model.index(0, 4)):
        assert not model.flags(place) & Qt.ItemFlag.ItemIsEditable
    assert model.index(0, 4).data(PartRole) == "weight"


def test_that_writing_tells_the_question_and_the_ratio(model: MatrixModel, qtbot: Any) -> None:
    with qtbot.waitSignal(model.judged) as judged:
        assert model.setData(model.index(0, 2), "0,333")
    assert judged.args == [Question("P4", "H1", "H3"), 1 / 3]
    with qtbot.waitSignal(model.judged) as judged:
        assert model.setData(model.index(0, 2), "")
    assert judged.args == [Question("P4", "H1", "H3"), None]


def test_that_nothing_else_is_taken(model: MatrixModel, qtbot: Any) -> None:
    with qtbot.assertNotEmitted(model.judged):
        assert not model.setData(model.index(0, 2), "12")
        assert not model.setData(model.index(2, 0), "3")
        assert model.setData(model.index(0, 2), "7")


def test_that_unknown_judgements_are_known_as_such() -> None:
    study = unanswered()
    model = MatrixModel()
    model.show_state(QuestionStates().matrix(study, person(study), "P4")[1])
    assert model.index(0, 1).data(UnknownRole)
    assert model.index(1, 0).data(UnknownRole)
    assert not model.index(0, 0).data(UnknownRole)


def test_that_the_same_items_only_change_their_data(model: MatrixModel, qtbot: Any) -> None:
    study = example_study()
    state = QuestionStates().matrix(study, person(study), "P4")[1]
    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_state(state)
    other = QuestionStates().matrix(study, person(study), "P1")[1]
    with qtbot.waitSignal(model.modelReset):
        model.show_state(other)


def test_that_what_is_no_judgement_stays_in_the_editor_with_a_sentence(qtbot: Any, view: MatrixView) -> None:
    editor = start_editing(view, view.model.index(0, 2))
    editor.setText("12")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert editor.isVisible()
    assert editor.text() == "12"
    assert "write 1 to 9" in view._refusal.plain_text
    editor.setText("1/3")
    with qtbot.waitSignal(view.judged) as judged:
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert judged.args[1] == 1 / 3
    assert not view._refusal.isVisible()


def test_that_delete_takes_an_answer_back(qtbot: Any, view: MatrixView) -> None:
    view.table.setCurrentIndex(view.model.index(0, 1))
    with qtbot.waitSignal(view.judged) as judged:
        qtbot.keyClick(view.table, Qt.Key.Key_Delete)
    assert judged.args == [Question("P4", "H1", "H2"), None]


def test_that_enter_opens_the_editor(qtbot: Any, view: MatrixView) -> None:
    view.table.setCurrentIndex(view.model.index(0, 1))
    qtbot.keyClick(view.table, Qt.Key.Key_Return)
    assert view.table.findChild(QLineEdit) is not None
