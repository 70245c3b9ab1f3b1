"""Rank order: places by keys, pointer and buttons."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from criteria.files.example import example_study
from criteria.model.study import Study
from criteria.weighting.rank_order import rank_order_weights
from desktop.app.context import Context
from desktop.pages.weights.order_list import OrderEntry
from desktop.pages.weights.order_moves import (
    Groups,
    inserted,
    joined,
    ordered,
    placed_last,
    stepped,
    toggled,
    unplaced,
)
from desktop.pages.weights.order_tab import OrderTab
from desktop.pages.weights.order_view import OrderView
from desktop.pages.weights.weights_page import WeightsPage
from tests.desktop.pages.weights.answering import person, steps


@pytest.fixture
def study() -> Study:
    return example_study()


@pytest.fixture
def view(page: WeightsPage) -> OrderView:
    page.tabs.button("rank_order").click()
    tab = page.tab
    assert isinstance(tab, OrderTab)
    return tab.view


def order(context: Context) -> Groups:
    return tuple(person(context.store.study).orders.get("P4", ()))


def shown(view: OrderView) -> list[tuple[str, str]]:
    entries = (entry for entry in view.list.entries.entries if isinstance(entry, OrderEntry))
    return [(entry.key, entry.place) for entry in entries]


def test_that_enter_places_one_after_the_other(
    qtbot: Any, page: WeightsPage, view: OrderView, context: Context
) -> None:
    assert shown(view) == [("H1", ""), ("H2", ""), ("H3", ""), ("H4", "")]
    assert not view.down.isEnabled()
    view.list.setFocus()
    view.list.setCurrentIndex(view.list.entries.index(2))
    qtbot.keyClick(view.list, Qt.Key.Key_Return)
    qtbot.keyClick(view.list, Qt.Key.Key_Return)
    assert order(context) == (("H3",), ("H1",))
    assert view.list.current == "H2"
    assert shown(view)[:2] == [("H3", "1st"), ("H1", "2nd")]
    assert steps(context) == 2
    context.store.undo()
    context.store.undo()
    assert order(context) == ()


def test_that_the_rest_is_taken_as_it_stands(view: OrderView, context: Context, page: WeightsPage) -> None:
    view.all.click()
    assert order(context) == (("H1",), ("H2",), ("H3",), ("H4",))
    assert not view.all.isEnabled()
    bars = [bar.value for bar in page.live.bars.data.groups[0].bars]
    assert bars == pytest.approx(rank_order_weights([1, 2, 3, 4], "centroid").weights.tolist())


@pytest.mark.parametrize("held", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier])
def test_that_keys_move_and_tie(
    qtbot: Any, view: OrderView, context: Context, held: Qt.KeyboardModifier
) -> None:
    view.all.click()
    view.list.setFocus()
    view.list.setCurrentIndex(view.list.entries.index(0))
    qtbot.keyClick(view.list, Qt.Key.Key_Down, held)
    assert order(context) == (("H2",), ("H1",), ("H3",), ("H4",))
    assert view.list.current == "H1"
    qtbot.keyClick(view.list, Qt.Key.Key_T)
    assert order(context) == (("H1", "H2"), ("H3",), ("H4",))
    assert shown(view)[:3] == [("H1", "1st ="), ("H2", "1st ="), ("H3", "3rd")]
    assert view.tie.text() == "A place of its own"
    view.tie.click()
    assert order(context) == (("H2",), ("H1",), ("H3",), ("H4",))
    qtbot.keyClick(view.list, Qt.Key.Key_Delete)
    assert order(context) == (("H2",), ("H3",), ("H4",))


def test_that_a_row_let_go_on_another_shares_its_place(view: OrderView, context: Context) -> None:
    view.all.click()
    view.list.dropped.emit("H4", 0, True)
    assert order(context) == (("H1", "H4"), ("H2",), ("H3",))
    view.list.dropped.emit("H3", 0, False)
    assert order(context) == (("H3",), ("H1", "H4"), ("H2",))


@pytest.mark.parametrize("formula", ["sum", "reciprocal"])
def test_that_the_formula_is_chosen(
    page: WeightsPage, view: OrderView, context: Context, formula: str
) -> None:
    view.all.click()
    view.formula.button(formula).click()
    assert person(context.store.study).rank_weights == formula
    bars = [bar.value for bar in page.live.bars.data.groups[0].bars]
    assert bars == pytest.approx(rank_order_weights([1, 2, 3, 4], formula).weights.tolist())
    assert "1981" in view.formula.button(formula).toolTip()


def test_that_clearing_can_be_undone_and_all_criteria_ordered_at_once(
    page: WeightsPage, view: OrderView, context: Context
) -> None:
    view.all.click()
    view.clear.click()
    assert order(context) == ()
    context.store.undo()
    assert len(order(context)) == 4
    view.layouts.button("flat").click()
    assert len(shown(view)) == 16
    assert page.left.nodes.entries.rowCount() == 1


A: Groups = (("a",), ("b", "c"), ("d",))


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (stepped(A, "a", -1), A),
        (stepped(A, "a", 1), (("b", "c"), ("a",), ("d",))),
        (stepped(A, "c", -1), (("a",), ("c",), ("b",), ("d",))),
        (stepped(A, "b", 1), (("a",), ("c",), ("b",), ("d",))),
        (stepped(A, "d", -1), (("a",), ("d",), ("b", "c"))),
        (stepped(A, "e", 1), (*A, ("e",))),
        (toggled(A, "a"), A),
        (toggled(A, "d"), (("a",), ("b", "c", "d"))),
        (toggled(A, "b"), (("a",), ("c",), ("b",), ("d",))),
        (joined(A, "a", "d"), (("b", "c"), ("d", "a"))),
        (joined(A, "a", "a"), A),
        (joined(A, "a", "e"), A),
        (inserted(A, "d", "a"), (("d",), ("a",), ("b", "c"))),
        (inserted(A, "a", None), (("b", "c"), ("d",), ("a",))),
        (placed_last(A, "b"), A),
        (ordered([["x", "c", "b"], ["gone"], ["a"]], ["a", "b", "c"]), (("b", "c"), ("a",))),
    ],
)
def test_that_moves_keep_everything_in_its_place(found: Groups, expected: Groups) -> None:
    assert found == expected


def test_that_what_has_no_place_keeps_the_order_of_the_study() -> None:
    assert unplaced((("b",),), ("a", "b", "c")) == ("a", "c")
