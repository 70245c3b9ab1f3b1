"""The Robustness room: one answer above, tabs below, and what happens while figures are awaited."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from criteria.edits.scores import set_scores
from criteria.model.projects import Score
from criteria.model.study import Study
from desktop.app.context import Context
from desktop.pages.robustness.gradient_tab import GradientTab
from desktop.pages.robustness.robustness_page import RobustnessPage
from desktop.pages.robustness.stability_tab import StabilityTab
from tests.support.robustness import opened, settled
from tests.support.studies import example, project, study_with
from tests.support.windows import make_context, many_projects, open_page, wear

TABS = ["live", "gradient", "stability", "acceptability", "tornado", "methods", "reversal", "flips"]


def shown(qtbot: Any, study: Study) -> tuple[RobustnessPage, Context]:
    return opened(qtbot, study, "gradient")


def test_that_the_room_answers_in_one_sentence(qtbot: Any) -> None:
    page, _ = shown(qtbot, example())
    assert page.header.statement.plain_text == (
        "Yes: by TOPSIS P02 overtakes P05 with State violence against persons at 7.0\u00a0% "
        "instead of 4.0\u00a0%; 10 of 20 weights could be anything."
    )


def test_that_a_shared_first_place_is_said_to_be_one(qtbot: Any) -> None:
    twins = study_with(project("P1", A3=5, A4=1), project("P2", A3=1, A4=5))
    page, _ = shown(qtbot, twins)
    statement = page.header.statement.plain_text
    assert statement.startswith("Yes: by TOPSIS")
    assert "share first place" in statement


def test_that_a_winner_nobody_can_overtake_is_said_to_stay(qtbot: Any) -> None:
    page, _ = shown(qtbot, study_with(project("P1", N3=5), project("P2", N3=4)))
    assert page.header.statement.plain_text == (
        "No: by TOPSIS first place stays as it is, whatever any single one of the 20 weights is."
    )


def test_that_the_method_is_one_for_all_tabs(qtbot: Any) -> None:
    page, _ = shown(qtbot, example())
    page._methods.button("ahp").click()
    settled(qtbot, page)
    gradient = page.tab
    assert isinstance(gradient, GradientTab)
    assert gradient.lines.data.y_title == "Priority"
    assert "by AHP" in page.header.statement.plain_text
    page.tabs.button("stability").click()
    settled(qtbot, page)
    assert page.tab.choice.method == "ahp"


def test_that_only_the_panel_of_the_tab_in_view_is_shown(qtbot: Any) -> None:
    page, _ = shown(qtbot, example())
    gradient = page.tab
    assert gradient.panel is not None
    assert gradient.panel.isVisible()
    page.tabs.button("stability").click()
    settled(qtbot, page)
    assert isinstance(page.tab, StabilityTab)
    assert not gradient.panel.isVisible()


def test_that_a_place_is_a_tab_or_an_element_or_both(qtbot: Any) -> None:
    page, _ = shown(qtbot, example())
    page.focus_on("stability/N3")
    settled(qtbot, page)
    assert (page.tabs.current, page.choice.element) == ("stability", "N3")
    page.focus_on("H1")
    settled(qtbot, page)
    assert (page.tabs.current, page.choice.element) == ("gradient", "H1")
    page.focus_on("stability")
    page.focus_on("nowhere")
    settled(qtbot, page)
    assert (page.tabs.current, page.choice.element) == ("stability", "H1")


def test_that_projects_with_gaps_are_said_to_take_no_part(qtbot: Any) -> None:
    page, context = shown(qtbot, example())
    context.store.edit("clear", lambda study: set_scores(study, {("P05", "A2"): Score()}))
    settled(qtbot, page)
    assert page.header.statement.plain_text.endswith("Left out for missing figures: 1 project.")


def test_that_a_single_complete_project_has_nothing_to_overtake(qtbot: Any) -> None:
    page, context = shown(qtbot, study_with(project("P1"), project("P2", N3=None)))
    assert page._stack.currentWidget() is page._empty
    assert page.header.statement.plain_text == "Nothing can overtake yet."
    assert not page._methods.isEnabled()
    assert page.tab.panel is not None
    assert not page.tab.panel.isVisible()
    with qtbot.waitSignal(context.navigator.asked) as asked:
        page._empty.asked.emit()
    assert asked.args == ["projects", ""]


def test_that_the_room_fills_when_the_gap_is_closed(qtbot: Any) -> None:
    page, context = shown(qtbot, study_with(project("P1"), project("P2", N3=None)))
    context.store.edit("enter", lambda study: set_scores(study, {("P2", "N3"): Score(3)}))
    settled(qtbot, page)
    assert page._stack.currentWidget() is page.tab
    context.store.undo()
    assert page._stack.currentWidget() is page._empty


def test_that_a_switched_off_element_is_replaced(qtbot: Any) -> None:
    page, context = shown(qtbot, example())
    page.focus_on("S3")
    settled(qtbot, page)
    assert page.choice.element == "S3"

    def without(study: Study) -> Study:
        criteria = tuple(
            msgspec.structs.replace(criterion, active=criterion.id != "S3") for criterion in study.criteria
        )
        return msgspec.structs.replace(study, criteria=criteria)

    context.store.edit("off", without)
    settled(qtbot, page)
    assert page.choice.element == "P2"


def test_that_leaving_gives_the_work_up(qtbot: Any) -> None:
    context = make_context(qtbot, many_projects(example(), 100))
    page = open_page(qtbot, context, RobustnessPage)
    page.show_study(context.store.study)
    assert page.is_waiting
    page.leave()
    assert not page.is_waiting
    page.show_study(context.store.study)
    settled(qtbot, page)
    assert page.header.statement.plain_text.startswith("Yes")


@pytest.mark.parametrize("tab", TABS)
def test_that_showing_the_same_study_again_edits_nothing(qtbot: Any, tab: str) -> None:
    page, context = opened(qtbot, example(), tab)
    page.show_study(context.store.study)
    settled(qtbot, page)
    assert context.store.history.undo_label is None


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("tab", TABS)
def test_that_it_is_painted_in_every_theme(qtbot: Any, tab: str, theme: str) -> None:
    page, _ = opened(qtbot, example(), tab)
    wear(theme)
    assert not page.grab().isNull()
    wear()


@pytest.mark.parametrize("tab", TABS)
def test_that_it_is_no_larger_than_a_small_screen(qtbot: Any, tab: str) -> None:
    page, _ = opened(qtbot, example(), tab)
    hint = page.minimumSizeHint()
    assert hint.width() <= 1000
    assert hint.height() <= 620
