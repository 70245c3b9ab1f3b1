"""The Ranking room: its views, what it says of ties and gaps, and the way to other rooms."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest

from criteria.edits.settings import set_settings
from criteria.model.study import Study
from criteria.ranking.results import rank
from desktop.app.context import Context
from desktop.pages.ranking.ranking_page import RankingPage
from tests.support.studies import example, project, study_with
from tests.support.windows import FakeQuestions, make_context, many_projects, open_page, wear

BANNED = {"technology_tags": ("social_scoring",)}


def opened(qtbot: Any, study: Study) -> tuple[RankingPage, Context]:
    context = make_context(qtbot, study)
    return open_page(qtbot, context, RankingPage, (840, 640)), context


def shown_rows(page: RankingPage) -> list[tuple[str, str]]:
    """Rank and project of each row of the list."""
    return [(row.rank_text, row.key) for row in page._list.list.rows.data.rows]


def panel_title(page: RankingPage) -> str:
    return page._panel._title.plain_text


def wait_for_firmness(qtbot: Any, page: RankingPage) -> None:
    qtbot.waitUntil(lambda: page._list.list.rows.data.rows[0].firmness is not None, timeout=20_000)


def test_that_the_statement_names_who_leads_and_how_far_the_methods_agree(qtbot: Any) -> None:
    page, _ = opened(qtbot, example())
    assert page.header.statement.plain_text == (
        "P05 leads by every method. The methods share 5 of their best 5; "
        "lowest rank agreement (tau\N{NON-BREAKING HYPHEN}b) 0.85."
    )
    page.leave()


def test_that_projects_that_tie_are_shown_to_tie(qtbot: Any) -> None:
    page, _ = opened(qtbot, study_with(project("P1"), project("P2"), project("P3", N3=1)))
    assert shown_rows(page) == [("=1", "P1"), ("=1", "P2"), ("3", "P3")]
    assert page.header.statement.plain_text.startswith("P1 and P2 share first place by every method.")
    assert panel_title(page) == "Why is it joint 1st?"
    page.leave()


def test_that_a_gap_leaves_first_place_open_until_it_is_filled(qtbot: Any) -> None:
    page, _ = opened(qtbot, study_with(project("P1"), project("P2", N3=None), project("P3", N3=1)))
    assert page.header.statement.plain_text.startswith("First place is open between P1 and P2 until")
    row = next(row for row in page._list.list.rows.data.rows if row.key == "P2")
    assert row.rank_text == "1–2"
    assert row.low is not None
    assert "No figure for N3" in row.tip
    page.leave()


def test_that_a_range_is_called_an_estimate_where_gaps_move_all_scores(qtbot: Any) -> None:
    study = study_with(project("P1"), project("P2", N3=None), project("P3", N3=1))
    page, context = opened(qtbot, study)
    assert "may be too narrow" not in str(page._panel._content)
    relative = partial(set_settings, topsis_normalisation="vector")
    context.store.edit("change", relative)
    page.show_study(context.store.study)
    assert "On fixed scales they are exact." in str(page._panel._content)
    page.leave()


def test_that_another_method_reorders_the_list_and_says_what_its_score_is(qtbot: Any) -> None:
    page, context = opened(qtbot, example())
    page._methods.button("benefit_risk").click()
    results = rank(context.store.study)
    expected = [results.study.projects[row].id for row in results.methods["benefit_risk"].order()]
    assert [key for _, key in shown_rows(page)] == expected
    assert page._list.list.rows.data.heads[3] == "Value"
    page.leave()


def test_that_firmness_arrives_without_moving_columns(qtbot: Any) -> None:
    page, _ = opened(qtbot, example())
    assert page._list.list.rows.data.firmness_head == "Firmness"
    wait_for_firmness(qtbot, page)
    assert all(0 <= row.firmness <= 1 for row in page._list.list.rows.data.rows)


def test_that_a_lone_project_has_no_firmness_and_no_pair(qtbot: Any) -> None:
    page, _ = opened(qtbot, study_with(project("P1")))
    assert page._list.list.rows.data.firmness_head == ""
    assert not page._list.pair.isVisible()
    assert page.header.statement.plain_text == "P1 leads by every method."


def test_that_the_keys_walk_the_list_and_the_panel_follows(qtbot: Any) -> None:
    page, _ = opened(qtbot, example())
    QTest.keyClick(page._list.list.rows, Qt.Key.Key_Down)
    second = shown_rows(page)[1][1]
    assert page._panel._kicker.plain_text.startswith(second)
    assert page._list.pair._title.plain_text.startswith(second)
    page.leave()


def test_that_the_pair_follows_the_other_project_that_is_chosen(qtbot: Any) -> None:
    page, _ = opened(qtbot, example())
    box = page._list.pair._against
    place = box.findData("P13")
    box.setCurrentIndex(place)
    box.activated.emit(place)
    data = page._list.pair.view.data
    assert (data.above, data.below) == ("P05 better", "P13 better")
    assert len(data.columns) == 16
    page.leave()


def test_that_a_project_is_first_compared_with_one_that_differs(qtbot: Any) -> None:
    page, _ = opened(qtbot, study_with(project("P1"), project("P2"), project("P3", N3=1)))
    assert page._list.pair.view.data.below == "P3 better"
    page.leave()
    page, _ = opened(qtbot, study_with(project("P1"), project("P2")))
    assert page._list.pair.view.data.below == "P2 better"
    page.leave()


def test_that_the_note_names_few_of_many_excluded_projects(qtbot: Any) -> None:
    page, _ = opened(qtbot, many_projects(example(), 200))
    note = page._list._note
    assert note.plain_text.startswith("42 excluded by a red line, never ranked:")
    assert note.plain_text.endswith("and 37 others.")
    page.leave()


def test_that_the_note_leads_to_the_screening(qtbot: Any) -> None:
    page, context = opened(qtbot, example())
    with qtbot.waitSignal(context.navigator.asked) as asked:
        page._list._note.linkActivated.emit("screening")
    assert asked.args == ["screening", ""]
    page.leave()


def test_that_an_excluded_project_is_explained_by_its_red_line(qtbot: Any) -> None:
    page, _ = opened(qtbot, example())
    page.focus_on("P22/S1")
    assert page._panel._kicker.plain_text.startswith("P22")
    assert not page._list.pair.isVisible()
    page.show_view("workings")
    assert page._workings.currentIndex() == 1
    page.leave()


def test_that_the_splitter_is_remembered(qtbot: Any) -> None:
    page, context = opened(qtbot, example())
    page._list.setSizes([300, 200])
    page._list.splitterMoved.emit(300, 1)
    assert context.settings.split("ranking") == page._list.sizes()
    page.leave()
    again = open_page(qtbot, context, RankingPage, (840, 640))
    assert again._list.sizes() == pytest.approx(page._list.sizes(), abs=2)
    again.leave()


def test_that_the_list_is_higher_than_the_pair_at_first(qtbot: Any) -> None:
    page, _ = opened(qtbot, example())
    above, below = page._list.sizes()
    assert above > below > 0
    page.leave()


def test_that_a_choice_of_method_is_one_step_that_undo_takes_back(qtbot: Any) -> None:
    page, context = opened(qtbot, example())
    before = page._list.list.rows.data.rows[0].value_text
    action(page, "Vector (Hwang and Yoon 1981)").trigger()
    assert context.store.study.settings.topsis_normalisation == "vector"
    assert page._list.list.rows.data.rows[0].value_text != before
    assert action(page, "Vector (Hwang and Yoon 1981)").isChecked()
    context.store.undo()
    assert context.store.history.undo_label is None
    assert page._list.list.rows.data.rows[0].value_text == before
    assert action(page, "Fixed scales (adding a project changes no other)").isChecked()
    page.leave()


def test_that_every_group_of_options_has_a_heading_that_keys_pass_over(qtbot: Any) -> None:
    page, _ = opened(qtbot, example())
    heads = [entry for entry in page._menu.actions() if not entry.isSeparator() and not entry.isCheckable()]
    assert [head.text().partition(":")[0] for head in heads] == [
        "TOPSIS",
        "AHP",
        "AHP",
        "Benefit–risk",
        "Scores",
    ]
    assert not any(head.isEnabled() for head in heads)
    page.leave()


def test_that_comparing_projects_is_offered_for_nine_and_not_for_nineteen(qtbot: Any) -> None:
    text = "From comparing projects pairwise (up to nine)"
    page, _ = opened(qtbot, example())
    assert not action(page, text).isEnabled()
    page.leave()
    study = example()
    few, context = opened(qtbot, msgspec.structs.replace(study, projects=study.projects[:6]))
    assert action(few, text).isEnabled()
    action(few, text).trigger()
    assert context.store.study.settings.ahp_intensities == "projects"
    few._methods.button("ahp").click()
    few.show_view("workings")
    assert "comparing the projects" in few._workings._note.plain_text
    with qtbot.waitSignal(context.navigator.asked) as asked:
        few._workings._note.linkActivated.emit("weights")
    assert asked.args == ["weights", ""]
    few.leave()


def test_that_showing_the_same_study_again_edits_nothing(qtbot: Any) -> None:
    page, context = opened(qtbot, example())
    for view in ("list", "maps", "compare", "workings"):
        page.show_view(view)
        page.show_study(context.store.study)
    assert context.store.history.undo_label is None
    page.leave()


def test_that_a_study_without_ranked_projects_leads_to_the_projects(qtbot: Any) -> None:
    page, context = opened(qtbot, study_with(project("P1", BANNED)))
    assert page._stack.currentWidget() is page._empty
    assert not page._views.isEnabled()
    with qtbot.waitSignal(context.navigator.asked) as asked:
        page._empty.asked.emit()
    assert asked.args == ["projects", ""]


def test_that_the_room_recovers_when_its_projects_come_back(qtbot: Any) -> None:
    study = study_with(project("P1"), project("P2", N3=1))
    page, context = opened(qtbot, study)
    context.store.edit("empty", lambda now: msgspec.structs.replace(now, projects=()))
    assert page._stack.currentWidget() is page._empty
    context.store.undo()
    assert page._stack.currentWidget() is page._list
    assert [key for _, key in shown_rows(page)] == ["P1", "P2"]
    page.leave()


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_that_the_whole_list_is_saved_as_a_picture(qtbot: Any, tmp_path: Path, kind: str) -> None:
    page, context = opened(qtbot, example())
    path = tmp_path / f"list.{kind}"
    assert isinstance(context.questions, FakeQuestions)
    context.questions.path = path
    menu = page._list.list.rows.build_menu()
    with qtbot.waitSignal(context.navigator.told):
        next(entry for entry in menu.actions() if entry.data() == kind).trigger()
    menu.close()
    start = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[kind]
    assert path.read_bytes().startswith(start)
    if kind == "svg":
        text = path.read_text(encoding="utf-8")
        assert "Ranking by TOPSIS" in text
        assert "Fictional example projects." in text
        assert "P23" in text
    page.leave()


def test_that_a_picture_that_cannot_be_saved_is_told(qtbot: Any, tmp_path: Path) -> None:
    page, context = opened(qtbot, example())
    assert isinstance(context.questions, FakeQuestions)
    context.questions.path = tmp_path / "missing" / "map.png"
    page.show_view("maps")
    with qtbot.waitSignal(context.navigator.told) as told:
        page._maps.risk.export_requested.emit("png")
    assert "could not be written" in told.args[0]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_that_every_view_is_painted_in_every_theme(qtbot: Any, theme: str) -> None:
    page, _ = opened(qtbot, many_projects(example(), 60))
    wear(theme)
    for view in ("list", "maps", "compare", "workings"):
        page.show_view(view)
        assert not page.grab().isNull()
    page.leave()
    wear()


def test_that_the_room_is_no_larger_than_a_small_screen(qtbot: Any) -> None:
    page, _ = opened(qtbot, many_projects(example(), 200))
    hint = page.minimumSizeHint()
    assert hint.width() <= 1000
    assert hint.height() <= 620
    page.leave()


def action(page: RankingPage, text: str) -> QAction:
    """A choice in the menu of options."""
    return next(entry for entry in page._menu.actions() if entry.text() == text)
