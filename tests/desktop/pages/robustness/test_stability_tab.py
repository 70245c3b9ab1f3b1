"""The tab Stability: where the winner, the best k or the order holds, in strips and in words."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from criteria.model.settings import METHODS
from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.robustness.bands import Band
from criteria.robustness.kept_ranges import ElementKept, KeptRanges
from criteria.robustness.stability import Interval
from criteria.robustness.study_sensitivity import study_stability
from desktop.app.context import Context
from desktop.charts.stability_bars import StabilityBar
from desktop.pages.robustness.robustness_page import RobustnessPage
from desktop.pages.robustness.stability_states import StabilityStates
from desktop.pages.robustness.stability_tab import StabilityTab
from desktop.pages.robustness.stability_words import RangeWords, room
from desktop.widgets.panel_parts import Rows, Sentence
from tests.support.robustness import opened, settled
from tests.support.studies import example, project, study_with
from tests.support.windows import FakeQuestions


def shown(qtbot: Any, study: Study) -> tuple[StabilityTab, RobustnessPage, Context]:
    page, context = opened(qtbot, study, "stability")
    assert isinstance(page.tab, StabilityTab)
    return page.tab, page, context


def strips(tab: StabilityTab) -> dict[str, StabilityBar]:
    return {bar.key: bar for bar in tab.bars.data.bars}


def intervals(tab: StabilityTab) -> dict[str, tuple[float, float]]:
    return {key: (bar.lower, bar.upper) for key, bar in strips(tab).items()}


def said(tab: StabilityTab) -> list[str]:
    content = tab.panel._content
    assert content is not None
    return [part.html for part in content.sections[0].parts if isinstance(part, Sentence)]


@pytest.mark.parametrize("method", METHODS)
def test_that_the_intervals_are_those_of_the_method(qtbot: Any, method: str) -> None:
    tab, page, context = shown(qtbot, example())
    page._methods.button(method).click()
    settled(qtbot, page)
    found = [item for item in study_stability(rank(context.store.study)) if item.method == method]
    winner = {i.element: (i.stability.winner.lower, i.stability.winner.upper) for i in found}
    assert intervals(tab) == winner
    tab.kinds.button("order").click()
    settled(qtbot, page)
    assert intervals(tab) == {i.element: (i.stability.order.lower, i.stability.order.upper) for i in found}
    tab.kinds.button("top").click()
    settled(qtbot, page)
    tops = {i.element: i.stability.top_k for i in found}
    assert intervals(tab) == {key: (k.lower, k.upper) for key, k in tops.items() if k is not None}


def test_that_k_is_chosen_from_one_to_ten(qtbot: Any) -> None:
    tab, page, _ = shown(qtbot, example())
    assert not tab.top.isVisible()
    first = intervals(tab)
    tab.kinds.button("top").click()
    settled(qtbot, page)
    assert tab.top.isVisible()
    assert [tab.top.itemData(place) for place in range(tab.top.count())] == list(range(1, 11))
    tab.top.setCurrentIndex(0)
    tab.top.activated.emit(0)
    settled(qtbot, page)
    assert intervals(tab) == first
    tab.top.setCurrentIndex(9)
    tab.top.activated.emit(9)
    settled(qtbot, page)
    assert tab.sentence.plain_text.startswith("The set of the best 10 survives")


def test_that_the_sentence_counts_the_exceptions(qtbot: Any) -> None:
    tab, page, _ = shown(qtbot, example())
    assert tab.sentence.plain_text == (
        "First place survives any change of a single weight except of 10 of 20; "
        "State violence against persons has the least room: 0.0\u00a0% to 7.0\u00a0%, 4.0\u00a0% now."
    )
    page._methods.button("benefit_risk").click()
    settled(qtbot, page)
    assert "survives any change" in tab.sentence.plain_text


def test_that_few_exceptions_are_named_and_none_are_said_to_be_none(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, study_with(project("P1", N3=6), project("P2", N3=4)))
    assert tab.sentence.plain_text == "First place survives any change of any single weight."
    free, bound = Interval(0.0, 1.0, None, None), Interval(0.1, 0.3, (0, 1), (0, 1))
    found = tuple(
        ElementKept(key, KeptRanges(0.2, bound if key in ("P2", "S1") else free), (), ("P01", "P02"))
        for key in ("P1", "P2", "S1")
    )
    assert RangeWords().summary(rank(example()), found, "order", 3) == (
        "The whole order survives any change of a single weight except Political structures and conflict "
        "(10.0\u00a0% to 30.0\u00a0%, now 20.0\u00a0%) and Checks and balances "
        "(10.0\u00a0% to 30.0\u00a0%, now 20.0\u00a0%)."
    )


def test_that_the_panel_says_who_comes_before_whom_beyond_each_end(qtbot: Any) -> None:
    tab, page, _ = shown(qtbot, example())
    tab.bars.activated.emit("P2")
    assert said(tab) == [
        "First place holds from 0.0\u00a0% to 21.2\u00a0%; the weight is 14.0\u00a0% now.",
        "Above 21.2\u00a0% P02 comes before P05.",
    ]
    assert tab.bars.data.selected == "P2"
    assert page.choice.element == "P2"
    content = tab.panel._content
    assert content is not None
    (rows,) = [part for part in content.sections[1].parts if isinstance(part, Rows)]
    assert rows.rows[0] == ("0.0\u00a0% to 21.2\u00a0%", "P05")
    assert rows.rows[1][1] == "P02"


def test_that_strips_name_who_is_first_elsewhere(qtbot: Any) -> None:
    tab, page, _ = shown(qtbot, example())
    bar = strips(tab)["P2"]
    assert bar.others[0].label == "P02"
    assert bar.others[0].lower == pytest.approx(bar.upper)
    assert bar.others[-1].upper == 1.0
    tab.kinds.button("order").click()
    settled(qtbot, page)
    assert strips(tab)["P2"].others == ()


def test_that_the_strip_with_the_least_room_comes_first(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, example())
    tree = list(strips(tab))
    assert tree[:2] == ["P1", "N1"]
    tab.order.button("room").click()
    rooms = {item.element: room(item) for item in tab._found}
    listed = [rooms[key] for key in strips(tab)]
    assert listed == sorted(listed)
    tab.order.button("premise").click()
    assert list(strips(tab)) == tree


def test_that_the_lines_of_the_selected_weight_are_one_press_away(qtbot: Any) -> None:
    tab, page, _ = shown(qtbot, example())
    QTest.keyClick(tab.bars, Qt.Key.Key_Down)
    chosen = page.choice.element
    tab.see.click()
    settled(qtbot, page)
    assert (page.tabs.current, page.choice.element) == ("gradient", chosen)


def test_that_a_range_that_comes_back_is_shown_and_said() -> None:
    now, again = Interval(0.0, 0.25, None, (1, 0)), Interval(0.66, 1.0, (1, 0), None)
    bands = (Band(0.0, 0.25, (1,)), Band(0.25, 0.66, (0,)), Band(0.66, 1.0, (1,)))
    item = ElementKept("P2", KeptRanges(0.2, now, (again,)), bands, ("P01", "P02"))
    assert RangeWords().lines(item, "winner", 1) == (
        "First place holds from 0.0\u00a0% to 25.0\u00a0%; the weight is 20.0\u00a0% now.",
        "Above 25.0\u00a0% P01 comes before P02.",
        "It holds again from 66.0\u00a0% to 100.0\u00a0%.",
        "Below 66.0\u00a0% P01 comes before P02.",
    )
    bars = StabilityStates().bars(rank(example()), (item,), "winner", 1, "", by_room=False)
    (bar,) = bars.bars
    assert bar.again == ((0.66, 1.0),)
    assert bar.range_text == "0.0–25.0\u00a0%, 66.0–100.0\u00a0%"
    assert [(other.lower, other.upper, other.label) for other in bar.others] == [(0.25, 0.66, "P01")]


def test_that_a_shared_place_is_said_to_be_parted() -> None:
    item = ElementKept("P2", KeptRanges(0.2, Interval(0.2, 0.2, (0, 1), (1, 0))), (), ("P01", "P02"))
    assert RangeWords().lines(item, "winner", 1)[0] == (
        "First place is shared now, and any change of this weight parts it."
    )
    assert room(item) == 0.0


def test_that_the_intervals_are_saved_with_a_head(qtbot: Any, tmp_path: Path) -> None:
    tab, _, context = shown(qtbot, example())
    assert isinstance(context.questions, FakeQuestions)
    context.questions.path = tmp_path / "chart.svg"
    tab.bars.export_requested.emit("svg")
    assert "First place survives" in context.questions.path.read_text(encoding="utf-8")
