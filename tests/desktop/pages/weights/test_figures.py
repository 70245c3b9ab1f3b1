"""Swing, points and rating: figures for each item, by the rule of each method."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from criteria.files.example import example_study
from criteria.model.people import ALL, Stakeholder, WeightMethod
from criteria.model.study import Study
from criteria.weighting.elicited import figures
from desktop.app.context import Context
from desktop.pages.weights.figure_sums import fitted, whole_shares, with_rest
from desktop.pages.weights.figures_tab import FiguresTab
from desktop.pages.weights.figures_view import FiguresView
from desktop.pages.weights.own_view import answered_by
from desktop.pages.weights.weights_page import WeightsPage
from desktop.widgets.text import Text
from tests.desktop.pages.weights.answering import catch_up, person, steps

SUMS = {"swing": "Make the largest 100", "direct": "Scale to 100", "rating": "Make the least 10"}


@pytest.fixture
def study() -> Study:
    return example_study()


def opened(page: WeightsPage, method: str) -> FiguresView:
    page.tabs.button(method).click()
    tab = page.tab
    assert isinstance(tab, FiguresTab)
    return tab.view


def given(context: Context, method: WeightMethod) -> dict[str, float]:
    study = context.store.study
    known: Stakeholder = answered_by(study, person(study), method)
    return dict(figures(known))


def write(view: FiguresView, key: str, text: str) -> None:
    field = view.rows[key].field
    field.setFocus()
    field.setText(text)
    field.editingFinished.emit()


@pytest.mark.parametrize("method", ["swing", "direct", "rating"])
def test_that_a_slider_moves_figures_in_one_step(
    qtbot: Any, page: WeightsPage, context: Context, method: WeightMethod
) -> None:
    view = opened(page, method)
    slider = view.rows["H1"].slider
    for value in (10, 40, 80):
        slider.setValue(value)
    assert given(context, method) == {"H1": 80.0}
    assert steps(context) == 1
    slider.sliderReleased.emit()
    slider.setValue(60)
    assert steps(context) == 2
    catch_up(qtbot, page)
    assert view.rows["H1"].share.plain_text == "100\u00a0%"
    context.store.undo()
    context.store.undo()
    assert given(context, method) == {}
    context.store.redo()
    assert view.rows["H1"].slider.value() == 80


@pytest.mark.parametrize("method", ["swing", "direct", "rating"])
def test_that_an_emptied_figure_is_taken_back(
    page: WeightsPage, context: Context, method: WeightMethod
) -> None:
    view = opened(page, method)
    write(view, "H2", "25")
    assert given(context, method) == {"H2": 25.0}
    assert view.rows["H2"].slider.value() == 25
    write(view, "H2", "")
    assert given(context, method) == {}
    assert steps(context) == 2


@pytest.mark.parametrize(
    ("method", "expected"),
    [
        ("swing", {"H1": 100.0, "H2": 50.0, "H3": 25.0, "H4": 25.0}),
        ("direct", {"H1": 50.0, "H2": 25.0, "H3": 13.0, "H4": 12.0}),
        ("rating", {"H1": 40.0, "H2": 20.0, "H3": 10.0, "H4": 10.0}),
    ],
)
def test_that_figures_are_brought_to_the_rule_on_request(
    page: WeightsPage, context: Context, method: WeightMethod, expected: dict[str, float]
) -> None:
    view = opened(page, method)
    for key, text in (("H1", "80"), ("H2", "40"), ("H3", "20")):
        write(view, key, text)
        assert not view.fit.isVisible()
    write(view, "H4", "20")
    assert page.live.verdict.isVisible()
    assert view.fit.text() == SUMS[method]
    view.fit.click()
    assert given(context, method) == expected
    assert not view.fit.isVisible()
    assert "Fits" in page.live.verdict.words


def test_that_the_rest_is_told_and_shared_evenly(page: WeightsPage, context: Context) -> None:
    view = opened(page, "direct")
    for key, text in (("H1", "60"), ("H2", "20"), ("H3", "5")):
        write(view, key, text)
    assert view._sum.plain_text == "85 given; rest to give: 15"
    view.spread.click()
    assert given(context, "direct") == {"H1": 64.0, "H2": 24.0, "H3": 9.0, "H4": 3.0}
    assert view._sum.plain_text == "All 100 points are given."
    assert not view.spread.isVisible()
    context.store.undo()
    assert given(context, "direct") == {"H1": 60.0, "H2": 20.0, "H3": 5.0}


def test_that_too_many_points_are_told(page: WeightsPage) -> None:
    view = opened(page, "direct")
    for key, text in (("H1", "60"), ("H2", "60"), ("H3", "5"), ("H4", "5")):
        write(view, key, text)
    assert view._sum.plain_text == "130 given, 30 more than there are"
    assert "30 too many" in page.live.verdict.words


@pytest.mark.parametrize("method", ["swing", "direct", "rating"])
def test_that_figures_can_start_from_the_pairwise_weights_and_be_cleared(
    page: WeightsPage, context: Context, method: WeightMethod
) -> None:
    told: list[bool] = []
    context.navigator.told.connect(lambda _text, undo: told.append(undo))
    view = opened(page, method)
    view.start.click()
    found = given(context, method)
    assert set(found) == {"H1", "H2", "H3", "H4"}
    assert max(found, key=lambda key: found[key]) == "H1"
    view.clear.click()
    assert given(context, method) == {}
    assert told == [True]
    assert steps(context) == 2


@pytest.mark.parametrize("method", ["swing", "direct", "rating"])
def test_that_all_criteria_can_be_weighed_at_once(
    qtbot: Any, page: WeightsPage, context: Context, method: WeightMethod
) -> None:
    view = opened(page, method)
    qtbot.mouseClick(view.layouts.button("flat"), Qt.MouseButton.LeftButton)
    assert person(context.store.study).layout == "flat"
    assert page.selection.node == ALL
    assert len(view.rows) == 16
    assert "splitting bias" in view.layouts.button("flat").toolTip()
    write(view, "N1", "30")
    assert given(context, method) == {"N1": 30.0}
    context.store.undo()
    context.store.undo()
    assert len(view.rows) == 4


def test_that_what_is_at_stake_stands_beside_each_item(page: WeightsPage) -> None:
    state_rows = opened(page, "swing")
    assert "which would you improve first" in state_rows._title.plain_text
    words = [label.plain_text for label in state_rows.findChildren(Text)]
    assert any("No persons rather than Generally deemed incompatible" in text for text in words)


@pytest.mark.parametrize(
    ("given_figures", "total"),
    [({"a": 1.0, "b": 1.0, "c": 1.0}, 100.0), ({"a": 0.0, "b": 7.0}, 100.0), ({"a": 1e-9, "b": 1e9}, 100.0)],
)
def test_that_whole_shares_add_up(given_figures: dict[str, float], total: float) -> None:
    found = whole_shares(given_figures, total)
    assert sum(found.values()) == total
    assert all(value >= 0 and value == int(value) for value in found.values())


def test_that_the_rest_adds_up_even_where_it_is_no_whole_number() -> None:
    found = with_rest(("a", "b", "c"), {"a": 12.5}, 100.0)
    assert sum(found.values()) == pytest.approx(100.0)
    assert 29.0 <= found["a"] - 12.5 <= 30.0


def test_that_fitting_keeps_proportions() -> None:
    assert fitted({"a": 3.0, "b": 6.0}, "swing", 100.0) == {"a": 50.0, "b": 100.0}
    assert fitted({"a": 3.0, "b": 6.0}, "rating", 100.0) == {"a": 10.0, "b": 20.0}


def in_front(qtbot: Any, page: WeightsPage, view: FiguresView) -> None:
    page.window().activateWindow()
    qtbot.waitUntil(lambda: page.isActiveWindow() and all(r.field.isVisible() for r in view.rows.values()))


def test_that_tab_goes_from_figure_to_figure(qtbot: Any, page: WeightsPage) -> None:
    view = opened(page, "direct")
    keys = list(view.rows)
    in_front(qtbot, page, view)
    view.take_keyboard()
    passed = []
    for _ in keys:
        passed += [key for key in keys if view.rows[key].field.hasFocus()]
        qtbot.keyClick(page.window().focusWidget(), Qt.Key.Key_Tab)
    assert passed == keys
    assert view.rows[keys[0]].slider.hasFocus()


def test_that_what_is_no_figure_is_told_beside_the_field_until_it_is_mended(
    page: WeightsPage, context: Context
) -> None:
    view = opened(page, "direct")
    write(view, "H1", "abc")
    row = view.rows["H1"]
    assert row.refusal.isVisible()
    assert row.refusal.plain_text == '"abc" is not a number; write it like 3.5 or 3,5.'
    assert row.field.accessibleDescription() == row.refusal.plain_text
    write(view, "H2", "40")
    assert row.refusal.isVisible()
    assert given(context, "direct") == {"H2": 40.0}
    write(view, "H1", "20")
    assert not row.refusal.isVisible()
    assert row.field.accessibleDescription() == ""
    assert given(context, "direct") == {"H1": 20.0, "H2": 40.0}


def test_that_an_act_that_is_done_leaves_the_keyboard_with_the_figures(qtbot: Any, page: WeightsPage) -> None:
    view = opened(page, "direct")
    for key in view.rows:
        write(view, key, "20")
    write(view, "H2", "30")
    in_front(qtbot, page, view)
    view.fit.setFocus()
    qtbot.keyClick(view.fit, Qt.Key.Key_Space)
    assert view.fit.isHidden()
    assert view.rows["H2"].field.hasFocus()
