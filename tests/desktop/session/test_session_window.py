"""Session mode from the first turn to the seal, with the keyboard alone."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from criteria.edits.sealing import seal_weights
from criteria.edits.session import hide_answers
from criteria.model.people import GOAL, Stakeholder, WeightMethod
from criteria.model.study import Study
from criteria.sessions.progress import progress
from desktop.app.context import Context
from desktop.session.facilitator import FacilitatorScreen
from desktop.session.facilitator_scene import FacilitatorScene
from desktop.session.session_window import SessionWindow
from desktop.session.steps import steps_of
from tests.support.groups import of, random_people
from tests.support.studies import example
from tests.support.windows import FakeQuestions, make_context

Key = Qt.Key
_LAPTOP = QSize(1280, 720)
WHEN = "2026-11-20T10:00:00+01:00"


def two_people(**fields: Any) -> Study:
    rosa = Stakeholder(id="ST1", name="Rosa Diaz", **fields)
    return of(example(), rosa, Stakeholder(id="ST2", name="Kofi Mensah"))


def answered_by_both() -> Study:
    rosa, kofi = random_people(example(), 2)
    return of(
        example(), msgspec.structs.replace(rosa, name="Rosa Diaz"), msgspec.structs.replace(kofi, name="Kofi")
    )


class Sitting:
    """The window with somebody at the keys."""

    def __init__(self, qtbot: Any, study: Study, size: QSize = _LAPTOP) -> None:
        self.context: Context = msgspec.structs.replace(make_context(qtbot, study), clock=lambda: WHEN)
        self.told: list[str] = []
        self.ran: list[str] = []
        self.context.navigator.asked.connect(lambda room, _place: self.told.append(room))
        self.context.navigator.command_asked.connect(self.ran.append)
        self.window = SessionWindow(self.context)
        qtbot.addWidget(self.window)
        self.window.resize(size)
        with qtbot.waitExposed(self.window):
            self.window.show()

    @property
    def study(self) -> Study:
        return self.context.store.study

    def press(self, *keys: Key | str) -> None:
        """Presses keys one after another, wherever the keyboard is."""
        for key in keys:
            focused = self.window.focusWidget()
            target = self.window if focused is None else focused
            if isinstance(key, str):
                QTest.keyClicks(target, key)
            else:
                QTest.keyClick(target, key)

    def words(self) -> str:
        """Everything written in labels that are in view."""
        labels = self.window.findChildren(QLabel)
        return "\n".join(label.accessibleName() or label.text() for label in labels if label.isVisible())


def answer_all(sitting: Sitting, person_id: str, digit: str) -> None:
    """The turn of a person who answers every question with the same digit."""
    person = sitting.study.stakeholder(person_id)
    sitting.press(Key.Key_Return)
    for _ in range(len(steps_of(sitting.study, person))):
        sitting.press(digit, Key.Key_Return)


def test_that_two_people_answer_one_after_another_and_nobody_sees_the_other(qtbot: Any) -> None:
    sitting = Sitting(qtbot, two_people())
    assert "next: Rosa Diaz" in sitting.words()
    sitting.press(Key.Key_Return)
    assert "Hand over to Rosa Diaz" in sitting.words()
    answer_all(sitting, "ST1", "3")
    assert sitting.study.session.hidden
    assert progress(sitting.study, sitting.study.stakeholder("ST1")) == (30, 30)
    assert "Thank you." in sitting.words()
    sitting.press(Key.Key_Return)
    assert "Hand over to Kofi Mensah" in sitting.words()
    sitting.press(Key.Key_Return)
    assert "Rosa" not in sitting.words()
    assert "0 of 30" in sitting.words()
    assert sitting.window.turn.pairs.scale.value is None


def test_that_arrows_digits_and_tab_answer_and_enter_goes_on(qtbot: Any) -> None:
    sitting = Sitting(qtbot, two_people())
    first, second, *_ = steps_of(sitting.study, sitting.study.stakeholder("ST1"))
    sitting.press(Key.Key_Return, Key.Key_Return, Key.Key_Right, Key.Key_Right, "7", Key.Key_Return)
    sitting.press("5", Key.Key_Tab, Key.Key_Return)
    answers = {(j.first, j.second): j.value for j in sitting.study.stakeholder("ST1").judgements}
    assert answers == {
        (first.first, first.second): pytest.approx(1 / 7),
        (second.first, second.second): pytest.approx(1 / 5),
    }


def test_that_one_can_skip_say_nothing_and_go_back(qtbot: Any) -> None:
    sitting = Sitting(qtbot, two_people())
    steps = steps_of(sitting.study, sitting.study.stakeholder("ST1"))
    sitting.press(
        Key.Key_Return, Key.Key_Return, Key.Key_S, Key.Key_X, Key.Key_Backspace, Key.Key_Backspace, "9"
    )
    said = {(j.first, j.second): j.value for j in sitting.study.stakeholder("ST1").judgements}
    assert said == {(steps[1].first, steps[1].second): None, (steps[0].first, steps[0].second): 9.0}


def test_that_the_moves_on_one_question_are_one_step_of_undo(qtbot: Any) -> None:
    sitting = Sitting(qtbot, two_people())
    sitting.press(Key.Key_Return, Key.Key_Return, "5", Key.Key_Right, Key.Key_Right, Key.Key_Return)
    sitting.context.store.undo()
    assert sitting.study.stakeholder("ST1").judgements == ()


@pytest.mark.parametrize(
    ("method", "keys"),
    [("swing", ("85",)), ("direct", (Key.Key_Right,)), ("rank_order", ("2",)), ("best_worst", ("1",))],
)
def test_that_every_method_can_be_answered_by_keyboard(
    qtbot: Any, method: WeightMethod, keys: tuple[Key | str, ...]
) -> None:
    sitting = Sitting(qtbot, two_people(method=method))
    sitting.press(Key.Key_Return, Key.Key_Return)
    for _ in range(60):
        sitting.press(*keys, Key.Key_Return)
        if "Thank you." in sitting.words():
            break
    done, count = progress(sitting.study, sitting.study.stakeholder("ST1"))
    assert done == count > 10


def test_that_a_figure_is_typed_digit_by_digit_and_ends_at_100(qtbot: Any) -> None:
    sitting = Sitting(qtbot, two_people(method="swing"))
    step = steps_of(sitting.study, sitting.study.stakeholder("ST1"))[0]
    sitting.press(Key.Key_Return, Key.Key_Return, "85")
    assert sitting.study.stakeholder("ST1").swings == {step.first: 85.0}
    sitting.press("3")
    assert sitting.study.stakeholder("ST1").swings == {step.first: 85.0}
    assert "853 is more than 100" in sitting.words()
    sitting.press(Key.Key_Right, "100", Key.Key_Right, Key.Key_Up)
    assert sitting.study.stakeholder("ST1").swings == {step.first: 100.0}
    sitting.press(Key.Key_Delete)
    assert sitting.study.stakeholder("ST1").swings == {}


def test_that_a_figure_beyond_100_is_neither_taken_nor_passed_over(qtbot: Any) -> None:
    sitting = Sitting(qtbot, two_people(method="swing"))
    step = steps_of(sitting.study, sitting.study.stakeholder("ST1"))[0]
    sitting.press(Key.Key_Return, Key.Key_Return, "150", Key.Key_Return)
    assert "150 is more than 100, so 15 stands" in sitting.words()
    assert sitting.window.turn.figures.bar.accessibleName() == "15"
    sitting.press(Key.Key_Backspace, "00")
    assert sitting.study.stakeholder("ST1").swings == {step.first: 100.0}
    assert "more than" not in sitting.words()
    sitting.press(Key.Key_Return)
    assert sitting.window.turn.figures.bar.accessibleName() == "no figure yet"


def test_that_backspace_deletes_digits_and_goes_back_only_where_none_are_typed(qtbot: Any) -> None:
    sitting = Sitting(qtbot, two_people(method="swing"))
    first, second, *_ = steps_of(sitting.study, sitting.study.stakeholder("ST1"))
    sitting.press(Key.Key_Return, Key.Key_Return, "40", Key.Key_Return, "75", Key.Key_Backspace)
    assert sitting.study.stakeholder("ST1").swings == {first.first: 40.0, second.first: 7.0}
    sitting.press(Key.Key_Backspace)
    assert sitting.study.stakeholder("ST1").swings == {first.first: 40.0}
    assert sitting.window.turn.figures.bar.accessibleName() == "no figure yet"
    sitting.press(Key.Key_Backspace)
    assert sitting.window.turn.figures.bar.accessibleName() == "40"
    assert sitting.study.stakeholder("ST1").swings == {first.first: 40.0}


def test_that_closing_in_the_middle_keeps_answers_and_keeps_them_hidden(qtbot: Any) -> None:
    sitting = Sitting(qtbot, two_people())
    sitting.press(Key.Key_Return, Key.Key_Return, "5", Key.Key_Return)
    sitting.window.close()
    assert sitting.study.session.hidden
    again = SessionWindow(sitting.context)
    qtbot.addWidget(again)
    with qtbot.waitExposed(again):
        again.show()
    assert isinstance(again.scene, FacilitatorScene)
    assert [row.total for row in again.people.screen.grid._rows] == ["next, 1 of 30", "0 of 30"]  # type: ignore[attr-defined]


def test_that_nothing_tells_an_answer_before_the_reveal(qtbot: Any) -> None:
    sitting = Sitting(qtbot, hide_answers(answered_by_both(), hidden=True))
    keys = {key for act in sitting.window.scene.acts() for key in act.keys}
    assert Key.Key_R in keys
    assert not {Key.Key_D, Key.Key_S, Key.Key_G} & keys
    sitting.press("d")
    assert isinstance(sitting.window.scene, FacilitatorScene)


def test_that_the_reveal_shows_the_most_divided_question_with_all_marks(qtbot: Any) -> None:
    sitting = Sitting(qtbot, hide_answers(answered_by_both(), hidden=True))
    sitting.press("r")
    assert not sitting.study.session.hidden
    view = sitting.window.discussion.questions.view
    assert view.is_moving
    qtbot.waitUntil(lambda: not view.is_moving, timeout=3000)
    assert "1 of 30" in sitting.words()
    assert "Rosa Diaz" in view.accessibleName()
    assert "Kofi" in view.accessibleName()


def test_that_reduced_motion_reveals_at_once(qtbot: Any) -> None:
    sitting = Sitting(qtbot, hide_answers(answered_by_both(), hidden=True))
    sitting.window.discussion.questions.view._look.has_motion = False
    sitting.press("r")
    assert not sitting.window.discussion.questions.view.is_moving


def test_that_a_note_and_a_change_of_mind_are_on_record(qtbot: Any) -> None:
    sitting = Sitting(qtbot, answered_by_both())
    sitting.press("d", "n", "Oversight first", Key.Key_Return)
    (remark,) = sitting.study.session.remarks
    assert (remark.text, remark.when) == ("Oversight first", WHEN)
    before = sitting.study.stakeholder("ST2")
    sitting.press("c", Key.Key_Down, "9", Key.Key_Return, "I misread it", Key.Key_Return)
    (change,) = sitting.study.session.changed_answers
    assert (change.stakeholder, change.reason, change.occasion) == ("ST2", "I misread it", "discussion")
    assert (change.node, change.first, change.second) == (remark.node, remark.first, remark.second)
    assert change.before != change.after
    assert sitting.study.stakeholder("ST2") != before
    assert "I misread it" in sitting.words()
    sitting.press("l")
    assert "Oversight first" in sitting.words()
    assert "I misread it" in sitting.words()


def test_that_a_change_needs_another_answer_and_a_reason_and_can_be_given_up(qtbot: Any) -> None:
    sitting = Sitting(qtbot, answered_by_both())
    sitting.press("d", "c", Key.Key_Return, Key.Key_Return)
    assert sitting.window.discussion.questions.is_changing
    sitting.press("9", Key.Key_Return, Key.Key_Return)
    assert sitting.window.discussion.questions.is_changing
    sitting.press(Key.Key_Escape)
    assert not sitting.window.discussion.questions.is_editing
    assert sitting.study.session.changed_answers == ()


def test_that_one_person_alone_has_nothing_to_discuss(qtbot: Any) -> None:
    (rosa,) = random_people(example(), 1)
    sitting = Sitting(qtbot, of(example(), rosa))
    sitting.press("d")
    assert "Nothing to compare yet." in sitting.words()
    sitting.press(Key.Key_Escape)
    assert isinstance(sitting.window.scene, FacilitatorScene)


def test_that_people_are_added_where_nobody_is_listed(qtbot: Any) -> None:
    sitting = Sitting(qtbot, of(example()))
    assert "Nobody is listed yet" in sitting.words()
    assert isinstance(sitting.context.questions, FakeQuestions)
    sitting.context.questions.line = "Rosa Diaz"
    sitting.press("n")
    assert [person.name for person in sitting.study.stakeholders] == ["Rosa Diaz"]
    assert "Rosa Diaz" in sitting.words()


def test_that_seal_save_and_ranking_are_asked_of_the_program(qtbot: Any) -> None:
    sitting = Sitting(qtbot, answered_by_both())
    sitting.press("s")
    QTest.keyClick(sitting.window, Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    assert sitting.ran == ["seal", "save"]
    sitting.press("g")
    assert sitting.told == ["ranking"]
    assert not sitting.window.isVisible()


@pytest.mark.parametrize("size", [QSize(1280, 720), QSize(1920, 1080)])
def test_that_text_is_as_large_on_any_screen_and_nothing_is_cut_off(qtbot: Any, size: QSize) -> None:
    sitting = Sitting(qtbot, two_people(), size)
    sitting.press(Key.Key_Return, Key.Key_Return, "5")
    assert sitting.window.size() == size
    name = sitting.window.turn.pairs.left.name
    assert name.font().pixelSize() * 720 / size.height() == pytest.approx(52, abs=1)
    area = sitting.window.turn.pairs
    for shown in area.findChildren(QWidget):
        place = QRect(shown.mapTo(area, QPoint(0, 0)), shown.size())
        assert area.rect().contains(place)


def test_that_the_goal_is_asked_first_and_named_above(qtbot: Any) -> None:
    sitting = Sitting(qtbot, two_people())
    sitting.press(Key.Key_Return, Key.Key_Return)
    step = sitting.window.turn._turn.step  # type: ignore[union-attr]
    assert step is not None
    assert step.node == GOAL
    assert "Between the premises" in sitting.words()


def test_that_the_curtain_over_sealed_weights_says_what_a_change_needs(qtbot: Any) -> None:
    sitting = Sitting(qtbot, seal_weights(two_people(), "Chair", WHEN))
    sitting.press(Key.Key_Return)
    assert "every change needs a name and a reason" in sitting.words()
    open_one = Sitting(qtbot, two_people())
    open_one.press(Key.Key_Return)
    assert "sealed" not in open_one.words()


def test_that_revealing_before_all_are_finished_takes_a_second_press(qtbot: Any) -> None:
    study = answered_by_both()
    study = of(study, *study.stakeholders, Stakeholder(id="ST3", name="Late"))
    sitting = Sitting(qtbot, hide_answers(study, hidden=True))
    sitting.press("r")
    assert sitting.study.session.hidden
    assert "1 person is not finished; press R again to reveal." in sitting.words()
    sitting.press(Key.Key_Up, "r")
    assert sitting.study.session.hidden
    sitting.press("r")
    assert not sitting.study.session.hidden


def test_that_points_tell_how_many_are_given(qtbot: Any) -> None:
    sitting = Sitting(qtbot, two_people(method="direct"))
    sitting.press(Key.Key_Return, Key.Key_Return, "50", Key.Key_Return, "30")
    assert "Given so far: 80 of 100." in sitting.words()


def test_that_whoever_is_added_is_chosen_and_in_view(qtbot: Any) -> None:
    people = tuple(Stakeholder(id=f"ST{n}", name=f"Office {n}") for n in range(1, 31))
    sitting = Sitting(qtbot, of(example(), *people))
    assert isinstance(sitting.context.questions, FakeQuestions)
    sitting.context.questions.line = "Rosa Diaz"
    sitting.press("n")
    screen = sitting.window.people.screen
    assert isinstance(screen, FacilitatorScreen)
    area = screen._area

    def is_in_view() -> bool:
        box = screen.grid.box_of("ST31").toRect().translated(0, -area.verticalScrollBar().value())
        return area.viewport().rect().contains(box)

    qtbot.waitUntil(is_in_view)
    assert "hand over to Rosa Diaz" in [act.word for act in sitting.window.people.acts()]


def test_that_people_who_answer_all_at_once_stand_across_all_heads(qtbot: Any) -> None:
    flat = Stakeholder(id="ST1", name="Rosa Diaz", method="swing", layout="flat")
    sitting = Sitting(qtbot, of(example(), flat, Stakeholder(id="ST2", name="Kofi Mensah")))
    grid = sitting.window.people.screen.grid  # type: ignore[attr-defined]
    rosa, kofi = grid._rows
    assert [cell.word for cell in rosa.cells] == ["All criteria at once: open"]
    box = grid.box_of("ST1")
    assert grid._cell_of(rosa, box, 0).right() == pytest.approx(grid._cell_of(kofi, box, 4).right())
    assert grid.width() <= sitting.window.people.screen.width()
