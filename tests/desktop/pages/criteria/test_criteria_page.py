"""The Criteria room: the hierarchy with its weights, one criterion in full, and its value function."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.template import new_study
from criteria.weighting.study_weights import study_weights
from desktop.app.context import Context
from desktop.pages.criteria.criteria_page import CriteriaPage
from tests.support.studies import example, project, study_with
from tests.support.windows import FakeQuestions, make_context, many_projects, open_page, wear


def opened(qtbot: Any, study: Study, selected: str = "") -> tuple[CriteriaPage, Context]:
    context = make_context(qtbot, study)
    page = open_page(qtbot, context, CriteriaPage)
    if selected:
        page.focus_on(selected)
    return page, context


def retype(editor: QLineEdit, text: str) -> None:
    editor.selectAll()
    QTest.keyClicks(editor, text)
    QTest.keyClick(editor, Qt.Key.Key_Return)


def choose_shape(page: CriteriaPage, kind: str) -> None:
    box = page._view._editor._kind
    place = box.findData(kind)
    box.setCurrentIndex(place)
    box.activated.emit(place)


def test_that_the_hierarchy_shows_every_weight(qtbot: Any) -> None:
    page, context = opened(qtbot, example())
    weights = study_weights(context.store.study)
    assert page._list._rows["N3"].text(1) == f"{100 * weights.of('N3'):.1f}\u00a0%"
    assert page._list._rows["P2"].text(1) == f"{100 * weights.premise_values['P2']:.1f}\u00a0%"
    assert len(page._list._rows) == 20


def test_that_the_keys_walk_the_hierarchy(qtbot: Any) -> None:
    page, _ = opened(qtbot, example(), "N1")
    QTest.keyClick(page._list, Qt.Key.Key_Down)
    assert page._view._title.plain_text.startswith("N2")
    QTest.keyClick(page._list, Qt.Key.Key_Up)
    QTest.keyClick(page._list, Qt.Key.Key_Up)
    assert page._view._title.plain_text == example().premises[0].name


def test_that_a_problem_leads_to_its_criterion_and_unknown_places_nowhere(qtbot: Any) -> None:
    page, _ = opened(qtbot, example(), "A2/N2")
    assert page._view._title.plain_text.startswith("A2")
    page.focus_on("nowhere")
    assert page._view._title.plain_text.startswith("A2")


def test_that_facts_say_unit_direction_and_what_the_projects_span(qtbot: Any) -> None:
    page, _ = opened(qtbot, example(), "N1")
    facts = page._view._facts.plain_text
    assert "lower is better" in facts
    assert "these projects span 0.458 to 0.937" in facts


def test_that_levels_come_with_their_anchors(qtbot: Any) -> None:
    page, _ = opened(qtbot, example(), "H1")
    assert page._view._levels.count() == 2 * 7
    assert page._view._levels_head.isVisible()
    page.focus_on("N1")
    assert not page._view._levels_head.isVisible()


def test_that_a_premise_has_no_scale(qtbot: Any) -> None:
    page, _ = opened(qtbot, example(), "P2")
    assert not page._view.chart.isVisible()
    assert not page._view._editor.isVisible()
    page.focus_on("S1")
    assert page._view.chart.isVisible()


def test_that_a_criterion_is_switched_off_in_one_step(qtbot: Any) -> None:
    page, context = opened(qtbot, example(), "N2")
    page._view._active.click()
    assert not context.store.study.criterion("N2").active
    assert page._list._rows["N2"].text(1) == "off"
    assert "1 switched off" in page.header.statement.plain_text
    context.store.undo()
    assert context.store.history.undo_label is None
    assert page._view._active.isChecked()


def test_that_a_new_anchor_moves_curve_and_ranking_in_one_step(qtbot: Any) -> None:
    page, context = opened(qtbot, example(), "N1")
    before = rank(context.store.study).methods["topsis"].low.tolist()
    retype(page._view._editor._worst, "0,9")
    assert context.store.study.criterion("N1").value_function.worst == 0.9
    assert (0.9, 0.0) in page._view.chart.data.anchors
    assert rank(context.store.study).methods["topsis"].low.tolist() != before
    context.store.undo()
    assert context.store.history.undo_label is None
    assert page._view._editor._worst.value == 1.0


def test_that_equal_anchors_are_refused_beside_the_field(qtbot: Any) -> None:
    page, context = opened(qtbot, example(), "N1")
    retype(page._view._editor._worst, "0.35")
    assert context.store.study.criterion("N1").value_function.worst == 1.0
    assert page._view._editor._error.isVisible()
    assert page._view._editor._worst.value == 1.0
    page.focus_on("N2")
    assert not page._view._editor._error.isVisible()


@pytest.mark.parametrize(("criterion", "kind"), [("H1", "levels"), ("N1", "piecewise")])
def test_that_another_shape_changes_no_value_by_itself(qtbot: Any, criterion: str, kind: str) -> None:
    page, context = opened(qtbot, example(), criterion)
    before = rank(context.store.study).methods["ahp"].low.tolist()
    choose_shape(page, kind)
    assert context.store.study.criterion(criterion).value_function.kind == kind
    assert rank(context.store.study).methods["ahp"].low.tolist() == pytest.approx(before, abs=1e-6)
    assert page._view._editor._points.isVisible()


def test_that_the_value_of_a_level_is_one_step(qtbot: Any) -> None:
    page, context = opened(qtbot, example(), "H1")
    choose_shape(page, "levels")
    retype(page._view._editor._fields[1], "0.7")
    assert dict(context.store.study.criterion("H1").value_function.points)[2.0] == 0.7
    context.store.undo()
    assert context.store.study.criterion("H1").value_function.kind == "levels"
    assert page._view._editor._fields[1].value == pytest.approx(0.83, abs=0.01)


def test_that_values_out_of_order_are_refused_and_the_field_shows_what_holds(qtbot: Any) -> None:
    page, context = opened(qtbot, example(), "H1")
    choose_shape(page, "levels")
    before = context.store.study
    retype(page._view._editor._fields[1], "0.1")
    assert context.store.study is before
    assert page._view._editor._error.isVisible()
    assert page._view._editor._fields[1].value == pytest.approx(0.83, abs=0.01)


def test_that_showing_the_same_study_again_edits_nothing(qtbot: Any) -> None:
    page, context = opened(qtbot, example(), "A2")
    for _ in range(3):
        page.show_study(context.store.study)
    assert context.store.history.undo_label is None
    assert page._view._title.plain_text.startswith("A2")


@pytest.mark.parametrize("study", [new_study("Empty"), study_with(project("P1"))], ids=["empty", "one"])
def test_that_few_projects_are_no_obstacle(qtbot: Any, study: Study) -> None:
    page, _ = opened(qtbot, study, "N2")
    assert len(page._view.chart.data.ticks) == len(study.projects)


def test_that_the_curve_is_saved_as_a_picture(qtbot: Any, tmp_path: Path) -> None:
    page, context = opened(qtbot, example(), "N1")
    assert isinstance(context.questions, FakeQuestions)
    context.questions.path = tmp_path / "curve.svg"
    page._view.chart.export_requested.emit("svg")
    assert "Human development" in context.questions.path.read_text(encoding="utf-8")


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_that_it_is_painted_in_every_theme(qtbot: Any, theme: str) -> None:
    page, _ = opened(qtbot, many_projects(example(), 200), "H1")
    wear(theme)
    assert not page.grab().isNull()
    wear()


def test_that_it_is_no_larger_than_a_small_screen(qtbot: Any) -> None:
    page, _ = opened(qtbot, example(), "A1")
    hint = page.minimumSizeHint()
    assert hint.width() <= 1000
    assert hint.height() <= 620


def test_that_names_of_criteria_are_not_cut_at_twice_the_size_where_there_is_room(qtbot: Any) -> None:
    page, _ = opened(qtbot, example(), "N1")
    wear("light", 2.0)
    metrics = page.context.look.metrics
    needed = max(metrics.width(row.text(0)) for row in page._list._rows.values()) + metrics.units(4)
    page.resize(1900, 900)
    assert page._list.columnWidth(0) >= needed
    wear()


@pytest.mark.parametrize(("theme", "has_edges"), [("light", False), ("contrast", True)])
def test_that_the_chosen_row_is_seen_without_its_ground(qtbot: Any, theme: str, has_edges: bool) -> None:
    page, _ = opened(qtbot, example(), "N3")
    wear(theme)
    box = page._list.visualItemRect(page._list._rows["N3"])
    picture = page._list.viewport().grab().toImage()
    ratio = picture.devicePixelRatio()
    edge = picture.pixelColor(round(box.center().x() * ratio), round(box.top() * ratio))
    assert (edge == page.context.look.colour("accent")) is has_edges
    wear()
