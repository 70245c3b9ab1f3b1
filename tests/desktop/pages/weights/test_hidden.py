"""What a hidden session keeps from whoever looks at the weights room."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QListView, QWidget

from criteria.edits.people import set_stakeholder
from criteria.edits.session import hide_answers
from criteria.edits.weights import judge
from criteria.model.people import Judgement
from criteria.model.study import Study
from desktop.app.context import Context
from desktop.pages.weights.method_strip import GROUP_TAB
from desktop.pages.weights.people_states import PeopleStates
from desktop.pages.weights.weights_page import WeightsPage
from tests.desktop.pages.weights.answering import LONG, entries, three
from tests.support.windows import make_context, open_page


@pytest.fixture
def study() -> Study:
    return three()


@pytest.fixture
def page(qtbot: Any, context: Context) -> WeightsPage:
    return open_page(qtbot, context, WeightsPage, (1100, 640))


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
