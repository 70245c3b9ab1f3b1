"""The list of rooms: chosen, spoken and painted."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, Qt

from desktop.widgets.sidebar import Entry, Sidebar
from tests.support.windows import look_of_tests, wear

ROOMS = (
    Entry("overview", "Overview", "overview"),
    Entry("projects", "Projects", "projects", "24", "attention"),
    Entry("ranking", "Ranking", "ranking", "", "done"),
)


def test_that_the_sidebar_tells_where_the_user_goes(qtbot: Any) -> None:
    sidebar = Sidebar(look_of_tests())
    qtbot.addWidget(sidebar)
    sidebar.show_entries(ROOMS)
    told: list[str] = []
    sidebar.chosen.connect(told.append)
    sidebar.set_current("overview")
    qtbot.keyClick(sidebar.list, Qt.Key.Key_Down)
    assert told == ["projects"]
    sidebar.show_entries([*ROOMS[:2], Entry("ranking", "Ranking", "ranking", "stale", "attention")])
    assert sidebar.current == "projects"
    assert told == ["projects"]


def test_that_a_room_that_is_current_by_focus_alone_comes_to_be_chosen(qtbot: Any) -> None:
    sidebar = Sidebar(look_of_tests())
    qtbot.addWidget(sidebar)
    sidebar.show_entries(ROOMS)
    model, selection = sidebar.list.model(), sidebar.list.selectionModel()
    selection.setCurrentIndex(model.index(0, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
    sidebar.set_current("overview")
    assert selection.isSelected(model.index(0, 0))


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_that_a_bold_name_stays_clear_of_its_state(qtbot: Any, scale: float) -> None:
    wear("light", scale)
    sidebar = Sidebar(look_of_tests())
    qtbot.addWidget(sidebar)
    sidebar.show_entries([Entry("weights", "Weights", "weights", "30 open", "attention")])
    sidebar.set_current("weights")
    sidebar.resize(sidebar.width(), 200)
    sidebar.show()
    box = sidebar.list.visualRect(sidebar.list.model().index(0, 0))
    image = sidebar.list.viewport().grab(box).toImage()
    metrics = look_of_tests().metrics
    name = metrics.space("l") + metrics.icon + metrics.space("m")
    end = name + round(metrics.width("Weights", "strong"))
    wear()
    ground = image.pixel(end + 3, 4)
    middle = range(image.height() // 4, 3 * image.height() // 4)
    clear = [
        x
        for x in range(end + 2, end + 2 + metrics.space("s"))
        if all(image.pixel(x, y) == ground for y in middle)
    ]
    assert len(clear) >= metrics.space("s") // 2


def test_that_the_sidebar_reads_its_states_aloud(qtbot: Any, qtmodeltester: Any) -> None:
    sidebar = Sidebar(look_of_tests())
    qtbot.addWidget(sidebar)
    sidebar.show_entries(ROOMS)
    model: QAbstractItemModel = sidebar.list.model()
    spoken = model.index(1, 0, QModelIndex()).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Projects, attention, 24"
    qtmodeltester.check(model)
