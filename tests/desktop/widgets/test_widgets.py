"""The parts pages are built from: used by pointer and keys, silent when the program sets them."""

from __future__ import annotations

from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QLabel, QStyleOptionViewItem, QTableView, QWidget

from desktop.look.theme import load_theme
from desktop.widgets.buttons import icon_button, menu_button, primary_button
from desktop.widgets.empty_state import EmptyState
from desktop.widgets.flow import FlowLayout
from desktop.widgets.mark_delegate import CellDelegate, MissingRole, NoteRole, StateRole, StrongRole
from desktop.widgets.notice import Notice
from desktop.widgets.panel_parts import (
    Callout,
    Caption,
    Formula,
    PanelContent,
    Rows,
    Section,
    Sentence,
    Widget,
)
from desktop.widgets.problem_bar import ProblemBar
from desktop.widgets.progress import Progress
from desktop.widgets.room import Room
from desktop.widgets.segments import Segments
from desktop.widgets.side_panel import SidePanel
from desktop.widgets.tabs import TabStrip
from desktop.widgets.text import Text
from tests.support.windows import look_of_tests, wear

METHODS = (("topsis", "TOPSIS"), ("ahp", "AHP"), ("risk", "Benefit\N{EN DASH}risk"))


@pytest.mark.parametrize("kind", [Segments, TabStrip])
def test_that_choosing_is_told_once_and_setting_is_silent(qtbot: Any, kind: type[Segments]) -> None:
    row = kind(look_of_tests(), "Method", METHODS)
    qtbot.addWidget(row)
    told: list[str] = []
    row.chosen.connect(told.append)
    row.set_current("ahp")
    qtbot.mouseClick(row.button("risk"), Qt.MouseButton.LeftButton)
    assert told == ["risk"]
    assert row.current == "risk"


def test_that_arrow_keys_move_along_the_segments(qtbot: Any) -> None:
    row = Segments(look_of_tests(), "Method", METHODS)
    qtbot.addWidget(row)
    with qtbot.waitActive(row):
        row.show()
        row.activateWindow()
    row.button("topsis").setFocus()
    qtbot.keyClick(row.button("topsis"), Qt.Key.Key_Right)
    assert row.current == "ahp"


def test_that_new_options_keep_the_choice_that_still_exists(qtbot: Any) -> None:
    row = Segments(look_of_tests(), "Method", METHODS)
    qtbot.addWidget(row)
    row.set_current("ahp")
    row.set_options((("ahp", "AHP"), ("promethee", "PROMETHEE")))
    assert row.current == "ahp"
    row.set_options((("promethee", "PROMETHEE"),))
    assert row.current == "promethee"


def test_that_text_shows_what_users_wrote_as_they_wrote_it(qtbot: Any) -> None:
    text = Text(look_of_tests(), "CR < 0.10 & <b>firm</b>")
    qtbot.addWidget(text)
    assert text.plain_text == "CR < 0.10 & <b>firm</b>"
    assert "&lt;b&gt;" in text.text()


def test_that_text_follows_the_look(qtbot: Any) -> None:
    text = Text(look_of_tests(), "Ranking", "title")
    qtbot.addWidget(text)
    before = text.font().pixelSize()
    wear("dark", 2.0)
    after, ink = text.font().pixelSize(), text.palette().windowText().color()
    wear()
    assert after == pytest.approx(2 * before, abs=1)
    assert ink == load_theme("dark").colour("text")


def test_that_a_link_wears_the_colours_in_force(qtbot: Any) -> None:
    label = Text(look_of_tests())
    qtbot.addWidget(label)
    label.set_html("See <a href='screening'>the red line</a>.")
    label.resize(300, 40)
    for theme in ("light", "dark"):
        wear(theme)
        assert load_theme(theme).colour("accent").name() in label.text()
    wear()
    assert label.plain_text == "See the red line."


def test_that_a_bare_icon_has_a_name(qtbot: Any) -> None:
    button = icon_button(look_of_tests(), "camera", "Copy the picture")
    qtbot.addWidget(button)
    assert button.accessibleName() == button.toolTip() == "Copy the picture"


def test_that_buttons_hold_their_words(qtbot: Any) -> None:
    look = look_of_tests()
    for make in (partial(primary_button, look), partial(menu_button, look)):
        button = make("Ask for safeguards")
        qtbot.addWidget(button)
        assert button.sizeHint().width() > look.metrics.width("Ask for safeguards", "strong")


def content(kicker: str = "P03, Ethiopia", rank: str = "12th") -> PanelContent:
    return PanelContent(
        kicker,
        f"Why is it {rank}?",
        (
            Section(
                "", (Sentence('Two are <b>poor</b>: <a href="S2">S2</a>.'), Caption("Share of D squared"))
            ),
            Section("How it is computed", (Formula(("a / b", "= <b>0.658</b>")),), note="closeness"),
            Section("Furthest", (Rows((("S2", "5", "28 %"), ("A4", "2", "23 %")), ("", "level", "share")),)),
            Section("Wrong", (Callout("Open", "3 are missing", "attention", "conditional-open"),)),
            Section("Chart", (Widget(partial(QLabel, "a chart")),)),
        ),
    )


def texts(widget: QWidget) -> list[str]:
    return [label.plain_text for label in widget.findChildren(Text) if not label.isHidden()]


def test_that_the_panel_says_all_it_is_given(qtbot: Any) -> None:
    panel = SidePanel(look_of_tests(), "Why?")
    qtbot.addWidget(panel)
    panel.show_content(content())
    said = texts(panel)
    for words in (
        "P03, Ethiopia",
        "Why is it 12th?",
        "Two are poor: S2.",
        "= 0.658",
        "28 %",
        "3 are missing",
    ):
        assert words in said


def test_that_the_panel_forgets_what_it_said_before(qtbot: Any) -> None:
    panel = SidePanel(look_of_tests(), "Why?")
    qtbot.addWidget(panel)
    panel.show_content(content())
    panel.show_content(PanelContent("P01", "Why is it first?"))
    qtbot.waitUntil(lambda: "28 %" not in texts(panel))


def test_that_a_link_in_the_panel_is_told(qtbot: Any) -> None:
    panel = SidePanel(look_of_tests(), "Why?")
    qtbot.addWidget(panel)
    panel.show_content(content())
    label = next(text for text in panel.findChildren(Text) if "S2." in text.plain_text)
    with qtbot.waitSignal(panel.link_activated) as told:
        label.linkActivated.emit("S2")
    assert told.args == ["S2"]


def test_that_the_panel_folds_and_opens(qtbot: Any) -> None:
    panel = SidePanel(look_of_tests(), "Why?")
    qtbot.addWidget(panel)
    open_width = panel.width()
    with qtbot.waitSignal(panel.fold_changed) as told:
        panel.set_folded(True)
    assert told.args == [True]
    assert panel.width() < open_width / 4
    panel.set_folded(False)
    assert panel.width() == open_width


def test_that_a_room_keeps_its_margins_and_lets_tables_bleed(qtbot: Any) -> None:
    look = look_of_tests()
    room = Room(look, "Ranking")
    qtbot.addWidget(room)
    inset, bleeding = QLabel("inset"), QLabel("bleeding")
    room.add(inset)
    room.add(bleeding, 1, bleeds=True)
    room.resize(800, 400)
    room.grab()
    assert inset.mapTo(room, inset.rect().topLeft()).x() == look.metrics.space("xl")
    assert bleeding.mapTo(room, bleeding.rect().topLeft()).x() == 0
    assert bleeding.width() == room.width()


def test_that_a_flow_goes_to_the_next_line(qtbot: Any) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(8, 8, holder)
    for number in range(6):
        tag = QLabel(str(number))
        tag.setFixedSize(80, 20)
        flow.addWidget(tag)
    assert flow.heightForWidth(80 * 6 + 5 * 8) == 20
    assert flow.heightForWidth(80 * 3 + 2 * 8) == 48


def test_that_a_notice_offers_to_undo_and_goes(qtbot: Any) -> None:
    notice = Notice(look_of_tests())
    qtbot.addWidget(notice)
    assert notice.message == ""
    notice.show_message("P03 was removed.", "Undo")
    with qtbot.waitSignal(notice.action_asked):
        qtbot.mouseClick(notice._action, Qt.MouseButton.LeftButton)
    assert notice.message == ""


def test_that_progress_can_be_cancelled_and_hides_until_it_starts(qtbot: Any) -> None:
    progress = Progress(look_of_tests())
    qtbot.addWidget(progress)
    progress.show_progress(0.2)
    assert progress.isHidden()
    progress.start("Drawing weights")
    progress.show_progress(0.4)
    assert "40" in texts(progress)[0]
    with qtbot.waitSignal(progress.cancelled):
        qtbot.mouseClick(progress._cancel, Qt.MouseButton.LeftButton)
    progress.stop()


def test_that_an_empty_room_offers_its_first_step(qtbot: Any) -> None:
    empty = EmptyState(look_of_tests(), "projects", "Projects stand here.", "Add project")
    qtbot.addWidget(empty)
    with qtbot.waitSignal(empty.asked):
        qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    assert empty.second.isHidden()


def problem_bar(qtbot: Any, width: int) -> ProblemBar:
    bar = ProblemBar(look_of_tests())
    qtbot.addWidget(bar)
    bar.resize(width, bar.height())
    bar.show_problems([(str(n), f"Problem number {n} in its own words", "warning") for n in range(5)])
    bar.show()
    return bar


def test_that_problems_without_room_are_counted_and_kept_in_a_menu(qtbot: Any) -> None:
    bar = problem_bar(qtbot, 800)
    shown = [link for link in bar._links if not link.isHidden()]
    assert 0 < len(shown) < 5
    assert bar._more.text() == f"{5 - len(shown)} more"
    assert len(bar.build_menu().actions()) == 5
    for link in shown:
        assert link.width() >= link.sizeHint().width()


def test_that_the_menu_of_problems_fits_the_bar_and_tells_the_whole_sentence(qtbot: Any) -> None:
    bar = problem_bar(qtbot, 900)
    sentence = f"Straße & Gemeinwohl {'left many comparisons open ' * 10}"
    bar.show_problems([("0", sentence, "warning"), ("1", "R & D has no title.", "warning")])
    menu = bar.build_menu()
    menu.ensurePolished()
    assert menu.sizeHint().width() <= bar.width()
    first, second = menu.actions()
    assert first.text().startswith("Straße && Gemeinwohl left")
    assert first.text().endswith("…")
    assert first.toolTip() == sentence
    assert second.text() == "R && D has no title."
    assert bar._links[1].text() == "R && D has no title."


def test_that_a_problem_leads_to_its_place(qtbot: Any) -> None:
    bar = problem_bar(qtbot, 1600)
    with qtbot.waitSignal(bar.chosen) as told:
        qtbot.mouseClick(bar._links[1], Qt.MouseButton.LeftButton)
    assert told.args == ["1"]


def test_that_a_study_without_problems_says_so_once_that_is_known(qtbot: Any) -> None:
    bar = ProblemBar(look_of_tests())
    qtbot.addWidget(bar)
    assert "No problems" not in texts(bar)
    bar.show_problems(())
    assert "No problems" in texts(bar)
    assert not bar._count.isHidden()


def test_that_steps_are_not_counted_as_problems(qtbot: Any) -> None:
    bar = ProblemBar(look_of_tests())
    qtbot.addWidget(bar)
    bar.resize(900, bar.height())
    bar.show_problems([("s", "Next: bring in projects", "step")])
    bar.show()
    assert bar._count.isHidden()
    assert [link.text() for link in bar._links if not link.isHidden()] == ["Next: bring in projects"]
    bar.show_problems([("0", "P03 has no title.", "warning"), ("s", "Next: bring in projects", "step")])
    assert bar._count.plain_text == "1 problem"
    assert not bar._count.isHidden()


def test_that_cells_show_marks_gaps_and_notes(qtbot: Any) -> None:
    model = QStandardItemModel(1, 3)
    for column, (text, role, value) in enumerate(
        (("Open", StateRole, "conditional-open"), ("", MissingRole, True), ("350", NoteRole, "(180-600)"))
    ):
        item = QStandardItem(text)
        item.setData(value, role)
        item.setData(True, StrongRole)
        model.setItem(0, column, item)
    table = QTableView()
    qtbot.addWidget(table)
    table.setModel(model)
    table.setItemDelegate(CellDelegate(look_of_tests(), table))
    table.resize(500, 120)
    table.show()
    qtbot.waitExposed(table)
    image = table.viewport().grab().toImage()

    def tones(column: int) -> set[int]:
        box = table.visualRect(model.index(0, column)).adjusted(3, 3, -3, -3)
        return {
            image.pixel(x, y) for x in range(box.left(), box.right()) for y in range(box.top(), box.bottom())
        }

    assert look_of_tests().theme.state("conditional-open").rgb() in tones(0)
    assert look_of_tests().colour("attention_quiet").rgb() in tones(1)
    wide = table.itemDelegate().sizeHint(_option(table), model.index(0, 2))
    assert wide.width() > look_of_tests().metrics.width("350 (180-600)", "small")


def _option(table: QTableView) -> QStyleOptionViewItem:
    option = QStyleOptionViewItem()
    option.initFrom(table)
    return option


@pytest.mark.parametrize("scale", [1.0, 2.0])
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_that_a_room_with_everything_in_it_can_be_dressed(qtbot: Any, theme: str, scale: float) -> None:
    look = look_of_tests()
    room = Room(look, "Ranking")
    qtbot.addWidget(room)
    room.header.set_statement("P16 and P05 lead by every method")
    room.header.add_action(Segments(look, "Method", METHODS))
    room.set_tabs(TabStrip(look, "Parts", METHODS))
    panel = SidePanel(look, "Why?")
    panel.show_content(content())
    room.set_side_panel(panel)
    room.add(EmptyState(look, "projects", "Projects stand here.", "Add project"), 1)
    room.show()
    wear(theme, scale)
    image, least = room.grab().toImage(), room.minimumSizeHint().width()
    wear()
    assert image.pixelColor(2, image.height() // 2) == load_theme(theme).colour("surface")
    assert least <= 1280 * scale


def test_that_text_never_shown_before_keeps_the_new_look_when_it_is(qtbot: Any) -> None:
    room = Room(look_of_tests(), "Ranking")
    qtbot.addWidget(room)
    wear("dark", 2.0)
    wanted = look_of_tests().font("title").pixelSize()
    room.show()
    room.grab()
    shown, ink = room.header.title.font().pixelSize(), room.header.title.palette().windowText().color()
    wear()
    assert shown == wanted
    assert ink == load_theme("dark").colour("text")
