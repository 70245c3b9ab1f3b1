"""The tab Acceptability: what is drawn, what is said of it, and what a halt keeps."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from criteria.edits.scores import set_scores
from criteria.edits.session import hide_answers
from criteria.files.example import example_session
from criteria.model.projects import Score
from criteria.model.study import Study
from criteria.ranking.results import rank
from criteria.robustness.simulation import Plan
from criteria.robustness.study_acceptability import simulate_study
from criteria.robustness.weight_draws import UniformWeights
from desktop.app.context import Context
from desktop.pages.robustness.acceptability_tab import AcceptabilityTab
from desktop.pages.robustness.robustness_page import RobustnessPage
from desktop.widgets.side_panel import SidePanel
from tests.support.robustness import opened, settled
from tests.support.studies import example, project, study_with
from tests.support.windows import FakeQuestions, many_projects


def shown(qtbot: Any, study: Study) -> tuple[AcceptabilityTab, RobustnessPage, Context]:
    page, context = opened(qtbot, study, "acceptability")
    assert isinstance(page.tab, AcceptabilityTab)
    return page.tab, page, context


def choose(qtbot: Any, page: RobustnessPage, combo: Any, value: object) -> None:
    place = combo.findData(value)
    assert place >= 0
    combo.setCurrentIndex(place)
    combo.activated.emit(place)
    settled(qtbot, page)


def panel_words(tab: AcceptabilityTab) -> str:
    assert isinstance(tab.panel, SidePanel)
    content = tab.panel._content
    assert content is not None
    return str(content).replace("\\xa0", "\u00a0")


def test_that_the_map_shows_what_the_core_counts(qtbot: Any) -> None:
    tab, _, context = shown(qtbot, example())
    results = rank(context.store.study)
    settings = context.store.study.settings
    weights = UniformWeights(len(results.matrix.criteria))
    found = simulate_study(results, "topsis", weights, plan=Plan(settings.draws, settings.seed))
    assert found is not None
    shares = {row.key: row.shares for row in tab.map.rows.data.rows}
    assert shares == {
        key: tuple(row) for key, row in zip(found.projects, found.found.ranks.tolist(), strict=True)
    }


def test_that_the_finding_is_said_with_its_error(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, example())
    assert tab.statement.plain_text == "P02 is first in 31\u00a0% of all weightings (±0.9\u00a0%)"
    assert tab.foot.hint.plain_text == "10,000 draws, seed 20261122"


def test_that_rows_stand_in_the_order_of_the_ranking(qtbot: Any) -> None:
    tab, _, context = shown(qtbot, example())
    results = rank(context.store.study)
    order = [results.matrix.projects[row] for row in results.methods["topsis"].order()]
    assert [row.key for row in tab.map.rows.data.rows] == order


def test_that_the_excluded_have_shadows_among_all(qtbot: Any) -> None:
    tab, _, context = shown(qtbot, example())
    results = rank(context.store.study)
    shadows = tab.map.rows.data.shadows
    assert {row.key for row in shadows} == {results.matrix.projects[row] for row in results.excluded}
    assert {len(row.shares) for row in shadows} == {len(results.matrix.projects)}
    tab.map.activated.emit(shadows[0].key)
    assert "Excluded by a red line" in panel_words(tab)


def test_that_the_panel_speaks_of_the_project_chosen(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, example())
    assert "First in <b>31\u00a0%</b> of all weightings" in panel_words(tab)
    tab.map.activated.emit("P18")
    assert "It was first in no draw." in panel_words(tab)
    assert tab.map.rows.data.selected == "P18"


def test_that_a_method_is_drawn_anew(qtbot: Any) -> None:
    tab, page, _ = shown(qtbot, example())
    before = tab.statement.plain_text
    page._methods.button("benefit_risk").click()
    settled(qtbot, page)
    assert tab.statement.plain_text != before


@pytest.mark.parametrize("source", ["premises", "around", "ranges", "ordered"])
def test_that_weights_may_come_from_elsewhere(qtbot: Any, source: str) -> None:
    tab, page, _ = shown(qtbot, example())
    assert tab.spreads.isHidden()
    choose(qtbot, page, tab.sources, source)
    assert "of all weightings (" not in tab.statement.plain_text
    assert tab.spreads.isHidden() == (source in ("premises", "ordered"))


def test_that_near_weights_keep_the_winner_of_now(qtbot: Any) -> None:
    tab, page, context = shown(qtbot, example())
    choose(qtbot, page, tab.sources, "ranges")
    choose(qtbot, page, tab.spreads, 0.1)
    results = rank(context.store.study)
    winner = results.matrix.projects[results.methods["topsis"].order()[0]]
    assert tab.statement.plain_text.startswith(f"{winner} is first in")
    assert "within 10\u00a0% of the stated one" in tab.statement.plain_text


def test_that_open_gaps_let_a_project_take_part(qtbot: Any) -> None:
    tab, page, context = shown(qtbot, example())
    context.store.edit("clear", lambda study: set_scores(study, {("P16", "A2"): Score()}))
    settled(qtbot, page)
    assert "P16" not in {row.key for row in tab.map.rows.data.rows}
    choose(qtbot, page, tab.figures, "gaps")
    assert "P16" in {row.key for row in tab.map.rows.data.rows}


def test_that_two_projects_with_gaps_are_compared_by_drawing_them(qtbot: Any) -> None:
    tab, page, _ = shown(qtbot, study_with(project("P1", N3=5), project("P2", N3=None)))
    assert page._stack.currentWidget() is tab
    assert tab.figures.currentData() == "gaps"
    assert tab.statement.plain_text.startswith("P1 is first in")


def test_that_a_halt_keeps_what_was_drawn(qtbot: Any) -> None:
    tab, page, _ = shown(qtbot, many_projects(example(), 100))
    place = tab.draws.findData(1_000_000)
    with qtbot.waitSignal(tab._job.shown, timeout=20_000):
        tab.draws.setCurrentIndex(place)
        tab.draws.activated.emit(place)
    tab.foot.cancelled.emit()
    settled(qtbot, page)
    assert tab.foot.hint.plain_text.startswith("Stopped after")
    assert "of 1,000,000 draws" in tab.foot.hint.plain_text
    assert tab.map.rows.data.rows[0].shares


def test_that_leaving_drops_the_draws(qtbot: Any) -> None:
    tab, page, _ = shown(qtbot, many_projects(example(), 100))
    place = tab.draws.findData(1_000_000)
    tab.draws.setCurrentIndex(place)
    tab.draws.activated.emit(place)
    assert page.is_waiting
    page.leave()
    assert not page.is_waiting
    assert tab.foot.hint.plain_text == "10,000 draws, seed 20261122"


def test_that_the_map_is_saved_under_its_finding(qtbot: Any, tmp_path: Path) -> None:
    tab, _, context = shown(qtbot, example())
    assert isinstance(context.questions, FakeQuestions)
    context.questions.path = tmp_path / "chart.svg"
    tab.map.export_requested.emit("svg")
    written = context.questions.path.read_text(encoding="utf-8")
    assert "P02 is first in 31" in written
    assert "Excluded by a red line" in written


def test_that_stakeholders_are_drawn_unless_their_answers_are_hidden(qtbot: Any) -> None:
    tab, page, context = shown(qtbot, example_session())
    choose(qtbot, page, tab.sources, "stakeholders")
    assert "of draws among the stakeholders" in tab.statement.plain_text
    assert context.store.edit("hide", lambda study: hide_answers(study, True))
    settled(qtbot, page)
    assert tab.sources.findData("stakeholders") < 0
    assert "of all weightings" in tab.statement.plain_text
