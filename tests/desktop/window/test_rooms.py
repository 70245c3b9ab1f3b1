"""What holds for every room: charts can be taken away, controls have names, small screens suffice."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from criteria.model.study import Study
from desktop.app.context import Context
from desktop.charts.chart_view import ChartView
from desktop.dialogs.help_dialog import PAGES, help_text
from desktop.pages.page import Page
from desktop.window.rooms import room_kinds
from tests.support.studies import example, project, study_with
from tests.support.windows import LONG_TITLE, FakeQuestions, make_context, open_page

ROOMS = {room.key: room for room in room_kinds()}
#: How many charts a room shows at first.
CHARTS = {"overview": 1, "criteria": 1, "ranking": 2, "robustness": 1}
CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    ChartView,
)


def opened(qtbot: Any, room: str, study: Study) -> tuple[Page, Context]:
    context = make_context(qtbot, study)
    page = open_page(qtbot, context, ROOMS[room].build, (1060, 640))
    qtbot.waitUntil(lambda: not page.is_waiting, timeout=20_000)
    return page, context


def long_words(study: Study) -> Study:
    projects = tuple(
        msgspec.structs.replace(item, title=f"{LONG_TITLE} {item.id}", country="Demokratische Republik Kongo")
        for item in study.projects
    )
    return msgspec.structs.replace(study, projects=projects, title=LONG_TITLE, purpose=LONG_TITLE)


def reached_by_tab(page: Page) -> list[QWidget]:
    """The widgets that the Tab key reaches, in its order."""
    found: list[QWidget] = []
    widget = page.nextInFocusChain()
    while widget is not None and widget is not page and widget not in found:
        is_stop = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.isVisible()
        if is_stop and page.isAncestorOf(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def name_of(widget: QWidget) -> str:
    """What a screen reader says of a control before anything else."""
    text = widget.text() if isinstance(widget, QAbstractButton) else ""
    return widget.accessibleName() or text or widget.toolTip()


@pytest.mark.parametrize("room", [room for room in ROOMS if room != "projects"])
def test_that_every_chart_in_sight_asks_where_to_be_saved(qtbot: Any, tmp_path: Path, room: str) -> None:
    page, context = opened(qtbot, room, example())
    questions = context.questions
    assert isinstance(questions, FakeQuestions)
    charts = [
        chart
        for chart in page.findChildren(ChartView)
        if chart.isVisible() and chart.contextMenuPolicy() == Qt.ContextMenuPolicy.DefaultContextMenu
    ]
    assert len(charts) >= CHARTS.get(room, 0)
    for number, chart in enumerate(charts):
        for kind in ("png", "svg"):
            questions.path = tmp_path / f"{number}.{kind}"
            menu = chart.build_menu()
            entry = next(action for action in menu.actions() if action.data() == kind)
            entry.trigger()
            menu.close()
            assert questions.path.stat().st_size > 100, chart.accessibleName()
    page.leave()


@pytest.mark.parametrize("room", list(ROOMS))
def test_that_every_control_on_the_way_of_the_tab_key_has_a_name(qtbot: Any, room: str) -> None:
    page, _ = opened(qtbot, room, example())
    reached = reached_by_tab(page)
    assert reached
    nameless = [
        type(widget).__name__ for widget in reached if isinstance(widget, CONTROLS) and not name_of(widget)
    ]
    assert nameless == []
    page.leave()


@pytest.mark.parametrize("room", list(ROOMS))
@pytest.mark.parametrize("words", ["usual", "long"])
def test_that_every_room_fits_a_small_screen(qtbot: Any, room: str, words: str) -> None:
    study = long_words(example()) if words == "long" else example()
    page, _ = opened(qtbot, room, study)
    hint = page.minimumSizeHint()
    assert hint.width() <= 1000
    assert hint.height() <= 620
    page.leave()


@pytest.mark.parametrize("room", list(ROOMS))
@pytest.mark.parametrize("study", [study_with(), study_with(project("P1"))], ids=["empty", "one"])
def test_that_showing_a_small_study_twice_edits_nothing(qtbot: Any, room: str, study: Study) -> None:
    page, context = opened(qtbot, room, study)
    page.show_study(context.store.study)
    assert context.store.history.undo_label is None
    assert not page.grab().isNull()
    page.leave()


@pytest.mark.parametrize("room", list(ROOMS))
def test_that_every_room_has_help(room: str) -> None:
    assert room in PAGES
    assert len(help_text(room).split()) > 40


@pytest.mark.parametrize("name", PAGES)
def test_that_every_link_in_help_leads_to_a_page(name: str) -> None:
    links = re.findall(r"(?<!!)\[[^\]]+\]\(([^)]+)\)", help_text(name))
    inside = [link.removesuffix(".md") for link in links if not link.startswith("http")]
    assert set(inside) <= set(PAGES)
    assert help_text(name).startswith("# ")
    assert "{version}" not in help_text(name)
