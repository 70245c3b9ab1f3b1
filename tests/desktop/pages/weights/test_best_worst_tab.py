"""Best-worst: both ends, the comparisons with them, and the live check."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt

from criteria.edits.weights import set_best_worst
from criteria.files.example import example_study
from criteria.model.people import BestWorst
from criteria.model.study import Study
from desktop.app.context import Context
from desktop.pages.weights.best_worst_states import BestWorstStates
from desktop.pages.weights.best_worst_tab import BestWorstTab
from desktop.pages.weights.best_worst_view import BestWorstView
from desktop.pages.weights.weights_page import WeightsPage
from tests.desktop.pages.weights.answering import catch_up, person, steps


@pytest.fixture
def study() -> Study:
    return example_study()


@pytest.fixture
def view(page: WeightsPage) -> BestWorstView:
    page.tabs.button("best_worst").click()
    tab = page.tab
    assert isinstance(tab, BestWorstTab)
    return tab.view


def answer(context: Context) -> BestWorst | None:
    return person(context.store.study).best_worst.get("P4")


def choose(view: BestWorstView, best: str, worst: str) -> None:
    view.choices[best].most.click()
    view.choices[worst].least.click()


def test_that_comparisons_follow_both_ends(view: BestWorstView, context: Context) -> None:
    assert view.rows == {}
    choose(view, "H1", "H4")
    assert list(view.rows) == [("H1", "H4"), ("H1", "H2"), ("H1", "H3"), ("H2", "H4"), ("H3", "H4")]
    assert steps(context) == 2
    context.store.undo()
    assert not view.choices["H4"].least.isChecked()
    assert view.choices["H1"].most.isChecked()
    context.store.undo()
    assert answer(context) is None


def test_that_digits_answer_and_one_row_is_one_step(
    qtbot: Any, page: WeightsPage, view: BestWorstView, context: Context
) -> None:
    choose(view, "H1", "H4")
    before = steps(context)
    scale = view.rows["H1", "H2"].scale
    scale.setFocus()
    for key in (Qt.Key.Key_3, Qt.Key.Key_Right, Qt.Key.Key_2):
        qtbot.keyClick(scale, key)
    catch_up(qtbot, page)
    found = answer(context)
    assert found is not None
    assert dict(found.from_best) == {"H2": 2.0}
    assert steps(context) == before + 1
    qtbot.keyClick(scale, Qt.Key.Key_Delete)
    found = answer(context)
    assert found is not None
    assert dict(found.from_best) == {}


def fill(view: BestWorstView, *values: float) -> None:
    for row, value in zip(list(view.rows.values()), values, strict=True):
        row.scale.value_changed.emit(value)


def test_that_consistent_answers_give_weights_and_pass(
    qtbot: Any, page: WeightsPage, view: BestWorstView
) -> None:
    choose(view, "H1", "H4")
    fill(view, 8.0, 2.0, 4.0, 4.0, 2.0)
    catch_up(qtbot, page)
    assert "fit together" in view._check.plain_text
    assert "Consistent" in page.live.verdict.words
    weights = [bar.value for bar in page.live.bars.data.groups[0].bars]
    assert weights == pytest.approx([8 / 15, 4 / 15, 2 / 15, 1 / 15], abs=1e-6)


def test_that_the_answer_that_contradicts_most_is_named(
    qtbot: Any, page: WeightsPage, view: BestWorstView
) -> None:
    choose(view, "H1", "H4")
    fill(view, 8.0, 7.0, 4.0, 7.0, 2.0)
    catch_up(qtbot, page)
    assert "through H2 the most is 7 × 7 = 49 times the least, but directly 8" in view._check.plain_text
    assert "contradicts the others most" in view.rows["H1", "H2"].word.plain_text
    assert "contradicts" not in view.rows["H1", "H3"].word.plain_text
    assert "Contradictory" in page.live.verdict.words


def test_that_an_answer_above_the_one_between_the_ends_is_named(view: BestWorstView) -> None:
    choose(view, "H1", "H4")
    fill(view, 3.0, 7.0, 2.0, 2.0, 2.0)
    assert "An answer about H2 is above 3" in view._check.plain_text


def test_that_another_best_keeps_what_still_means_something(view: BestWorstView, context: Context) -> None:
    choose(view, "H1", "H4")
    fill(view, 8.0, 2.0, 4.0, 4.0, 2.0)
    view.choices["H2"].most.click()
    found = answer(context)
    assert found is not None
    assert (found.best, found.worst, dict(found.from_best), dict(found.to_worst)) == (
        "H2",
        "H4",
        {},
        {"H3": 2.0},
    )
    view.choices["H4"].most.click()
    found = answer(context)
    assert found is not None
    assert (found.best, found.worst) == ("H4", "")


def test_that_clearing_is_told_and_undone(page: WeightsPage, view: BestWorstView, context: Context) -> None:
    told: list[bool] = []
    context.navigator.told.connect(lambda _text, undo: told.append(undo))
    choose(view, "H1", "H4")
    view.clear.click()
    assert answer(context) is None
    assert told == [True]
    context.store.undo()
    assert answer(context) is not None


def test_that_answers_without_a_published_limit_are_not_judged() -> None:
    study = example_study()
    known = BestWorst(
        best="H1", worst="H4", from_best={"H2": 2.0, "H3": 2.0, "H4": 2.0}, to_worst={"H2": 1.0, "H3": 2.0}
    )
    study = set_best_worst(study, person(study).id, "P4", known)
    state = BestWorstStates().state(study, person(study), "P4")
    assert state.check
    assert len(state.comparisons) == 5
