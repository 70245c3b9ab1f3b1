"""The tab Reversal: what the core certifies, the first counterexample in words, and the way out."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from criteria.edits.settings import set_settings
from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.robustness.study_reversal import study_certificates
from desktop.app.context import Context
from desktop.pages.robustness.reversal_tab import ReversalTab
from desktop.pages.robustness.robustness_page import RobustnessPage
from desktop.widgets.side_panel import SidePanel
from tests.support.robustness import opened, settled
from tests.support.studies import example
from tests.support.windows import FakeQuestions


def shown(qtbot: Any, study: Study) -> tuple[ReversalTab, RobustnessPage, Context]:
    page, context = opened(qtbot, study, "reversal")
    assert isinstance(page.tab, ReversalTab)
    return page.tab, page, context


def panel_words(tab: ReversalTab) -> str:
    assert isinstance(tab.panel, SidePanel)
    return str(tab.panel._content)


def vector() -> Study:
    return set_settings(example(), topsis_normalisation="vector")


def test_that_fixed_scales_are_certified(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, example())
    assert tab.statement.plain_text.startswith("TOPSIS fixed reverses no order: all 7 tests hold in")
    assert tab.switch.isHidden()
    assert "It reverses no order" in panel_words(tab)


def test_that_the_table_is_the_certificate(qtbot: Any) -> None:
    tab, _, context = shown(qtbot, example())
    found = study_certificates(rank(context.store.study))
    data = tab.table.rows.data
    columns = {head.key: place for place, head in enumerate(data.heads)}
    for item in found:
        place = columns[f"{item.method}_{item.variant}"]
        cells = [row.ranks[place] for row in data.rows]
        assert cells == ["holds" if test.is_passed else f"{test.reversals:,}" for test in item.found.tests]
        failed = [place in row.striking for row in data.rows]
        assert failed == [not test.is_passed for test in item.found.tests]


def test_that_the_first_counterexample_is_told(qtbot: Any) -> None:
    tab, _, context = shown(qtbot, vector())
    used = next(i for i in study_certificates(rank(context.store.study)) if i.variant == "vector")
    example_found = used.found.of("delete_each").example
    assert example_found is not None
    assert example_found.changed is not None
    changed, other, one = (
        used.projects[place]
        for place in (example_found.changed, example_found.overtaking, example_found.overtaken)
    )
    assert f"Without {changed}, {other} passes {one}." in panel_words(tab)
    assert tab.statement.plain_text == "TOPSIS vector reverses orders in 5 of 7 tests"


def test_that_another_method_can_be_read(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, example())
    tab.table.column_chosen.emit("ahp_distributive")
    assert "AHP shares" in panel_words(tab)
    assert "It reverses orders" in panel_words(tab)


def test_that_fixed_scales_are_one_click_away_and_can_be_undone(qtbot: Any) -> None:
    tab, page, context = shown(qtbot, vector())
    assert not tab.switch.isHidden()
    assert tab.switch.text() == "Switch to TOPSIS on fixed scales"
    tab.switch.click()
    settled(qtbot, page)
    assert context.store.study.settings.topsis_normalisation == "fixed"
    assert tab.switch.isHidden()
    context.store.undo()
    settled(qtbot, page)
    assert not tab.switch.isHidden()
    assert tab.statement.plain_text.startswith("TOPSIS vector reverses")


def test_that_ahp_offers_its_ideal_mode(qtbot: Any) -> None:
    tab, page, context = shown(qtbot, set_settings(example(), ahp_synthesis="distributive"))
    page._methods.button("ahp").click()
    settled(qtbot, page)
    assert tab.switch.text() == "Switch to AHP in ideal mode"
    tab.switch.click()
    settled(qtbot, page)
    assert context.store.study.settings.ahp_synthesis == "ideal"
    assert tab.statement.plain_text.startswith("AHP ideal reverses no order")


def test_that_the_certificate_is_saved(qtbot: Any, tmp_path: Path) -> None:
    tab, _, context = shown(qtbot, vector())
    assert isinstance(context.questions, FakeQuestions)
    context.questions.path = tmp_path / "chart.svg"
    tab.table.export_requested.emit("svg")
    written = context.questions.path.read_text(encoding="utf-8")
    assert "TOPSIS vector reverses orders" in written
    assert "Any one project leaves" in written
