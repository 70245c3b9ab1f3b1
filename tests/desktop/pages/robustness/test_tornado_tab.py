"""The tab Tornado: its bars are those of the core, its words say what they do to a rank."""

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
from criteria.robustness.gaps import study_gaps
from criteria.robustness.tornado import study_tornado
from desktop.app.context import Context
from desktop.pages.robustness.robustness_page import RobustnessPage
from desktop.pages.robustness.tornado_tab import TornadoTab
from desktop.widgets.side_panel import SidePanel
from tests.support.robustness import opened, settled
from tests.support.studies import answered, example, project, study_with
from tests.support.windows import FakeQuestions


def shown(qtbot: Any, study: Study) -> tuple[TornadoTab, RobustnessPage, Context]:
    page, context = opened(qtbot, study, "tornado")
    assert isinstance(page.tab, TornadoTab)
    return page.tab, page, context


def choose(qtbot: Any, page: RobustnessPage, combo: Any, value: object) -> None:
    place = combo.findData(value)
    assert place >= 0
    combo.setCurrentIndex(place)
    combo.activated.emit(place)
    settled(qtbot, page)


def panel_words(tab: TornadoTab) -> str:
    assert isinstance(tab.panel, SidePanel)
    return str(tab.panel._content).replace("\\xa0", "\u00a0")


def with_gap() -> Study:
    return set_scores(example(), {("P16", "A2"): Score(), ("P16", "N3"): Score()})


def test_that_the_leader_is_asked_about_first(qtbot: Any) -> None:
    tab, _, context = shown(qtbot, example())
    found = study_tornado(rank(context.store.study), "topsis", "P05")
    bars = tab.bars.rows.data.bars
    assert [(bar.low, bar.high) for bar in bars] == [
        (bar.low, bar.high) for bar in found.bars if bar.swing > 1e-9
    ]
    assert tab.statement.plain_text.startswith("P05 stays 1st whichever of the 25 inputs moves alone")


def test_that_a_lead_over_another_can_be_asked_about(qtbot: Any) -> None:
    tab, page, context = shown(qtbot, example())
    choose(qtbot, page, tab.projects, "P16")
    choose(qtbot, page, tab.rivals, "P02")
    found = study_tornado(rank(context.store.study), "topsis", "P16", "P02")
    assert tab.bars.rows.data.outcome == found.outcome
    assert tab.bars.rows.data.title == "Lead in closeness over P02"


def test_that_a_project_has_no_lead_over_itself(qtbot: Any) -> None:
    tab, page, _ = shown(qtbot, example())
    choose(qtbot, page, tab.rivals, "P16")
    choose(qtbot, page, tab.projects, "P16")
    assert tab.rivals.findData("P16") < 0
    assert tab.rivals.currentData() == ""


def test_that_moves_of_the_rank_are_said(qtbot: Any) -> None:
    tab, page, context = shown(qtbot, example())
    choose(qtbot, page, tab.projects, "P06")
    choose(qtbot, page, tab.shares, 0.5)
    found = study_tornado(rank(context.store.study), "topsis", "P06", share=0.5)
    telling = [bar for bar in found.bars if {bar.rank_low, bar.rank_high} != {found.rank}]
    assert telling
    assert f"{len(telling)} of {len(found.bars)} inputs alone move P06" in tab.statement.plain_text
    words = panel_words(tab)
    assert ("P06 rises to" in words) or ("P06 falls to" in words)


def test_that_weights_may_go_as_far_as_people_differ(qtbot: Any) -> None:
    from criteria.edits.people import add_stakeholder, set_way_of_answering
    from criteria.edits.weights import set_figures

    study = answered(study_with(project("P1", N3=5, A3=2), project("P2", N3=2, A3=5)))
    study = add_stakeholder(study, "Someone else")
    other = study.stakeholders[1].id
    study = set_way_of_answering(study, other, method="direct", layout="flat")
    study = set_figures(study, other, "direct", {c.id: 1.0 for c in study.active_criteria})
    tab, page, _ = shown(qtbot, study)
    choose(qtbot, page, tab.shares, -1.0)
    bar = next(bar for bar in tab.bars.rows.data.bars if bar.key == "N3")
    # One gives every criterion the same; one in sixteen is one of the two ends.
    assert "6.2\u00a0%" in (bar.low_text, bar.high_text)


def test_that_gaps_are_told_with_a_way_to_each_cell(qtbot: Any) -> None:
    tab, _, context = shown(qtbot, with_gap())
    settings = context.store.study.settings
    gaps = study_gaps(rank(context.store.study), "topsis", draws=settings.draws, seed=settings.seed)
    words = panel_words(tab)
    assert "P16" not in [tab.projects.itemData(i) for i in range(tab.projects.count())]
    assert f"expected {gaps[0].expected:.1f}" in words
    assert "P16/A2" in words
    assert isinstance(tab.panel, SidePanel)
    with qtbot.waitSignal(context.navigator.asked) as asked:
        tab.panel.link_activated.emit("P16/A2")
    assert asked.args == ["projects", "P16/A2"]


def test_that_gaps_are_told_where_no_project_is_complete(qtbot: Any) -> None:
    tab, page, _ = shown(qtbot, study_with(project("P1", N3=None), project("P2", N3=None)))
    assert page._stack.currentWidget() is tab
    assert tab.statement.plain_text.startswith("No project has all figures")
    assert tab.bars.isHidden()
    assert "P1/N3" in panel_words(tab)


def test_that_a_weight_is_followed_and_a_figure_is_shown_in_its_cell(qtbot: Any) -> None:
    tab, page, context = shown(qtbot, example())
    with qtbot.waitSignal(context.navigator.asked) as asked:
        tab.bars.activated.emit("P05/A3")
    assert asked.args == ["projects", "P05/A3"]
    tab.bars.activated.emit("N3")
    settled(qtbot, page)
    assert (page.tabs.current, page.choice.element) == ("gradient", "N3")


@pytest.mark.parametrize("kind", ["svg", "png", "pdf"])
def test_that_the_tornado_is_saved(qtbot: Any, tmp_path: Path, kind: str) -> None:
    tab, _, context = shown(qtbot, example())
    assert isinstance(context.questions, FakeQuestions)
    context.questions.path = tmp_path / f"chart.{kind}"
    tab.bars.export_requested.emit(kind)
    assert context.questions.path.stat().st_size > 1000


def test_that_how_far_people_differ_is_not_told_while_answers_are_hidden(qtbot: Any) -> None:
    tab, page, context = shown(qtbot, example_session())
    assert tab.shares.findData(-1.0) >= 0
    assert context.store.edit("hide", lambda study: hide_answers(study, True))
    settled(qtbot, page)
    assert tab.shares.findData(-1.0) < 0
