"""The list of sets of questions."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from criteria.edits.weights import clear_judgements, set_figures
from criteria.files.example import example_study
from criteria.model.people import WeightMethod
from criteria.model.study import Study
from desktop.pages.weights.answers import question_nodes
from desktop.pages.weights.entry_model import EntryModel
from desktop.pages.weights.node_entries import NodeEntries
from desktop.pages.weights.node_list import NodeEntry, NodeList
from tests.desktop.pages.weights.answering import comparing_projects, contradictory, person
from tests.support.windows import look_of_tests

ENTRIES = (NodeEntry("goal", "Between the premises", "0.02", "done"), NodeEntry("P1", "Need", "open"))


def entries_of(study: Study, method: WeightMethod) -> tuple[NodeEntry, ...]:
    nodes = question_nodes(study) if method == "pairwise" else study.nodes
    return NodeEntries().entries(study, person(study), method, nodes)


@pytest.fixture
def nodes(qtbot: Any) -> NodeList:
    nodes = NodeList(look_of_tests(), "Questions about")
    qtbot.addWidget(nodes)
    nodes.show_entries(ENTRIES, "goal")
    nodes.show()
    return nodes


def test_that_the_model_keeps_the_rules_of_models(qtmodeltester: Any) -> None:
    model = EntryModel()
    qtmodeltester.check(model)
    model.show_entries(ENTRIES)
    qtmodeltester.check(model)


def test_that_showing_is_silent_and_choosing_is_told(qtbot: Any, nodes: NodeList) -> None:
    with qtbot.assertNotEmitted(nodes.chosen):
        nodes.show_entries((*ENTRIES, NodeEntry("P2", "Structures", "open")), "P2")
    with qtbot.waitSignal(nodes.chosen) as chosen:
        qtbot.keyClick(nodes, Qt.Key.Key_Up)
    assert chosen.args == ["P1"]


def test_that_equal_keys_only_change_data(qtbot: Any, nodes: NodeList) -> None:
    model = nodes.entries
    with qtbot.assertNotEmitted(model.rowsRemoved), qtbot.waitSignal(model.dataChanged):
        nodes.show_entries((ENTRIES[0], NodeEntry("P1", "Need", "3 of 6")), "goal")


def test_that_an_entry_can_be_heard(nodes: NodeList) -> None:
    assert nodes.entries.index(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Need, open"


def test_that_states_tell_consistency_progress_and_contradiction() -> None:
    study = contradictory()
    entries = {entry.key: entry for entry in entries_of(study, "pairwise")}
    assert (entries["P4"].state, entries["P4"].severity) == ("0.14", "attention")
    assert (entries["goal"].state, entries["goal"].severity) == ("0.02", "done")
    cleared = clear_judgements(study, person(study).id, "P1")
    entries = {entry.key: entry for entry in entries_of(cleared, "pairwise")}
    assert (entries["P1"].state, entries["P1"].severity) == ("open", "")


def test_that_points_are_counted_under_direct_weights() -> None:
    study = set_figures(example_study(), person(example_study()).id, "direct", {"N1": 10.0})
    entries = {entry.key: entry for entry in entries_of(study, "direct")}
    assert (entries["P1"].state, entries["P1"].severity) == ("1 of 4", "")
    assert entries["goal"].state == "open"


def test_that_project_comparisons_stand_under_a_head() -> None:
    study = comparing_projects()
    entries = entries_of(study, "pairwise")
    heads = [entry.key for entry in entries if entry.head]
    assert heads == ["projects/N1"]
