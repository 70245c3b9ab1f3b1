"""Sorting and filtering are views: the study keeps its order, and an edit moves no row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from PySide6.QtCore import Qt

from criteria.edits.projects import add_project
from criteria.files.example import example_study
from criteria.files.typed_cells import set_texts
from criteria.model.projects import Project
from criteria.model.study import Study
from desktop.pages.projects.project_filter import ProjectFilter
from desktop.pages.projects.project_model import ProjectModel

DOWN = Qt.SortOrder.DescendingOrder


def refuse(_texts: Mapping[tuple[str, str], str]) -> bool:
    return False


def filtered(study: Study) -> tuple[ProjectModel, ProjectFilter]:
    model = ProjectModel(study, refuse)
    return model, ProjectFilter(model, model)


def ids(rows: ProjectFilter) -> list[str]:
    return [rows.index(row, 0).data() for row in range(rows.rowCount())]


def test_that_the_proxy_keeps_to_the_rules_of_qt(qtmodeltester: Any) -> None:
    model, rows = filtered(example_study())
    qtmodeltester.check(rows)
    rows.cycle_sort("A2")
    rows.set_needle("vaccine")
    qtmodeltester.check(rows)
    assert model.rowCount() == 24


def test_that_a_third_click_gives_the_order_of_the_study_back() -> None:
    study = example_study()
    _, rows = filtered(study)
    order = [project.id for project in study.projects]
    budgets = sorted(order, key=lambda key: study.project(key).budget_eur or 0)
    rows.cycle_sort("budget_eur")
    assert ids(rows) == budgets
    rows.cycle_sort("budget_eur")
    assert ids(rows) == budgets[::-1]
    rows.cycle_sort("budget_eur")
    assert ids(rows) == order


@pytest.mark.parametrize("order", [Qt.SortOrder.AscendingOrder, DOWN])
def test_that_missing_values_come_last_either_way(order: Qt.SortOrder) -> None:
    _, rows = filtered(set_texts(example_study(), {("P11", "A2"): "", ("P03", "A2"): ""}))
    rows.sort_by("A2", order)
    assert set(ids(rows)[-2:]) == {"P03", "P11"}


def test_that_results_of_the_screening_sort_from_pass_to_exclude() -> None:
    model, rows = filtered(example_study())
    rows.sort_by("screening", Qt.SortOrder.AscendingOrder)
    first, last = ids(rows)[0], ids(rows)[-1]
    assert model.screen_of(model.row_of(first)) == "pass"
    assert model.screen_of(model.row_of(last)) == "exclude"


@pytest.mark.parametrize(
    ("text", "expected"),
    [("egypt", ["P11"]), ("EGY", ["P11"]), ("p11", ["P11"]), ("early warning", ["P05", "P16"]), ("zzz", [])],
)
def test_that_id_title_country_and_tags_are_searched(text: str, expected: list[str]) -> None:
    _, rows = filtered(example_study())
    rows.set_needle(text)
    assert [key for key in ids(rows) if key in expected] == expected
    assert bool(ids(rows)) == bool(expected)


def test_that_filters_hold_together() -> None:
    _, rows = filtered(set_texts(example_study(), {("P11", "A2"): "", ("P03", "A2"): ""}))
    rows.set_only_missing(True)
    assert ids(rows) == ["P03", "P11"]
    rows.set_screen("refer")
    assert ids(rows) == ["P11"]
    rows.set_screen("")
    rows.set_only_missing(False)
    assert len(ids(rows)) == 24


def test_that_an_edit_moves_no_row_until_one_sorts_again() -> None:
    study = example_study()
    model, rows = filtered(study)
    rows.sort_by("A2", DOWN)
    before = ids(rows)
    model.show_study(set_texts(study, {("P05", "A2"): "1"}))
    assert ids(rows) == before
    rows.refresh()
    assert ids(rows)[-3:] != before[-3:]
    assert ids(rows)[0] != "P05"


def test_that_a_filled_gap_stays_on_show_while_one_works() -> None:
    study = set_texts(example_study(), {("P11", "A2"): "", ("P03", "A2"): ""})
    model, rows = filtered(study)
    rows.set_only_missing(True)
    model.show_study(set_texts(study, {("P11", "A2"): "2000"}))
    assert ids(rows) == ["P03", "P11"]


def test_that_a_new_project_appears_in_a_sorted_table() -> None:
    study = example_study()
    model, rows = filtered(study)
    rows.sort_by("A2", DOWN)
    model.show_study(add_project(study, Project(id="X1", title="New")))
    assert "X1" in ids(rows)
    assert rows.rowCount() == 25
