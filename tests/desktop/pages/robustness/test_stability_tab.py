"""The tab Stability: the interval of every premise and criterion."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.robustness.study_sensitivity import study_stability
from desktop.app.context import Context
from desktop.pages.robustness.robustness_page import RobustnessPage
from desktop.pages.robustness.stability_tab import StabilityTab
from tests.support.robustness import opened, settled
from tests.support.studies import example
from tests.support.windows import FakeQuestions


def shown(qtbot: Any, study: Study) -> tuple[StabilityTab, RobustnessPage, Context]:
    page, context = opened(qtbot, study, "stability")
    assert isinstance(page.tab, StabilityTab)
    return page.tab, page, context


def intervals(tab: StabilityTab) -> dict[str, tuple[float, float]]:
    return {bar.key: (bar.lower, bar.upper) for bar in tab.bars.data.bars}


def test_that_the_intervals_are_those_of_the_method(qtbot: Any) -> None:
    tab, page, context = shown(qtbot, example())
    page._methods.button("ahp").click()
    settled(qtbot, page)
    found = study_stability(rank(context.store.study))
    expected = {
        item.element: (item.stability.winner.lower, item.stability.winner.upper)
        for item in found
        if item.method == "ahp"
    }
    assert intervals(tab) == expected


def test_that_the_whole_order_holds_within_less_than_first_place(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, example())
    first = intervals(tab)
    tab.kinds.button("order").click()
    order = intervals(tab)
    assert all(order[key][0] >= first[key][0] and order[key][1] <= first[key][1] for key in first)
    assert order != first


def test_that_the_intervals_are_saved_with_a_head(qtbot: Any, tmp_path: Path) -> None:
    tab, _, context = shown(qtbot, example())
    assert isinstance(context.questions, FakeQuestions)
    context.questions.path = tmp_path / "chart.svg"
    tab.bars.export_requested.emit("svg")
    assert "Weights that keep first place" in context.questions.path.read_text(encoding="utf-8")
