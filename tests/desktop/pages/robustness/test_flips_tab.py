"""The tab Flips: one list of smallest changes, tried on a copy, kept or applied only where asked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from criteria.edits.scores import set_scores
from criteria.edits.session import hide_answers
from criteria.edits.settings import set_settings
from criteria.files.example import example_session
from criteria.model.projects import Score
from criteria.model.study import Study
from criteria.sessions.flips import smallest_flips
from desktop.app.context import Context
from desktop.pages.robustness.flip_words import FlipWords
from desktop.pages.robustness.flips_tab import FlipsTab, key_of
from desktop.pages.robustness.robustness_page import RobustnessPage
from tests.support.robustness import opened, settled
from tests.support.studies import example, project, study_with
from tests.support.windows import FakeQuestions, many_projects


def shown(qtbot: Any, study: Study) -> tuple[FlipsTab, RobustnessPage, Context]:
    page, context = opened(qtbot, study, "flips")
    assert isinstance(page.tab, FlipsTab)
    return page.tab, page, context


def keys(tab: FlipsTab) -> list[str]:
    return [row.key for row in tab.list.rows.data.rows]


def panel_words(tab: FlipsTab) -> str:
    return str(tab.panel._content).replace("\\xa0", "\u00a0")


def try_kind(qtbot: Any, page: RobustnessPage, tab: FlipsTab, kind: str) -> str:
    key = next(key for key in keys(tab) if key.split()[0] == kind)
    tab.list.activated.emit(key)
    settled(qtbot, page)
    return key


def test_that_the_list_is_what_the_core_finds_in_its_order(qtbot: Any) -> None:
    tab, _, context = shown(qtbot, example())
    found = smallest_flips(context.store.study, "topsis", 1)
    assert found is not None
    assert keys(tab) == [key_of(flip) for flip in found]
    sizes = [row.size for row in tab.list.rows.data.rows]
    assert sizes == sorted(sizes)


def test_that_the_smallest_change_is_the_finding(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, example())
    assert tab.statement.plain_text == (
        "P02 overtakes P05 if weights move together: S2 State violence from 4.0\u00a0% to 6.1\u00a0% and "
        "A2 People reached from 7.8\u00a0% to 5.7\u00a0%"
    )
    row = tab.list.rows.data.rows[1]
    weight = "the weight of State violence against persons rises from 4.0\u00a0% to 7.0\u00a0%"
    assert row.sentence == f"P02 overtakes P05 if {weight}"
    assert (tab.list.rows.data.rows[0].certainty, row.certainty) == ("estimate", "exact")


def test_that_a_change_is_tried_on_a_copy(qtbot: Any) -> None:
    tab, page, context = shown(qtbot, example())
    before = context.store.study
    try_kind(qtbot, page, tab, "weight")
    words = panel_words(tab)
    assert "1 P05" in words
    assert "<b>1 P02 ▲1</b>" in words
    assert context.store.study is before
    assert not tab.keep.isHidden()
    assert tab.apply.isHidden()


def test_that_a_reset_goes_back(qtbot: Any) -> None:
    tab, page, _ = shown(qtbot, example())
    try_kind(qtbot, page, tab, "score")
    assert tab.apply.isHidden()
    tab.reset.click()
    assert "Choose a change in the list" in panel_words(tab)
    assert tab.reset.isHidden()
    assert tab.list.rows.data.selected == ""


def test_that_weights_are_kept_by_name_beside_the_answers(qtbot: Any) -> None:
    tab, page, context = shown(qtbot, example())
    assert isinstance(context.questions, FakeQuestions)
    try_kind(qtbot, page, tab, "weight")
    context.questions.line = "More on violence"
    people = context.store.study.stakeholders
    tab.keep.click()
    settled(qtbot, page)
    kept = context.store.study.session.what_ifs[-1]
    assert kept.name == "More on violence"
    assert kept.weights["S2"] == pytest.approx(0.0695, abs=0.0005)
    assert kept.note.startswith("P02 overtakes P05 if the weight of State violence")
    assert context.store.study.stakeholders is people
    context.store.undo()
    assert not context.store.study.session.what_ifs


def test_that_a_setting_is_applied_as_an_edit_that_can_be_undone(qtbot: Any) -> None:
    start = set_settings(many_projects(example(), 60), topsis_normalisation="fixed")
    tab, page, context = shown(qtbot, start)
    try_kind(qtbot, page, tab, "setting")
    assert not tab.apply.isHidden()
    tab.apply.click()
    settled(qtbot, page)
    assert context.store.study.settings != start.settings
    context.store.undo()
    assert context.store.study.settings == start.settings


def test_that_more_of_the_first_can_be_asked_about(qtbot: Any) -> None:
    tab, page, context = shown(qtbot, example())
    tab.fronts.button("3").click()
    settled(qtbot, page)
    found = smallest_flips(context.store.study, "topsis", 3)
    assert found is not None
    assert keys(tab) == [key_of(flip) for flip in found]
    assert "among the first 3" in tab.statement.plain_text


def test_that_kinds_can_be_looked_at_alone(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, example())
    place = tab.kinds.findData("figure")
    tab.kinds.setCurrentIndex(place)
    tab.kinds.activated.emit(place)
    assert {key.split()[0] for key in keys(tab)} == {"score"}
    place = tab.kinds.findData("rule")
    tab.kinds.setCurrentIndex(place)
    tab.kinds.activated.emit(place)
    assert keys(tab) == []
    assert tab.statement.plain_text == "No single change of this kind puts others in front"


def test_that_a_tie_is_parted_by_the_least_bit(qtbot: Any) -> None:
    tab, _, _ = shown(qtbot, study_with(project("P1"), project("P2"), project("P3", N3=1)))
    assert "the least bit" in tab.statement.plain_text


def test_that_another_study_is_searched_anew(qtbot: Any) -> None:
    tab, page, context = shown(qtbot, example())
    try_kind(qtbot, page, tab, "weight")
    assert context.store.edit("enter", lambda study: set_scores(study, {("P05", "N3"): Score(3)}))
    settled(qtbot, page)
    found = smallest_flips(context.store.study, "topsis", 1)
    assert found is not None
    assert keys(tab) == [key_of(flip) for flip in found]
    assert tab.reset.isHidden()


def test_that_a_halt_keeps_what_was_found(qtbot: Any) -> None:
    tab, page, context = shown(qtbot, example())
    page.leave()
    with qtbot.waitSignal(tab._job.shown, timeout=20_000):
        context.store.open_study(many_projects(example(), 150))
    tab.foot.cancelled.emit()
    settled(qtbot, page)
    assert keys(tab)
    assert tab._found is not None
    if not tab._found.is_complete:
        assert tab.foot.hint.plain_text.startswith("Stopped:")


def test_that_every_kind_has_its_sentence(qtbot: Any) -> None:
    study = many_projects(example(), 60)
    words = FlipWords()
    found = smallest_flips(study, "benefit_risk", 5)
    assert found is not None
    sentences = [words.sentence(study, flip) for flip in found]
    assert len({flip.kind for flip in found}) >= 4
    assert all("{" not in text and "nan" not in text for text in sentences)


def test_that_the_list_is_saved_under_its_finding(qtbot: Any, tmp_path: Path) -> None:
    tab, _, context = shown(qtbot, example())
    assert isinstance(context.questions, FakeQuestions)
    context.questions.path = tmp_path / "chart.svg"
    tab.list.export_requested.emit("svg")
    assert "overtakes P05" in context.questions.path.read_text(encoding="utf-8")


def test_that_nobodys_answers_are_told_while_they_are_hidden(qtbot: Any) -> None:
    found = smallest_flips(example_session(), "topsis", 3)
    assert found is not None
    of_people = {"stakeholder", "voting_power", "weights_of"}
    assert of_people & {flip.kind for flip in found}
    tab, page, _ = shown(qtbot, hide_answers(example_session(), True))
    tab.fronts.button("3").click()
    settled(qtbot, page)
    assert keys(tab)
    assert not of_people & {key.split()[0] for key in keys(tab)}
    assert "none of people while answers are hidden" in tab.foot.hint.plain_text
    place = tab.kinds.findData("people")
    tab.kinds.setCurrentIndex(place)
    tab.kinds.activated.emit(place)
    assert tab.statement.plain_text == "Changes of people are not told while answers are hidden"
