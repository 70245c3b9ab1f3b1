"""Many stakeholders: the list, particulars, and whose weights count."""

from __future__ import annotations

import gc
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt

from criteria.edits.people import set_stakeholder
from criteria.edits.sealing import seal_weights
from criteria.edits.session import hide_answers
from criteria.edits.weights import judge, set_best_worst
from criteria.model.people import BestWorst
from criteria.model.study import Study
from criteria.weighting.study_weights import study_weights
from desktop.app.context import Context
from desktop.pages.weights.entry_model import EntryModel
from desktop.pages.weights.method_strip import GROUP_TAB
from desktop.pages.weights.people_states import PeopleStates
from desktop.pages.weights.statements import Statements
from desktop.pages.weights.weights_page import WeightsPage
from tests.desktop.pages.weights.answering import (
    LONG,
    contradictory,
    entries,
    long_names,
    members,
    press,
    steps,
    three,
)
from tests.support.groups import of, random_people
from tests.support.windows import make_context, open_page


@pytest.fixture
def study() -> Study:
    return three()


@pytest.fixture
def page(qtbot: Any, context: Context) -> WeightsPage:
    return open_page(qtbot, context, WeightsPage, (1100, 640))


def names(context: Context) -> list[str]:
    return [person.name for person in context.store.study.stakeholders]


def test_that_the_list_tells_progress_method_and_what_counts(page: WeightsPage) -> None:
    shown = [(entry.name, entry.state, entry.severity, entry.counts) for entry in entries(page)]
    assert shown == [
        ("Development ministry", "30 of 30", "done", True),
        ("Office 2", "30 of 30", "done", True),
        ("Office 3", "Swing, 0 of 20, not counted", "", False),
    ]


def test_that_the_arrows_go_to_another_stakeholder_without_an_edit(
    qtbot: Any, page: WeightsPage, context: Context
) -> None:
    page.left.people.setFocus()
    qtbot.keyClick(page.left.people, Qt.Key.Key_Down)
    assert page.selection.stakeholder(context.store.study) == context.store.study.stakeholders[1]
    press(qtbot, page, Qt.Key.Key_9)
    first, second, _ = context.store.study.stakeholders
    assert first.judgements != second.judgements
    assert steps(context) == 1


def test_that_a_new_stakeholder_is_shown_and_named_at_once(
    qtbot: Any, page: WeightsPage, context: Context
) -> None:
    qtbot.mouseClick(page.left.add, Qt.MouseButton.LeftButton)
    editor = page.people.editor
    assert editor.isVisible()
    assert editor.name.hasFocus()
    editor.name.setText(LONG)
    qtbot.mouseClick(editor.done, Qt.MouseButton.LeftButton)
    assert names(context)[-1] == LONG
    assert not editor.isVisible()
    assert steps(context) == 2
    context.store.undo()
    context.store.undo()
    assert len(names(context)) == 3
    context.store.redo()
    assert page.left.people.current == context.store.study.stakeholders[-1].id


def test_that_particulars_are_written_field_by_field(page: WeightsPage, context: Context) -> None:
    page.people.edit()
    editor = page.people.editor
    for field, text in ((editor.organisation, "Cabinet office"), (editor.role, "Chair")):
        field.setFocus()
        field.setText(text)
    editor.power.setFocus()
    editor.power.setText("2")
    editor.note.setFocus()
    editor.note.setPlainText("Joined late")
    editor.done.setFocus()
    editor.marks.actions()[2].trigger()
    person = context.store.study.stakeholders[0]
    found = (person.organisation, person.role, person.voting_power, person.note, person.colour)
    assert found == ("Cabinet office", "Chair", 2.0, "Joined late", "success")
    assert steps(context) == 5
    assert entries(page)[0].mark == "success"
    context.store.undo()
    assert context.store.study.stakeholders[0].colour == ""


def test_that_an_empty_name_and_an_impossible_power_are_refused_beside_the_field(
    qtbot: Any, page: WeightsPage, context: Context
) -> None:
    page.people.edit()
    editor = page.people.editor
    editor.name.setText(" ")
    editor.power.setFocus()
    assert editor.error("name") == "A stakeholder needs a name."
    editor.power.setText("-1")
    editor.role.setFocus()
    assert "0 to 1000" in editor.error("voting_power")
    assert steps(context) == 0
    qtbot.keyClick(editor.role, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert names(context)[0] == "Development ministry"
    assert steps(context) == 0


def test_that_a_removal_is_told_and_taken_back(qtbot: Any, page: WeightsPage, context: Context) -> None:
    told: list[tuple[str, bool]] = []
    context.navigator.told.connect(lambda text, undo: told.append((text, undo)))
    before = context.store.study
    page.left.people.setFocus()
    qtbot.keyClick(page.left.people, Qt.Key.Key_Down)
    qtbot.keyClick(page.left.people, Qt.Key.Key_Delete)
    assert names(context) == ["Development ministry", "Office 3"]
    assert told == [("“Office 2” is removed with all answers.", True)]
    assert page.left.people.current == context.store.study.stakeholders[1].id
    context.store.undo()
    assert context.store.study == before
    assert page.left.people.current == before.stakeholders[1].id


def test_that_a_copy_stands_behind_the_original_with_its_answers(page: WeightsPage, context: Context) -> None:
    page.people.duplicate_action.trigger()
    assert names(context)[:2] == ["Development ministry", "Development ministry, copy"]
    first, copy = context.store.study.stakeholders[:2]
    assert copy.judgements == first.judgements
    assert page.left.people.current == copy.id


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier])
def test_that_keys_reorder_the_list(
    qtbot: Any, page: WeightsPage, context: Context, held: Qt.KeyboardModifier
) -> None:
    page.left.people.setFocus()
    qtbot.keyClick(page.left.people, Qt.Key.Key_Down, held)
    assert names(context) == ["Office 2", "Development ministry", "Office 3"]
    assert page.left.people.current == context.store.study.stakeholders[1].id
    qtbot.keyClick(page.left.people, Qt.Key.Key_Down, held)
    qtbot.keyClick(page.left.people, Qt.Key.Key_Down, held)
    assert names(context) == ["Office 2", "Office 3", "Development ministry"]
    assert steps(context) == 2


@pytest.mark.parametrize(
    ("row", "is_on", "expected"),
    [
        (3, False, ["Office 2", "Office 3", "Development ministry"]),
        (2, False, ["Office 2", "Development ministry", "Office 3"]),
        (1, False, ["Development ministry", "Office 2", "Office 3"]),
        (2, True, ["Office 2", "Office 3", "Development ministry"]),
    ],
)
def test_that_a_row_let_go_takes_its_place(
    page: WeightsPage, context: Context, row: int, is_on: bool, expected: list[str]
) -> None:
    page.left.people.dropped.emit(context.store.study.stakeholders[0].id, row, is_on)
    assert names(context) == expected


def test_that_the_group_or_one_stakeholder_counts(page: WeightsPage, context: Context) -> None:
    assert page.left.whose.text() == "The group counts"
    first = context.store.study.stakeholders[0].id
    page.left.whose_menu.choice(first).trigger()
    assert context.store.study.settings.weights_of == first
    assert [entry.counts for entry in entries(page)] == [True, False, False]
    assert "only the weights of Development ministry count" in page.header.statement.plain_text
    assert study_weights(context.store.study).source == first
    page.left.whose_menu.choice("group").trigger()
    assert [entry.counts for entry in entries(page)] == [True, True, False]
    assert steps(context) == 2


def test_that_a_problem_leads_to_its_stakeholder_and_method(page: WeightsPage, context: Context) -> None:
    third = context.store.study.stakeholders[2].id
    page.focus_on(f"{third}/P4")
    assert page.left.people.current == third
    assert page.method == "swing"
    assert page.left.nodes.current == "P4"


def test_that_the_statement_counts_voices_and_names_the_contradiction(context: Context) -> None:
    words, study = Statements(), context.store.study
    person = study.stakeholders[0]
    assert words.statement(study, person) == (
        "2 of 3 stakeholders have answered everything; nobody contradicts themselves"
    )
    bad = contradictory()
    group = of(bad, bad.stakeholders[0], *random_people(bad, 0), study.stakeholders[1])
    assert words.statement(group, bad.stakeholders[0]) == (
        "All 2 stakeholders have answered everything; "
        "one contradicts itself under “Conflict with human rights”"
    )


def test_that_thirty_stakeholders_find_room(qtbot: Any) -> None:
    study = of(contradictory(), *random_people(contradictory(), 30))
    page = open_page(qtbot, make_context(qtbot, study), WeightsPage, (1000, 560))
    assert page.left.people.verticalScrollBar().maximum() > 0
    assert page.left.nodes.isVisible()
    hint = page.minimumSizeHint()
    assert (hint.width() <= 1000, hint.height() <= 620) == (True, True)


def test_that_the_model_of_entries_keeps_the_rules_of_models(qtmodeltester: Any) -> None:
    model = EntryModel(is_movable=True)
    qtmodeltester.check(model)
    model.show_entries(PeopleStates().entries(three()))
    qtmodeltester.check(model)


def test_that_the_group_result_has_a_panel_of_its_own(qtbot: Any, page: WeightsPage) -> None:
    page.tabs.button(GROUP_TAB).click()
    assert not page.panel.isVisible()
    qtbot.waitUntil(lambda: page._group is not None and page._group.panel.isVisible(), timeout=20_000)
    assert page._group is not None
    assert page.header.statement.plain_text == page._group.view.statement
    page.tabs.button("pairwise").click()
    assert page.panel.isVisible()
    assert not page._group.panel.isVisible()
    assert "stakeholders have answered everything" in page.header.statement.plain_text


@pytest.mark.parametrize("tab", ["swing", "direct", "rating", "rank_order", "best_worst", GROUP_TAB])
def test_that_every_tab_fits_beside_the_sidebar_of_a_small_screen(qtbot: Any, tab: str) -> None:
    study = set_stakeholder(long_names(), "ST1", name=LONG)
    page = open_page(qtbot, make_context(qtbot, study), WeightsPage, (1000, 620))
    page.tabs.button(tab).click()
    hint = page.minimumSizeHint()
    assert (hint.width() <= 1000, hint.height() <= 620) == (True, True)


def test_that_the_tab_turns_to_the_method_of_whoever_is_in_view(page: WeightsPage, context: Context) -> None:
    people = context.store.study.stakeholders
    shown = []
    for person in people:
        page.left.people.chosen.emit(person.id)
        shown.append(page.method)
        page.tabs.button("best_worst").click()
    assert shown == [person.method for person in people]
    assert len(set(shown)) > 1


def test_that_a_seal_is_seen_where_weights_are(page: WeightsPage, context: Context) -> None:
    assert not page.left.seal.isVisible()
    context.store.edit("Seal", lambda study: seal_weights(study, "Rosa Díaz", "2026-11-20T10:00:00"))
    assert page.left.seal.isVisible()
    assert page.left.seal.text == "Sealed by Rosa Díaz on 2026-11-20, not amended"
    page.show_study(three())
    assert not page.left.seal.isVisible()


def test_that_the_acts_on_a_stakeholder_outlive_whatever_comes_between(
    qtbot: Any, page: WeightsPage, context: Context
) -> None:
    desk, store = page.people, context.store
    acts = (desk.edit_action, desk.duplicate_action, desk.remove_action, desk.up_action, desk.down_action)
    for turn in range(3):
        qtbot.mouseClick(page.left.more, Qt.MouseButton.LeftButton)
        assert page.left.acts.isVisible()
        page.left.acts.close()
        store.edit("Hide", lambda study: hide_answers(study, hidden=True))
        gc.collect()
        store.edit("Reveal", lambda study: hide_answers(study, hidden=False))
        store.undo()
        store.redo()
        page.show_study(seal_weights(store.study, "Rosa Díaz", "2026-11-20T10:00:00"))
        page.show_study(store.study)
        gc.collect()
        page.left.people.chosen.emit(context.store.study.stakeholders[turn].id)
        assert (desk.up_action.isEnabled(), desk.down_action.isEnabled()) == (turn > 0, turn < 2)
    assert all(shiboken6.isValid(act) for act in acts)
    # Python follows the life of what it made itself; of what Qt made it knows the address alone.
    assert all(shiboken6.createdByPython(act) for act in acts)
    assert [act for act in page.left.acts.actions() if not act.isSeparator()] == list(acts)


def test_that_best_and_worst_alone_do_not_count_as_weights() -> None:
    study = members("pairwise", "best_worst")
    first, second, third = study.stakeholders
    study = set_best_worst(study, third.id, "goal", BestWorst(best="P1", worst="P4"))
    shown = {entry.key: entry for entry in PeopleStates().entries(study)}
    assert (shown[first.id].counts, shown[second.id].counts, shown[third.id].counts) == (True, False, False)
    assert shown[third.id].state == "Best-worst, 2 of 35, not counted"
    study = judge(study, second.id, first.judgements[0])
    assert (
        Statements()
        .statement(study, first)
        .startswith("1 of 3 stakeholders have answered everything, 2 more have begun")
    )
    for known in first.judgements:
        study = judge(study, second.id, known)
    assert (
        Statements()
        .statement(study, first)
        .startswith("2 of 3 stakeholders have answered everything, 1 more has begun; ")
    )


def test_that_a_long_word_is_broken_and_the_questions_keep_their_rows(qtbot: Any) -> None:
    study = of(contradictory(), *random_people(contradictory(), 8))
    word = "Grundgesetzverwaltungszusammenarbeitsbeauftragter"
    study = set_stakeholder(study, study.stakeholders[1].id, name=word)
    page = open_page(qtbot, make_context(qtbot, study), WeightsPage, (1088, 640))
    people, nodes = page.left.people, page.left.nodes
    line = page.context.look.metrics.line("strong")
    assert people.sizeHintForRow(1) >= people.sizeHintForRow(0) + line // 2
    assert people.verticalScrollBar().maximum() > 0
    whole = [nodes.visualRect(nodes.model().index(row, 0)) for row in range(4)]
    assert all(nodes.viewport().rect().contains(row) for row in whole)
    assert page.height() == 640
