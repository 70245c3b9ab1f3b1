"""Ranks by three methods side by side."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from criteria.ranking.explain import agreement
from criteria.ranking.results import rank
from desktop.pages.ranking.compare_view import CompareView
from desktop.widgets.mark_delegate import MutedRole, NoteRole, StateRole, StrongRole
from tests.support.studies import example, project, study_with
from tests.support.windows import look_of_tests, many_projects

ROLE = Qt.ItemDataRole


def compared(qtbot: Any, study: Any, method: Any = "topsis", selected: str = "") -> CompareView:
    view = CompareView(look_of_tests())
    qtbot.addWidget(view)
    results = rank(study)
    view.show_results(results, method, selected or study.projects[0].id)
    return view


def texts(view: CompareView, row: int) -> list[str]:
    cells = view.table.cells
    return [str(cells.index(row, column).data(ROLE.DisplayRole)) for column in range(cells.columnCount())]


def test_that_ties_and_differences_stand_in_the_row(qtbot: Any) -> None:
    view = compared(qtbot, study_with(project("P1"), project("P2"), project("P3", N3=1)))
    assert texts(view, 0) == ["P1", "Project P1", "Pass", "=1", "=1", "=1", "0"]
    assert texts(view, 2)[3:] == ["3", "3", "3", "0"]


def test_that_a_large_difference_is_strong(qtbot: Any) -> None:
    view = compared(qtbot, example())
    cells = view.table.cells
    found = {texts(view, row)[-1]: cells.index(row, 6).data(StrongRole) for row in range(cells.rowCount())}
    assert {int(places) >= 4 for places, strong in found.items() if strong and places} == {True}
    assert {int(places) < 4 for places, strong in found.items() if not strong and places} == {True}


def test_that_the_excluded_stand_last_with_the_rank_they_would_have_had(qtbot: Any) -> None:
    study = example()
    view = compared(qtbot, study)
    results = rank(study)
    cells = view.table.cells
    first = len(results.ranked)
    assert [texts(view, row)[0] for row in range(first, 24)] == ["P22", "P19", "P21", "P20", "P24"]
    cell = cells.index(first, 3)
    assert (cell.data(ROLE.DisplayRole), cell.data(NoteRole), cell.data(MutedRole)) == ("–", "(15)", True)
    assert cells.index(first, 2).data(StateRole) == "exclude"
    assert "15th" in cell.data(ROLE.ToolTipRole)


def test_that_the_agreement_of_each_pair_is_given(qtbot: Any) -> None:
    study = example()
    view = compared(qtbot, study)
    cells = view.pairs.cells
    rows = [[cells.index(row, column).data() for column in range(4)] for row in range(3)]
    expected = agreement(rank(study))
    assert [row[0] for row in rows] == ["TOPSIS and AHP", "TOPSIS and Benefit–risk", "AHP and Benefit–risk"]
    assert [row[2] for row in rows] == [f"{item.kendall:.3f}" for item in expected]
    assert [row[3] for row in rows] == [f"{item.shared_top} of 5" for item in expected]


def test_that_one_project_has_dashes_for_agreement(qtbot: Any) -> None:
    cells = compared(qtbot, study_with(project("P1"))).pairs.cells
    assert [cells.index(0, column).data() for column in (1, 2, 3)] == ["–", "–", "1 of 1"]


def test_that_the_keys_choose_a_project_and_showing_does_not(qtbot: Any) -> None:
    view = compared(qtbot, example(), selected="P05")
    chosen: list[str] = []
    view.activated.connect(chosen.append)
    view.show_results(rank(example()), "topsis", "P05")
    assert chosen == []
    QTest.keyClick(view.table, Qt.Key.Key_Down)
    assert chosen == ["P02"]


def test_that_the_model_keeps_the_rules_of_models(qtbot: Any, qtmodeltester: Any) -> None:
    view = compared(qtbot, example())
    qtmodeltester.check(view.table.cells)
    view.show_results(rank(many_projects(example(), 60)), "ahp", "P01")
    assert view.table.cells.rowCount() == 60
    view.show_results(rank(study_with(project("P1"))), "ahp", "P1")
    assert view.table.cells.rowCount() == 1
    qtmodeltester.check(view.table.cells)
