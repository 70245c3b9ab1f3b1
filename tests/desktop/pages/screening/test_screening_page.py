"""The screening room as a person uses it."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt

from criteria.files.example import example_study
from criteria.model.rules import Waiver
from criteria.model.study import Study
from criteria.screening.screen import screen
from desktop.app.context import Context
from desktop.dialogs import thresholds, waiver
from desktop.pages.screening.legend import Legend
from desktop.pages.screening.screening_page import ScreeningPage
from desktop.widgets.text import Text
from tests.support.windows import make_context, many_projects, open_page, wear


@pytest.fixture
def context(qtbot: Any) -> Context:
    return make_context(qtbot, example_study())


@pytest.fixture
def page(qtbot: Any, context: Context) -> ScreeningPage:
    return open_page(qtbot, context, ScreeningPage)


def steps(context: Context) -> int:
    return len(context.store.history.past)


def current(page: ScreeningPage) -> tuple[str, str]:
    index = page.grid.currentIndex()
    line = page.model.line_at(index.column())
    return page.model.project_at(index.row()), line.id if line else ""


def test_that_the_room_says_what_is_the_case(page: ScreeningPage) -> None:
    assert page.header.statement.plain_text.startswith("5 of 24 crossed a line")
    assert page.sets.current == "offered"


def test_that_showing_the_same_study_again_edits_nothing(page: ScreeningPage, context: Context) -> None:
    page.show_study(context.store.study)
    page.show_study(msgspec.structs.replace(context.store.study))
    assert steps(context) == 0


def test_that_arrows_skip_the_heads_of_groups(qtbot: Any, page: ScreeningPage) -> None:
    page.focus_on("P24/RL07")
    qtbot.keyClick(page.grid, Qt.Key.Key_Down)
    assert current(page) == ("P11", "RL07")
    qtbot.keyClick(page.grid, Qt.Key.Key_Up)
    assert current(page) == ("P24", "RL07")


def test_that_the_first_project_is_the_top_for_arrows(qtbot: Any, page: ScreeningPage) -> None:
    page.focus_on("P19/RL04")
    qtbot.keyClick(page.grid, Qt.Key.Key_Up)
    assert current(page) == ("P19", "RL04")


def test_that_enter_leads_to_the_acts(qtbot: Any, page: ScreeningPage) -> None:
    page.focus_on("P18/RL15")
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    assert page.offer.hasFocus()


def test_that_counting_safeguards_as_offered_is_one_step_and_stays_at_the_project(
    qtbot: Any, page: ScreeningPage, context: Context
) -> None:
    before = context.store.study
    page.focus_on("P03/RL13")
    told: list[tuple[str, bool]] = []
    context.navigator.told.connect(lambda text, undo: told.append((text, undo)))
    qtbot.mouseClick(page.offer, Qt.MouseButton.LeftButton)
    assert set(context.store.study.project("P03").safeguards) >= {"SG02", "SG07"}
    assert screen(context.store.study).of("P03").screen == "conditional-met"
    assert steps(context) == 1
    assert told[0][0].startswith("Counted as offered by P03: ")
    assert told[0][1]
    assert current(page) == ("P03", "RL13")
    assert not page.offer.isVisible()
    context.store.undo()
    assert context.store.study == before
    assert page.offer.isVisible()


def test_that_all_safeguards_of_a_project_can_be_counted_at_once(
    qtbot: Any, page: ScreeningPage, context: Context
) -> None:
    page.focus_on("P15")
    qtbot.mouseClick(page.offer, Qt.MouseButton.LeftButton)
    assert screen(context.store.study).of("P15").screen == "conditional-met"


def test_that_nothing_is_counted_for_an_excluded_project(page: ScreeningPage) -> None:
    page.focus_on("P21")
    assert not page.offer.isVisible()


def test_that_a_line_is_waived_and_the_waiver_withdrawn(
    qtbot: Any, page: ScreeningPage, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = context.store.study
    page.focus_on("P21/RL01")
    answer = Waiver("P21", "RL01", "Pilot without scores of persons", "A. Person", "2026-11-22")
    monkeypatch.setattr(waiver.WaiverDialog, "ask", lambda *_: answer)
    qtbot.mouseClick(page.waive, Qt.MouseButton.LeftButton)
    assert context.store.study.waivers == (answer,)
    assert screen(context.store.study).of("P21").screen != "exclude"
    assert page.withdraw.isVisible()
    assert not page.waive.isVisible()
    qtbot.mouseClick(page.withdraw, Qt.MouseButton.LeftButton)
    assert context.store.study == before
    assert steps(context) == 2


def test_that_a_waiver_not_given_changes_nothing(
    qtbot: Any, page: ScreeningPage, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.focus_on("P21/RL01")
    monkeypatch.setattr(waiver.WaiverDialog, "ask", lambda *_: None)
    qtbot.mouseClick(page.waive, Qt.MouseButton.LeftButton)
    assert steps(context) == 0


def test_that_the_set_of_scores_is_one_step(qtbot: Any, page: ScreeningPage, context: Context) -> None:
    qtbot.mouseClick(page.sets.button("required"), Qt.MouseButton.LeftButton)
    assert context.store.study.settings.score_set == "required"
    assert steps(context) == 1
    context.store.undo()
    assert page.sets.current == "offered"


def test_that_thresholds_and_lines_change_in_one_step(
    qtbot: Any, page: ScreeningPage, context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    rules = thresholds.Rules({"personal_data": 5.0}, {"RL01": False})
    monkeypatch.setattr(thresholds.ThresholdsDialog, "ask", lambda *_: rules)
    qtbot.mouseClick(page.thresholds, Qt.MouseButton.LeftButton)
    assert context.store.study.threshold("personal_data").value == 5.0
    assert "RL01" not in {line.id for line in page.model.lines}
    assert steps(context) == 1


def test_that_a_head_explains_its_line_and_its_links_lead_to_projects(page: ScreeningPage) -> None:
    page.grid.line_chosen.emit("RL15")
    assert not page.grid.currentIndex().isValid()
    assert not page.offer.isVisible()
    page.panel.link_activated.emit("project/P18")
    assert current(page) == ("P18", "RL15")


def test_that_a_link_of_a_project_leads_to_its_line(page: ScreeningPage) -> None:
    page.focus_on("P18")
    page.panel.link_activated.emit("line/RL09")
    assert current(page) == ("P18", "RL09")


def test_that_an_unknown_place_is_ignored(page: ScreeningPage) -> None:
    page.focus_on("P18/RL15")
    page.focus_on("nowhere")
    assert current(page) == ("P18", "RL15")


def test_that_a_project_that_goes_leaves_the_room_at_another_one(
    page: ScreeningPage, context: Context
) -> None:
    page.focus_on("P18/RL15")
    study = context.store.study
    rest = tuple(project for project in study.projects if project.id != "P18")
    context.store.edit("remove", lambda _: msgspec.structs.replace(study, projects=rest))
    assert current(page)[0] in {project.id for project in rest}


@pytest.mark.parametrize(
    ("count", "theme"), [(0, "light"), (1, "light"), (200, "light"), (24, "dark"), (24, "contrast")]
)
def test_that_any_number_of_projects_is_shown(qtbot: Any, count: int, theme: str) -> None:
    context = make_context(qtbot, many_projects(example_study(), count))
    if theme != "light":
        wear(theme)
    page = open_page(qtbot, context, ScreeningPage)
    assert page.panel.isVisible() == (count > 0)
    assert not page.grab().toImage().isNull()


def test_that_an_empty_room_leads_to_the_projects(qtbot: Any) -> None:
    context = make_context(qtbot, msgspec.structs.replace(example_study(), projects=()))
    page = open_page(qtbot, context, ScreeningPage)
    with qtbot.waitSignal(context.navigator.asked) as asked:
        qtbot.mouseClick(page._empty.button, Qt.MouseButton.LeftButton)
    assert asked.args == ["projects", ""]


@pytest.mark.parametrize("count", [24, 200])
def test_that_the_room_fits_beside_the_sidebar_of_a_small_screen(qtbot: Any, count: int) -> None:
    study = many_projects(example_study(), count)
    page = open_page(qtbot, make_context(qtbot, study), ScreeningPage, (1000, 620))
    hint = page.minimumSizeHint()
    assert (hint.width() <= 1000, hint.height() <= 620) == (True, True)
    assert page.grid.horizontalScrollBar().maximum() == 0


def test_that_no_title_is_cut(qtbot: Any) -> None:
    study = many_projects(example_study(), 40)
    page = open_page(qtbot, make_context(qtbot, study), ScreeningPage)
    long = page.model.place_of("Q030")
    short = page.model.place_of("P05")
    assert page.grid.rowHeight(long.row()) >= page.grid.rowHeight(
        short.row()
    ) + page.context.look.metrics.line("small")


def test_that_names_stand_in_the_last_column_where_they_fit(qtbot: Any, context: Context) -> None:
    page = open_page(qtbot, context, ScreeningPage, (1690, 980))
    assert page.grid._painter.shows_names
    page.resize(1000, 620)
    qtbot.waitUntil(lambda: not page.grid._painter.shows_names)


def study_with_gap() -> Study:
    study = example_study()
    scores = {key: score for key, score in study.project("P05").scores.items() if key != "H3"}
    gap = msgspec.structs.replace(study.project("P05"), scores=scores)
    return msgspec.structs.replace(study, projects=tuple(gap if p.id == "P05" else p for p in study.projects))


def test_that_a_missing_value_makes_the_project_wait(qtbot: Any) -> None:
    page = open_page(qtbot, make_context(qtbot, study_with_gap()), ScreeningPage)
    page.focus_on("P05/RL14")
    row = page.grid.currentIndex().row()
    heads = [group.screen for place in range(row) if (group := page.model.group_at(place)) is not None]
    assert heads[-1] == "conditional-open"


def test_that_a_referred_project_shows_what_is_offered_and_why_it_stays_referred(
    qtbot: Any, page: ScreeningPage, context: Context
) -> None:
    page.focus_on("P11/RL10")
    qtbot.mouseClick(page.offer, Qt.MouseButton.LeftButton)
    assert "SG15" in context.store.study.project("P11").safeguards
    assert screen(context.store.study).of("P11").screen == "refer"

    def said() -> str:
        return " ".join(text.plain_text for text in page.panel.findChildren(Text) if text.isVisible())

    qtbot.waitUntil(lambda: "counted as offered" in said())
    assert "the licensing authority still has to answer" in said()
    assert "not offered" not in said()


def test_that_the_legend_explains_all_five_results(page: ScreeningPage) -> None:
    legend = page.findChild(Legend)
    assert legend is not None
    said = [text.plain_text.partition(":")[0] for text in legend.findChildren(Text)]
    assert said[:5] == ["Pass", "Met", "Open", "Refer", "Exclude"]
