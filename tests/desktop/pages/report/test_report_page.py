"""The Report room: a preview that can be read, and a button for each file."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from criteria.model.study import Study
from criteria.template import new_study
from desktop.app.context import Context
from desktop.pages.report.report_page import ReportPage
from tests.support.studies import example, project, study_with
from tests.support.windows import make_context, open_page, wear


def opened(qtbot: Any, study: Study) -> tuple[ReportPage, Context]:
    context = make_context(qtbot, study)
    page = open_page(qtbot, context, ReportPage)
    drawn(qtbot, page)
    return page, context


def drawn(qtbot: Any, page: ReportPage) -> None:
    qtbot.waitUntil(lambda: not page.is_waiting, timeout=30_000)


def buttons(page: ReportPage) -> dict[str, QPushButton]:
    return {button.text(): button for button in page._content.findChildren(QPushButton)}


@pytest.mark.parametrize(
    ("text", "command"),
    [
        ("Export workbook…", "export_workbook"),
        ("Export brief…", "export_brief"),
        ("Save as…", "save_as"),
        ("Save data-entry workbook…", "template"),
    ],
)
def test_that_each_file_has_its_button(qtbot: Any, text: str, command: str) -> None:
    page, context = opened(qtbot, study_with(project("P1"), project("P2", N3=1)))
    with qtbot.waitSignal(context.navigator.command_asked) as asked:
        buttons(page)[text].click()
    assert asked.args == [command]


def test_that_the_whole_page_is_seen_and_a_click_makes_it_readable(qtbot: Any) -> None:
    page, _ = opened(qtbot, study_with(project("P1"), project("P2", N3=1)))
    sheet, view = page._sheet.sheet, page._sheet
    assert sheet.height() <= view.height()
    assert sheet.width() / sheet.height() == pytest.approx(210 / 297, rel=0.01)
    narrow = sheet.width()
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton)
    assert page._fits.current == "width"
    assert sheet.width() > narrow * 1.3
    assert sheet.width() / sheet.height() == pytest.approx(210 / 297, rel=0.01)
    page._fits.button("page").click()
    assert sheet.width() == narrow


def test_that_the_preview_follows_the_study(qtbot: Any) -> None:
    page, context = opened(qtbot, study_with(project("P1"), project("P2", N3=1)))
    before = page._sheet.sheet.image
    context.store.edit("retitle", lambda study: msgspec.structs.replace(study, title="Another title"))
    drawn(qtbot, page)
    assert before is not None
    assert page._sheet.sheet.image is not None
    assert page._sheet.sheet.image != before


def test_that_a_preview_that_was_given_up_is_drawn_when_the_room_is_seen_again(qtbot: Any) -> None:
    context = make_context(qtbot, example())
    page = open_page(qtbot, context, ReportPage)
    assert page.is_waiting
    page.leave()
    assert page._sheet.sheet.image is None
    page.show_study(context.store.study)
    drawn(qtbot, page)
    assert page._sheet.sheet.image is not None


def test_that_a_failure_is_said_in_place_of_the_page(qtbot: Any) -> None:
    page, _ = opened(qtbot, study_with(project("P1")))
    page._job.failed.emit("It could not be drawn.")
    assert page._sheet.sheet.sentence == "It could not be drawn."
    assert page._sheet.sheet.image is None


def test_that_a_study_without_projects_has_nothing_to_report(qtbot: Any) -> None:
    page, context = opened(qtbot, new_study("Empty"))
    assert page._stack.currentWidget() is page._empty
    assert not page._fits.isVisible()
    with qtbot.waitSignal(context.navigator.asked) as asked:
        page._empty.asked.emit()
    assert asked.args == ["projects", ""]


def test_that_exactly_one_button_is_filled(qtbot: Any) -> None:
    page, _ = opened(qtbot, study_with(project("P1")))
    filled = [text for text, button in buttons(page).items() if button.property("primary")]
    assert filled == ["Export workbook…"]


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_that_it_is_painted_in_every_theme(qtbot: Any, theme: str) -> None:
    page, _ = opened(qtbot, study_with(project("P1")))
    wear(theme)
    assert not page.grab().isNull()
    wear()


def test_that_it_is_no_larger_than_a_small_screen(qtbot: Any) -> None:
    page, _ = opened(qtbot, example())
    hint = page.minimumSizeHint()
    assert hint.width() <= 1000
    assert hint.height() <= 620
