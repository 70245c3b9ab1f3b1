"""The screening grid as rows, marks and an item model."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from criteria.edits.screening import offer_safeguards, set_red_line_active, waive
from criteria.files.example import example_study
from criteria.model.projects import Project
from criteria.model.rules import Waiver
from criteria.model.study import Study
from criteria.screening.screen import screen
from criteria.template import new_study
from desktop.pages.screening.grid_model import GridModel, MarkRole, NoteRole
from desktop.pages.screening.grid_rows import GroupRow, Mark, grid_lines, grid_rows, marks
from desktop.pages.screening.grid_words import Note
from tests.support.windows import many_projects


@pytest.fixture
def study() -> Study:
    return example_study()


def note_of(model: GridModel, project: str) -> Note:
    place = model.place_of(project)
    note = model.index(place.row(), model.note_column).data(NoteRole)
    assert isinstance(note, Note)
    return note


def test_that_projects_stand_under_their_result_and_the_gravest_comes_first(study: Study) -> None:
    rows = grid_rows(study)
    heads = [row.screen for row in rows if isinstance(row, GroupRow)]
    assert heads == ["exclude", "refer", "conditional-open", "conditional-met", "pass"]
    assert rows[:3] == (GroupRow("exclude", 5), "P19", "P20")
    assert sorted(row for row in rows if isinstance(row, str)) == [project.id for project in study.projects]


def test_that_the_omission_check_is_no_column(study: Study) -> None:
    assert "RL17" not in {line.id for line in grid_lines(study)}
    assert len(grid_lines(set_red_line_active(study, "RL01", active=False))) == len(grid_lines(study)) - 1


def test_that_marks_tell_open_met_excluded_referred_and_near(study: Study) -> None:
    found = marks(screen(study).of("P18"))
    assert found["RL09"] == Mark("conditional-open")
    assert found["RL10"] == Mark("refer")
    assert found["RL11"] == Mark(is_borderline=True)
    assert found["RL14"] == Mark("conditional-met")
    assert marks(screen(study).of("P19"))["RL04"] == Mark("exclude")


def test_that_a_waived_line_keeps_its_mark(study: Study) -> None:
    waived = waive(study, Waiver("P18", "RL10", "Licence not needed", "A. Person", "2026-11-22"))
    assert marks(screen(waived).of("P18"))["RL10"] == Mark("refer", is_waived=True)


def test_that_a_line_without_a_value_is_undecided() -> None:
    study = new_study(projects=(Project(id="P01"),))
    assert marks(screen(study).of("P01"))["RL14"] == Mark(is_unknown=True)


@pytest.mark.parametrize("count", [0, 1, 24, 200])
def test_that_the_model_keeps_the_rules_of_models(qtmodeltester: Any, study: Study, count: int) -> None:
    qtmodeltester.check(GridModel(many_projects(study, count)))


def test_that_a_project_that_changes_its_group_moves_and_keeps_the_others(study: Study, qtbot: Any) -> None:
    model = GridModel(study)
    kept = QPersistentModelIndex(model.place_of("P05"))
    resets: list[None] = []
    model.modelReset.connect(lambda: resets.append(None))
    cured = offer_safeguards(study, "P01", ["SG07"])
    with qtbot.waitSignals([model.rowsRemoved, model.rowsInserted]):
        model.show_study(cured)
    assert not resets
    assert kept.isValid()
    assert kept.data() == study.project("P05").title
    assert grid_rows(cured) == tuple(
        model.group_at(row) or model.project_at(row) for row in range(model.rowCount())
    )


def test_that_other_columns_reset_the_model(study: Study, qtbot: Any) -> None:
    model = GridModel(study)
    with qtbot.waitSignal(model.modelReset):
        model.show_study(set_red_line_active(study, "RL01", active=False))
    assert model.columnCount() == 3 + 15 + 1


def test_that_projects_may_all_go_and_come_back(study: Study) -> None:
    model = GridModel(study)
    model.show_study(msgspec.structs.replace(study, projects=()))
    assert model.rowCount() == 0
    model.show_study(study)
    assert model.rowCount() == 24 + 5


def test_that_group_heads_cannot_be_selected(study: Study) -> None:
    model = GridModel(study)
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable


def test_that_excluded_projects_keep_a_shadow_rank(study: Study) -> None:
    assert note_of(GridModel(study), "P21") == Note("would have ranked 22nd", "would have ranked 22nd")


def test_that_the_last_column_names_what_is_missing(study: Study) -> None:
    note = note_of(GridModel(study), "P03")
    assert note.ids == "SG02, SG07"
    assert note.names == "Independent human-rights impact assessment, Staged release and sunset"


def test_that_borderline_is_said_in_words(study: Study) -> None:
    assert note_of(GridModel(study), "P17") == Note("borderline", "borderline", is_borderline=True)


def test_that_a_cell_can_be_heard(study: Study) -> None:
    model = GridModel(study)
    spoken = model.place_of("P18", "RL15").data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "P18: Security end-user and easily repurposed technology: a guarantee is missing"
    assert model.place_of("P18", "RL15").data(MarkRole) == Mark("conditional-open")
