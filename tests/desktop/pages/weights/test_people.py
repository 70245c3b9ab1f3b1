"""Many stakeholders: the list, particulars, whose weights count, and what stays hidden."""

from __future__ import annotations

import gc
from typing import Any

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView, QWidget

from criteria.edits.people import set_stakeholder
from criteria.edits.sealing import seal_weights
from criteria.edits.session import hide_answers
from criteria.edits.weights import judge, set_best_worst
from criteria.model.people import BestWorst, Judgement
from criteria.model.study import Study
from criteria.weighting.study_weights import study_weights
from desktop.app.context import Context
from desktop.pages.weights.entry_model import EntryModel
from desktop.pages.weights.method_strip import GROUP_TAB
from desktop.pages.weights.people_list import PersonEntry
from desktop.pages.weights.people_states import PeopleStates
from desktop.pages.weights.statements import Statements
from desktop.pages.weights.weights_page import WeightsPage
from tests.desktop.pages.weights.answering import contradictory, long_names, members, press, steps
from tests.support.groups import of, random_people
from tests.support.windows import make_context, open_page

LONG = "Bundesbeauftragte für Datenschutz und Künstliche Intelligenz"


def three() -> Study:
    """Three stakeholders of whom the first two have answered."""
    study = members("pairwise", "swing")
    first, second, _ = study.stakeholders
    for known in first.judgements:
        study = judge(study, second.id, known)
    return study


@pytest.fixture
def context(qtbot: Any) -> Context:
    return make_context(qtbot, three())


@pytest.fixture
def page(qtbot: Any, context: Context) -> WeightsPage:
    return open_page(qtbot, context, WeightsPage, (1100, 640))


def names(context: Context) -> list[str]:
    return [person.name for person in context.store.study.stakeholders]


def entries(page: WeightsPage) -> list[PersonEntry]:
    return [entry for entry in page.left.people.entries.entries if isinstance(entry, PersonEntry)]


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


def secret() -> Study:
    """A hidden session of three, each with answers of their own that contradict each other differently."""
    study = three()
    _, second, third = study.stakeholders
    for a, b, value in (("N1", "N2", 9.0), ("N2", "N3", 9.0), ("N1", "N3", 1 / 9)):
        study = judge(study, second.id, Judgement("P1", a, b, value))
    study = set_stakeholder(study, second.id, name=LONG, note="A note nobody may read", colour="danger")
    study = set_stakeholder(study, third.id, name="Zivilgesellschaft", organisation="Unseen office")
    return hide_answers(study, hidden=True)


def said(root: QWidget) -> str:
    """Every word in view: labels, buttons, rows of lists with their tooltips, accessible names."""
    words: list[str] = []
    for widget in root.findChildren(QWidget):
        if not widget.isVisibleTo(root):
            continue
        words += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, QLabel):
            words.append(widget.text())
        text = getattr(widget, "text", None)
        if callable(text) and not isinstance(widget, QLabel):
            words.append(str(text()))
        if isinstance(widget, QListView):
            model = widget.model()
            for row in range(model.rowCount()):
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                    words.append(str(model.index(row, 0).data(role) or ""))
                words.append(str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) or ""))
    return "\n".join(words)


@pytest.mark.parametrize(
    "tab", ["pairwise", "swing", "direct", "rating", "rank_order", "best_worst", GROUP_TAB]
)
def test_that_a_hidden_session_leaks_nothing_of_others(qtbot: Any, tab: str) -> None:
    page = open_page(qtbot, make_context(qtbot, secret()), WeightsPage, (1100, 640))
    page.tabs.button(tab).click()
    leaks = ("Development ministry", LONG, "Zivilgesellschaft", "Unseen office", "A note nobody may read")
    for person in page.context.store.study.stakeholders:
        page.left.people.chosen.emit(person.id)
        assert page.tabs.current == tab
        words = said(page)
        for leak in (*leaks, "contradicts"):
            assert leak not in words
        assert not page.panel.isVisible()
        assert not page.left.nodes.isVisible()
        assert not page.tab.widget.isVisible()
        assert "●" not in words
    assert not any(entry.severity == "attention" or entry.mark for entry in entries(page))
    assert page.header.statement.plain_text.endswith("names are hidden") or tab == GROUP_TAB


def test_that_a_hidden_list_shows_progress_alone(page: WeightsPage) -> None:
    shown = [(entry.name, entry.state, entry.counts) for entry in PeopleStates().entries(secret())]
    assert shown == [
        ("Stakeholder 1", "30 of 30", False),
        ("Stakeholder 2", "30 of 30", False),
        ("Stakeholder 3", "0 of 20", False),
    ]


def test_that_the_curtain_leads_to_the_session_alone(qtbot: Any) -> None:
    context = make_context(qtbot, secret())
    page = open_page(qtbot, context, WeightsPage, (1100, 640))
    wishes: list[str] = []
    context.navigator.command_asked.connect(wishes.append)
    assert page._curtain.isVisible()
    assert "Answers are hidden until the reveal." in said(page)
    qtbot.mouseClick(page._curtain.button, Qt.MouseButton.LeftButton)
    assert wishes == ["session"]
    before = context.store.study
    for key in (Qt.Key.Key_9, Qt.Key.Key_Return, Qt.Key.Key_5):
        qtbot.keyClick(page.left.people, key)
        qtbot.keyClick(page, key)
    assert context.store.study == before


def test_that_particulars_stay_closed_while_names_are_hidden(qtbot: Any) -> None:
    context = make_context(qtbot, secret())
    page = open_page(qtbot, context, WeightsPage, (1100, 640))
    assert not page.people.edit_action.isEnabled()
    page.left.people.edit_asked.emit()
    assert page.people._editor is None
    told: list[str] = []
    context.navigator.told.connect(lambda text, _undo: told.append(text))
    page.people.remove_action.trigger()
    assert told == ["The stakeholder is removed with all answers."]
    context.store.undo()
    qtbot.mouseClick(page.left.add, Qt.MouseButton.LeftButton)
    assert page.people.editor.isVisible()
    assert page.people.editor.name.text() == "Stakeholder 4"
    context.store.undo()
    assert not page.people.editor.isVisible()
    page.left.reveal.click()
    assert page.people.edit_action.isEnabled()


def test_that_the_reveal_turns_to_the_method_of_whoever_is_in_view(qtbot: Any) -> None:
    page = open_page(qtbot, make_context(qtbot, secret()), WeightsPage, (1100, 640))
    page.left.people.chosen.emit(page.context.store.study.stakeholders[2].id)
    assert page.tabs.current == "pairwise"
    qtbot.mouseClick(page.left.reveal, Qt.MouseButton.LeftButton)
    assert page.method == "swing"
    assert page.tab.widget.isVisible()
    assert page.left.nodes.isVisible()
    assert page.panel.isVisible()


def test_that_the_reveal_shows_names_and_can_be_taken_back(qtbot: Any) -> None:
    context = make_context(qtbot, secret())
    page = open_page(qtbot, context, WeightsPage, (1100, 640))
    assert page.left.reveal.isVisible()
    qtbot.mouseClick(page.left.reveal, Qt.MouseButton.LeftButton)
    assert entries(page)[1].name == LONG
    assert not page.left.reveal.isVisible()
    context.store.undo()
    assert entries(page)[1].name == "Stakeholder 2"


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
