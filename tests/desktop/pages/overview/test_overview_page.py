"""The Overview: the decision in a sentence, what leads, what is still to do, and the title page."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from criteria.edits.session import hide_answers
from criteria.files.example import example_session
from criteria.model.study import Study
from criteria.template import new_study
from desktop.app.context import Context
from desktop.pages.overview.overview_page import OverviewPage
from tests.support.studies import answered, example, project, study_with, with_zero
from tests.support.windows import LONG_TITLE, FakeQuestions, make_context, many_projects, open_page, wear


def opened(qtbot: Any, study: Study) -> tuple[OverviewPage, Context]:
    context = make_context(qtbot, study)
    return open_page(qtbot, context, OverviewPage), context


def steps(page: OverviewPage) -> dict[str, tuple[str, str, str]]:
    """Sentence, state and severity of each step by its room."""
    rows = [button.row for button in page._step_list._buttons]
    return {row.room: (row.sentence, row.state, row.severity) for row in rows if row is not None}


def field(page: OverviewPage, name: str) -> QLineEdit:
    return page._title_page._fields[name][0]


def retype(editor: QLineEdit, text: str) -> None:
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def test_that_the_decision_stands_in_one_sentence(qtbot: Any) -> None:
    page, _ = opened(qtbot, example())
    assert page._sentence.plain_text == (
        "19 of 24 projects are ranked. P05 leads by every method. "
        "Screening: 5 excluded, 3 referred to the licensing authority, 4 waiting for guarantees."
    )


def test_that_leading_projects_come_with_all_their_ranks(qtbot: Any) -> None:
    page, _ = opened(qtbot, study_with(project("P1"), project("P2"), project("P3", N3=1)))
    assert [(row.key, row.ranks, row.money) for row in page._table.rows] == [
        ("P1", ("=1", "=1", "=1"), "1.0"),
        ("P2", ("=1", "=1", "=1"), "1.0"),
        ("P3", ("3", "3", "3"), "1.0"),
    ]


def test_that_enter_and_a_click_open_the_ranking_at_the_project(qtbot: Any) -> None:
    page, context = opened(qtbot, example())
    table = page._table
    QTest.keyClick(table, Qt.Key.Key_Down)
    with qtbot.waitSignal(context.navigator.asked) as asked:
        QTest.keyClick(table, Qt.Key.Key_Return)
    assert asked.args == ["ranking", table.rows[1].key]
    third = QPoint(100, table._head() + 2 * table._height() + 5)
    with qtbot.waitSignal(context.navigator.asked) as asked:
        QTest.mouseClick(table, Qt.MouseButton.LeftButton, pos=third)
    assert asked.args == ["ranking", table.rows[2].key]


def test_that_the_steps_of_a_finished_study_are_done(qtbot: Any) -> None:
    page, _ = opened(qtbot, example())
    qtbot.waitUntil(lambda: steps(page)["robustness"][1] == "done")
    assert {severity for _, _, severity in steps(page).values()} == {"done"}
    assert steps(page)["robustness"][0] == "First place survives any single weight in 10 of 20 cases"
    assert page._continue.text() == "Go to the report"
    assert page._firm_notes.isVisible()


def test_that_the_first_gap_is_where_to_continue(qtbot: Any) -> None:
    study = study_with(project("P1", A2=None), project("P2"))
    page, context = opened(qtbot, study)
    assert steps(page)["projects"][1:] == ("1 gap", "attention")
    assert page._continue.text() == "Continue with Projects"
    with qtbot.waitSignal(context.navigator.asked) as asked:
        page._continue.click()
    assert asked.args == ["projects", ""]


def test_that_unanswered_weights_are_a_step_to_do(qtbot: Any) -> None:
    study = study_with(project("P1"), project("P2", N3=1))
    page, context = opened(qtbot, study)
    assert steps(page)["weights"][2] == "todo"
    context.store.edit("answer", answered)
    assert steps(page)["weights"][2] == "attention"
    assert "contradict" in steps(page)["weights"][0]


def test_that_a_zero_that_decides_for_the_group_is_to_be_reviewed(qtbot: Any) -> None:
    page, _ = opened(qtbot, with_zero(example(), "P3"))
    sentence, state, severity = steps(page)["weights"]
    assert (state, severity) == ("review", "attention")
    assert f"{example().name_of('P3')} (Nay)" in sentence


def test_that_neither_agreement_nor_a_zero_is_told_while_answers_are_hidden(qtbot: Any) -> None:
    page, context = opened(qtbot, example_session())
    assert "consensus" in steps(page)["weights"][0]
    context.store.edit("hide", partial(hide_answers, hidden=True))
    assert steps(page)["weights"] == ("5 stakeholders combined", "done", "done")
    page, context = opened(qtbot, with_zero(example(), "P3"))
    assert "(Nay)" in steps(page)["weights"][0]
    context.store.edit("hide", partial(hide_answers, hidden=True))
    assert "Nay" not in steps(page)["weights"][0]


def test_that_a_study_without_projects_offers_the_first_two_ways(qtbot: Any) -> None:
    page, context = opened(qtbot, new_study("Empty"))
    assert page._first_steps.isVisible()
    assert not page._table.isVisible()
    assert not page._export.isEnabled()
    with qtbot.waitSignal(context.navigator.command_asked) as asked:
        page._first_steps.import_button.click()
    assert asked.args == ["import"]
    with qtbot.waitSignal(context.navigator.asked) as asked:
        page._first_steps.add_button.click()
    assert asked.args == ["projects", ""]


def test_that_the_page_fills_itself_in_with_the_first_project(qtbot: Any) -> None:
    page, context = opened(qtbot, new_study("Empty"))
    context.store.edit("add", lambda study: msgspec.structs.replace(study, projects=(project("P1"),)))
    assert not page._first_steps.isVisible()
    assert page._sentence.plain_text == "1 of 1 projects are ranked. P1 leads by every method."
    assert steps(page)["ranking"][2] == "todo"
    context.store.undo()
    assert page._first_steps.isVisible()


def test_that_projects_without_a_budget_have_no_money_bar(qtbot: Any) -> None:
    page, _ = opened(
        qtbot, study_with(project("P1", {"budget_eur": None}), project("P2", {"budget_eur": 0.0}))
    )
    assert not page._money.isVisible()
    assert page._money_head.plain_text == "No budget is entered yet"


def test_that_a_title_is_one_step_that_undo_takes_back(qtbot: Any) -> None:
    page, context = opened(qtbot, example())
    retype(field(page, "title"), "Another title")
    assert context.store.study.title == "Another title"
    assert page.header.title.plain_text == "Another title"
    context.store.undo()
    assert context.store.history.undo_label is None
    assert field(page, "title").text() == example().title


def test_that_an_empty_title_is_refused_beside_the_field(qtbot: Any) -> None:
    page, context = opened(qtbot, example())
    editor, label = page._title_page._fields["title"]
    editor.clear()
    QTest.keyClick(editor, Qt.Key.Key_Return)
    assert context.store.study.title == example().title
    assert label.error != ""


def test_that_the_envelope_is_kept_in_euros(qtbot: Any) -> None:
    page, context = opened(qtbot, example())
    retype(page._title_page._envelope, "12.5")
    assert context.store.study.settings.budget_eur == 12_500_000
    page._title_page._envelope.clear()
    QTest.keyClick(page._title_page._envelope, Qt.Key.Key_Return)
    assert context.store.study.settings.budget_eur is None


def test_that_showing_the_same_study_again_edits_nothing(qtbot: Any) -> None:
    page, context = opened(qtbot, example())
    for _ in range(3):
        page.show_study(context.store.study)
    assert context.store.history.undo_label is None


def test_that_an_answer_about_an_older_study_is_dropped(qtbot: Any) -> None:
    page, context = opened(qtbot, example())
    page._show_firm((new_study("Other"), (1, 20)))
    assert page._firm is None
    page._show_firm((context.store.study, (3, 20)))
    assert "3 of 20" in steps(page)["robustness"][0]


def test_that_a_part_of_the_money_leads_to_the_screening(qtbot: Any) -> None:
    page, context = opened(qtbot, example())
    with qtbot.waitSignal(context.navigator.asked) as asked:
        page._money.activated.emit("refer")
    assert asked.args == ["screening", ""]


def test_that_the_money_is_saved_as_a_picture(qtbot: Any, tmp_path: Path) -> None:
    page, context = opened(qtbot, example())
    assert isinstance(context.questions, FakeQuestions)
    context.questions.path = tmp_path / "money.svg"
    page._money.export_requested.emit("svg")
    assert "EUR" in context.questions.path.read_text(encoding="utf-8")


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_that_it_is_painted_in_every_theme(qtbot: Any, theme: str) -> None:
    page, _ = opened(qtbot, many_projects(example(), 200))
    wear(theme)
    page._table.setFocus()
    assert not page.grab().isNull()
    wear()


def test_that_it_is_no_larger_than_a_small_screen(qtbot: Any) -> None:
    study = msgspec.structs.replace(example(), title=LONG_TITLE, purpose=f"{LONG_TITLE} {LONG_TITLE}")
    page, _ = opened(qtbot, study)
    hint = page.minimumSizeHint()
    assert hint.width() <= 1000
    assert hint.height() <= 620


def test_that_every_control_has_a_name(qtbot: Any) -> None:
    page, _ = opened(qtbot, example())
    assert page._table.accessibleName() == "Leading projects"
    assert "P05" in page._table.accessibleDescription()
    assert page._step_list._buttons[0].accessibleName().startswith("Projects: 24 projects")
    assert all(editor.accessibleName() for editor, _ in page._title_page._fields.values())
