"""Pairwise answers: order, scale, links, repairs, circles, and whether enough is answered."""

from __future__ import annotations

from typing import Any

import msgspec
import numpy as np
import pytest
from PySide6.QtCore import Qt

from criteria.edits.people import set_way_of_answering
from criteria.edits.settings import set_settings
from criteria.edits.weights import clear_judgements, judge
from criteria.files.example import example_study
from criteria.model.people import Judgement
from criteria.model.study import Study
from criteria.sessions.settled import Settled
from criteria.weighting.elicited import node_weights
from desktop.pages.weights.answers import Question, node_answers
from desktop.pages.weights.enough import EnoughWords
from desktop.pages.weights.links import Links, linking_question
from desktop.pages.weights.own_view import own_view, top_projects
from desktop.pages.weights.question_order import USEFUL, QuestionOrder
from desktop.pages.weights.question_states import QuestionStates
from desktop.pages.weights.repair_words import RepairWords
from desktop.pages.weights.repairs import circles, repairs
from desktop.pages.weights.weights_page import WeightsPage
from tests.desktop.pages.weights.answering import (
    answered,
    asked,
    catch_up,
    contradictory,
    person,
    press,
    steps,
    unanswered,
)
from tests.support.groups import of, random_people
from tests.support.windows import make_context, open_page


def linked(*pairs: tuple[str, str]) -> Study:
    """The example in which only these pairs of the first premise are answered."""
    study = clear_judgements(example_study(), person(example_study()).id, "P1")
    for first, second in pairs:
        study = judge(study, person(study).id, Judgement("P1", first, second, 3.0))
    return study


def test_that_the_most_useful_question_links_first() -> None:
    study = linked(("N1", "N2"))
    following = QuestionOrder()
    following.way = USEFUL
    found = following.following(study, person(study), Question("P1", "N1", "N2"))
    assert found == Question("P1", "N3", "N4")


def test_that_useful_questions_skip_what_is_answered_and_come_back_to_what_was_passed(
    qtbot: Any,
) -> None:
    context = make_context(qtbot, unanswered())
    page = open_page(qtbot, context, WeightsPage)
    page.pairwise.foot.orders.entry(USEFUL).trigger()
    seen = [asked(page)]
    for _ in range(5):
        press(qtbot, page, Qt.Key.Key_Return)
        seen.append(asked(page))
    assert len(set(seen)) == 6
    assert all(question is not None and question.node == "goal" for question in seen)
    qtbot.mouseClick(page.pairwise.question_view.back, Qt.MouseButton.LeftButton)
    assert asked(page) == seen[-2]
    assert steps(context) == 0


def test_that_the_scale_is_chosen_and_turns_the_weights(qtbot: Any) -> None:
    context = make_context(qtbot, example_study())
    page = open_page(qtbot, context, WeightsPage)
    page.focus_on("P4")
    before = [bar.value for bar in page.live.bars.data.groups[0].bars]
    page.pairwise.foot.scales.entry("balanced").trigger()
    study = context.store.study
    assert person(study).judgement_scale == "balanced"
    bars = [bar.value for bar in page.live.bars.data.groups[0].bars]
    assert bars == pytest.approx(node_weights(study, person(study), "P4").weights.tolist())
    assert bars != pytest.approx(before)
    assert "1.5 times" in page.pairwise.foot.scales.entry("balanced").toolTip()
    context.store.undo()
    assert [bar.value for bar in page.live.bars.data.groups[0].bars] == pytest.approx(before)


def test_that_the_matrix_shows_answers_not_what_the_scale_makes_of_them() -> None:
    study = set_way_of_answering(contradictory(), person(contradictory()).id, judgement_scale="power")
    page_answers = node_answers(study, person(study), "P4")
    assert page_answers.matrix[0, 1] == pytest.approx(9.0)
    _, state = QuestionStates().matrix(study, person(study), "P4")
    assert state.matrix[0, 1] == pytest.approx(3.0)


def test_that_incomplete_answers_follow_the_chosen_way(qtbot: Any) -> None:
    study = linked(("N1", "N2"), ("N2", "N3"), ("N3", "N4"))
    for first, second, value in (("N1", "N3", 2.0), ("N2", "N4", 7.0)):
        study = judge(study, person(study).id, Judgement("P1", first, second, value))
    context = make_context(qtbot, study)
    page = open_page(qtbot, context, WeightsPage)
    page.focus_on("P1")
    before = [bar.value for bar in page.live.bars.data.groups[0].bars]
    page.menu.action("incomplete", "harker").trigger()
    study = context.store.study
    assert study.settings.incomplete == "harker"
    expected = node_weights(study, person(study), "P1").weights
    bars = [bar.value for bar in page.live.bars.data.groups[0].bars]
    assert bars == pytest.approx(expected.tolist())
    assert not np.allclose(bars, before)


def test_that_a_missing_link_is_named_with_its_question(qtbot: Any) -> None:
    study = linked(("N1", "N2"), ("N3", "N4"))
    found = Links().text(study, person(study), "P1")
    assert found is not None
    assert found.text.startswith("No answer links N1 and N2 with N3 and N4")
    question = linking_question(study, person(study), "P1")
    assert question is not None
    page = open_page(qtbot, make_context(qtbot, study), WeightsPage)
    page.focus_on("P1")
    assert page.live.link.go.text() == f"Compare {question.first} and {question.second}"
    qtbot.mouseClick(page.live.link.go, Qt.MouseButton.LeftButton)
    assert asked(page) == question
    press(qtbot, page, Qt.Key.Key_3)
    assert not page.live.link.isVisible()


def test_that_what_nobody_can_tell_is_no_way_to_link() -> None:
    study = linked(("N1", "N2"))
    for other in ("N3", "N4"):
        for first in ("N1", "N2"):
            study = judge(study, person(study).id, Judgement("P1", first, other, None))
    question = linking_question(study, person(study), "P1")
    assert question == Question("P1", "N3", "N4")
    study = judge(study, person(study).id, Judgement("P1", "N3", "N4", 2.0))
    found = Links().text(study, person(study), "P1")
    assert found is not None
    assert found.button == ""


def test_that_all_repairs_are_offered_and_kept_on_record(qtbot: Any) -> None:
    context = make_context(qtbot, contradictory())
    page = open_page(qtbot, context, WeightsPage)
    page.focus_on("P4")
    known = repairs(context.store.study, person(context.store.study), "P4")
    assert [repair.cr_after for repair in known] == sorted(repair.cr_after for repair in known)
    further = page.live.further
    assert further.unfold.text() == f"{len(known) - 1} other repairs"
    assert not further.rows[0].isVisible()
    further.unfold.click()
    assert further.rows[0].isVisible()
    second = known[1]
    further.rows[0].accept.click()
    catch_up(qtbot, page)
    study = context.store.study
    assert answered(context, second.question) == second.suggested
    record = study.session.changed_answers[-1]
    assert (record.occasion, record.before, record.after) == ("repair", second.value, second.suggested)
    assert steps(context) == 1
    context.store.undo()
    assert context.store.study.session.changed_answers == ()


def test_that_a_repair_is_told_with_what_it_moves() -> None:
    study = contradictory()
    known = repairs(study, person(study), "P4")[1]
    html = RepairWords().further_html(study, known)
    assert "CR 0." in html
    assert "of the weight here" in html
    assert "place" in html or "move" in html


def test_that_a_circle_is_said_in_words() -> None:
    study = unanswered()
    for first, second, value in (("N1", "N2", 3.0), ("N2", "N3", 3.0), ("N1", "N3", 1 / 3)):
        study = judge(study, person(study).id, Judgement("P1", first, second, value))
    found = circles(study, person(study), "P1")
    assert RepairWords().circle(study, "P1", found) == (
        "Three answers go in a circle: N1 over N2, N2 over N3, N3 over N1."
    )
    assert RepairWords().circle(study, "P1", ()) == ""
    assert "2 more circles" in RepairWords().circle(study, "P1", found * 3)


def found(status: str, remaining: int, share: float) -> Settled:
    return Settled(status, 5, (), share, share, 0.0, 400, remaining, None, 0.0, 0)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("status", "remaining", "share", "line"),
    [
        ("settled", 6, 1.0, "24 of 30 answered: further answers cannot change the first five."),
        (
            "likely",
            6,
            0.97,
            (
                "24 of 30 answered: further answers are unlikely to change the first five "
                "(97\u00a0% of completions keep them)."
            ),
        ),
        (
            "open",
            6,
            0.4,
            (
                "24 of 30 answered: further answers may still change the first five; "
                "40\u00a0% of completions keep them."
            ),
        ),
        ("settled", 0, 1.0, "24 of 30 answered."),
    ],
)
def test_that_it_is_said_whether_enough_is_answered(
    status: str, remaining: int, share: float, line: str
) -> None:
    assert EnoughWords().line(24, 30, found(status, remaining, share)) == line
    assert EnoughWords().line(24, 30, None) == "24 of 30 answered."


def test_that_enough_is_computed_off_the_keys_and_the_latest_wins(qtbot: Any) -> None:
    context = make_context(qtbot, clear_judgements(example_study(), person(example_study()).id, "P4"))
    page = open_page(qtbot, context, WeightsPage)
    page.focus_on("P4")
    press(qtbot, page, Qt.Key.Key_3)
    assert page.pairwise.foot.line.plain_text == "25 of 30 answered."
    assert page.is_waiting
    press(qtbot, page, Qt.Key.Key_Return, Qt.Key.Key_2)
    qtbot.waitUntil(lambda: "the first five" in page.pairwise.foot.line.plain_text, timeout=20_000)
    assert page.pairwise.foot.line.plain_text.startswith("26 of 30 answered: further answers")
    assert not page.is_waiting


def test_that_leaving_gives_up_the_work_and_coming_back_asks_again(qtbot: Any) -> None:
    context = make_context(qtbot, clear_judgements(example_study(), person(example_study()).id, "P4"))
    page = open_page(qtbot, context, WeightsPage)
    page.leave()
    assert not page.is_waiting
    page.show_study(context.store.study)
    assert page.is_waiting


def test_that_weights_are_painted_before_the_rest_is_computed(qtbot: Any) -> None:
    study = of(example_study(), *random_people(example_study(), 30))
    context = make_context(qtbot, study)
    page = open_page(qtbot, context, WeightsPage)
    page.focus_on("P4")
    top, before = page.live._shown_top, page.live.bars.data
    shown_people = page.left.people.entries.entries
    qtbot.keyClick(page.pairwise.question_view.scale, Qt.Key.Key_9)
    assert page.is_catching_up
    now = context.store.study
    expected = node_answers(now, now.stakeholders[0], "P4").weights.tolist()
    bars = page.live.bars.data.groups[0].bars
    assert [bar.value for bar in bars] == pytest.approx(expected)
    assert page.live.bars.data != before
    assert page.live._shown_top is top
    assert page.left.people.entries.entries is shown_people
    catch_up(qtbot, page)
    view = own_view(now, now.stakeholders[0], "pairwise")
    assert page.live._shown_top is not None
    assert [key for _, key, _ in page.live._shown_top] == [key for _, key in top_projects(view)]


def test_that_each_stakeholder_sees_the_own_first_five(qtbot: Any) -> None:
    study = of(example_study(), *random_people(example_study(), 3))
    context = make_context(qtbot, set_settings(study, weights_of=study.stakeholders[2].id))
    page = open_page(qtbot, context, WeightsPage)
    page.left.people.setFocus()
    seen = []
    for _ in range(3):
        seen.append(page.live._shown_top)
        qtbot.keyClick(page.left.people, Qt.Key.Key_Up)
    assert len(set(seen)) > 1


def test_that_a_study_without_projects_asks_nothing_of_them(qtbot: Any) -> None:
    context = make_context(qtbot, msgspec.structs.replace(example_study(), projects=(), waivers=()))
    page = open_page(qtbot, context, WeightsPage)
    assert page.live._top_note.plain_text == "No project to rank yet."
    assert page.pairwise.foot.line.plain_text == "30 of 30 answered."
    assert not page.is_waiting
